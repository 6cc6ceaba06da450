"""Allusions: who is said to have done it without anybody saying that he did it."""

import pytest

from rashomon.extract.clauses import phrase_of
from rashomon.extract.frames import find_frames


@pytest.fixture
def read(parse):
    """The frames of a text as (slot, actor's words, negated)."""

    def read(text):
        parsed = parse(text)
        return [
            (
                str(frame.slot),
                "self" if frame.actor is None else parsed.words(*phrase_of(parsed, frame.actor)),
                frame.negated,
            )
            for frame in find_frames(parsed, 0, len(parsed.tokens))
        ]

    return read


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The method fits the pattern of the Red Column.", "Red Column"),
        ("The wiring sits well with the militia.", "militia"),
        ("The timing speaks for an act of terrorism.", "terrorism"),
        ("The damage is consistent with a boiler failure.", "boiler failure"),
        ("Responsibility for the raid lies with the garrison.", "garrison"),
        ("Suspicion fell on the captain.", "captain"),
        ("Detectives are looking at human error.", "human error"),
        ("She leans towards negligence.", "negligence"),
    ],
)
def test_whom_the_evidence_fits_is_named(read, text, named):
    assert named in [words for _, words, negated in read(text) if not negated]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The villagers fell victim to rebel shells.", "rebel"),
        ("The patrol fell to militia fire.", "militia"),
        ("Inspectors put it down to a gas leak.", "gas leak"),
        ("The bank laid the theft at the door of its own staff.", "own staff"),
        ("The shell came from the positions of the coastal brigade.", "coastal brigade"),
        ("The rocket was fired from Norwegian territory.", "Norwegian"),
        ("The order came from the admiral.", "admiral"),
    ],
)
def test_where_a_blow_came_from_is_named(read, text, named):
    assert any(words.endswith(named) for _, words, _ in read(text))


def test_traveller_comes_from_nowhere_in_particular(read):
    assert read("The tourists came from Norway.") == []


def test_visitor_who_goes_to_a_town_points_at_nobody(read):
    assert read("They went to Oslo on Friday.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The insider theory is popular.", ("responsible", "insider", False)),
        ("The insider theory has collapsed.", ("responsible", "insider", True)),
        ("The gas theory is thin.", ("cause", "gas", True)),
        ("Police found no sign of a foreign gang.", ("responsible", "foreign gang", True)),
        ("Two officers spoke of negligence.", ("cause", "negligence", False)),
    ],
)
def test_theory_names_what_it_holds(read, text, expected):
    assert expected in read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister called those who did it cowards and terrorists.", "terrorists"),
        ("The minister called those behind it terrorists.", "terrorists"),
        ("The minister described those who did it as terrorists.", "terrorists"),
        ("The mayor described the attackers as criminals.", "criminals"),
        ("The mayor called the fire an accident.", "accident"),
        ("Doctors consider the illness a case of mass hysteria.", "mass hysteria"),
    ],
)
def test_name_for_the_doers_or_the_deed_is_an_answer(read, text, expected):
    assert any(expected in words for _, words, _ in read(text))


def test_name_for_a_person_is_no_answer(read):
    assert read("The mayor called the singer a genius.") == []


@pytest.mark.parametrize("text", ["The Red Column claimed the attack.", "The Red Column owned up to it."])
def test_owner_of_a_claim_is_named(read, text):
    assert ("responsible", "Red Column", False) in read(text)


def test_theory_before_a_colon_is_named_though_a_participle_stands_between(read):
    assert ("responsible", "Smugglers", False) in read("Smugglers with hired boats: possible, though the sea was high.")
