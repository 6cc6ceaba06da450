"""How the judgement stood at earlier moments, by the present reading of what had been published by then.

This is a look back over one analysis, not a new one: the reports are read, linked and grouped as they are today, and
only what was not out yet is left out. `rashomon analyze --as-of` reads the earlier reports anew and may differ; how far
it does is measured in docs/decisions/0023-looking-back.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rashomon.model.analysis import HypothesisSet
from rashomon.model.judgement import HypothesisProbability, PointProbability
from rashomon.model.provenance import MACHINE
from rashomon.model.question import EvidenceLink, Hypothesis, ItemDoubt
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.weighing import find_probabilities, find_ranges

Times = Mapping[str, datetime | None]
"""When each claim's report was out, by claim id; None, or no entry, for reports without a time: they always count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastProbabilities:
    """The probabilities at one moment: 0..1, summing to 1. An answer nobody had named by then is missing."""

    at: datetime
    probabilities: tuple[PointProbability, ...]


def trace_probabilities(
    hypothesis_set: HypothesisSet, moments: Sequence[datetime], *, told: Times, parameters: Parameters = DEFAULTS
) -> tuple[PastProbabilities, ...]:
    """Return the probabilities at each moment (aware datetimes), in the order given, without intervals.

    Where nothing came in between two moments they are worked out once. Raises WeighError as `weigh_evidence`.
    """
    known: dict[tuple[frozenset[str], frozenset[str]], tuple[PointProbability, ...]] = {}
    traced = []
    for moment in moments:
        then = keep_told(hypothesis_set, moment, told=told)
        claims = frozenset(claim for link in then.evidence for claim in _claims_of(link))
        state = (claims, frozenset(one.id for one in then.hypotheses))
        if state not in known:
            known[state] = find_probabilities(then, parameters)
        traced.append(PastProbabilities(at=moment, probabilities=known[state]))
    return tuple(traced)


def weigh_then(
    hypothesis_set: HypothesisSet, moment: datetime, *, told: Times, parameters: Parameters = DEFAULTS
) -> tuple[HypothesisProbability, ...]:
    """Return the probabilities at one moment with their intervals, answers nobody had named left out.

    Raises WeighError as `weigh_evidence`.
    """
    return find_ranges(keep_told(hypothesis_set, moment, told=told), parameters)


def keep_told(hypothesis_set: HypothesisSet, moment: datetime, *, told: Times) -> HypothesisSet:
    """Return the hypotheses and the evidence that stood in reports out by a moment.

    Evidence keeps the claims told by then and is left out where none was; so is an answer, unless an analyst added it
    or it is *something else*. What a holder took back later stays taken back: that is how the present reading sees it.
    """
    evidence = [part for link in hypothesis_set.evidence if (part := _cut_link(link, moment, told)) is not None]
    spoken = {link.hypothesis_id for link in evidence}
    hypotheses = tuple(one for one in hypothesis_set.hypotheses if one.id in spoken or _is_known(one, moment, told))
    ids = {one.id for one in hypotheses}
    kept = tuple(link for link in evidence if link.hypothesis_id in ids)
    links = {link.id for link in kept}
    return replace(
        hypothesis_set,
        hypotheses=hypotheses,
        evidence=kept,
        priors=tuple(one for one in hypothesis_set.priors if one.hypothesis_id in ids),
        ratings=tuple(one for one in hypothesis_set.ratings if one.hypothesis_id in ids and one.evidence_id in links),
    )


def _cut_link(link: EvidenceLink, moment: datetime, told: Times) -> EvidenceLink | None:
    claims = tuple(claim for claim in link.claim_ids if _is_told(claim, moment, told))
    if link.claim_ids and not claims:
        return None
    doubts: tuple[ItemDoubt, ...] = tuple(one for one in link.doubts if _is_told(one.claim_id, moment, told))
    if len(claims) == len(link.claim_ids) and len(doubts) == len(link.doubts):
        return link
    return replace(link, claim_ids=claims, doubts=doubts)


def _is_known(hypothesis: Hypothesis, moment: datetime, told: Times) -> bool:
    """Whether an answer was there by a moment, or is there whatever the reports say."""
    if hypothesis.residual or hypothesis.made.by != MACHINE or not hypothesis.claim_ids:
        return True
    return any(_is_told(claim, moment, told) for claim in hypothesis.claim_ids)


def _is_told(claim_id: str, moment: datetime, told: Times) -> bool:
    when = told.get(claim_id)
    return when is None or when <= moment


def _claims_of(link: EvidenceLink) -> tuple[str, ...]:
    return (link.id, *link.claim_ids, *(doubt.claim_id for doubt in link.doubts))
