"""All claims as rows that can be filtered, counted by facet and sorted: columns of codes, so that it is quick."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.event import Event
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Certainty, Polarity, ReviewKind
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex
from rashomon.present.plain import show_inline
from rashomon.present.spread import Spread, trace_spreads

NOBODY: Final = "nobody named"
NONE: Final = "none"
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula (OWASP, CSV injection)."""
MOST_VALUES: Final = 400
"""Values of one facet that are kept apart; the rarer ones are not offered."""


class Order(StrEnum):
    """What claims are listed by."""

    TIME = "time"  # the latest first
    WEIGHT = "weight"  # the heaviest first
    SPREAD = "spread"  # said in most origins first
    READING = "reading"  # as they stand in the reports


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim as it is listed: `bits` is the heaviest weight of any evidence it is part of, with its sign."""

    claim: Claim
    document: Document
    holder: str
    event: Event | None
    bearings: tuple[ClaimBearing, ...]
    bits: float
    spread: Spread | None
    review: ReviewKind | None

    @property
    def origins(self) -> int:
        """In how many origins it is said."""
        return len(self.spread.origin_ids) if self.spread else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetChoice:
    """The values claims are narrowed to, one for each facet; "" leaves a facet open."""

    holder: str = ""
    camp: str = ""
    event: str = ""
    answer: str = ""
    polarity: str = ""
    certainty: str = ""
    stance: str = ""
    modality: str = ""
    publisher: str = ""
    standing: str = ""


FACETS: Final = tuple(field.name for field in fields(FacetChoice))
STANDINGS: Final[Mapping[ReviewKind | None, str]] = {
    None: "undecided",
    ReviewKind.ACCEPTED: "accepted",
    ReviewKind.REJECTED: "rejected",
    ReviewKind.FIXED: "fixed",
    ReviewKind.PLACED: "placed",
    ReviewKind.MERGED: "merged",
    ReviewKind.SPLIT: "split",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value of a facet, in words, and how many claims have it under all the other filters."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow claims down; `chosen` is the value in force."""

    name: str
    chosen: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The claims that a filter leaves, in order, and the facets to narrow them further."""

    rows: tuple[ClaimRow, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Column:
    """One facet of all claims: `codes` (one an entry) point into `values`; `rows` say which claim an entry is of."""

    values: tuple[str, ...]
    labels: tuple[str, ...]
    rows: NDArray[np.int64]
    codes: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClaimList:
    """All claims of an analysis in reading order, with a column for each facet."""

    rows: tuple[ClaimRow, ...]
    places: Mapping[str, int]
    times: NDArray[np.float64]
    columns: Mapping[str, _Column]


def list_claims(index: AnalysisIndex) -> ClaimList:
    """Return the claims of an analysis, ready to be filtered."""
    spreads, weights = trace_spreads(index), _weigh_claims(index)
    rows = tuple(
        ClaimRow(
            claim=claim,
            document=index.documents[claim.document_id],
            holder=show_inline(claim.holder.name) or NOBODY,
            event=index.event_of(claim),
            bearings=index.bearings_of.get(claim.id, ()),
            bits=weights.get(claim.id, 0.0),
            spread=spreads.get(claim.id),
            review=next((review.kind for review in reversed(index.reviews_of.get(claim.id, ()))), None),
        )
        for claim in index.analysis.claims
        if claim.document_id in index.documents
    )
    return ClaimList(
        rows=rows,
        places={row.claim.id: place for place, row in enumerate(rows)},
        times=np.array(
            [row.document.published_at.timestamp() if row.document.published_at else -np.inf for row in rows]
        ),
        columns={name: _make_column([read(row, index) for row in rows]) for name, read in _READERS.items()},
    )


def find_claims(
    listed: ClaimList,
    choice: FacetChoice,
    *,
    among: Iterable[str] | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    order: Order = Order.READING,
) -> Found:
    """Return the claims that have every value chosen, stand among the ids given, and were published in the span.

    Of a facet the counts are those under all other filters, so that another value can be chosen straight away.
    """
    kept = _keep(listed, among, since, until)
    masks = {name: _mask(listed, name, getattr(choice, name)) for name in FACETS}
    facets = []
    for name in FACETS:
        others = kept.copy()
        for other, mask in masks.items():
            if other != name and mask is not None:
                others &= mask
        facets.append(_count(listed.columns[name], name, getattr(choice, name), others))
    for mask in masks.values():
        if mask is not None:
            kept &= mask
    chosen = np.flatnonzero(kept)
    ordered = sorted(chosen.tolist(), key=lambda place: _ORDERS[order](listed, place))
    return Found(rows=tuple(listed.rows[place] for place in ordered), facets=tuple(facets))


def write_csv(rows: Sequence[ClaimRow], index: AnalysisIndex) -> Iterator[str]:
    """Yield claims as lines of CSV (RFC 4180); what a spreadsheet would take for a formula is quoted with '."""
    yield _write_line(_HEAD)
    for row in rows:
        yield _write_line([_disarm(str(value)) for value in _flatten(row, index)])


def write_jsonl(rows: Sequence[ClaimRow], index: AnalysisIndex) -> Iterator[str]:
    """Yield claims as JSON, one a line, with the names of the CSV's columns."""
    for row in rows:
        yield json.dumps(dict(zip(_HEAD, _flatten(row, index), strict=True)), ensure_ascii=False) + "\n"


_HEAD: Final = (
    "id", "report", "publisher", "published_at", "url", "holder", "voices", "polarity", "certainty", "stance",
    "modality", "event", "answers", "bits", "reports", "origins", "standing", "quote",
)  # fmt: skip


