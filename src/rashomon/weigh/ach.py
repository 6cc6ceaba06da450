"""Cells of the ACH matrix that analysts set: they win over the machine's weights, and count as they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from rashomon.model.question import CellRating, EvidenceLink
from rashomon.weigh.columns import EvidenceColumns, Floats
from rashomon.weigh.contributions import tabulate_likelihoods
from rashomon.weigh.groups import name_ground
from rashomon.weigh.posterior import Posterior


def move_ratings(
    ratings: Sequence[CellRating], copies: Iterable[EvidenceLink], counted: Iterable[EvidenceLink]
) -> tuple[CellRating, ...]:
    """Return the ratings, those of evidence that repeats another moved to the one that counts."""
    kept = {name_ground(link): link.id for link in counted}
    homes = {copy.id: kept[name_ground(copy)] for copy in copies if name_ground(copy) in kept}
    return tuple(replace(one, evidence_id=homes.get(one.evidence_id, one.evidence_id)) for one in ratings)


def rate_columns(
    columns: EvidenceColumns,
    posterior: Posterior,
    prior: Floats,
    ratings: Sequence[CellRating],
    positions: Mapping[str, int],
) -> EvidenceColumns:
    """Return the columns with `rated` filled in: what to add to the machine's log-likelihoods so that the cells hold.

    `posterior` is the machine's (first row), `prior` m long, `positions` give each hypothesis id its place. A cell is a
    log2 likelihood ratio against the other hypotheses: one that is set stands that many bits above the prior-weighted
    mean likelihood of those of its item that are not set, or above 0 where all are. Of several analysts the mean holds.
    """
    places = {link.id: place for place, link in enumerate(columns.links)}
    wanted: dict[tuple[int, int], list[float]] = {}
    for rating in ratings:
        if rating.evidence_id in places and rating.hypothesis_id in positions:
            cell = (places[rating.evidence_id], positions[rating.hypothesis_id])
            wanted.setdefault(cell, []).append(rating.bits)
    if not wanted:
        return columns
    machine = tabulate_likelihoods(columns, posterior)
    rated = np.zeros_like(machine)
    for k in {k for k, _ in wanted}:
        cells = {h: sum(bits) / len(bits) for (place, h), bits in wanted.items() if place == k}
        free = [h for h in range(machine.shape[1]) if h not in cells]
        level = float(np.log2(prior[free] @ np.exp2(machine[k, free]) / prior[free].sum())) if free else 0.0
        for h, bits in cells.items():
            rated[k, h] = level + bits - machine[k, h]
    return replace(columns, rated=rated)
