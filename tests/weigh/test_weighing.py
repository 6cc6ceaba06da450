"""The laws of weighing (DESIGN section 4), as properties."""

import math
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.errors import WeighError
from rashomon.model.question import Stake
from rashomon.model.vocabulary import Access, AnalyticConfidence, Certainty, Direction, EvidenceKind, Interest
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.weighing import weigh_evidence

QUICK = Parameters(samples=0, reading=1.0)
SAMPLED = Parameters(samples=50, reading=1.0)
NAMES = ("a", "b", "c")

shares = st.floats(0, 1)
pieces = st.fixed_dictionaries(
    {
        "about": st.sampled_from(NAMES),
        "kind": st.sampled_from(EvidenceKind),
        "direction": st.sampled_from(Direction),
        "certainty": st.sampled_from(Certainty),
        "access": st.sampled_from(Access),
        "relays": st.integers(0, 4),
        "origin_id": st.sampled_from(["o1", "o2", "o3", "o4"]),
        "holder_id": st.sampled_from(["s1", "s2", "s3"]),
        "group_id": st.sampled_from(["g1", "g2", "g3"]),
        "at_stake": st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(Interest), shares), max_size=3),
    }
)


@pytest.fixture(scope="session")
def make_evidence(make_link):
    """Turn drawn pieces into links."""

    def build(drawn):
        links = []
        for number, piece in enumerate(drawn):
            rest = {key: value for key, value in piece.items() if key not in ("about", "at_stake")}
            stakes = tuple(Stake(hypothesis_id=h, interest=i, probability=p) for h, i, p in piece["at_stake"])
            links.append(replace(make_link(f"e{number:03}", piece["about"], **rest), stakes=stakes))
        return links

    return build


def probabilities_of(judgement):
    return {p.hypothesis_id: p.probability for p in judgement.probabilities}


def weigh(hypothesis_set, parameters=QUICK):
    return weigh_evidence(hypothesis_set, parameters=parameters, as_of=None)


@given(drawn=st.lists(pieces, max_size=12))
def test_probabilities_sum_to_one_and_nothing_is_impossible(make_set, make_evidence, drawn):
    judgement = weigh(make_set(make_evidence(drawn)))
    assert math.isclose(sum(probabilities_of(judgement).values()), 1.0, abs_tol=1e-9)
    assert all(0.001 < p < 1 for p in probabilities_of(judgement).values())


@settings(deadline=None, max_examples=40)
@given(drawn=st.lists(pieces, max_size=12))
def test_an_interval_holds_its_probability(make_set, make_evidence, drawn):
    for p in weigh(make_set(make_evidence(drawn)), SAMPLED).probabilities:
        assert 0 <= p.low <= p.probability <= p.high <= 1


@given(drawn=st.lists(pieces, max_size=12))
def test_contributions_and_priors_add_up_to_the_posterior(make_set, make_evidence, drawn):
    judgement = weigh(make_set(make_evidence(drawn)))
    sums = {p.hypothesis_id: math.log2(p.prior) for p in judgement.probabilities}
    for contribution in judgement.contributions:
        for entry in contribution.log_likelihoods:
            sums[entry.hypothesis_id] += entry.bits
    constants = [sums[p.hypothesis_id] - math.log2(p.probability) for p in judgement.probabilities]
    assert max(constants) - min(constants) < 1e-9


@given(drawn=st.lists(pieces, max_size=12))
def test_bits_are_the_own_log_likelihood_less_the_mean_over_the_others(make_set, make_evidence, drawn):
    links = {link.id: link for link in make_evidence(drawn)}
    judgement = weigh(make_set(links.values()))
    prior = {p.hypothesis_id: p.prior for p in judgement.probabilities}
    for contribution in judgement.contributions:
        own = links[contribution.evidence_id].hypothesis_id
        bits = {entry.hypothesis_id: entry.bits for entry in contribution.log_likelihoods}
        others = sum(prior[h] * b for h, b in bits.items() if h != own) / (1 - prior[own])
        assert math.isclose(contribution.bits, bits[own] - others, abs_tol=1e-9)


