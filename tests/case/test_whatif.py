"""What an analyst's words mean when something is tried, and scenarios a case keeps, in a file and in memory."""

from datetime import UTC, datetime

import pytest

from rashomon.case import Case
from rashomon.case.whatif import Wanted, find_indicator, find_item, find_part, list_scenarios, read_changes
from rashomon.model.decision import make_decision
from rashomon.model.errors import CaseError, DecisionError, WeighError
from rashomon.model.scenario import Change, Scenario, write_change
from rashomon.model.vocabulary import ChangeKind, DecisionKind

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


def keep(case, name, *changes):
    question_id = case.analysis().hypothesis_set.question.id
    names = tuple(map(write_change, changes))
    kind = DecisionKind.KEEP_SCENARIO
    return case.decide(make_decision(kind, question_id, by="Ada", at=NOON, value=name, names=names))


def test_nothing_can_be_tried_before_the_first_analysis():
    with Case.in_memory() as empty, pytest.raises(CaseError, match="R-CASE-003"):
        empty.try_scenario(Scenario(changes=()))


def test_a_name_that_is_an_origin_and_a_source_means_the_source(case):
    analysis = case.analysis()
    source = next(one for one in analysis.linkage.sources if one.name == "Quay Post")
    assert find_part(analysis, "quay post") == source.id
    origin = analysis.linkage.origins[0]
    assert find_part(analysis, origin.id[:12]) == origin.id
    link = find_item(analysis, "[1]")
    assert find_part(analysis, "1") == find_part(analysis, link.id[:9]) == link.id


def test_indicators_go_by_place_and_words(case):
    analysis = case.analysis()
    first = find_indicator(analysis, "1")
    assert find_indicator(analysis, first.id) == find_indicator(analysis, first.what) == first
    with pytest.raises(CaseError, match="R-CASE-004"):
        find_indicator(analysis, "99")


def test_words_become_changes_and_the_case_stays_as_it_is(case):
    before = case.analysis()
    wanted = Wanted(drop=("1",), regrade=("Tide Times=d",), prior=("Norland=25%",), suppose=("1=NO",))
    changes = read_changes(before, wanted)
    assert [change.value for change in changes] == ["", "D", "0.25", "no"]
    outcome = case.try_scenario(Scenario(changes=changes))
    assert outcome.after != outcome.before
    assert outcome.before.probabilities == before.judgement.probabilities
    assert case.analysis() == before


@pytest.mark.parametrize("written", ["Norland", "Norland=", "=0.3", "Norland=-1", "Norland=150%", "Norland=1e999"])
def test_what_is_no_prior(case, written):
    with pytest.raises(WeighError, match=r"R-WEIGH-00[46]"):
        read_changes(case.analysis(), Wanted(prior=(written,)))


def test_a_scenario_goes_by_its_name_and_the_last_one_counts(case):
    one, other = Change(kind=ChangeKind.DROP, about=("x",)), Change(kind=ChangeKind.DROP, about=("y",))
    keep(case, "strict", one)
    last = keep(case, "Strict", other)
    assert [(s.name, s.changes, s.by) for s in case.scenarios()] == [("Strict", (other,), "Ada")]
    case.decide(make_decision(DecisionKind.WITHDRAW, last.id, by="Ada", at=NOON))
    assert [s.changes for s in case.scenarios()] == [(one,)]
    assert list_scenarios(case.decisions(), "another question") == ()


def test_cells_priors_and_truths_are_checked_against_the_case(case):
    question_id = case.analysis().hypothesis_set.question.id
    wrong = [
        ((DecisionKind.RATE_CELL, question_id, "evd_gone", "Norland"), {"value": "C"}),
        ((DecisionKind.SET_FORGED, question_id, "evd_gone"), {"value": "forged"}),
        ((DecisionKind.SET_PRIOR, question_id, "Westland"), {"value": "0.3"}),
        ((DecisionKind.RESOLVE, "qst_gone", "Norland"), {}),
        ((DecisionKind.SET_PRIOR, "qst_gone", "Norland"), {"value": "0.3"}),
    ]
    for given, fields in wrong:
        with pytest.raises(CaseError, match="R-CASE-004"):
            case.decide(make_decision(*given, by="Ada", at=NOON, **fields))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (DecisionKind.SET_PRIOR, "1"), (DecisionKind.SET_PRIOR, "nan"), (DecisionKind.SET_PRIOR, "much"),
        (DecisionKind.RESOLVE, "yesterday"),
    ],
)  # fmt: skip
def test_values_that_cannot_be(kind, value):
    with pytest.raises(DecisionError, match="R-DECIDE-002"):
        make_decision(kind, "q", "Norland", by="Ada", at=NOON, value=value)
