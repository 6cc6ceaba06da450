"""Weighs the evidence of one question: a hypothesis set in, a judgement out. Pure, exact and independent of order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import numpy as np

from rashomon.model.analysis import HypothesisSet
from rashomon.model.errors import WeighError
from rashomon.model.ids import derive_id
from rashomon.model.judgement import (
    Contribution,
    HypothesisProbability,
    Judgement,
    PointProbability,
    Sensitivity,
)
from rashomon.model.provenance import Made
from rashomon.model.question import EvidenceLink, Hypothesis, NamedIndicator
from rashomon.model.scenario import WeighedAnswers
from rashomon.weigh.ach import move_ratings, rate_columns
from rashomon.weigh.basis import describe_basis
from rashomon.weigh.columns import EvidenceColumns, Floats, tabulate_evidence
from rashomon.weigh.contributions import explain_contributions, note_copies, note_unweighed
from rashomon.weigh.groups import count_once
from rashomon.weigh.indicators import find_indicators
from rashomon.weigh.named import weigh_named
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.posterior import Posterior, Roles, Settings, expect_roles, find_posterior, normalise, set_point
from rashomon.weigh.priors import shift_priors
from rashomon.weigh.roles import rank_roles
from rashomon.weigh.sampling import sample_interval
from rashomon.weigh.sensitivity import Omissions, find_flips, leave_out_each, list_left_out

RECIPE: Final = "weigh@4"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Frame:
    """A question before its evidence: hypotheses in order of id, the place of each, one row of settings.

    `residual` is the place of *something else*, `shift` (m long, log2) what an analyst adds to the priors; it is in the
    settings already.
    """

    hypotheses: tuple[Hypothesis, ...]
    residual: int
    shift: Floats
    settings: Settings
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Weighed:
    """Everything the records of one judgement are written from; `hypotheses` are in order of id."""

    hypotheses: tuple[Hypothesis, ...]
    columns: EvidenceColumns
    copies: tuple[EvidenceLink, ...]
    shown: tuple[EvidenceLink, ...]
    settings: Settings
    roles: Roles
    posterior: Posterior
    interval: tuple[Floats, Floats]


def weigh_evidence(
    hypothesis_set: HypothesisSet,
    *,
    parameters: Parameters = DEFAULTS,
    as_of: datetime | None,
    supersedes: str | None = None,
) -> Judgement:
    """Return the judgement of a question's hypotheses by its evidence.

    Probabilities are in 0..1 and sum to 1, in the order of the set's hypotheses; weights are in bits. `as_of` is the
    latest publication time known, `supersedes` the id of the judgement this one replaces. The same hypotheses,
    evidence, parameters and time give the same id and the same numbers, in whatever order they come. Without evidence
    the probabilities are the priors. Source of the model: DESIGN section 4.

    Raises WeighError: R-WEIGH-001 for no hypotheses, not exactly one *something else*, or evidence without a group or
    hypothesis; R-WEIGH-002 and R-WEIGH-003 for values that are not finite or out of range; R-WEIGH-004 for priors that
    contradict each other.
    """
    weighed = _weigh(hypothesis_set, parameters)
    ids = [hypothesis.id for hypothesis in weighed.hypotheses]
    contributions = _explain(weighed, ids)
    origins = leave_out_each(
        weighed.columns,
        weighed.settings,
        weighed.roles,
        names=[link.origin_id for link in weighed.columns.links],
    )
    basis = describe_basis(
        weighed.columns, contributions, weighed.interval, origins.probabilities, weighed.posterior.probabilities[0]
    )
    return Judgement(
        id=_identify(hypothesis_set, weighed, parameters, as_of),
        question_id=hypothesis_set.question.id,
        as_of=as_of,
        probabilities=_list_probabilities(hypothesis_set.hypotheses, weighed),
        contributions=contributions,
        sensitivity=_examine_sensitivity(weighed, parameters, origins, hypothesis_set.indicators),
        confidence=basis.confidence,
        basis=basis.sentence,
        made=Made(recipe=RECIPE, inputs=(*ids, *(contribution.evidence_id for contribution in contributions))),
        supersedes=supersedes,
    )


def weigh_answers(hypothesis_set: HypothesisSet, parameters: Parameters = DEFAULTS) -> WeighedAnswers:
    """Return the probabilities and intervals that `weigh_evidence` has, without all it says of them.

    It takes a third of the time. Raises as `weigh_evidence`.
    """
    weighed = _weigh(hypothesis_set, parameters)
    return WeighedAnswers(probabilities=_list_probabilities(hypothesis_set.hypotheses, weighed))


def find_probabilities(hypothesis_set: HypothesisSet, parameters: Parameters) -> tuple[PointProbability, ...]:
    """Return the probabilities alone, in the order of the set's hypotheses. Raises as `weigh_evidence`."""
    weighed = _weigh(hypothesis_set, replace(parameters, samples=0))
    places = {hypothesis.id: place for place, hypothesis in enumerate(weighed.hypotheses)}
    found = weighed.posterior.probabilities[0]
    return tuple(
        PointProbability(hypothesis_id=one.id, probability=float(found[places[one.id]]))
        for one in hypothesis_set.hypotheses
    )


