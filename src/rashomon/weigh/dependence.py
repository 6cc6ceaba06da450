"""How far the pairs of a group depend on each other, where analysts say so of some."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rashomon.model.question import EvidenceLink

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.intp]


def measure_dependence(ordered: Sequence[EvidenceLink], starts: Ints) -> tuple[Floats, Floats]:
    """Return for each group the part of its pairs that depend as strongly as is set, and what decided strengths add.

    `ordered` are links in order of group, `starts` where each group begins. Pairs of one group of the machine depend as
    is set, unless decided otherwise; pairs that only a decision brought together depend as that says, or not at all.
    Both are in 0..1, and so is their sum.
    """
    share, added = np.ones(len(starts)), np.zeros(len(starts))
    ends = [*starts[1:], len(ordered)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=False)):
        group = ordered[int(start) : int(end)]
        if len(group) > 1 and any(link.ties or link.machine_group_id for link in group):
            share[number], added[number] = _average(group)
    return share, added


def _average(group: Sequence[EvidenceLink]) -> tuple[float, float]:
    machine = {link.id: link.machine_group_id or link.group_id for link in group}
    as_set = sum(_count_pairs(size) for size in Counter(machine.values()).values())
    strengths = 0.0
    for link in group:
        for tie in link.ties:
            # Each pair stands on both of its pieces.
            if tie.evidence_id not in machine or tie.evidence_id < link.id:
                continue
            as_set -= machine[link.id] == machine[tie.evidence_id]
            as_set += tie.strength is None
            strengths += tie.strength or 0.0
    pairs = _count_pairs(len(group))
    return as_set / pairs, strengths / pairs


def _count_pairs(size: int) -> int:
    return size * (size - 1) // 2
