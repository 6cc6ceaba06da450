"""What is said of one claim besides its words: polarity, certainty, stance and modality, from cue and clause together.

The cue's part was read when the attribution was made; here the clause's own negation, hedges and conditions join it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from rashomon.extract.appraisal import Appraisal, weaken
from rashomon.extract.clauses import is_clause_negated
from rashomon.extract.frames import Frame
from rashomon.extract.gist import find_gist
from rashomon.extract.harm import is_blameable
from rashomon.extract.hedges import find_opening_hedge
from rashomon.extract.manner import Manner, Scope, read_manner
from rashomon.extract.modality import Said, find_modality
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children
from rashomon.extract.units import Unit, tokens_in
from rashomon.model.attribution import Attribution
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot

_NEGATIVE_OPENINGS: Final = frozenset("no nobody nothing none neither".split())
_NOT_ANY: Final = frozenset({"one", "a", "an", "any", "single", "even"})
_NO_DENIAL: Final = frozenset("doubt wonder matter sooner surprise but fewer less more longer other one".split())
_FAILING: Final = frozenset({"fail", "neglect", "omit"})
_QUOTES: Final = frozenset("\"'“”‘’«»") | {"``", "''"}
_RULING_OUT: Final = frozenset("rule exclude eliminate discount deny dismiss reject open".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim's words: tokens first to last (exclusive) of a unit, the frame they were read by, who says them.

    `cue` is how the voice means them; `actor` the frame's actor and `own` that he is the holder himself; `disputed`
    that they are quoted by another who rejects them.
    """

    unit: Unit
    voice: Attribution | None
    cue: Appraisal
    first: int
    last: int
    frame: Frame | None = None
    actor: Token | None = None
    own: bool = False
    disputed: bool = False


def label(parsed: Parsed, statement: Statement) -> tuple[Appraisal, Token]:
    """Polarity, certainty, stance and modality of one claim, and the word its clause hangs on."""
    voice, cue = statement.voice, statement.cue
    gist, manner = _read(parsed, statement)
    if cue.polarity is Polarity.DENY and gist.lemma in _FAILING and children(parsed, gist, "xcomp"):
        # "Denies failing to inspect it".
        manner = replace(manner, negated=not manner.negated)
    polarity = _polarity(cue, manner, statement, parsed)
    certainty = _certainty(parsed, statement, manner)
    open_cue = _is_open(parsed, voice)
    said = Said(
        gist=gist,
        source=tuple(tokens_in(parsed, voice.source)) if voice is not None else (),
        cue=tuple(tokens_in(parsed, voice.cue)) if voice is not None else (),
        stated=cue.modality,
        polarity=polarity,
        manner=manner,
        names_actor=statement.frame is not None and statement.frame.slot is Slot.RESPONSIBLE,
        blames=statement.frame is None or is_blameable(parsed, parsed.tokens[statement.frame.anchor]),
        own=statement.own,
        actor=statement.actor,
        main=statement.frame is None or statement.frame.main,
        open=open_cue,
        foreign=statement.disputed or _is_quoted(parsed, voice),
    )  # fmt: skip
    modality = find_modality(parsed, said)
    meant = replace(cue, polarity=polarity, certainty=certainty, modality=modality)
    return _settle(meant, manner, modality), gist


def _read(parsed: Parsed, statement: Statement) -> tuple[Token, Manner]:
    """The clause a claim is about, and how it is meant; the author's question is one whatever its words are."""
    unit = statement.unit
    voices = [v for v in (unit.attribution, statement.voice) if v is not None]
    barred = frozenset(i for v in voices for i in tokens_in(parsed, v.source + v.cue))
    scope = Scope(first=unit.first, last=unit.last, barred=barred)
    gist = _gist_of(parsed, statement, scope)
    manner = read_manner(parsed, gist.index, scope)
    if not manner.negated and not manner.heard and _begins_negatively(parsed, statement):
        manner = replace(manner, negated=True)
    if _ends_in_question(parsed, unit):
        manner = replace(manner, modality=Modality.QUESTION, certainty=Certainty.NONE)
    return gist, manner


def _begins_negatively(parsed: Parsed, statement: Statement) -> bool:
    """*No shell of ours*, *Nothing in the wreckage*, *No foul play*: what a whole statement denies comes first."""
    frame = statement.frame
    if frame is not None and (not frame.main or frame.negated):
        return False
    first, after = statement.first, statement.first + 1
    words = parsed.tokens[first : statement.last]
    if not any(t.pos in {"VERB", "AUX"} for t in words) and any(t.text.lower() == "not" for t in words):
        # "Blasts not ours".
        return True
    word = parsed.tokens[first].text.lower()
    following = parsed.tokens[after] if after < statement.last else None
    if following is None or following.pos == "PUNCT":
        return False
    if word == "not":
        return following.text.lower() in _NOT_ANY
    return word in _NEGATIVE_OPENINGS and following.text.lower() not in _NO_DENIAL


