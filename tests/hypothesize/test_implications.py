"""Implications: consequences bound to the explanation they hang on."""

import time

import pytest

from rashomon.hypothesize.implications import find_conditionals, find_implications
from rashomon.hypothesize.theories import Discussion, Theory
from rashomon.model.vocabulary import Certainty, Polarity


@pytest.fixture
def imply(make_document, make_claim, make_reading):
    """Implications of a document's sentences; `theories` is {sentence number: hypothesis}."""

    def imply(*sentences, theories):
        document = make_document("gazette", *sentences)
        claims = tuple(make_claim(document, sentence.rstrip(".")) for sentence in sentences)
        brought_up = tuple(
            Theory(
                hypothesis_id=theories[number],
                start=claim.start,
                end=claim.context_end,
                announced=False,
                holder="",
                polarity=Polarity.ASSERT,
            )
            if number in theories
            else None
            for number, claim in enumerate(claims)
        )
        discussion = Discussion(document_id="gazette", claims=claims, theories=brought_up)
        found = find_implications(make_reading([document], claims), [discussion])
        assert all(document.text[i.start : i.end] == i.then for i in found)
        return found

    return imply


def short(found):
    return [(implication.hypothesis_id, implication.then) for implication in found]


@pytest.mark.parametrize(
    "consequence",
    [
        "That would mean a longer strike.",
        "If true, the harbour may close.",
        "If the miners did it, the owners would win.",
        "This could also lead to new elections.",
        "That means the end of the truce.",
        "It would be the first time that a mine was laid there.",
        "Should it prove true, the harbour will close.",
        "Were it so, the owners would have known.",
        "Unless that is a dream, something moved before the wall fell.",
    ],
)
def test_consequence_hangs_on_the_explanation_spoken_of_before_it(imply, consequence):
    assert short(imply("The miners did it.", consequence, theories={0: "miners"})) == [("miners", consequence)]


def test_consequence_hangs_on_the_last_of_two_explanations(imply):
    sentences = ("The miners did it.", "Or the owners did.", "That would mean a longer strike.")
    assert short(imply(*sentences, theories={0: "miners", 1: "owners"})) == [("owners", sentences[2])]


def test_consequence_that_names_its_explanation_hangs_on_it(imply):
    sentences = ("The miners did it.", "If the owners did it, they would lose.")
    assert short(imply(*sentences, theories={0: "miners", 1: "owners"})) == [("owners", sentences[1])]


def test_second_consequence_hangs_on_what_the_first_hung_on(imply):
    sentences = ("The miners did it.", "That would mean war.", "The owners sleep.", "It also would mean hunger.")
    found = imply(*sentences, theories={0: "miners", 2: "owners"})
    assert [implication.hypothesis_id for implication in found] == ["miners", "miners"]


def test_two_consequences_of_one_sentence_are_told_apart(imply):
    then = "If a hook turns up, it was the miners; if a rope does, it was the owners."
    found = imply("The miners did it.", then, theories={0: "miners"})
    assert [i.then for i in found] == ["If a hook turns up, it was the miners", "if a rope does, it was the owners."]


def test_condition_that_comes_last_is_told_with_its_consequence(imply):
    then = "The owners would lose the harbour if the miners did it."
    assert short(imply("The miners did it.", then, theories={0: "miners"})) == [("miners", then)]


@pytest.mark.parametrize(
    ("consequence", "certainty"),
    [
        ("If so, the harbour will close.", Certainty.CERTAIN),
        ("If so, the harbour would close.", Certainty.PROBABLE),
        ("If so, the harbour might close.", Certainty.POSSIBLE),
        ("The harbour could close if it was the miners.", Certainty.POSSIBLE),
    ],
)
def test_how_surely_it_follows_is_read_from_the_consequence(imply, consequence, certainty):
    (found,) = imply("The miners did it.", consequence, theories={0: "miners"})
    assert found.certainty is certainty


def test_consequence_of_nothing_hangs_on_nothing(imply):
    assert imply("That would mean a longer strike.", theories={}) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour is closed.",
        "He asked if the miners were there.",
        "If you have questions, please write to the paper.",
        "The wall fell as if it had been cut.",
        "A silo may have heated up by itself.",
        "It may well be.",
    ],
)
def test_sentence_without_a_consequence_implies_nothing(imply, sentence):
    assert imply("The miners did it.", sentence, theories={0: "miners"}) == ()


def test_hostile_sentence_is_read_in_little_time():
    text = "if " * 2_000 + "would " * 2_000 + ";" * 2_000
    began = time.process_time()
    list(find_conditionals(text, 0, len(text)))
    assert time.process_time() - began < 2
