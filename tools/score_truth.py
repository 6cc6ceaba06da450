"""Score what is learned from crowd claims against known truths, beside majority vote and two models of crowd-kit.

usage: score_truth.py [--data DIR] [--known SHARE]

Each set is two tables in DIR/data/truth: NAME.claims.csv and NAME.gold.csv. Prints accuracy and expected calibration
error (ten bins) of each set and their means. Truths are only scored with, but for --known, which tells that share of
them and scores the rest. Ties of majority vote count as their chance to be right.
"""

import argparse
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from figures import ROOT, Figure
from rashomon.weigh.claim_table import ClaimTable, Floats, Ints, count_votes, tabulate_claims
from rashomon.weigh.reliability_columns import learn_columns

try:
    import pandas as pd
    from crowdkit.aggregation import GLAD, DawidSkene, MajorityVote
except ImportError:
    pd = None

OURS: Final = "rashomon"
VOTES: Final = "majority vote"
BINS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class CrowdSet:
    """Claims, and for the objects `judged` their `truth` (numbers of values; -1 for one that nobody claims)."""

    name: str
    table: ClaimTable
    judged: Ints
    truth: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Accuracy and expected calibration error, both 0..1."""

    accuracy: float
    error: float


Measures = Mapping[str, Mapping[str, Measured]]
"""Set to method to what was measured."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("RASHOMON_DATA", ROOT.parent / "shared")))
    parser.add_argument("--known", type=float, default=0.0, metavar="SHARE")
    options = parser.parse_args()
    measures = {one.name: measure(one, known=options.known) for one in read_sets(options.data)}
    methods = list(next(iter(measures.values()), {}))
    print("| set | " + " | ".join(f"{method}: accuracy, error" for method in methods) + " |")
    print("|---|" + "---:|" * len(methods))
    for name, by_method in [*measures.items(), ("mean", average(measures))]:
        cells = [f"{by_method[method].accuracy:.4f}, {by_method[method].error:.3f}" for method in methods]
        print(f"| {name} | " + " | ".join(cells) + " |")
    return 0


def truth_figures(data: Path) -> Iterator[Figure]:
    """Yield the figures held to floors: means over the sets, and how far below majority vote the worst set is."""
    measures = {one.name: measure(one) for one in read_sets(data)}
    means = average(measures)
    yield Figure(
        name="truth_accuracy",
        value=means[OURS].accuracy,
        what=f"truths from crowd claims, mean of {len(measures)} sets: accuracy",
        better="higher",
    )
    yield Figure(name="truth_ece", value=means[OURS].error, what="the same: expected calibration error", better="lower")
    worst = min(100 * (by_method[OURS].accuracy - by_method[VOTES].accuracy) for by_method in measures.values())
    yield Figure(name="truth_worst_gap", value=worst, what="the same: points above majority vote on the worst set")
    peers = {name: measured for name, measured in means.items() if name != OURS}
    for name, measured in peers.items():
        yield Figure(name="", value=measured.accuracy, what=f"the same by {name}: accuracy")
        yield Figure(name="", value=measured.error, what=f"the same by {name}: expected calibration error")
    lead = means[OURS].accuracy - max(measured.accuracy for measured in peers.values())
    yield Figure(name="truth_over_peers", value=100 * lead, what="the same: points of accuracy above the best of these")


def read_sets(data: Path) -> Iterator[CrowdSet]:
    """Yield the sets of a data directory in order of name. Raises SystemExit where there is none."""
    paths = sorted((data / "data" / "truth").glob("*.claims.csv"))
    if not paths:
        raise SystemExit(f"no tables of claims in {data / 'data' / 'truth'}")
    for path in paths:
        claims = np.loadtxt(path, delimiter=",", skiprows=1, dtype=np.int64)
        gold = np.loadtxt(str(path).replace(".claims.", ".gold."), delimiter=",", skiprows=1, dtype=np.int64)
        (sources, source), (objects, held), (values, value) = (
            np.unique(column, return_inverse=True) for column in claims.T
        )
        gold = gold[np.isin(gold[:, 0], objects)]
        place = np.searchsorted(values, gold[:, 1]).clip(max=len(values) - 1)
        yield CrowdSet(
            name=path.name.removesuffix(".claims.csv"),
            table=tabulate_claims(source, held, value, sizes=(len(sources), len(objects), len(values))),
            judged=np.searchsorted(objects, gold[:, 0]),
            truth=np.where(values[place] == gold[:, 1], place, -1),
        )


def measure(one: CrowdSet, *, known: float = 0.0) -> dict[str, Measured]:
    """Measure every method on one set; crowd-kit's where it is installed."""
    told = np.arange(len(one.judged)) % 100 < round(100 * known)
    judged, truth = one.judged[~told], one.truth[~told]
    anchors = np.full(one.table.objects, -1)
    anchors[one.judged[told]] = one.truth[told]
    truths = learn_columns(one.table, anchors).truths
    best = truths.starts[judged]
    found = {OURS: _measure(truths.value[best] == truth, truths.probability[best])}
    found[VOTES] = _measure_votes(count_votes(one.table)[judged], truth)
    if pd is not None:
        for name, rows in _run_peers(one.table).items():
            found[name] = _measure(rows[judged].argmax(axis=1) == truth, rows[judged].max(axis=1))
    return found


def average(measures: Measures) -> dict[str, Measured]:
    """Average each method over the sets."""
    sets = list(measures.values())
    return {
        method: Measured(
            accuracy=float(np.mean([one[method].accuracy for one in sets])),
            error=float(np.mean([one[method].error for one in sets])),
        )
        for method in sets[0]
    }


def _run_peers(table: ClaimTable) -> dict[str, Floats]:
    claims = pd.DataFrame({"worker": table.source, "task": table.object, "label": table.value})
    peers: dict[str, Callable[[], Any]] = {
        "crowd-kit's majority vote": MajorityVote,
        "crowd-kit's Dawid-Skene": lambda: DawidSkene(n_iter=100),
        "crowd-kit's GLAD": lambda: GLAD(n_iter=100, silent=True),
    }
    rows = {}
    for name, make in peers.items():
        found = make().fit_predict_proba(claims)
        rows[name] = found.reindex(index=range(table.objects), columns=range(table.values)).fillna(0).to_numpy()
    return rows


def _measure_votes(votes: Floats, truth: Ints) -> Measured:
    leading = votes == votes.max(axis=1, keepdims=True)
    right = np.where(truth >= 0, leading[np.arange(len(truth)), truth], 0) / leading.sum(axis=1)
    return _measure(right, votes.max(axis=1) / votes.sum(axis=1))


def _measure(right: Sequence[float] | Floats, sure: Floats) -> Measured:
    """Measure answers: `right` is how right each is (0..1), `sure` its probability."""
    right = np.asarray(right, dtype=float)
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [abs((sure[bins == one] - right[bins == one]).sum()) for one in range(BINS)]
    return Measured(accuracy=float(right.mean()), error=float(sum(gaps) / len(right)))


if __name__ == "__main__":
    raise SystemExit(main())
