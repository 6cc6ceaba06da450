"""How solid the basis of a judgement is, as a level and as a sentence that names no probability."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.model.judgement import Contribution
from rashomon.model.vocabulary import AnalyticConfidence
from rashomon.weigh.columns import LIKELIER, EvidenceColumns, Floats

_WORDS: Final = {
    AnalyticConfidence.LOW: "thin",
    AnalyticConfidence.MODERATE: "fair",
    AnalyticConfidence.HIGH: "solid",
}
_BIT: Final = 1.0
"""A dear piece of evidence that still weighs this much after all discounts counts as solid ground."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Analytic confidence and the sentence that says why."""

    confidence: AnalyticConfidence
    sentence: str


def describe_basis(
    columns: EvidenceColumns,
    contributions: Sequence[Contribution],
    interval: tuple[Floats, Floats],
    without_origins: Floats,
    probabilities: Floats,
) -> Basis:
    """Return the confidence in a judgement.

    `without_origins` are the probabilities without each origin (rows x m), `interval` the low and high ends (m each).
    High needs two independent groups of dear evidence for the leader, a lead that no single origin carries and an
    interval clear of all others; moderate needs one such group and such a lead, or three independent groups of any kind
    with such a lead and interval.
    """
    if not columns.links:
        return Basis(
            confidence=AnalyticConfidence.LOW, sentence="Basis is thin: nothing speaks for or against any answer."
        )
    leader = int(np.argmax(probabilities))
    by_id = {contribution.evidence_id: contribution.bits for contribution in contributions}
    dear = {
        link.group_id
        for k, link in enumerate(columns.links)
        if columns.hypothesis[k] == leader and not columns.cheap[k] and by_id[link.id] >= _BIT
    }
    low, high = interval
    clear = bool(np.all(low[leader] > np.delete(high, leader)))
    others = np.delete(without_origins, leader, axis=1).max(axis=1, initial=0.0)
    steady = bool(np.all(without_origins[:, leader] > others * (1.0 + 1e-9)))
    settled = clear and steady
    if len(dear) >= 2 and settled:
        confidence = AnalyticConfidence.HIGH
    elif (dear and steady) or (len(columns.starts) >= 3 and settled):
        confidence = AnalyticConfidence.MODERATE
    else:
        confidence = AnalyticConfidence.LOW
    return Basis(
        confidence=confidence, sentence=_write_sentence(columns, tuple(by_id.values()), confidence, steady=steady)
    )


def _write_sentence(
    columns: EvidenceColumns, bits: Sequence[float], confidence: AnalyticConfidence, *, steady: bool
) -> str:
    origins = {link.origin_id for link in columns.links}
    examined = {columns.links[k].origin_id for k in np.flatnonzero(columns.examined >= LIKELIER)}
    groups = len(columns.starts)
    parts = [
        f"{_count(len(origins), 'origin')} in {_count(groups, 'independent group')}",
        f"{_count(len(examined), 'origin')} examined evidence" if examined else "no origin examined evidence",
    ]
    if not steady:
        parts.append("the lead hangs on one origin")
    most = max((abs(b) for b in bits), default=0.0)
    return f"Basis is {_WORDS[confidence]}: {', '.join(parts)}; nothing moves any answer by more than {most:.1f} bits."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
