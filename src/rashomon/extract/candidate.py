"""The working record of this package: one possible attribution, still in token indexes."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.extract.lexicon import CueClass
from rashomon.model.attribution import Span

Indexes = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """The exact places of an attribution where they are known better than to the token."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One possible attribution: token indexes of source, cue and content.

    `anchor` is the word that made it a cue (for a block or a continued quotation: the word that introduced it), `kind`
    the construction, `cue_class` what sort of act it is. `negated` tells that the cue itself is negated.
    `follows` marks an attribution that repeats the source of an earlier one for a later quotation or block. `spans` are
    the places to print instead of those of the tokens. `inside` is the anchor of the attribution around this one where
    that cannot be seen from the contents.
    """

    source: Indexes
    cue: Indexes
    content: Indexes
    anchor: int
    kind: str
    cue_class: CueClass
    negated: bool = False
    follows: bool = False
    spans: Spans | None = None
    inside: int | None = None