@given(drawn=st.lists(pieces, max_size=12))
def test_discounts_never_reverse_a_weight(make_set, make_evidence, drawn):
    links = {link.id: link for link in make_evidence(drawn)}
    for contribution in weigh(make_set(links.values())).contributions:
        sign = 1 if links[contribution.evidence_id].direction is Direction.FOR else -1
        assert sign * contribution.bits >= -1e-9
        assert all(sign * discount.bits >= -1e-9 for discount in contribution.discounts)


@settings(deadline=None, max_examples=40)
@given(drawn=st.lists(pieces, max_size=12), data=st.data())
def test_order_never_matters(make_set, make_evidence, drawn, data):
    links = make_evidence(drawn)
    shuffled = data.draw(st.permutations(links))
    assert weigh(make_set(links), SAMPLED) == weigh(make_set(shuffled), SAMPLED)
    turned = replace(make_set(links), hypotheses=tuple(reversed(make_set().hypotheses)))
    again = weigh(turned, SAMPLED)
    assert again.id == weigh(make_set(links), SAMPLED).id
    assert tuple(reversed(again.probabilities)) == weigh(make_set(links), SAMPLED).probabilities


@settings(deadline=None, max_examples=40)
@given(drawn=st.lists(pieces, min_size=1, max_size=6), copies=st.integers(1, 200))
def test_two_hundred_copies_weigh_as_much_as_one(make_set, make_evidence, drawn, copies):
    links = make_evidence(drawn)
    repeated = [replace(links[0], id=f"z{number}") for number in range(copies)]
    once, often = weigh(make_set(links)), weigh(make_set([*links, *repeated]))
    assert probabilities_of(once) == pytest.approx(probabilities_of(often), abs=1e-12)
    assert len(often.contributions) == len(links) + copies


@given(drawn=st.lists(pieces, max_size=8), piece=pieces)
def test_a_mention_nobody_endorses_moves_nothing(make_set, make_evidence, drawn, piece):
    *links, mention = make_evidence([*drawn, {**piece, "certainty": Certainty.NONE, "holder_id": "s9"}])
    before, after = weigh(make_set(links)), weigh(make_set([*links, mention]))
    assert probabilities_of(before) == pytest.approx(probabilities_of(after), abs=1e-12)


@given(drawn=st.lists(pieces, max_size=8), piece=pieces)
def test_independent_evidence_never_moves_its_hypothesis_the_wrong_way(make_set, make_evidence, drawn, piece):
    # Without anybody accused: a guilty speaker's words may speak for two hypotheses.
    free = [{**p, "at_stake": []} for p in [*drawn, piece]]
    *links, added = make_evidence(free)
    added = replace(added, group_id="g9", holder_id="s9")
    before = probabilities_of(weigh(make_set(links)))[added.hypothesis_id]
    after = probabilities_of(weigh(make_set([*links, added])))[added.hypothesis_id]
    sign = 1 if added.direction is Direction.FOR else -1
    assert sign * (after - before) >= -1e-9


@given(drawn=st.lists(pieces, min_size=1, max_size=8))
def test_leaving_out_an_origin_is_weighing_without_it(make_set, make_evidence, drawn):
    links = make_evidence(drawn)
    for left_out in weigh(make_set(links)).sensitivity.leave_one_out:
        rest = [link for link in links if link.origin_id != left_out.origin_id]
        found = {p.hypothesis_id: p.probability for p in left_out.probabilities}
        assert found == pytest.approx(probabilities_of(weigh(make_set(rest))), abs=1e-9)


def test_without_evidence_the_probabilities_are_the_priors(make_set):
    judgement = weigh(make_set())
    assert [p.probability for p in judgement.probabilities] == [p.prior for p in judgement.probabilities]
    assert probabilities_of(judgement)["rest"] == pytest.approx(0.6 / 3.6)
    assert judgement.confidence is AnalyticConfidence.LOW
    assert judgement.contributions == ()


def test_thin_evidence_leaves_a_wide_interval(make_set, make_link):
    first = weigh_evidence(make_set([make_link("e1")]), as_of=None).probabilities[0]
    assert first.high - first.low > 0.25


def test_an_admission_weighs_more_than_an_accusation_by_a_rival(make_set, make_link):
    admission = make_link("e1", kind=EvidenceKind.ADMISSION, stakes={"a": Interest.ACCUSED})
    accusation = make_link("e1", stakes={"a": Interest.RIVAL})
    dear, cheap = (weigh(make_set([link])).contributions[0].bits for link in (admission, accusation))
    assert dear > 3 and cheap < 0.2


