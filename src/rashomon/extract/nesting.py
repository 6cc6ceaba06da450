"""Which attribution stands inside which: drops what only repeats or splits another, and finds each one's parent."""

from __future__ import annotations

from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.lexicon import RELAYABLE
from rashomon.extract.parsing import Parsed

_CLAUSAL = frozenset({"that", "according", "label", "credit", "block", "be+to", "np+of", "np+for", "be+of", "np+on", "np+to", "responsibility", "adverb"})
_OWN_VOICE = frozenset({"i", "we", "you", "me", "us", "my", "our", "your", "myself", "ourselves"})


def settle(parsed: Parsed, candidates: list[Candidate], quoted: Indexes) -> list[Candidate]:
    """Return the attributions worth keeping, in reading order of their cue."""
    ordered = sorted(candidates, key=lambda c: (c.anchor, -len(c.content), c.kind))
    covered = _coverage(ordered)
    kept = [c for c in ordered if not covered.get(c.anchor, 0) or _is_worth_relaying(parsed, c, quoted)]
    return _without_twins(kept)


def find_parents(candidates: list[Candidate]) -> list[int | None]:
    """For each candidate the position of the smallest other one whose content holds its cue, or None."""
    holders: dict[int, list[int]] = {}
    for position, candidate in enumerate(candidates):
        for index in candidate.content:
            holders.setdefault(index, []).append(position)
    parents: list[int | None] = []
    for position, candidate in enumerate(candidates):
        around = [p for p in holders.get(candidate.anchor, []) if _encloses(candidates[p], candidate)]
        parents.append(min(around, key=lambda p: (len(candidates[p].content), p), default=None) if around else None)
    return parents


def _encloses(outer: Candidate, inner: Candidate) -> bool:
    return outer.anchor != inner.anchor and outer.anchor not in inner.content and inner.anchor in outer.content


def _coverage(candidates: list[Candidate]) -> dict[int, int]:
    """How many other contents each token lies in."""
    counts: dict[int, int] = {}
    for candidate in candidates:
        for index in candidate.content:
            if index != candidate.anchor:
                counts[index] = counts.get(index, 0) + 1
    return counts


def _is_worth_relaying(parsed: Parsed, candidate: Candidate, quoted: Indexes) -> bool:
    """Inside another's words only a new voice counts: "I think" and "he wants" are the speaker's own colouring."""
    if candidate.cue_class not in RELAYABLE or candidate.kind not in _CLAUSAL:
        return False
    words = {parsed.tokens[i].text.lower() for i in candidate.source}
    if words & _OWN_VOICE or (candidate.anchor in quoted and not words):
        return False
    return True


def _without_twins(candidates: list[Candidate]) -> list[Candidate]:
    """One content with two cues of one source ("in a statement, said") is one attribution: the first stays."""
    seen: set[tuple[Indexes, Indexes]] = set()
    kept = []
    for candidate in candidates:
        key = (candidate.content, candidate.source)
        if key not in seen:
            seen.add(key)
            kept.append(candidate)
    return kept
