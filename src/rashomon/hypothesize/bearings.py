"""Which claims speak for or against which explanation: outright answers first, then arguments that name an explanation."""

from collections.abc import Iterator, Sequence
from typing import Final

from rashomon.hypothesize.arguments import argument_kind, speaks_against, speaks_of_guilt
from rashomon.hypothesize.candidates import Candidate, answer_in
from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, Slot

RECIPE: Final = "hypothesize.bearings@1"


def find_bearings(reading: Reading, candidates: Sequence[tuple[str, Candidate]]) -> tuple[ClaimBearing, ...]:
    """Return each claim's bearing on the hypotheses (given as id and candidate), in the order of the claims."""
    found: dict[tuple[str, str], ClaimBearing] = {}
    for claim in reading.claims:
        for hypothesis_id, polarity in _bearings_of(reading, claim, candidates):
            bearing = _make(claim, hypothesis_id, polarity)
            found.setdefault((claim.id, hypothesis_id), bearing)
    return tuple(found.values())


def _bearings_of(
    reading: Reading, claim: Claim, candidates: Sequence[tuple[str, Candidate]]
) -> Iterator[tuple[str, Polarity]]:
    if not reading.on_event(claim) or claim.proposition.slot is Slot.COUNT:
        return
    actor, cause = answer_in(reading, claim)
    direct = [hypothesis_id for hypothesis_id, candidate in candidates if candidate.means(actor, cause)]
    if direct:
        yield direct[0], claim.polarity
        return
    if claim.proposition.slot is not Slot.STATEMENT and actor is not None:
        return
    if not (
        argument_kind(claim.quote)
        or speaks_of_guilt(claim.quote)
        or claim.modality in {Modality.DENIAL, Modality.ACCUSATION}
    ):
        return
    for hypothesis_id in _mentioned(reading, claim, candidates):
        yield hypothesis_id, _turn(claim.polarity) if speaks_against(claim.quote) else claim.polarity


def _mentioned(reading: Reading, claim: Claim, candidates: Sequence[tuple[str, Candidate]]) -> list[str]:
    """The explanations a claim names, those named as agents before all others."""
    ranked: dict[str, bool] = {}
    for mention in claim.mentions:
        actor = reading.actor_in(mention.text, claim)
        if actor is None or (not actor.camp and actor.words <= reading.asked_words):
            continue
        for hypothesis_id, candidate in candidates:
            if candidate.means(actor, ""):
                ranked[hypothesis_id] = ranked.get(hypothesis_id, False) or mention.role is MentionRole.AGENT
    agents = [hypothesis_id for hypothesis_id, is_agent in ranked.items() if is_agent]
    return agents or list(ranked)[:1]


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
