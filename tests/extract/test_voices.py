"""Whose a claim is, where one voice takes up what another says."""

import pytest

from rashomon.model.vocabulary import Certainty, Polarity, Stance


def holders(claims):
    return [(claim.chain[-1].name, claim.polarity) for claim in claims if "slept" in claim.quote]


def test_whoever_rejects_anothers_claim_denies_it_beside_him(claims):
    found = holders(claims("Vestia rejected Norland's claim that the guards slept."))
    assert set(found) == {("Norland", Polarity.ASSERT), ("Vestia", Polarity.DENY)}


def test_whoever_rejects_anothers_claim_does_not_relay_it(claims):
    for claim in claims("Vestia rejected Norland's claim that the guards slept."):
        assert len(claim.chain) == 2


@pytest.mark.parametrize("verb", ["rejected", "dismissed", "denied"])
def test_claim_of_nobody_is_denied_by_whoever_rejects_it(claims, verb):
    assert holders(claims(f"Vestia {verb} reports that the guards slept.")) == [("Vestia", Polarity.DENY)]


def test_claim_of_nobody_is_confirmed_by_whoever_confirms_it(about):
    claim = about("Vestia confirmed reports that the guards slept.", "slept")
    assert (claim.chain[-1].name, claim.stance, claim.certainty) == ("Vestia", Stance.ENDORSES, Certainty.CERTAIN)


def test_mentioned_claim_of_another_stays_his(claims):
    found = holders(claims("Vestia repeated Norland's claim that the guards slept."))
    assert ("Norland", Polarity.ASSERT) in found
