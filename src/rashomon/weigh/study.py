"""What a judgement hangs on: each origin and holder left out, each setting, prior and role moved through its range.

Everything is weighed again in full for each, one thing at a time (a tornado diagram's rows).
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Final

from rashomon.model.analysis import HypothesisSet
from rashomon.model.question import EvidenceLink, SetPrior, Stake
from rashomon.model.study import Omission, SensitivityStudy, Swing
from rashomon.model.vocabulary import Access, Direction, Interest, PartKind, SwingKind
from rashomon.weigh.parameters import BITS_RANGE, DEFAULTS, LEARNING_MOST, RESIDUAL_RANGE, Parameters
from rashomon.weigh.scenarios import drop_evidence
from rashomon.weigh.settings import change_setting
from rashomon.weigh.weighing import find_probabilities, weigh_evidence

ROLES_MOST: Final = 12
"""Pieces of evidence whose speakers' roles are moved: the heaviest."""

NOT_MOVED: Final = frozenset({"uncertainty", "samples", "seed"})
"""Settings that shape the intervals only."""

_EDGE: Final = 1e-6

SETTING_WORDS: Final[Mapping[str, str]] = {
    "residual_weight": "how much something else counts a priori",
    "testimony_bits": "what a statement weighs",
    "examined_bits": "what one who examined the evidence weighs",
    "admission_bits": "what an admission weighs",
    "responsibility_bits": "what a claim of responsibility weighs",
    "trace_bits": "what a trace or document weighs",
    "argument_bits": "what an argument weighs",
    "interest": "how often the interested say what serves them",
    "hidden_interest": "how often there is an interest nobody tells of",
    "dependence": "how much one group repeats itself",
    "fidelity": "how often a relay passes on what was said",
    "group_limit": "the most one group can weigh",
    "origin_limit": "the most one origin can weigh",
    "testimony_ceiling": "how far talk alone may lift an answer",
    "ceiling": "how far all evidence may lift an answer",
    "early": "how much is known when the matter is first told",
    "learning_days": "how many days it takes to learn half of the rest",
    "reading": "how often the program reads a tie right",
    "forgery": "how often a thing is forged or planted",
    "retraction_bits": "what taking back weighs",
}
"""What each setting means to a reader; a setting without words goes by its name."""


def study_sensitivity(
    hypothesis_set: HypothesisSet, judgement_id: str, *, parameters: Parameters = DEFAULTS
) -> SensitivityStudy:
    """Return what becomes of the probabilities as each part is left out and each unknown is moved.

    Raises WeighError as `weigh_evidence`.
    """
    return SensitivityStudy(
        judgement_id=judgement_id,
        probabilities=find_probabilities(hypothesis_set, parameters),
        omissions=tuple(_leave_out(hypothesis_set, parameters)),
        swings=(
            *_move_settings(hypothesis_set, parameters),
            *_move_priors(hypothesis_set, parameters),
            *_move_roles(hypothesis_set, parameters),
        ),
    )


def _leave_out(hypothesis_set: HypothesisSet, parameters: Parameters) -> Iterator[Omission]:
    heard = [link for link in hypothesis_set.evidence if link.weighed]
    origins = {link.origin_id: link.origin_id for link in heard}
    holders = {link.holder_id: link.holder for link in heard if link.holder_id}
    for kind, parts in ((PartKind.ORIGIN, origins), (PartKind.HOLDER, holders)):
        for record_id in sorted(parts):
            drop = _drop_holder if kind is PartKind.HOLDER else drop_evidence
            probabilities = find_probabilities(drop(hypothesis_set, record_id), parameters)
            yield Omission(kind=kind, record_id=record_id, name=parts[record_id], probabilities=probabilities)


def _drop_holder(hypothesis_set: HypothesisSet, holder_id: str) -> HypothesisSet:
    """Return the set without what a source holds; what it only passes on stays."""
    kept = tuple(link for link in hypothesis_set.evidence if link.holder_id != holder_id)
    return replace(hypothesis_set, evidence=kept)


def _move_settings(hypothesis_set: HypothesisSet, parameters: Parameters) -> Iterator[Swing]:
    for name in (field.name for field in fields(parameters) if field.name not in NOT_MOVED):
        low, high = stretch_setting(name, float(getattr(parameters, name)), parameters.uncertainty)
        one, other = (find_probabilities(hypothesis_set, change_setting(parameters, name, end)) for end in (low, high))
        yield Swing(
            kind=SwingKind.SETTING,
            what=SETTING_WORDS.get(name, name),
            if_one=f"{low:.2g}",
            if_other=f"{high:.2g}",
            one=one,
            other=other,
            setting=name,
        )


