"""Which claims speak for or against which explanation, and how sure that reading is.

Outright answers come first; then claims that name an explanation and argue about it. Both are weighed. Claims that
only name one, that speak of what is said of one explanation only, or that take up what was said before them
(`context`) are tied to it too, so that a reader finds them, but they put no weight on it; nor does what a copy only
repeats. `tie_reader` amends the ties that are not weighed.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from rashomon.hypothesize.actors import identify_actor
from rashomon.hypothesize.answering import answer_in
from rashomon.hypothesize.arguments import (
    argument_kind,
    asks_doubtfully,
    dismisses,
    leaves_open,
    rejects_outright,
    speaks_against,
    speaks_of_who_did_it,
)
from rashomon.hypothesize.asides import is_aside, takes_up_rejection
from rashomon.hypothesize.candidates import Candidate
from rashomon.hypothesize.context import Talk, Tie, leave_open, stand_of, tie_by_context, turn
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.rebuffs import denied_by, rebuffed_by
from rashomon.hypothesize.stems import stem_of
from rashomon.hypothesize.vocabulary import Vocabulary, is_answerable, learn_vocabulary, words_of
from rashomon.model.claim import Claim
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Certainty, EvidenceKind, MentionRole, Modality, Polarity, Slot

RECIPE: Final = "hypothesize.bearings@4"
EXPLAINS: Final = re.compile(
    r"\bcaus|\bdue to|because|result|explain|origin|destroy|responsib|killed|brought (?:it|her) down|set off|led to"
    r"|\bblew|\bbroke",
    re.IGNORECASE,
)
"""Words that say what brought something about."""
_NONE_OF: Final = re.compile(r"\b(?:no|not any|without an?y?|neither) ([^\W\d_]+)", re.IGNORECASE)
_FOR_THE: Final = re.compile(
    r"(?:For|As for|Against) (?:the|those|that)\b.{0,60}\b(?:camp|theory|case|side|school|explanation|version)"
)
_ABOUT_AN_AGENT: Final = {EvidenceKind.MOTIVE, EvidenceKind.MEANS, EvidenceKind.OPPORTUNITY, EvidenceKind.PATTERN}
_ARGUING: Final = {Modality.DENIAL, Modality.ACCUSATION, Modality.FINDING, Modality.ADMISSION}
_OWNING_UP: Final = {Modality.ADMISSION, Modality.CLAIM_OF_RESPONSIBILITY}

_SUPPOSING: Final = re.compile(
    r"\b(?:[Tt]o (?:say|claim|suggest|pretend|believe|think|allege)"
    r"|(?:[Tt]he|[Aa]ny|[Tt]his) (?:rumou?r|idea|claim|notion|suggestion|story|lie|charge|accusation|tale|talk))"
    r",? (?:that|of)\b"
)
_SUPPOSING_REACH: Final = 40
_FEWEST_WORDS: Final = 3
_ARTICLE: Final = 4
"""Characters of an article with its space."""
_NAMING: Final = frozenset({"theory"})
"""Predicates of claims that name an explanation without holding it."""

_Candidates = Mapping[str, Candidate]


def find_bearings(reading: Reading, candidates: _Candidates) -> tuple[ClaimBearing, ...]:
    """Return each claim's bearing on the hypotheses (candidates by id), in the order of the claims."""
    answers = find_answers(reading, candidates)
    vocabulary = learn_vocabulary(reading, candidates, answers)
    found: dict[str, ClaimBearing] = {}
    talk = Talk()
    for claim in reading.claims:
        if not is_answerable(claim):
            continue
        talk = talk.reach(claim)
        tie = _tie(reading, claim, candidates, answers, vocabulary)
        if tie is None and reading.on_event(claim):
            tie = tie_by_context(claim, talk)
            talk = talk if tie is not None else talk.put_off(claim)
        if tie is None:
            continue
        found[claim.id] = bearing_of(claim, tie, copied=reading.adds_nothing(claim) or is_aside(reading, claim))
        for earlier in talk.waiting:
            found[earlier.id] = bearing_of(earlier, leave_open(tie.hypothesis_id), copied=True)
        talk = talk.take_up(claim, tie)
    return tuple(found[claim.id] for claim in reading.claims if claim.id in found)


def find_answers(reading: Reading, candidates: _Candidates) -> dict[str, str]:
    """Return the hypothesis that each claim names outright, by the claim's id; claims that name none are missing."""
    found = ((claim.id, _answer(reading, claim, candidates)) for claim in reading.claims)
    return {claim_id: answer for claim_id, answer in found if answer is not None}


def _tie(
    reading: Reading, claim: Claim, candidates: _Candidates, answers: Mapping[str, str], vocabulary: Vocabulary
) -> Tie | None:
    """What a claim's own words say of an explanation."""
    if not reading.on_event(claim):
        return _precedent(reading, claim, candidates)
    return (
        _outright(reading, claim, candidates, answers)
        or _rebuffed(reading, claim, candidates)
        or _named(reading, claim, candidates, vocabulary)
        or _rebuffed(reading, claim, candidates, by=denied_by)
    )


