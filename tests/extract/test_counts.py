"""Counts: numbers with their hedges and what they count."""

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
        ("Seven boats were lost.", 7, 7),
        ("1,250 boats were lost.", 1250, 1250),
        ("Two hundred boats were lost.", 200, 200),
        ("At least eight boats were lost.", 8, None),
        ("No fewer than six boats were lost.", 6, None),
        ("More than 25 boats were lost.", 25, None),
        ("Up to ten boats were lost.", None, 10),
        ("No more than ten boats were lost.", None, 10),
        ("Fewer than ten boats were lost.", None, 10),
        ("As many as 40 boats were lost.", None, 40),
        ("Nearly 30 boats were lost.", None, 30),
        ("Upwards of 30 boats were lost.", 30, None),
        ("Not fewer than 30 boats were lost.", 30, None),
        ("Half a dozen boats were lost.", 6, 6),
    ],
)
def test_hedge_gives_the_bounds(count, text, low, high):
    assert count(text) == [("boats", low, high)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between four and six boats were lost.", 4, 6),
        ("Four or five boats were lost.", 4, 5),
        ("About 300 to 500 boats were lost.", 300, 500),
    ],
)
def test_two_numbers_are_a_range(count, text, low, high):
    assert count(text) == [("boats", low, high)]


def test_two_things_joined_are_two_counts(count):
    assert count("The mayor counted 12 boats and three cars.") == [("boats", 12, 12), ("cars", 3, 3)]


@pytest.mark.parametrize(("word", "low"), [("Dozens of", 24), ("Hundreds of", 200), ("Several", 3)])
def test_vague_word_bounds_from_below(count, word, low):
    assert count(f"{word} boats were lost.") == [("boats", low, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank in 1954.",
        "The ferry sank on 4 May.",
        "It burned six weeks ago.",
        "They came three hours later.",
        "The ship left at 10 a.m.",
        "At 21.52 he left.",
        "He left at ten minutes to five.",
        "Ann Roe, 26, was arrested.",
        "Flight 870 left late.",
        "The SS-750 left late.",
        "Boxes lay in hangar 221.",
        "One of the victims called.",
        "The 1941 talk was short.",
        "Prices rose by 20 percent.",
        "The 34-year-old captain slept.",
        "The third boat was lost.",
    ],
)
def test_year_date_age_name_or_ordinal_is_no_count(count, text):
    assert count(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("The blast killed three people.", "killed", 3),
        ("Three people died.", "killed", 3),
        ("Killing one woman, the mine drifted away.", "killed", 1),
        ("The blast left two people dead.", "killed", 2),
        ("Five people were injured.", "injured", 5),
    ],
)
def test_people_who_met_a_fate_are_counted_by_it(count, text, unit, number):
    assert (unit, number, number) in count(text)


def test_people_who_met_no_fate_are_counted_as_people(count):
    assert count("Three people watched.") == [("people", 3, 3)]


def test_only_numbers_of_the_stretch_are_counted(parse):
    parsed = parse("Two boats sank. Three cars burned.")
    sentence = parsed.sentences[1]
    assert [c.unit for c in find_counts(parsed, sentence.first, sentence.last)] == ["cars"]


def test_hyphenated_number_is_one_number(count):
    assert count("Twenty-three boats were lost.") == [("boats", 23, 23)]


def test_scale_of_a_range_holds_for_both_numbers(count):
    assert count("Between 1 and 2 million people fled.") == [("people", 1_000_000, 2_000_000)]


def test_vague_number_of_people_who_met_a_fate_is_counted_by_it(count):
    assert count("Hundreds of people were killed.") == [("killed", 200, None)]


def test_people_named_by_their_trade_are_counted_by_their_fate(count):
    assert count("The blast left two fishermen dead.") == [("killed", 2, 2)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Five wounded men were flown out.", ("injured", 5, 5)),
        ("They hid two booby-trapped men.", ("people", 2, 2)),
        ("The blast left 12 dead and 40 hurt.", ("injured", 40, 40)),
        ("Authorities said 14 were dead, nine hurt and three missing.", ("killed", 14, 14)),
        ("The guard was shot six times.", ("times shot", 6, 6)),
        ("Two thousand marched.", ("people", 2000, 2000)),
        ("The shell wounded five guards, two of whom later died.", ("injured", 5, 5)),
    ],
)
def test_what_is_counted_is_found_across_the_sentence(count, text, found):
    assert found in count(text)


def test_comparison_by_times_counts_nothing(count):
    assert count("The river was three times as wide.") == []


def test_theories_are_no_count(count):
    assert count("There are two theories.") == []


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("Two men and three women were killed.", "killed", 5),
        ("A man and a woman are in critical condition.", "ill", 2),
        ("Two officers and 264 men perished.", "killed", 266),
    ],
)
def test_joined_people_of_one_fate_are_added_up(count, text, unit, number):
    assert count(text) == [(unit, number, number)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("No one was killed.", "killed"),
        ("Nobody died.", "killed"),
        ("There were no casualties.", "casualties"),
        ("No passengers were injured.", "injured"),
    ],
)
def test_nobody_is_none(count, text, unit):
    assert count(text) == [(unit, 0, 0)]


@pytest.mark.parametrize("text", ["There is no evidence.", "No ship came.", "No fewer than that."])
def test_no_thing_is_no_count(count, text):
    assert count(text) == []


def test_somebody_who_met_a_fate_is_one(count):
    assert count("A police officer was injured.") == [("injured", 1, 1)]


def test_somebody_who_met_no_fate_is_no_count(count):
    assert count("A police officer spoke.") == []


def test_part_of_a_whole_is_counted_not_the_whole(count):
    assert count("Three of the four lines broke.") == [("lines", 3, 3)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Nine boxes are missing.", "boxes missing"), ("They recovered nine boxes.", "boxes recovered")],
)
def test_things_are_told_apart_by_what_became_of_them(count, text, unit):
    assert count(text) == [(unit, 9, 9)]


@pytest.mark.parametrize("text", ["9999999999999999999 people died.", "99999999999 people died.", "1e30 people died."])
def test_absurd_number_is_no_count(count, text):
    assert count(text) == []


@pytest.mark.parametrize(
    "text", ["12345 67890 24680", "٣ ³ ½ Ⅷ 四 people died", "0", "7" * 5000, "," * 99, "two " * 400]
)
def test_any_text_is_read(count, text):
    assert isinstance(count(text), list)


def test_one_and_several_of_a_thing_have_one_unit(count):
    one, several = count("One child watched."), count("Three children watched.")
    assert one[0][0] == several[0][0]


def test_second_number_of_people_without_its_noun_is_counted_by_its_fate(count):
    assert ("injured", 5, 5) in count("The blast left two people dead and five injured.")
