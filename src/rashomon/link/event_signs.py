"""What tells which event a report is on: its rare words and names, the days it names, and when it appeared.

Each sign is weighed by how rare it is among the reports at hand (Spärck Jones 1972). A handful of reports says little
about what is rare, so two hundred imagined reports stand beside them in which words of the thesaurus ("explosion",
"killed") are common, other words less so, and names rare. And what all of a thousand reports on one event have in
common is what they are on: beyond a number of holders a sign gets no commoner.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from rashomon.link.features import NAME, NUMBER, Feature, read_outline
from rashomon.link.times import MONTHS, WEEKDAYS, find_times
from rashomon.model.document import Document
from rashomon.model.vocabulary import Precision

_DAY: Final = "day"
_WEEKS: Final = "weeks"
_YEAR: Final = "year"
_COMMON: Final = "="
_IMAGINED: Final = 200
_MOST_REPORTS: Final = 250
_MOST_HOLDERS: Final = 25
_EXPECTED: Final[Mapping[str, float]] = MappingProxyType(
    {"w": 6.0, _COMMON: 30.0, NAME: 1.0, "state": 6.0, _DAY: 1.0, _WEEKS: 20.0, _YEAR: 30.0}
)
"""In how many of the imagined reports a sign of a kind stands."""
_DAY_WEIGHT: Final = 1.5
_TIMELINESS: Final[Mapping[str, float]] = MappingProxyType({_WEEKS: 0.012, _YEAR: 0.007})
"""What one window adds to a likeness where no other report stands in it: too little to join what shares no words."""

_UNSAID: Final = 1500.0
"""Squared weight of what a report leaves unsaid: one word in common does not make two short posts alike."""

_SHARPNESS: Final = 1.5
_MOST_SIGNS: Final = 80
_LEAD_SENTENCES: Final = 2
_MOST_CHARS: Final = 6000
_WINDOWS: Final = ((_WEEKS, 28), (_YEAR, 360))
_NO_SIGNS: Final = frozenset(name[:6] for name in (*MONTHS, *WEEKDAYS))
_EXACT: Final = (Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY)

Signs = Mapping[int, float]
"""Signs by number with their weights; those of when a report appeared have negative numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignTable:
    """The signs of every report by its id, weighed; the length of a row is 1 at most, and less for a short report."""

    rows: Mapping[str, Signs]


def read_signs(documents: Sequence[Document]) -> SignTable:
    """Return the signs of reports. The title and the first sentences count double; numbers and weekdays do not."""
    counts = {document.id: _count_signs(document) for document in documents}
    holders: Counter[Feature] = Counter()
    for counted in counts.values():
        holders.update(counted.keys())
    many = min(len(documents), _MOST_REPORTS) + _IMAGINED
    numbers = {
        sign: -number if sign.kind in _TIMELINESS else number for number, sign in enumerate(sorted(holders), start=1)
    }
    weighed = {document_id: _weigh(counted, holders, many) for document_id, counted in counts.items()}
    rows = {
        document_id: {numbers[sign]: weight for sign, weight in row.items()} for document_id, row in weighed.items()
    }
    return SignTable(rows=rows)


def likeness(one: Signs, other: Signs) -> float:
    """Return the product of two rows, about 0..1, or of sums of rows."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[sign] for sign, weight in one.items() if sign in other)


def _count_signs(document: Document) -> Counter[Feature]:
    text = f"{document.title}.\n{document.text[:_MOST_CHARS]}"
    counted: Counter[Feature] = Counter()
    for number, features in enumerate(read_outline(text)):
        for feature in features:
            if feature.kind != NUMBER and feature.form not in _NO_SIGNS:
                counted[feature] += 2 if number < _LEAD_SENTENCES else 1
    published = document.published_at
    for time in find_times(document.text[:_MOST_CHARS], published_at=published):
        if time.begin is not None and time.precision in _EXACT:
            counted[Feature(_DAY, f"{time.begin:%Y-%m-%d}")] += 1
    if published is not None:
        # Two windows, half of one apart: reports of neighbouring days always share one.
        for name, days in _WINDOWS:
            for half in (0, 1):
                counted[Feature(name, f"{half} {(published.toordinal() + half * days // 2) // days}")] = 1
    return counted


def _weigh(counted: Counter[Feature], holders: Counter[Feature], many: int) -> dict[Feature, float]:
    rarity = {sign: _measure_rarity(sign, holders[sign], many) for sign in counted}
    said = {
        sign: (1 + math.log(times)) * rarity[sign] * (_DAY_WEIGHT if sign.kind == _DAY else 1.0)
        for sign, times in counted.items()
        if sign.kind not in _TIMELINESS
    }
    kept = sorted(said, key=lambda sign: (-said[sign], sign))[:_MOST_SIGNS]
    length = math.sqrt(sum(said[sign] ** 2 for sign in kept) + _UNSAID)
    row = {sign: said[sign] / length for sign in kept if said[sign]}
    for sign in counted:
        if sign.kind in _TIMELINESS:
            alone = _measure_rarity(sign, 1, many)
            row[sign] = math.sqrt(_TIMELINESS[sign.kind]) * rarity[sign] / alone if alone else 0.0
    return row


def _measure_rarity(sign: Feature, holders: int, many: int) -> float:
    """Return how much it says that a sign stands in a report, 0 where it may stand in any."""
    among = min(holders, _MOST_HOLDERS) + _EXPECTED[_kind(sign)]
    return math.log(many / among) ** _SHARPNESS if among < many else 0.0


def _kind(sign: Feature) -> str:
    if sign.kind == NAME:
        return "state" if sign.form[:1].isupper() else NAME
    return _COMMON if sign.form.startswith(_COMMON) else sign.kind
