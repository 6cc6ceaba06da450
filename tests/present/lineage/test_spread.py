from dataclasses import replace

from rashomon.model.analysis import Analysis
from rashomon.present.index import index_analysis
from rashomon.present.spread import say_spread, trace_spread, trace_spreads


def test_repeats_are_followed_whichever_way_they_were_joined(told: Analysis) -> None:
    index = index_analysis(told)
    for claim_id in ("clm_wire", "clm_gazette", "clm_digest", "clm_echo"):
        spread = trace_spread(index.claims[claim_id], index)
        assert [claim.id for claim in spread.claims] == ["clm_wire", "clm_gazette", "clm_echo", "clm_digest"]
        assert say_spread(spread) == "4 reports, 1 origin"


def test_a_claim_nobody_repeats_is_its_own(told: Analysis) -> None:
    index = index_analysis(told)
    spread = trace_spread(index.claims["clm_count"], index)
    assert not spread.repeated
    assert say_spread(spread) == "1 report, 1 origin"
    assert "clm_count" not in trace_spreads(index)


def test_spreads_of_all_claims_are_those_of_each(told: Analysis) -> None:
    index = index_analysis(told)
    for claim_id, spread in trace_spreads(index).items():
        assert spread == trace_spread(index.claims[claim_id], index)


def test_another_origin_is_counted(told: Analysis) -> None:
    placements = tuple(
        replace(placement, origin_id="origin_echo") if placement.claim_id == "clm_echo" else placement
        for placement in told.linkage.placements
    )
    index = index_analysis(replace(told, linkage=replace(told.linkage, placements=placements)))
    assert say_spread(trace_spread(index.claims["clm_wire"], index)) == "4 reports, 2 origins"