def _rebuffed(
    reading: Reading,
    claim: Claim,
    candidates: _Candidates,
    by: Callable[[Reading, Claim, _Candidates], str | None] = rebuffed_by,
) -> Tie | None:
    """*His lawyer called the charge fantasy*."""
    hypothesis_id = by(reading, claim, candidates)
    return Tie(hypothesis_id=hypothesis_id, polarity=Polarity.DENY, weighed=True) if hypothesis_id else None


def _answer(reading: Reading, claim: Claim, candidates: _Candidates) -> str | None:
    actor, cause = answer_in(reading, claim)
    return next(
        (hypothesis_id for hypothesis_id, candidate in candidates.items() if candidate.means(actor, cause)), None
    )


def _precedent(reading: Reading, claim: Claim, candidates: _Candidates) -> Tie | None:
    """Who is said to have done an earlier deed: an argument about who does such things."""
    if claim.proposition.slot is not Slot.RESPONSIBLE or not reading.on_prior_event(claim):
        return None
    actor = reading.actor_in(claim.proposition.value, claim)
    hypothesis_id = next(
        (h for h, candidate in candidates.items() if actor is not None and candidate.means(actor, "")), None
    )
    return None if hypothesis_id is None else Tie(hypothesis_id=hypothesis_id, polarity=claim.polarity, weighed=True)


def _outright(reading: Reading, claim: Claim, candidates: _Candidates, answers: Mapping[str, str]) -> Tie | None:
    """*X did it*; *X did not*; *X did it: this is absurd*."""
    if claim.id not in answers:
        return None
    supposed = _is_supposed(reading, claim, candidates[answers[claim.id]])
    rejected = supposed or (
        claim.polarity is Polarity.ASSERT
        and (rejects_outright(reading.context_of(claim)) or takes_up_rejection(reading, claim))
    )
    polarity = Polarity.DENY if rejected else stand_of(claim)
    itself = _accuses_itself(reading, claim, candidates[answers[claim.id]], polarity)
    only_named = claim.proposition.predicate in _NAMING and polarity is Polarity.ASSERT
    return Tie(hypothesis_id=answers[claim.id], polarity=polarity, weighed=not itself and not only_named)


def _is_supposed(reading: Reading, claim: Claim, candidate: Candidate) -> bool:
    """*To say that we did this …*, *the idea that our guns …*: what others may say of one's own side is not owned up
    to."""
    before = reading.context_of(claim)[: max(0, claim.start - claim.context_start)] + claim.quote[:_SUPPOSING_REACH]
    if _SUPPOSING.search(before) is None or candidate.actor is None:
        return False
    camp = reading.camp_of_holder(claim)
    return _is_of(claim.holder.name, candidate) or (bool(camp) and candidate.actor.camp == camp)


def _named(reading: Reading, claim: Claim, candidates: _Candidates, vocabulary: Vocabulary) -> Tie | None:
    """A claim that names an explanation, or speaks of what is said only of it; weighed where it names and argues."""
    words = words_of(claim.quote)
    announced = _FOR_THE.match(claim.quote)
    first = words_of(announced[0]) if announced else frozenset()
    named = next(iter(vocabulary.named_in(first)), None) or named_as_actor(reading, claim, candidates)
    named = named or next(iter(vocabulary.named_in(words)), None)
    # In a tale told by the paper itself one word said of an explanation elsewhere is a chance.
    fewest = 1 if len(claim.chain) > 1 or argument_kind(claim.quote) or speaks_against(claim.quote) else 2
    hypothesis_id = named or vocabulary.spoken_of_in(words, fewest=fewest)
    if hypothesis_id is None or len(claim.quote.split()) < _FEWEST_WORDS or _is_bare_name(claim):
        return None
    context = reading.context_of(claim)
    outright = (
        rejects_outright(context)
        or takes_up_rejection(reading, claim)
        or _says_none(claim, vocabulary.names[hypothesis_id])
    )
    # "For the X camp, …": what is brought forward for a theory speaks for it, whatever its words.
    pleads = announced is not None and announced[0].startswith("For ")
    against = not pleads and (outright or (_speaks_against(claim) and claim.modality is not Modality.ACCUSATION))
    if not against and leaves_open(claim.quote) and named:
        return leave_open(hypothesis_id)
    polarity = turn(claim) if against else stand_of(claim)
    weighed = named is not None and (outright or _argues(claim, candidates[hypothesis_id]))
    itself = _accuses_itself(reading, claim, candidates[hypothesis_id], polarity)
    if not weighed and not against and named and announced is None and _only_mentions(claim, candidates[hypothesis_id]):
        return None
    return Tie(hypothesis_id=hypothesis_id, polarity=polarity, weighed=weighed and not itself)


