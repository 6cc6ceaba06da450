"""Stems: the same word in two reports meets itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.hypothesize.stems import split_words, stem_of


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("Divers", "diver"),
        ("ferry’s", "ferry"),
        ("ferries", "ferry"),
        ("ferrymen's", "ferrymen"),
        ("glass", "glass"),
        ("virus", "virus"),
        ("crisis", "crisis"),
        ("gas", "gas"),
        ("ties", "tie"),
    ],
)
def test_possessive_and_plural_are_taken_off(word, stem):
    assert stem_of(word) == stem


def test_joined_word_is_given_whole_and_in_parts():
    assert split_words("a fish-market fire") == ["a", "fish-market", "fire", "fish", "market"]


def test_number_counts_only_as_an_ordinal():
    assert split_words("the 4th of 12 boats") == ["the", "4th", "of", "boats"]


@given(st.text())
def test_every_word_of_a_text_stands_in_it(text):
    assert all(word in text for word in split_words(text))


@given(st.text(alphabet="abcdefgsiyut'’", min_size=1))
def test_stem_is_never_longer_than_its_word(word):
    assert len(stem_of(word)) <= len(word)


@pytest.mark.parametrize(
    ("plural", "stem"), [("foxes", "fox"), ("masses", "mass"), ("lashes", "lash"), ("axles", "axle")]
)
def test_plural_in_es_is_its_singular(plural, stem):
    assert stem_of(plural) == stem
