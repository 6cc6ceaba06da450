"""Families of deeds: the verbs that answer a question, the mechanisms that rival them."""

import pytest

from rashomon.hypothesize.deed_families import (
    ANY_DEED,
    CAUSE_FAMILIES,
    DELIBERATE,
    DELIBERATE_WORDS,
    FAMILIES,
    accidents,
    all_predicates,
    cause_family,
    family_words,
    predicates_for,
)


def test_question_of_a_poisoning_is_answered_by_spraying_and_not_by_torpedoing():
    predicates = predicates_for(frozenset({"poison"}))
    assert "spray" in predicates and "torpedo" not in predicates


def test_verbs_of_being_behind_a_deed_answer_every_question():
    assert all(predicates_for(keys) >= ANY_DEED for keys, _ in FAMILIES)


def test_words_that_ask_about_a_deed_answer_it_too():
    assert all(keys <= predicates_for(keys) for keys, _ in FAMILIES)


def test_word_of_two_families_picks_both():
    assert {"penetrate", "demolish"} <= predicates_for(frozenset({"breach"}))


def test_question_of_an_unknown_deed_is_answered_by_any_verb():
    assert predicates_for(frozenset({"waltz"})) == all_predicates()


@pytest.mark.parametrize(
    ("noun", "family"),
    [
        ("corrosion", "mechanical or structural failure"),
        ("mistake", "human error or accident"),
        ("lightning", "weather or nature"),
        ("spark", "fire, gas or material"),
        ("virus", "disease"),
        ("dynamite", DELIBERATE),
        ("cathedral", None),
    ],
)
def test_noun_belongs_to_its_family_of_mechanisms(noun, family):
    assert cause_family(noun) == family


def test_nothing_deliberate_is_an_accident():
    assert not accidents() & DELIBERATE_WORDS


def test_every_family_gives_back_its_words():
    assert all(family_words(name) == words for name, words in CAUSE_FAMILIES)


def test_name_that_is_no_family_has_no_words():
    assert family_words("dust") == frozenset()


def test_every_mechanism_belongs_to_one_family_only():
    named = [word for _, words in CAUSE_FAMILIES for word in words]
    assert len(named) == len(set(named))
