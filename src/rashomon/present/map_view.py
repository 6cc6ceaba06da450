"""The places of the events on a map: where they lie, how many reports speak of them, and which part of the world."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.model.coordinates import Extent, Location, locate
from rashomon.model.event import Event
from rashomon.present.index import AnalysisIndex
from rashomon.present.plain import show_inline

WIDTH: Final = 640.0
HEIGHT: Final = 400.0
LEAST_DEGREES: Final = 14.0
"""How much of the world is shown at least, from south to north."""
MARGIN: Final = 1.5
SMALLEST: Final = 4.5
LARGEST: Final = 20.0
LETTER: Final = 6.6
LINE: Final = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A place with the events told of it and how many reports speak of them; x, y and radius in the map's units."""

    location: Location
    events: tuple[Event, ...]
    reports: int
    x: float
    y: float
    radius: float
    label: str

    @property
    def is_state(self) -> bool:
        """Whether it is somewhere in a state, no more is known."""
        return self.location.extent is Extent.STATE


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownPlace:
    """A place as the reports name it, with its events, that cannot be put on the map."""

    name: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """A part of the world: degrees times (`across`, `down`) and then (`left`, `top`) make the picture's units.

    `places` has those of most reports first; `unplaced` are the places that the table does not know, or knows several
    of, in order of their names.
    """

    across: float
    down: float
    left: float
    top: float
    places: tuple[MapPlace, ...]
    unplaced: tuple[UnknownPlace, ...]


def view_map(index: AnalysisIndex) -> MapView:
    """Return the map of all events whose place is known. Without any it shows the whole world and no place."""
    spoken = _count_spoken(index)
    found: dict[Location, list[Event]] = {}
    unplaced: dict[str, list[Event]] = {}
    for event in index.analysis.linkage.events:
        location = locate(event.place) if event.place else None
        if location is not None:
            found.setdefault(location, []).append(event)
        elif event.place:
            unplaced.setdefault(event.place, []).append(event)
    across, down, left, top = _frame(tuple(found))
    most = max((len(_join(events, spoken)) for events in found.values()), default=0)
    ranked = sorted(found.items(), key=lambda one: (-len(_join(one[1], spoken)), one[0].name))
    taken: list[tuple[float, float, float]] = []
    places = []
    for location, events in ranked:
        reports = len(_join(events, spoken))
        x, y = location.longitude * across + left, -location.latitude * down + top
        radius = SMALLEST + (LARGEST - SMALLEST) * math.sqrt(reports / most) if most else SMALLEST
        places.append(
            MapPlace(
                location=location,
                events=tuple(events),
                reports=reports,
                x=round(x, 1),
                y=round(y, 1),
                radius=round(radius, 1),
                label=_label(location, x + radius + 3, y, taken),
            )
        )
    return MapView(
        across=round(across, 5),
        down=round(down, 5),
        left=round(left, 2),
        top=round(top, 2),
        places=tuple(places),
        unplaced=tuple(UnknownPlace(name=name, events=tuple(unplaced[name])) for name in sorted(unplaced)),
    )


def say_location(location: Location) -> str:
    """Return a place with its state, so that one sees which is meant: "Moscow, Russia", "somewhere in Ukraine"."""
    name = show_inline(location.name)
    if location.extent is Extent.STATE:
        return f"somewhere in {name}"
    return f"{name}, {location.state}" if location.state and location.state != name else name


def _count_spoken(index: AnalysisIndex) -> dict[str, set[str]]:
    spoken = {event.id: set(event.document_ids) for event in index.analysis.linkage.events}
    for link in index.analysis.linkage.event_links:
        spoken.setdefault(link.event_id, set()).add(link.document_id)
    return spoken


def _join(events: Iterable[Event], spoken: dict[str, set[str]]) -> set[str]:
    return {document_id for event in events for document_id in spoken.get(event.id, ())}


def _frame(locations: Sequence[Location]) -> tuple[float, float, float, float]:
    """Return scale and shift of a plate carrée that is true to shape at its middle and holds all places."""
    if not locations:
        return WIDTH / 360, WIDTH / 360, WIDTH / 2, HEIGHT / 2
    east = [one.longitude for one in locations]
    north = [one.latitude for one in locations]
    middle_east, middle_north = (min(east) + max(east)) / 2, (min(north) + max(north)) / 2
    squeeze = max(0.2, math.cos(math.radians(middle_north)))
    tall = max(LEAST_DEGREES, MARGIN * (max(north) - min(north)))
    wide = max(LEAST_DEGREES * WIDTH / HEIGHT, MARGIN * (max(east) - min(east)) * squeeze)
    down = min(HEIGHT / tall, WIDTH / wide)
    across = down * squeeze
    return across, down, WIDTH / 2 - middle_east * across, HEIGHT / 2 + middle_north * down


def _label(location: Location, x: float, y: float, taken: list[tuple[float, float, float]]) -> str:
    """Return a place's name where it fits beside its mark and covers no other, else ""."""
    name = show_inline(location.name)
    end = x + LETTER * len(name)
    if end > WIDTH or any(abs(y - line) < LINE and x < right and left < end for left, right, line in taken):
        return ""
    taken.append((x, end, y))
    return name
