"""What is known of the evidence beside its words: how late it was told, what was taken back, what argument it makes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from rashomon.hypothesize.arguments import Argument
from rashomon.hypothesize.reading import Reading
from rashomon.model.document import Document
from rashomon.model.question import ClaimBearing, Withdrawal
from rashomon.model.vocabulary import Certainty

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """`days` gives by document id how many days after the first that tells of the matter it appeared (undated ones
    are missing).

    `withdrawals` gives by hypothesis id who took back what he had said of it; `argued` by bearing id the argument a
    claim is known to make, whatever its words.
    """

    days: Mapping[str, float] = field(default_factory=dict)
    withdrawals: Mapping[str, tuple[Withdrawal, ...]] = field(default_factory=dict)
    argued: Mapping[str, Argument] = field(default_factory=dict)


NOTHING_KNOWN: Final = Circumstances()


def count_days(documents: Iterable[Document], telling: Collection[str]) -> dict[str, float]:
    """Return by document id the days since the first report that tells of the matter; undated ones are left out.

    `telling` are the ids of the reports that take a side: what says nothing of it sets no clock.
    """
    times = {d.id: d.published_at for d in documents if d.published_at is not None and d.id in telling}
    first = min(times.values(), default=None)
    return {id_: (at - first) / _DAY for id_, at in times.items()} if first is not None else {}


def list_telling(reading: Reading, bearings: Iterable[ClaimBearing]) -> frozenset[str]:
    """Return the reports in which somebody commits to an answer or against one."""
    return frozenset(
        reading.by_id[bearing.claim_id].document_id
        for bearing in bearings
        if bearing.weighed and bearing.certainty is not Certainty.NONE
    )
