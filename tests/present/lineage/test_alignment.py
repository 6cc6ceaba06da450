from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.alignment import align_sentences, split_sentences

EARLIER = (
    "Mayor Sergio Almada said several houses had suffered slight damage. The ministry said eight drones had been used, "
    "five of them shot down. It rained in Tern. Two people asked for a doctor."
)
LATER = (
    "It was a quiet spring otherwise. Of the eight drones, five were brought down, by the ministry's account. "
    "Damage was slight, if Almada is right."
)


def pairs(later: str, earlier: str) -> list[tuple[str, str]]:
    return [(later[pair.start : pair.end], earlier[pair.at : pair.at_end]) for pair in align_sentences(later, earlier)]


def test_sentences_that_tell_the_same_stand_together() -> None:
    found = pairs(LATER, EARLIER)
    assert [later.split()[0] for later, _ in found] == ["Of", "Damage"]
    assert [earlier.split()[1] for _, earlier in found] == ["ministry", "Sergio"]


def test_what_both_have_is_marked_on_both_sides() -> None:
    pair = align_sentences(LATER, EARLIER)[0]
    assert {LATER[start:end].casefold() for start, end in pair.marks} >= {"eight", "five", "drones"}
    assert {EARLIER[start:end].casefold() for start, end in pair.marks_there} >= {"eight", "five", "drones"}


def test_a_number_in_figures_is_the_number_in_words() -> None:
    later = "Of 8 drones 5 were brought down."
    (pair,) = align_sentences(later, EARLIER)
    assert {"8", "5"} <= {later[start:end] for start, end in pair.marks}


def test_texts_about_different_things_are_not_aligned() -> None:
    assert align_sentences("Cats sleep. The Opera in Sydney opened in 1973.", EARLIER) == ()


@pytest.mark.parametrize("later, earlier", [("", ""), ("", EARLIER), (LATER, ""), ("...", "\n\n")])
def test_empty_texts_have_no_pairs(later: str, earlier: str) -> None:
    assert align_sentences(later, earlier) == ()


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = "Mr. Quill met Gen. A. Tern at 5 p.m. on Tuesday. They agreed."
    assert [text[start:end] for start, end in split_sentences(text)] == [text[:-13], "They agreed."]


@given(st.text(alphabet='aB.!? \n"”1é', max_size=300))
def test_sentences_hold_all_but_white_space_once(text: str) -> None:
    found = split_sentences(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in found)


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_text_breaks_the_alignment(later: str, earlier: str) -> None:
    for pair in align_sentences(later, earlier):
        assert 0 <= pair.start < pair.end <= len(later)
        assert 0 <= pair.at < pair.at_end <= len(earlier)
        assert all(pair.start <= start < end <= pair.end for start, end in pair.marks)
