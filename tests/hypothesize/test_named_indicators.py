"""Named indicators: what a report itself says would decide the matter."""

import time

import pytest

from rashomon.hypothesize.named_indicators import find_named_indicators
from rashomon.hypothesize.theories import Discussion, Theory
from rashomon.model.vocabulary import Polarity


@pytest.fixture
def name(make_document, make_claim, make_reading):
    """Indicators of a document's sentences, the first of which speaks of the miners where `about` says so."""

    def name(*sentences, about="miners"):
        document = make_document("gazette", *sentences)
        claims = tuple(make_claim(document, sentence.rstrip(".")) for sentence in sentences)
        first = Theory(
            hypothesis_id=about,
            start=0,
            end=claims[0].context_end,
            announced=False,
            holder="",
            polarity=Polarity.ASSERT,
        )
        theories = (first if about else None, *(None for _ in claims[1:]))
        discussion = Discussion(document_id="gazette", claims=claims, theories=theories)
        found = find_named_indicators(make_reading([document], claims), [discussion])
        assert all(document.text[one.start : one.end] == one.what for one in found)
        return found

    return name


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        (
            "War is near, above all if the owners can prove that the miners did it.",
            "if the owners can prove that the miners did it",
        ),
        ("If a hook turns up, it was the miners.", "If a hook turns up"),
        ("Nobody will know until the flight recorder is read.", "until the flight recorder is read"),
        ("All depends on whether the rope was cut.", "depends on whether the rope was cut"),
        ("The wreckage will tell.", "The wreckage will tell"),
        ("The judge awaits the results of the autopsy.", "The judge awaits the results of the autopsy"),
        ("Tests will show whether it was a mine.", "Tests will show whether it was a mine"),
        ("The board has asked for a sample.", "The board has asked for a sample"),
        ("The hull is still to be raised.", "The hull is still to be raised"),
    ],
)
def test_what_would_decide_the_matter_is_quoted(name, sentence, what):
    assert [(one.what, one.hypothesis_id) for one in name("The miners did it.", sentence)] == [(what, "miners")]


def test_indicator_of_nothing_in_particular_speaks_for_nothing(name):
    (one,) = name("Divers went down.", "The wreckage will tell.", about="")
    assert one.hypothesis_id is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The miners went home.",
        "If you find a mistake, please write to us.",
        "The results were published in May.",
        "He told us what he saw.",
    ],
)
def test_plain_sentence_names_nothing_to_look_for(name, sentence):
    assert name("The miners did it.", sentence) == ()


def test_hostile_text_is_read_in_little_time(name):
    began = time.process_time()
    name("The miners did it.", "if when until whether results will " * 500 + ".")
    assert time.process_time() - began < 2
