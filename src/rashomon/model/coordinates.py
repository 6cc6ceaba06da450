"""Where places lie: states, capitals and larger cities by name, read once from the table beside.

`tables/coordinates.tsv` is made by `tools/make_map.py` from GeoNames (CC BY 4.0) and Natural Earth (public domain). A
name that means two of its places, or none, lies nowhere: nothing is guessed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from rashomon.model.gazetteer import PlaceKind, fold_name, list_places


class Extent(StrEnum):
    """What a point on the map stands for."""

    STATE = "state"  # somewhere in it: the point is its middle
    CAPITAL = "capital"
    CITY = "city"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place with its coordinates in degrees: north of the equator and east of Greenwich positive."""

    name: str
    extent: Extent
    state: str
    latitude: float
    longitude: float


_PEOPLED: Final = frozenset({PlaceKind.MEMBER, PlaceKind.OBSERVER, PlaceKind.OTHER, PlaceKind.TERRITORY})


def locate(place: str) -> Location | None:
    """Return where a place lies, as "Odesa", "Odessa, Ukraine" or "the Russian Federation" name it; None: not known.

    A state comes before a capital and a capital before cities of its name. Of two cities of one name, or a city's name
    that is another place's spelling, neither is meant unless a state is named beside it.
    """
    name, _, beside = place.partition(",")
    known = _named().get(fold_name(name), _Known())
    if beside.strip():
        state = _canonical(beside)
        known = _Known(
            own=tuple(one for one in known.own if one.state == state),
            spelt=tuple(one for one in known.spelt if one.state == state),
        )
    for extent in (Extent.STATE, Extent.CAPITAL):
        meant = [one for one in known.own if one.extent is extent]
        if meant:
            return meant[0] if len(meant) == 1 else None
    found = tuple(dict.fromkeys((*known.own, *known.spelt)))
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The places that have a name for their own, and those that are spelt so at times."""

    own: tuple[Location, ...] = ()
    spelt: tuple[Location, ...] = ()


@cache
def _named() -> dict[str, _Known]:
    """Return the places by each of their folded names and spellings."""
    own: dict[str, list[Location]] = {}
    spelt: dict[str, list[Location]] = {}
    states: dict[str, Location] = {}
    for location, spellings in _read_table():
        own.setdefault(fold_name(location.name), []).append(location)
        if location.extent is Extent.STATE:
            states[location.name] = location
        for spelling in spellings:
            spelt.setdefault(fold_name(spelling), []).append(location)
    for place in list_places():
        if place.kind in _PEOPLED and place.name in states:
            for name in place.other_names:
                spelt.setdefault(fold_name(name), []).append(states[place.name])
    return {
        name: _Known(own=tuple(dict.fromkeys(own.get(name, ()))), spelt=tuple(dict.fromkeys(spelt.get(name, ()))))
        for name in (*spelt, *own)
    }


def _canonical(state: str) -> str:
    """Return a state's name in the table; "" for what is no state."""
    known = _named().get(fold_name(state), _Known())
    found = {one.name for one in (*known.own, *known.spelt) if one.extent is Extent.STATE}
    return found.pop() if len(found) == 1 else ""


def _read_table() -> Iterator[tuple[Location, tuple[str, ...]]]:
    text = files("rashomon.model").joinpath("tables", "coordinates.tsv").read_text("utf-8")
    for line in [line for line in text.splitlines() if line and not line.startswith("#")][1:]:
        name, extent, state, latitude, longitude, *rest = line.split("\t")
        location = Location(
            name=name, extent=Extent(extent), state=state, latitude=float(latitude), longitude=float(longitude)
        )
        yield location, tuple(filter(None, rest[0].split(","))) if rest else ()
