"""Mechanisms: what can bring a thing about, meant by somebody or not."""

import pytest

from rashomon.hypothesize.mechanisms import (
    DELIBERATE,
    FAMILIES,
    accidents,
    cause_family,
    family_in,
    family_words,
    is_meant,
)


@pytest.mark.parametrize(
    ("noun", "family"),
    [
        ("corrosion", "a mechanical or structural failure"),
        ("mistake", "human error or accident"),
        ("lightning", "weather or nature"),
        ("spark", "an electrical fault"),
        ("virus", "disease"),
        ("dynamite", "a bomb"),
        ("torpedo", "a mine or torpedo"),
        ("saboteur", DELIBERATE),
        ("cathedral", None),
    ],
)
def test_noun_belongs_to_its_family_of_mechanisms(noun, family):
    assert cause_family(noun) == family


def test_last_word_of_a_phrase_that_has_a_family_decides():
    assert family_in("fatigue of the rudder hinges") == "a mechanical or structural failure"
    assert family_in("the bishop") == ""


def test_nothing_deliberate_is_an_accident():
    assert not any(is_meant(family) for word in accidents() if (family := cause_family(word)))


def test_every_word_of_a_family_belongs_to_it():
    assert all(cause_family(word) == name for name in FAMILIES for word in family_words(name))


def test_name_that_is_no_family_has_no_words():
    assert family_words("custard") == frozenset()


def test_own_tells_of_a_cause_only_at_the_end():
    assert family_in("its own") == "a mechanical or structural failure"
    assert family_in("our own engineers") == ""