def test_a_denial_by_the_accused_moves_less_than_one_by_the_disinterested(make_set, make_link):
    denial = {"kind": EvidenceKind.DENIAL, "direction": Direction.AGAINST}
    accused, free = (
        weigh(make_set([make_link("e1", stakes={"a": interest}, **denial)])).contributions[0].bits
        for interest in (Interest.ACCUSED, Interest.NONE)
    )
    assert free < -0.9 and -0.15 < accused < 0


def test_one_accused_who_points_elsewhere_does_not_clear_himself(make_set, make_link):
    pointing = make_link("e1", "b", stakes={"a": Interest.ACCUSED, "b": Interest.NONE})
    found = probabilities_of(weigh(make_set([pointing])))
    assert found["b"] == pytest.approx(found["a"])
    assert found["a"] > found["c"]


@pytest.mark.parametrize("certainty", [Certainty.PROBABLE, Certainty.POSSIBLE])
def test_loud_certainty_adds_nothing(make_set, make_link, certainty):
    loud, hedged = (weigh(make_set([make_link("e1", certainty=c)])) for c in (Certainty.CERTAIN, certainty))
    assert probabilities_of(loud) == probabilities_of(hedged)


def test_cheap_talk_alone_lifts_no_answer_above_its_ceiling(make_set, make_link):
    for count in (1, 2, 5):
        named = "abcde"[:count]
        crowd = [make_link(f"e{n}", stakes={}, kind=k) for n in range(50) for k in ("testimony", "motive")]
        judgement = weigh(make_set(crowd, named=named))
        assert max(probabilities_of(judgement).values()) <= 0.65 + 1e-9


def test_officials_of_one_group_count_as_little_more_than_one(make_set, make_link):
    officials = [make_link(f"e{n}", group_id="unnamed officials") for n in range(5)]
    bits = sum(c.bits for c in weigh(make_set(officials)).contributions)
    assert 1.0 < bits < 1 + 4 * (1 - Parameters().dependence) + 1e-9


def test_findings_of_those_who_examined_make_a_solid_basis(make_set, make_link):
    findings = [make_link(f"e{n}", kind=EvidenceKind.FINDING, access=Access.EXAMINED) for n in range(3)]
    judgement = weigh_evidence(make_set(findings), as_of=None)
    assert judgement.confidence is AnalyticConfidence.HIGH
    assert judgement.basis.startswith("Basis is solid: 3 origins in 3 independent groups, 3 origins examined evidence;")


def test_thin_evidence_is_said_to_be_thin(make_set, make_link):
    judgement = weigh(make_set([make_link("e1", stakes={})]))
    assert judgement.confidence is AnalyticConfidence.LOW
    assert judgement.basis == (
        "Basis is thin: 1 origin in 1 independent group, no origin examined evidence, the lead hangs on one origin; "
        "nothing moves any answer by more than 0.9 bits."
    )


def test_the_id_tells_judgements_apart_by_what_they_depend_on(make_set, make_link):
    now = datetime(2024, 5, 1, tzinfo=UTC)
    links = [make_link("e1")]
    first = weigh_evidence(make_set(links), parameters=QUICK, as_of=now)
    assert weigh_evidence(make_set(links), parameters=QUICK, as_of=now, supersedes="j0").id == first.id
    assert weigh_evidence(make_set(links), parameters=QUICK, as_of=None).id != first.id
    assert weigh_evidence(make_set(links), parameters=SAMPLED, as_of=now).id != first.id
    assert weigh_evidence(make_set([replace(links[0], relays=2)]), parameters=QUICK, as_of=now).id != first.id


def test_no_hypotheses_is_an_error(make_set):
    with pytest.raises(WeighError, match="R-WEIGH-001"):
        weigh(replace(make_set(), hypotheses=()))


def test_a_set_without_something_else_is_an_error(make_set):
    with pytest.raises(WeighError, match="one residual"):
        weigh(replace(make_set(), hypotheses=make_set().hypotheses[:-1]))


def test_one_answer_alone_holds_all_probability(make_set):
    assert probabilities_of(weigh(make_set(named=()), SAMPLED)) == {"rest": 1.0}
