"""Words for figures and symbols: ICD-203's probability words, ACH cells, the Admiralty grades of reliability."""

import math
from collections.abc import Iterable
from typing import Final

from rashomon.model.vocabulary import Consistency, Grade

ICD_203: Final[tuple[tuple[float, str], ...]] = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.00, "almost certain"),
)
"""Upper bound of each band and its word (U.S. Intelligence Community Directive 203, 2015)."""

CELL_BOUNDS: Final = (0.15, 1.0)
"""Bits below which a cell is neutral, and from which it is doubled (CC or II)."""

CELL_BITS: Final[dict[str, float]] = {
    Consistency.VERY_CONSISTENT: 1.5,
    Consistency.CONSISTENT: 0.5,
    Consistency.NEUTRAL: 0.0,
    Consistency.INCONSISTENT: -0.5,
    Consistency.VERY_INCONSISTENT: -1.5,
}
"""Bits that a cell an analyst sets stands for: a single symbol what one argument weighs, a double one thrice."""

ROUNDING: Final = 0.01
"""How far priors set for all answers may miss 1 and still be taken for rounded."""

SOUNDNESS: Final[dict[str, float]] = {Grade.A: 1.0, Grade.B: 0.95, Grade.C: 0.85, Grade.D: 0.65, Grade.E: 0.4}
"""How likely a source of that grade neither garbles nor invents what it says or passes on (0..1).

Mild on purpose: readers disagree widely on what the letters mean in figures (Samet 1975), so no grade silences one.
F and no grade change nothing: what cannot be judged is neither good nor bad.
"""

GRADES: Final[dict[str, str]] = {
    Grade.A: "completely reliable",
    Grade.B: "usually reliable",
    Grade.C: "fairly reliable",
    Grade.D: "not usually reliable",
    Grade.E: "unreliable",
    Grade.F: "reliability cannot be judged",
}
"""The Admiralty grades of a source (NATO AJP-2.1, formerly STANAG 2511). F says nothing, neither good nor bad."""


def word_grade(grade: str) -> str:
    """Return the words of a grade A to F; "not graded" where there is none."""
    return GRADES.get(grade, "not graded")


def measure_soundness(grades: Iterable[str]) -> float:
    """Return how likely nobody of several voices garbles or invents, 0..1; an unknown grade changes nothing."""
    return math.prod(SOUNDNESS.get(grade, 1.0) for grade in grades)


def word_probability(probability: float) -> str:
    """Return the ICD-203 word for a probability in 0..1; a bound belongs to the band above it."""
    for upper, words in ICD_203:
        if probability < upper:
            return words
    return ICD_203[-1][1]


def word_consistency(bits: float) -> Consistency:
    """Return the ACH symbol for a weight in bits."""
    neutral, strong = CELL_BOUNDS
    if abs(bits) < neutral:
        return Consistency.NEUTRAL
    if bits > 0:
        return Consistency.VERY_CONSISTENT if bits >= strong else Consistency.CONSISTENT
    return Consistency.VERY_INCONSISTENT if bits <= -strong else Consistency.INCONSISTENT
