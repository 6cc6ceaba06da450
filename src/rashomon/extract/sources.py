"""Who a source is, within one document: "he", "the ministry" and bare surnames to the fullest name given before.

Only the name is resolved; the spans stay where the words stand. Whether two documents mean the same speaker is decided
by a later stage.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extract.antecedents import Cast
from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.clauses import called_behind
from rashomon.extract.kinds import Kind, kind_of_name
from rashomon.extract.naming import describe, find_head, is_name, name_at
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, climb, head_of, subtree
from rashomon.model.principals import principal_of

_SPEAKER = frozenset({"i", "we", "me", "us", "my", "our"})
_OWNERS = frozenset({"his", "her", "their", "its"})
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
    parts = [head, *_joined(parsed, head, source)] if head.pos != "PRON" else [head]
    names = [cast.name_of(part) for part in parts]
    if len(parts) == 1:
        named = called_behind(parsed, head)
        return name_at(parsed, named) if named is not None else names[0] or _owned(parsed, head, cast) or own
    rest = [name or describe(parsed, part) for part, name in zip(parts, names, strict=True)]
    return f"{', '.join(rest[:-1])} and {rest[-1]}"


def _owned(parsed: Parsed, head: Token, cast: Cast) -> str:
    """*His lawyer* under the name of whoever he is."""
    owner = next((t for t in children(parsed, head, "poss") if t.text.lower() in _OWNERS), None)
    name = cast.name_of(owner) if owner is not None else ""
    return f"{name}'s {describe(parsed, head, {head.index})}" if name and principal_of(f"X's {head.text}") else ""


def _joined(parsed: Parsed, head: Token, source: Indexes) -> list[Token]:
    """The names and persons joined to a source's head by "and"."""
    found: list[Token] = []
    at: Token | None = head
    while at is not None:
        behind = [c for c in children(parsed, at, "conj") if c.index in source and c.pos in ("NOUN", "PROPN")]
        at = next((c for c in behind if c.index > at.index and _speaks_too(parsed, head, c)), None)
        if at is not None:
            found.append(at)
    return found


def _speaks_too(parsed: Parsed, head: Token, joined: Token) -> bool:
    """Whether what is joined is another speaker, not more of a body's name ("Ministry of Justice and Home Affairs")."""
    if not is_name(head) or not is_name(joined):
        return True
    kinds = [kind_of_name(tuple(name_at(parsed, token).lower().split())) for token in (head, joined)]
    return kinds[0] is not Kind.BODY or kinds[1] in (Kind.PERSON, Kind.BODY)


def _antecedent_of_relative(parsed: Parsed, pronoun: Token, cast: Cast) -> str:
    clause = next((g for g in [pronoun, *climb(parsed, pronoun)] if g.dep == "relcl"), None)
    noun = head_of(parsed, clause) if clause is not None else None
    if clause is None or noun is None:
        return ""
    named = cast.name_of(noun) if noun.pos == "PROPN" else ""
    return named or describe(parsed, noun, subtree(parsed, noun) - subtree(parsed, clause))
