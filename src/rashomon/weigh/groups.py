"""What repeats what: one origin's piece counts once, and dependent voices count for little more than one."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import Access
from rashomon.weigh.columns import EvidenceColumns, Floats

_NEAREST_FIRST: Final = {Access.EXAMINED: 0, Access.BRIEFED: 1, Access.UNKNOWN: 2, Access.COMMENTS: 3}


def count_once(links: Iterable[EvidenceLink]) -> tuple[EvidenceLink, ...]:
    """Return links, one for each origin, holder, kind, direction and hypothesis: two hundred copies are one.

    Of several the one with the fewest relays and the nearest access stays; the result is in order of id.
    """
    chosen: dict[tuple[str, ...], EvidenceLink] = {}
    for link in sorted(links, key=rank_copy):
        chosen.setdefault(name_ground(link), link)
    return tuple(sorted(chosen.values(), key=lambda link: link.id))


def name_ground(link: EvidenceLink) -> tuple[str, ...]:
    """Return what two pieces of evidence share that count once."""
    return link.origin_id, link.holder_id, link.kind, link.direction, link.hypothesis_id


def rank_copy(link: EvidenceLink) -> tuple[int, int, str]:
    """Return what is least for the one that stays of several that count once."""
    return link.relays, _NEAREST_FIRST[link.access], link.id


def temper_groups(columns: EvidenceColumns, strengths: Floats, dependence: Floats, *, limit: float) -> Floats:
    """Return the exponent of each link (rows x K, in 0..1) from its strength in bits (rows x K, 0 or more).

    The exponent of DESIGN section 4, n_eff / n with n_eff = 1 + (n - 1)(1 - dependence), where n counts voices in units
    of the group's strongest: equal voices count as n, and a murmur beside a finding does not temper the finding away.
    No group weighs more than `limit` bits. Where analysts say how far pairs of a group depend on each other, the mean
    over its pairs stands for `dependence` (the design effect of unequal correlations, Kish 1965).
    """
    if len(columns.starts) == len(columns.links):
        # Whoever is alone in its group is its strongest: most questions have few groups of several.
        return np.asarray(limit / np.maximum(strengths, limit))
    totals = np.add.reduceat(strengths, columns.starts, axis=1)
    strongest = np.maximum.reduceat(strengths, columns.starts, axis=1)
    mean = dependence * columns.group_share + columns.group_added
    return temper_totals(totals, strongest, mean, limit=limit)[:, columns.group]


def temper_totals(totals: Floats, strongest: Floats, dependence: Floats, *, limit: float) -> Floats:
    """Return the exponent of each group (rows x groups) from its summed and its strongest bits."""
    safe = np.where(totals > 0, totals, 1.0)
    share = np.where(totals > 0, strongest / safe, 1.0)
    exponents = np.minimum((1.0 - dependence) + dependence * share, limit / np.maximum(totals, limit))
    return np.asarray(np.minimum(exponents, 1.0))


def share_origins(columns: EvidenceColumns, strengths: Floats, *, limit: float) -> Floats:
    """Return what is left of each link (rows x K, in 0..1) when no origin weighs more than `limit` bits in all."""
    if int(columns.origin.max()) + 1 == len(columns.links):
        return np.asarray(limit / np.maximum(strengths, limit))
    order = np.argsort(columns.origin, kind="stable")
    starts = np.flatnonzero(np.diff(columns.origin[order], prepend=-1))
    totals = np.add.reduceat(strengths[:, order], starts, axis=1)
    return np.asarray((limit / np.maximum(totals, limit))[:, columns.origin])
