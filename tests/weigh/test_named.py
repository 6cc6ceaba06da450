"""Indicators that the reports name."""

from dataclasses import replace

import pytest

from rashomon.model.provenance import Made
from rashomon.model.question import NamedIndicator
from rashomon.weigh.named import NAMED_MOST
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.weighing import weigh_evidence

QUICK = Parameters(samples=0, reading=1.0)


def build(identity, what="the wreckage will tell", about="a"):
    return NamedIndicator(
        id=identity,
        what=what,
        hypothesis_id=about,
        document_id="d",
        start=3,
        end=3 + len(what),
        made=Made(recipe="t@1"),
    )


@pytest.fixture
def watch(make_set):
    """What to watch for that the reports name."""

    def watch(*named, **given):
        hypothesis_set = replace(make_set(**given), indicators=named)
        found = weigh_evidence(hypothesis_set, parameters=QUICK, as_of=None).sensitivity.watch_for
        return [one for one in found if one.named]

    return watch


def test_named_indicator_keeps_its_place_and_words(watch):
    (one,) = watch(build("i1"))
    assert (one.what, one.document_id, one.start, one.end, one.hypothesis_id) == (
        "the wreckage will tell", "d", 3, 25, "a",
    )  # fmt: skip
    assert one.expected_bits > 0


def test_test_that_may_point_to_any_answer_tells_more_than_one_that_points_to_one(watch):
    one, any_of = sorted(watch(build("i1"), build("i2", "divers will tell", None)), key=lambda i: i.id)
    assert any_of.expected_bits > one.expected_bits


def test_results_tell_more_than_a_trace(watch):
    trace, results = sorted(watch(build("i1"), build("i2", "the results of the autopsy")), key=lambda i: i.id)
    assert results.expected_bits > trace.expected_bits


def test_same_words_are_told_once(watch):
    assert [one.id for one in watch(build("i1"), build("i2", "The wreckage  will tell"))] == ["i1"]


def test_no_more_than_a_reader_can_watch_for(watch):
    assert len(watch(*(build(f"i{n}", f"sign {n} will tell") for n in range(3 * NAMED_MOST)))) == NAMED_MOST


def test_what_speaks_for_an_unknown_answer_is_a_test(watch):
    (one,) = watch(build("i1", about="gone"))
    assert one.expected_bits > 0


def test_nothing_to_tell_apart_is_told_nothing(watch):
    (one,) = watch(build("i1", about=None), named=())
    assert one.expected_bits == 0.0


def test_named_indicators_are_part_of_a_judgement(make_set):
    plain = make_set()
    named = replace(plain, indicators=(build("i1"),))
    judged = [weigh_evidence(one, parameters=QUICK, as_of=None) for one in (plain, named)]
    assert judged[0].id != judged[1].id
    assert judged[0].probabilities == judged[1].probabilities


def test_evidence_that_is_only_shown_moves_nothing(make_set, make_link):
    shown = weigh_evidence(make_set([make_link("e1", weighed=False)]), parameters=QUICK, as_of=None)
    assert [(one.evidence_id, one.bits) for one in shown.contributions] == [("e1", 0.0)]
    assert shown.probabilities == weigh_evidence(make_set(), parameters=QUICK, as_of=None).probabilities