def say_answers(row: ClaimRow, index: AnalysisIndex) -> str:
    """Return what a claim bears on: "for Ukraine; against Russia"."""
    return "; ".join(
        f"{say_side(bearing)} {show_inline(index.hypotheses[bearing.hypothesis_id].label)}"
        for bearing in row.bearings
        if bearing.hypothesis_id in index.hypotheses
    )


def say_side(bearing: ClaimBearing) -> str:
    """Return on which side of an answer a claim stands: for, against, or only mentioning it."""
    if bearing.polarity is Polarity.DENY:
        return "against"
    return "mentions" if bearing.certainty is Certainty.NONE else "for"


def _flatten(row: ClaimRow, index: AnalysisIndex) -> tuple[str | float | int, ...]:
    claim, document = row.claim, row.document
    return (
        claim.id,
        document.input_id,
        document.publisher,
        document.published_at.isoformat() if document.published_at else "",
        document.url,
        row.holder,
        phrases.say_voices(claim, document),
        str(claim.polarity),
        str(claim.certainty),
        str(claim.stance),
        str(claim.modality),
        row.event.label if row.event else "",
        say_answers(row, index),
        round(row.bits, 3),
        len(row.spread.document_ids) if row.spread else 1,
        row.origins,
        STANDINGS[row.review],
        claim.quote,
    )


def _write_line(values: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()


def _disarm(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA) else value


def _weigh_claims(index: AnalysisIndex) -> dict[str, float]:
    weights: dict[str, float] = {}
    for link in index.numbered:
        bits = index.bits(link.id)
        for claim_id in link.claim_ids:
            if abs(bits) > abs(weights.get(claim_id, 0.0)):
                weights[claim_id] = bits
    return weights


def _read_camp(row: ClaimRow, index: AnalysisIndex) -> list[tuple[str, str]]:
    placement = index.placements.get(row.claim.id)
    source = index.sources.get(placement.source_ids[-1]) if placement and placement.source_ids else None
    camp = show_inline(source.camp) if source else ""
    return [(camp, camp)] if camp else []


def _read_answers(row: ClaimRow, index: AnalysisIndex) -> list[tuple[str, str]]:
    known = [one.hypothesis_id for one in row.bearings if one.hypothesis_id in index.hypotheses]
    answers = [(one, show_inline(index.hypotheses[one].label)) for one in dict.fromkeys(known)]
    return answers or [(NONE, "bears on none")]


def _word(value: str) -> list[tuple[str, str]]:
    return [(value, value.replace("_", " "))]


_READERS: Final[Mapping[str, Callable[[ClaimRow, AnalysisIndex], list[tuple[str, str]]]]] = {
    "holder": lambda row, index: [(row.holder, row.holder)],
    "camp": _read_camp,
    "event": lambda row, index: [(row.event.id, show_inline(row.event.label))] if row.event else [(NONE, "no event")],
    "answer": _read_answers,
    "polarity": lambda row, index: _word(row.claim.polarity),
    "certainty": lambda row, index: _word(row.claim.certainty),
    "stance": lambda row, index: _word(row.claim.stance),
    "modality": lambda row, index: _word(row.claim.modality),
    "publisher": lambda row, index: [(row.document.publisher, show_inline(row.document.publisher))],
    "standing": lambda row, index: _word(STANDINGS[row.review]),
}
"""What each facet reads of a claim: values with their words."""

_ORDERS: Final[Mapping[Order, Callable[[ClaimList, int], tuple[float, int]]]] = {
    Order.TIME: lambda listed, place: (-listed.times[place], place),
    Order.WEIGHT: lambda listed, place: (-abs(listed.rows[place].bits), place),
    Order.SPREAD: lambda listed, place: (-listed.rows[place].origins, place),
    Order.READING: lambda listed, place: (0.0, place),
}


def _make_column(read: Sequence[Sequence[tuple[str, str]]]) -> _Column:
    labels = {value: label for values in read for value, label in values if value}
    codes = {value: code for code, value in enumerate(labels)}
    entries = [(row, codes[value]) for row, values in enumerate(read) for value, _ in values if value]
    table = np.array(entries, dtype=np.int64).reshape(-1, 2)
    return _Column(values=tuple(labels), labels=tuple(labels.values()), rows=table[:, 0], codes=table[:, 1])


def _mask(listed: ClaimList, name: str, chosen: str) -> NDArray[np.bool_] | None:
    if not chosen:
        return None
    column, mask = listed.columns[name], np.zeros(len(listed.rows), dtype=bool)
    if chosen in column.values:
        mask[column.rows[column.codes == column.values.index(chosen)]] = True
    return mask


def _keep(
    listed: ClaimList, among: Iterable[str] | None, since: datetime | None, until: datetime | None
) -> NDArray[np.bool_]:
    kept = np.ones(len(listed.rows), dtype=bool)
    if among is not None:
        kept[:] = False
        kept[[listed.places[one] for one in among if one in listed.places]] = True
    if since is not None:
        kept &= listed.times >= since.timestamp()
    if until is not None:
        kept &= (listed.times <= until.timestamp()) & np.isfinite(listed.times)
    return kept


def _count(column: _Column, name: str, chosen: str, kept: NDArray[np.bool_]) -> Facet:
    counts = np.bincount(column.codes[kept[column.rows]], minlength=len(column.values))
    order = sorted(range(len(column.values)), key=lambda code: (-counts[code], column.labels[code]))[:MOST_VALUES]
    values = tuple(
        FacetValue(value=column.values[code], label=column.labels[code], count=int(counts[code]))
        for code in order
        if counts[code] or column.values[code] == chosen
    )
    return Facet(name=name, chosen=chosen, values=values)
