"""How solid a basis is, in words that name no probability."""

from rashomon.model.vocabulary import Access, AnalyticConfidence, EvidenceKind
from rashomon.weigh.weighing import weigh_evidence


def judge(hypothesis_set):
    return weigh_evidence(hypothesis_set, as_of=None)


def test_nothing_at_all_is_a_thin_basis(make_set):
    assert judge(make_set()).basis == "Basis is thin: nothing speaks for or against any answer."


def test_one_who_examined_and_one_who_agrees_make_a_fair_basis(make_set, make_link):
    links = [make_link("e1", kind=EvidenceKind.FINDING, access=Access.EXAMINED), make_link("e2")]
    judgement = judge(make_set(links))
    assert judgement.confidence is AnalyticConfidence.MODERATE
    assert "1 origin examined evidence" in judgement.basis


def test_many_voices_of_one_group_make_no_solid_basis(make_set, make_link):
    links = [make_link(f"e{n}", group_id="officials", stakes={}) for n in range(20)]
    assert judge(make_set(links)).confidence is AnalyticConfidence.LOW
