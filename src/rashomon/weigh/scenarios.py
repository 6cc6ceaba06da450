"""What if: a judgement weighed again with some things changed. Pure: nothing of it is kept, nothing else is touched."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from rashomon.model.analysis import HypothesisSet
from rashomon.model.errors import WeighError
from rashomon.model.ids import derive_id
from rashomon.model.judgement import HypothesisBits, Indicator
from rashomon.model.provenance import Made
from rashomon.model.question import CellRating, EvidenceLink, SetPrior
from rashomon.model.scenario import NO, YES, Change, Scenario, ScenarioOutcome, TriedOutcome, WeighedAnswers
from rashomon.model.vocabulary import Access, Certainty, ChangeKind, Consistency, Direction, EvidenceKind, Forgery
from rashomon.model.wording import word_consistency
from rashomon.weigh.named import weigh_outcome
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.weighing import weigh_answers, weigh_evidence

RECIPE: Final = "weigh.scenarios@1"
SUPPOSED: Final = "supposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Premises:
    """What changes are read against: the indicators of the judgement by id, and the settings it was weighed with."""

    indicators: Mapping[str, Indicator]
    parameters: Parameters


def weigh_scenario(
    hypothesis_set: HypothesisSet,
    scenario: Scenario,
    *,
    parameters: Parameters = DEFAULTS,
    as_of: datetime | None = None,
) -> ScenarioOutcome:
    """Return the judgement without and with a scenario's changes, made one after the other.

    A change that finds nothing to change is told of as idle. Raises WeighError as `weigh_evidence`, and R-WEIGH-006 for
    an answer or an outcome that nobody here knows.
    """
    before = weigh_evidence(hypothesis_set, parameters=parameters, as_of=as_of)
    premises = _read_premises(before.sensitivity.watch_for, parameters)
    changed, idle = _change(hypothesis_set, scenario, premises)
    judgement = before if changed == hypothesis_set else weigh_evidence(changed, parameters=parameters, as_of=as_of)
    return ScenarioOutcome(scenario=scenario, before=before, after=judgement, idle=idle)


def try_scenario(
    hypothesis_set: HypothesisSet,
    scenario: Scenario,
    before: WeighedAnswers,
    *,
    watch_for: Iterable[Indicator] = (),
    parameters: Parameters = DEFAULTS,
) -> TriedOutcome:
    """Return the answers as `weigh_scenario` has them, to be asked at every move of a slider.

    `before` is what `weigh_answers` makes of the same set and parameters; `watch_for` are the indicators of its
    judgement. Raises as `weigh_scenario`.
    """
    changed, idle = _change(hypothesis_set, scenario, _read_premises(watch_for, parameters))
    after = before if changed is hypothesis_set else weigh_answers(changed, parameters)
    return TriedOutcome(scenario=scenario, before=before, after=after, idle=idle)


def _read_premises(watch_for: Iterable[Indicator], parameters: Parameters) -> _Premises:
    return _Premises(indicators={indicator.id: indicator for indicator in watch_for}, parameters=parameters)


def _change(
    hypothesis_set: HypothesisSet, scenario: Scenario, premises: _Premises
) -> tuple[HypothesisSet, tuple[Change, ...]]:
    """Return the set with the changes made one after the other, and those that found nothing to change."""
    changed, idle = hypothesis_set, []
    for change in scenario.changes:
        after = _MAKERS[change.kind](changed, change, premises)
        if after == changed:
            idle.append(change)
        else:
            changed = after
    return changed, tuple(idle)


def drop_evidence(hypothesis_set: HypothesisSet, dropped: str) -> HypothesisSet:
    """Return the set without a piece of evidence, or without all that came from an origin or through a source."""
    kept = [link for link in hypothesis_set.evidence if not _is_of(link, dropped)]
    return replace(hypothesis_set, evidence=tuple(_drop_doubts(link, dropped) for link in kept))


def _drop_doubts(link: EvidenceLink, holder_id: str) -> EvidenceLink:
    """Return a piece of evidence without what a source says of whether its thing is genuine."""
    kept = tuple(doubt for doubt in link.doubts if doubt.holder_id != holder_id)
    return replace(link, doubts=kept) if kept != link.doubts else link


def _drop(hypothesis_set: HypothesisSet, change: Change, premises: _Premises) -> HypothesisSet:
    for dropped in change.about:
        hypothesis_set = drop_evidence(hypothesis_set, dropped)
    return hypothesis_set


def _regrade(hypothesis_set: HypothesisSet, change: Change, premises: _Premises) -> HypothesisSet:
    def grade(link: EvidenceLink) -> EvidenceLink:
        if not any(voice.source_id in change.about for voice in link.voices):
            return link
        voices = [replace(v, grade=change.value) if v.source_id in change.about else v for v in link.voices]
        return replace(link, voices=tuple(voices))

    return replace(hypothesis_set, evidence=tuple(map(grade, hypothesis_set.evidence)))


def _join_groups(hypothesis_set: HypothesisSet, change: Change, premises: _Premises) -> HypothesisSet:
    """Join the groups of all that sources or origins say of one answer in one direction."""
    joined = [link for link in hypothesis_set.evidence if any(_is_of(link, one) for one in change.about)]
    groups = {link.group_id: (link.hypothesis_id, link.direction) for link in joined}
    alone = {side for side, voices in Counter(groups.values()).items() if voices < 2}

    def join(link: EvidenceLink) -> EvidenceLink:
        side = groups.get(link.group_id)
        if side is None or side in alone:
            return link
        group_id = derive_id("grp", SUPPOSED, *sorted(change.about), *side)
        why = "supposed not to speak independently"
        return replace(link, group_id=group_id, why_group=why, ties=(), machine_group_id="")

    return replace(hypothesis_set, evidence=tuple(map(join, hypothesis_set.evidence)))


def _set_forged(hypothesis_set: HypothesisSet, change: Change, premises: _Premises) -> HypothesisSet:
    items = {link.item for link in hypothesis_set.evidence if link.id in change.about} - {""}
    why = f"supposed to be {change.value}"

    def suppose(link: EvidenceLink) -> EvidenceLink:
        if link.id not in change.about and link.item not in items:
            return link
        return replace(link, forged=float(change.value == Forgery.FORGED), why_forged=why)

    return replace(hypothesis_set, evidence=tuple(map(suppose, hypothesis_set.evidence)))


def _set_prior(hypothesis_set: HypothesisSet, change: Change, premises: _Premises) -> HypothesisSet:
    hypothesis_id = _find_answer(hypothesis_set, change.about[0])
    try:
        prior = SetPrior(hypothesis_id=hypothesis_id, probability=float(change.value))
    except ValueError as error:
        raise WeighError("R-WEIGH-004", f"'{change.value}'", what="not a prior") from error
    others = tuple(one for one in hypothesis_set.priors if one.hypothesis_id != hypothesis_id)
    return replace(hypothesis_set, priors=(*others, prior))


def _suppose(hypothesis_set: HypothesisSet, change: Change, premises: _Premises) -> HypothesisSet:
    """Add what was seen, or not, as a piece of evidence that bears on every answer."""
    indicator = premises.indicators.get(change.about[0])
    if indicator is None:
        return hypothesis_set
    bits = _read_outcome(hypothesis_set, indicator, change.value, premises.parameters)
    link = EvidenceLink(
        id=indicator.id,
        question_id=hypothesis_set.question.id,
        hypothesis_id=indicator.hypothesis_id or bits[0].hypothesis_id,
        kind=EvidenceKind.TESTIMONY,
        direction=Direction.FOR,
        certainty=Certainty.NONE,
        holder_id=SUPPOSED,
        holder=indicator.what,
        origin_id=derive_id("org", SUPPOSED, indicator.id),
        group_id=derive_id("grp", SUPPOSED, indicator.id),
        why_group="",
        claim_ids=(),
        access=Access.UNKNOWN,
        relays=0,
        made=Made(recipe=RECIPE, inputs=(indicator.id,)),
    )
    ratings = tuple(
        CellRating(
            evidence_id=link.id,
            hypothesis_id=one.hypothesis_id,
            consistency=Consistency(word_consistency(one.bits)),
            bits=one.bits,
            by=SUPPOSED,
        )
        for one in bits
    )
    return replace(
        hypothesis_set, evidence=(*hypothesis_set.evidence, link), ratings=(*hypothesis_set.ratings, *ratings)
    )


def _read_outcome(
    hypothesis_set: HypothesisSet, indicator: Indicator, outcome: str, parameters: Parameters
) -> tuple[HypothesisBits, ...]:
    if outcome in (YES, NO):
        if not indicator.if_seen:
            advice = "Give the answer it would point to in place of yes or no."
            raise WeighError("R-WEIGH-006", indicator.what, what="it may point to any answer", advice=advice)
        return indicator.if_seen if outcome == YES else indicator.if_not
    pointed = _find_answer(hypothesis_set, outcome)
    _, weight = weigh_outcome(indicator.what, parameters)
    return tuple(
        HypothesisBits(hypothesis_id=hypothesis.id, bits=0.0 if hypothesis.id == pointed else -weight)
        for hypothesis in hypothesis_set.hypotheses
    )


def _find_answer(hypothesis_set: HypothesisSet, label: str) -> str:
    """Return the id of an answer by its label, another name of it, or its id."""
    for hypothesis in hypothesis_set.hypotheses:
        names = (hypothesis.id, hypothesis.label, *hypothesis.aliases)
        if label.casefold() in {name.casefold() for name in names}:
            return hypothesis.id
    listed = ", ".join(hypothesis.label for hypothesis in hypothesis_set.hypotheses)
    raise WeighError("R-WEIGH-006", f"'{label}'", what="no such answer", advice=f"Name one of: {listed}.")


def _is_of(link: EvidenceLink, record_id: str) -> bool:
    """Tell whether a piece of evidence is that record, or came from that origin or through that source."""
    own = (link.id, link.holder_id, link.origin_id, *(voice.source_id for voice in link.voices))
    return record_id in own


_MAKERS: Final[Mapping[ChangeKind, Callable[[HypothesisSet, Change, _Premises], HypothesisSet]]] = {
    ChangeKind.DROP: _drop,
    ChangeKind.REGRADE: _regrade,
    ChangeKind.DEPENDENT: _join_groups,
    ChangeKind.PRIOR: _set_prior,
    ChangeKind.SUPPOSE: _suppose,
    ChangeKind.FORGED: _set_forged,
}
