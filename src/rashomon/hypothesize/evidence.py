"""From bearings to evidence: one link for each voice, origin and kind, with its stakes and those who speak with it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.hypothesize.arguments import Argument
from rashomon.hypothesize.changing import find_gone, find_retractions
from rashomon.hypothesize.circumstances import NOTHING_KNOWN, Circumstances
from rashomon.hypothesize.forgeries import Doubt, Things, find_things
from rashomon.hypothesize.grounds import find_ground
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.roles import (
    OWN_DEED,
    find_denials,
    find_stakes,
    owns_up,
    read_access,
)
from rashomon.hypothesize.scope import ScopedArgument
from rashomon.hypothesize.stems import split_words, stem_of
from rashomon.model.claim import Claim
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing, EvidenceLink, Hypothesis, ItemDoubt, Stake
from rashomon.model.source import Source
from rashomon.model.vocabulary import (
    AbsenceKind,
    Certainty,
    Direction,
    EvidenceKind,
    Polarity,
    SourceKind,
)

RECIPE: Final = "hypothesize.evidence@4"

_STRENGTH: Final = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNLIKELY, Certainty.NONE)

_ARTICLES: Final = frozenset("a an the".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What claims have in common that make one piece of evidence."""

    hypothesis_id: str
    direction: Direction
    kind: EvidenceKind
    voice: str
    origin_id: str
    absence: AbsenceKind | None
    weighed: bool
    gone: str = ""

    def key(self) -> tuple[object, ...]:
        """What the evidence's id is derived from."""
        known = (self.hypothesis_id, self.direction, self.kind, self.voice, self.origin_id)
        return known if self.weighed else (*known, self.absence or "", self.gone or "shown")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A claim as a piece of evidence: with its certainty as to the hypothesis."""

    claim: Claim
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What evidence is made from. `denied` are the hypotheses each source flatly denies.

    `gone` are the bearings that no longer count, with the reason; `retracting` those by which a holder takes back what
    it had said.
    """

    reading: Reading
    hypotheses: Sequence[Hypothesis]
    denied: Mapping[str, frozenset[str]]
    known: Circumstances
    things: Things
    gone: Mapping[str, str]
    retracting: frozenset[str]

    def denied_by(self, claim: Claim) -> frozenset[str]:
        """The hypotheses a claim's holder flatly denies."""
        holder = self.reading.holder_of(claim)
        return self.denied.get(holder.id, frozenset()) if holder is not None else frozenset()

    def stakes_in(self, claim: Claim) -> tuple[Stake, ...]:
        """What a claim's holder has at stake in each hypothesis."""
        camp = _camp_of(self.reading, claim, self.hypotheses)
        return find_stakes(camp, self.reading.holder_of(claim), self.denied_by(claim), self.hypotheses)


def link_evidence(
    reading: Reading,
    hypotheses: Sequence[Hypothesis],
    bearings: Sequence[ClaimBearing],
    scoped: Sequence[ScopedArgument] = (),
    *,
    known: Circumstances = NOTHING_KNOWN,
) -> tuple[EvidenceLink, ...]:
    """Return the evidence links of a question, in the order their first claims were met, the weighed ones first.

    Arguments tied only by where they stand (`scoped`) join a weighed link on the same ground, or make one that is
    shown and not weighed. `known` is what is known of the evidence beside its words.
    """
    desk = _Desk(
        reading=reading,
        hypotheses=hypotheses,
        denied=find_denials(reading, bearings),
        known=known,
        things=find_things(reading),
        gone=find_gone(reading, bearings, withdrawals=known.withdrawals, days=known.days),
        retracting=find_retractions(bearings, known.withdrawals),
    )
    gathered: dict[_Ground, list[_Said]] = defaultdict(list)
    for bearing in bearings:
        claim = reading.by_id[bearing.claim_id]
        if claim.id in reading.placements and bearing.weighed:
            gathered[_ground(desk, claim, bearing)].append(_Said(claim=claim, certainty=bearing.certainty))
    for one in scoped:
        claim = reading.by_id[one.claim_id]
        if claim.id in reading.placements:
            gathered[_ground_of_scoped(reading, claim, one)].append(_Said(claim=claim, certainty=claim.certainty))
    return tuple(_make(desk, ground, said) for ground, said in gathered.items())


def _ground(desk: _Desk, claim: Claim, bearing: ClaimBearing) -> _Ground:
    reading, argument = desk.reading, desk.known.argued.get(bearing.id)
    if argument is None:
        prior = reading.on_prior_event(claim)
        argument = Argument(kind=EvidenceKind.PRECEDENT) if prior else find_ground(claim, bearing.polarity)
        if argument.kind in OWN_DEED and not owns_up(claim, bearing, desk.denied_by(claim), desk.stakes_in(claim)):
            argument = Argument(kind=EvidenceKind.TESTIMONY)
        if bearing.id in desk.retracting:
            argument = Argument(kind=EvidenceKind.RETRACTION)
    gone = desk.gone.get(bearing.id, "")
    return _Ground(
        hypothesis_id=bearing.hypothesis_id,
        direction=_direction(bearing.polarity),
        kind=argument.kind,
        voice=_voice_of(_stand_for(reading, claim)),
        origin_id=reading.placements[claim.id].origin_id,
        absence=argument.absence,
        weighed=argument.absence is not AbsenceKind.NOT_LOOKED and not gone,
        gone=gone,
    )


