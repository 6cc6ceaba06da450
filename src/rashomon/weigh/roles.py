"""Whose role decides most: what the answer would be were one known to have examined the evidence, or to have a stake.

In trials plausible alternatives of roles moved the answers more than any weight did.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.model.judgement import RoleEffect
from rashomon.weigh.columns import EvidenceColumns, Ints
from rashomon.weigh.posterior import Posterior, Roles, Settings, find_posterior

HOLDERS_MOST: Final = 40
"""Only those whose words weigh most are asked about."""
EFFECTS_MOST: Final = 8
_SMALLEST: Final = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One thing that may be so of a holder, its probability, and the links it is about."""

    holder: str
    holder_id: str
    role: str
    probability: float
    links: Ints


def rank_roles(
    columns: EvidenceColumns, settings: Settings, roles: Roles, posterior: Posterior, hypothesis_ids: Sequence[str]
) -> tuple[RoleEffect, ...]:
    """Return what learning a holder's role would change, the largest shift first, at most eight.

    `shift` is half the summed change of the probabilities (total variation, 0..1); `hypothesis_id` the one that would
    gain most. What is certain already is left out.
    """
    cases = [case for case in _list_cases(columns, roles, posterior) if 0.0 < case.probability < 1.0]
    if not cases:
        return ()
    shape = (len(cases), len(columns.links))
    driven = np.broadcast_to(roles.driven, shape).copy()
    against = np.broadcast_to(roles.against, shape).copy()
    examined = np.broadcast_to(roles.examined, shape).copy()
    guilty = np.repeat(roles.guilty, len(cases), axis=0)
    for row, case in enumerate(cases):
        if case.role.endswith("examined the evidence"):
            examined[row, case.links] = float(case.role == "examined the evidence")
        else:
            driven[row, case.links] = float(case.role == "has a stake in it")
            against[row, case.links] = 0.0
        if case.role == "has no stake in it":
            guilty[row, np.isin(columns.guilty_link, case.links)] = 0.0
    told = Roles(driven=driven, against=against, examined=examined, guilty=guilty)
    after = find_posterior(columns, settings, told).probabilities
    now = posterior.probabilities[0]
    shifts = 0.5 * np.abs(after - now).sum(axis=1)
    ranked = sorted(range(len(cases)), key=lambda row: (-shifts[row], cases[row].holder, cases[row].role))
    return tuple(
        RoleEffect(
            holder_id=cases[row].holder_id,
            holder=cases[row].holder,
            role=cases[row].role,
            probability=cases[row].probability,
            hypothesis_id=hypothesis_ids[int(np.argmax(after[row] - now))],
            shift=float(shifts[row]),
        )
        for row in ranked[:EFFECTS_MOST]
        if shifts[row] > _SMALLEST
    )


def _list_cases(columns: EvidenceColumns, roles: Roles, posterior: Posterior) -> list[_Case]:
    """Both ways each thing may be, of the holders whose words weigh most."""
    strengths = -(posterior.exponents * posterior.if_false)[0]
    held: dict[str, list[int]] = {}
    for k, link in enumerate(columns.links):
        held.setdefault(link.holder_id or link.holder, []).append(k)
    heaviest = sorted(held, key=lambda holder: (-strengths[held[holder]].sum(), holder))[:HOLDERS_MOST]
    cases = []
    for holder in heaviest:
        links = np.array(held[holder], dtype=np.intp)
        first = columns.links[int(links[0])]
        near = links[columns.examined[links] > 0]
        seen = float(columns.examined[near].mean()) if near.size else 0.0
        partial = float(roles.driven[0, links].mean())
        for role, probability, about in (
            ("examined the evidence", seen, near),
            ("never examined the evidence", 1.0 - seen if near.size else 0.0, near),
            ("has a stake in it", partial, links),
            ("has no stake in it", 1.0 - partial, links),
        ):
            cases.append(
                _Case(holder=first.holder, holder_id=first.holder_id, role=role, probability=probability, links=about)
            )
    return cases
