"""The figures of the weighing: how an answer is held against the known one, and what votes come to."""

import math

import pytest

from weigh_baselines import BASELINES, Ballot, Vote
from weigh_rows import ENGINE, judge, tabulate

VOTES = (
    Vote(hypothesis="fire", holder="watch", report="r1", certainty="certain", copied=False),
    Vote(hypothesis="fire", holder="watch", report="r2", certainty="certain", copied=True),
    Vote(hypothesis="storm", holder="watch", report="r3", certainty="possible", copied=False),
    Vote(hypothesis="storm", holder="pilot", report="r4", certainty="probable", copied=False),
    Vote(hypothesis="storm", holder="pilot", report="r5", certainty="probable", copied=False),
)
BALLOT = Ballot(names=("fire", "storm"), reports=("r1", "r2", "r3", "r4", "r5"), votes=VOTES)


def test_what_is_missing_from_one_went_to_something_else():
    outcome = judge({"fire": 0.5, "storm": 0.2}, ("fire", "storm"), "fire")
    assert outcome.brier == pytest.approx(0.5**2 + 0.2**2 + 0.3**2)
    assert outcome.log2 == pytest.approx(-1.0)
    assert outcome.right == 1.0


def test_a_tie_is_not_right():
    assert judge({"fire": 0.5, "storm": 0.5}, ("fire", "storm"), "fire").right == 0.0


def test_an_open_case_tells_its_largest_probability_and_nothing_else():
    outcome = judge({"fire": 0.6, "storm": 0.3}, ("fire", "storm"), None)
    assert outcome.is_open
    assert outcome.highest == 0.6
    assert math.isnan(outcome.brier)


@pytest.mark.parametrize(
    ("rule", "fire"),
    [
        ("even split", 1 / 2),
        ("most asserted", 2 / 5),
        ("most asserted, copies once", 1 / 4),
        ("one vote per holder", 1 / 4),
        ("last three reports", 0.0),
        ("votes by certainty", 1.0 / (1.0 + 0.5 + 0.75 + 0.75)),
    ],
)
def test_votes_are_counted_as_the_rule_says(rule, fire):
    assert BASELINES[rule](BALLOT) == pytest.approx({"fire": fire, "storm": 1 - fire})


@pytest.mark.parametrize("rule", BASELINES)
def test_without_votes_every_answer_has_the_same_share(rule):
    nobody = Ballot(names=("fire", "storm"), reports=("r1",), votes=())
    assert BASELINES[rule](nobody) == {"fire": 0.5, "storm": 0.5}


def test_differences_are_paired_so_a_constant_one_has_no_spread():
    cases = [
        {
            ENGINE: judge({"fire": p, "storm": 1 - p}, ("fire", "storm"), "fire"),
            "other": judge({"fire": p, "storm": 1 - p}, ("fire", "storm"), "fire"),
        }
        for p in (0.2, 0.9, 0.6)
    ]
    engine, other = tabulate(cases)
    assert engine.brier.low < engine.brier.value < engine.brier.high
    assert (other.more.low, other.more.high) == (0.0, 0.0)
    assert engine.right == 2
