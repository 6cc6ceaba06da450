"""Who would say this anyway."""

from dataclasses import replace

import pytest

from rashomon.model.question import Stake
from rashomon.model.vocabulary import Access, Direction, EvidenceKind, Interest
from rashomon.weigh.testimony import WeightClass, classify_weight, read_examined, read_motive


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
    ("kind", "direction", "expected"),
    [
        (EvidenceKind.TESTIMONY, Direction.FOR, WeightClass.TESTIMONY),
        (EvidenceKind.FINDING, Direction.FOR, WeightClass.TESTIMONY),
        (EvidenceKind.RETRACTION, Direction.AGAINST, WeightClass.RETRACTION),
        (EvidenceKind.MEANS, Direction.FOR, WeightClass.ARGUMENT),
        (EvidenceKind.MEANS, Direction.AGAINST, WeightClass.TRACE),
        (EvidenceKind.MOTIVE, Direction.FOR, WeightClass.ARGUMENT),
    ],
)
def test_kind_and_direction_give_the_class_of_a_weight(make_link, kind, direction, expected):
    assert classify_weight(make_link("e1", kind=kind, direction=direction)) is expected


@pytest.mark.parametrize(
    ("kind", "access", "examined", "expected"),
    [
        (EvidenceKind.TESTIMONY, Access.UNKNOWN, None, 0.0),
        (EvidenceKind.TESTIMONY, Access.EXAMINED, None, 1.0),
        (EvidenceKind.FINDING, Access.BRIEFED, None, 0.0),
        (EvidenceKind.FINDING, Access.BRIEFED, 0.3, 0.3),
        (EvidenceKind.FINDING, Access.EXAMINED, 0.7, 0.7),
        (EvidenceKind.MOTIVE, Access.EXAMINED, 0.7, 0.0),
    ],
)
def test_a_body_that_was_only_told_is_no_inquiry(make_link, kind, access, examined, expected):
    assert read_examined(make_link("e1", kind=kind, access=access, examined=examined)) == expected