def _ground_of_scoped(reading: Reading, claim: Claim, scoped: ScopedArgument) -> _Ground:
    return _Ground(
        hypothesis_id=scoped.hypothesis_id,
        direction=_direction(scoped.polarity),
        kind=scoped.argument.kind,
        voice=_voice_of(_stand_for(reading, claim)),
        origin_id=reading.placements[claim.id].origin_id,
        absence=scoped.argument.absence,
        weighed=False,
    )


def _direction(polarity: Polarity) -> Direction:
    return Direction.AGAINST if polarity is Polarity.DENY else Direction.FOR


def _voice_of(claim: Claim) -> str:
    """What tells voices within one origin apart: copies share their author's voice, whoever published them."""
    if len(claim.chain) == 1:
        return "author"
    return _fold_voice(claim.holder.name)


def _stand_for(reading: Reading, claim: Claim) -> Claim:
    """The claim in whose voice one counts: what says the same as another is one piece of evidence with it."""
    return reading.by_id.get(reading.same_as.get(claim.id, claim.id), claim)


def _fold_voice(name: str) -> str:
    return " ".join(sorted(stem_of(word) for word in split_words(name) if word.lower() not in _ARTICLES))


def _make(desk: _Desk, ground: _Ground, said: Sequence[_Said]) -> EvidenceLink:
    reading = desk.reading
    # The origin's first report comes first: copies only repeat what it says.
    claims = sorted((one.claim for one in said), key=lambda c: reading.places_in_origin[c.document_id])
    holder = reading.holder_of(claims[0])
    camp = _camp_of(reading, claims[0], desk.hypotheses)
    name = holder.name if holder is not None else claims[0].holder.name
    # By the name the register, or an analyst, joined the holder under, however this report puts it.
    group, why = _group(camp, holder, name, _fold_voice(name) if len(claims[0].chain) > 1 else name.lower())
    item = next((reading.items[claim.id] for claim in claims if claim.id in reading.items), "")
    if item and not camp:
        group, why = f"item:{item}", "all rest on the same video, recording, picture or document"
    claim_ids = tuple(claim.id for claim in claims)
    thing = next((desk.things.resting[one] for one in claim_ids if one in desk.things.resting), "")
    near = read_access(holder, name, claims)
    return EvidenceLink(
        id=derive_id("evd", reading.question.id, *ground.key()),
        question_id=reading.question.id,
        hypothesis_id=ground.hypothesis_id,
        kind=ground.kind,
        direction=ground.direction,
        certainty=min((one.certainty for one in said), key=_STRENGTH.index),
        holder_id=holder.id if holder is not None else "",
        holder=name,
        origin_id=ground.origin_id,
        group_id=derive_id("grp", group, ground.hypothesis_id, ground.direction),
        why_group=why,
        claim_ids=claim_ids,
        access=near.access,
        examined=near.examined,
        why_access=near.why,
        relays=min(max(0, len(claim.chain) - 2) for claim in claims),
        made=Made(recipe=RECIPE, inputs=claim_ids),
        stakes=desk.stakes_in(claims[0]),
        absence=ground.absence,
        weighed=ground.weighed,
        why_unweighed=ground.gone,
        days=min((desk.known.days[d] for d in {c.document_id for c in claims} if d in desk.known.days), default=None),
        item=thing,
        doubts=tuple(_doubt(desk, doubt) for doubt in desk.things.doubts.get(thing, ())),
    )


def _doubt(desk: _Desk, doubt: Doubt) -> ItemDoubt:
    """Return what a claim says of whether a thing is genuine, with its holder's role."""
    reading, claim = desk.reading, doubt.claim
    holder = reading.holder_of(claim)
    name = holder.name if holder is not None else claim.holder.name
    camp = _camp_of(reading, claim, desk.hypotheses)
    return ItemDoubt(
        claim_id=claim.id,
        forged=doubt.forged,
        holder_id=holder.id if holder is not None else "",
        holder=name,
        group=_group(camp, holder, name, _fold_voice(name) if len(claim.chain) > 1 else name.lower())[0],
        stakes=desk.stakes_in(claim),
        examined=read_access(holder, name, [claim]).examined,
        relays=max(0, len(claim.chain) - 2),
        days=desk.known.days.get(claim.document_id),
    )


def _camp_of(reading: Reading, claim: Claim, hypotheses: Sequence[Hypothesis]) -> str:
    """The holder's camp; a person or group that is itself a hypothesis is its own camp."""
    name = claim.holder.name
    actor = reading.actor_in(name, claim)
    for hypothesis in hypotheses:
        if not hypothesis.camp:
            continue
        own = reading.actor_in(hypothesis.camp, claim)
        if own is not None and actor is not None and own.same_as(actor):
            return hypothesis.camp
    return reading.camp_of_holder(claim)


def _group(camp: str, holder: Source | None, name: str, voice: str) -> tuple[str, str]:
    """Who does not speak independently of whom: a camp, unnamed officials, or one holder. Key and reason."""
    if camp:
        return f"camp:{camp}", f"all speak for {camp}"
    if holder is not None and holder.kind is SourceKind.UNNAMED_OFFICIALS:
        return "unnamed", "unnamed officials may be the same people"
    return f"holder:{voice}", f"the same holder, {name}"
