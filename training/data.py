"""The corpora as windows with labels: PolNeAR (who says what), texts of our own (also what others say
inside that), UW (how certain an event is)."""

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

ROLES = ("source", "cue", "content", "relay")
TAGGED = ROLES[:3]
OUTSIDE = 0  # then B, I of each tagged role: 1 2 source, 3 4 cue, 5 6 content
IGNORED = -100

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what is to be learned from it.

    `tags`: one of 7 a piece, of the outermost attributions, IGNORED at special pieces. `inner`: of the cues of nested
    ones, outside 0, begin 1, inside 2; IGNORED throughout where the corpus has none. `cues`: pieces of each
    attribution's cue, nested or not. `roles`: for each cue and piece none 0, source 1, cue 2, content 3, relay 4.
    `certainty`: pieces and values (-3 to 3) of events.
    """

    window: Window
    tags: np.ndarray
    inner: np.ndarray
    cues: list[np.ndarray]
    roles: np.ndarray
    certainty: list[tuple[int, float]]

    @property
    def nested(self) -> bool:
        """Whether nested attributions and relays are annotated."""
        return bool((self.inner >= 0).any())


def read_lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def passages_of(text: str) -> list[Span]:
    return [Span(start=block.start, end=block.end) for block in split_blocks(text)]


def attribution_examples(
    articles: Iterable[Row], tokenizer: Tokenizer, size: int, *, nested: bool = False
) -> list[Example]:
    """Windows of articles with their attributions; `nested` tells that the annotation has those inside others too."""
    examples: list[Example] = []
    for article in articles:
        text = article["text"]
        windows = make_windows(text, passages_of(text), tokenizer, size=size)
        examples += [_label(window, article["attributions"], nested=nested) for window in windows]
    return examples


def _label(window: Window, attributions: Sequence[Row], *, nested: bool) -> Example:
    special = window.starts < 0
    tags = np.where(special, IGNORED, OUTSIDE)
    inner = np.where(special | (not nested), IGNORED, OUTSIDE)
    cues, rows = [], []
    for attribution in attributions:
        row = np.where(special, IGNORED, 0)
        inside = attribution.get("parent") is not None
        for number, role in enumerate(ROLES):
            for start, end in attribution.get(role, []):
                hit = np.flatnonzero((window.starts < end) & (window.ends > start) & ~special)
                if not len(hit):
                    continue
                row[hit] = number + 1
                if inside and role == "cue":
                    inner[hit], inner[hit[0]] = 2, 1
                elif not inside and role in TAGGED and (role != "source" or not (tags[hit] > 2).any()):
                    tags[hit], tags[hit[0]] = 2 * number + 2, 2 * number + 1
        cue = np.flatnonzero(row == 2)
        if len(cue):
            cues.append(cue)
            rows.append(row)
    roles = np.stack(rows) if rows else np.zeros((0, len(tags)), dtype=np.int64)
    return Example(window, tags, inner, cues, roles, [])


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
            unknown = np.full(len(window.ids), IGNORED)
            values = []
            for start, end, value in targets:
                hit = np.flatnonzero((window.starts < end) & (window.ends > start) & (window.starts >= 0))
                if len(hit):
                    values.append((int(hit[0]), value))
            roles = np.zeros((0, len(unknown)), dtype=np.int64)
            examples.append(Example(window, unknown, unknown, [], roles, values))
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
