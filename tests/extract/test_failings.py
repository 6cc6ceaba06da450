"""What went wrong of itself, told without a word for causing."""

import pytest

from rashomon.model.vocabulary import Polarity, Slot


def causes_in(claims, text):
    """The causes the claims of a text give, with the side they take."""
    return [(c.proposition.value, str(c.polarity)) for c in claims(text) if c.proposition.slot is Slot.CAUSE]


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("the rudder had jammed", "rudder"),
        ("the couplings came loose", "couplings"),
        ("the bolts gave way", "bolts"),
        ("the ferry had struck a mine", "mine"),
        ("the bus ran into a pole", "pole"),
        ("the barge was overloaded", "barge was overloaded"),
        ("the pilot was drunk", "drunk"),
        ("two exits had been locked", "two exits"),
        ("the lorry was going too fast", "fast"),
        ("the blaze began in the heater of a cabin", "heater of a cabin"),
        ("the man died of asphyxia", "asphyxia"),
        ("the man had swallowed a bag of poison", "poison"),
        ("the radar was out of order", "radar"),
        ("a nurse had mixed the two bottles by mistake", "mistake"),
    ],
)
def test_what_failed_is_a_cause(claims, said, cause):
    assert (cause, "assert") in causes_in(claims, f"The inspector said {said}.")


@pytest.mark.parametrize(
    "said",
    ["the guards were asleep", "the hall was full", "the mayor broke his promise", "the crowd ran into the square"],
)
def test_what_failed_nothing_is_none(claims, said):
    assert causes_in(claims, f"The inspector said {said}.") == []


def test_whoever_calls_a_thing_safe_says_that_it_did_not_do_it(claims):
    assert causes_in(claims, "The minister said the vaccine was safe.") == [("vaccine", "deny")]


def test_what_a_craft_ran_into_did_it_not_whoever_tells(claims):
    found = claims("The owner said she had struck a mine.")
    assert [c.proposition.slot for c in found] == [Slot.CAUSE]


def test_with_another_craft_it_is_the_collision_that_did_it(claims):
    ((value, _),) = causes_in(claims, "The admiral said it had collided with a submarine.")
    assert "collided" in value


def test_a_firm_that_knew_of_a_fault_is_blamed_itself(claims):
    assert causes_in(claims, "The widow said the firm knew the boiler was faulty.") == []


def test_denied_fault_is_denied(claims):
    (claim,) = claims("The owner denied that the barge was overloaded.")
    assert claim.polarity is Polarity.DENY
