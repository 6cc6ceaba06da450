"""How far a claim went: where it was first seen, and in how many reports of how many origins it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rashomon.model.claim import Claim
from rashomon.present import phrases
from rashomon.present.descent import NEVER
from rashomon.present.index import AnalysisIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A claim and those that repeat it, the earliest first, the undated last.

    `document_ids` and `origin_ids` are those of the claims, each once, in the same order.
    """

    claims: tuple[Claim, ...]
    document_ids: tuple[str, ...]
    origin_ids: tuple[str, ...]

    @property
    def repeated(self) -> bool:
        """Tell whether anything but the claim itself is there."""
        return len(self.claims) > 1


def trace_spread(claim: Claim, index: AnalysisIndex) -> Spread:
    """Return the spread of a claim; a claim nobody repeats is its own."""
    return _gather(index.said_again.get(claim.id, (claim.id,)), index)


def trace_spreads(index: AnalysisIndex) -> dict[str, Spread]:
    """Return the spread of every claim that is repeated, by claim id; those of one circle share theirs."""
    spreads: dict[str, Spread] = {}
    for claim_id, circle in index.said_again.items():
        if claim_id not in spreads:
            spreads.update(dict.fromkeys(circle, _gather(circle, index)))
    return spreads


def _gather(ids: Iterable[str], index: AnalysisIndex) -> Spread:
    def order(one: Claim) -> tuple[datetime, str, int]:
        document = index.documents.get(one.document_id)
        published = document.published_at if document else None
        return published or NEVER, one.document_id, one.order

    claims = sorted((index.claims[claim_id] for claim_id in ids if claim_id in index.claims), key=order)
    return Spread(
        claims=tuple(claims),
        document_ids=tuple(dict.fromkeys(one.document_id for one in claims)),
        origin_ids=tuple(dict.fromkeys(find_origin(one, index) for one in claims)),
    )


def find_origin(claim: Claim, index: AnalysisIndex) -> str:
    """Return the id of the origin a claim comes from: what it is placed with, else that of its report."""
    placement = index.placements.get(claim.id)
    if placement is not None:
        return placement.origin_id
    origin = index.origin_of.get(claim.document_id)
    return origin.id if origin else claim.document_id


def say_spread(spread: Spread) -> str:
    """Return "12 reports, 2 origins"."""
    reports = phrases.say_count(len(spread.document_ids), "report")
    return f"{reports}, {phrases.say_count(len(spread.origin_ids), 'origin')}"
