"""What if: each kind of change, and that nothing else moves."""

from dataclasses import replace

import pytest

from rashomon.model.errors import WeighError
from rashomon.model.question import GradedVoice
from rashomon.model.scenario import Change, Scenario, read_change, write_change
from rashomon.model.vocabulary import ChangeKind, Direction
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.scenarios import try_scenario, weigh_scenario
from rashomon.weigh.weighing import weigh_answers, weigh_evidence

QUICK = Parameters(samples=0)


def run(hypothesis_set, *changes):
    return weigh_scenario(hypothesis_set, Scenario(changes=changes), parameters=QUICK)


def chance(judgement, hypothesis_id="a"):
    return next(p.probability for p in judgement.probabilities if p.hypothesis_id == hypothesis_id)


def change(kind, *about, value=""):
    return Change(kind=kind, about=about, value=value)


@pytest.fixture
def told(make_set, make_link):
    links = [
        make_link("e1", voices=(GradedVoice(source_id="paper", grade=""),), origin_id="wire"),
        make_link("e2", "b"),
        make_link("e3", "b", direction=Direction.AGAINST),
    ]
    return make_set(links)


EACH_KIND = [
    (ChangeKind.DROP, ("e1",), ""),
    (ChangeKind.DROP, ("nobody",), ""),
    (ChangeKind.REGRADE, ("paper",), "D"),
    (ChangeKind.DEPENDENT, ("holder of e1", "holder of e4"), ""),
    (ChangeKind.PRIOR, ("A",), "0.7"),
    (ChangeKind.FORGED, ("e2",), "forged"),
    (ChangeKind.SUPPOSE, ("",), "no"),
]


@pytest.mark.parametrize(("kind", "about", "value"), EACH_KIND, ids=str)
def test_the_answers_alone_are_those_of_the_whole_weighing(make_set, told, make_link, kind, about, value):
    told = replace(told, evidence=(*told.evidence, make_link("e4")))
    parameters = Parameters(samples=64)
    judgement = weigh_evidence(told, parameters=parameters, as_of=None)
    watch_for = judgement.sensitivity.watch_for
    named = about if any(about) else (watch_for[0].id,)
    scenario = Scenario(changes=(change(kind, *named, value=value), change(ChangeKind.PRIOR, "C", value="0.25")))
    whole = weigh_scenario(told, scenario, parameters=parameters)
    before = weigh_answers(told, parameters)
    alone = try_scenario(told, scenario, before, watch_for=watch_for, parameters=parameters)
    assert alone.before.probabilities == whole.before.probabilities == judgement.probabilities
    assert alone.after.probabilities == whole.after.probabilities != whole.before.probabilities
    assert alone.idle == whole.idle


def test_answers_that_nothing_changed_are_not_weighed_again(told):
    before = weigh_answers(told, QUICK)
    assert try_scenario(told, Scenario(changes=()), before).after is before


def test_before_is_the_judgement_itself(told):
    outcome = run(told, change(ChangeKind.DROP, "e1"))
    assert outcome.before == weigh_evidence(told, parameters=QUICK, as_of=None)
    assert outcome.idle == ()


@pytest.mark.parametrize("dropped", ["e1", "holder of e1", "wire", "paper"])
def test_what_is_dropped_was_never_said(told, dropped):
    after = run(told, change(ChangeKind.DROP, dropped)).after
    never = replace(told, evidence=told.evidence[1:])
    assert after.probabilities == weigh_evidence(never, parameters=QUICK, as_of=None).probabilities


def test_a_worse_grade_weighs_less_and_never_turns_round(told):
    chances = [chance(run(told, change(ChangeKind.REGRADE, "paper", value=grade)).after) for grade in "ABCDE"]
    assert chances == sorted(chances, reverse=True)
    assert len(set(chances)) == 5
    without = chance(run(told, change(ChangeKind.DROP, "e1")).after)
    assert chances[-1] > without
    assert chances[0] == chance(run(told, change(ChangeKind.DROP, "e1")).before)


