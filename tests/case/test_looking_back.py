"""A look back by the present reading, beside what reading the earlier reports anew comes to."""

from datetime import UTC, datetime, timedelta

import pytest

from rashomon.case import Case, judge_then, trace_judgement
from rashomon.model.errors import CaseError


@pytest.fixture
def ferry(make_extractor, write_reports, lines):
    with Case.in_memory() as case:
        list(case.add([write_reports(*lines)]))
        yield case, case.analyze(question="Who sank the ferry?", extractor=make_extractor())


def test_it_ends_at_the_judgement(ferry):
    _, analysis = ferry
    (last,) = trace_judgement(analysis, [analysis.judgement.as_of])
    now = {one.hypothesis_id: one.probability for one in analysis.judgement.probabilities}
    assert {one.hypothesis_id: one.probability for one in last.probabilities} == pytest.approx(now)
    assert judge_then(analysis, analysis.judgement.as_of) == analysis.judgement.probabilities


def test_it_agrees_with_reading_anew_where_the_readings_do(ferry, make_extractor):
    case, analysis = ferry
    then = datetime(2031, 3, 1, 12, tzinfo=UTC)
    anew = case.analyze(as_of=then, extractor=make_extractor())
    (point,) = trace_judgement(analysis, [then])
    assert {one.hypothesis_id: one.probability for one in point.probabilities} == pytest.approx(
        {one.hypothesis_id: one.probability for one in anew.judgement.probabilities}
    )


def test_a_moment_needs_a_zone(ferry):
    _, analysis = ferry
    naive = analysis.judgement.as_of.replace(tzinfo=None) + timedelta(days=1)
    with pytest.raises(CaseError) as caught:
        judge_then(analysis, naive)
    assert caught.value.code == "R-CASE-006"
