"""Inconsistency as published ACH tools count it, beside the probabilities, so that one can see where the two differ."""

from dataclasses import dataclass
from typing import Final

from rashomon.model.question import EvidenceLink, Hypothesis
from rashomon.model.vocabulary import Consistency, Grade
from rashomon.present.matrix import Matrix

STEPS: Final = {Consistency.INCONSISTENT: 1.0, Consistency.VERY_INCONSISTENT: 2.0}
"""What a cell counts against a hypothesis; neutral and consistent ones count nothing."""

HIGH: Final = 2.0**0.5
"""What high credibility multiplies a cell by, and low divides it by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """How much is inconsistent with a hypothesis: cells I and II, and their weighted sum."""

    hypothesis: Hypothesis
    cells: int
    weighted: float


def count_inconsistency(matrix: Matrix) -> tuple[Inconsistency, ...]:
    """Return the counts of each hypothesis, in the order of the matrix.

    `cells` is Heuer's tally of inconsistent items (*Psychology of Intelligence Analysis*, 1999, ch. 8). `weighted` is
    the weighted inconsistency of the PARC tool (*ACH 1.1: Technical Description*, Palo Alto Research Center with
    R. Heuer): 1 for I and 2 for II, times credibility and relevance at 1/sqrt(2), 1 and sqrt(2) for low, medium and
    high. Credibility is read from the grades (A and B high, D and E low), relevance is medium throughout.
    """
    weights = [_weigh_credibility(link) for link in matrix.columns]
    return tuple(
        Inconsistency(
            hypothesis=hypothesis,
            cells=sum(cell.consistency in STEPS for cell in row),
            weighted=sum(STEPS.get(cell.consistency, 0.0) * weight for cell, weight in zip(row, weights, strict=True)),
        )
        for hypothesis, row in zip(matrix.hypotheses, matrix.cells, strict=True)
    )


def _weigh_credibility(link: EvidenceLink) -> float:
    """Return the factor of the worst graded voice a piece of evidence came through."""
    grades = {voice.grade for voice in link.voices if voice.grade not in ("", Grade.F)}
    if grades & {Grade.D, Grade.E}:
        return 1.0 / HIGH
    return HIGH if grades and grades <= {Grade.A, Grade.B} else 1.0
