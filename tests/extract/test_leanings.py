"""Leanings: the words by which an author's own sentence is an opinion."""

import time

import pytest

from rashomon.extract.leanings import leans


@pytest.mark.parametrize(
    "text",
    [
        "It does seem to be the act of a cornered owner",
        "My money is on the miners",
        "The story is obviously an invention",
        "It may well be",
        "In my view the owners did it",
        "I suspect the cook",
    ],
)
def test_weighing_words_lean(text):
    assert leans(text)


@pytest.mark.parametrize("text", ["The miners blew up the bridge", "Three people were hurt", "He may be released", ""])
def test_reporting_words_do_not(text):
    assert not leans(text)


def test_hostile_text_is_read_in_little_time():
    began = time.process_time()
    leans("I " * 100_000)
    leans("seems " * 100_000)
    assert time.process_time() - began < 1
