"""Blind rating: what the machine and other analysts say stays hidden until one has rated the item oneself."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.present.matrix import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Blindfold:
    """The analyst who rates blind."""

    rater: str

    def own(self, cell: Cell) -> str:
        """Return the rater's own symbol of a cell, "" where there is none yet."""
        return next((rating.consistency for rating in cell.ratings if rating.by == self.rater), "")

    def is_lifted(self, column: Sequence[Cell]) -> bool:
        """Tell whether the rater has rated an item against every hypothesis, so that the rest may be seen."""
        return all(self.own(cell) for cell in column)
