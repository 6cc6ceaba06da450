"""Rejections that do not repeat what they reject."""

import pytest

from rashomon.hypothesize.bearings import find_bearings
from rashomon.hypothesize.candidates import gather_candidates, label_of
from rashomon.model.vocabulary import Polarity


@pytest.fixture
def rejected(make_document, make_deed, make_claim, make_reading):
    """Which answers a remark by a voice denies, after a prosecutor accused Denti and a brother the deputy mayor."""

    def rejected(quote, voice, **changes):
        document = make_document("gazette", "Denti did it.", "The deputy mayor did it.", f"{quote}.")
        claims = [
            make_deed(document, "Denti did it", "The prosecutor", actor="Denti"),
            make_deed(document, "The deputy mayor did it", "The brother", actor="the deputy mayor"),
            make_claim(document, quote, voice, **changes),
        ]
        reading = make_reading([document], claims)
        candidates = {label_of(one): one for one in gather_candidates(reading)}
        bearings = [b for b in find_bearings(reading, candidates) if b.claim_id == claims[-1].id]
        return [b.hypothesis_id for b in bearings if b.polarity == "deny" and b.weighed]

    return rejected


@pytest.mark.parametrize("quote", ["called the charge fantasy", "rejected the accusation", "this is slander"])
def test_lawyer_rejects_what_is_said_of_his_client(rejected, quote):
    assert rejected(quote, "Denti's lawyer") == ["Denti"]


def test_accused_rejects_what_is_said_of_himself(rejected):
    assert rejected("called the allegation a lie", "deputy mayor") == ["the deputy mayor"]


def test_remark_that_rejects_nothing_is_no_rebuff(rejected):
    assert rejected("called for an open trial", "Denti's lawyer") == []


def test_stranger_rejects_nothing_by_himself_with_weight(rejected):
    assert rejected("called the charge fantasy", "a barber") == []


def test_accused_denies_flatly_what_names_no_answer(rejected):
    assert rejected("none of his men had been there", "Denti's lawyer", polarity=Polarity.DENY) == ["Denti"]
