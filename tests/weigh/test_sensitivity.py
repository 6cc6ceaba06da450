"""What a judgement hangs on."""

import pytest

from rashomon.model.vocabulary import Certainty
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.weighing import weigh_evidence

QUICK = Parameters(samples=0, reading=1.0)


def test_without_the_origin_that_carries_the_lead_another_leads(make_set, make_link):
    links = [make_link("e1", "a"), make_link("e2", "a"), make_link("e3", "b")]
    links = [links[0], make_link("e2", "a", origin_id=links[0].origin_id), links[2]]
    flips = weigh_evidence(make_set(links), parameters=QUICK, as_of=None).sensitivity.flips
    assert "without what Speaker e1 and Speaker e2 said, B would lead" in [flip.what for flip in flips]
    assert [flip.bits_needed for flip in flips] == sorted(flip.bits_needed for flip in flips)


def test_the_runner_up_needs_the_bits_it_is_behind(make_set, make_link):
    flips = weigh_evidence(make_set([make_link("e1", "a")]), parameters=QUICK, as_of=None).sensitivity.flips
    assert flips[0].what == "new evidence for B over A"
    assert flips[0].bits_needed == pytest.approx(1.0)


def test_a_holder_of_several_origins_is_left_out_with_all_of_them(make_set, make_link):
    links = [make_link("e1", "a", holder_id="s"), make_link("e2", "a", holder_id="s"), make_link("e3", "b")]
    flips = weigh_evidence(make_set(links), parameters=QUICK, as_of=None).sensitivity.flips
    assert any(flip.what.startswith("without what Speaker e1 and Speaker e2 said") for flip in flips)


def test_leaving_out_what_says_nothing_changes_nothing(make_set, make_link):
    judgement = weigh_evidence(
        make_set([make_link("e1"), make_link("e2", "b", certainty=Certainty.NONE)]), parameters=QUICK, as_of=None
    )
    empty = next(entry for entry in judgement.sensitivity.leave_one_out if entry.origin_id == "origin of e2")
    assert [p.probability for p in empty.probabilities] == [p.probability for p in judgement.probabilities]
