"""What a judgement hangs on: each row is the judgement weighed anew with one thing changed."""

from dataclasses import fields, replace

import pytest

from rashomon.model.errors import WeighError
from rashomon.model.question import SetPrior
from rashomon.model.vocabulary import Access, Direction, Interest, PartKind, SwingKind
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.settings import change_setting
from rashomon.weigh.study import NOT_MOVED, SETTING_WORDS, stretch_setting, study_sensitivity
from rashomon.weigh.weighing import find_probabilities, weigh_evidence

QUICK = Parameters(samples=0)


@pytest.fixture
def told(make_set, make_link):
    return make_set(
        [
            make_link("e1", holder_id="h", origin_id="o1"),
            make_link("e2", "b", holder_id="h", origin_id="o2"),
            make_link("e3", "b", direction=Direction.AGAINST, stakes={"b": Interest.ACCUSED}),
        ]
    )


def test_probabilities_alone_are_those_of_the_judgement(told):
    judgement = weigh_evidence(told, parameters=QUICK, as_of=None)
    expected = [(p.hypothesis_id, p.probability) for p in judgement.probabilities]
    assert [(p.hypothesis_id, p.probability) for p in find_probabilities(told, DEFAULTS)] == expected


def test_each_origin_and_each_holder_is_left_out(told):
    study = study_sensitivity(told, "j")
    omitted = {(one.kind, one.record_id): one.probabilities for one in study.omissions}
    assert set(omitted) == {
        (PartKind.ORIGIN, "o1"), (PartKind.ORIGIN, "o2"), (PartKind.ORIGIN, "origin of e3"),
        (PartKind.HOLDER, "h"), (PartKind.HOLDER, "holder of e3"),
    }  # fmt: skip
    alone = replace(told, evidence=told.evidence[2:])
    assert omitted[PartKind.HOLDER, "h"] == find_probabilities(alone, QUICK)


def test_leaving_an_origin_out_agrees_with_the_judgement(told):
    judgement = weigh_evidence(told, parameters=QUICK, as_of=None)
    kept = {left.origin_id: left.probabilities for left in judgement.sensitivity.leave_one_out}
    for one in study_sensitivity(told, "j").omissions:
        if one.kind is PartKind.ORIGIN:
            assert [p.probability for p in one.probabilities] == pytest.approx(
                [p.probability for p in kept[one.record_id]]
            )


def test_every_setting_is_moved_and_has_words(told):
    moved = {swing.setting: swing for swing in study_sensitivity(told, "j").swings if swing.kind is SwingKind.SETTING}
    assert set(moved) == {field.name for field in fields(Parameters)} - NOT_MOVED == set(SETTING_WORDS)
    low, high = moved["testimony_bits"].one, moved["testimony_bits"].other
    assert low == find_probabilities(told, Parameters(testimony_bits=0.5))
    assert high == find_probabilities(told, Parameters(testimony_bits=2.0))


@pytest.mark.parametrize("field", fields(Parameters), ids=lambda field: field.name)
@pytest.mark.parametrize("doublings", [0.0, 1.0, 5.0])
def test_a_stretched_setting_stays_in_its_range(field, doublings):
    if field.name in NOT_MOVED:
        return
    value = getattr(DEFAULTS, field.name)
    low, high = stretch_setting(field.name, value, doublings)
    assert low <= value * (1 + 1e-9)
    assert value <= high * (1 + 1e-9)
    for end in (low, high):
        change_setting(DEFAULTS, field.name, end)


def test_roles_move_the_probability_as_if_the_text_had_told_them(told):
    swings = study_sensitivity(told, "j").swings
    near = next(s for s in swings if s.kind is SwingKind.ACCESS and s.evidence_id == "e1")
    examined = replace(told, evidence=(replace(told.evidence[0], access=Access.EXAMINED), *told.evidence[1:]))
    assert (near.if_other, near.other) == ("yes", find_probabilities(examined, QUICK))
    denial = next(s for s in swings if s.kind is SwingKind.INTEREST and s.evidence_id == "e3")
    assert denial.if_one == "yes"
    assert denial.one == find_probabilities(told, QUICK)


def test_priors_of_the_named_answers_are_moved(told):
    moved = [s for s in study_sensitivity(told, "j").swings if s.kind is SwingKind.PRIOR]
    assert len(moved) == 3
    for swing in moved:
        assert sum(p.probability for p in swing.one) == pytest.approx(1)


def test_a_moved_prior_leaves_those_an_analyst_set_their_proportions(make_set):
    priors = (SetPrior(hypothesis_id="a", probability=0.6), SetPrior(hypothesis_id="b", probability=0.1))
    study = study_sensitivity(replace(make_set(), priors=priors), "j")
    swing = next(s for s in study.swings if s.kind is SwingKind.PRIOR and "C" in s.what)
    found = {p.hypothesis_id: p.probability for p in swing.other}
    assert found["a"] / found["b"] == pytest.approx(6)
    assert found["c"] > next(p.probability for p in study.probabilities if p.hypothesis_id == "c")


def test_without_evidence_nothing_is_left_out(make_set):
    study = study_sensitivity(make_set(), "j")
    assert study.omissions == ()
    assert {s.kind for s in study.swings} == {SwingKind.SETTING, SwingKind.PRIOR}


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("no_such", 1.0, "R-WEIGH-005"),
        ("ceiling", 1.0, "R-WEIGH-003"),
        ("samples", 10.5, "R-WEIGH-003"),
        ("interest", float("nan"), "R-WEIGH-002"),
    ],
)
def test_settings_that_cannot_be(name, value, code):
    with pytest.raises(WeighError, match=code):
        change_setting(DEFAULTS, name, value)
