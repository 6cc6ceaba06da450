"""Whose words a sentence's remainder is: what goes on after *he said*, and what somebody saw, heard or found.

*Nobody was warned, said the mayor; the gates had been locked for years*: no cue governs the second half, and the mayor
says it all the same. *A nurse saw the lights go out*: nobody is cited, and yet the nurse vouches for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rashomon.extract.animacy import may_act, may_speak
from rashomon.extract.clauses import FIRST_PERSON, IMPERSONAL
from rashomon.extract.lexicon import VERBS, CueClass
from rashomon.extract.naming import describe, is_name, name_at
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import children, first_child, is_negated
from rashomon.extract.units import Unit, tokens_in
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Voice
from rashomon.model.vocabulary import Modality

_TELLING: Final = {CueClass.SPEECH, CueClass.ASSERTIVE, CueClass.DISTANCING, CueClass.CONFIRMATION, CueClass.ADMISSION}
_RELATIVE: Final = frozenset("who which whose whom that where whereas".split())
_WITNESSING: Final = frozenset("see hear notice observe register record detect spot witness watch smell find".split())
"""Verbs by which somebody vouches for what he perceived or found."""
_NOBODYS: Final = FIRST_PERSON | IMPERSONAL | frozenset("he she they you one nobody none who which everyone".split())
_NEXT: Final = 3
"""Characters between two halves of a sentence: a comma or semicolon and a blank."""


def carrier_of(parsed: Parsed, unit: Unit, attributions: Iterable[Attribution]) -> Attribution | None:
    """Return the attribution of the same sentence in whose voice an author's unit goes on, None where there is none."""
    sentence = parsed.sentence_of(parsed.tokens[unit.first])
    start, end = parsed.tokens[unit.first].start, parsed.tokens[unit.last - 1].end
    opening = parsed.tokens[unit.first]
    if opening.text.lower() in _RELATIVE or opening.text.lower() in FIRST_PERSON:
        return None
    found: Attribution | None = None
    for attribution in attributions:
        cue = attribution.cue[0] if attribution.cue else None
        if cue is None or not attribution.content or not sentence.start <= cue.start < sentence.end:
            continue
        if not _tells(parsed, attribution):
            continue
        content = min(span.start for span in attribution.content)
        last = max(span.end for span in (*attribution.content, *attribution.source, *attribution.cue))
        if last <= start or (content < cue.start and 0 <= content - end <= _NEXT):
            found = attribution
    return found


def _tells(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether somebody else than the author says something, plainly, by a verb of speech."""
    source = [parsed.tokens[i] for i in tokens_in(parsed, attribution.source)]
    if not source or any(t.text.lower() in FIRST_PERSON | IMPERSONAL | _RELATIVE for t in source):
        return False
    if attribution.modality in {Modality.QUESTION, Modality.CONDITIONAL} or attribution.parent_id is not None:
        return False
    verbs = (parsed.tokens[i] for i in tokens_in(parsed, attribution.cue))
    return any(t.pos == "VERB" and VERBS.get(t.lemma, {}).get("that") in _TELLING for t in verbs)


def witness_in(parsed: Parsed, unit: Unit) -> Voice | None:
    """Return who is said to have seen, heard or found what an author's unit tells, None for nobody."""
    for verb in parsed.tokens[unit.first : unit.last]:
        if verb.pos != "VERB" or verb.lemma not in _WITNESSING or is_negated(parsed, verb):
            continue
        subject = first_child(parsed, verb, "nsubj")
        main = verb.head == NO_HEAD or not unit.first <= verb.head < unit.last or verb.dep in {"conj", "ROOT"}
        if subject is None or not main or not _vouches(parsed, subject):
            continue
        name = name_at(parsed, subject) if is_name(subject) else describe(parsed, subject)
        return Voice(name=name, cue=verb.text, start=parsed.tokens[subject.left].start, end=subject.end)
    return None


def _vouches(parsed: Parsed, subject: Token) -> bool:
    if subject.pos not in {"NOUN", "PROPN"} or subject.text.lower() in _NOBODYS:
        return False
    own = any(c.text.lower() in {"our", "my"} for c in children(parsed, subject, "poss"))
    return not own and (may_act(subject) or may_speak(subject))
