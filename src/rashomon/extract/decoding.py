"""From the network's numbers to attributions: the best tag sequence, its spans, and which cue each span belongs to.

Plain arithmetic on arrays; what the arrays mean is told in `tagger`. Tags are BIO over source, cue and content of what
is said outside every other attribution: 0 is outside, then begin and inside of each role. What is said inside another's
words has tags for its cues only; its source and content, which may lie anywhere, are read off the roles that the cue
gives to the pieces. One window at a time, so that nothing depends on its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Run = tuple[int, int]
"""Pieces first to last (exclusive)."""

TAGS: Final = 7
REACH: Final = 32
"""Farthest distance in pieces between a cue and a piece that is told from a farther one."""
SOURCE, CUE, CONTENT = range(3)
_NEVER: Final = np.float32(-1e9)

# Chosen on articles of the training split that were kept apart.
_OUTSIDE_COST: Final = np.float32(0.1)
"""What each piece outside every role costs, in nats: annotators miss some attributions, and the network learns to."""
_SAME_CUE: Final = 0.5
"""Two runs of cue pieces are one cue where each says so of the other with this probability."""
_LEAST_CONTENT: Final = 0.4
"""A run of content belongs to the cue that claims it most, if with this mean probability."""
_SURE_SOURCE: Final = 0.4
_LEAST_SOURCE: Final = 0.1
"""A cue's sources are all runs it claims with the higher probability; if none, its best with the lower. One source may
have several cues ("she said … and added …")."""
_LEAST_INNER: Final = 0.9
"""A piece belongs to a cue inside another's words with this probability."""
_LEAST_ROLE: Final = 0.5
"""A piece has a role that only the cue gives it with this probability."""
_GAP: Final = 2
"""Pieces that a run read off the roles may skip."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One attribution in runs of pieces, each role in reading order; `source` may be empty."""

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    nested: bool = False


def constrain(moves: Floats, begins: Floats) -> tuple[Floats, Floats]:
    """Forbid the inside of a role behind anything but its own begin or inside, and make the outside dearer."""
    moves, begins = moves.copy(), begins.copy()
    moves[:, 0] -= _OUTSIDE_COST
    begins[0] -= _OUTSIDE_COST
    for inside in range(2, TAGS, 2):
        begins[inside] = _NEVER
        others = [tag for tag in range(TAGS) if tag not in (inside - 1, inside)]
        moves[others, inside] = _NEVER
    return moves, begins


def find_tags(emissions: Floats, moves: Floats, begins: Floats) -> Ints:
    """Return the most probable tag sequence (Viterbi) for emissions (length, TAGS); length at least 1."""
    best = begins + emissions[0]
    back = np.empty((len(emissions), TAGS), dtype=np.int64)
    columns = np.arange(TAGS)
    for step in range(1, len(emissions)):
        ways = best[:, None] + moves
        back[step] = ways.argmax(0)
        best = ways[back[step], columns] + emissions[step]
    tags = np.empty(len(emissions), dtype=np.int64)
    tags[-1] = best.argmax()
    for step in range(len(emissions) - 1, 0, -1):
        tags[step - 1] = back[step, tags[step]]
    return tags


def find_runs(tags: Ints, role: int) -> list[Run]:
    """Return the runs of a role (SOURCE, CUE, CONTENT): a begin tag and the inside tags behind it."""
    begin, inside = 2 * role + 1, 2 * role + 2
    runs: list[Run] = []
    for first in np.flatnonzero(tags == begin).tolist():
        last = first + 1
        while last < len(tags) and tags[last] == inside:
            last += 1
        runs.append((first, last))
    return runs


def find_inner_cues(logits: Floats, real: Ints) -> list[Run]:
    """Return the runs of cues inside others' words, given logits (length, 3: outside, begin, inside) of all pieces and
    the positions of the `real` ones."""
    weights = np.exp(logits[real] - logits[real].max(1, keepdims=True))
    shares = weights / weights.sum(1, keepdims=True)
    runs: list[Run] = []
    for place, (outside, begin, inside) in zip(real.tolist(), shares.tolist(), strict=True):
        if 1 - outside <= _LEAST_INNER:
            continue
        if runs and runs[-1][1] == place and inside >= begin:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def split_window(tags: Ints, real: Ints) -> tuple[list[Run], list[Run], list[Run]]:
    """Return the runs of source, cue and content in positions of the window, given tags of its `real` positions."""
    sources, cues, contents = (
        [(int(real[a]), int(real[b - 1]) + 1) for a, b in find_runs(tags, role)] for role in (SOURCE, CUE, CONTENT)
    )
    return sources, cues, contents


