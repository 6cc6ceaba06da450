"""The truth, where it is known: which answer it is, and what a case said before."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from rashomon.case.conductor import Case
from rashomon.case.matching import fold_words
from rashomon.case.progress import Progress, keep_quiet
from rashomon.model.analysis import Analysis
from rashomon.model.calibration import Calibration, Forecast, PostMortem, Resolution, ResolvedCase
from rashomon.model.decision import BY_ANALYST, Decision, keep_in_force
from rashomon.model.errors import CaseError
from rashomon.model.vocabulary import DecisionKind
from rashomon.weigh.calibration import measure_calibration, weigh_truth

INSTANT: Final = timedelta(microseconds=1)


def list_resolutions(decisions: Iterable[Decision]) -> tuple[Resolution, ...]:
    """Return the resolutions in force; of several on one question the last."""
    found: dict[str, Resolution] = {}
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.RESOLVE:
            question_id, label = decision.subject_ids
            found[question_id] = Resolution(
                question_id=question_id,
                label=label,
                on=decision.value,
                source=decision.why,
                by=decision.made.by.removeprefix(BY_ANALYST),
                decision_id=decision.id,
            )
    return tuple(found.values())


def examine_case(path: str | Path, *, on_progress: Progress = keep_quiet) -> tuple[PostMortem, ...]:
    """Return the post-mortems of the resolved questions of a case file. Raises as `Case.open` and `Case.analyze`."""
    with Case.open(path) as case:
        resolutions = list_resolutions(case.decisions())
        return tuple(
            examine_question(case, resolution, name=Path(path).stem, on_progress=on_progress)
            for resolution in resolutions
        )


def examine_question(
    case: Case, resolution: Resolution, *, name: str, on_progress: Progress = keep_quiet
) -> PostMortem:
    """Return what a case said of a question before the day its truth was known.

    Where reports of that day or later are in the judgement, the question the case answers is judged again without them;
    another question is then told in hindsight. Raises CaseError R-CASE-003 where no report came before, R-CASE-004
    where the question was never judged or the true answer is not among those judged.
    """
    analysis = case.analysis(resolution.question_id)
    if analysis is None:
        raise CaseError("R-CASE-004", resolution.question_id, what="not a question the case has answered")
    before = _end_before(resolution.on)
    late = before is not None and analysis.judgement.as_of is not None and analysis.judgement.as_of > before
    foremost = case.question
    if late and foremost is not None and foremost.id == resolution.question_id:
        analysis, late = case.analyze(as_of=before, on_progress=on_progress), False
    truth = _find_truth(analysis, resolution)
    resolved = ResolvedCase(
        case=name,
        question=analysis.hypothesis_set.question.text,
        as_of=analysis.judgement.as_of,
        resolution=resolution,
        forecasts=_list_forecasts(analysis, truth),
        hindsight=late,
    )
    return PostMortem(resolved=resolved, analysis=analysis, weights=weigh_truth(analysis.judgement, truth))


def calibrate(post_mortems: Iterable[PostMortem]) -> Calibration | None:
    """Return how the forecasts of post-mortems turned out; None where none counts."""
    return measure_calibration([one.resolved for one in post_mortems])


def find_case_files(paths: Iterable[str], suffix: str) -> tuple[str, ...]:
    """Return case files: those named, and those with that suffix anywhere below folders named, each once, in order."""
    found: dict[str, None] = {}
    for path in map(Path, paths):
        files = sorted(path.rglob(f"*{suffix}")) if path.is_dir() else [path]
        found.update(dict.fromkeys(map(str, files)))
    return tuple(found)


def _end_before(day: str) -> datetime | None:
    """Return the last instant before a day: reports of the day itself may tell the truth."""
    if not day:
        return None
    begins = datetime.fromisoformat(day)
    return (begins if begins.tzinfo else begins.replace(tzinfo=UTC)) - INSTANT


def _find_truth(analysis: Analysis, resolution: Resolution) -> str:
    """Return the id of the true answer; *something else* where it was not among those judged then."""
    for hypothesis in analysis.hypothesis_set.hypotheses:
        names = (hypothesis.label, *hypothesis.aliases)
        if fold_words(resolution.label) in map(fold_words, names):
            return hypothesis.id
    return next(h.id for h in analysis.hypothesis_set.hypotheses if h.residual)


def _list_forecasts(analysis: Analysis, truth: str) -> tuple[Forecast, ...]:
    labels = {hypothesis.id: hypothesis.label for hypothesis in analysis.hypothesis_set.hypotheses}
    ranked = sorted(analysis.judgement.probabilities, key=lambda one: -one.probability)
    return tuple(
        Forecast(
            label=labels[one.hypothesis_id],
            probability=one.probability,
            came_true=one.hypothesis_id == truth,
        )
        for one in ranked
    )