def test_a_grade_that_cannot_be_judged_changes_nothing(told):
    outcome = run(told, change(ChangeKind.REGRADE, "paper", value="F"))
    assert outcome.after.probabilities == outcome.before.probabilities


def test_dependent_voices_count_as_one_group(make_set, make_link):
    told = make_set([make_link("e1"), make_link("e2")])
    joined = run(told, change(ChangeKind.DEPENDENT, "holder of e1", "holder of e2"))
    assert chance(joined.after) < chance(joined.before)
    one_group = make_set([make_link("e1", group_id="g"), make_link("e2", group_id="g")])
    expected = weigh_evidence(one_group, parameters=QUICK, as_of=None)
    assert chance(joined.after) == pytest.approx(chance(expected))


def test_voices_on_different_answers_have_nothing_to_share(told):
    outcome = run(told, change(ChangeKind.DEPENDENT, "holder of e1", "holder of e2"))
    assert outcome.idle == outcome.scenario.changes
    assert outcome.after == outcome.before


def test_a_prior_is_what_the_answer_starts_from(make_set):
    after = run(make_set(), change(ChangeKind.PRIOR, "A", value="0.7")).after
    by_id = {p.hypothesis_id: p for p in after.probabilities}
    assert by_id["a"].probability == by_id["a"].prior == pytest.approx(0.7)
    assert by_id["b"].probability / by_id["rest"].probability == pytest.approx(1 / 0.6)


def test_an_indicator_seen_and_one_not_seen_average_to_what_is_expected_now(told):
    indicator = weigh_evidence(told, parameters=QUICK, as_of=None).sensitivity.watch_for[0]
    about = indicator.hypothesis_id
    seen = run(told, change(ChangeKind.SUPPOSE, indicator.id, value="yes"))
    unseen = run(told, change(ChangeKind.SUPPOSE, indicator.id, value="no"))
    now = {p.hypothesis_id: p.probability for p in seen.before.probabilities}
    rate = sum(now[one.hypothesis_id] * 2.0**one.bits for one in indicator.if_seen)
    mean = rate * chance(seen.after, about) + (1 - rate) * chance(unseen.after, about)
    assert chance(seen.after, about) > now[about] > chance(unseen.after, about)
    assert mean == pytest.approx(now[about])


def test_a_sign_may_point_to_an_answer(told):
    indicator = weigh_evidence(told, parameters=QUICK, as_of=None).sensitivity.watch_for[0]
    outcome = run(told, change(ChangeKind.SUPPOSE, indicator.id, value="C"))
    assert chance(outcome.after, "c") > chance(outcome.before, "c")


def test_changes_are_made_together(told):
    outcome = run(told, change(ChangeKind.DROP, "e1"), change(ChangeKind.PRIOR, "A", value="0.9"))
    alone = run(told, change(ChangeKind.PRIOR, "A", value="0.9"))
    assert chance(outcome.after) < chance(alone.after)


def test_an_unknown_answer_or_indicator(told):
    with pytest.raises(WeighError, match="R-WEIGH-006"):
        run(told, change(ChangeKind.PRIOR, "nobody", value="0.7"))
    assert run(told, change(ChangeKind.SUPPOSE, "indicator_gone", value="yes")).idle


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": ChangeKind.DROP, "about": ()},
        {"kind": ChangeKind.DEPENDENT, "about": ("one",)},
        {"kind": ChangeKind.DEPENDENT, "about": ("one", "one")},
        {"kind": ChangeKind.REGRADE, "about": ("one",), "value": "G"},
        {"kind": ChangeKind.SUPPOSE, "about": ("one",)},
    ],
)
def test_what_is_no_change(wrong):
    with pytest.raises(WeighError, match="R-WEIGH-006"):
        Change(**wrong)


def test_a_change_is_written_and_read_again():
    for one in (change(ChangeKind.REGRADE, "a\n\u202e“b”", value="B"), change(ChangeKind.DEPENDENT, "x", "y")):
        assert read_change(write_change(one)) == one
    with pytest.raises(WeighError, match="R-WEIGH-006"):
        read_change('{"kind": 1}')
