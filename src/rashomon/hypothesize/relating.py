"""How hypotheses stand to each other: exclusive unless something says that both may be so, or that one is the other's.

A state stands above its services, armies and people; whoever used a weapon and whoever owns it may both be named; that
somebody meant it goes with every doer. From the register of bodies and from the reports' own words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rashomon.hypothesize.drafts import Draft
from rashomon.hypothesize.mechanisms import is_meant
from rashomon.hypothesize.reading import Reading
from rashomon.model.bodies import find_body
from rashomon.model.decision import Decision
from rashomon.model.ids import derive_id
from rashomon.model.places import state_of
from rashomon.model.provenance import MACHINE, Made
from rashomon.model.question import HypothesisRelation
from rashomon.model.vocabulary import HypothesisRelationKind

RECIPE: Final = "hypothesize.relating@1"
EXCLUSIVE_WHY: Final = "two answers to one question: at most one is so"
_PART: Final = (
    r"(?:unit|arm|wing|branch|cell|faction|part|division|department|directorate|agency|service|services|battalion|brigade"
    r"|regiment|company|team|squad|militia|member|members|officer|officers|agent|agents|soldier|soldiers|operatives?"
    r"|hackers?|front|subsidiary|offshoot|affiliate)"
)
_OF: Final = r"(?:of|in|within|from|inside|working for|run by|controlled by|commanded by|under)"
_WEAPON: Final = r"(?:weapons?|missiles?|rockets?|arms|guns?|drones?|explosives?|torpedo(?:es)?|launchers?|shells?)"
_GAP: Final = r"[^.;:!?]{0,40}?"
_NO: Final = re.compile(r"\b(?:not|never|no|nor|neither|denie[sd]|independent)\b|n['’]t\b", re.IGNORECASE)
_LONGEST_NAME: Final = 80
_LONGEST_SENTENCE: Final = 600
_HELPED: Final = r"(?:supplied|armed|equipped|backed|financed|hired|ordered|paid|sent|directed|sponsored)"
_HELPS: Final = r"(?:supplied|armed|gave|hired|ordered|paid|sent|helped|used)"
_USED: Final = r"(?:with|using|fired|used|from)"
_MADE: Final = r"(?:['’]s)?(?:-made|-supplied)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A relation found: its kind, whether it runs from the first of a pair, why, and the claims that say so."""

    kind: HypothesisRelationKind
    forward: bool
    why: str
    claim_ids: tuple[str, ...] = ()


def relate_hypotheses(
    reading: Reading, drafts: Sequence[Draft], decided: Mapping[tuple[str, str], Decision]
) -> tuple[HypothesisRelation, ...]:
    """Return a relation for each pair of hypotheses, the analysts' where they decided on one."""
    by_analyst = {frozenset(pair): (pair, decision) for pair, decision in decided.items()}
    found = []
    sentences = _find_sentences(reading, drafts)
    for one, other in combinations(drafts, 2):
        chosen = by_analyst.get(frozenset({one.id, other.id}))
        if chosen is not None:
            (from_id, to_id), decision = chosen
            kind = HypothesisRelationKind(decision.value)
            why, made = decision.why, Made(recipe=RECIPE, inputs=(decision.id,), by=decision.made.by)
            found.append(_make(kind, from_id, to_id, why, made))
            continue
        told = _relate_part(reading, one, other) or _relate(one, other, sentences)
        first, second = (one, other) if told.forward else (other, one)
        made = Made(recipe=RECIPE, inputs=(first.id, second.id), by=MACHINE)
        found.append(_make(told.kind, first.id, second.id, told.why, made, told.claim_ids))
    return tuple(found)


def _make(
    kind: HypothesisRelationKind, from_id: str, to_id: str, why: str, made: Made, claim_ids: tuple[str, ...] = ()
) -> HypothesisRelation:
    return HypothesisRelation(
        id=derive_id("rel", from_id, to_id), kind=kind, from_id=from_id, to_id=to_id, why=why, made=made,
        claim_ids=claim_ids,
    )  # fmt: skip


def _relate_part(reading: Reading, one: Draft, other: Draft) -> _Found | None:
    """A state and a body of it that holders keep apart: the state is the wider answer, and is read as *but for it*."""
    above, below, forward = (one, other, True) if other.part else (other, one, False)
    if not below.part or above.part or not above.camp or above.camp != below.camp:
        return None
    why = next((apart for apart in reading.apart if apart.kind == below.part), None)
    return _Found(
        kind=HypothesisRelationKind.SUBSUMES,
        forward=forward,
        why=f"kept apart: {why.why}" if why is not None else f"{below.label} is a body of {above.camp}",
        claim_ids=(why.claim_id,) if why is not None else (),
    )


