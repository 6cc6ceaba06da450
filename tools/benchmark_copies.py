"""Measure how well and how fast copies are found, beside MinHash-LSH of two libraries in the same run.

usage: benchmark_copies.py [PART]... [--reports N] [--sizes N,N,...] [--rounds N] [--seed N] [--json FILE]

parts: recall (copies of every kind), passages (inserted in unrelated reports), paraphrases (written by hand), speed
(end to end, from texts to links), growth (time, memory and look-ups), tune (settings of the libraries: takes long).
Without a part: all but tune. Libraries that are not installed (`make bench` installs them) are left out.

All figures but those of paraphrases are of generated reports; see benchmarks/copies/README.md for what that means.
"""

import argparse
import gc
import importlib
import importlib.util
import itertools
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from copy_edits import COPIES, Kind
from copy_feed import Feed, Report, read_paraphrases
from copy_measures import (
    Agreement,
    Pair,
    count_pairs,
    find_threshold,
    is_asked_for,
    measure_agreement,
    measure_passages,
)
from copy_texts import Writer, leave_alike_out, read_shipped_texts
from figures import ROOT
from rashomon.link.copies import trace_lineage
from rashomon.link.copy_index import CopyIndex
from rashomon.model.document import Document

PARAPHRASES: Final = ROOT / "benchmarks" / "copies" / "paraphrases.jsonl"
SIZES: Final = (1_000, 5_000, 20_000, 50_000, 100_000, 200_000)
SEED: Final = 11
TUNING_SEED: Final = 99
LAST: Final = 1_000
PARTS: Final = ("recall", "passages", "paraphrases", "speed", "growth")
NOTE: Final = "generated text; benchmarks/copies/README.md says how it is made and what it is not"

Linker = Callable[[Sequence[Document]], Iterable[Pair]]
Figures = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, "tune"], metavar="PART")
    parser.add_argument("--reports", type=int, default=8_000, help="of the feed that recall is measured on")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="where the growth curve is read")
    parser.add_argument("--speed-reports", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3, help="of the comparison of speed")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--paraphrases", type=Path, default=PARAPHRASES)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    peers = load_peers()
    figures: Figures = {}
    for part in options.parts or PARTS:
        figures[part] = MEASURES[part](options, peers)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


def load_peers() -> ModuleType | None:
    """Return the module of the peers, None where their libraries are not installed."""
    missing = [name for name in ("datasketch", "rensa") if importlib.util.find_spec(name) is None]
    if missing:
        print(f"not installed, so left out: {', '.join(missing)} (make bench installs them)", file=sys.stderr)
        return None
    return importlib.import_module("copy_peers")


def begin_feed(seed: int) -> Iterator[Report]:
    """Return the feed of a seed, hand-written texts among its originals."""
    texts = read_shipped_texts()
    return iter(Feed(seed, Writer(seed, texts), leave_alike_out(texts)))


def link_by_words(documents: Sequence[Document]) -> list[Pair]:
    """Return what the index of this project links: each report with what it was made from, by position."""
    index = CopyIndex()
    index.extend(documents)
    index.settle()
    place = {document.id: number for number, document in enumerate(documents)}
    matches = ((number, index.find(document)) for number, document in enumerate(documents))
    return [(place[match.source], number) for number, match in matches if match is not None]


def link_all(documents: Sequence[Document]) -> list[Pair]:
    """Return what the whole stage links, rewrites by what they tell included."""
    place = {document.id: number for number, document in enumerate(documents)}
    return [(place[link.copy_of], place[link.document_id]) for link in trace_lineage(documents).links]


def list_linkers(peers: ModuleType | None) -> dict[str, Linker]:
    """Return what is compared: our index, and each peer with its tuned settings."""
    linkers: dict[str, Linker] = {"rashomon": link_by_words}
    if peers is not None:
        linkers |= {name: _link_with(peers, peer, settings) for name, peer, settings in peers.list_tuned()}
    return linkers


def _link_with(peers: ModuleType, peer: Any, settings: Any) -> Linker:
    def link(documents: Sequence[Document]) -> Iterable[Pair]:
        pairs: Iterable[Pair] = peers.link_texts([document.text for document in documents], peer, settings)
        return pairs

    return link


