"""Clauses: phrases, subjects, owners and negation, walked over a parse."""

import pytest

from rashomon.extract.clauses import (
    actors_in,
    clause_around,
    conjuncts_of,
    is_clause_negated,
    owners_of,
    phrase_of,
    understood_subject_of,
)


@pytest.fixture
def at(parse):
    """The parse of a text, and its first token with the given words."""

    def at(text, word):
        parsed = parse(text)
        return parsed, next(t for t in parsed.tokens if t.text == word)

    return at


def words(parsed, bounds):
    first, last = bounds
    return parsed.text[parsed.tokens[first].start : parsed.tokens[last - 1].end]


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("The rusty bridge fell.", "bridge", "rusty bridge"),
        ("The owner of the bridge slept.", "owner", "owner of the bridge"),
        ("A group known as Red Heron slept.", "group", "group known as Red Heron"),
        ("The men with the lamps slept.", "men", "men"),
    ],
)
def test_phrase_keeps_what_names_and_drops_the_article(at, text, head, phrase):
    parsed, token = at(text, head)
    assert words(parsed, phrase_of(parsed, token.index)) == phrase


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The smugglers did not destroy the bridge.", "destroy"),
        ("No smuggler destroyed the bridge.", "destroyed"),
        ("The smugglers never destroyed the bridge.", "destroyed"),
        ("Nobody destroyed the bridge.", "destroyed"),
        ("I do not believe that smugglers destroyed the bridge.", "destroyed"),
        ("Neither Brisa nor Ana destroyed the bridge.", "destroyed"),
        ("The mayor knew of no such plan.", "knew"),
        ("The letter passed through no hands but his.", "passed"),
    ],
)
def test_negative_word_negates_its_clause(at, text, verb):
    parsed, token = at(text, verb)
    assert is_clause_negated(parsed, token.index, 0, len(parsed.tokens))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The smugglers destroyed the bridge.", "destroyed"),
        ("The smugglers destroyed the bridge and did not run.", "destroyed"),
        ("I do not doubt that no smuggler slept.", "slept"),
        ("It could hardly have been done without the smugglers.", "done"),
        ("The mayor had no doubt about it.", "had"),
        ("A blast would not necessarily have reached the station.", "reached"),
        ("The smugglers fled for no reason.", "fled"),
        ("The mayor pleaded to no avail.", "pleaded"),
    ],
)
def test_clause_without_or_with_two_negations_is_not_negated(at, text, verb):
    parsed, token = at(text, verb)
    assert not is_clause_negated(parsed, token.index, 0, len(parsed.tokens))


def test_several_negatives_of_one_clause_are_one_denial(at):
    parsed, token = at("No smuggler destroyed nothing.", "destroyed")
    assert is_clause_negated(parsed, token.index, 0, len(parsed.tokens))


def test_negation_of_another_voice_does_not_count(at):
    parsed, token = at("The mayor did not say that smugglers destroyed the bridge.", "destroyed")
    content = next(t.index for t in parsed.tokens if t.text == "that")
    assert not is_clause_negated(parsed, token.index, content, len(parsed.tokens))


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Smugglers destroyed the bridge.", "destroyed", "Smugglers"),
        ("Smugglers came and destroyed the bridge.", "destroyed", "Smugglers"),
        ("Smugglers wanted to destroy the bridge.", "destroy", "Smugglers"),
        ("The mayor ordered smugglers to destroy the bridge.", "destroy", "smugglers"),
        ("The men who destroyed the bridge ran.", "destroyed", "men"),
        ("The bridge was destroyed.", "destroyed", "bridge"),
    ],
)
def test_verb_finds_its_subject_or_borrows_one(at, text, verb, subject):
    parsed, token = at(text, verb)
    assert understood_subject_of(parsed, token).text == subject


def test_order_has_no_subject(at):
    parsed, token = at("Destroy the bridge!", "Destroy")
    assert understood_subject_of(parsed, token) is None


def test_clause_is_the_smallest_around_a_word(at):
    parsed, token = at("The mayor said that smugglers destroyed the bridge.", "bridge")
    assert words(parsed, clause_around(parsed, token)) == "that smugglers destroyed the bridge"


def test_joined_nouns_are_found_with_the_first(at):
    parsed, token = at("The mayor met Brisa, Ana and the colonel.", "Brisa")
    assert [t.text for t in conjuncts_of(parsed, token)] == ["Brisa", "Ana", "colonel"]


@pytest.mark.parametrize(
    ("text", "noun", "owners"),
    [
        ("Norway's attack failed.", "attack", ["Norway"]),
        ("The mayor blamed the Norwegian shelling of the town.", "shelling", ["Norwegian"]),
        ("An attack by smugglers failed.", "attack", ["smugglers"]),
        ("The Oslo attack failed.", "attack", []),
        ("The attack failed.", "attack", []),
        ("Its attack failed.", "attack", []),
    ],
)
def test_owner_of_a_deed_is_whose_it_is_not_where_it_was(at, text, noun, owners):
    parsed, token = at(text, noun)
    assert [t.text for t in owners_of(parsed, token)] == owners


def test_first_person_names_the_speaker(at):
    assert list(actors_in(*at("We destroyed the bridge.", "We"))) == [None]


@pytest.mark.parametrize(("text", "word"), [("It destroyed the bridge.", "It"), ("Dust destroyed the bridge.", "Dust")])
def test_thing_or_impersonal_word_names_no_actor(at, text, word):
    assert list(actors_in(*at(text, word))) == []


def test_nothing_names_no_actor(parse):
    assert list(actors_in(parse("Rain fell."), None)) == []
