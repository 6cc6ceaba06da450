"""Which answer a claim gives to the question: an actor, or a cause."""

import re
from typing import Final

from rashomon.hypothesize.actors import UNNAMED, Actor, identify_accused, identify_actor
from rashomon.hypothesize.deed_families import MANY_USES, all_predicates
from rashomon.hypothesize.mechanisms import (
    ANSWERS_WHO,
    DELIBERATE,
    FAMILIES,
    GENUINE,
    MEANT_BY_OWN,
    NOBODYS_DEED,
    cause_family,
    family_in,
    is_everyday,
    is_meant,
)
from rashomon.hypothesize.media import names_medium
from rashomon.hypothesize.questions import lemmas_of
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.stems import split_words, stem_of
from rashomon.hypothesize.told_mechanisms import find_turns, told_family
from rashomon.model.claim import Claim
from rashomon.model.places import states_in
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, QuestionKind, Slot, SourceKind

_PUBLISHERS: Final = {SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.EXPERT_BODY, SourceKind.UNKNOWN}
_PRONOUNS: Final = frozenset(
    """
        it this them him so nothing anything work staff man men people team colleague crew hostage victim money cash
        """.split()
)
"""What stands for the thing asked about."""
CLAIMANT: Final = "the group that claimed it"
_SHORTEST_CAUSE: Final = 3
_NO_CAUSE: Final = frozenset(
    """
        hand culprit man ship vessel boat thing work one time way part case reason cause people event story report
        explosion blast order valve window place number hour mind view opinion knowledge
        """.split()
)

_POINTING: Final = frozenset("point theory consistent compatible contrast".split())
"""Predicates that speak of this deed, whatever other one is named beside it."""
_HAPPENINGS: Final = frozenset({"fire"})
"""Families that are what happened as often as what caused it: *a fire destroyed the warehouse*."""
_SOMEBODY: Final = frozenset("somebody someone anybody anyone".split())
_OFFERS: Final = frozenset("be cause point theory trigger explain blame suspect look".split())
"""Predicates by which a cause is given as such."""
_LIKENS: Final = re.compile(
    r"\b(?:a|the|very) (?:similar|same|like)\b|\bin the same way\b|\bonce before\b", re.IGNORECASE
)
_HOSTILE: Final = frozenset(
    "strike shelling shell attack missile rocket bombardment artillery airstrike drone mortar".split()
)
"""What only an enemy sends."""
_WRITING: Final = frozenset("write wrote written author compose draft sign forge paint".split())
_NO_CHANCE: Final = re.compile(r"\bno (?:accident|coincidence) (?:that|if|when|how)\b", re.IGNORECASE)
"""*It is no accident that the charge comes now* says nothing of what happened."""
_HAS_MOTIVE: Final = re.compile(
    r"\b(?:has|had|have) (?:(?:a|an|the|every|good|strong|clear|both|some|more|much|ample|obvious|only) )*"
    r"(?:motives?|cause to|reasons? to|interest in|means|opportunity|grudge|most to gain|much to gain|to gain)\b"
)


def answer_in(reading: Reading, claim: Claim) -> tuple[Actor | None, str]:
    """Return the actor or the cause a claim gives as an answer to the question; (None, "") where it gives none."""
    proposition = claim.proposition
    if proposition.slot is Slot.CAUSE:
        enemy = _enemy_behind(reading, claim) or _state_behind(reading, claim)
        return (enemy, "") if enemy is not None else (None, _cause_in(reading, claim))
    if (suspect := _suspect_by_motive(reading, claim)) is not None:
        return suspect, ""
    if proposition.slot is not Slot.RESPONSIBLE or not _answers(reading, claim):
        return None, ""
    if _is_publisher_at_work(reading, claim) or not (reading.on_event(claim) or _is_likened(claim)):
        return None, ""
    value = value_of(claim)
    if value.lower() in _SOMEBODY and reading.question.kind in {QuestionKind.CAUSE, QuestionKind.WHAT}:
        return None, DELIBERATE
    actor = reading.actor_in(value, claim) or identify_accused(value)
    if actor is not None and not actor.camp and actor.words <= reading.asked_words and asks_for_author(reading):
        # Of *the Brown letter* Brown is the author where it is genuine.
        return None, GENUINE
    if actor is not None and claim.modality is Modality.CLAIM_OF_RESPONSIBILITY and names_medium(actor.name):
        # A channel reads out what it was sent: whoever sent it owns up.
        return Actor(name=CLAIMANT, words=frozenset({"claimant"}), camp="", proper=True), ""
    return actor, ""


def asks_for_author(reading: Reading) -> bool:
    """Tell whether the question is who wrote, made or signed a document."""
    return reading.question.kind is QuestionKind.WHO and bool(reading.asked_words & _WRITING)


def value_of(claim: Claim) -> str:
    """Return whom a claim names; *we*, in a rumour nobody is named for, is whoever repeats it."""
    named = next((v.name for v in reversed(claim.chain) if v.name != UNNAMED), "")
    return named if claim.proposition.value == UNNAMED else claim.proposition.value


def _is_likened(claim: Claim) -> bool:
    """Tell whether a claim set at another time is about this deed all the same: it points, or likens the one to the
    other (*they poisoned a banker with a similar compound*)."""
    return claim.proposition.predicate in _POINTING or _LIKENS.search(claim.quote) is not None


def _enemy_behind(reading: Reading, claim: Claim) -> Actor | None:
    """*Repeated strikes destroyed it*, said by one side, are the other side's; *no shell could have*, its own."""
    words = {stem_of(word) for word in split_words(claim.proposition.value)}
    camp = reading.camp_of_holder(claim) if words & _HOSTILE else ""
    meant = camp if claim.polarity is Polarity.DENY else reading.rivals.get(camp, "")
    return identify_actor(meant) if meant and reading.question.kind is QuestionKind.WHO else None


