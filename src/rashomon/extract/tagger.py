"""The trained tagger: who says what in a text's passages, and how certain each word makes its event sound.

A MiniLM encoder in int8 with small heads (onnxruntime, one thread), trained as told in `training/`. Names, who stands
inside whom, and what the words around a cue say more exactly are left to the modules that read its result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from rashomon.extract.decoding import (
    Floats,
    Ints,
    Joined,
    Run,
    average_runs,
    constrain,
    find_inner_cues,
    find_tags,
    join_cues,
    join_runs,
    measure_distances,
    read_nested,
    split_window,
)
from rashomon.extract.windows import Window, make_windows
from rashomon.model.attribution import Span

WEIGHTS: Final = Path(__file__).parent / "weights"
_ERRORS_ONLY: Final = 3
_OUTPUTS: Final = ("tags", "inner", "pieces", "cues", "certainty")

Read = Mapping[str, Floats]
"""What the network says of one window, by the names of _OUTPUTS: (length, n)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """One attribution as spans of the text; `source` may be empty, cue and content are not.

    `nested`: it stands inside another's words, or another voice cites it.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    nested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the tagger found in one text. `certainties[i]` (-3 to 3, Lee et al. 2015) is of the word piece that begins
    at code point `places[i]`; places ascend."""

    attributions: tuple[Tagged, ...]
    places: Ints
    certainties: Floats

    def certainty_at(self, start: int) -> float | None:
        """How certain the event is whose word begins at a code point; None where no word piece begins there."""
        at = int(np.searchsorted(self.places, start))
        if at == len(self.places) or self.places[at] != start:
            return None
        return float(self.certainties[at])


class Tagger:
    """Holds the loaded model: about 60 MB, loaded in a tenth of a second. May be used by several threads at once."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ONLY
        # The arena would keep the largest window's buffers for every length met.
        options.enable_cpu_mem_arena = False
        self._reader, self._linker = (
            onnxruntime.InferenceSession(folder / name, options, providers=["CPUExecutionProvider"])
            for name in ("reader.onnx", "linker.onnx")
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        with np.load(folder / "moves.npz", allow_pickle=False) as kept:
            self._moves, self._begins = constrain(kept["moves"], kept["begins"])

    def read(self, text: str, spans: Sequence[Span]) -> Reading:
        """Return the attributions in some spans of a text, each span a passage, in reading order.

        Passages are in reading order and do not overlap. Time is linear in their length.
        """
        found: list[Tagged] = []
        places, certainties = [np.empty(0, np.int64)], [np.empty(0, np.float32)]
        for window in make_windows(text, spans, self._tokenizer):
            given = {"ids": window.ids[None], "shape": window.shape[None], "quoted": window.quoted[None]}
            read = {name: out[0] for name, out in zip(_OUTPUTS, self._reader.run(_OUTPUTS, given), strict=True)}
            real = np.flatnonzero(window.starts >= 0)
            if len(real):
                runs = split_window(find_tags(read["tags"][real], self._moves, self._begins), real)
                joined = [*self._link(runs, read), *self._link_nested(find_inner_cues(read["inner"], real), read)]
                found += [_place(window, one, text) for one in joined]
            places.append(window.starts[real])
            certainties.append(np.clip(read["certainty"][real, 0], -3, 3))
        return Reading(
            attributions=tuple(found), places=np.concatenate(places), certainties=np.concatenate(certainties)
        )

    def _link(self, runs: tuple[list[Run], list[Run], list[Run]], read: Read) -> list[Joined]:
        sources, anchors, contents = runs
        if not anchors or not contents:
            return []
        groups, roles = self._group(anchors, read)
        return join_runs(sources, contents, groups, roles)

    def _link_nested(self, anchors: list[Run], read: Read) -> list[Joined]:
        return read_nested(*self._group(anchors, read)) if anchors else []

    def _group(self, anchors: list[Run], read: Read) -> tuple[list[list[Run]], Floats]:
        """The cues, parts of one together, and the roles they give: (cues, length, 5)."""
        alone = [[cue] for cue in anchors]
        roles = self._find_roles(alone, read)
        groups = join_cues(anchors, roles)
        return groups, (self._find_roles(groups, read) if len(groups) < len(anchors) else roles)

    def _find_roles(self, groups: Sequence[Sequence[Run]], read: Read) -> Floats:
        """The probability of each role (none, source, cue, content, carrier) of every piece for each cue."""
        far = measure_distances(groups, len(read["pieces"]))
        given = {"pieces": read["pieces"], "cue": average_runs(read["cues"], groups), "far": far}
        roles: Floats = self._linker.run(None, given)[0]
        return roles


def _place(window: Window, joined: Joined, text: str) -> Tagged:
    roles = (_spans(window, joined.source), _spans(window, joined.cue), _spans(window, joined.content))
    if joined.nested:
        # Roles read piece by piece may begin within a word.
        roles = (_widen(roles[0], text), _widen(roles[1], text), _widen(roles[2], text))
    return Tagged(source=roles[0], cue=roles[1], content=roles[2], nested=joined.nested)


def _widen(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans to the edges of their words."""
    wide = []
    for span in spans:
        start, end = span.start, span.end
        while start and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
        wide.append(Span(start=start, end=end))
    return tuple(wide)


def _spans(window: Window, runs: Iterable[Run]) -> tuple[Span, ...]:
    return tuple(Span(start=int(window.starts[a]), end=int(window.ends[b - 1])) for a, b in runs)
