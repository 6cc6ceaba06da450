"""How a judgement hangs on its parts: without each origin, without each holder, and what would flip the lead."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.model.judgement import Flip, LeftOut, PointProbability
from rashomon.weigh.columns import EvidenceColumns, Floats, Ints
from rashomon.weigh.posterior import Posterior, Roles, Settings, find_posterior

CELLS_MOST: Final = 1_000_000
"""Omissions times links weighed at once."""

FLIPS_MOST: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Omissions:
    """Probabilities (one row a name) had everything of that origin or holder not been said; names in order."""

    names: tuple[str, ...]
    members: Ints
    probabilities: Floats


def leave_out_each(columns: EvidenceColumns, settings: Settings, roles: Roles, *, names: Sequence[str]) -> Omissions:
    """Weigh again without each name in turn; `names` gives one a link (its origin or holder), in the columns' order."""
    distinct = sorted(set(names))
    places = {name: place for place, name in enumerate(distinct)}
    members = np.array([places[name] for name in names], dtype=np.intp)
    at_once = max(1, CELLS_MOST // max(1, len(names)))
    size = columns.placement.shape[1]
    rows = [np.zeros((0, size))]
    for start in range(0, len(distinct), at_once):
        omitted = np.arange(start, min(start + at_once, len(distinct)), dtype=np.intp)
        kept = members[None, :] != omitted[:, None]
        rows.append(find_posterior(columns, settings, roles, kept=kept).probabilities)
    return Omissions(names=tuple(distinct), members=members, probabilities=np.concatenate(rows))


def list_left_out(omissions: Omissions, hypothesis_ids: Sequence[str]) -> tuple[LeftOut, ...]:
    """Return the omissions of origins as records."""
    return tuple(
        LeftOut(
            origin_id=name,
            probabilities=tuple(
                [PointProbability(hypothesis_id=h, probability=p) for h, p in zip(hypothesis_ids, row, strict=True)]
            ),
        )
        for name, row in zip(omissions.names, omissions.probabilities.tolist(), strict=True)
    )


def find_flips(
    columns: EvidenceColumns,
    posterior: Posterior,
    omitted: tuple[Omissions, Omissions],
    labels: Sequence[str],
) -> tuple[Flip, ...]:
    """Return the smallest changes that put another hypothesis in the lead, the smallest first.

    `omitted` are the omissions of origins and of holders; `labels` those of the hypotheses in their order.
    """
    if len(labels) < 2:
        return ()
    now = posterior.probabilities[0]
    leader = int(np.argmax(now))
    flips = [
        Flip(
            what=f"new evidence for {labels[other]} over {labels[leader]}",
            bits_needed=float(np.log2(now[leader] / now[other])),
        )
        for other in np.argsort(-now, kind="stable").tolist()[: FLIPS_MOST // 2]
        if other != leader
    ]
    known: set[tuple[int, ...]] = set()
    for omissions in omitted:
        for flip, members in _drop_each(columns, now, omissions, labels):
            if members not in known:
                known.add(members)
                flips.append(flip)
    return tuple(sorted(flips, key=lambda flip: (flip.bits_needed, flip.what))[:FLIPS_MOST])


def _drop_each(
    columns: EvidenceColumns, now: Floats, omissions: Omissions, labels: Sequence[str]
) -> list[tuple[Flip, tuple[int, ...]]]:
    """Return the omissions that change the lead, with the links each leaves out."""
    leader = int(np.argmax(now))
    found = []
    for place, row in enumerate(omissions.probabilities):
        other = int(np.argmax(row))
        # A tie is not a new lead.
        if other == leader or row[other] <= row[leader] * (1.0 + 1e-9):
            continue
        members = tuple(np.flatnonzero(omissions.members == place).tolist())
        before, after = now[leader] / now[other], row[leader] / row[other]
        holders = sorted({columns.links[k].holder for k in members})
        found.append(
            (
                Flip(
                    what=f"without what {_join_names(holders)} said, {labels[other]} would lead",
                    bits_needed=float(np.log2(before) - np.log2(after)),
                ),
                members,
            )
        )
    return found


def _join_names(names: Sequence[str]) -> str:
    if len(names) > 2:
        return f"{names[0]} and {len(names) - 1} others"
    return " and ".join(names)
