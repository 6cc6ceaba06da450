"""Whose role would move the answer most."""

from dataclasses import replace

import pytest

from rashomon.model.question import Stake
from rashomon.model.vocabulary import EvidenceKind, Interest
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.weighing import weigh_evidence

QUICK = Parameters(samples=0, reading=1.0)


def judge(hypothesis_set):
    return weigh_evidence(hypothesis_set, parameters=QUICK, as_of=None)


def probabilities(judgement):
    return {p.hypothesis_id: p.probability for p in judgement.probabilities}


def shift_between(one, other):
    return 0.5 * sum(abs(one[h] - other[h]) for h in one)


def test_the_heaviest_doubt_comes_first(make_set, make_link):
    links = [make_link("e1", examined=0.5, kind=EvidenceKind.FINDING), make_link("e2", "b", stakes={})]
    effects = judge(make_set(links)).sensitivity.roles
    assert effects[0].holder == "Speaker e1"
    assert [effect.shift for effect in effects] == sorted((effect.shift for effect in effects), reverse=True)


def test_the_shift_is_what_weighing_it_so_gives(make_set, make_link):
    link = make_link("e1", examined=0.5)
    judgement = judge(make_set([link]))
    effect = next(e for e in judgement.sensitivity.roles if e.role == "examined the evidence")
    after = probabilities(judge(make_set([replace(link, examined=1.0)])))
    assert effect.shift == pytest.approx(shift_between(after, probabilities(judgement)))
    assert (effect.probability, effect.hypothesis_id) == (0.5, "a")


def test_a_stake_cleared_is_what_weighing_without_one_gives(make_set, make_link):
    torn = (Stake(hypothesis_id="b", interest=Interest.ACCUSED, probability=0.5),)
    judgement = judge(make_set([replace(make_link("e1"), stakes=torn)]))
    effect = next(e for e in judgement.sensitivity.roles if e.role == "has no stake in it")
    free = probabilities(judge(make_set([make_link("e1")])))
    assert effect.shift == pytest.approx(shift_between(free, probabilities(judgement)))


def test_what_is_certain_is_not_asked(make_set, make_link):
    assert judge(make_set([make_link("e1", examined=1.0)])).sensitivity.roles == ()
    assert judge(make_set()).sensitivity.roles == ()