def _gist_of(parsed: Parsed, statement: Statement, scope: Scope) -> Token:
    frame = statement.frame
    if frame is not None and scope.holds(frame.anchor):
        return parsed.tokens[frame.anchor]
    main = find_main(parsed, statement.first, statement.last, scope)
    return find_gist(parsed, main, statement.first, statement.last)


def find_main(parsed: Parsed, first: int, last: int, scope: Scope) -> Token:
    """The word that tokens first to last (exclusive) hang on: a verb before a noun."""
    inside = [t for t in parsed.tokens[first:last] if scope.holds(t.index)]
    heads = [t for t in inside if not (first <= t.head < last and scope.holds(t.head))]
    worded = [t for t in heads if t.pos not in {"PUNCT", "CCONJ", "SCONJ", "PART", "DET"}]
    verbs = [t for t in worded if t.pos in {"VERB", "AUX"}]
    return next(iter([*verbs, *worded, *heads]), parsed.tokens[first])


def _polarity(cue: Appraisal, manner: Manner, statement: Statement, parsed: Parsed) -> Polarity:
    """Denying that it was not so is saying that it was: the cue's negation and the clause's cancel each other."""
    frame, unit = statement.frame, statement.unit
    denied = cue.polarity is Polarity.DENY
    if cue.modality is Modality.QUESTION or manner.modality in {Modality.QUESTION, Modality.CONDITIONAL}:
        return Polarity.ASSERT
    negated = manner.negated
    if frame is not None and statement.voice is not None and not unit.first <= frame.anchor < unit.last:
        # "No group has claimed responsibility": nobody speaks at all.
        unsaid = cue.certainty is Certainty.NONE
        return Polarity.DENY if denied or (frame.negated and not unsaid) else Polarity.ASSERT
    if frame is not None:
        negated = negated != (frame.negated != is_clause_negated(parsed, frame.anchor, unit.first, unit.last))
    if denied and negated and Certainty.UNLIKELY is manner.certainty is cue.certainty:
        return Polarity.DENY
    return Polarity.DENY if denied != negated else Polarity.ASSERT


def _certainty(parsed: Parsed, statement: Statement, manner: Manner) -> Certainty:
    """The weakest certainty of cue and clause; to dismiss the theory that it may be so is to be sure."""
    cue = statement.cue
    if cue.polarity is Polarity.DENY:
        return cue.certainty
    opening = find_opening_hedge(parsed, statement.first, statement.last)
    found = weaken(cue, manner.certainty)
    return (weaken(found, opening) if opening not in {None, Certainty.UNLIKELY} and opening else found).certainty


def _settle(found: Appraisal, manner: Manner, modality: Modality) -> Appraisal:
    """Make the four agree: a hedged denial is unlikely, what is asked or supposed commits nobody."""
    certainty = found.certainty
    if found.polarity is Polarity.DENY and certainty in {Certainty.PROBABLE, Certainty.POSSIBLE}:
        certainty = Certainty.UNLIKELY
    if found.polarity is Polarity.ASSERT and certainty is Certainty.UNLIKELY:
        certainty = Certainty.PROBABLE
    if modality in {Modality.QUESTION, Modality.CONDITIONAL}:
        certainty = Certainty.NONE
    return replace(found, certainty=certainty, stance=manner.stance or found.stance)


def _is_open(parsed: Parsed, voice: Attribution | None) -> bool:
    """*Did not rule out*, *left open*: the voice says only that it may be."""
    if voice is None or voice.certainty is not Certainty.POSSIBLE or voice.polarity is Polarity.DENY:
        return False
    return any(parsed.tokens[i].lemma in _RULING_OUT for i in tokens_in(parsed, voice.cue))


def _is_quoted(parsed: Parsed, voice: Attribution | None) -> bool:
    """Direct speech: whoever speaks is *I* there, never *he*."""
    return voice is not None and any(parsed.text[span.start] in "\"'“‘«" for span in voice.content)


def _ends_in_question(parsed: Parsed, unit: Unit) -> bool:
    """Whether a question mark closes the unit, before or behind a closing quotation mark."""
    for token in parsed.tokens[unit.last : unit.last + 2]:
        if token.text == "?":
            return True
        if token.text not in _QUOTES:
            return False
    return False
