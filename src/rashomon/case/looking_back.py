"""A look back over an analysis: how the judgement stood when only part of its reports was out."""

from collections.abc import Sequence
from datetime import datetime

from rashomon.case.walk import time_documents
from rashomon.model.analysis import Analysis
from rashomon.model.errors import CaseError
from rashomon.model.judgement import HypothesisProbability
from rashomon.weigh.history import PastProbabilities, Times, trace_probabilities, weigh_then


def trace_judgement(analysis: Analysis, moments: Sequence[datetime]) -> tuple[PastProbabilities, ...]:
    """Return the probabilities at each moment by the present reading of the reports out by then.

    Raises CaseError R-CASE-006 for a moment without a time zone; WeighError as `weigh_evidence`.
    """
    for moment in moments:
        _check_zone(moment)
    return trace_probabilities(analysis.hypothesis_set, moments, told=time_claims(analysis))


def judge_then(analysis: Analysis, moment: datetime) -> tuple[HypothesisProbability, ...]:
    """Return the probabilities at one moment, with intervals; raises as `trace_judgement`."""
    _check_zone(moment)
    return weigh_then(analysis.hypothesis_set, moment, told=time_claims(analysis))


def time_claims(analysis: Analysis) -> Times:
    """Return for each claim when its report was out, None for reports without a time."""
    out = time_documents(analysis.documents)
    return {claim.id: out.get(claim.document_id) for claim in analysis.claims}


def _check_zone(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise CaseError("R-CASE-006", f"{moment.isoformat()} (no time zone)")
