"""Words for numbers: ICD-203's probability words and the symbols of an ACH cell."""

from typing import Final

from rashomon.model.vocabulary import Consistency

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
