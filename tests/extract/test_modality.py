"""The kind of speech act of a claim: who did harm, on whose side he is, who says so."""

import pytest

from rashomon.model.vocabulary import Modality

ACCUSATION, ADMISSION, CLAIM = Modality.ACCUSATION, Modality.ADMISSION, Modality.CLAIM_OF_RESPONSIBILITY


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said the army had falsified the count.", "falsified"),
        ("The mayor said guards had beaten the prisoners.", "beaten"),
        ("The widow said the firm knew the boiler was faulty.", "knew"),
        ("The widow said the guards had opened fire.", "opened"),
        ("The mayor said soldiers had set the barn alight.", "alight"),
        ("The mayor said the minister had ordered the files destroyed.", "ordered"),
        ("The mayor said the shell was fired from a Norlandic destroyer.", "fired"),
        ("The mayor said the clerk had taken bribes.", "bribes"),
        ("The colonel swore that his partner had poisoned the horse.", "poisoned"),
        ("The mayor said the contractor had failed to warn the village.", "failed"),
        ("Some say the fleet was sunk by its own side.", "sunk"),
    ],
)
def test_saying_that_another_did_harm_is_an_accusation(about, text, words):
    assert about(text, words).modality is ACCUSATION


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said the city had cut taxes.", "taxes"),
        ("The mayor said the council had ordered an inquiry.", "inquiry"),
        ("The mayor said lightning had started the fire.", "lightning"),
        ("The mayor said the firm had opened a school.", "school"),
        ("The mayor said the tower was struck by lightning.", "tower"),
    ],
)
def test_what_harms_nobody_or_what_no_actor_does_accuses_nobody(about, text, words):
    assert about(text, words).modality is Modality.ASSERTION


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ('"We shot down the drone," the commander said.', "drone", CLAIM),
        ('"Our gunners shot down the drone," the commander said.', "drone", CLAIM),
        ("The army said its gunners had shot down the drone.", "drone", CLAIM),
        ("The commander boasted that he had shot down the drone.", "drone", CLAIM),
        ("The group said it had carried out the attack.", "attack", CLAIM),
        ("The driver said he had burned the letters.", "letters", ADMISSION),
        ("The army acknowledged that its gunners had shelled the school.", "school", ADMISSION),
    ],
)
def test_harm_done_by_ones_own_side_is_owned_up_to(about, text, words, modality):
    assert about(text, words).modality is modality


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army said its gunners had not shelled the school.", "school"),
        ('"We did not shell the school," the commander said.', "school"),
        ("The army denied shelling the school.", "school"),
        ("The lawyer said no guard had beaten the prisoners.", "beaten"),
    ],
)
def test_denying_harm_is_a_denial(about, text, words):
    assert about(text, words).modality is Modality.DENIAL


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The inquiry concluded that the guards had slept.", "slept"),
        ("Inspectors confirmed that the valve had failed.", "failed"),
        ("The jury decided that the boy had drowned.", "drowned"),
        ("Inspectors ruled out a gas leak.", "leak"),
    ],
)
def test_what_those_who_examine_find_is_a_finding(about, text, words):
    assert about(text, words).modality is Modality.FINDING


def test_what_a_friend_reveals_is_no_finding(about):
    assert about("The singer revealed that the roof had fallen.", "roof").modality is Modality.ASSERTION


def test_pronoun_in_a_quotation_is_not_its_speaker(about):
    assert about('"He burned the letters," the driver said.', "letters").modality is ACCUSATION
