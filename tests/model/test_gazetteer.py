"""The tables: what they must hold, and what no row may do."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from rashomon.model.gazetteer import PlaceKind, fold_name, list_bodies, list_places
from rashomon.model.vocabulary import SourceKind

ROOT = Path(__file__).parent.parent.parent
TABLES = ROOT / "src" / "rashomon" / "model" / "tables"
BYTES = 60_000
OTHERS = {"coordinates.tsv", "base_rates.toml"}
"""Tables beside those of the gazetteer."""
BYTES_OF_ALL = 300_000
BODY_KINDS = {
    SourceKind.STATE_BODY,
    SourceKind.AGENCY,
    SourceKind.OUTLET,
    SourceKind.COURT,
    SourceKind.EXPERT_BODY,
    SourceKind.ARMED_GROUP,
}
UNINHABITED_OR_PART = {
    "Bonaire, Saint Eustatius and Saba",
    "Bouvet Island",
    "French Southern Territories",
    "Heard Island and McDonald Islands",
    "South Georgia and the South Sandwich Islands",
    "Svalbard and Jan Mayen",
    "United States Minor Outlying Islands",
}
# Capitals that mean something else first, in the news of the world.
NO_WORD_FOR_A_GOVERNMENT = {
    "Basse-Terre",
    "Brussels",
    "Charlotte Amalie",
    "Douglas",
    "East Jerusalem",
    "Flying Fish Cove",
    "George Town",
    "Gustavia",
    "Hamilton",
    "Jamestown",
    "Kingston",
    "Longyearbyen",
    "Adamstown",
    "Marigot",
    "Mata-Utu",
    "Plymouth",
    "Saint Helier",
    "Saint Peter Port",
    "Saint-Denis",
    "Saint-Pierre",
    "Saipan",
    "San Juan",
    "Stanley",
    "The Valley",
    "West Island",
    "Male",  # Malé is known; without its accent it is a common word
}


def words_of(place):
    return {fold_name(word) for word in (place.name, *place.capitals, *place.demonyms, *place.other_names)}


def test_every_member_and_observer_of_the_united_nations_is_there():
    kinds = Counter(place.kind for place in list_places())
    assert (kinds[PlaceKind.MEMBER], kinds[PlaceKind.OBSERVER]) == (193, 2)


def test_no_word_stands_for_two_places():
    counted = Counter(word for place in list_places() for word in words_of(place))
    assert [word for word, times in counted.items() if times > 1] == []


def test_no_word_stands_for_a_place_and_a_body():
    places = set().union(*map(words_of, list_places()))
    assert [alias for body in list_bodies() for alias in body.aliases if fold_name(alias.text) in places] == []


def test_no_name_stands_for_two_bodies_unless_company_tells_them_apart():
    alone = Counter(fold_name(one.text) for body in list_bodies() for one in body.aliases if not one.shared)
    assert [name for name, times in alone.items() if times > 1] == []
    shared = Counter(
        (fold_name(one.text), body.state, body.kind) for body in list_bodies() for one in body.aliases if one.shared
    )
    assert [name for name, times in shared.items() if times > 1] == []


def test_bodies_are_well_formed():
    states = {place.name for place in list_places() if place.kind is not PlaceKind.PLACE}
    for body in list_bodies():
        assert body.kind in BODY_KINDS, body
        assert not body.state or body.state in states, body
        assert not body.state_owned or (body.is_press and body.state), body
        assert len({(one.text, one.shared) for one in body.aliases}) == len(body.aliases), body


def test_tables_are_tidy_and_small():
    tables = [path for path in TABLES.iterdir() if path.name not in OTHERS]
    assert sum(path.stat().st_size for path in tables) <= BYTES
    assert sum(path.stat().st_size for path in TABLES.iterdir()) <= BYTES_OF_ALL
    for path in tables:
        for line in path.read_text("utf-8").splitlines():
            assert line.startswith("#") or (line == line.strip() and "  " not in line and ", " not in line), line


def test_the_factbook_adds_only_to_places_of_ours():
    rows = [line.split("\t") for line in (TABLES / "factbook.tsv").read_text("utf-8").splitlines()[3:]]
    places = {place.name: place for place in list_places()}
    assert len(rows) > 150
    for name, demonyms, *formal in rows:
        assert set(filter(None, demonyms.split(","))) <= set(places[name].demonyms)
        assert set(formal) <= set(places[name].other_names)


def test_the_factbook_is_as_the_package_has_it():
    pytest.importorskip("pyworldatlas")
    script = ROOT / "tools" / "make_gazetteer.py"
    assert subprocess.run([sys.executable, script, "--check"], check=False).returncode == 0


def test_countries_and_capitals_of_a_kept_atlas_are_known():
    atlas = pytest.importorskip("pyworldatlas")
    known = {word: place for place in list_places() for word in words_of(place)}
    with atlas.Atlas() as world:
        for country in world.countries():
            names = (country.name, country.official_name or "", country.formal_name or "", *country.aliases)
            place = next((known[folded] for folded in map(fold_name, names) if folded in known), None)
            assert (place is None) == (country.name.strip() in UNINHABITED_OR_PART), country.name
            for capital in country.capitals if place else ():
                named = known.get(fold_name(capital.name))
                assert named == place or capital.name in NO_WORD_FOR_A_GOVERNMENT, capital.name
