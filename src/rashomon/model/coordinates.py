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


_FIRST: Final = (Extent.STATE, Extent.CAPITAL, Extent.CITY)
_PEOPLED: Final = frozenset({PlaceKind.MEMBER, PlaceKind.OBSERVER, PlaceKind.OTHER, PlaceKind.TERRITORY})


def locate(place: str) -> Location | None:
    """Return where a place lies, as "Odesa", "Odessa, Ukraine" or "the Russian Federation" name it; None: not known.

    A capital comes before cities of its name, a name before another's spelling. Of two cities of one name neither is
    meant unless a state is named beside it.
    """
    name, _, beside = place.partition(",")
    found = _named().get(fold_name(name), ())
    if beside.strip():
        state = _canonical(beside)
        found = tuple(one for one in found if one.state == state)
    for extent in _FIRST:
        meant = [one for one in found if one.extent is extent]
        if meant:
            return meant[0] if len(meant) == 1 else None
    return None


@cache
def _named() -> dict[str, tuple[Location, ...]]:
    """Return the places by each of their folded names; where a name is one place's own, spellings do not count."""
    own: dict[str, list[Location]] = {}
    spelt: dict[str, list[Location]] = {}
    by_name: dict[tuple[Extent, str], Location] = {}
    for location, spellings in _read_table():
        own.setdefault(fold_name(location.name), []).append(location)
        by_name.setdefault((location.extent, location.name), location)
        for spelling in spellings:
            spelt.setdefault(fold_name(spelling), []).append(location)
    for place in list_places():
        state = by_name.get((Extent.STATE, place.name))
        for name in place.other_names if state is not None and place.kind in _PEOPLED else ():
            own.setdefault(fold_name(name), []).extend([state] if state else [])
        seat = by_name.get((Extent.CAPITAL, place.capitals[0])) if place.capitals else None
        if seat is not None and seat.state == place.name:
            for name in place.capitals[1:]:
                spelt.setdefault(fold_name(name), []).append(seat)
    return {name: tuple(dict.fromkeys(own.get(name) or spelt[name])) for name in (*spelt, *own)}


def _canonical(state: str) -> str:
    found = [one for one in _named().get(fold_name(state), ()) if one.extent is Extent.STATE]
    return found[0].name if len(found) == 1 else ""


def _read_table() -> Iterator[tuple[Location, tuple[str, ...]]]:
    text = files("rashomon.model").joinpath("tables", "coordinates.tsv").read_text("utf-8")
    for line in [line for line in text.splitlines() if line and not line.startswith("#")][1:]:
        name, extent, state, latitude, longitude, *rest = line.split("\t")
        location = Location(
            name=name, extent=Extent(extent), state=state, latitude=float(latitude), longitude=float(longitude)
        )
        yield location, tuple(filter(None, rest[0].split(","))) if rest else ()
