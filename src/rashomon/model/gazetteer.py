"""The gazetteer's tables: places and bodies with the words that stand for them, read once from the files beside.

`tables/states.tsv` and `tables/bodies.tsv` were written by hand for this project; `tables/factbook.tsv` is made by
`tools/make_gazetteer.py`. Sources and sizes: docs/decisions/0011-gazetteer.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from rashomon.model.vocabulary import SourceKind

_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "-": " "})
_PRESS: Final = (SourceKind.AGENCY, SourceKind.OUTLET)


class PlaceKind(StrEnum):
    """What a place is; all but PLACE have or had a government that can speak."""

    MEMBER = "member"  # of the United Nations
    OBSERVER = "observer"  # at the United Nations
    OTHER = "other"  # a government of its own, neither member nor observer
    TERRITORY = "territory"  # part of or tied to a state, with a government of its own
    FORMER = "former"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A state or another place with its words; no word belongs to two places."""

    name: str
    kind: PlaceKind
    capitals: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name of a body. `exact`: only in this very case (ETA); `shared`: means it only in company (Turkey's MIT)."""

    text: str
    exact: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that speaks under a name of its own.

    `state` is the state whose organ it is, for agencies and outlets the one it has its seat in, "" for bodies of
    several states and for groups of none. `state_owned`: a government, a ruling party or an organ of either owns or
    runs it.
    """

    name: str
    kind: SourceKind
    state: str = ""
    state_owned: bool = False
    aliases: tuple[Alias, ...] = ()

    @property
    def is_press(self) -> bool:
        """Whether it is there to pass on what others say."""
        return self.kind in _PRESS

    @property
    def camp(self) -> str:
        """The state it speaks for, "" for none: an agency or outlet speaks for a state only where the state owns it."""
        return self.state if self.state_owned or not self.is_press else ""


def fold_name(text: str) -> str:
    """Fold case, quotation marks, hyphens and spaces; drop an article, a possessive and the dots of abbreviations."""
    folded = " ".join(text.translate(_QUOTES).casefold().split()).strip(" \"'.,;:()[]")
    folded = re.sub(r"\b((?:[a-z]\.){1,4}[a-z])\b\.?", lambda found: found[1].replace(".", ""), folded)
    folded = re.sub(r"\b(?:st\.|saint\b)", "st", folded)
    folded = re.sub(r"'s?$", "", folded)
    return re.sub(r"^(?:the|an?) (?=\S)", "", folded)


@cache
def list_places() -> tuple[Place, ...]:
    """Return all places in the order of the table, with the demonyms and formal names of the Factbook behind ours."""
    more = {name: (demonyms, formal) for name, demonyms, formal in _rows("factbook.tsv", 3)}
    places = []
    for name, kind, capitals, demonyms, others in _rows("states.tsv", 5):
        added = more.get(name, ("", ""))
        places.append(
            Place(
                name=name,
                kind=PlaceKind(kind),
                capitals=_split(capitals),
                demonyms=_split(demonyms) + _split(added[0]),
                other_names=_split(others) + _split(added[1]),
            )
        )
    return tuple(places)


@cache
def list_bodies() -> tuple[Body, ...]:
    """Return all bodies in the order of the table; the name itself is the first alias."""
    return tuple(
        Body(
            name=name,
            kind=SourceKind(kind),
            state=state,
            state_owned=owner == "state",
            aliases=(Alias(text=name), *map(_read_alias, _split(aliases))),
        )
        for name, kind, state, owner, aliases in _rows("bodies.tsv", 5)
    )


def _read_alias(text: str) -> Alias:
    return Alias(text=text.lstrip("=?"), exact=text.startswith("="), shared=text.startswith("?"))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(",")))


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    """Yield the cells of a table's rows, padded to its columns; comments and the line of headings are left out."""
    text = files("rashomon.model").joinpath("tables", name).read_text("utf-8")
    for line in [line for line in text.splitlines() if line and not line.startswith("#")][1:]:
        cells = line.split("\t")
        yield cells + [""] * (columns - len(cells))
