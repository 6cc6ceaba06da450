"""Frames: the forms in which English says who did it, or what caused it."""

import pytest

from rashomon.extract.clauses import phrase_of
from rashomon.extract.frames import find_frames
from rashomon.extract.parsing import Parser


@pytest.fixture(scope="module")
def parser():
    return Parser()


def read(parser, text):
    """The frames of a text as (slot, actor's words, negated)."""
    parsed = parser.parse(text)
    frames = []
    for frame in find_frames(parsed, 0, len(parsed.tokens)):
        words = "self"
        if frame.actor is not None:
            first, last = phrase_of(parsed, frame.actor)
            words = parsed.text[parsed.tokens[first].start : parsed.tokens[last - 1].end]
        frames.append((str(frame.slot), words, frame.negated))
    return frames


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebel fighters blew up the bridge.", ("responsible", "Rebel fighters", False)),
        ("The bridge was blown up by rebel fighters.", ("responsible", "rebel fighters", False)),
        ("Norland was behind the attack.", ("responsible", "Norland", False)),
        ("The navy is responsible for the explosion.", ("responsible", "navy", False)),
        ("The ministry blamed the union for the fire.", ("responsible", "union", False)),
        ("The minister accused France of sabotage.", ("responsible", "France", False)),
        ("The evidence points to a disgruntled engineer.", ("responsible", "disgruntled engineer", False)),
        ("It was France.", ("responsible", "France", False)),
        ("France's attack surprised everyone.", ("responsible", "France", False)),
        ("It bore the hallmarks of the Red Column.", ("responsible", "Red Column", False)),
        ("France did not do it.", ("responsible", "France", True)),
        ("France had nothing to do with the explosion.", ("responsible", "France", True)),
        ("France had no part in the explosion.", ("responsible", "France", True)),
        ("I do not believe that France blew up the bridge.", ("responsible", "France", True)),
        ("The colonel denied any involvement.", ("responsible", "colonel", True)),
        ("The explosion was caused by a gas leak.", ("cause", "gas leak", False)),
        ("It was an accident.", ("cause", "accident", False)),
        ("The wall collapsed by itself.", ("cause", "itself", False)),
    ],
)
def test_form_is_read(parser, text, expected):
    assert expected in read(parser, text)


@pytest.mark.parametrize(
    "text", ["The town is quiet.", "Two ministers arrived in the morning.", "Water poured down the valley."]
)
def test_sentence_without_a_deed_has_no_frame(parser, text):
    assert read(parser, text) == []


def test_joined_actors_are_two_frames(parser):
    assert {words for _, words, _ in read(parser, "The bridge was destroyed by France and Norland.")} == {
        "France",
        "Norland",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A third theory, noted by a blogger: a band of partisans.", ("responsible", "band of partisans", False)),
        ("An insider: the police found none.", ("responsible", "insider", False)),
        ("The rebels, the minister said, committed an act of sabotage.", ("responsible", "rebels", False)),
        ("It looks like dust.", ("cause", "dust", False)),
        ("The dust killed them.", ("cause", "dust", False)),
        ("There is no sign of a foreign army.", ("responsible", "foreign army", True)),
    ],
)
def test_theory_or_aside_is_read(parser, text, expected):
    assert expected in read(parser, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the harbour police that broke into the depot.", ("responsible", "harbour police", False)),
        ("Was it the rebels?", ("responsible", "rebels", False)),
        ("Maybe our own did it.", ("responsible", "our own", False)),
        ("The smugglers acted alone.", ("responsible", "smugglers", False)),
        ("The militia carried out the bombing.", ("responsible", "militia", False)),
        ("A group said that it had carried out the bombing.", ("responsible", "self", False)),
        ("Infected meat was the first suspicion, she said.", ("cause", "Infected meat", False)),
        ("We think it was a fumigant.", ("cause", "fumigant", False)),
        ("It isn't the water, since the children drink it too.", ("cause", "water", True)),
        ("Maybe gas then.", ("cause", "gas", False)),
        ("Fright does not do this.", ("cause", "Fright", True)),
        ("Police ruled out a gas explosion.", ("cause", "gas", False)),
        ("Dust would have burned the ceiling.", ("cause", "Dust", True)),
    ],
)
def test_answer_is_read(parser, text, expected):
    assert expected in read(parser, text)


def test_contrast_denies_its_second_half_alone(parser):
    found = read(parser, "Norland was behind it, not the rebels.")
    assert ("responsible", "Norland", False) in found and ("responsible", "rebels", True) in found


def test_clause_is_not_denied_by_the_one_spliced_to_it(parser):
    assert ("responsible", "rebels", False) in read(parser, "The rebels did it, nobody was warned.")


@pytest.mark.parametrize(
    "text",
    [
        "He would not put it past them.",
        "The child showed a drawing made by her friends.",
        "It was a boy from the next town.",
    ],
)
def test_turn_of_phrase_is_no_deed(parser, text):
    assert read(parser, text) == []
