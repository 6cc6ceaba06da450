import math

import pytest

from rashomon.model.analysis import Analysis
from rashomon.present.index import index_analysis
from rashomon.present.waterfall import build_waterfall, draw_waterfall


@pytest.mark.parametrize("hypothesis_id", ["hyp_varda", "hyp_union", "hyp_smugglers", "hyp_else"])
def test_prior_and_steps_add_up_to_the_posterior(analysis: Analysis, hypothesis_id: str) -> None:
    waterfall = build_waterfall(index_analysis(analysis), hypothesis_id)
    assert waterfall
    total = waterfall.prior + sum(step.bits for step in waterfall.steps)
    assert total == pytest.approx(waterfall.posterior, abs=0.005)


def test_steps_follow_on_one_another(analysis: Analysis) -> None:
    waterfall = build_waterfall(index_analysis(analysis), "hyp_varda")
    assert waterfall
    standing = waterfall.prior
    for step in waterfall.steps:
        assert step.before == pytest.approx(standing)
        standing += step.bits


def test_rival_of_the_leader_is_the_next_and_of_the_others_the_leader(analysis: Analysis) -> None:
    index = index_analysis(analysis)
    leader, other = build_waterfall(index, "hyp_varda"), build_waterfall(index, "hyp_smugglers")
    assert leader and leader.rival.id == "hyp_union"
    assert other and other.rival.id == "hyp_varda"
    assert leader.posterior == pytest.approx(math.log2(0.47 / 0.22))


def test_drawing_keeps_within_the_width(analysis: Analysis) -> None:
    waterfall = build_waterfall(index_analysis(analysis), "hyp_union")
    assert waterfall
    assert all(line.cell_len <= 60 for line in draw_waterfall(waterfall, width=60))
