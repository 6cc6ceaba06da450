import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copy_edits import (
    KEPT,
    PASSAGE_WORDS,
    count_words,
    cut_text,
    edit_words,
    insert_passage,
    shuffle_paragraphs,
    take_passage,
)

WORDS = st.sampled_from([f"word{number}" for number in range(60)] + ["End.", "Stop.", "Why?"])
TEXTS = st.lists(st.lists(WORDS, min_size=12, max_size=60).map(" ".join), min_size=1, max_size=6).map(tuple)
SEEDS = st.integers(0, 10_000).map(random.Random)
FRESH = [f"new{number}" for number in range(100)]


def words_of(text):
    return " ".join(text).split()


def is_subsequence(short, long):
    rest = iter(long)
    return all(word in rest for word in short)


@given(TEXTS, SEEDS)
def test_a_cut_keeps_its_share_of_the_words_in_order(text, chance):
    cut = cut_text(text, chance)
    share = count_words(cut) / count_words(text)
    slack = 1 / count_words(text)
    assert KEPT[0] - slack <= share <= KEPT[1] + slack
    assert is_subsequence(words_of(cut), words_of(text))
    assert all(cut)


@given(TEXTS, SEEDS, st.floats(0.03, 0.4))
def test_so_many_words_are_edited_and_no_others(text, chance, rate):
    edited = edit_words(text, rate, FRESH, chance)
    kept = [word for word in words_of(edited) if word not in FRESH]
    gone = count_words(text) - len(kept)
    new = count_words(edited) - len(kept)
    edits = round(rate * count_words(text))
    assert is_subsequence(kept, words_of(text))
    # A word put in another's place is gone and new, a dropped one gone, an added one new.
    assert max(gone, new) <= edits <= gone + new


def test_edits_are_half_replacements_and_a_quarter_each_of_the_others():
    text = (" ".join(f"w{number}" for number in range(8000)),)
    edited = edit_words(text, 0.5, FRESH, random.Random(3))
    kept = sum(word not in FRESH for word in words_of(edited))
    gone, new = 8000 - kept, count_words(edited) - kept
    assert 2850 <= gone <= 3150
    assert 2850 <= new <= 3150


def test_a_word_never_takes_its_own_place():
    text = ("same " * 200,)
    edited = edit_words(text, 1.0, ["same", "Same", "other"], random.Random(1))
    assert "other" in words_of(edited)
    with pytest.raises(ValueError, match="no other word"):
        edit_words(text, 1.0, ["same", "Same"], random.Random(1))


@given(TEXTS.filter(lambda text: len(set(text)) > 1), SEEDS)
def test_reordering_moves_paragraphs_and_changes_none(text, chance):
    shuffled = shuffle_paragraphs(text, chance)
    assert sorted(shuffled) == sorted(text)
    assert shuffled != text


def test_one_paragraph_has_no_other_order():
    with pytest.raises(ValueError, match="no other order"):
        shuffle_paragraphs(("a b", "a b"), random.Random(1))


@given(TEXTS, TEXTS, SEEDS)
def test_a_passage_stands_whole_in_both_texts(donor, host, chance):
    passage = take_passage(donor, chance)
    assert PASSAGE_WORDS[0] <= len(passage.split()) <= PASSAGE_WORDS[1]
    assert any(passage in paragraph for paragraph in donor)
    held = insert_passage(host, passage, chance)
    assert count_words(held) == count_words(host) + len(passage.split())
    assert any(one == f"{paragraph} {passage}" for one, paragraph in zip(held, host, strict=True))


@given(TEXTS, st.integers(0, 1000))
def test_the_same_seed_makes_the_same_edits(text, seed):
    one, other = random.Random(seed), random.Random(seed)
    assert cut_text(text, one) == cut_text(text, other)
    assert edit_words(text, 0.2, FRESH, one) == edit_words(text, 0.2, FRESH, other)
