"""Judgements held against the truth, as JSON."""

from collections.abc import Sequence

from rashomon.model.calibration import Calibration, PostMortem
from rashomon.present.calibration_text import say_sample, split_weights
from rashomon.present.index import index_analysis
from rashomon.present.weighing_shapes import (
    BinShape,
    CalibrationFiguresShape,
    CalibrationShape,
    ForecastShape,
    ResolvedShape,
    TruthWeightShape,
)


def shape_calibration(post_mortems: Sequence[PostMortem], calibration: Calibration | None) -> CalibrationShape:
    """Return all resolved questions and the figures over them as the JSON shape."""
    cases = calibration.cases if calibration else 0
    return CalibrationShape(
        resolved=cases,
        message=say_sample(cases),
        cases=[shape_resolved(one) for one in post_mortems],
        figures=_shape_figures(calibration) if calibration else None,
    )


def shape_resolved(post_mortem: PostMortem) -> ResolvedShape:
    """Return one resolved question as its JSON shape."""
    resolved, resolution = post_mortem.resolved, post_mortem.resolved.resolution
    index = index_analysis(post_mortem.analysis)
    misled, _ = split_weights(post_mortem.weights)
    links = {link.id: link for link in index.numbered}
    claims = {one.evidence_id: index.key_claim(links[one.evidence_id]) for one in misled}
    return ResolvedShape(
        case=resolved.case,
        question=resolved.question,
        as_of=resolved.as_of.isoformat() if resolved.as_of else None,
        truth=resolution.label,
        on=resolution.on,
        source=resolution.source,
        by=resolution.by,
        decision_id=resolution.decision_id,
        hindsight=resolved.hindsight,
        forecasts=[
            ForecastShape(label=one.label, probability=one.probability, came_true=one.came_true)
            for one in resolved.forecasts
        ],
        brier=resolved.brier,
        surprise=resolved.surprise,
        misled=[
            TruthWeightShape(
                evidence_id=one.evidence_id,
                holder=links[one.evidence_id].holder,
                quote=claim.quote if (claim := claims[one.evidence_id]) else "",
                bits=one.bits,
            )
            for one in misled
        ],
    )


def _shape_figures(calibration: Calibration) -> CalibrationFiguresShape:
    return CalibrationFiguresShape(
        brier=calibration.brier,
        even=calibration.even,
        surprise=calibration.surprise,
        brier_each=calibration.brier_each,
        reliability=calibration.reliability,
        resolution=calibration.resolution,
        uncertainty=calibration.uncertainty,
        within=calibration.within,
        sharpness=calibration.sharpness,
        forecasts=calibration.forecasts,
        bins=[
            BinShape(
                low=one.low,
                high=one.high,
                count=one.count,
                mean=one.mean,
                came_true=one.came_true,
                rate=one.rate,
                rate_low=one.rate_low,
                rate_high=one.rate_high,
            )
            for one in calibration.bins
        ],
    )
