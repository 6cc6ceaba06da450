"""Hypotheses while they are made: what the machine proposes, before analysts' decisions are laid over it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.hypothesize.actors import Actor
from rashomon.hypothesize.answers import Answer, gather_answers
from rashomon.hypothesize.bearings import find_bearings
from rashomon.hypothesize.candidates import Candidate, gather_candidates, label_all, label_of
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.tie_reader import read_ties
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.places import states_in
from rashomon.model.provenance import MACHINE, Made
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Polarity, QuestionAspect

RECIPE: Final = "hypothesize.drafts@1"
_BY_ACTORS: Final = frozenset({QuestionAspect.CARRIED_OUT, QuestionAspect.CAUSED, QuestionAspect.OPEN})
_ELSE_BY_ACTORS: Final = frozenset({QuestionAspect.ORDERED, QuestionAspect.OWNER})
"""Where nobody says who ordered it or whose it was, whoever is said to have done it is the next best answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer to be: its label, all names it is met under, its camp, and the claims it was read from.

    `by` is "machine", or the analyst who added it; `decision_ids` are the decisions that shaped it; `machine_label` is
    what the machine calls it where its label is an analyst's. `part` is the body of its camp that it means, where
    holders keep that body apart.
    """

    id: str
    label: str
    names: tuple[str, ...]
    camp: str = ""
    claim_ids: tuple[str, ...] = ()
    by: str = MACHINE
    decision_ids: tuple[str, ...] = ()
    machine_label: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the machine proposes, which claims bear on it, and the explanations behind it by id (none for sides)."""

    drafts: tuple[Draft, ...]
    bearings: tuple[ClaimBearing, ...]
    candidates: Mapping[str, Candidate]


def draft_answers(reading: Reading, originals: Sequence[Document] = ()) -> Proposal:
    """Return what the machine proposes for the reading's question; `originals` are the reports that are no copies."""
    aspect = reading.question.aspect
    if aspect not in _BY_ACTORS:
        answers = gather_answers(reading, aspect, unit=reading.question.unit)
        if answers or aspect not in _ELSE_BY_ACTORS:
            drafts, bearings = _draft_sides(reading, answers)
            return Proposal(drafts=drafts, bearings=bearings, candidates={})
    found = gather_candidates(reading, originals)
    labels = label_all(found)
    candidates = {
        derive_id("hyp", reading.question.id, label): candidate for label, candidate in zip(labels, found, strict=True)
    }
    bearings = read_ties(reading, candidates, find_bearings(reading, candidates))
    borne = {bearing.hypothesis_id for bearing in bearings}
    # A mechanism that no claim bears on has no sentence to show for itself.
    drafts = tuple(
        draft
        for draft in _draft_candidates(candidates, labels)
        if draft.id in borne or candidates[draft.id].actor is not None
    )
    kept = {draft.id: candidates[draft.id] for draft in drafts}
    return Proposal(drafts=drafts, bearings=bearings, candidates=kept)


def make_bearing(bearing: ClaimBearing, hypothesis_id: str) -> ClaimBearing:
    """Return a bearing as one on another hypothesis."""
    if bearing.hypothesis_id == hypothesis_id:
        return bearing
    return ClaimBearing(
        id=derive_id("brg", bearing.claim_id, hypothesis_id),
        claim_id=bearing.claim_id,
        hypothesis_id=hypothesis_id,
        polarity=bearing.polarity,
        certainty=bearing.certainty,
        made=Made(recipe=bearing.made.recipe, inputs=(bearing.claim_id, hypothesis_id)),
        weighed=bearing.weighed,
    )


def _draft_candidates(candidates: Mapping[str, Candidate], labels: Sequence[str]) -> Iterator[Draft]:
    for (hypothesis_id, candidate), label in zip(candidates.items(), labels, strict=True):
        actor = candidate.actor
        camp = actor.camp or (label_of(candidate) if actor.proper else "") if actor is not None else ""
        part = actor.part if actor is not None else ""
        if actor is not None and part and not actor.camp:
            camp = next((label_of(c) for c in candidates.values() if _is_whole(c, actor)), camp)
        names = tuple(dict.fromkeys(name for name in candidate.names if _is_name_of(candidate, name)))
        yield Draft(id=hypothesis_id, label=label, names=names, camp=camp, claim_ids=candidate.claim_ids, part=part)


def _is_name_of(candidate: Candidate, name: str) -> bool:
    """Tell whether a phrase names a state by itself; *the enemy's guns* or *eight drones* do so only in one mouth."""
    if candidate.actor is None or not candidate.actor.camp:
        return True
    named = {state for _, _, state in states_in(name)}
    return candidate.actor.camp in named or (not named and name.istitle())


def _is_whole(candidate: Candidate, part: Actor) -> bool:
    return candidate.actor is not None and candidate.actor.same_as(replace(part, part=""))


def _draft_sides(reading: Reading, answers: Sequence[Answer]) -> tuple[tuple[Draft, ...], tuple[ClaimBearing, ...]]:
    """Drafts of answers that claims give in words of their own; each claim bears on what it says or denies."""
    place = {claim.id: at for at, claim in enumerate(reading.claims)}
    drafts, bearings = [], []
    for answer in answers:
        hypothesis_id = derive_id("hyp", reading.question.id, answer.value)
        drafts.append(
            Draft(id=hypothesis_id, label=answer.value, names=answer.names, camp=answer.camp, claim_ids=answer.asserts)
        )
        told = [(claim_id, Polarity.ASSERT) for claim_id in answer.asserts]
        told += [(claim_id, Polarity.DENY) for claim_id in answer.denies]
        bearings += [
            ClaimBearing(
                id=derive_id("brg", claim_id, hypothesis_id),
                claim_id=claim_id,
                hypothesis_id=hypothesis_id,
                polarity=polarity,
                certainty=reading.by_id[claim_id].certainty,
                made=Made(recipe=RECIPE, inputs=(claim_id, hypothesis_id)),
            )
            for claim_id, polarity in told
        ]
    return tuple(drafts), tuple(sorted(bearings, key=lambda bearing: place[bearing.claim_id]))
