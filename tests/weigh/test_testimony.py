"""Who would say this anyway."""

from dataclasses import replace

import pytest

from rashomon.model.question import Stake
from rashomon.model.vocabulary import Access, Direction, EvidenceKind, Interest
from rashomon.weigh.testimony import WeightClass, classify_weight, read_motive


def test_what_nothing_is_said_of_is_unknown(make_link):
    motive = read_motive(make_link("e1", stakes={}))
    assert (motive.served, motive.against, motive.unknown) == (0, 0, 1)


def test_a_stake_of_uncertain_kind_leaves_the_rest_unknown(make_link):
    stake = Stake(hypothesis_id="a", interest=Interest.RIVAL, probability=0.7)
    motive = read_motive(replace(make_link("e1"), stakes=(stake,)))
    assert motive.served == pytest.approx(0.7)
    assert motive.unknown == pytest.approx(0.3)


def test_the_accused_gains_by_denying_and_loses_by_agreeing(make_link):
    denial = read_motive(make_link("e1", direction=Direction.AGAINST, stakes={"a": Interest.ACCUSED}))
    assent = read_motive(make_link("e1", stakes={"a": Interest.ACCUSED}))
    assert (denial.served, assent.served) == (1, 0)
    assert assent.against == 1


def test_one_accused_elsewhere_gains_by_accusing(make_link):
    motive = read_motive(make_link("e1", "b", stakes={"a": Interest.ACCUSED}))
    assert motive.served == 1
    assert motive.guilty == (("a", 1.0),)


def test_a_rival_who_clears_his_opponent_gains_nothing(make_link):
    motive = read_motive(make_link("e1", direction=Direction.AGAINST, stakes={"a": Interest.RIVAL}))
    assert (motive.served, motive.unknown) == (0, 0)


def test_shares_that_add_up_to_more_than_one_are_scaled(make_link):
    stakes = tuple(
        Stake(hypothesis_id="a", interest=interest, probability=1.0) for interest in (Interest.RIVAL, Interest.NONE)
    )
    motive = read_motive(replace(make_link("e1"), stakes=stakes))
    assert (motive.served, motive.unknown) == (0.5, 0)


@pytest.mark.parametrize(
    ("kind", "access", "direction", "expected"),
    [
        (EvidenceKind.TESTIMONY, Access.UNKNOWN, Direction.FOR, WeightClass.TESTIMONY),
        (EvidenceKind.TESTIMONY, Access.EXAMINED, Direction.FOR, WeightClass.EXAMINED),
        (EvidenceKind.FINDING, Access.EXAMINED, Direction.FOR, WeightClass.EXAMINED),
        (EvidenceKind.FINDING, Access.UNKNOWN, Direction.FOR, WeightClass.FINDING),
        (EvidenceKind.FINDING, Access.BRIEFED, Direction.FOR, WeightClass.TESTIMONY),
        (EvidenceKind.MEANS, Access.UNKNOWN, Direction.FOR, WeightClass.ARGUMENT),
        (EvidenceKind.MEANS, Access.UNKNOWN, Direction.AGAINST, WeightClass.TRACE),
        (EvidenceKind.MOTIVE, Access.EXAMINED, Direction.FOR, WeightClass.ARGUMENT),
    ],
)
def test_a_body_that_was_only_told_is_no_inquiry(make_link, kind, access, direction, expected):
    assert classify_weight(make_link("e1", kind=kind, access=access, direction=direction)) is expected
