"""Who changed his account: what a holder said of the matter before, and no longer says, does not speak for him.

A holder who names one answer in earlier reports and another in every later one has replaced what he said; one who took
an accusation back in so many words, or says the opposite now, has withdrawn it (`withdrawing`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rashomon.hypothesize.reading import Reading
from rashomon.model.question import ClaimBearing, Withdrawal
from rashomon.model.vocabulary import Certainty, Modality, Polarity, SourceKind

_MAY_BE_OTHERS: Final = frozenset({SourceKind.UNNAMED_OFFICIALS, SourceKind.OUTLET, SourceKind.AGENCY})
"""Those who go by one name and may be others the next time, or tell what others think."""
_OWN_DEED: Final = frozenset({Modality.ADMISSION, Modality.CLAIM_OF_RESPONSIBILITY})


def find_gone(
    reading: Reading,
    bearings: Sequence[ClaimBearing],
    *,
    withdrawals: Mapping[str, Sequence[Withdrawal]],
    days: Mapping[str, float],
) -> dict[str, str]:
    """Return by id the bearings that no longer count, with the reason."""
    replaced = dict.fromkeys(find_replaced(reading, bearings, days), "names another answer in every later report")
    return replaced | dict.fromkeys(find_withdrawn(reading, bearings, withdrawals), "taken back later")


def find_replaced(reading: Reading, bearings: Sequence[ClaimBearing], days: Mapping[str, float]) -> frozenset[str]:
    """Return the bearings whose holder later names another answer and never again this one.

    `days` are those of the reports, by id; what is undated neither replaces nor is replaced.
    """
    said: dict[str, list[ClaimBearing]] = defaultdict(list)
    for bearing in bearings:
        claim = reading.by_id[bearing.claim_id]
        source = reading.holder_of(claim)
        names_one = bearing.polarity is Polarity.ASSERT and bearing.certainty is not Certainty.NONE and bearing.weighed
        if source is not None and source.kind not in _MAY_BE_OTHERS and names_one and claim.document_id in days:
            said[source.id].append(bearing)
    return frozenset(id_ for own in said.values() for id_ in _replaced_among(reading, own, days))


def _replaced_among(reading: Reading, own: Sequence[ClaimBearing], days: Mapping[str, float]) -> Iterator[str]:
    def told(bearing: ClaimBearing) -> float:
        return days[reading.by_id[bearing.claim_id].document_id]

    last: dict[str, float] = {}
    for bearing in own:
        last[bearing.hypothesis_id] = max(last.get(bearing.hypothesis_id, 0.0), told(bearing))
    final = max(last.values(), default=0.0)
    for bearing in own:
        if last[bearing.hypothesis_id] < final:
            yield bearing.id


def find_withdrawn(
    reading: Reading, bearings: Sequence[ClaimBearing], withdrawals: Mapping[str, Sequence[Withdrawal]]
) -> frozenset[str]:
    """Return the bearings that were taken back. Who takes back an admission would do so anyway: it stands."""
    return frozenset(
        bearing.id
        for bearing in bearings
        for withdrawal in withdrawals.get(bearing.hypothesis_id, ())
        if bearing.claim_id in withdrawal.earlier_ids
        and bearing.polarity is withdrawal.taken_back
        and reading.by_id[bearing.claim_id].modality not in _OWN_DEED
    )


def find_retractions(
    bearings: Sequence[ClaimBearing], withdrawals: Mapping[str, Sequence[Withdrawal]]
) -> frozenset[str]:
    """Return the bearings by which a holder says the opposite of what it had said."""
    return frozenset(
        bearing.id
        for bearing in bearings
        for withdrawal in withdrawals.get(bearing.hypothesis_id, ())
        if bearing.claim_id in withdrawal.claim_ids and bearing.polarity is not withdrawal.taken_back
    )