def measure_recall(options: argparse.Namespace, peers: ModuleType | None) -> Figures:
    reports = list(itertools.islice(begin_feed(options.seed), options.reports))
    documents = [report.document for report in reports]
    found = {"rashomon": measure_agreement(reports, link_by_words(documents))}
    if peers is not None:
        for name, peer, settings in peers.list_tuned():
            found[name] = _measure_at_best(reports, peers.weigh_candidates([d.text for d in documents], peer, settings))
    found["with rewrites"] = measure_agreement(reports, link_all(documents))
    counts = count_pairs(reports)
    print(f"\nrecall of copies, {len(reports)} reports of seed {options.seed} ({NOTE})")
    _print_row("", "pairs", list(found))
    for kind in COPIES:
        _print_row(kind, str(counts[kind]), [f"{one.recall.get(kind, 1.0):.4f}" for one in found.values()])
    figures = {name: _list_figures(one) for name, one in found.items()}
    for title, key in _SUMMARY.items():
        _print_row(title, "", [f"{one[key]:.4f}" for one in figures.values()])
    return figures


def _measure_at_best(reports: Sequence[Report], values: Sequence[tuple[float, Pair]]) -> Agreement:
    """Return what a peer reaches with the best bar there is for these very reports: hindsight that we do not have."""
    ranked = sorted(values, reverse=True)
    least = find_threshold([report.lineage for report in reports], ranked)
    return measure_agreement(reports, [pair for value, pair in ranked if value >= least])


_SUMMARY: Final = {
    "edited, mean": "edited",
    "of texts by hand": "by_hand",
    "precision, pairs": "precision",
    "precision, links": "link_precision",
}


def _list_figures(found: Agreement) -> Figures:
    return {
        "recall": {str(kind): value for kind, value in found.recall.items()},
        "edited": found.edited,
        "by_hand": found.by_hand,
        "precision": found.precision,
        "link_precision": found.link_precision,
    }


def measure_passages_found(options: argparse.Namespace, peers: ModuleType | None) -> Figures:
    reports = list(itertools.islice(begin_feed(options.seed), options.reports))
    documents = sorted((report.document for report in reports), key=_read_time)
    found = {"rashomon": measure_passages(reports, trace_lineage(documents).passages)}
    if peers is not None:
        windows = importlib.import_module("copy_windows")
        marks = windows.find_window_passages(documents, peers.Datasketch(), windows.TUNED, windows.TUNED_WIDTH)
        found["datasketch, windows"] = measure_passages(reports, marks)
    by_id = {report.document.id: report for report in reports}
    inserted = sum(is_asked_for(report, by_id) for report in reports)
    print(f"\npassages of 10 to 80 words in otherwise unrelated reports ({NOTE})")
    names = ("found", "traced", "precision")
    _print_row("", "passages", names)
    for name, values in found.items():
        _print_row(name, str(inserted), [f"{value:.4f}" for value in values])
    return {name: dict(zip(names, values, strict=True)) for name, values in found.items()}


def _read_time(document: Document) -> tuple[bool, float]:
    when = document.published_at
    return when is None, when.timestamp() if when else 0.0


