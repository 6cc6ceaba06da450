"""Measured quantities: a number with its unit, and what it measures."""

import pytest

from rashomon.extract.counts import find_counts


@pytest.fixture
def measure(parse):
    """The measured quantities of a text as (slot, unit, low, high)."""

    def measure(text):
        parsed = parse(text)
        found = find_counts(parsed, 0, len(parsed.tokens))
        return [(c.unit, c.measure, c.low, c.high) for c in found if c.measure]

    return measure


@pytest.mark.parametrize(
    ("text", "slot", "unit", "value"),
    [
        ("The boat is 12 metres long.", "length", "metre", 12),
        ("It lies at a depth of 80 metres.", "depth", "metre", 80),
        ("The reservoir rose to 17.5 metres.", "level", "metre", 17.5),
        ("They dug a hole of twelve metres.", "hole", "metre", 12),
        ("It was fired about two kilometres away.", "distance", "kilometre", 2),
        ("The road lies five miles north of it.", "distance", "mile", 5),
        ("The fire burned for six hours.", "duration", "hour", 6),
        ("The ship left almost two hours late.", "delay", "hour", None),
        ("The ship left an hour and forty minutes late.", "delay", "minute", 100),
        ("There was a 12-hour delay.", "delay", "hour", 12),
        ("The blasts came 17 hours apart.", "interval", "hour", 17),
        ("It held some 500 kilos of flour.", "flour", "kilogram", 500),
        ("One man does not carry a ton of explosives.", "explosive", "ton", 1),
        ("They stole a hundred terabytes.", "data", "terabyte", 100),
        ("A shock of magnitude 3.4 was felt.", "magnitude", "magnitude", 3.4),
        ("They offered a reward of fifty thousand dollars.", "reward", "dollar", 50_000),
        ("The train ran at 110 kilometres an hour.", "speed", "kilometre per hour", 110),
        ("It cost $1.5m.", "money", "dollar", 1_500_000),
        ("It cost £10,000.", "money", "pound", 10_000),
        ("He had a temperature of 104.", "temperature", "degree", 104),
        ("It held a fifth of a milligram.", "weight", "milligram", 0.2),
        ("It lay a mile and a half from the port.", "distance", "mile", 1.5),
        ("A surge of 340 megawatts tripped the line.", "surge", "megawatt", 340),
        ("For nine years nobody asked.", "duration", "year", 9),
        ("The paper lay there for a fortnight.", "duration", "fortnight", 1),
        ("Four months' imprisonment was the sentence.", "imprisonment", "month", 4),
        ("He was jailed for twelve years.", "prison", "year", 12),
        ("Turnout was 61 per cent.", "turnout", "percent", 61),
        ("They asked 54% of voters.", "share of voters", "percent", 54),
    ],
)
def test_quantity_is_told_by_what_it_measures(measure, text, slot, unit, value):
    ((found_slot, found_unit, low, high),) = measure(text)
    assert (found_slot, found_unit) == (slot, unit) and (low is None or low == value) and high == (value or 2)


@pytest.mark.parametrize(
    "text",
    [
        "It sank six hours ago.",
        "She is 40 days old.",
        "Two days later they came.",
        "It has four storeys.",
        "A second bus.",
        "Prices rose by 20 per cent.",
        "Nine years of peace ended.",
    ],
)
def test_time_that_measures_nothing_is_left_out(measure, text):
    assert measure(text) == []


def test_second_size_borrows_the_unit_of_the_first(measure):
    sizes = [("width", "centimetre", 80, 80), ("depth", "centimetre", 30, 30)]
    assert measure("The hole is 80 cm wide and perhaps 30 deep.") == sizes
