"""Groups whose pairs depend on each other as far as analysts say."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.hypothesize.dependence_decisions import follow_dependences
from rashomon.model.errors import WeighError
from rashomon.model.lineage import DecidedDependence
from rashomon.model.vocabulary import DependenceKind, Direction
from rashomon.weigh.columns import tabulate_evidence
from rashomon.weigh.groups import temper_groups
from rashomon.weigh.running import add_evidence, start_running
from rashomon.weigh.weighing import weigh_evidence

POSITIONS = {"a": 0, "b": 1, "c": 2, "rest": 3}
SET = 0.8


def decide(one, other, strength):
    return DecidedDependence(
        one_id=f"holder of {one}",
        other_id=f"holder of {other}",
        strength=strength,
        kind=DependenceKind.DECIDED,
        decision_id=f"decision {one}{other}{strength}",
        by="Ada",
    )


@pytest.fixture(scope="session")
def temper(make_link):
    """Return the exponents of links of equal strength, by id."""

    def build(links):
        columns = tabulate_evidence(links, POSITIONS)
        found = temper_groups(columns, np.full((1, len(links)), 0.7), np.array([[SET]]), limit=1000.0)[0]
        return {link.id: float(x) for link, x in zip(columns.links, found, strict=True)}

    return build


@given(strength=st.floats(0.01, 1.0))
def test_two_voices_said_to_speak_together_are_tempered_as_far_as_was_said(temper, make_link, strength):
    links = follow_dependences([make_link("x"), make_link("y"), make_link("z")], [decide("x", "y", strength)])
    found = temper(links)
    assert found["z"] == 1.0
    assert [found["x"], found["y"]] == pytest.approx([1 - strength / 2] * 2)
    assert {link.machine_group_id for link in links} == {"group of x", "group of y", ""}


def test_a_tie_without_a_strength_is_as_strong_as_is_set(temper, make_link):
    grouped = temper([make_link("x", group_id="g"), make_link("y", group_id="g")])
    links = follow_dependences([make_link("x"), make_link("y")], [decide("x", "y", None)])
    assert temper(links) == pytest.approx(grouped)


def test_two_voices_cut_apart_weigh_like_voices_of_their_own(temper, make_link):
    links = [make_link("x", group_id="g"), make_link("y", group_id="g")]
    cut = follow_dependences(links, [decide("x", "y", 0.0)])
    assert temper(cut) == {"x": 1.0, "y": 1.0}
    assert cut[0].group_id != cut[1].group_id
    assert {link.machine_group_id for link in cut} == {"g"}


def test_a_voice_cut_from_one_of_three_stays_tied_to_the_third(temper, make_link):
    links = [make_link(one, group_id="g") for one in "xyz"]
    cut = follow_dependences(links, [decide("x", "y", 0.0)])
    assert {link.group_id for link in cut} == {"g"}
    mean = SET * 2 / 3
    assert list(temper(cut).values()) == pytest.approx([1 - mean * 2 / 3] * 3)


def test_only_pieces_of_one_side_are_tied(make_link):
    links = [make_link("x"), make_link("y", direction=Direction.AGAINST), make_link("z", about="b")]
    decided = [decide("x", "y", 1.0), decide("x", "z", 1.0)]
    assert list(follow_dependences(links, decided)) == links


@given(
    decided=st.lists(
        st.tuples(st.sampled_from(list(itertools.combinations("vwxyz", 2))), st.sampled_from([0.0, 0.3, 1.0, None])),
        max_size=6,
        unique_by=lambda one: one[0],
    ),
    order=st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_dependence_only_lowers_what_voices_weigh(temper, make_link, decided, order):
    links = [make_link(one, group_id="g" if one in "vw" else f"group of {one}") for one in "vwxyz"]
    told = [decide(*pair, strength) for pair, strength in decided]
    found = temper(follow_dependences(links, told))
    order.shuffle(told)
    assert temper(follow_dependences(links, told)) == found
    assert all(0.0 < exponent <= 1.0 for exponent in found.values())
    if not told:
        assert found == temper(links)


def test_the_judgement_follows_what_was_decided_on_dependence(make_link, make_set):
    links = [make_link("x", group_id="g"), make_link("y", group_id="g")]

    def lead(evidence):
        return weigh_evidence(make_set(evidence), as_of=None).probabilities[0].probability

    assert lead(follow_dependences(links, [decide("x", "y", 0.0)])) > lead(links)
    assert lead(follow_dependences(links, [decide("x", "y", 1.0)])) < lead(links)


def test_a_question_taken_up_piece_by_piece_refuses_what_it_cannot_follow(make_link, make_set):
    running = start_running(make_set([make_link("z")]))
    tied = follow_dependences([make_link("x"), make_link("y")], [decide("x", "y", 0.5)])
    with pytest.raises(WeighError, match=r"R-WEIGH-006.*anew"):
        add_evidence(running, tied)