def measure_distances(cues: Sequence[Sequence[Run]], length: int) -> Ints:
    """Return how far each of `length` positions lies from each cue, 0 to 2 * REACH, REACH inside: (cues, length)."""
    place = np.arange(length)
    first = np.array([cue[0][0] for cue in cues])[:, None]
    last = np.array([cue[-1][1] - 1 for cue in cues])[:, None]
    far = np.where(place < first, place - first, np.maximum(place - last, 0))
    found: Ints = np.clip(far, -REACH, REACH) + REACH
    return found


def average_runs(states: Floats, groups: Sequence[Sequence[Run]]) -> Floats:
    """Return the mean of the states (length, n) inside each group of runs: (groups, 1, n)."""
    means = [np.concatenate([states[first:last] for first, last in runs]).mean(0) for runs in groups]
    return np.stack(means)[:, None, :]


def join_runs(
    sources: Sequence[Run], contents: Sequence[Run], cues: Sequence[Sequence[Run]], roles: Floats
) -> list[Joined]:
    """Return one attribution for each cue that has a content; `roles` (cues, length, 5) are probabilities."""
    said = _share_out(contents, roles[:, :, CONTENT + 1])
    by = [_choose(sources, claims) for claims in roles[:, :, SOURCE + 1]]
    return [
        Joined(tuple(source), tuple(cue), tuple(content))
        for cue, source, content in zip(cues, by, said, strict=True)
        if content
    ]


def read_nested(cues: Sequence[Sequence[Run]], roles: Floats) -> list[Joined]:
    """Return one attribution for each cue inside another's words that has a content; `roles` as in `join_runs`."""
    found = []
    for cue, claims in zip(cues, roles, strict=True):
        source, content = (tuple(_read_role(claims, role)) for role in (SOURCE, CONTENT))
        if content:
            found.append(Joined(source, tuple(cue), content, nested=True))
    return found


def _read_role(claims: Floats, role: int) -> list[Run]:
    """The runs of pieces to which a cue gives a role, from its claims (length, roles)."""
    runs: list[Run] = []
    for place in np.flatnonzero(claims[:, role + 1] > _LEAST_ROLE).tolist():
        between = claims[runs[-1][1] : place] if runs else claims[:0]
        if runs and len(between) <= _GAP and not between[:, 1:].max(initial=0) > _LEAST_ROLE:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def join_cues(cues: Sequence[Run], roles: Floats) -> list[list[Run]]:
    """Return the cues, runs that are parts of one together; `roles` (runs, length, 5) are each run's own."""
    groups: list[list[int]] = []
    for number, (first, last) in enumerate(cues):
        for group in groups:
            head = cues[group[0]]
            there, here = roles[group[0], first:last, CUE + 1], roles[number, head[0] : head[1], CUE + 1]
            if min(there.mean(), here.mean()) > _SAME_CUE:
                group.append(number)
                break
        else:
            groups.append([number])
    return [[cues[number] for number in group] for group in groups]


def _share_out(runs: Sequence[Run], claims: Floats) -> list[list[Run]]:
    """For each cue the contents that it claims (cues, length) more than any other cue does."""
    taken: list[list[Run]] = [[] for _ in claims]
    for first, last in runs:
        claim = claims[:, first:last].mean(1)
        best = int(claim.argmax())
        if claim[best] > _LEAST_CONTENT:
            taken[best].append((first, last))
    return taken


def _choose(runs: Sequence[Run], claims: Floats) -> list[Run]:
    """The sources of one cue, from its claims (length) on every piece."""
    claimed = [float(claims[first:last].mean()) for first, last in runs]
    sure = [run for run, claim in zip(runs, claimed, strict=True) if claim > _SURE_SOURCE]
    best = max(range(len(runs)), key=claimed.__getitem__, default=None)
    if sure or best is None or claimed[best] <= _LEAST_SOURCE:
        return sure
    return [runs[best]]