def stretch_setting(name: str, value: float, doublings: float) -> tuple[float, float]:
    """Return a setting halved and doubled (`doublings` times; odds for a probability), held within its range."""
    factor = 2.0**doublings
    if name.endswith(("_bits", "_limit")):
        return value / factor, min(value * factor, BITS_RANGE[1])
    if name == "residual_weight":
        return value / factor, min(value * factor, RESIDUAL_RANGE[1])
    if name == "learning_days":
        return value / factor, min(value * factor, LEARNING_MOST)
    value = min(value, 1.0 - _EDGE)
    low, high = (odds / (1.0 + odds) for odds in (value / (1.0 - value) / factor, value / (1.0 - value) * factor))
    return max(low, _EDGE), min(high, 1.0 - _EDGE)


def _move_priors(hypothesis_set: HypothesisSet, parameters: Parameters) -> Iterator[Swing]:
    """Move each named answer's prior; its odds are halved and doubled."""
    nothing = find_probabilities(replace(hypothesis_set, evidence=(), ratings=()), parameters)
    priors = {point.hypothesis_id: point.probability for point in nothing}
    if len(priors) < 2:
        return
    for hypothesis in hypothesis_set.hypotheses:
        if hypothesis.residual:
            continue
        ends = stretch_setting("prior", priors[hypothesis.id], parameters.uncertainty)
        moved = [_with_prior(hypothesis_set, priors, hypothesis.id, end) for end in ends]
        one, other = (find_probabilities(one, parameters) for one in moved)
        yield Swing(
            kind=SwingKind.PRIOR,
            what=f"how likely {hypothesis.label} was before any evidence",
            if_one=f"{100 * ends[0]:.0f} %",
            if_other=f"{100 * ends[1]:.0f} %",
            one=one,
            other=other,
            hypothesis_id=hypothesis.id,
        )


def _with_prior(
    hypothesis_set: HypothesisSet, priors: Mapping[str, float], hypothesis_id: str, probability: float
) -> HypothesisSet:
    """Return the set with one prior changed; all others keep their proportions."""
    left = (1.0 - probability) / (1.0 - priors[hypothesis_id])
    changed = {one: probability if one == hypothesis_id else share * left for one, share in priors.items()}
    given = tuple(SetPrior(hypothesis_id=one, probability=share) for one, share in changed.items())
    return replace(hypothesis_set, priors=given)


def _move_roles(hypothesis_set: HypothesisSet, parameters: Parameters) -> Iterator[Swing]:
    judgement = weigh_evidence(hypothesis_set, parameters=replace(parameters, samples=0), as_of=None)
    weights = {c.evidence_id: _spread([b.bits for b in c.log_likelihoods]) for c in judgement.contributions}
    heard = [link for link in hypothesis_set.evidence if link.weighed and weights.get(link.id, 0.0) > 0]
    for link in sorted(heard, key=lambda one: (-weights[one.id], one.id))[:ROLES_MOST]:
        if link.access is not Access.EXAMINED:
            near = replace(link, access=Access.EXAMINED, examined=1.0)
            far = replace(link, access=Access.COMMENTS, examined=0.0)
            what = f"{link.holder} examined the evidence"
            yield _swing(hypothesis_set, parameters, SwingKind.ACCESS, what, (far, near))
        free, driven = _with_stake(link, Interest.NONE), _with_stake(link, _find_driving(link))
        what = f"{link.holder} has an interest"
        yield _swing(hypothesis_set, parameters, SwingKind.INTEREST, what, (driven, free))


def _swing(
    hypothesis_set: HypothesisSet,
    parameters: Parameters,
    kind: SwingKind,
    what: str,
    ends: tuple[EvidenceLink, EvidenceLink],
) -> Swing:
    one, other = (find_probabilities(_swap(hypothesis_set, link), parameters) for link in ends)
    words = ("no", "yes") if kind is SwingKind.ACCESS else ("yes", "no")
    return Swing(kind=kind, what=what, if_one=words[0], if_other=words[1], one=one, other=other, evidence_id=ends[0].id)


def _swap(hypothesis_set: HypothesisSet, link: EvidenceLink) -> HypothesisSet:
    evidence = tuple(link if one.id == link.id else one for one in hypothesis_set.evidence)
    return replace(hypothesis_set, evidence=evidence)


def _find_driving(link: EvidenceLink) -> Interest:
    """Return the stake that would make a speaker say this whatever is true."""
    return Interest.ACCUSED if link.direction is Direction.AGAINST else Interest.RIVAL


def _with_stake(link: EvidenceLink, interest: Interest) -> EvidenceLink:
    return replace(link, stakes=(Stake(hypothesis_id=link.hypothesis_id, interest=interest, probability=1.0),))


def _spread(bits: list[float]) -> float:
    return max(bits) - min(bits) if bits and all(map(math.isfinite, bits)) else 0.0
