"""Families of deeds: the verbs that answer a question."""

from rashomon.hypothesize.deed_families import ANY_DEED, FAMILIES, all_predicates, predicates_for


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
