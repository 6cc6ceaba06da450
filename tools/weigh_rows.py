"""Ways of answering held against known answers, and the rows of a table made of them, with bootstrap intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from weigh_baselines import Shares

Floats: TypeAlias = npt.NDArray[np.float64]
DRAWS: Final = 10_000
INTERVAL: Final = (0.05, 0.95)
FLOOR: Final = -20.0
ENGINE: Final = "engine"
_NEARLY: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one way of answering gave for one case. `brier`, `log2` and `right` are nan where the case is open."""

    brier: float
    log2: float
    right: float
    highest: float
    is_open: bool


def judge(shares: Shares, names: Sequence[str], answer: str | None) -> Outcome:
    """Hold shares (what is missing from 1 went to something else) against the answer."""
    masses = {name: shares.get(name, 0.0) for name in names}
    other = max(0.0, 1.0 - sum(masses.values()))
    highest = max(masses.values())
    if answer is None:
        return Outcome(brier=np.nan, log2=np.nan, right=np.nan, highest=highest, is_open=True)
    rivals = max((mass for name, mass in masses.items() if name != answer), default=0.0)
    return Outcome(
        brier=sum((mass - (name == answer)) ** 2 for name, mass in masses.items()) + other**2,
        log2=max(FLOOR, float(np.log2(max(masses[answer], 2.0**FLOOR)))),
        right=float(masses[answer] > rivals + _NEARLY),
        highest=highest,
        is_open=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A figure and the middle nine tenths of its bootstrap draws over cases."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} {self.low:.2f}-{self.high:.2f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table. `more` is the Brier of a row less the engine's, as paired differences."""

    name: str
    brier: Interval
    log2: Interval
    right: int
    resolved: int
    highest_open: float
    more: Interval


def tabulate(outcomes: Sequence[Mapping[str, Outcome]]) -> list[Row]:
    """Return a row for each way of answering, over cases; the draws are the same for all."""
    resolved = [one for one in outcomes if not one[ENGINE].is_open]
    opened = [one for one in outcomes if one[ENGINE].is_open]
    draws = np.random.default_rng(1950).integers(len(resolved), size=(DRAWS, len(resolved)))
    rows = []
    for name in outcomes[0]:
        brier = np.array([one[name].brier for one in resolved])
        rows.append(
            Row(
                name=name,
                brier=_draw_mean(brier, draws),
                log2=_draw_mean(np.array([one[name].log2 for one in resolved]), draws),
                right=int(sum(one[name].right for one in resolved)),
                resolved=len(resolved),
                highest_open=max((one[name].highest for one in opened), default=0.0),
                more=_draw_mean(brier - np.array([one[ENGINE].brier for one in resolved]), draws),
            )
        )
    return rows


def _draw_mean(values: Floats, draws: npt.NDArray[np.int64]) -> Interval:
    low, high = np.quantile(values[draws].mean(axis=1), INTERVAL)
    return Interval(value=float(values.mean()), low=float(low), high=float(high))
