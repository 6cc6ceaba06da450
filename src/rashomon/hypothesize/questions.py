"""What is asked: an analyst's question read for its kind, the side of the event it asks for, and its deed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from rashomon.hypothesize.aspects import read_aspect
from rashomon.hypothesize.deed_families import FAMILIES, all_predicates, predicates_for
from rashomon.model.analysis import Linkage
from rashomon.model.decision import Decision, keep_in_force
from rashomon.model.event import Event
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import Question
from rashomon.model.vocabulary import DecisionKind, QuestionKind

RECIPE: Final = "hypothesize.questions@2"
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9'’-]*")
_IRREGULAR: Final = {
    "shot": "shoot", "blew": "blow", "blown": "blow", "sank": "sink", "sunk": "sink", "struck": "strike",
    "set": "set", "hit": "hit",
    "broke": "break", "stole": "steal", "stolen": "steal", "slain": "slay", "slew": "slay",
    "cut": "cut", "brought": "bring",
    "burnt": "burn", "laid": "lay", "put": "put", "took": "take", "fell": "crash", "felled": "down", "leaked": "leak",
}  # fmt: skip


def read_question(text: str, linkage: Linkage, *, by: str = "analyst") -> Question:
    """Return the question an analyst asked about the focal event, its kind and aspect read from its words."""
    text = " ".join(text.split())
    focal = next((event.id for event in linkage.events if event.focal), None)
    made = Made(recipe=RECIPE, inputs=(focal,) if focal else (), by=by)
    kind = _kind_of(text)
    return Question(
        id=derive_id("qst", text), text=text, kind=kind, event_id=focal, made=made, aspect=read_aspect(text, kind)
    )


def follow_question_decisions(
    found: Sequence[Question], decisions: Iterable[Decision], linkage: Linkage
) -> tuple[Question, ...]:
    """Return the questions found in reports and behind them those analysts added, each worded as they last put it."""
    in_force = keep_in_force(decisions)
    added = {
        question.id: question
        for decision in in_force
        if decision.kind is DecisionKind.ADD_QUESTION
        for question in [read_question(decision.value, linkage, by=decision.made.by)]
    }
    known = {question.id for question in found}
    listed = (*found, *(question for question in added.values() if question.id not in known))
    return tuple(word_as_decided(question, in_force) for question in listed)


def word_as_decided(question: Question, decisions: Iterable[Decision]) -> Question:
    """Return a question as an analyst last worded it; its id, and what it asks for, stay."""
    worded = [d for d in keep_in_force(decisions) if d.kind is DecisionKind.WORD_QUESTION]
    last = next((d for d in reversed(worded) if d.subject_ids[0] == question.id), None)
    return replace(question, text=" ".join(last.value.split())) if last is not None else question


def lemmas_of(text: str) -> frozenset[str]:
    """Return rough base forms of a question's words: enough to meet the families of deeds."""
    found: set[str] = set()
    for word in (re.sub(r"['’]s?$", "", w.lower()) for w in _WORD.findall(text)):
        found.update({word, _IRREGULAR.get(word, word)})
        for ending, instead in (("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("d", ""), ("s", ""), ("ied", "y")):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                stem = word[: -len(ending)] + instead
                found.update({stem, stem[:-1] if stem[-1:] == stem[-2:-1] else stem})
    return frozenset(found)


def answering_predicates(question: Question, events: Sequence[Event]) -> frozenset[str]:
    """Return the predicates by which a claim can answer the question, from its words and its event's."""
    if question.kind in {QuestionKind.CAUSE, QuestionKind.WHAT}:
        return all_predicates()
    words = lemmas_of(question.text)
    focal = next((event for event in events if event.id == question.event_id), None)
    if focal is not None and not any(keys & words for keys, _ in FAMILIES):
        words |= lemmas_of(f"{focal.type} {focal.label}")
    return predicates_for(words)


def _kind_of(text: str) -> QuestionKind:
    lower = text.lower()
    if re.search(r"\bwho\b|\bwhose\b|\bwhom\b", lower):
        return QuestionKind.WHO
    if lower.startswith(("how many", "how much")):
        return QuestionKind.COUNT
    if lower.startswith("why") or re.search(r"\bcaused?\b|\bhow did\b", lower):
        return QuestionKind.CAUSE
    if re.match(r"(?:did|was|were|is|are|has|have|had|does|do|could|can)\b", lower):
        return QuestionKind.WHETHER
    return QuestionKind.WHAT