def measure_paraphrases(options: argparse.Namespace, peers: ModuleType | None) -> Figures:
    if not options.paraphrases.exists():
        print(f"\nparaphrases: no {options.paraphrases.name}", file=sys.stderr)
        return {}
    everything = read_paraphrases(options.paraphrases)
    figures: Figures = {}
    print("\nparaphrases, written by hand: each with its source and an independent report of the same event")
    _print_row("", "pairs", ["recall", "precision"])
    for split in dict.fromkeys(report.document.id.split("-")[0] for report in everything):
        reports = [report for report in everything if report.document.id.startswith(f"{split}-")]
        documents = [report.document for report in reports]
        for name, link in {**list_linkers(peers), "with rewrites": link_all}.items():
            one = measure_agreement(reports, link(documents))
            recall = one.recall[Kind.PARAPHRASE]
            _print_row(f"{split}, {name}", str(len(reports) // 3), [f"{recall:.4f}", f"{one.precision:.4f}"])
            figures[f"{split}, {name}"] = {"recall": recall, "precision": one.precision, "pairs": len(reports) // 3}
    return figures


def measure_speed(options: argparse.Namespace, peers: ModuleType | None) -> Figures:
    reports = itertools.islice(begin_feed(options.seed), options.speed_reports)
    documents = [report.document for report in reports]
    linkers = list_linkers(peers)
    if peers is not None:
        linkers |= {name: _link_with(peers, peer, settings) for name, peer, settings in peers.list_usual()}
    took: dict[str, list[float]] = {name: [] for name in linkers}
    for _ in range(options.rounds):
        for name, link in linkers.items():
            took[name].append(cpu_seconds(link, documents))
    print(f"\nfrom texts to links, {len(documents)} reports, CPU seconds, in turn, {options.rounds} rounds ({NOTE})")
    _print_row("", "", ["seconds", "reports/s", "times ours"])
    for name, seconds in took.items():
        middle = statistics.median(seconds)
        ratio = statistics.median(theirs / ours for theirs, ours in zip(seconds, took["rashomon"], strict=True))
        _print_row(name, "", [f"{middle:.1f}", f"{len(documents) / middle:.0f}", f"{ratio:.2f}"])
    return {"reports": len(documents), "cpu_seconds": took}


def measure_growth(options: argparse.Namespace, peers: ModuleType | None) -> Figures:
    sizes = sorted(int(size) for size in options.sizes.split(","))
    feed = begin_feed(options.seed)
    index, lookups, rows = CopyIndex(), list[float](), list[dict[str, float]]()
    added, adding, before = 0, 0.0, resident_bytes()
    print(f"\ngrowth, reports added one by one ({NOTE})")
    _print_row("reports", "", ["s adding", "s tracing", "MB more", "p50 ms", "p95 ms", "max ms"])
    for size in sizes:
        for report in itertools.islice(feed, size - added):
            began = time.perf_counter()
            index.add(report.document)
            lookups.append(time.perf_counter() - began)
            adding += lookups[-1]
        added, lookups = size, lookups[-LAST:]
        began = time.perf_counter()
        index.trace()
        tracing = time.perf_counter() - began
        ranked = sorted(lookups)
        row = {
            "reports": size,
            "adding": adding,
            "tracing": tracing,
            "bytes": resident_bytes() - before,
            "p50": ranked[len(ranked) // 2],
            "p95": ranked[int(0.95 * len(ranked))],
            "max": ranked[-1],
        }
        rows.append(row)
        times = [f"{1000 * row[name]:.2f}" for name in ("p50", "p95", "max")]
        _print_row(str(size), "", [f"{adding:.1f}", f"{tracing:.1f}", f"{row['bytes'] / 1e6:.0f}", *times])
    return {"growth": rows}


def tune_peers(options: argparse.Namespace, peers: ModuleType | None) -> Figures:
    if peers is None:
        return {}
    tuning = importlib.import_module("copy_tuning")
    reports = list(itertools.islice(begin_feed(TUNING_SEED), options.reports))
    few = reports[: options.reports * 3 // 8]
    figures: Figures = {}
    for peer, repeated in itertools.product((peers.Datasketch(), peers.Rensa()), tuning.REPEATED):
        print(f"\n{peer.name}, paragraphs of {repeated} reports left out; {len(few)}, then {len(reports)} reports")
        trials = tuning.tune_peer(few, reports, peer, repeated)
        for trial in trials:
            found = trial.agreement
            print(f"  edited {found.edited:.4f}  precision {found.precision:.4f}  candidates {trial.candidates}")
            print(f"    {trial.settings}", flush=True)
        figures[f"{peer.name} {repeated}"] = [str(trial.settings) for trial in trials]
    return figures


def cpu_seconds(link: Linker, documents: Sequence[Document]) -> float:
    """Return what linking costs, on all cores together; earlier garbage is not counted."""
    gc.collect()
    began = time.process_time()
    link(documents)
    return time.process_time() - began


def resident_bytes() -> int:
    """Return the memory this process holds now; where the system does not tell, the most it has held."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text("utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _print_row(title: str, count: str, cells: Sequence[str]) -> None:
    print(f"  {title:<26}{count:>9}" + "".join(f"{cell:>20}" for cell in cells), flush=True)


MEASURES: Final[Mapping[str, Callable[[argparse.Namespace, ModuleType | None], Figures]]] = {
    "recall": measure_recall,
    "passages": measure_passages_found,
    "paraphrases": measure_paraphrases,
    "speed": measure_speed,
    "growth": measure_growth,
    "tune": tune_peers,
}


if __name__ == "__main__":
    raise SystemExit(main())
