"""Time the plain model of Dawid & Skene beside crowd-kit's, which starts alike, and the whole on many claims.

usage: benchmark_truth.py [--rounds N] [--claims N] [--many N]

Claims are generated: ten an object, by sources of unlike reliability. Prints CPU seconds (medians over rounds in turn),
the ratio of each round's pair, how far the answers differ, and the memory taken beyond the columns. With --many the
whole of what the program does is run once on so many claims.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Final, TypeVar

import numpy as np

from rashomon.weigh.claim_table import Floats, Ints, tabulate_claims
from rashomon.weigh.dawid_skene import estimate_classes
from rashomon.weigh.reliability_columns import learn_columns

try:
    import pandas as pd
    from crowdkit.aggregation import DawidSkene
except ImportError:
    pd = None

Result = TypeVar("Result")

CLASSES: Final = 4
EACH: Final = 10
EM_ROUNDS: Final = 20
MEGABYTE: Final = 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--many", type=int, default=10_000_000)
    parser.add_argument("--memory-of", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory_of:
        print(tell_memory(options.memory_of))
        return 0
    compare(options.claims, options.rounds)
    command = [sys.executable, __file__, "--memory-of", str(options.claims)]
    print(f"  memory beyond the columns: {subprocess.check_output(command, text=True).strip()} MB")
    if options.many:
        run_whole(options.many)
    return 0


def draw(claims: int) -> tuple[tuple[Ints, Ints, Ints], tuple[int, int, int], Ints]:
    """Return columns of source, object and value, how many of each there are, and the truth of each object."""
    rng = np.random.default_rng(2027)
    objects, sources = claims // EACH, max(50, claims // 1000)
    truth = rng.integers(0, CLASSES, objects)
    held = np.repeat(np.arange(objects), EACH)
    # An object's claims come from sources in a row, so that nobody makes two claims on one object.
    source = (np.repeat(rng.integers(0, sources, objects), EACH) + np.tile(np.arange(EACH), objects)) % sources
    right = rng.random(len(held)) < rng.beta(7, 3, sources)[source]
    wrong = (truth[held] + rng.integers(1, CLASSES, len(held))) % CLASSES
    return (source, held, np.where(right, truth[held], wrong)), (sources, objects, CLASSES), truth


def compare(claims: int, rounds: int) -> None:
    """Time both in turn and hold their answers together."""
    columns, sizes, _ = draw(claims)

    def ours() -> Floats:
        return estimate_classes(tabulate_claims(*columns, sizes=sizes), rounds=EM_ROUNDS)

    print(f"Dawid-Skene, {claims} claims, {EM_ROUNDS} iterations, CPU seconds, in turn, {rounds} rounds")
    if pd is None:
        own = [cpu_seconds(ours)[0] for _ in range(rounds)]
        print(f"  rashomon {statistics.median(own):.2f}   (crowd-kit is not installed)")
        return
    table = pd.DataFrame(dict(zip(("worker", "task", "label"), columns, strict=True)))

    def theirs() -> Floats:
        rows = DawidSkene(n_iter=EM_ROUNDS, tol=-np.inf).fit_predict_proba(table)
        found: Floats = rows.reindex(index=range(sizes[1]), columns=range(CLASSES)).to_numpy()
        return found

    pairs = [(cpu_seconds(ours), cpu_seconds(theirs)) for _ in range(rounds)]
    own, peer = ([pair[side][0] for pair in pairs] for side in (0, 1))
    ratio = statistics.median(b / a for a, b in zip(own, peer, strict=True))
    print(f"  rashomon {statistics.median(own):.2f}   crowd-kit {statistics.median(peer):.2f}   ratio {ratio:.1f}")
    (_, one), (_, other) = pairs[-1]
    same = (one.argmax(axis=1) == other.argmax(axis=1)).mean()
    print(f"  same answer on {same:.4%} of objects, probabilities differ by {np.abs(one - other).max():.1e} at most")


def run_whole(claims: int) -> None:
    """Run all the program does on many claims, once."""
    columns, sizes, truth = draw(claims)
    took, learned = cpu_seconds(lambda: learn_columns(tabulate_claims(*columns, sizes=sizes)))
    right = (learned.truths.value[learned.truths.starts] == truth).mean()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    print(f"the whole on {claims} claims: {took:.0f} CPU seconds, {right:.4f} right, at most {most:.0f} MB in all")
    print(f"  {learned.choice.why}")


def tell_memory(claims: int) -> str:
    """Run the plain model in this process alone, and return what it takes beyond its columns, in MB."""
    columns, sizes, _ = draw(claims)
    tracemalloc.start()
    estimate_classes(tabulate_claims(*columns, sizes=sizes), rounds=EM_ROUNDS)
    return f"{tracemalloc.get_traced_memory()[1] / MEGABYTE**2:.0f}"


def cpu_seconds(call: Callable[[], Result]) -> tuple[float, Result]:
    began = time.process_time()
    result = call()
    return time.process_time() - began, result


if __name__ == "__main__":
    raise SystemExit(main())
