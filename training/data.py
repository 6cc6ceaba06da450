"""The corpora as windows with labels: PolNeAR (who says what), texts of our own, UW (how certain an event is)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from rashomon.extract.windows import Window, make_windows
from rashomon.ingest.passages import split_blocks
from rashomon.model.attribution import Span

ROLES = ("source", "cue", "content")
OUTSIDE = 0  # then B, I of each role: 1 2 source, 3 4 cue, 5 6 content
IGNORED = -100

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what is to be learned from it.

    `tags`: one of 7 a piece, IGNORED at special pieces. `cues`: pieces of each attribution's cue. `roles`: for each cue
    and piece none 0, source 1, cue 2, content 3. `certainty`: pieces and values (-3 to 3) of events.
    """

    window: Window
    tags: np.ndarray
    cues: list[np.ndarray]
    roles: np.ndarray
    certainty: list[tuple[int, float]]


def read_lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def passages_of(text: str) -> list[Span]:
    return [Span(start=block.start, end=block.end) for block in split_blocks(text)]


def attribution_examples(articles: Iterable[Row], tokenizer: Tokenizer, size: int) -> list[Example]:
    """Windows of articles with their outermost attributions. Where nesting is annotated (`parent`), windows of contents
    too, with what others say inside them: more examples, and of passages that begin in the middle of a sentence."""
    examples: list[Example] = []
    for article in articles:
        attributions = article["attributions"]
        level = [n for n, a in enumerate(attributions) if a.get("parent") is None]
        spans = passages_of(article["text"])
        while spans:
            examples += _label(article["text"], spans, [attributions[n] for n in level], tokenizer, size)
            nested = any("parent" in a for a in attributions)
            spans = _disjoint([span for n in level for span in attributions[n]["content"]]) if nested else []
            inner = [n for n, a in enumerate(attributions) if a.get("parent") in level]
            level = [n for n in inner if _within(attributions[n], spans)]
    return examples


def _disjoint(spans: Iterable[list[int]]) -> list[Span]:
    """Spans in order, those that overlap an earlier one left out."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1].end:
            kept.append(Span(start=start, end=end))
    return kept


def _within(attribution: Row, spans: Sequence[Span]) -> bool:
    places = [place for role in ROLES for place in attribution[role]]
    return all(any(span.start <= start and end <= span.end for span in spans) for start, end in places)


def _label(
    text: str, spans: Sequence[Span], attributions: Sequence[Row], tokenizer: Tokenizer, size: int
) -> list[Example]:
    examples = []
    for window in make_windows(text, spans, tokenizer, size=size):
        special = window.starts < 0
        tags = np.where(special, IGNORED, OUTSIDE)
        cues, rows = [], []
        for attribution in attributions:
            row = np.where(special, IGNORED, 0)
            for number, role in enumerate(ROLES):
                for start, end in attribution[role]:
                    hit = np.flatnonzero((window.starts < end) & (window.ends > start) & ~special)
                    if not len(hit):
                        continue
                    row[hit] = number + 1
                    if role != "source" or not (tags[hit] > 2).any():
                        tags[hit] = 2 * number + 2
                        tags[hit[0]] = 2 * number + 1
            cue = np.flatnonzero(row == 2)
            if len(cue):
                cues.append(cue)
                rows.append(row)
        roles = np.stack(rows) if rows else np.zeros((0, len(tags)), dtype=np.int64)
        examples.append(Example(window, tags, cues, roles, []))
    return examples


def certainty_examples(
    sentences: Sequence[Row], tokenizer: Tokenizer, size: int, *, together: int = 5
) -> list[Example]:
    """Windows of several sentences each, every sentence a passage of its own."""
    examples = []
    for first in range(0, len(sentences), together):
        text, spans, targets = "", [], []
        for row in sentences[first : first + together]:
            sentence, places = detokenize(row["text"].split(" "))
            spans.append(Span(start=len(text), end=len(text) + len(sentence)))
            for target in row["targets"]:
                start, end = places[target["span1"][0]][0], places[target["span1"][1] - 1][1]
                targets.append((len(text) + start, len(text) + end, float(target["label"])))
            text += sentence + "\n\n"
        for window in make_windows(text, spans, tokenizer, size=size):
            tags = np.full(len(window.ids), IGNORED)
            values = []
            for start, end, value in targets:
                hit = np.flatnonzero((window.starts < end) & (window.ends > start) & (window.starts >= 0))
                if len(hit):
                    values.append((int(hit[0]), value))
            examples.append(Example(window, tags, [], np.zeros((0, len(tags)), dtype=np.int64), values))
    return examples


_NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:!?%)\]}]|'[a-zA-Z]{0,2}|n't|'')$")
_NO_SPACE_AFTER = re.compile(r"^(?:[(\[{$]|``)$")


def detokenize(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Join tokens as a newspaper would print them; return the text and each token's place in it."""
    text, places, glued, opened = "", [], True, False
    for token in tokens:
        shown = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(token, token)
        if shown == '"':
            opened = token == "``" or (token != "''" and not opened)
        closes = shown == '"' and not opened
        if not glued and not closes and not _NO_SPACE_BEFORE.match(token):
            text += " "
        places.append((len(text), len(text) + len(shown)))
        text += shown
        glued = bool(_NO_SPACE_AFTER.match(token)) or (shown == '"' and opened)
    return text, places
