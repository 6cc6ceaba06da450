"""The trained tagger: who says what in a text's passages, and how certain each word makes its event sound.

A MiniLM encoder in int8 (onnxruntime, one thread) and small heads in numpy, trained as told in `training/`. Nested
attributions, names and the meaning of cues are left to the modules that read its result.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    average_cues,
    constrain,
    find_tags,
    join_cues,
    join_runs,
    measure_distances,
    split_window,
)
from rashomon.extract.windows import Window, make_windows
from rashomon.model.attribution import Span

WEIGHTS: Final = Path(__file__).parent / "weights"
_ERRORS_ONLY: Final = 3
_OUTPUTS: Final = ("tags", "pieces", "cues", "certainty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """One attribution as spans of the text; `source` may be empty, cue and content are not."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


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
            tags, pieces, cues, certainty = (out[0] for out in self._reader.run(_OUTPUTS, given))
            real = np.flatnonzero(window.starts >= 0)
            if len(real):
                runs = split_window(find_tags(tags[real], self._moves, self._begins), real)
                found += [_place(window, joined) for joined in self._link(runs, pieces, cues)]
            places.append(window.starts[real])
            certainties.append(np.clip(certainty[real, 0], -3, 3))
        return Reading(
            attributions=tuple(found), places=np.concatenate(places), certainties=np.concatenate(certainties)
        )

    def _link(self, runs: tuple[list[Run], list[Run], list[Run]], pieces: Floats, cues: Floats) -> list[Joined]:
        sources, anchors, contents = runs
        if not anchors or not contents:
            return []
        alone = [[cue] for cue in anchors]
        roles = self._find_roles(alone, pieces, cues)
        groups = join_cues(anchors, roles)
        if len(groups) < len(anchors):
            roles = self._find_roles(groups, pieces, cues)
        return join_runs(sources, contents, groups, roles)

    def _find_roles(self, groups: Sequence[Sequence[Run]], pieces: Floats, cues: Floats) -> Floats:
        """The probability of each role (none, source, cue, content) of every piece for each cue: (cues, length, 4)."""
        far = measure_distances(groups, len(pieces))
        roles: Floats = self._linker.run(None, {"pieces": pieces, "cue": average_cues(cues, groups), "far": far})[0]
        return roles


def _place(window: Window, joined: Joined) -> Tagged:
    return Tagged(
        source=_spans(window, joined.source), cue=_spans(window, joined.cue), content=_spans(window, joined.content)
    )


def _spans(window: Window, runs: Iterable[Run]) -> tuple[Span, ...]:
    return tuple(Span(start=int(window.starts[a]), end=int(window.ends[b - 1])) for a, b in runs)