def _relate(one: Draft, other: Draft, sentences: Mapping[str, Mapping[str, str]]) -> _Found:
    for above, below, forward in ((one, other, True), (other, one, False)):
        why = _stands_above(above, below)
        if why:
            return _Found(kind=HypothesisRelationKind.SUBSUMES, forward=forward, why=why)
    if any(is_meant(draft.label.lower()) for draft in (one, other)) and (one.camp or other.camp):
        return _Found(kind=HypothesisRelationKind.OVERLAPS, forward=True, why="the one says how, the other who")
    shared = {c: text for c, text in sentences[one.id].items() if c in sentences[other.id]}
    for above, below, forward in ((one, other, True), (other, one, False)):
        told = _told(shared, above, below, forward) if shared else None
        if told is not None:
            return told
    return _Found(kind=HypothesisRelationKind.EXCLUSIVE, forward=True, why=EXCLUSIVE_WHY)


def _stands_above(above: Draft, below: Draft) -> str:
    """Why one hypothesis is the wider one by what is known of its names, "" where it is not."""
    state = state_of(above.label) or ""
    if state and above.camp == state and below.camp:
        for name in _names(below):
            body = find_body(name)
            if body is not None and body.camp == state and body.name != state:
                return f"{name} is a body of {state}"
    return ""


def _told(sentences: Mapping[str, str], above: Draft, below: Draft, forward: bool) -> _Found | None:
    """What a sentence that names both tells: *a unit of X*, *a missile supplied by X*, *X and Y together*."""
    high, low = _pattern(above), _pattern(below)
    rules = (
        (HypothesisRelationKind.SUBSUMES, rf"{low}{_GAP}\b{_PART} {_OF} (?:the )?(?:\w+ )?{high}"),
        (HypothesisRelationKind.SUBSUMES, rf"{high}(?:['’]s)? (?:\w+ )?(?:\w+ )?{_PART},? (?:called |known as )?{low}"),
        (HypothesisRelationKind.OVERLAPS, rf"{low}{_GAP}\b{_HELPED} by (?:the )?{high}"),
        (HypothesisRelationKind.OVERLAPS, rf"{high}[- ](?:backed|sponsored|linked|armed|supplied) (?:\w+ )?{low}"),
        (HypothesisRelationKind.OVERLAPS, rf"{low}{_GAP}\b{_USED} (?:an? |the )?{high}{_MADE} (?:\w+ )?{_WEAPON}"),
        (HypothesisRelationKind.OVERLAPS, rf"{high}{_GAP}\b{_HELPS} (?:the )?{low}"),
        (HypothesisRelationKind.OVERLAPS, rf"{low} (?:together|jointly|in league|working) with (?:the )?{high}"),
    )
    for kind, rule in rules:
        pattern = re.compile(rule, re.IGNORECASE)
        for claim_id, sentence in sentences.items():
            match = pattern.search(sentence)
            if match is not None and not _NO.search(match[0]):
                why = f"“{' '.join(match[0].split())}”"
                return _Found(kind=kind, forward=forward, why=why, claim_ids=(claim_id,))
    return None


def _find_sentences(reading: Reading, drafts: Sequence[Draft]) -> dict[str, dict[str, str]]:
    """Return for each draft the sentences that name it, by the first claim that stands in each."""
    contexts: dict[tuple[str, int], tuple[str, str]] = {}
    for claim in reading.claims:
        sentence = reading.context_of(claim)
        if len(sentence) <= _LONGEST_SENTENCE:
            contexts.setdefault((claim.document_id, claim.context_start), (claim.id, sentence))
    found: dict[str, dict[str, str]] = {}
    for draft in drafts:
        pattern = _pattern(draft)
        named = re.compile(pattern, re.IGNORECASE) if pattern else None
        told = contexts.values() if named is not None else ()
        found[draft.id] = {c: text for c, text in told if named is not None and named.search(text)}
    return found


def _names(draft: Draft) -> tuple[str, ...]:
    return tuple(dict.fromkeys((draft.label, *draft.names)))


def _pattern(draft: Draft) -> str:
    """The names of an answer as alternatives; those in lower case say what somebody is, not who."""
    names = [name.removeprefix("the ").removeprefix("The ") for name in _names(draft) if len(name) <= _LONGEST_NAME]
    told = sorted({re.escape(name) for name in names if any(c.isupper() for c in name)}, key=lambda n: (-len(n), n))
    return rf"\b(?:{'|'.join(told)})\b" if told else ""
