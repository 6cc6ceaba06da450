"""The scorer of arguments, on an analysis written by hand."""

import pytest

from score_arguments import score_case, summarize

CASE = {
    "slug": "bridge",
    "gold_arguments": [
        {
            "report": "r1",
            "hypothesis": "miners",
            "polarity": "for",
            "kind": "physical_trace",
            "quote": "x" * 10,
            "start": 0,
        },
        {"report": "r1", "hypothesis": "miners", "polarity": "for", "kind": "motive", "quote": "x" * 10, "start": 50},
    ],
    "gold_implications": [{"report": "r1", "hypothesis": "miners", "quote": "x" * 10, "start": 80}],
}


def claim(name, start, end, tied="h1"):
    return {"id": name, "document_id": "d1", "start": start, "end": end, "quote": "", "hypothesis_id": tied}


def evidence(kind, *claim_ids, about="h1", direction="for"):
    return {"kind": kind, "hypothesis_id": about, "direction": direction, "claim_ids": list(claim_ids)}


@pytest.fixture
def figures():
    """The figures of some claims and pieces of evidence; h1 stands for the miners, h2 for nobody in the gold."""

    def figures(claims, links, implications=()):
        out = {
            "documents": [{"id": "d1", "input_id": "r1"}],
            "claims": claims,
            "evidence": links,
            "implications": list(implications),
        }
        return summarize([score_case(CASE, out, {"h1": "miners", "h2": None})])

    return figures


def test_half_of_the_quote_and_the_right_kind_recall_an_argument(figures):
    found = figures([claim("c1", 0, 5), claim("c2", 50, 54)], [evidence("physical", "c1"), evidence("motive", "c2")])
    assert (found["recall"], found["linked"], found["kind"]) == (0.5, 0.5, 1.0)
    assert found["precision"] == 0.5


def test_wrong_kind_is_linked_and_not_recalled(figures):
    found = figures([claim("c1", 0, 10)], [evidence("means", "c1", direction="against")])
    assert (found["recall"], found["linked"], found["kind"], found["direction"]) == (0.0, 0.5, 0.0, 0.0)


def test_evidence_on_another_answer_finds_nothing(figures):
    found = figures([claim("c1", 0, 10, tied="h2")], [evidence("physical", "c1", about="h2")])
    assert (found["tied"], found["linked"], found["precision"]) == (0.0, 0.0, 0.0)


def test_act_of_saying_is_no_argument(figures):
    assert figures([claim("c1", 0, 10)], [evidence("testimony", "c1")])["ours"] == 0


def test_implication_of_the_right_answer_is_found(figures):
    then = {"if_hypothesis_id": "h1", "document_id": "d1", "start": 80, "end": 90, "then": ""}
    assert figures([], [], [then])["implied"] == 1.0
