"""Measure the figures of the README and hold them against their floors.

usage: evaluate.py [--check] [--write] [--raise-floors] [--lower NAME]... [--data DIR]

The data lies outside the repository (its licences forbid shipping it): in ../shared, or where --data or RASHOMON_DATA
says.
Figures whose data is not there are left out, with a line that says so.

--check         exit 1 if a figure is below its floor, above its ceiling, or the data is not what the floors were set on
--write         write the table into README.md between its markers
--raise-floors  set floors from the figures measured now; never lowers one unless --lower names it
"""

import argparse
import hashlib
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from attribution_figures import (
    attribution_figures,
    certainty_figures,
    cost_figures,
    nested_figures,
    out_of_domain_figures,
)
from case_figures import case_figures
from figures import RASHOMON, ROOT, Figure, write_between
from news_figures import news_figures
from provenance_figures import copy_figures, drift_figures, paraphrase_figures
from score_truth import truth_figures

FLOORS = ROOT / "evaluation" / "floors.toml"
README = ROOT / "README.md"
CHANGELOG = ROOT / "CHANGELOG.md"
MARKERS = ("<!-- figures: written by `make eval` -->", "<!-- end of figures -->")
MARGIN = 0.99
_PROMISED = ("seconds", "per_case", "_cost", "_memory", "open_max", "_open")
"""Ends of names of figures whose ceilings are promises set by hand, not measurements: what depends on the machine, and
how sure an answer may be that nobody knows."""
_MEASURED_ON = (
    ("polnear_dev", "data/polnear/dev.jsonl"),
    ("uw_dev", "data/factuality/uw_dev.jsonl"),
    ("cases", "cases/*.json"),
    ("truth", "data/truth/*.csv"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--lower", action="append", default=[], metavar="NAME")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("RASHOMON_DATA", ROOT.parent / "shared")))
    options = parser.parse_args()
    figures = list(measure(options.data))
    print(table(figures))
    digests = digest_data(options.data)
    if options.write:
        write_between(README, MARKERS, table(figures))
    if options.raise_floors:
        return raise_floors(figures, digests, options.lower)
    return check(figures, digests) if options.check else 0


def measure(data: Path) -> Iterator[Figure]:
    """Yield every figure whose data is there."""
    parts = (
        ("data/polnear", attribution_figures),
        ("data/polnear", cost_figures),
        ("data/factuality", certainty_figures),
        ("eval", out_of_domain_figures),
        ("cases", case_figures),
        ("data/truth", truth_figures),
    )
    for folder, run in parts:
        if (data / folder).is_dir():
            yield from run(data)
        else:
            print(f"left out: no {folder} under {data}", file=sys.stderr)
    yield from copy_figures()
    yield from paraphrase_figures()
    yield from drift_figures()
    yield from nested_figures()
    yield from news_figures()
    yield from walk_figures()


def walk_figures() -> Iterator[Figure]:
    """Wall time of the example case and of the help page, medians of three."""
    example = ROOT / "examples" / "moscow"
    walk: list[str | Path] = [
        RASHOMON,
        "analyze",
        example / "reports.jsonl",
        example / "pages",
        "--question",
        "Who did it?",
        "--json",
    ]
    yield Figure(
        name="example_seconds",
        value=median_seconds(walk),
        what="seconds for the example case, start-up included",
        better="lower",
    )
    yield Figure(
        name="help_seconds",
        value=median_seconds([RASHOMON, "--help"]),
        what="seconds for `rashomon --help`",
        better="lower",
    )


def median_seconds(command: Sequence[str | Path]) -> float:
    """Median wall time of three runs."""
    times = []
    for _ in range(3):
        began = time.monotonic()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        times.append(time.monotonic() - began)
    return sorted(times)[1]


def table(figures: list[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [
        f"| {figure.what} | {figure.value:.3g} |" if figure.value < 1000 else f"| {figure.what} | {figure.value:,.0f} |"
        for figure in figures
    ]
    return "\n".join(["| figure | measured |", "|---|---:|", *rows])


def digest_data(data: Path) -> dict[str, str]:
    """SHA-256 of what the figures were measured on: names and bytes, in order; nothing for data that is not there."""
    digests = {}
    for name, pattern in _MEASURED_ON:
        paths = sorted(data.glob(pattern))
        digest = hashlib.sha256()
        for path in paths:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        if paths:
            digests[name] = digest.hexdigest()
    return digests


def check(figures: list[Figure], digests: dict[str, str]) -> int:
    held = tomllib.loads(FLOORS.read_text("utf-8"))
    problems = [
        f"{name}: the data is not what the floors were set on"
        for name, d in held["digests"].items()
        if digests.get(name, d) != d
    ]
    by_name = {figure.name: figure.value for figure in figures}
    problems += [
        f"{n}: {by_name[n]:.3f} is below its floor {v}"
        for n, v in held["floors"].items()
        if n in by_name and by_name[n] < v
    ]
    problems += [
        f"{n}: {by_name[n]:.3f} is above its ceiling {v}"
        for n, v in held["ceilings"].items()
        if n in by_name and by_name[n] > v
    ]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def raise_floors(figures: list[Figure], digests: dict[str, str], lower: list[str]) -> int:
    text = FLOORS.read_text("utf-8")
    held = tomllib.loads(text)
    announced = CHANGELOG.read_text("utf-8")
    for name in lower:
        if f"Floor lowered: {name}" not in announced:
            print(f"{name}: write 'Floor lowered: {name}' and the reason into CHANGELOG.md first", file=sys.stderr)
            return 1
    floors, ceilings = held["floors"], held["ceilings"]
    for figure in figures:
        if figure.better == "higher":
            new = round(figure.value * MARGIN, 3)
            floors[figure.name] = new if figure.name in lower else max(new, floors.get(figure.name, new))
        elif figure.better == "lower" and not figure.name.endswith(_PROMISED):
            new = round(figure.value / MARGIN, 3)
            ceilings[figure.name] = new if figure.name in lower else min(new, ceilings.get(figure.name, new))
    header = "".join(line + "\n" for line in text.splitlines() if line.startswith("#"))
    sections = {
        "digests": {k: f'"{v}"' for k, v in (held["digests"] | digests).items()},
        "floors": floors,
        "ceilings": ceilings,
    }
    body = "\n".join(
        f"[{name}]\n" + "".join(f"{k} = {v}\n" for k, v in rows.items()) for name, rows in sections.items()
    )
    FLOORS.write_text(f"{header}\n{body}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
