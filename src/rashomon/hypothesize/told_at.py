"""As of when a claim holds: the time its words name, else when its origin was first published.

A copy says what its original said when that appeared, and so does a report that passes on an earlier one.
"""

import re
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from rashomon.model.analysis import Linkage
from rashomon.model.claim import Claim
from rashomon.model.document import Document

# "As of noon", "by 6 p.m.": a figure's own time of day.
_AS_OF: Final = re.compile(
    r"\b(?:as of|as at|by) (?:(noon|midday|midnight)|([0-9]{1,2})(?:[:.]([0-5][0-9]))?(?: ?([ap])\.?m\b)?(?: hours)?)"
    r"(?= ?(?:[.,;]|on\b|local\b|today\b|yesterday\b|m\b|$|\w+day\b))",
    re.IGNORECASE,
)
_NAMED: Final = {"noon": 12, "midday": 12, "midnight": 0}


def find_times(
    documents: Sequence[Document], claims: Sequence[Claim], linkage: Linkage, *, copied: Collection[str]
) -> dict[str, datetime]:
    """Return by claim id as of when it holds; claims of undated reports are left out. `copied` are ids of claims."""
    published = {d.id: d.published_at for d in documents if d.published_at is not None}
    texts = {d.id: d.text for d in documents}
    own = {document_id: origin.id for origin in linkage.origins for document_id in origin.document_ids}
    first: dict[str, datetime] = {}
    for origin in linkage.origins:
        times = [published[document_id] for document_id in origin.document_ids if document_id in published]
        if times:
            first[origin.id] = min(times)
    origin_of = {placement.claim_id: placement.origin_id for placement in linkage.placements}
    found: dict[str, datetime] = {}
    for claim in claims:
        when = published.get(claim.document_id)
        origin_id = origin_of.get(claim.id, "")
        if claim.id in copied or origin_id != own.get(claim.document_id, ""):
            earliest = first.get(origin_id)
            when = min(when, earliest) if when is not None and earliest is not None else when or earliest
        if when is not None:
            found[claim.id] = _at_time_named(texts[claim.document_id][claim.context_start : claim.context_end], when)
    return found


def _at_time_named(sentence: str, published: datetime) -> datetime:
    """The last time of day a sentence names for its figures, on the day of publication or the day before."""
    match = _AS_OF.search(sentence)
    if match is None:
        return published
    named, hour, minute, half = match.groups()
    hours = _NAMED[named.lower()] if named else int(hour) % 12 + 12 * (half.lower() == "p") if half else int(hour)
    if hours > 23:
        return published
    when = published.replace(hour=hours, minute=int(minute or 0), second=0, microsecond=0)
    try:
        return when if when <= published else when - timedelta(days=1)
    except OverflowError:  # the first day of the calendar has no day before
        return published
