from hypothesis import given
from hypothesis import strategies as st

from rashomon.store.words import matches, split_words


def test_words_are_folded_and_freed_of_punctuation():
    assert split_words('"Ça va?" don\'t co-pilot № 5') == ("ca", "va", "don", "t", "co", "pilot", "5")


@given(st.text())
def test_words_hold_nothing_that_a_query_could_take_for_syntax(text):
    for word in split_words(text):
        assert word
        assert not set(word) & set("\"'*()^:{}+- \x00")


@given(st.text())
def test_splitting_again_changes_nothing(text):
    words = split_words(text)
    assert split_words(" ".join(words)) == words


def test_long_words_find_their_extensions_and_short_ones_only_themselves():
    assert matches("drones", "drone")
    assert not matches("use", "us")
    assert matches("us", "us")
