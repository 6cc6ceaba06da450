"""Which attribution stands inside which: drops what only repeats or splits another, and finds each one's parent."""

from __future__ import annotations

from dataclasses import replace

from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.deeds import DEED_NOUNS
from rashomon.extract.lexicon import RELAYABLE, VERBS, CueClass
from rashomon.extract.parsing import Parsed

_CLAUSAL = frozenset(
    "that according label credit block be+to np+of np+for be+of np+on np+to responsibility adverb".split()
)
# Constructions that may stand without any source: passives, hearsay, a claim nobody is named for.
_UNNAMED = frozenset(
    {"be", "be+to", "be+as", "be+of", "be+for", "be+with", "be+on", "be+x", "adverb", "responsibility"}
)
# "The ministry declined to say whether", "investigators are asking if": voices too, though they say nothing.
_OPEN = frozenset({CueClass.QUESTION, CueClass.WITHHOLDING})
_POINTERS = (["that"], ["this"], ["what"])
OWN_VOICE = frozenset({"i", "we", "you", "me", "us", "my", "our", "your", "myself", "ourselves"})


def settle(parsed: Parsed, candidates: list[Candidate], quoted: Indexes) -> list[Candidate]:
    """Return the attributions worth keeping, in reading order of their cue."""
    credited = frozenset[int]().union(*(c.cue | c.source for c in candidates if c.kind == "credit"))
    candidates = [c if c.kind == "credit" else replace(c, content=c.content - credited) for c in candidates]
    candidates = [c for c in candidates if c.content]
    ordered = sorted(candidates, key=lambda c: (c.anchor, c.follows, min(c.content), c.kind))
    covered = _coverage(ordered)
    kept = [
        c
        for c in ordered
        if _says_something(parsed, c)
        and _has_voice(parsed, c)
        and (not covered.get(c.anchor, 0) or is_worth_relaying(c, parsed, quoted))
    ]
    return _without_echoes(_without_twins(kept))


def find_parents(candidates: list[Candidate]) -> list[int | None]:
    """For each candidate the position of the smallest other one whose content holds its cue, or None."""
    anchors = frozenset(candidate.anchor for candidate in candidates)
    holders: dict[int, list[int]] = {}
    for position, candidate in enumerate(candidates):
        for index in anchors & candidate.content:
            holders.setdefault(index, []).append(position)
    by_anchor = {candidate.anchor: position for position, candidate in enumerate(candidates)}
    parents: list[int | None] = []
    for candidate in candidates:
        if candidate.inside is not None:
            parents.append(by_anchor.get(candidate.inside))
            continue
        around = [p for p in holders.get(candidate.anchor, []) if _encloses(candidates[p], candidate)]
        # Of two voices with one content the cited one is the inner.
        inner = min(around, key=lambda p: (len(candidates[p].content), candidates[p].inside is None, p), default=None)
        parents.append(inner)
    return _without_cycles(parents)


def _without_cycles(parents: list[int | None]) -> list[int | None]:
    """Two voices cannot be inside each other: whoever would close a circle stands outside."""
    settled = list(parents)
    for position in range(len(settled)):
        seen, at = {position}, settled[position]
        while at is not None and at not in seen:
            seen.add(at)
            at = settled[at]
        if at is not None:
            settled[position] = None
    return settled


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


def _says_something(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether the content is more than a pronoun: "he denied it" says nothing that could be looked up."""
    words = [parsed.tokens[i] for i in candidate.content if parsed.tokens[i].pos != "PUNCT"]
    return len(words) > 1 or any(t.pos != "PRON" for t in words)


def _has_voice(parsed: Parsed, candidate: Candidate) -> bool:
    """Whether somebody other than the author and the reader speaks, or at least an unnamed voice does."""
    words = [parsed.tokens[i].text.lower() for i in sorted(candidate.source)]
    if not words:
        return candidate.kind in _UNNAMED or (candidate.kind == "that" and candidate.cue_class in RELAYABLE)
    if len(words) == 1 and words[0] in OWN_VOICE:
        return False
    return words not in _POINTERS or candidate.kind == "that"


def _is_of_a_deed(candidate: Candidate, parsed: Parsed) -> bool:
    """ "Admitted leaving", "confessed to leaving", "apologised for the bombing"."""
    opening = parsed.tokens[min(candidate.content)]
    deed = any(parsed.tokens[i].lemma in DEED_NOUNS for i in candidate.content)
    return candidate.kind == "ing" or (candidate.kind in ("to", "for") and (opening.tag == "VBG" or deed))


def _leaves_open(candidate: Candidate, parsed: Parsed) -> bool:
    """ "Declined to say", "are asking whether", "do not know who"."""
    words = [parsed.tokens[i] for i in sorted(candidate.content)[:2]]
    if candidate.kind == "to":
        constructions = VERBS.get(words[-1].lemma, {})
        return "that" in constructions or CueClass.DENIAL in constructions.values()
    return candidate.kind == "on" or words[0].text.lower() in ("whether", "if", "who", "whom", "whose", "which")


def is_worth_relaying(candidate: Candidate, parsed: Parsed, quoted: Indexes) -> bool:
    """Inside another's words only a new voice counts: "I think" and "he wants" are the speaker's own colouring."""
    owns_up = candidate.cue_class in (CueClass.ADMISSION, CueClass.DENIAL) and _is_of_a_deed(candidate, parsed)
    # "Police have not ruled out arson".
    owns_up |= candidate.kind == "np" and candidate.cue_class is CueClass.DENIAL and candidate.negated
    open_cue = candidate.cue_class in _OPEN or (candidate.cue_class is CueClass.KNOWLEDGE and candidate.negated)
    asks = open_cue and bool(candidate.source) and _leaves_open(candidate, parsed)
    relayable = candidate.cue_class in RELAYABLE and (candidate.kind in _CLAUSAL or owns_up)
    if not relayable and not asks:
        return False
    words = {parsed.tokens[i].text.lower() for i in candidate.source if parsed.tokens[i].dep != "poss"}
    return not (words & OWN_VOICE) and (bool(words) or candidate.anchor not in quoted)


def _without_echoes(candidates: list[Candidate]) -> list[Candidate]:
    """ "They declined to say whether ...": the inner verb has the same voice and brings nothing of its own."""
    parents = find_parents(candidates)
    return [
        candidate
        for candidate, parent in zip(candidates, parents, strict=True)
        if parent is None or not candidate.source or candidate.source != candidates[parent].source
    ]


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
