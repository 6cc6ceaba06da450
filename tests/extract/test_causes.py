"""Causes: the forms in which English gives a thing as what brought something about."""

import pytest

from rashomon.model.vocabulary import Certainty, Polarity, Slot


def causes(claims, text):
    return [(c.proposition.value, str(c.polarity)) for c in claims(text) if c.proposition.slot is Slot.CAUSE]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fire started because of a faulty cable.", "faulty cable"),
        ("The blast was due to old dynamite.", "old dynamite"),
        ("The crash came down to pilot error.", "pilot error"),
        ("The outage was sparked by a squirrel.", "squirrel"),
        ("The fire was set off by a cigarette.", "cigarette"),
        ("The tower was brought down by a gust.", "gust"),
        ("A gas leak set off the blast.", "gas leak"),
        ("Metal fatigue led to the crash.", "metal fatigue"),
        ("The fire was sabotage.", "sabotage"),
        ("It was arson, the fire chief said.", "arson"),
        ("I lean to the bomb.", "bomb"),
        ("They were killed by friendly fire.", "friendly fire"),
    ],
)
def test_cause_is_read(claims, text, value):
    assert causes(claims, text) == [(value, "assert")]


@pytest.mark.parametrize(
    "text", ["The outage was noticed by a driver.", "Papers in Norse hands were shown.", "At the gate parts turned up."]
)
def test_what_happened_is_no_cause(claims, text):
    assert causes(claims, text) == []


def test_what_not_sets_apart_is_denied(claims):
    found = causes(claims, "The blast was caused by deliberate acts and not by an accident.")
    assert found == [("deliberate acts", "assert"), ("accident", "deny")]


def test_nothing_that_suggests_it_denies_it(read):
    found = read("Police have found nothing to suggest sabotage.").claims
    assert [(c.proposition.value, str(c.polarity)) for c in found] == [("sabotage", "deny")]


def test_a_cause_that_cannot_be_ruled_out_is_possible(claims):
    (claim,) = (c for c in claims("A bomb on board cannot be ruled out.") if c.proposition.slot is Slot.CAUSE)
    assert (claim.polarity, claim.certainty) == (Polarity.ASSERT, Certainty.POSSIBLE)


@pytest.mark.parametrize("text", ["Either the rebels or the navy sank it.", "It was sunk by the rebels or the navy."])
def test_alternatives_are_possible(claims, text):
    found = [(c.proposition.value, c.certainty) for c in claims(text) if c.proposition.slot is Slot.RESPONSIBLE]
    assert found == [("rebels", Certainty.POSSIBLE), ("navy", Certainty.POSSIBLE)]
