"""Numbers in running text, with their hedges, as intervals."""

import pytest

from rashomon.extract.numbers import read_number


@pytest.fixture
def number(parse):
    """The bounds of the first number of a text."""

    def number(text):
        parsed = parse(text)
        last = len(parsed.tokens)
        found = (read_number(parsed, at, last) for at in range(last))
        return next(((n.low, n.high) for n in found if n is not None), None)

    return number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 boats", 12),
        ("1,250 boats", 1250),
        ("17.5 metres", 17.5),
        ("twenty-two tapes", 22),
        ("sixty-eight of their own", 68),
        ("eighty settlements", 80),
        ("three hundred and twenty-nine people", 329),
        ("two thousand three hundred people", 2300),
        ("fifty thousand dollars", 50_000),
        ("1.5 million people", 1_500_000),
        ("two and a half kilometres", 2.5),
        ("two and a half million people", 2_500_000),
        ("a dozen boats", 12),
        ("two dozen boats", 24),
        ("half a dozen boats", 6),
        ("two score points", 40),
        ("a hundred terabytes", 100),
        ("a pair of boxes", 2),
        ("an estimated 16,000 people", 16_000),
        ("about forty people", 40),
        ("fifty or so people", 50),
    ],
)
def test_number_is_read(number, text, value):
    assert number(text) == (value, value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least eight boats", 8, None),
        ("no fewer than six boats", 6, None),
        ("more than 25 boats", 25, None),
        ("200 or more boats", 200, None),
        ("200 boats", 200, 200),
        ("up to ten boats", None, 10),
        ("under 50 boats", None, 50),
        ("nearly 40 boats", None, 40),
        ("ten or fewer boats", None, 10),
        ("dozens of boats", 24, None),
        ("scores of boats", 40, None),
        ("hundreds of boats", 200, None),
        ("tens of thousands of boats", 20_000, None),
        ("several hundred boats", 300, None),
        ("about 300 to 500 boats", 300, 500),
        ("between 1 and 2 boats", 1, 2),
        ("between 1 and 2 million boats", 1_000_000, 2_000_000),
        ("seven or eight seconds", 7, 8),
        ("300-500 boats", 300, 500),
    ],
)
def test_hedge_gives_the_bounds(number, text, low, high):
    assert number(text) == (low, high)


def test_change_gives_the_later_number(number):
    assert number("The toll rose from 8 to 12 people") == (12, 12)


@pytest.mark.parametrize("text", ["SS-750", "21:52", "3/4", "0714", "205th", "F-16", "x1"])
def test_part_of_a_name_or_time_is_no_number(number, text):
    assert number(f"See {text} now") is None
