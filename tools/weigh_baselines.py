"""What simpler rules would answer: they look at claims alone, as votes, and know nothing of who gains by what."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

Shares: TypeAlias = dict[str, float]
"""Probability by gold hypothesis; what is missing from 1 went to something else."""

_CERTAINTY: Final[Mapping[str, float]] = {"certain": 1.0, "probable": 0.75, "possible": 0.5, "unlikely": 0.25}
_LAST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One claim that advances an answer: whose it is, in which report, how sure, whether the report is a copy."""

    hypothesis: str
    holder: str
    report: str
    certainty: str
    copied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """All claims of a case as votes; `names` are the answers, `reports` the reports in order of time."""

    names: Sequence[str]
    reports: Sequence[str]
    votes: Sequence[Vote]


def split_evenly(ballot: Ballot) -> Shares:
    """Return the same share for each answer."""
    return dict.fromkeys(ballot.names, 1.0 / len(ballot.names))


def count_all(ballot: Ballot) -> Shares:
    """Return shares of all claims."""
    return _share(ballot, Counter(vote.hypothesis for vote in ballot.votes))


def count_originals(ballot: Ballot) -> Shares:
    """Return shares of the claims that stand in no copy."""
    return _share(ballot, Counter(vote.hypothesis for vote in ballot.votes if not vote.copied))


def count_holders(ballot: Ballot) -> Shares:
    """Return shares of holders; one who advances several answers splits its vote evenly."""
    held: dict[str, set[str]] = defaultdict(set)
    for vote in ballot.votes:
        held[vote.holder].add(vote.hypothesis)
    return _share(ballot, _add((name, 1.0 / len(names)) for names in held.values() for name in names))


def count_last(ballot: Ballot) -> Shares:
    """Return shares of the claims in the last three reports that are no copies."""
    copied = {vote.report for vote in ballot.votes if vote.copied}
    last = [report for report in ballot.reports if report not in copied][-_LAST:]
    return _share(ballot, Counter(vote.hypothesis for vote in ballot.votes if vote.report in last))


def count_certainty(ballot: Ballot) -> Shares:
    """Return shares of the claims that stand in no copy, each counted by how sure its holder is."""
    told = ((vote.hypothesis, _CERTAINTY[vote.certainty]) for vote in ballot.votes if not vote.copied)
    return _share(ballot, _add(told))


BASELINES: Final[Mapping[str, Callable[[Ballot], Shares]]] = {
    "even split": split_evenly,
    "most asserted": count_all,
    "most asserted, copies once": count_originals,
    "one vote per holder": count_holders,
    "last three reports": count_last,
    "votes by certainty": count_certainty,
}


def _add(parts: Iterable[tuple[str, float]]) -> dict[str, float]:
    totals: dict[str, float] = defaultdict(float)
    for name, part in parts:
        totals[name] += part
    return totals


def _share(ballot: Ballot, counts: Mapping[str, float]) -> Shares:
    total = sum(counts.values())
    return {name: counts.get(name, 0.0) / total for name in ballot.names} if total else split_evenly(ballot)