def _state_behind(reading: Reading, claim: Claim) -> Actor | None:
    """*A British unit took part*: whose arm it was that did it is whom the question asks for."""
    if reading.question.kind is not QuestionKind.WHO or not reading.on_event(claim):
        return None
    actor = reading.actor_in(claim.proposition.value, claim)
    return actor if actor is not None and actor.camp else None


def _suspect_by_motive(reading: Reading, claim: Claim) -> Actor | None:
    """*Norland has every reason to sink it*: whoever is said to have a motive, the means or a grudge is a suspect."""
    if claim.polarity is Polarity.DENY or reading.question.kind is not QuestionKind.WHO:
        return None
    for match in _HAS_MOTIVE.finditer(claim.quote):
        at = claim.start + match.start()
        named = next((m for m in claim.mentions if m.label != "noun" and m.start <= at - 1 <= m.end + 1), None)
        if named is not None:
            return reading.actor_in(named.text, claim)
    return None


def is_request(claim: Claim) -> bool:
    """Tell whether a claim is *asked not to be named*: what somebody asks for himself names no suspect."""
    return claim.modality is Modality.QUESTION and claim.proposition.value == claim.holder.name


def _is_publisher_at_work(reading: Reading, claim: Claim) -> bool:
    """*We publish the letter*: an outlet that speaks of itself is no suspect, unless it owns up."""
    holder = reading.holder_of(claim)
    speaks_of_itself = claim.proposition.value == claim.holder.name and len(claim.chain) == 1
    return speaks_of_itself and holder is not None and holder.kind in _PUBLISHERS


def _answers(reading: Reading, claim: Claim) -> bool:
    """Tell whether a deed can be the one asked about, by its verb and by what it was done to.

    A verb of the question's own kind will do, unless it was done elsewhere; a verb of many uses (*took her tapes*),
    or of another kind of deed, only with the thing asked about, or a pronoun for it, as its object.
    """
    predicate, target = claim.proposition.predicate, claim.proposition.target
    things = lemmas_of(target) | {stem_of(word) for word in split_words(target)}
    hits = bool(things & (reading.asked_things | _PRONOUNS)) or _takes_up(claim)
    places = {s for m in claim.mentions if m.role is MentionRole.PLACE for _, _, s in states_in(m.text)}
    if reading.asked_states and places and not places & reading.asked_states:
        return False
    if predicate in MANY_USES and target:
        return hits or bool(things & reading.predicates)
    if predicate in reading.predicates:
        return not (reading.asked_states and {s for _, _, s in states_in(target)} - reading.asked_states)
    return hits and predicate in all_predicates()


def _takes_up(claim: Claim) -> bool:
    """*The minister had ordered the transfers*: what a voice calls *the* thing is the one that is being spoken of."""
    target = claim.proposition.target.split()[-1:] if len(claim.chain) > 1 else []
    return (
        bool(target)
        and re.search(rf"\b(?:the|those|these) (?:[\w-]+ )?{re.escape(target[0])}", claim.quote) is not None
    )


def _cause_in(reading: Reading, claim: Claim) -> str:
    """The cause a claim names. What a paper tells in passing (*a wave broke two windows*) is a cause only where it is
    of a known kind; what somebody holds may be anything."""
    if _NO_CHANCE.search(claim.quote):
        return ""
    cause = cause_of(reading, claim.proposition.value)
    if reading.question.kind is QuestionKind.WHO and not _is_offered(claim):
        return ""
    offered = len(claim.chain) > 1 or claim.certainty is not Certainty.CERTAIN or claim.proposition.predicate in _OFFERS
    return cause if offered or (is_known_cause(cause) and cause not in _HAPPENINGS) else ""


def _is_offered(claim: Claim) -> bool:
    """Tell whether a claim gives a cause as such: *the weather was cold* names the weather, and no cause."""
    words = [stem_of(word) for word in split_words(claim.proposition.value)]
    hedged = claim.certainty is not Certainty.CERTAIN or claim.polarity is Polarity.DENY
    return hedged or claim.proposition.predicate in _OFFERS or not all(is_everyday(w) for w in words if cause_family(w))


def is_known_cause(cause: str) -> bool:
    """Tell whether a cause is of a known kind, not just any thing that is said to have done it."""
    return cause in {NOBODYS_DEED, GENUINE, MEANT_BY_OWN} or cause in FAMILIES


def cause_of(reading: Reading, phrase: str) -> str:
    """Return the cause a phrase names, "" for none.

    Whoever asks *who* wants one rival for all that nobody meant, and each nature of the deed that leaves nobody to look
    for (staged, one's own side's fire, a battle) apart; whoever asks for the cause wants the causes apart, and takes
    any thing that is said to have done it (*it was the dust*).
    """
    phrase = phrase.removeprefix("not ")
    words = [stem_of(word.strip(".,;:")) for word in phrase.split()]
    if words and words[-1] in reading.asked_words:
        return ""
    family = told_family(phrase) or family_in(phrase)
    if reading.question.kind in {QuestionKind.CAUSE, QuestionKind.WHAT}:
        head = stem_of(phrase.partition(" of ")[0].rpartition(" ")[2])
        vague = head in reading.asked_words or head in _NO_CAUSE or len(head) < _SHORTEST_CAUSE
        return family or ("" if vague else head)
    if family in ANSWERS_WHO:
        return family
    if asks_for_author(reading) and next(find_turns(phrase, GENUINE), ""):
        return GENUINE
    return "" if not family or is_meant(family) else NOBODYS_DEED
