"""The measured weighing where people read it: tables between markers in two pages, and figures held to floors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from figures import ROOT, Figure, write_between
from weigh_baselines import BASELINES
from weigh_rows import ENGINE, Row

PAGE: Final = ROOT / "docs" / "reference" / "weighing-figures.md"
README: Final = ROOT / "README.md"
COMMAND: Final = "python tools/weigh_figures.py --write"
NO_RULE: Final = "even split"
"""Stands among the simple answers, but counts no vote."""
_HEAD: Final = "| | Brier | log2 | right | open | Brier less the engine's |\n|---|--:|--:|--:|--:|--:|"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTables:
    """The rows over one set of cases, once on gold claims and once end to end. `cases` counts the open ones, too."""

    cases: int
    gold: Sequence[Row]
    end_to_end: Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredWeighing:
    """What was measured on the cases that settings were chosen on, and on those set aside."""

    development: CaseTables
    aside: CaseTables


def render_table(rows: Sequence[Row]) -> str:
    """Return rows as a Markdown table."""
    return "\n".join([_HEAD, *(_render_row(row) for row in rows)])


def _render_row(row: Row) -> str:
    more = "" if row.name == ENGINE else f"{row.more.value:+.3f} {row.more.low:+.2f} to {row.more.high:+.2f}"
    return (
        f"| {row.name} | {row.brier} | {row.log2} | {row.right} of {row.resolved} | {row.highest_open:.2f} | {more} |"
    )


def write_pages(measured: MeasuredWeighing) -> None:
    """Write every table of the page of figures, and the short one of the README, between their markers."""
    for tables, told in ((measured.development, "development cases"), (measured.aside, "cases set aside")):
        for rows, how in ((tables.gold, "on gold claims"), (tables.end_to_end, "end to end")):
            write_between(PAGE, mark(f"{how}, {told}"), render_table(rows))
    write_between(README, mark("weighing"), render_summary(measured))


def mark(name: str) -> tuple[str, str]:
    """Return the lines that stand before and behind a table."""
    return f"<!-- {name}: written by `{COMMAND}` -->", f"<!-- end of {name} -->"


def render_summary(measured: MeasuredWeighing) -> str:
    """Return the engine beside the best rule of voting, on both sets of cases."""
    development, aside = measured.development, measured.aside
    gold, own = (development.gold, aside.gold), (development.end_to_end, aside.end_to_end)
    told = (f"development, {development.gold[0].resolved}", f"set aside, {aside.gold[0].resolved}")
    lines = {
        "engine, on claims recorded by people": [f"{find_row(rows, ENGINE).brier.value:.3f}" for rows in gold],
        "best rule of voting on the same": [f"{find_best(rows).brier.value:.3f}" for rows in gold],
        "most asserted answer on the same": [f"{find_row(rows, 'most asserted').brier.value:.3f}" for rows in gold],
        "engine, end to end": [f"{find_row(rows, ENGINE).brier.value:.3f}" for rows in own],
        "best rule of voting on the engine's reading": [f"{find_best(rows).brier.value:.3f}" for rows in own],
        "largest probability on an open case, on claims recorded by people": [
            f"{find_row(rows, ENGINE).highest_open:.2f}" for rows in gold
        ],
        "largest probability on an open case, end to end": [
            f"{find_row(rows, ENGINE).highest_open:.2f}" for rows in own
        ],
    }
    head = "| | " + " | ".join(f"{one} resolved cases" for one in told) + " |\n|---|---:|---:|"
    return "\n".join([head, *(f"| {name} | {' | '.join(cells)} |" for name, cells in lines.items())])


def find_row(rows: Sequence[Row], name: str) -> Row:
    """Return the row of that name. Raises StopIteration where there is none."""
    return next(row for row in rows if row.name == name)


def find_best(rows: Sequence[Row]) -> Row:
    """Return the rule of voting with the lowest Brier: known only in hindsight, which favours it over the engine."""
    return min((row for row in rows if row.name in BASELINES and row.name != NO_RULE), key=lambda row: row.brier.value)


def list_figures(measured: MeasuredWeighing) -> Iterator[Figure]:
    """Yield the main figures. Those on cases set aside are held to nothing: nobody is to choose by them."""
    for prefix, tables, told in (("", measured.development, ""), ("aside_", measured.aside, "cases set aside: ")):
        yield from _list_of_rows(f"{prefix}weigh_gold", tables.gold, f"{told}weighing on gold claims", held=not prefix)
        yield from _list_of_rows(f"{prefix}weigh", tables.end_to_end, f"{told}weighing end to end", held=not prefix)


def _list_of_rows(name: str, rows: Sequence[Row], told: str, *, held: bool) -> Iterator[Figure]:
    engine, best = find_row(rows, ENGINE), find_best(rows)
    lower, higher = ("lower", "higher") if held else ("", "")
    more = best.more
    figures: Mapping[str, tuple[float, str, str]] = {
        "brier": (engine.brier.value, f"Brier, {engine.resolved} resolved cases", lower),
        "right": (engine.right / engine.resolved, "answers right", higher),
        "open": (engine.highest_open, "largest probability on an open case", lower),
        "over_votes": (
            more.value,
            f"Brier of the best rule of voting ({best.name}) less the engine's, {more.low:+.2f} to {more.high:+.2f}",
            "",
        ),
    }
    for own, (value, what, better) in figures.items():
        yield Figure(name=f"{name}_{own}", value=value, what=f"{told}: {what}", better=better)
