"""What moved a judgement, origin by origin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.watch.comparing import compare_judgements

bits = st.fixed_dictionaries({"a": st.floats(-4, 0), "rest": st.floats(-4, 0)})
contributions = st.dictionaries(st.sampled_from(["e1", "e2", "e3", "e4"]), bits)
ORIGINS = {"e1": "o1", "e2": "o1", "e3": "o2", "e4": "o3"}


@pytest.fixture(scope="session")
def evidence(make_link):
    """Links of three origins."""
    return [make_link(identity, origin) for identity, origin in ORIGINS.items()]


def moves_of(revision):
    return {move.origin_id: {entry.hypothesis_id: entry.bits for entry in move.bits} for move in revision.moves}


@given(held=contributions)
def test_nothing_new_no_move(make_judgement, evidence, held):
    first, second = make_judgement("j1", held), make_judgement("j2", held)
    assert compare_judgements(first, second, evidence, ()).moves == ()


@given(before=contributions, after=contributions)
def test_moves_add_up_to_what_changed_between_two_hypotheses(make_judgement, evidence, before, after):
    revision = compare_judgements(make_judgement("j1", before), make_judgement("j2", after), evidence, ())
    moved = sum(m["a"] - m["rest"] for m in moves_of(revision).values())
    changed = sum(b["a"] - b["rest"] for b in after.values()) - sum(b["a"] - b["rest"] for b in before.values())
    assert moved == pytest.approx(changed, abs=1e-4)


def test_the_first_judgement_moves_from_the_priors(make_judgement, evidence):
    revision = compare_judgements(None, make_judgement("j1", {"e1": {"a": 0.0, "rest": -1.0}}), evidence, ["d1"])
    assert moves_of(revision) == {"o1": {"a": 0.5, "rest": -0.5}}
    assert (revision.previous_id, revision.judgement_id, revision.document_ids) == (None, "j1", ("d1",))


def test_only_origins_that_moved_are_named_the_largest_first(make_judgement, evidence):
    held = {"e1": {"a": 0.0, "rest": -1.0}}
    arrived = {"e3": {"a": 0.0, "rest": -0.2}, "e4": {"a": -3.0, "rest": 0.0}}
    revision = compare_judgements(make_judgement("j1", held), make_judgement("j2", held | arrived), evidence, ["d2"])
    assert [move.origin_id for move in revision.moves] == ["o3", "o2"]


def test_what_was_withdrawn_moves_back(make_judgement, evidence):
    held = {"e1": {"a": 0.0, "rest": -1.0}}
    revision = compare_judgements(make_judgement("j1", held), make_judgement("j2", {}), evidence, [])
    assert moves_of(revision) == {"o1": {"a": -0.5, "rest": 0.5}}


def test_a_new_hypothesis_is_not_moved_by_what_was_said_before(make_judgement, evidence):
    first = make_judgement("j1", {"e1": {"a": 0.0, "rest": -1.0}})
    second = make_judgement("j2", {"e1": {"a": 0.0, "b": -1.0, "rest": -1.0}}, named=("a", "b"))
    assert compare_judgements(first, second, evidence, []).moves == ()


def test_the_same_comparison_has_the_same_id(make_judgement, evidence):
    first, second = make_judgement("j1", {}), make_judgement("j2", {})
    assert compare_judgements(first, second, evidence, ()).id == compare_judgements(first, second, (), ()).id
    assert compare_judgements(None, second, evidence, ()).id != compare_judgements(first, second, evidence, ()).id
