from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.analysis import Analysis
from rashomon.model.vocabulary import Direction
from rashomon.present.index import index_analysis


def test_residual_stands_last_however_probable(analysis: Analysis) -> None:
    ranked = [hypothesis.id for hypothesis in index_analysis(analysis).hypotheses_by_rank]
    assert ranked == ["hyp_varda", "hyp_union", "hyp_smugglers", "hyp_else"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_numbers_do_not_depend_on_the_order_of_the_records(analysis: Analysis, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(analysis.hypothesis_set.evidence))
    changed = replace(analysis, hypothesis_set=replace(analysis.hypothesis_set, evidence=tuple(shuffled)))
    assert index_analysis(changed).numbers == index_analysis(analysis).numbers


def test_key_claim_is_the_one_upstream_of_a_drift(analysis: Analysis) -> None:
    index = index_analysis(analysis)
    (link,) = (link for link in index.numbered if link.id == "evd_varda")
    claim = index.key_claim(link)
    assert claim and claim.id == "clm_1"


def test_evidence_is_for_before_against_and_strongest_first(analysis: Analysis) -> None:
    index = index_analysis(analysis)
    assert [link.id for link in index.evidence_on("hyp_varda")] == ["evd_varda", "evd_motive", "evd_denial"]
    assert [link.id for link in index.evidence_on("hyp_varda", Direction.AGAINST)] == ["evd_denial"]
