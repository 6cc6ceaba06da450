"""Who owns up and who denies in a word, whom a cue names, and what *but* puts in another's place."""

import pytest

from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot


def blamed(claims, text):
    return [
        (c.proposition.value, str(c.polarity), c.quote) for c in claims(text) if c.proposition.slot is Slot.RESPONSIBLE
    ]


def test_a_claimed_deed_is_owned_up_to(claims):
    (claim,) = claims("The Red Column claimed the bombing.")
    assert (claim.proposition.value, claim.modality) == ("Red Column", Modality.CLAIM_OF_RESPONSIBILITY)


def test_a_deed_claimed_in_the_passive_is_shown_with_its_claimant(read):
    found = read("The bombing was claimed by the Red Column.").claims
    assert [c.quote for c in found] == ["The bombing was claimed by the Red Column"]
    assert found[0].proposition.value == "Red Column"


def test_what_nobody_claimed_names_nobody(claims):
    assert blamed(claims, "No group has claimed the bombing.") == []


def test_denying_it_is_denying_it_for_oneself(claims):
    assert blamed(claims, "Norland denies it.") == [("Norland", "deny", "Norland denies it")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Opposition politicians pointed the finger at Norland.", "Norland"),
        ("The mayor pointed to the army as the culprit.", "army"),
        ("Investigators traced the missile to a Norland brigade.", "Norland brigade"),
        ("The parties lay this murder at the door of the government in Bolgrad.", "government in Bolgrad"),
        ("The minister blamed the regime in Bolgrad for the blast.", "regime in Bolgrad"),
        ("The shooting was blamed on the army.", "army"),
    ],
)
def test_a_cue_names_its_suspect(read, text, value):
    found = [c.proposition.value for c in read(text).claims if c.proposition.slot is Slot.RESPONSIBLE]
    assert found == [value]


def test_accusing_nobody_names_nobody(claims):
    assert blamed(claims, "The commander accused nobody.") == []


def test_but_puts_another_in_place(claims):
    found = blamed(claims, "It was not Norland that sank the ferry but a rebel commando.")
    assert [(value, polarity) for value, polarity, _ in found] == [("Norland", "deny"), ("rebel commando", "assert")]


def test_neither_nor_denies_both(claims):
    found = blamed(claims, "It was neither chance nor Norland that sank the ferry.")
    assert [(value, polarity) for value, polarity, _ in found] == [("Norland", "deny")]


def test_the_speakers_own_people_are_the_speaker(claims):
    found = blamed(claims, "The northern army denied that any of its units had opened fire.")
    assert [(value, polarity) for value, polarity, _ in found] == [("northern army", "deny")]


def test_whoever_gains_is_nobody_named_before(claims):
    text = "The ferry lies under the Solent. He who gains has done it."
    assert blamed(claims, text) == []


def test_found_no_sign_denies(read):
    (claim,) = read("The Mission found no sign that the Harbour League organised the theft.").claims
    assert (claim.polarity, claim.certainty) == (Polarity.DENY, Certainty.UNLIKELY)


def test_nothing_that_involves_denies(claims):
    found = claims("Nobody has seen anything; there is nothing that involves the Harbour League.")
    assert [str(c.polarity) for c in found if c.proposition.value == "Harbour League"] == ["deny"]


def test_if_the_paper_is_right_supposes_nothing(claims):
    (claim,) = claims("Smugglers may have been behind the blast, if a weekly is right.")
    assert (claim.certainty, claim.modality) == (Certainty.POSSIBLE, Modality.ACCUSATION)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Norse link is rubbish.", "Norse"),
        ("The French theory is a fabrication.", "French"),
        ("Reed did nothing to that ferry.", "Reed"),
        ("Tom Reed, the mayor said, had nothing to do with the fire.", "Tom Reed"),
    ],
)
def test_it_was_not_so(claims, text, value):
    found = [(c.proposition.value, str(c.polarity)) for c in claims(text) if c.proposition.slot is not Slot.STATEMENT]
    assert found == [(value, "deny")]


def test_doing_nothing_to_stop_it_is_an_omission(claims):
    assert ("Reed", "assert") in [(v, p) for v, p, _ in blamed(claims, "Reed knew and did nothing to stop it.")]
