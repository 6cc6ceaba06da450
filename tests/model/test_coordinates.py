"""Where places lie, and that nothing is guessed."""

import pytest

from rashomon.model.coordinates import Extent, locate


@pytest.mark.parametrize(
    ("place", "name", "state", "extent"),
    [
        ("Kyiv", "Kyiv", "Ukraine", Extent.CAPITAL),
        ("Kiev", "Kyiv", "Ukraine", Extent.CAPITAL),
        ("Odessa", "Odesa", "Ukraine", Extent.CITY),
        ("Odesa, Ukraine", "Odesa", "Ukraine", Extent.CITY),
        ("Sao Paulo", "São Paulo", "Brazil", Extent.CITY),
        ("Tel Aviv", "Tel Aviv", "Israel", Extent.CITY),
        ("the Russian Federation", "Russia", "Russia", Extent.STATE),
        ("U.S.", "United States", "United States", Extent.STATE),
        ("Reykjavik", "Reykjavík", "Iceland", Extent.CAPITAL),
        ("Rangoon", "Yangon", "Myanmar", Extent.CITY),
        ("Aden", "Aden", "Yemen", Extent.CITY),
        ("Amsterdam", "Amsterdam", "Netherlands", Extent.CAPITAL),
        ("Burma", "Myanmar", "Myanmar", Extent.STATE),
        ("London", "London", "United Kingdom", Extent.CAPITAL),
        ("London, Canada", "London", "Canada", Extent.CITY),
    ],
)
def test_a_place_is_found(place, name, state, extent):
    found = locate(place)
    assert (found.name, found.state, found.extent) == (name, state, extent)


@pytest.mark.parametrize(
    "place",
    [
        "",
        ",",
        "Kremlin",
        "Hyderabad",
        "San Jose",
        "Rangoon, Japan",
        "the harbour",
        "Kyiv, Canada",
        "\u202e",
        "x" * 9999,
    ],
)
def test_what_is_unknown_or_ambiguous_is_nowhere(place):
    assert locate(place) is None


def test_coordinates_are_where_they_should_be():
    kyiv, canberra, quito = locate("Kyiv"), locate("Canberra"), locate("Quito")
    assert (kyiv.latitude, kyiv.longitude) == pytest.approx((50.45, 30.52), abs=0.05)
    assert canberra.latitude < 0 < canberra.longitude
    assert quito.latitude < 0 and quito.longitude < 0
    assert 30 < locate("Russia").longitude < 180
