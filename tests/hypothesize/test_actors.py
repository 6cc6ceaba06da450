"""Actors: different names for one actor meet, different actors do not."""

import pytest

from rashomon.hypothesize.actors import identify_actor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the French government", "Paris"),
        ("French special forces", "France"),
        ("Gideon Marsh", "Marsh"),
        ("the Red Column", "Red Column fighters"),
        ("a gas supplier", "gas suppliers"),
    ],
)
def test_names_of_one_actor_meet(one, other):
    assert identify_actor(one).same_as(identify_actor(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("France", "Germany"),
        ("French gangsters", "the French government"),
        ("Gideon Marsh", "Tobias Hale"),
        ("insider", "militia"),
    ],
)
def test_different_actors_stay_apart(one, other):
    assert not identify_actor(one).same_as(identify_actor(other))


@pytest.mark.parametrize("phrase", ["they", "the attackers", "someone", "it", "a group", "the man"])
def test_phrase_that_names_nobody_is_no_actor(phrase):
    assert identify_actor(phrase) is None


@pytest.mark.parametrize("phrase", ["no one", "no group", "nobody"])
def test_nobody_is_no_actor(phrase):
    assert identify_actor(phrase) is None


@pytest.mark.parametrize("phrase", ["", "  ", "44 men", "...", "Mr President"])
def test_phrase_without_a_name_is_no_actor(phrase):
    assert identify_actor(phrase) is None


def test_meeting_is_mutual():
    phrases = ["Oslo", "the Norwegian navy", "Brisa Ottoline", "Ottoline", "divers", "Red Heron", "Norwegian gangsters"]
    actors = [identify_actor(phrase) for phrase in phrases]
    assert all(one.same_as(other) == other.same_as(one) for one in actors for other in actors)
    assert all(one.same_as(one) for one in actors)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("insiders", "someone in the house with a grudge"),
        ("a mole", "former employees"),
        ("terrorists", "terrorism"),
        ("American divers", "the United States"),
        ("a gang of smugglers", "smugglers"),
        ("a foreign power", "an outside group"),
        ("the militia of the coast", "the militia"),
        ("the Red Column, and not the navy", "the Red Column"),
    ],
)
def test_other_words_for_one_actor_meet(one, other):
    assert identify_actor(one).same_as(identify_actor(other))


@pytest.mark.parametrize(
    "phrase", ["unnamed source", "authors of the attack", "his wife", "any of its units", "the speaker"]
)
def test_empty_phrase_names_nobody(phrase):
    assert identify_actor(phrase) is None


def test_militia_of_a_state_is_not_the_state():
    assert identify_actor("Norwegian militia").camp == ""


def test_armed_group_that_governed_a_state_is_not_the_state():
    assert identify_actor("the Taliban").camp == "" and identify_actor("the Taliban").proper


def test_whoever_a_state_is_called_names_for_acts_for_it():
    assert identify_actor("Norwegian hangmen").camp == "Norway"


def test_home_grown_attackers_are_one_suspect():
    one, other = identify_actor("a home-grown bomber"), identify_actor("domestic extremists")
    assert one.same_as(other) and one.is_telling
