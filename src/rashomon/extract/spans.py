"""Token indexes to character spans: joins neighbours over stray punctuation and trims what belongs to nobody."""

from __future__ import annotations

from collections.abc import Collection

from rashomon.extract.parsing import Parsed
from rashomon.extract.quotes import MARKS
from rashomon.model.attribution import Span

_LOOSE = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "!", "?", "…", "..."})
_EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "--"})


def to_spans(
    parsed: Parsed, indexes: Collection[int], *, barred: Collection[int] = (), trim: bool = True
) -> tuple[Span, ...]:
    """The character spans of some tokens, in order and disjoint.

    Gaps of mere punctuation are bridged unless a barred token (another role's) lies in them; commas, dashes and full
    stops at the edges are cut off if `trim`, quotation marks stay.
    """
    spans = []
    for run in _runs(parsed, sorted(indexes), frozenset(barred)):
        while trim and run and parsed.tokens[run[-1]].text in _EDGE:
            run.pop()
        while trim and run and parsed.tokens[run[0]].text in _EDGE:
            run.pop(0)
        if run:
            spans.append(Span(start=parsed.tokens[run[0]].start, end=parsed.tokens[run[-1]].end))
    return tuple(spans)


def _runs(parsed: Parsed, indexes: list[int], barred: frozenset[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in indexes:
        if runs and _bridges(parsed, runs[-1][-1], index, barred):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _bridges(parsed: Parsed, before: int, after: int, barred: frozenset[int]) -> bool:
    if after - before > 4:
        return False
    return all(
        i not in barred and (parsed.tokens[i].text in _LOOSE or parsed.tokens[i].text in MARKS)
        for i in range(before + 1, after)
    )
