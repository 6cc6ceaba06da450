"""Grounds: what a claim rests on."""

import pytest

from rashomon.hypothesize.grounds import find_ground
from rashomon.model.vocabulary import AbsenceKind, EvidenceKind, Modality, Polarity


@pytest.mark.parametrize(
    ("modality", "kind"),
    [
        (Modality.ADMISSION, EvidenceKind.ADMISSION),
        (Modality.CLAIM_OF_RESPONSIBILITY, EvidenceKind.CLAIM_OF_RESPONSIBILITY),
        (Modality.FINDING, EvidenceKind.FINDING),
        (Modality.ACCUSATION, EvidenceKind.TESTIMONY),
        (Modality.OPINION, EvidenceKind.TESTIMONY),
    ],
)
def test_act_of_saying_gives_the_kind(make_document, make_deed, modality, kind):
    claim = make_deed(
        make_document("gazette", "It was Norway."), "It was Norway", "X", actor="Norway", modality=modality
    )
    assert find_ground(claim, Polarity.ASSERT).kind is kind


@pytest.mark.parametrize(
    ("polarity", "kind"), [(Polarity.DENY, EvidenceKind.DENIAL), (Polarity.ASSERT, EvidenceKind.TESTIMONY)]
)
def test_denial_is_one_only_where_it_speaks_against(make_document, make_deed, polarity, kind):
    document = make_document("gazette", "It was not Norway.")
    claim = make_deed(document, "It was not Norway", actor="Norway", modality=Modality.DENIAL)
    assert find_ground(claim, polarity).kind is kind


def test_argument_gives_the_kind_of_a_statement(make_document, make_claim):
    claim = make_claim(make_document("gazette", "Norway had a motive."), "Norway had a motive")
    assert find_ground(claim, Polarity.ASSERT).kind is EvidenceKind.MOTIVE


def test_absence_says_whether_anybody_looked(make_document, make_claim):
    claim = make_claim(
        make_document("gazette", "Divers found no trace of a charge."), "Divers found no trace of a charge"
    )
    assert find_ground(claim, Polarity.DENY).absence is AbsenceKind.NOT_FOUND


def test_statement_that_argues_nothing_is_testimony(make_document, make_claim):
    claim = make_claim(make_document("gazette", "The bridge is old."), "The bridge is old")
    assert find_ground(claim, Polarity.ASSERT).kind is EvidenceKind.TESTIMONY
