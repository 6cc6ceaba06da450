"""Counts that lean on another of their sentence, and shares, which count nothing."""

import pytest

from rashomon.extract.counts import find_counts


@pytest.fixture
def count(parse):
    """The counts of a text as (unit, low, high)."""

    def count(text):
        parsed = parse(text)
        return [(c.unit, c.low, c.high) for c in find_counts(parsed, 0, len(parsed.tokens))]

    return count


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The slide killed four and hurt twice as many.", 8, 8),
        ("At least four were killed and three times as many injured.", 12, None),
    ],
)
def test_multiple_is_taken_of_the_fate_before_it(count, text, low, high):
    assert count(text)[1] == ("injured", low, high)


def test_multiple_without_a_base_counts_nothing(count):
    assert count("Twice as many were hurt last year.") == []


@pytest.mark.parametrize(
    "text", ["One in three pumps failed.", "Four out of five valves stuck.", "There are two chances in seven."]
)
def test_share_counts_nothing(count, text):
    assert count(text) == []


def test_number_within_some_minutes_is_no_share(count):
    assert count("They killed two in ten minutes.")[0] == ("killed", 2, 2)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The slide killed at least 20 people, among them six children.", "children killed"),
        ("Twenty people were killed, including six women.", "women killed"),
        ("Among the dead were six children.", "children killed"),
        ("The slide swept away 20 houses, six of which were empty.", "houses empty"),
        ("Of 20 cartridges found, six were of foreign make.", "cartridges of foreign make"),
    ],
)
def test_part_is_named_after_its_whole(count, text, unit):
    assert (unit, 6, 6) in count(text) and ("killed", 6, 6) not in count(text)


def test_patients_of_whom_some_died_did_not_all_die(count):
    assert count("They treated 41 patients, of whom five have died.") == [("treated", 41, 41), ("killed", 5, 5)]


def test_more_dead_add_to_those_told_elsewhere(count):
    assert count("Four more people died.") == [("killed", 4, None)]
    assert count("Another four people died.") == [("killed", 4, None)]
    assert count("The slide killed two and injured another four.")[1] == ("injured", 4, 4)


def test_third_to_die_makes_three(count):
    assert count("A third miner died.") == [("killed", 3, 3)]


def test_only_survivor_is_one(count):
    assert count("The cook was the only survivor.") == [("survivors", 1, 1)]


@pytest.mark.parametrize("whom", ["None of the three guards", "Not one of them", "Neither of the guards"])
def test_none_of_them_is_nobody(count, whom):
    assert count(f"{whom} was hurt.") == [("injured", 0, 0)]
