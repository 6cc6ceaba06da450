"""Units of measure and how they convert."""

import pytest

from rashomon.model.quantities import convert, find_unit


@pytest.mark.parametrize(
    ("word", "name"),
    [("km", "kilometre"), ("Kilometers", "kilometre"), ("feet", "foot"), ("kilos", "kilogram"), ("$", "dollar")],
)
def test_unit_is_known_by_its_names(word, name):
    unit = find_unit(word)
    assert unit is not None and unit.name == name


def test_word_that_is_no_unit_is_none():
    assert find_unit("boats") is None


def test_values_convert_within_a_dimension():
    mile, metre = find_unit("mile"), find_unit("metre")
    assert convert(2, mile, metre) == pytest.approx(3218.688)
    assert convert(7, mile, mile) == 7


def test_no_length_is_a_weight():
    with pytest.raises(ValueError, match="mile is no kilogram"):
        convert(1, find_unit("mile"), find_unit("kilogram"))


def test_unit_has_a_plural():
    assert find_unit("foot").plural == "feet"