def find_ranges(hypothesis_set: HypothesisSet, parameters: Parameters) -> tuple[HypothesisProbability, ...]:
    """Return the probabilities with their intervals and priors and nothing else. Raises as `weigh_evidence`."""
    return _list_probabilities(hypothesis_set.hypotheses, _weigh(hypothesis_set, parameters))


def _weigh(hypothesis_set: HypothesisSet, parameters: Parameters) -> _Weighed:
    frame = frame_question(hypothesis_set, parameters)
    hypotheses, settings = frame.hypotheses, frame.settings
    ids = [hypothesis.id for hypothesis in hypotheses]
    rated = {rating.evidence_id for rating in hypothesis_set.ratings}
    evidence = [link for link in hypothesis_set.evidence if link.weighed or link.id in rated]
    counted = count_once(evidence)
    kept = {link.id for link in counted}
    copies = {link.id: link for link in evidence if link.id not in kept}
    columns = tabulate_evidence(counted, {h: place for place, h in enumerate(ids)})
    roles = expect_roles(columns, settings)
    posterior = find_posterior(columns, settings, roles)
    if hypothesis_set.ratings:
        places = {h: place for place, h in enumerate(ids)}
        prior = normalise(settings.log_prior)[0]
        ratings = move_ratings(hypothesis_set.ratings, copies.values(), counted)
        columns = rate_columns(columns, posterior, prior, ratings, places)
        posterior = find_posterior(columns, settings, roles)
    point = posterior.probabilities[0]
    low, high = point, point
    if parameters.samples:
        low, high = sample_interval(columns, parameters, ids, residual=frame.residual, shift=frame.shift)
    return _Weighed(
        hypotheses=hypotheses,
        columns=columns,
        copies=tuple(copies[evidence_id] for evidence_id in sorted(copies)),
        shown=tuple(link for link in hypothesis_set.evidence if not (link.weighed or link.id in rated)),
        settings=settings,
        roles=roles,
        posterior=posterior,
        interval=(np.minimum(low, point), np.maximum(high, point)),
    )


def frame_question(hypothesis_set: HypothesisSet, parameters: Parameters) -> Frame:
    """Return what is settled before any evidence is heard. Raises WeighError: R-WEIGH-001 and R-WEIGH-004."""
    hypotheses = tuple(sorted(hypothesis_set.hypotheses, key=lambda hypothesis: hypothesis.id))
    residual = _find_residual(hypotheses, hypothesis_set.question.id)
    default = set_point(parameters, residual=residual, size=len(hypotheses))
    shift = shift_priors(np.exp2(default.log_prior[0]), hypotheses, hypothesis_set.priors)
    settings = replace(default, log_prior=default.log_prior + shift)
    places = {hypothesis.id: place for place, hypothesis in enumerate(hypotheses)}
    return Frame(hypotheses=hypotheses, residual=residual, shift=shift, settings=settings, places=places)


