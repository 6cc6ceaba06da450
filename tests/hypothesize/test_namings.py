"""Namings: what a text names as an explanation without a parse."""

import pytest

from rashomon.hypothesize.namings import find_namings


@pytest.fixture
def named(make_document):
    """The phrases that a text names as explanations."""

    def named(text):
        return [naming.phrase for naming in find_namings([make_document("gazette", text)])]

    return named


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The mayor blamed the smugglers for it.", "smugglers"),
        ("Police suspect a gang of poachers.", "gang"),
        ("He pointed the finger at the Harvian navy.", "Harvian navy"),
        ("It was the work of the Brotherhood of Tarn.", "Brotherhood of Tarn"),
        ("Poachers from the valley may have been behind it.", "valley"),
        ("The barge was set alight; the fire was laid by deserters.", "deserters"),
        ("The theory of a drifting mine is dead.", "drifting mine"),
        ("The mine theory is dead.", "mine"),
        ("The captain ruled out a boiler fault.", "boiler fault"),
        ("The wreck is consistent with a collision.", "collision"),
        ("The sinking was due to rotten planks.", "rotten planks"),
        ("Rotten planks had caused the leak.", "Rotten planks"),
    ],
)
def test_turn_of_phrase_names_an_explanation(text, phrase, named):
    assert phrase in named(text)


def test_alternatives_are_named_one_by_one(named):
    assert named("It was either a storm or a torpedo.") == ["storm", "torpedo"]
    assert named("Not the rebels, but the guards, they say.") == ["rebels", "guards"]


def test_what_is_said_of_anything_else_names_nothing(named):
    assert named("The harbour was calm and the gulls slept.") == []


def test_naming_stands_where_it_says(make_document):
    document = make_document("gazette", "They blamed   the smugglers. The mine theory is dead.")
    for naming in find_namings([document]):
        assert " ".join(document.text[naming.start : naming.end].split()) == naming.phrase


def test_accusing_names_an_actor_and_causing_a_cause(make_document):
    (accused,) = find_namings([make_document("gazette", "He blamed the smugglers.")])
    (caused,) = find_namings([make_document("gazette", "A torpedo had caused it.")])
    assert (accused.actor, accused.cause, caused.actor, caused.cause) == (True, False, False, True)


@pytest.mark.parametrize("unit", ["the ", "blame on ", "The Man ", "a", "x'x "])
def test_hostile_text_takes_time_in_proportion(unit, make_document):
    assert len(find_namings([make_document("gazette", unit * 20_000)])) <= 20_000


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Shells came from beyond the Harvian border.", "Harvian"),
        ("They call themselves the Sons of Tarn.", "Sons of Tarn"),
        ("A letter signed Red Heron was found.", "Red Heron"),
        ("An armed group called Red Heron was seen.", "Red Heron"),
    ],
)
def test_name_that_somebody_goes_by_is_named(text, phrase, named):
    assert phrase in named(text)


def test_place_is_not_who_is_guilty(named):
    assert "Harvia" not in named("Every farmer in Harvia is responsible.")
