"""Placing: the name of a place before a speaker is no part of who speaks."""

import pytest

from rashomon.extract.candidate import Candidate
from rashomon.extract.lexicon import CueClass
from rashomon.extract.placing import shed_place


def source_of(parse, text, words):
    """What is left of a source that begins and ends with the words given."""
    parsed = parse(text)
    start = text.index(words)
    source = frozenset(t.index for t in parsed.tokens if start <= t.start < start + len(words))
    cue = next(t.index for t in parsed.tokens if t.text == "said")
    candidate = Candidate(
        source=source, cue=frozenset({cue}), content=frozenset({cue + 1}), anchor=cue,
        kind="that", cue_class=CueClass.SPEECH,
    )  # fmt: skip
    return " ".join(parsed.tokens[i].text for i in sorted(shed_place(parsed, candidate).source))


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("On Quay Street a baker said so.", "Quay Street a baker", "a baker"),
        ("Yesterday, in Dover the mayor said so.", "Dover the mayor", "the mayor"),
        ("On Tuesday Anna Berg said so.", "Anna Berg", "Anna Berg"),
        ("The mayor of Dover said so.", "The mayor of Dover", "The mayor of Dover"),
        ("Friends of Dover the painter said so.", "Dover the painter", "Dover the painter"),
    ],
)
def test_only_a_place_before_a_speaker_is_shed(parse, text, words, left):
    assert source_of(parse, text, words) == left


def test_source_that_nobody_is_stays_empty(parse):
    assert source_of(parse, "It was said so.", "") == ""