def _find_residual(hypotheses: Sequence[Hypothesis], question_id: str) -> int:
    if not hypotheses:
        raise WeighError("R-WEIGH-001", question_id)
    places = [place for place, hypothesis in enumerate(hypotheses) if hypothesis.residual]
    if len(places) != 1 or len({hypothesis.id for hypothesis in hypotheses}) != len(hypotheses):
        raise WeighError(
            "R-WEIGH-001",
            question_id,
            what="hypotheses are not an exclusive set with one residual",
            advice="Give every hypothesis once, exactly one of them as residual.",
        )
    return places[0]


def _explain(weighed: _Weighed, ids: Sequence[str]) -> tuple[Contribution, ...]:
    explained = explain_contributions(weighed.columns, weighed.settings, weighed.roles, weighed.posterior, ids)
    merged = (*explained, *note_copies(weighed.copies, ids), *note_unweighed(weighed.shown, ids))
    return tuple(sorted(merged, key=lambda contribution: contribution.evidence_id))


def _list_probabilities(asked: Sequence[Hypothesis], weighed: _Weighed) -> tuple[HypothesisProbability, ...]:
    """Return the probabilities in the order in which the hypotheses were given."""
    places = {hypothesis.id: place for place, hypothesis in enumerate(weighed.hypotheses)}
    prior = normalise(weighed.settings.log_prior)[0]
    low, high = weighed.interval
    return tuple(
        HypothesisProbability(
            hypothesis_id=hypothesis.id,
            probability=float(weighed.posterior.probabilities[0, place]),
            low=float(low[place]),
            high=float(high[place]),
            prior=float(prior[place]),
        )
        for hypothesis in asked
        for place in (places[hypothesis.id],)
    )


def _examine_sensitivity(
    weighed: _Weighed, parameters: Parameters, origins: Omissions, named: Sequence[NamedIndicator]
) -> Sensitivity:
    holders = leave_out_each(
        weighed.columns,
        weighed.settings,
        weighed.roles,
        names=[link.holder_id for link in weighed.columns.links],
    )
    labels = [hypothesis.label for hypothesis in weighed.hypotheses]
    ids = [hypothesis.id for hypothesis in weighed.hypotheses]
    return Sensitivity(
        flips=find_flips(weighed.columns, weighed.posterior, (origins, holders), labels),
        leave_one_out=list_left_out(origins, ids),
        roles=rank_roles(weighed.columns, weighed.settings, weighed.roles, weighed.posterior, ids),
        watch_for=(
            *find_indicators(
                weighed.hypotheses,
                weighed.columns,
                parameters,
                settings=weighed.settings,
                roles=weighed.roles,
                posterior=weighed.posterior,
            ),
            *weigh_named(named, weighed.hypotheses, parameters, weighed.posterior.probabilities[0]),
        ),
    )


def _identify(hypothesis_set: HypothesisSet, weighed: _Weighed, parameters: Parameters, as_of: datetime | None) -> str:
    """Derive the id from all the judgement depends on; what it supersedes is no part, so a re-run is idempotent."""
    hypotheses = [(h.id, h.label, h.residual, h.camp) for h in weighed.hypotheses]
    return derive_id(
        "judgement",
        RECIPE,
        hypothesis_set.question.id,
        parameters,
        None if as_of is None else as_of.isoformat(),
        hypotheses,
        sorted({repr(link) for link in hypothesis_set.evidence}),
        [(one.id, one.hypothesis_id) for one in hypothesis_set.indicators],
        sorted((one.hypothesis_id, one.probability) for one in hypothesis_set.priors),
        sorted((one.evidence_id, one.hypothesis_id, one.bits, one.by) for one in hypothesis_set.ratings),
    )
