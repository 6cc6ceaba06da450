"""Who did it outright, where a house, a craft or a pronoun stands for whoever acts."""

import pytest

from rashomon.model.vocabulary import Polarity, Slot


def doers_in(claims, text):
    """Whom the claims of a text say did it, with the side they take."""
    return [(c.proposition.value, str(c.polarity)) for c in claims(text) if c.proposition.slot is Slot.RESPONSIBLE]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The opposition said the palace had forged it.", "palace"),
        ("The minister said a ship of the Kestrian fleet launched the drones.", "ship of the Kestrian fleet"),
        ("Residents said the army had fired from the hills.", "army"),
        ("The governor said the Black Tent militia was holding them.", "Black Tent militia"),
        ("The opposition accused the prime minister's office of leaking them.", "prime minister's office"),
        ("The police said a mafia boss, Carlo Denti, ordered the killing.", "Carlo Denti"),
        ("A group calling itself Red Lantern claimed responsibility.", "Red Lantern"),
        ("A caller claimed responsibility on behalf of the Free Front.", "Free Front"),
    ],
)
def test_doer_is_named(claims, text, doer):
    assert any(doer.startswith(value) and side == "assert" for value, side in doers_in(claims, text))


def test_whoever_denies_that_it_did_something_denies_it_for_himself(claims):
    assert ("army", "deny") in doers_in(claims, "The army denied that it had struck the convoy.")


def test_lawyer_speaks_for_his_client(claims):
    text = "Detectives suspect a former clerk. His lawyer said he had nothing to do with it."
    denial = next(c for c in claims(text) if c.polarity is Polarity.DENY)
    assert (denial.holder.name, denial.proposition.value) == ("former clerk's lawyer", "former clerk")


def test_what_a_deed_was_for_accuses_nobody(claims):
    assert [v for v, _ in doers_in(claims, "The army said rebels shelled their own people to blame the mayor.")] == [
        "rebels"
    ]


def test_whom_the_police_say_confessed_is_not_the_police(claims):
    values = [v for v, _ in doers_in(claims, "Police arrested a student. Police said he had confessed to the fire.")]
    assert "Police" not in values


@pytest.mark.parametrize(
    "text",
    [
        "Detectives ruled out the husband.",
        "Detectives have cleared the husband.",
        "The chief said the husband had been cleared of suspicion.",
    ],
)
def test_whom_an_inquiry_clears_is_said_not_to_have_done_it(claims, text):
    assert ("husband", "deny") in doers_in(claims, text)


def test_it_did_not_is_said_by_a_group_of_itself(claims):
    assert ("Grey Kestrel", "deny") in doers_in(claims, "Grey Kestrel said it had not attacked the clinic.")
