"""Cells that analysts set win over the machine's weights, and everything still adds up."""

from dataclasses import replace

import numpy as np
import pytest

from rashomon.model.question import CellRating
from rashomon.model.vocabulary import Certainty, Consistency
from rashomon.model.wording import CELL_BITS, word_consistency
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.weighing import weigh_evidence

QUICK = Parameters(samples=0)


def rate(item, answer, symbol, by="Ada"):
    return CellRating(evidence_id=item, hypothesis_id=answer, consistency=symbol, bits=CELL_BITS[symbol], by=by)


def weigh(told, *ratings):
    return weigh_evidence(replace(told, ratings=ratings), parameters=QUICK, as_of=None)


def cell(judgement, item, answer):
    """The log2 likelihood ratio of a piece of evidence for an answer against the others."""
    contribution = next(c for c in judgement.contributions if c.evidence_id == item)
    bits = {b.hypothesis_id: b.bits for b in contribution.log_likelihoods}
    priors = {p.hypothesis_id: p.prior for p in judgement.probabilities if p.hypothesis_id != answer}
    mean = sum(priors[h] * 2 ** bits[h] for h in priors) / sum(priors.values())
    return bits[answer] - np.log2(mean)


def check_sum(judgement):
    total = {p.hypothesis_id: np.log2(p.prior) - np.log2(p.probability) for p in judgement.probabilities}
    for contribution in judgement.contributions:
        for one in contribution.log_likelihoods:
            total[one.hypothesis_id] += one.bits
    assert np.ptp(list(total.values())) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("symbol", [s for s in Consistency if s is not Consistency.NOT_APPLICABLE])
def test_a_cell_that_is_set_is_what_the_matrix_shows(make_set, make_link, symbol):
    judgement = weigh(make_set([make_link("e1"), make_link("e2", "b")]), rate("e1", "a", symbol))
    assert cell(judgement, "e1", "a") == pytest.approx(CELL_BITS[symbol])
    assert word_consistency(CELL_BITS[symbol]) is symbol
    check_sum(judgement)


def test_cells_of_all_answers_are_taken_as_they_are(make_set, make_link):
    symbols = (Consistency.INCONSISTENT, Consistency.VERY_CONSISTENT, Consistency.NEUTRAL, Consistency.NEUTRAL)
    ratings = [rate("e1", answer, symbol) for answer, symbol in zip(("a", "b", "c", "rest"), symbols, strict=True)]
    judgement = weigh(make_set([make_link("e1")]), *ratings)
    bits = {b.hypothesis_id: b.bits for b in judgement.contributions[0].log_likelihoods}
    assert bits == pytest.approx({"a": -0.5, "b": 1.5, "c": 0.0, "rest": 0.0})
    check_sum(judgement)


def test_discounts_say_what_the_analyst_did(make_set, make_link):
    told = make_set([make_link("e1")])
    machine = weigh(told).contributions[0]
    (contribution,) = weigh(told, rate("e1", "a", Consistency.VERY_INCONSISTENT)).contributions
    assert contribution.bits < 0 < machine.bits
    assert contribution.discounts[-1].why == "set by an analyst"
    undiscounted = machine.bits + sum(d.bits for d in machine.discounts)
    assert contribution.bits + sum(d.bits for d in contribution.discounts) == pytest.approx(undiscounted)


def test_of_two_raters_the_mean_holds(make_set, make_link):
    told = make_set([make_link("e1")])
    ratings = rate("e1", "a", Consistency.VERY_CONSISTENT), rate("e1", "a", Consistency.INCONSISTENT, by="Bo")
    assert cell(weigh(told, *ratings), "e1", "a") == pytest.approx(0.5)


@pytest.mark.parametrize("silent", [{"weighed": False}, {"certainty": Certainty.NONE}])
def test_what_the_machine_does_not_weigh_an_analyst_can(make_set, make_link, silent):
    told = make_set([make_link("e1", **silent)])
    assert all(b.bits == 0 for b in weigh(told).contributions[0].log_likelihoods)
    assert cell(weigh(told, rate("e1", "a", Consistency.CONSISTENT)), "e1", "a") == pytest.approx(0.5)


def test_without_its_origin_a_rated_item_is_gone_too(make_set, make_link):
    told = make_set([make_link("e1")])
    judgement = weigh(told, rate("e1", "a", Consistency.VERY_INCONSISTENT))
    (left,) = judgement.sensitivity.leave_one_out
    priors = {p.hypothesis_id: p.prior for p in judgement.probabilities}
    assert {p.hypothesis_id: p.probability for p in left.probabilities} == pytest.approx(priors)


def test_ratings_of_what_is_not_there_do_nothing(make_set, make_link):
    told = make_set([make_link("e1")])
    assert weigh(told, rate("gone", "a", Consistency.CONSISTENT)).probabilities == weigh(told).probabilities


def test_a_rating_of_what_counts_once_moves_to_what_counts(make_set, make_link):
    alike = {"holder_id": "h", "origin_id": "o"}
    told = make_set([make_link("e1", **alike), make_link("e2", relays=1, **alike)])
    judgement = weigh(told, rate("e2", "a", Consistency.VERY_INCONSISTENT))
    assert cell(judgement, "e1", "a") == pytest.approx(-1.5)
    check_sum(judgement)
