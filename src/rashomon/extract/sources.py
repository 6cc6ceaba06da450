"""Who a source is, within one document: "he", "the ministry" and bare surnames to the fullest name given before.

Only the name is resolved; the spans stay where the words stand. Whether two documents mean the same speaker is decided
by a later stage.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extract.antecedents import Cast
from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.naming import describe, find_head
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.referents import is_definite
from rashomon.extract.tree import children, climb, head_of, subtree

_SPEAKER = frozenset({"i", "we", "me", "us", "my", "our"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def resolve_sources(parsed: Parsed, candidates: Sequence[Candidate], parents: Sequence[int | None]) -> list[str]:
    """The name of each candidate's source; "" where it has none, its own words where nothing better is known."""
    cast = Cast(parsed, candidates)
    resolved: list[str] = [""] * len(candidates)
    # Outer attributions first: "I" within a quotation is whoever is quoted.
    for position in sorted(range(len(candidates)), key=lambda p: _depth(parents, p)):
        source = candidates[position].source
        if source:
            parent = parents[position]
            resolved[position] = _resolve(parsed, source, cast, resolved[parent] if parent is not None else "")
    return resolved


def _depth(parents: Sequence[int | None], position: int) -> int:
    depth, at = 0, parents[position]
    while at is not None and depth <= len(parents):
        depth, at = depth + 1, parents[at]
    return depth


def _resolve(parsed: Parsed, source: Indexes, cast: Cast, speaker: str) -> str:
    head = find_head(parsed, source)
    word = head.text.lower()
    own = describe(parsed, head, source)
    if word in _SPEAKER:
        return speaker or own
    if word in _RELATIVE and head.pos in ("PRON", "DET", "SCONJ"):
        return _antecedent_of_relative(parsed, head, cast) or own
    known = cast.name_of(head)
    return known if known and (head.pos != "NOUN" or _may_stand_for_another(parsed, head, source)) else own


def _may_stand_for_another(parsed: Parsed, head: Token, source: Indexes) -> bool:
    """Whether a noun is definite, or its name stands beside it in the source."""
    named = any(c.pos == "PROPN" and c.index in source for c in children(parsed, head, "appos"))
    return named or is_definite(parsed, head)


def _antecedent_of_relative(parsed: Parsed, pronoun: Token, cast: Cast) -> str:
    clause = next((g for g in [pronoun, *climb(parsed, pronoun)] if g.dep == "relcl"), None)
    noun = head_of(parsed, clause) if clause is not None else None
    if clause is None or noun is None:
        return ""
    named = cast.name_of(noun) if noun.pos == "PROPN" else ""
    return named or describe(parsed, noun, subtree(parsed, noun) - subtree(parsed, clause))
