"""The stance of whoever relays, where it shows beside the cue."""

import pytest

from rashomon.model.vocabulary import Stance


@pytest.mark.parametrize(
    "text",
    [
        "Lund insisted that the tower was empty.",
        "Lund said, without offering any evidence, that the tower was empty.",
        "Lund has “discovered” that the tower was empty.",
        "Lund's so-called proof that the tower was empty fell apart.",
        "Lund's claim that the tower was empty convinced nobody.",
        "Lund's claim that the tower was empty turned out to be groundless.",
        "Lund's bogus statement that the tower was empty drew laughter.",
    ],
)
def test_distance_shows_in_words_beside_the_cue(find, text):
    assert find(text)[0].stance is Stance.DISTANCES


@pytest.mark.parametrize(
    "text",
    [
        "Lund rightly said that the tower was empty.",
        "Lund noted that the tower was empty.",
        "Lund revealed that the tower was empty.",
        "Lund admitted that the tower was empty.",
    ],
)
def test_agreement_shows_in_the_cue(find, text):
    assert find(text)[0].stance is Stance.ENDORSES


@pytest.mark.parametrize(
    "text",
    ["Lund said that the tower was empty.", "Lund said that the “tower” was empty.", "Lund said it convinced nobody."],
)
def test_plain_speech_is_reported(find, text):
    assert find(text)[0].stance is Stance.REPORTS


def test_evidence_so_called_in_the_authors_own_words_is_kept_at_a_distance(about):
    claim = about("The supposed evidence that the crew was drunk was a joke.", "drunk")
    assert claim.stance is Stance.DISTANCES
