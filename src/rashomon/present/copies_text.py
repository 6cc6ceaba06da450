"""Copies and origins as a list for the terminal: each origin, and what was made from it."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from rashomon.model.vocabulary import CopyKind
from rashomon.present import phrases
from rashomon.present.layout import render_lines
from rashomon.present.plain import show_inline
from rashomon.present.shapes import CopyShape


def render_copies(copies: Iterable[CopyShape], *, width: int = 100, colour: bool = False) -> str:
    """Return the reports as text, grouped by origin, in the order given."""
    groups: dict[str, list[CopyShape]] = {}
    for copy in copies:
        groups.setdefault(copy.origin, []).append(copy)
    return render_lines(_lines(groups), width=width, colour=colour)


def _lines(groups: dict[str, list[CopyShape]]) -> Iterator[Text]:
    reports = sum(map(len, groups.values()))
    yield Text(f"{phrases.say_count(reports, 'report')} from {phrases.say_count(len(groups), 'origin')}", style="bold")
    for origin, members in groups.items():
        yield Text(f"  {show_inline(origin)}")
        for copy in members:
            if copy.document != origin:
                yield Text(f"    └─ {show_inline(copy.document)}") + Text(_say_descent(copy), style="dim")


def _say_descent(copy: CopyShape) -> str:
    if copy.copy_of is None or copy.kind is None:
        return "  same origin"
    phrase = phrases.COPY_PHRASES[CopyKind(copy.kind)]
    return f"  {phrase} {show_inline(copy.copy_of)} ({copy.share:.0%} of its words)".replace("%", " %")
