"""Published base rates: how often events of a kind had which cause; read once from the file beside.

They are an option, never the default: what is contested is not drawn by lot from all events of its kind.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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

INTENT: Final = (
    "sabotage*", "bomb*", "explosive", "missile", "shot down", "shooting down", "shoot-down", "hijack*", "terror*",
    "suicide", "attack*", "deliberate*", "arson*", "on purpose",
)  # fmt: skip
"""Words of an answer that says that somebody meant it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRateRow:
    """A cause with its share of all events (0..1) and the words an answer of that kind holds."""

    name: str
    rate: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRateTable:
    """Causes of one kind of event; `cases` is how many were counted (0: not told), `checked` is "page" or "cited".

    It fits words that hold one of `event_words`, one of `also` (where there are any) and none of `not_words`. A word
    means itself and its plural; one that ends in * means all that begins so. Rows are tried in their order.
    """

    id: str
    title: str
    source: str
    url: str
    year: int
    cases: int
    checked: str
    event_words: tuple[str, ...]
    also: tuple[str, ...]
    not_words: tuple[str, ...]
    rows: tuple[BaseRateRow, ...]

    def fits(self, words: str) -> bool:
        """Tell whether words name an event of this kind."""
        named = _holds_any(words, self.event_words) and not _holds_any(words, self.not_words)
        return named and (not self.also or _holds_any(words, self.also))

    def find_row(self, names: Sequence[str]) -> BaseRateRow | None:
        """Return the first row an answer falls into by any of its names.

        What is meant to be done falls into no row of accidents: into one that counts what is meant, or into none.
        """
        told = " ; ".join(names)
        meant = _holds_any(told, INTENT)
        rows = (row for row in self.rows if not meant or set(row.words) & set(INTENT))
        return next((row for row in rows if _holds_any(told, row.words)), None)


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
                **{name: tuple(table[name]) for name in ("event_words", "also", "not_words")},
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
    found = [None if one.residual else table.find_row([one.label, *one.aliases]) for one in hypotheses]
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


def yield_to(rates: BaseRates, kept: Sequence[SetPrior]) -> BaseRates:
    """Return base rates with the priors an analyst keeps in place of theirs; the others share what is left."""
    own = {one.hypothesis_id: one.probability for one in kept}
    left = 1.0 - sum(own.get(one.hypothesis_id, 0.0) for one in rates.priors)
    others = sum(one.probability for one in rates.priors if one.hypothesis_id not in own)
    priors = tuple(
        replace(one, probability=own.get(one.hypothesis_id, one.probability * left / others if others else 0.0))
        for one in rates.priors
    )
    return replace(rates, priors=priors)


def _holds_any(text: str, words: Iterable[str]) -> bool:
    return any(re.search(_write_pattern(word), text, re.IGNORECASE) for word in words)


def _write_pattern(word: str) -> str:
    ending = r"\w*" if word.endswith("*") else r"(?:s|es)?\b"
    return rf"\b{re.escape(word.removesuffix('*'))}{ending}"