def _speaks_against(claim: Claim) -> bool:
    """Tell whether a claim's words reject what they name; what cannot be said yet is only negated in form."""
    if leaves_open(claim.quote) and not dismisses(claim.quote):
        return False
    return speaks_against(claim.quote) or asks_doubtfully(claim.quote)


def _is_bare_name(claim: Claim) -> bool:
    """Tell whether a claim is a name and nothing said of it: what is left of a sentence cut up by its quotations."""
    return any(m.end - m.start >= len(claim.quote) - _ARTICLE for m in claim.mentions)


def _only_mentions(claim: Claim, candidate: Candidate) -> bool:
    """A state is named for a hundred reasons: as a place, a target, whoever built it."""
    if candidate.actor is None or not candidate.actor.camp or argument_kind(claim.quote) is not None:
        return False
    acts = any(m.role is MentionRole.AGENT and _is_of(m.text, candidate) for m in claim.mentions)
    return len(claim.chain) == 1 or not acts


def _says_none(claim: Claim, names: frozenset[str]) -> bool:
    """*There are no mines in the harbour*."""
    said = [stem_of(word) for word in _NONE_OF.findall(claim.quote)]
    return any(word in names for word in said)


def _argues(claim: Claim, candidate: Candidate) -> bool:
    """Tell whether a claim that names an explanation says something about it that is evidence.

    States are named for a hundred reasons: there only words of guilt, or an argument about them as an agent, will do.
    """
    # Who admits something of his own says nothing of others' deeds.
    strange = claim.modality is Modality.ADMISSION and not _is_of(claim.holder.name, candidate)
    said_so = claim.modality in _ARGUING and claim.proposition.slot is Slot.STATEMENT and not strange
    if said_so or speaks_of_who_did_it(claim.quote):
        return True
    kind = argument_kind(claim.quote)
    if candidate.actor is None:
        hedged = claim.certainty not in {Certainty.CERTAIN, Certainty.NONE}
        return hedged or kind is not None or speaks_against(claim.quote) or bool(EXPLAINS.search(claim.quote))
    if not candidate.actor.camp:
        return kind is not None
    acts = any(m.role is MentionRole.AGENT and _is_of(m.text, candidate) for m in claim.mentions)
    return kind in _ABOUT_AN_AGENT and (acts or bool(_FOR_THE.match(claim.quote)))


def _is_of(phrase: str, candidate: Candidate) -> bool:
    actor = identify_actor(phrase)
    return actor is not None and candidate.means(actor, "")


def _accuses_itself(reading: Reading, claim: Claim, candidate: Candidate, polarity: Polarity) -> bool:
    """An admission is read from words of admitting or owning up; a camp that seems to accuse itself was misread."""
    camp = reading.camp_of_holder(claim)
    if polarity is Polarity.DENY or claim.modality in _OWNING_UP or candidate.actor is None:
        return False
    return bool(camp) and candidate.actor.camp == camp


def named_as_actor(reading: Reading, claim: Claim, candidates: _Candidates) -> str | None:
    """The explanation a claim names first as an actor; one that it names as a target only where it names no other."""
    ranked: dict[str, MentionRole] = {}
    for mention in claim.mentions:
        phrase = mention.text if mention.label != "noun" else mention.text[0].lower() + mention.text[1:]
        actor = reading.actor_in(phrase, claim)
        if (
            actor is None
            or mention.role is MentionRole.PLACE
            or (not actor.camp and actor.words <= reading.asked_words)
        ):
            continue
        for hypothesis_id, candidate in candidates.items():
            if candidate.means(actor, "") and ranked.get(hypothesis_id) is not MentionRole.AGENT:
                ranked[hypothesis_id] = mention.role
    others = [hypothesis_id for hypothesis_id, role in ranked.items() if role is not MentionRole.TARGET]
    return next(iter(others or ranked), None)


def bearing_of(claim: Claim, tie: Tie, *, copied: bool = False, recipe: str = RECIPE) -> ClaimBearing:
    """Return a tie as a bearing, with the certainty its polarity leaves it; what is `copied` is not weighed."""
    certainty = claim.certainty
    if tie.polarity is Polarity.ASSERT and (tie.open or claim.modality in {Modality.QUESTION, Modality.CONDITIONAL}):
        certainty = Certainty.NONE
    if tie.polarity is Polarity.DENY and certainty not in {Certainty.CERTAIN, Certainty.NONE}:
        certainty = Certainty.UNLIKELY
    if tie.polarity is Polarity.ASSERT and certainty is Certainty.UNLIKELY:
        certainty = Certainty.POSSIBLE
    return ClaimBearing(
        id=derive_id("brg", claim.id, tie.hypothesis_id), claim_id=claim.id, hypothesis_id=tie.hypothesis_id,
        polarity=tie.polarity, certainty=certainty, weighed=tie.weighed and not copied,
        made=Made(recipe=recipe, inputs=(claim.id, tie.hypothesis_id)),
    )  # fmt: skip
