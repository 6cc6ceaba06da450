"""What is asked: an analyst's question read for its kind and deed, or the contested questions found in the claims."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from rashomon.hypothesize.deed_families import FAMILIES, all_predicates, predicates_for
from rashomon.model.analysis import Linkage
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.event import Event
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import Question
from rashomon.model.vocabulary import MentionRole, QuestionKind, Slot

RECIPE: Final = "hypothesize.questions@1"
_FEWEST_MENTIONS: Final = 2
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9'’-]*")
_IRREGULAR: Final = {
    "shot": "shoot", "blew": "blow", "blown": "blow", "sank": "sink", "sunk": "sink", "struck": "strike",
    "set": "set", "hit": "hit",
    "broke": "break", "stole": "steal", "stolen": "steal", "slain": "slay", "slew": "slay",
    "cut": "cut", "brought": "bring",
    "burnt": "burn", "laid": "lay", "put": "put", "took": "take", "fell": "crash", "felled": "down", "leaked": "leak",
}  # fmt: skip


def read_question(text: str, linkage: Linkage, *, by: str = "analyst") -> Question:
    """Return the question an analyst asked, its kind read from its first words, about the focal event."""
    text = " ".join(text.split())
    focal = next((event.id for event in linkage.events if event.focal), None)
    made = Made(recipe=RECIPE, inputs=(focal,) if focal else (), by=by)
    return Question(id=derive_id("qst", text), text=text, kind=_kind_of(text), event_id=focal, made=made)


def find_questions(documents: Sequence[Document], claims: Sequence[Claim], linkage: Linkage) -> tuple[Question, ...]:
    """Return the contested questions, the most contested first; empty where nobody says who or what did it.

    A question is contested by as many claims as name an actor or a cause for the focal event.
    """
    del documents  # the claims and the focal event say all that is needed
    focal = next((event for event in linkage.events if event.focal), None)
    about = {p.claim_id for p in linkage.placements if focal is None or p.event_id in {focal.id, None}}
    named = [c for c in claims if c.id in about and c.proposition.slot in {Slot.RESPONSIBLE, Slot.CAUSE}]
    who = [c for c in named if c.proposition.slot is Slot.RESPONSIBLE]
    if not named:
        return ()
    kind = QuestionKind.WHO if 2 * len(who) >= len(named) else QuestionKind.CAUSE
    text = _wording(kind, focal, claims)
    made = Made(recipe=RECIPE, inputs=tuple(c.id for c in named))
    return (Question(id=derive_id("qst", text), text=text, kind=kind, event_id=focal.id if focal else None, made=made),)


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
    if re.search(r"\bwho\b|\bwhose\b", lower):
        return QuestionKind.WHO
    if lower.startswith(("how many", "how much")):
        return QuestionKind.COUNT
    if lower.startswith("why") or re.search(r"\bcaused?\b|\bhow did\b", lower):
        return QuestionKind.CAUSE
    if re.match(r"(?:did|was|were|is|are|has|have|had|does|do|could|can)\b", lower):
        return QuestionKind.WHETHER
    return QuestionKind.WHAT


def _wording(kind: QuestionKind, focal: Event | None, claims: Sequence[Claim]) -> str:
    asks = "What caused" if kind is QuestionKind.CAUSE else "Who was behind"
    if focal is None or not focal.type:
        return "What happened, and through whom?"
    if focal.label.startswith(f"{focal.type} on "):
        return f"{asks} the {focal.label}?"
    # A place counts when several claims put something there: a capital at the start of a sentence is no place.
    places = Counter(m.text for claim in claims for m in claim.mentions if m.role is MentionRole.PLACE)
    where = f" in {focal.place}" if places[focal.place] >= _FEWEST_MENTIONS else ""
    return f"{asks} the {focal.type}{where}?"
