"""A copied passage beside its first appearance: the words of both, with what differs told apart from what does not.

Where a copy shares no passage with what it was made from, the sentences that tell the same stand side by side instead.
All texts of a pair are made harmless already.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rashomon.model.document import Document
from rashomon.model.lineage import CopyLink, SharedPassage
from rashomon.model.vocabulary import CopyKind
from rashomon.present.alignment import SentencePair, align_sentences, split_sentences
from rashomon.present.plain import show_controls
from rashomon.present.word_match import WORD, Step, Word, list_words, match_words

LONGEST: Final = 2_000
"""Characters of a passage that are compared; what follows is only counted. Neighbours are joined up to this length."""
SLACK: Final = 80
"""Characters by which an earlier appearance may be longer than the passage made from it."""
GAP: Final = 160
"""Characters between two passages that still count as one passage with changes in it."""
CONTEXT_WORDS: Final = 10
FOLDED_FROM: Final = 60
"""Equal words in a row from which the middle is left out."""
FOLD_KEEPS: Final = 20
OPENING_SENTENCES: Final = 2
SPACE: Final = re.compile(r"\s+")


class Look(StrEnum):
    """What a stretch of a shown text is."""

    SAME = "same"  # stands in both
    CHANGED = "changed"  # stands on this side only
    CONTEXT = "context"  # stands around the passage, not compared
    SKIPPED = "skipped"  # words about what is left out
    MARKED = "marked"  # worth looking at: what both sides have, or the hedges and numbers of a claim
    PLAIN = "plain"  # everything else of a sentence


class Likeness(StrEnum):
    """Why two places stand side by side."""

    WORDS = "words"  # the same words, edited or not
    MATTER = "matter"  # the same names and numbers in other words
    OPENINGS = "openings"  # nothing better: where both begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a shown text under one look."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a report and how it is shown: `runs` hold text[start:end], with context and folding."""

    document: Document
    start: int
    end: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A place in the later report (`here`) beside one in the earlier report (`there`).

    `words` counts those here; of the words looked at, `only_here` and `only_there` are not on the other side.
    """

    here: Place
    there: Place
    words: int
    likeness: Likeness
    only_here: int = 0
    only_there: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What of a copy is shown beside its first appearance, in reading order, and how many shorter pieces are not."""

    pairs: tuple[Pair, ...]
    shorter: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Passages close to each other on both sides: start..end here, from `at` to about `at_end` in `first_seen`."""

    start: int
    end: int
    first_seen: str
    at: int
    at_end: int


def compare_copy(link: CopyLink, documents: Mapping[str, Document], *, limit: int) -> Comparison:
    """Return at most `limit` pairs of a copy and its first appearances: the longest passages, in reading order.

    Where no passage is shared, the sentences that tell the same; where there are none, the beginnings of both. A
    rewrite that shares a passage, a quotation for one, shows such sentences too.
    """
    here, parent = documents.get(link.document_id), documents.get(link.copy_of)
    if here is None or limit < 1:
        return Comparison(pairs=())
    stretches = [stretch for stretch in _join_passages(link.passages) if stretch.first_seen in documents]
    longest = sorted(stretches, key=lambda stretch: (stretch.start - stretch.end, stretch.start))[:limit]
    if longest:
        shown = sorted(longest, key=lambda stretch: stretch.start)
        pairs = [_pair_words(stretch, here, documents[stretch.first_seen]) for stretch in shown]
        comparison = Comparison(pairs=tuple(pairs), shorter=len(stretches) - len(shown))
        room = limit - len(pairs)
        if link.kind is CopyKind.REWRITE and parent is not None and room:
            return _add_matter(comparison, here, parent, room=room)
        return comparison
    if parent is None:
        return Comparison(pairs=())
    return _compare_matter(here, parent, limit=limit)


def find_first_appearance(
    link: CopyLink, documents: Mapping[str, Document], *, start: int, end: int
) -> tuple[str, int, int] | None:
    """Return document id, start and end of where the words start..end of a copy stood first; None where nowhere."""
    here = documents.get(link.document_id)
    for passage in link.passages:
        there = documents.get(passage.first_seen)
        if here is None or there is None or not (passage.start <= start and end <= passage.end):
            continue
        words = list_words(here.text, passage.start, min(passage.end, passage.start + LONGEST))
        earlier = list_words(there.text, passage.at, passage.at + passage.end - passage.start + SLACK)
        inside = [number for number, word in enumerate(words) if word.end > start and word.start < end]
        if inside and inside[-1] < len(earlier):
            return there.id, earlier[inside[0]].start, earlier[inside[-1]].end
    return None


def _join_passages(passages: Sequence[SharedPassage]) -> tuple[_Stretch, ...]:
    joined: list[_Stretch] = []
    for passage in sorted(passages, key=lambda passage: (passage.start, passage.end)):
        at_end = passage.at + passage.end - passage.start
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.first_seen == passage.first_seen
            and passage.start - last.end <= GAP
            and passage.end - last.start <= LONGEST
            and 0 <= passage.at - last.at_end <= GAP
        ):
            joined[-1] = _Stretch(
                start=last.start, end=passage.end, first_seen=last.first_seen, at=last.at, at_end=at_end
            )
        else:
            joined.append(
                _Stretch(
                    start=passage.start, end=passage.end, first_seen=passage.first_seen, at=passage.at, at_end=at_end
                )
            )
    return tuple(joined)


def _pair_words(stretch: _Stretch, here: Document, there: Document) -> Pair:
    end = min(stretch.end, stretch.start + LONGEST)
    left = list_words(here.text, stretch.start, end)
    right = list_words(there.text, stretch.at, min(stretch.at_end, stretch.at + LONGEST) + SLACK)
    steps = list(match_words([word.folded for word in left], [word.folded for word in right]))
    if len(steps) > 1 and not steps[-1].same and steps[-1].left == steps[-1].left_end:
        # What follows the passage there was looked at only in case it had been cut here.
        steps.pop()
    right = right[: steps[-1].right_end] if steps else ()
    at_end = right[-1].end if right else stretch.at
    mine = [_draw(here.text, left, step, step.left, step.left_end) for step in steps]
    theirs = [_draw(there.text, right, step, step.right, step.right_end) for step in steps]
    cut = "" if end == stretch.end else " … and so on"
    return Pair(
        here=_place(here, stretch.start, end, [run for runs in mine for run in runs], cut=cut),
        there=_place(there, stretch.at, at_end, [run for runs in theirs for run in runs], cut=cut),
        words=len(list_words(here.text, stretch.start, stretch.end)),
        likeness=Likeness.WORDS,
        only_here=sum(step.left_end - step.left for step in steps if not step.same),
        only_there=sum(step.right_end - step.right for step in steps if not step.same),
    )


def _draw(text: str, words: Sequence[Word], step: Step, first: int, last: int) -> list[Run]:
    """Return the runs of one step on one side, the gap to the next word with them."""
    if first == last:
        return []
    begin, end = words[first].start, words[last - 1].end
    gap = tidy(text[end : words[last].start]) if last < len(words) else ""
    if not step.same:
        return [Run(text=tidy(text[begin:end]), look=Look.CHANGED), *([Run(text=gap, look=Look.SAME)] if gap else [])]
    if last - first <= FOLDED_FROM:
        return [Run(text=tidy(text[begin:end]) + gap, look=Look.SAME)]
    left_out = last - first - 2 * FOLD_KEEPS
    return [
        Run(text=tidy(text[begin : words[first + FOLD_KEEPS - 1].end]), look=Look.SAME),
        Run(text=f" … {left_out} words, the same on both sides … ", look=Look.SKIPPED),
        Run(text=tidy(text[words[last - FOLD_KEEPS].start : end]) + gap, look=Look.SAME),
    ]


def _place(document: Document, start: int, end: int, runs: Sequence[Run], *, cut: str) -> Place:
    """Return a place with some words of context before and after it."""
    before, after = _context_before(document.text, start), _context_after(document.text, end)
    shown = [Run(text=before, look=Look.CONTEXT), *runs]
    shown.append(Run(text=cut, look=Look.SKIPPED) if cut else Run(text=after, look=Look.CONTEXT))
    return Place(document=document, start=start, end=end, runs=tuple(run for run in shown if run.text))


def _context_before(text: str, start: int) -> str:
    window = max(0, start - 16 * CONTEXT_WORDS)
    words = list_words(text, window, start)[-CONTEXT_WORDS:]
    if not words:
        return tidy(text[window:start])
    return ("… " if words[0].start > 0 else "") + tidy(text[words[0].start : start])


def _context_after(text: str, end: int) -> str:
    window = min(len(text), end + 16 * CONTEXT_WORDS)
    words = list_words(text, end, window)[:CONTEXT_WORDS]
    if not words:
        return tidy(text[end:window])
    last = words[-1].end
    return tidy(text[end:last]) + (" …" if WORD.search(text, last) else tidy(text[last:window].rstrip()))


def _compare_matter(here: Document, there: Document, *, limit: int) -> Comparison:
    aligned = align_sentences(here.text, there.text)
    best = sorted(aligned, key=lambda pair: -pair.weight)[:limit]
    if best:
        shown = sorted(best, key=lambda pair: pair.start)
        return Comparison(
            pairs=tuple(_pair_matter(pair, here, there) for pair in shown), shorter=len(aligned) - len(shown)
        )
    opening = _opening(here), _opening(there)
    words = len(list_words(here.text, opening[0].start, opening[0].end))
    return Comparison(
        pairs=(Pair(here=opening[0], there=opening[1], words=words, likeness=Likeness.OPENINGS),) if words else ()
    )


def _add_matter(comparison: Comparison, here: Document, there: Document, *, room: int) -> Comparison:
    """Return the comparison with sentences that tell the same, where no passage shown covers them, in reading order."""
    taken = [(pair.here.start, pair.here.end) for pair in comparison.pairs]
    free = [
        pair
        for pair in align_sentences(here.text, there.text)
        if all(pair.end <= start or end <= pair.start for start, end in taken)
    ]
    best = sorted(free, key=lambda pair: -pair.weight)[:room]
    pairs = [*comparison.pairs, *(_pair_matter(pair, here, there) for pair in best)]
    return Comparison(
        pairs=tuple(sorted(pairs, key=lambda pair: pair.here.start)),
        shorter=comparison.shorter + len(free) - len(best),
    )


def _pair_matter(pair: SentencePair, here: Document, there: Document) -> Pair:
    return Pair(
        here=_mark_common(here, pair.start, pair.end, pair.marks),
        there=_mark_common(there, pair.at, pair.at_end, pair.marks_there),
        words=len(list_words(here.text, pair.start, pair.end)),
        likeness=Likeness.MATTER,
    )


def _mark_common(document: Document, start: int, end: int, marks: Sequence[tuple[int, int]]) -> Place:
    runs, reached = [], start
    for begin, stop in marks:
        runs.append(Run(text=tidy(document.text[reached:begin]), look=Look.PLAIN))
        runs.append(Run(text=tidy(document.text[begin:stop]), look=Look.MARKED))
        reached = stop
    runs.append(Run(text=tidy(document.text[reached:end]), look=Look.PLAIN))
    return Place(document=document, start=start, end=end, runs=tuple(run for run in runs if run.text))


def _opening(document: Document) -> Place:
    sentences = split_sentences(document.text[:LONGEST])[:OPENING_SENTENCES]
    start, end = (sentences[0][0], sentences[-1][1]) if sentences else (0, 0)
    runs = (Run(text=tidy(document.text[start:end]), look=Look.PLAIN),)
    return Place(document=document, start=start, end=end, runs=runs)


def tidy(text: str) -> str:
    """Return the text on one line, its controls made visible, each run of white space one space, none dropped."""
    return SPACE.sub(" ", show_controls(text))
