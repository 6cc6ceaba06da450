"""What may be forged or planted: a forged thing says nothing, a sure one says all, and talk moves it as talk does."""

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.errors import WeighError
from rashomon.model.question import ItemDoubt, Stake
from rashomon.model.scenario import Change, Scenario
from rashomon.model.vocabulary import ChangeKind, Direction, EvidenceKind, Interest
from rashomon.weigh.columns import tabulate_evidence
from rashomon.weigh.parameters import DEFAULTS
from rashomon.weigh.posterior import find_forged, set_point
from rashomon.weigh.scenarios import drop_evidence, weigh_scenario
from rashomon.weigh.weighing import weigh_evidence

PLAIN = replace(DEFAULTS, samples=0)
THINGS = [EvidenceKind.PHYSICAL, EvidenceKind.DOCUMENT, EvidenceKind.INTERCEPT, EvidenceKind.IMAGE]
CHANCES = st.floats(0.0, 1.0)


def say(identity, *, forged=True, interest=Interest.NONE, about="a", **changes):
    """A statement by a speaker of its own that a thing is forged, or genuine."""
    stakes = (Stake(hypothesis_id=about, interest=interest, probability=1.0),)
    given_by = {"claim_id": f"claim {identity}", "holder_id": f"src {identity}", "holder": f"Doubter {identity}"}
    return ItemDoubt(**(given_by | {"forged": forged, "group": f"grp {identity}", "stakes": stakes} | changes))


def judge(told, parameters=PLAIN):
    return weigh_evidence(told, parameters=parameters, as_of=None)


def chances(told, parameters=PLAIN):
    return [one.probability for one in judge(told, parameters).probabilities]


def forged_of(link, parameters=PLAIN):
    columns = tabulate_evidence([link], {"a": 0, "b": 1, "c": 2, "rest": 3})
    return float(find_forged(columns, set_point(parameters, residual=3, size=4))[0, 0])


@pytest.mark.parametrize("kind", THINGS)
def test_a_thing_is_forged_as_often_as_the_setting_says(kind, make_link):
    assert forged_of(make_link("e1", kind=kind)) == pytest.approx(DEFAULTS.forgery)


def test_talk_that_rests_on_no_thing_cannot_be_forged(make_link):
    assert forged_of(make_link("e1")) == 0.0
    assert forged_of(make_link("e1", item="itm_1")) == pytest.approx(DEFAULTS.forgery)


@given(st.sampled_from(THINGS), st.sampled_from(list(Direction)))
def test_what_is_surely_genuine_weighs_as_without_any_doubt(make_link, make_set, kind, direction):
    told = make_link("e1", kind=kind, direction=direction, doubts=(say("x"),), item="itm_1", forged=0.0)
    plain = make_link("e1", kind=kind, direction=direction)
    never = replace(PLAIN, forgery=0.0)
    assert chances(make_set([told])) == pytest.approx(chances(make_set([plain]), never), abs=1e-12)


@given(st.sampled_from(THINGS), st.sampled_from(list(Direction)))
def test_what_is_surely_forged_moves_nothing(make_link, make_set, kind, direction):
    link = make_link("e1", kind=kind, direction=direction, forged=1.0)
    assert chances(make_set([link])) == pytest.approx(chances(make_set()), abs=1e-12)
    (contribution,) = judge(make_set([link])).contributions
    assert contribution.bits == pytest.approx(0.0, abs=1e-12)


@given(st.sampled_from(THINGS), st.lists(CHANCES, min_size=2, max_size=6))
def test_the_likelier_forged_the_less_it_weighs(make_link, make_set, kind, drawn):
    bits = [judge(make_set([make_link("e1", kind=kind, forged=f)])).contributions[0].bits for f in sorted(drawn)]
    assert all(one >= other - 1e-12 for one, other in itertools.pairwise(bits))
    assert all(0.0 <= one <= DEFAULTS.trace_bits for one in bits)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(list(Interest)), CHANCES), max_size=6))
def test_contributions_and_discounts_add_up_whatever_is_said(make_link, make_set, drawn):
    doubts = tuple(
        say(str(n), forged=forged, interest=interest, examined=examined)
        for n, (forged, interest, examined) in enumerate(drawn)
    )
    links = [make_link("e1", kind=EvidenceKind.DOCUMENT, item="itm_1", doubts=doubts), make_link("e2", about="b")]
    judgement = judge(make_set(links))
    for one in judgement.contributions:
        own = links[0] if one.evidence_id == "e1" else links[1]
        undiscounted = DEFAULTS.trace_bits if own.kind is EvidenceKind.DOCUMENT else DEFAULTS.testimony_bits
        assert one.bits + sum(d.bits for d in one.discounts) == pytest.approx(undiscounted, abs=1e-9)
    totals = [
        math.log2(p.prior) + sum(c.log_likelihoods[place].bits for c in judgement.contributions)
        for place, p in enumerate(sorted(judgement.probabilities, key=lambda p: p.hypothesis_id))
    ]
    shares = np.exp2(np.array(totals) - max(totals))
    found = [p.probability for p in sorted(judgement.probabilities, key=lambda p: p.hypothesis_id)]
    assert list(shares / shares.sum()) == pytest.approx(found, abs=1e-9)


