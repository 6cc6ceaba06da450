"""What analysts decided about who speaks together, laid over the ties the machine found between origins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.model.claim import ClaimPlacement
from rashomon.model.decision import (
    BY_ANALYST,
    DEPENDENCE_DECISIONS,
    Decision,
    keep_in_force,
    read_strength,
)
from rashomon.model.ids import derive_id
from rashomon.model.lineage import DecidedDependence, Dependence, Origin
from rashomon.model.provenance import Made
from rashomon.model.question import UnmetDecision
from rashomon.model.source import SourceMention
from rashomon.model.vocabulary import DecisionKind, DependenceKind

RECIPE: Final = "link.dependence_decisions@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """The ties between origins after the decisions, what was decided of which pair, and what found nobody."""

    dependences: tuple[Dependence, ...]
    decided: tuple[DecidedDependence, ...] = ()
    unmet: tuple[UnmetDecision, ...] = ()


def follow_dependences(
    dependences: Sequence[Dependence],
    decisions: Sequence[Decision],
    placements: Sequence[ClaimPlacement],
    *,
    origins: Sequence[Origin],
    mentions: Sequence[SourceMention],
) -> Tied:
    """Return the ties with the decisions followed; the last word on a pair of sources or origins counts.

    The id of a source that was merged into another means that other.
    """
    in_force = [one for one in keep_in_force(decisions) if one.kind in DEPENDENCE_DECISIONS]
    if not in_force:
        return Tied(dependences=tuple(dependences))
    meant = {mention.found_id: mention.source_id for mention in mentions}
    meant |= {one: one for one in (*meant.values(), *(origin.id for origin in origins))}
    last: dict[frozenset[str], DecidedDependence] = {}
    unmet = []
    for decision in in_force:
        pair = [meant.get(subject_id, "") for subject_id in decision.subject_ids]
        if not all(pair):
            missing = decision.subject_ids[pair.index("")]
            unmet.append(UnmetDecision(decision_id=decision.id, why=f"no source or origin is {missing} now"))
        elif pair[0] == pair[1]:
            unmet.append(UnmetDecision(decision_id=decision.id, why="the two are one source now"))
        else:
            last[frozenset(pair)] = _decide(decision, pair)
    decided = tuple(sorted(last.values(), key=lambda one: one.decision_id))
    return Tied(
        dependences=_lay_over(dependences, decided, _gather_origins(placements, origins)),
        decided=decided,
        unmet=tuple(unmet),
    )


def _decide(decision: Decision, pair: Sequence[str]) -> DecidedDependence:
    cut = decision.kind is DecisionKind.CUT_DEPENDENCE
    strength = 0.0 if cut else read_strength(decision.value)
    named = not cut and strength is None
    return DecidedDependence(
        one_id=min(pair),
        other_id=max(pair),
        strength=strength,
        kind=DependenceKind(decision.value) if named else DependenceKind.DECIDED,
        decision_id=decision.id,
        by=decision.made.by.removeprefix(BY_ANALYST),
        why=decision.why,
    )


def _gather_origins(placements: Sequence[ClaimPlacement], origins: Sequence[Origin]) -> dict[str, dict[str, str]]:
    """Return for each source, or origin, the origins it speaks in with the first of its claims there ("": none)."""
    found: dict[str, dict[str, str]] = {origin.id: {origin.id: ""} for origin in origins}
    for placement in placements:
        if placement.source_ids:
            found.setdefault(placement.source_ids[-1], {}).setdefault(placement.origin_id, placement.claim_id)
            known = found.setdefault(placement.origin_id, {placement.origin_id: ""})
            known[placement.origin_id] = known[placement.origin_id] or placement.claim_id
    return found


def _lay_over(
    dependences: Sequence[Dependence],
    decided: Sequence[DecidedDependence],
    spoken: Mapping[str, Mapping[str, str]],
) -> tuple[Dependence, ...]:
    """Drop the ties between those said to be independent; tie the first origins of those said to speak together."""
    kept = {tie.id: tie for tie in dependences}
    for one in decided:
        here, there = spoken.get(one.one_id, {}), spoken.get(one.other_id, {})
        kept = {tie_id: tie for tie_id, tie in kept.items() if not _is_between(tie, here, there)}
        ends = [(a, b) for a in list(here)[:1] for b in there if a != b][:1]
        if one.strength != 0.0 and ends:
            tie = _tie(one, ends[0], tuple(filter(None, (here[ends[0][0]], there[ends[0][1]]))))
            kept[tie.id] = tie
    return tuple(kept.values())


def _is_between(tie: Dependence, here: Mapping[str, str], there: Mapping[str, str]) -> bool:
    ends = (tie.origin_id, tie.other_id)
    return any(a in here and b in there for a, b in (ends, ends[::-1]))


def _tie(one: DecidedDependence, ends: tuple[str, str], claim_ids: tuple[str, ...]) -> Dependence:
    return Dependence(
        id=derive_id("dependence", RECIPE, one.kind, *ends),
        origin_id=ends[0],
        other_id=ends[1],
        kind=one.kind,
        why=f"says {one.by}" + (f": {one.why}" if one.why else ""),
        claim_ids=claim_ids if len(claim_ids) == 2 else (),
        made=Made(recipe=RECIPE, inputs=(one.decision_id,), by=BY_ANALYST + one.by),
        strength=one.strength,
    )
