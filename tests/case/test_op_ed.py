"""An op-ed that weighs three theories in turn, read through the whole walk."""

from pathlib import Path

import pytest

from rashomon.case.once import analyze_reports
from rashomon.model.vocabulary import Certainty, Direction, EvidenceKind, Modality, Stance

OP_ED = Path(__file__).parents[2].parent / "shared" / "seed" / "moscow-drone-op-ed.txt"

pytestmark = pytest.mark.skipif(not OP_ED.exists(), reason="the op-ed is not part of the repository")


@pytest.fixture(scope="module")
def analysis():
    return analyze_reports([str(OP_ED)], question="Who carried out the drone attack on Moscow?")[0]


@pytest.fixture(scope="module")
def kinds(analysis):
    """The kinds of argument for the answer whose label holds a word."""

    def kinds(word):
        (one,) = [h for h in analysis.hypothesis_set.hypotheses if word in h.label]
        links = [e for e in analysis.hypothesis_set.evidence if e.hypothesis_id == one.id]
        assert all(link.claim_ids for link in links)
        return {link.kind for link in links if link.direction is Direction.FOR}

    return kinds


def test_each_theory_has_its_arguments(kinds):
    assert {EvidenceKind.MOTIVE, EvidenceKind.MEANS} <= kinds("Ukraine")
    assert {EvidenceKind.MOTIVE, EvidenceKind.PRECEDENT} <= kinds("Russia")
    assert EvidenceKind.MOTIVE in kinds("Wagner")


def test_what_is_brought_forward_for_a_theory_does_not_speak_against_it(analysis):
    by_id = {claim.id: claim.quote for claim in analysis.claims}
    against = [e for e in analysis.hypothesis_set.evidence if e.direction is Direction.AGAINST]
    assert not [by_id[c] for e in against for c in e.claim_ids if "camp" in by_id[c]]


def test_both_consequences_hang_on_the_first_theory(analysis):
    labels = {h.id: h.label for h in analysis.hypothesis_set.hypotheses}
    found = [(labels[i.hypothesis_id], i.then, i.certainty) for i in analysis.hypothesis_set.implications]
    assert [(label, certainty) for label, _, certainty in found] == [("Ukraine", Certainty.PROBABLE)] * 2
    assert found[0][1].startswith("If so, that would signal some kind of escalation")
    assert found[1][1].startswith("It also would signal that the U.S.")


def test_what_would_prove_it_is_named_at_its_place(analysis):
    (one,) = [i for i in analysis.judgement.sensitivity.watch_for if i.named]
    labels = {h.id: h.label for h in analysis.hypothesis_set.hypotheses}
    assert labels[one.hypothesis_id] == "Ukraine"
    assert one.what == "if the Russians can prove that the attacker was Ukraine"
    assert analysis.documents[0].text[one.start : one.end] == one.what
    assert one.expected_bits > 0


def test_the_authors_own_leaning_is_his_opinion(analysis):
    leaning = [c for c in analysis.claims if "seems like it may well be" in c.quote or "does seem to be" in c.quote]
    assert len(leaning) == 2
    for claim in leaning:
        assert (len(claim.chain), claim.modality, claim.stance) == (1, Modality.OPINION, Stance.ENDORSES)


def test_what_others_hold_is_not_the_authors(analysis):
    (claim,) = [c for c in analysis.claims if "new Wagner group wannabe" in c.quote]
    assert claim.holder.name == "Stephen Green" and claim.certainty is Certainty.NONE
