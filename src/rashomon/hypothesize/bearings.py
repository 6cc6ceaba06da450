"""Which claims speak for or against which explanation.

Outright answers come first; then claims that name an explanation and argue or accuse; then claims that speak of what is said of
one explanation only; last, short remarks (*I find that silly*) about the sentence before them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rashomon.hypothesize.arguments import argument_kind, rejects_outright, speaks_against, speaks_of_guilt
from rashomon.hypothesize.candidates import Candidate, answer_in
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.vocabulary import Vocabulary, is_answerable, learn_vocabulary, words_of
from rashomon.model.claim import Claim
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, Slot

RECIPE: Final = "hypothesize.bearings@1"
_REMARK: Final = re.compile(r"\b(?:it|that|this|they|he|she|one|so|both|none|them|him)\b", re.IGNORECASE)
_LONGEST_REMARK: Final = 16
_WHITE_SPACE: Final = 3
"""Characters between the sentence a remark is about and the remark."""

_Named = Sequence[tuple[str, Candidate]]


def find_bearings(reading: Reading, candidates: _Named) -> tuple[ClaimBearing, ...]:
    """Return each claim's bearing on the hypotheses (given as id and candidate), in the order of the claims."""
    answers = {
        claim.id: answer for claim in reading.claims if (answer := _answer(reading, claim, candidates)) is not None
    }
    vocabulary = learn_vocabulary(reading, candidates, answers)
    found: dict[tuple[str, str], ClaimBearing] = {}
    last: tuple[str, int, str] = ("", -1, "")
    for claim in reading.claims:
        if not is_answerable(claim) or not reading.on_event(claim):
            continue
        bearings = list(_bearings_of(reading, claim, candidates, answers, vocabulary))
        if not bearings and last[0] == claim.document_id and claim.context_start <= last[1] + _WHITE_SPACE:
            bearings = list(_remark_on(claim, last[2]))
        for hypothesis_id, polarity in bearings:
            found.setdefault((claim.id, hypothesis_id), _make(claim, hypothesis_id, polarity))
        if bearings:
            last = (claim.document_id, claim.context_end, bearings[0][0])
    return tuple(found.values())


def _answer(reading: Reading, claim: Claim, candidates: _Named) -> str | None:
    actor, cause = answer_in(reading, claim)
    return next((hypothesis_id for hypothesis_id, candidate in candidates if candidate.means(actor, cause)), None)


def _bearings_of(
    reading: Reading, claim: Claim, candidates: _Named, answers: Mapping[str, str], vocabulary: Vocabulary
) -> Iterator[tuple[str, Polarity]]:
    context = reading.context_of(claim)
    if claim.id in answers:
        rejected = claim.polarity is Polarity.ASSERT and rejects_outright(context)
        yield answers[claim.id], Polarity.DENY if rejected else claim.polarity
        return
    against = speaks_against(claim.quote) or rejects_outright(context)
    polarity = _turn(claim.polarity) if against else claim.polarity
    argues = bool(argument_kind(claim.quote) or speaks_of_guilt(claim.quote) or against)
    argues = argues or claim.modality in {Modality.DENIAL, Modality.ACCUSATION, Modality.FINDING, Modality.ADMISSION}
    words = words_of(claim.quote)
    spoken_of = vocabulary.spoken_of_in(words)
    named = _mentioned(reading, claim, candidates) if argues or spoken_of else []
    named = named or vocabulary.named_in(words)[:1]
    if not named and spoken_of is not None and argues:
        named = [spoken_of]
    for hypothesis_id in named:
        yield hypothesis_id, polarity


def _mentioned(reading: Reading, claim: Claim, candidates: _Named) -> list[str]:
    """The explanations a claim names as actors, those named as agents before all others."""
    ranked: dict[str, bool] = {}
    for mention in claim.mentions:
        actor = reading.actor_in(mention.text, claim)
        if actor is None or (not actor.camp and actor.words <= reading.asked_words):
            continue
        for hypothesis_id, candidate in candidates:
            if candidate.means(actor, ""):
                ranked[hypothesis_id] = ranked.get(hypothesis_id, False) or mention.role is MentionRole.AGENT
    agents = [hypothesis_id for hypothesis_id, is_agent in ranked.items() if is_agent]
    return (agents or list(ranked))[:1]


def _remark_on(claim: Claim, hypothesis_id: str) -> Iterator[tuple[str, Polarity]]:
    """A short remark with a pronoun and an attitude takes up the explanation just spoken of."""
    short = len(claim.quote.split()) <= _LONGEST_REMARK
    against = speaks_against(claim.quote)
    hedged = claim.certainty in {Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNLIKELY}
    if short and claim.proposition.slot is Slot.STATEMENT and _REMARK.search(claim.quote):
        if against or hedged or speaks_of_guilt(claim.quote):
            yield hypothesis_id, _turn(claim.polarity) if against else claim.polarity


def _turn(polarity: Polarity) -> Polarity:
    return Polarity.ASSERT if polarity is Polarity.DENY else Polarity.DENY


def _make(claim: Claim, hypothesis_id: str, polarity: Polarity) -> ClaimBearing:
    certainty = claim.certainty
    if claim.modality in {Modality.QUESTION, Modality.CONDITIONAL} and polarity is Polarity.ASSERT:
        certainty = Certainty.NONE
    if polarity is Polarity.DENY and certainty not in {Certainty.CERTAIN, Certainty.NONE}:
        certainty = Certainty.UNLIKELY
    if polarity is Polarity.ASSERT and certainty is Certainty.UNLIKELY:
        certainty = Certainty.POSSIBLE
    made = Made(recipe=RECIPE, inputs=(claim.id, hypothesis_id))
    return ClaimBearing(
        id=derive_id("brg", claim.id, hypothesis_id), claim_id=claim.id, hypothesis_id=hypothesis_id,
        polarity=polarity, certainty=certainty, made=made,
    )  # fmt: skip
