"""Published base rates: how often events of a kind had which cause; read once from the file beside.

They are an option, never the default: what is contested is not drawn by lot from all events of its kind.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from rashomon.model.question import Hypothesis, SetPrior

SELECTION: Final = 0.25
"""How much of each prior is the even split: a disputed event is a special one, and the rates are of all of a kind.

Reporters and the populations of such tables select differently (Bar-Hillel, *The base-rate fallacy in probability
judgments*, Acta Psychologica 44, 1980: base rates count as far as they are relevant). With a quarter, no answer of
three starts above 0.84 or below 0.08 whatever the table says.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRateRow:
    """A cause with its share of all events (0..1) and the stems of words an answer of that kind holds."""

    name: str
    rate: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRateTable:
    """Causes of one kind of event; `cases` is how many were counted (0: not told), `checked` is "page" or "cited".

    `event_words` are alternatives, each of one or several stems that must all stand in the question or the event's
    name; where one of `not_words` stands there, the table does not fit.
    """

    id: str
    title: str
    source: str
    url: str
    year: int
    cases: int
    checked: str
    event_words: tuple[tuple[str, ...], ...]
    not_words: tuple[str, ...]
    rows: tuple[BaseRateRow, ...]

    def fits(self, words: str) -> bool:
        """Tell whether words name an event of this kind."""
        if any(_holds(words, stem) for stem in self.not_words):
            return False
        return any(all(_holds(words, stem) for stem in stems) for stems in self.event_words)

    def find_row(self, names: Iterable[str]) -> BaseRateRow | None:
        """Return the first row an answer falls into by any of its names."""
        told = list(names)
        return next((row for row in self.rows if any(_holds(name, stem) for name in told for stem in row.words)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRates:
    """A table read for some answers: the prior of each, and the row each fell into ("" for none)."""

    table: BaseRateTable
    priors: tuple[SetPrior, ...]
    rows: tuple[str, ...]


@cache
def load_base_rates() -> tuple[BaseRateTable, ...]:
    """Return every table of the file."""
    text = files("rashomon.model").joinpath("tables", "base_rates.toml").read_text("utf-8")
    return tuple(
        BaseRateTable(
            **{
                **table,
                "event_words": tuple((one,) if isinstance(one, str) else tuple(one) for one in table["event_words"]),
                "not_words": tuple(table["not_words"]),
                "rows": tuple(BaseRateRow(**{**row, "words": tuple(row["words"])}) for row in table["rows"]),
            }
        )
        for table in tomllib.loads(text)["table"]
    )


def find_base_rates(event_words: str, hypotheses: Sequence[Hypothesis]) -> BaseRates | None:
    """Return the priors that a table gives the answers to what caused an event; None where none fits.

    Answers of one row share its rate. What no answer falls into is shared evenly by *something else* and the answers no
    row knows. The priors are mixed with an even split by `SELECTION`; they are above 0 and sum to 1.
    """
    table = next((one for one in load_base_rates() if one.fits(event_words)), None)
    if table is None or not hypotheses:
        return None
    found = [None if one.residual else table.find_row((one.label, *one.aliases)) for one in hypotheses]
    known = [row for row in found if row is not None]
    if not known:
        return None
    left = 1.0 - sum(row.rate for row in set(known))
    strangers = sum(row is None for row in found)
    shares = [left / max(1, strangers) if row is None else row.rate / known.count(row) for row in found]
    total, even = sum(shares), 1.0 / len(hypotheses)
    priors = [(1.0 - SELECTION) * share / total + SELECTION * even for share in shares]
    return BaseRates(
        table=table,
        priors=tuple(
            SetPrior(hypothesis_id=one.id, probability=prior) for one, prior in zip(hypotheses, priors, strict=True)
        ),
        rows=tuple(row.name if row is not None else "" for row in found),
    )


def _holds(words: str, stem: str) -> bool:
    return re.search(rf"\b{re.escape(stem)}", words, re.IGNORECASE) is not None