def test_one_who_says_forged_raises_it_and_one_who_says_genuine_lowers_it(make_link):
    link = make_link("e1", kind=EvidenceKind.IMAGE, item="itm_1")
    read_by_people = replace(PLAIN, reading=1.0)
    odds = DEFAULTS.forgery / (1 - DEFAULTS.forgery)
    forged = forged_of(replace(link, doubts=(say("x"),)), read_by_people)
    genuine = forged_of(replace(link, doubts=(say("x", forged=False),)), read_by_people)
    assert forged / (1 - forged) == pytest.approx(2 * odds)
    assert genuine / (1 - genuine) == pytest.approx(odds / 2)


def test_whom_the_thing_accuses_calls_it_forged_cheaply(make_link):
    link = make_link("e1", kind=EvidenceKind.IMAGE, item="itm_1")
    free, accused = (
        forged_of(replace(link, doubts=(say("x", interest=interest),)))
        for interest in (Interest.NONE, Interest.ACCUSED)
    )
    assert DEFAULTS.forgery < accused < free


def test_a_rival_calls_genuine_cheaply_what_accuses_the_other(make_link):
    link = make_link("e1", kind=EvidenceKind.IMAGE, item="itm_1")
    free, rival = (
        forged_of(replace(link, doubts=(say("x", forged=False, interest=interest),)))
        for interest in (Interest.NONE, Interest.RIVAL)
    )
    assert free < rival < DEFAULTS.forgery


def test_an_examiner_moves_more_and_one_camp_little_more_than_one_voice(make_link):
    link = make_link("e1", kind=EvidenceKind.DOCUMENT, item="itm_1")
    talk, examined = (forged_of(replace(link, doubts=(say("x", examined=p),))) for p in (0.0, 1.0))
    assert talk < examined
    camp = forged_of(replace(link, doubts=(say("x", group="one"), say("y", group="one"))))
    apart = forged_of(replace(link, doubts=(say("x"), say("y"))))
    assert talk < camp < apart


def test_the_discount_names_who_says_so(make_link, make_set):
    link = make_link("e1", kind=EvidenceKind.IMAGE, item="itm_1", doubts=(say("x"), say("y", forged=False, relays=1)))
    (contribution,) = judge(make_set([link])).contributions
    why = [discount.why for discount in contribution.discounts]
    assert "may be forged or planted" in why
    assert "said to be forged by Doubter x; said to be genuine by Doubter y" in why


def test_supposing_a_thing_forged_takes_all_that_rests_on_it(make_link, make_set):
    told = make_set(
        [
            make_link("e1", kind=EvidenceKind.IMAGE, item="itm_1"),
            make_link("e2", kind=EvidenceKind.DOCUMENT, item="itm_1"),
            make_link("e3", "b", kind=EvidenceKind.DOCUMENT, item="itm_2"),
        ]
    )
    change = Change(kind=ChangeKind.FORGED, about=("e1",), value="forged")
    outcome = weigh_scenario(told, Scenario(changes=(change,)), parameters=PLAIN)
    bits = {one.evidence_id: one.bits for one in outcome.after.contributions}
    assert bits["e1"] == pytest.approx(0.0, abs=1e-12)
    assert bits["e2"] == pytest.approx(0.0, abs=1e-12)
    assert bits["e3"] > 0.5
    gone = Change(kind=ChangeKind.FORGED, about=("e9",), value="forged")
    assert weigh_scenario(told, Scenario(changes=(gone,)), parameters=PLAIN).idle == (gone,)
    with pytest.raises(WeighError, match="R-WEIGH-006"):
        Change(kind=ChangeKind.FORGED, about=("e1",), value="unknown")


def test_leaving_a_source_out_leaves_out_what_it_says_of_things(make_link, make_set):
    told = make_set([make_link("e1", kind=EvidenceKind.IMAGE, item="itm_1", doubts=(say("x"), say("y")))])
    (link,) = drop_evidence(told, "src x").evidence
    assert [doubt.holder for doubt in link.doubts] == ["Doubter y"]


@pytest.mark.parametrize(("value", "code"), [(-0.1, "R-WEIGH-003"), (1.5, "R-WEIGH-003"), (math.nan, "R-WEIGH-002")])
def test_a_probability_that_cannot_be_is_an_error(make_link, make_set, value, code):
    with pytest.raises(WeighError, match=code):
        judge(make_set([make_link("e1", forged=value)]))


def test_intervals_hold_the_point_with_things_in_doubt(make_link, make_set):
    told = make_set([make_link("e1", kind=EvidenceKind.IMAGE, item="itm_1", doubts=(say("x"), say("y", forged=False)))])
    for one in judge(told, replace(DEFAULTS, samples=300)).probabilities:
        assert one.low <= one.probability <= one.high
