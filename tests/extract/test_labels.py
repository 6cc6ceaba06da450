"""Labels of claims: about the positive form of what is said, whether or not a claim names who did it."""

import pytest

from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said the valve had not failed.", "failed"),
        ("The mayor said nobody had touched the valve.", "touched"),
        ("The mayor said no alarm had sounded.", "sounded"),
        ("The mayor said neither of the guards had slept.", "slept"),
        ("The mayor said that at no point had the guards slept.", "slept"),
        ("The mayor said it was not true that the guards had slept.", "slept"),
        ("The mayor said there was no evidence that the guards had slept.", "slept"),
        ("The mayor said it was untrue that the guards had slept.", "slept"),
        ("The mayor said the gate was not to blame.", "blame"),
        ("The mayor denied that the guards had slept.", "slept"),
        ("The mayor dismissed reports that the guards had slept.", "slept"),
        ("The guard pleaded not guilty to theft.", "theft"),
        ("The mayor said the guards did not sleep or drink.", "sleep"),
    ],
)
def test_negation_of_the_main_clause_denies(about, text, words):
    assert about(text, words).polarity is Polarity.DENY


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said the firm knew of the leak and did nothing.", "knew"),
        ("The mayor denied that the guards had not been warned.", "warned"),
        ("The mayor said nobody doubted that the guards had slept.", "slept"),
        ("The mayor said there was no doubt that the guards had slept.", "slept"),
        ("The mayor said it was no secret that the guards had slept.", "slept"),
        ("The mayor said the guards not only slept but drank.", "slept"),
        ("The mayor said no fewer than 20 guards had slept.", "slept"),
        ("The mayor said the guards, who had not been paid, slept.", "slept"),
        ("The mayor asked whether the guards had not slept.", "slept"),
    ],
)
def test_two_negations_cancel_and_others_do_not_count(about, text, words):
    assert about(text, words).polarity is Polarity.ASSERT


@pytest.mark.parametrize(
    ("text", "words", "certainty"),
    [
        ("The mayor said the guards had slept.", "slept", "certain"),
        ("The mayor said the guards, who may have been drunk, slept.", "slept", "certain"),
        ("The mayor said the guards appeared to have slept.", "slept", "probable"),
        ("The mayor said a leak was the most likely cause.", "leak", "probable"),
        ('"I think the guards slept," the mayor said.', "slept", "probable"),
        ('"My guess is that the guards slept," the mayor said.', "slept", "probable"),
        ("The agency assesses with low confidence that the guards slept.", "slept", "possible"),
        ("The mayor said it was not impossible that the guards had slept.", "slept", "possible"),
        ("The mayor said a leak could not be excluded.", "leak", "possible"),
        ("The mayor said the guards would have been able to see the gate.", "gate", "possible"),
        ('"Perhaps the guards slept," the mayor said.', "slept", "possible"),
        ("One theory is that the guards slept.", "slept", "possible"),
        ("The mayor said the guards may not have slept.", "slept", "unlikely"),
        ("The mayor said it was unlikely that the guards had slept.", "slept", "unlikely"),
    ],
)
def test_hedges_of_the_main_clause_weaken(about, text, words, certainty):
    assert about(text, words).certainty is Certainty(certainty)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor noted the rumour that the guards had slept.", "slept"),
        ("The mayor cited unconfirmed reports that the guards had slept.", "slept"),
        ("The mayor repeated the theory that the guards had slept, without endorsing it.", "slept"),
        ("The mayor could not confirm that the guards had slept.", "slept"),
        ("The mayor would neither confirm nor deny that the guards had slept.", "slept"),
        ("The mayor withdrew his claim that the guards had slept.", "slept"),
        ("It is not clear whether the guards slept.", "slept"),
        ("The cause of the fire is not known.", "cause"),
        ("You can believe that the guards slept.", "slept"),
    ],
)
def test_what_nobody_vouches_for_is_a_mention(about, text, words):
    claim = about(text, words)
    assert (claim.polarity, claim.certainty) == (Polarity.ASSERT, Certainty.NONE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor asked who had opened the gate.", "opened"),
        ("The mayor did not say who had opened the gate.", "opened"),
        ("The mayor wants to know who opened the gate.", "opened"),
        ('"Who opened the gate?" the mayor said.', "opened"),
        ("The mayor said the guards could not remember who had opened the gate.", "opened"),
        ("The mayor declined to say whether the guards had slept.", "slept"),
        ("The mayor said it was too early to say whether the guards had slept.", "slept"),
    ],
)
def test_questions_and_words_withheld_are_questions(about, text, words):
    claim = about(text, words)
    assert (claim.modality, claim.certainty) == (Modality.QUESTION, Certainty.NONE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"If the guards slept, they will be dismissed," the mayor said.', "slept"),
        ("The mayor said the guards would be dismissed if they had slept.", "dismissed"),
        ('"Suppose the guards slept," the mayor said.', "slept"),
        ("A broken seal would mean that the guards had slept, the mayor said.", "slept"),
        ("The mayor will resign once anyone shows that the guards slept.", "slept"),
        ("The insurer pays nothing if the guards slept.", "slept"),
        ("Had the guards slept, the mayor said, the gate would be open.", "slept"),
    ],
)
def test_conditions_and_their_consequences_commit_nobody(about, text, words):
    claim = about(text, words)
    assert (claim.modality, claim.certainty) == (Modality.CONDITIONAL, Certainty.NONE)


def test_author_who_writes_that_it_is_not_known_is_the_only_voice(about):
    claim = about("It is not clear whether the guards slept.", "slept")
    assert len(claim.chain) == 1 and claim.stance is Stance.ENDORSES


def test_each_sentence_of_a_quotation_has_its_own_certainty(about):
    text = 'The mayor said: "Perhaps the guards slept. The gate was open."'
    assert about(text, "slept").certainty is Certainty.POSSIBLE
    assert about(text, "open").certainty is Certainty.CERTAIN


def test_single_noun_ruled_out_is_a_claim(about):
    assert about("Investigators ruled out arson.", "arson").polarity is Polarity.DENY


def test_negation_in_another_voice_is_not_ones_own(about):
    claim = about("The mayor, who was not there, said that the guards had slept.", "slept")
    assert claim.polarity is Polarity.ASSERT


def test_denying_an_omission_says_that_it_was_done(about):
    assert about("The operator denied failing to inspect the cable.", "failing").polarity is Polarity.ASSERT
    assert about("The operator denied inspecting the cable.", "inspecting").polarity is Polarity.DENY
