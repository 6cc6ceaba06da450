from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.decision import make_decision
from rashomon.model.provenance import Made
from rashomon.model.source import Source
from rashomon.model.vocabulary import DecisionKind, SourceKind
from rashomon.present.decisions import (
    name_records,
    render_decided,
    say_decision,
    say_maker,
    shape_decided,
    shorten_ids,
)

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


def decide(kind: DecisionKind, *subject_ids: str, **fields: object):
    return make_decision(kind, *subject_ids, by="Ada", at=NOON, **fields)


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (decide(DecisionKind.CONFIRM_COPY, "doc_herald", "doc_courier"), "herald.txt was made from courier.txt"),
        (
            decide(DecisionKind.CONFIRM_COPY, "doc_herald", "doc_courier", value="near"),
            "herald.txt was made from courier.txt (near copy)",
        ),
        (decide(DecisionKind.CUT_COPY, "doc_herald", "doc_courier"), "herald.txt was not made from courier.txt"),
        (
            decide(DecisionKind.MERGE_SOURCES, "src_varda", "src_investigators"),
            "A spokesman for the Varda Line is the same as Investigators",
        ),
        (
            decide(DecisionKind.SPLIT_SOURCE, "src_investigators", names=("detectives", "agents")),
            "detectives, agents: not Investigators",
        ),
        (
            decide(DecisionKind.GRADE_SOURCE, "src_investigators", value="F", why="new"),
            "Investigators is F, reliability cannot be judged",
        ),
        (
            decide(DecisionKind.SET_KIND, "src_investigators", value="state_body"),
            "Investigators is of kind state body",
        ),
        (decide(DecisionKind.SET_CAMP, "src_investigators", value="Almar"), "Investigators speaks for Almar"),
        (
            decide(DecisionKind.SET_CAMP, "src_investigators"),
            "for whom Investigators speaks is not known",
        ),
        (decide(DecisionKind.WITHDRAW, "decision_1"), "decision_1 is taken back"),
        (decide(DecisionKind.CUT_COPY, "doc_gone", "doc_courier"), "doc_gone was not made from courier.txt"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_kind_of_decision_has_its_sentence(analysis: Analysis, decision, said: str) -> None:
    assert say_decision(decision, name_records(analysis, [decision])) == said


def test_who_decided_when_and_why_is_told() -> None:
    assert say_maker(decide(DecisionKind.SET_CAMP, "src_x", why="his office")) == (
        "Ada, 1 May 2031, 12:00 UTC: his office"
    )
    assert say_maker(decide(DecisionKind.SET_CAMP, "src_x")) == "Ada, 1 May 2031, 12:00 UTC"


def test_ids_are_written_out_as_far_as_they_differ() -> None:
    short = shorten_ids(["source_12345678", "source_12399999", "source_abcd0000", "plain"])
    assert short == {
        "source_12345678": "source_1234",
        "source_12399999": "source_1239",
        "source_abcd0000": "source_abcd",
        "plain": "plai",
    }
    alike = shorten_ids(["source_1234567", "source_1234568"])
    assert alike == {"source_1234567": "source_1234567", "source_1234568": "source_1234568"}


def test_what_moved_is_told_and_how_to_take_it_back(analysis: Analysis) -> None:
    decision = decide(DecisionKind.SET_CAMP, "src_investigators", value="Almar")
    probabilities = tuple(
        replace(one, probability=one.probability / 2) if one.hypothesis_id == "hyp_varda" else one
        for one in analysis.judgement.probabilities
    )
    new = Source(id="src_new", name="detectives", kind=SourceKind.WITNESS, made=Made(recipe="hand@1"))
    after = replace(
        analysis,
        judgement=replace(analysis.judgement, probabilities=probabilities),
        linkage=replace(analysis.linkage, sources=(*analysis.linkage.sources, new)),
    )
    decided = shape_decided([decision], [decision], analysis, after)
    assert [move.label for move in decided.moved] == ["the Varda Line"]
    page = render_decided(decided, ["Investigators speaks for Almar"], width=80)
    lines = page.splitlines()
    assert lines[0] == "Investigators speaks for Almar."
    assert "  3 sources, 2 before" in lines
    assert "  Now a source: detectives  src_new" in lines
    assert any(line.startswith("  the Varda Line: ") and "→" in line for line in lines)
    assert lines[-1] == f"  To take it back: rashomon sources undo {decision.id}"


def test_a_decision_that_moves_nothing_says_so(analysis: Analysis) -> None:
    decision = decide(DecisionKind.CUT_COPY, "doc_herald", "doc_courier")
    page = render_decided(shape_decided([decision], [decision], analysis, analysis), ["cut"])
    assert "The judgement stays as it was." in page
    assert "rashomon lineage undo" in page
