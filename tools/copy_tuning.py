"""The best settings of a MinHash-LSH peer: tried on a feed of their own, never on the one that is reported.

Tried are all sizes of shingles and numbers of hashes, the bands that thresholds and weights of the library come to, and
behind each of them every exact check at the lowest threshold that is precise enough.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from copy_feed import Report
from copy_measures import Agreement, Clusters, find_threshold, read_agreement
from copy_peers import (
    Check,
    Pair,
    Peer,
    Settings,
    Shingles,
    compare_shingles,
    drop_repeated,
    make_shingles,
    pick_bands,
    split_words,
)

SHINGLES: Final = (1, 2, 3, 4, 5)
HASHES: Final = (64, 128, 256)
THRESHOLDS: Final = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
WEIGHTS: Final = ((0.5, 0.5), (0.1, 0.9))
REPEATED: Final = (0, 25)
TRIED_AGAIN: Final = 12
# Unrelated candidates of a report among 20,000: with more, checking them takes longer than all the rest together.
CANDIDATES_AT_20000: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What settings reached on the feed they were tried on; `candidates` counts the pairs that had to be checked."""

    settings: Settings
    agreement: Agreement
    candidates: int


class _Comparer:
    """Exact likeness of pairs by every check, each worked out once."""

    def __init__(self, texts: Sequence[str]) -> None:
        words = [split_words(text) for text in texts]
        self.shingles: Mapping[int, Sequence[Shingles]] = {
            size: [frozenset(make_shingles(one, size)) for one in words] for size in SHINGLES
        }
        self._known: dict[tuple[int, Check, Pair], float] = {}

    def compare(self, pair: Pair, size: int, check: Check) -> float:
        key = (size, check, pair)
        if key not in self._known:
            sets = self.shingles[size]
            self._known[key] = compare_shingles(sets[pair[0]], sets[pair[1]], check)
        return self._known[key]


def tune_peer(few: Sequence[Report], many: Sequence[Report], peer: Peer, repeated: int) -> list[Trial]:
    """Return the best trials, best first: the whole grid on few reports, the most promising bandings again on many."""
    first = sorted(try_settings(few, peer, list_bandings(peer, repeated)), key=rank_trial, reverse=True)
    again = [trial.settings for trial in first[:TRIED_AGAIN]]
    return sorted(try_settings(many, peer, again), key=rank_trial, reverse=True)


def list_bandings(peer: Peer, repeated: int) -> list[Settings]:
    """Return the grid of shingles, hashes and bands, each banding once, with a check still to be found."""
    found = {}
    for size, hashes in itertools.product(SHINGLES, HASHES):
        for bands, rows in {pick_bands(hashes, *choice) for choice in itertools.product(THRESHOLDS, WEIGHTS)}:
            number = bands * rows if peer.exact_hashes else hashes
            found[size, number, rows, bands] = Settings(
                shingle=size,
                hashes=number,
                bands=bands,
                rows=rows,
                check=Check.JACCARD,
                check_shingle=size,
                least=0.0,
                repeated=repeated,
            )
    return [found[key] for key in sorted(found)]


def try_settings(reports: Sequence[Report], peer: Peer, bandings: Sequence[Settings]) -> Iterator[Trial]:
    """Yield for each banding the trial with its best check; bandings that nominate too many pairs are left out."""
    comparer = _Comparer(drop_repeated([report.document.text for report in reports], bandings[0].repeated))
    for _, group in itertools.groupby(sorted(bandings, key=_sketch_key), _sketch_key):
        alike = list(group)
        sketches = peer.sketch([sorted(one) for one in comparer.shingles[alike[0].shingle]], alike[0].hashes)
        for settings in alike:
            pairs = _nominate_few(reports, peer, sketches, settings)
            if pairs is not None:
                yield max(_try_checks(reports, settings, pairs, comparer), key=rank_trial)


def rank_trial(trial: Trial) -> tuple[float, int, int]:
    """Return what trials are ranked by: the mean recall of the edited kinds, then fewer hashes and candidates."""
    return (round(trial.agreement.edited, 3), -trial.settings.hashes, -trial.candidates)


def _sketch_key(settings: Settings) -> tuple[int, int]:
    return settings.shingle, settings.hashes


def _nominate_few(
    reports: Sequence[Report], peer: Peer, sketches: Sequence[Any], settings: Settings
) -> list[Pair] | None:
    """Return the candidate pairs, or None where too many of them are of unrelated reports."""
    most = CANDIDATES_AT_20000 * len(reports) ** 2 // 20_000 // 2
    pairs: dict[Pair, None] = {}
    for pair in peer.nominate(sketches, settings):
        pairs[pair] = None
        if reports[pair[0]].lineage != reports[pair[1]].lineage:
            most -= 1
        if most < 0:
            return None
    return list(pairs)


def _try_checks(
    reports: Sequence[Report], settings: Settings, pairs: Sequence[Pair], comparer: _Comparer
) -> Iterator[Trial]:
    for size, check in itertools.product(SHINGLES, Check):
        values = sorted(((comparer.compare(pair, size, check), pair) for pair in pairs), reverse=True)
        least = find_threshold([report.lineage for report in reports], values)
        clusters = Clusters([report.lineage for report in reports])
        for value, pair in values:
            if value >= least:
                clusters.join(*pair)
        yield Trial(
            settings=replace(settings, check=check, check_shingle=size, least=least),
            agreement=read_agreement(reports, clusters),
            candidates=len(pairs),
        )
