"""The working record of this package: one possible attribution, still in token indexes."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.extract.lexicon import CueClass

Indexes = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One possible attribution: token indexes of source, cue and content.

    `anchor` is the word that made it a cue (for a block or a continued quotation: the word that introduced it), `kind`
    the construction, `cue_class` what sort of act it is. `negated` tells that the cue itself is negated.
    `follows` marks an attribution that repeats the source of an earlier one for a later quotation or block.
    """

    source: Indexes
    cue: Indexes
    content: Indexes
    anchor: int
    kind: str
    cue_class: CueClass
    negated: bool = False
    follows: bool = False
