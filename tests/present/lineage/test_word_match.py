from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.word_match import Step, list_words, match_words

words = st.lists(st.sampled_from(["fire", "barge", "a", "of", "pier", "clerk", "the"]), max_size=80)


def cut(left: str, right: str) -> list[tuple[bool, str, str]]:
    mine, theirs = left.split(), right.split()
    return [
        (step.same, " ".join(mine[step.left : step.left_end]), " ".join(theirs[step.right : step.right_end]))
        for step in match_words(mine, theirs)
    ]


@given(words, words)
def test_steps_lead_through_both_texts_without_a_gap(left: list[str], right: list[str]) -> None:
    i = j = 0
    for step in match_words(left, right):
        assert (step.left, step.right) == (i, j)
        assert step.left_end > i or step.right_end > j
        if step.same:
            assert left[i : step.left_end] == right[j : step.right_end]
        i, j = step.left_end, step.right_end
    assert (i, j) == (len(left), len(right))


@given(words)
def test_a_text_is_the_same_as_itself(text: list[str]) -> None:
    whole = (Step(same=True, left=0, left_end=len(text), right=0, right_end=len(text)),)
    assert match_words(text, text) == (whole if text else ())


def test_a_changed_word_stands_between_what_is_the_same() -> None:
    assert cut("it blamed Kyiv for the fire", "it accused Kyiv for the fire") == [
        (True, "it", "it"),
        (False, "blamed", "accused"),
        (True, "Kyiv for the fire", "Kyiv for the fire"),
    ]


def test_words_put_in_and_left_out_stand_on_one_side_only() -> None:
    assert cut("the old depot burned down", "the depot burned down in Almar") == [
        (True, "the", "the"),
        (False, "old", ""),
        (True, "depot burned down", "depot burned down"),
        (False, "", "in Almar"),
    ]


def test_one_short_word_is_no_meeting() -> None:
    assert cut("rain of may", "hail of june") == [(False, "rain of may", "hail of june")]


def test_words_are_compared_without_case_and_kind_of_apostrophe() -> None:
    assert [word.folded for word in list_words("Quill’s QUILL'S, (no)")] == ["quill's", "quill's", "no"]


def test_words_are_where_they_say() -> None:
    text = "A  fire,\nnot two."
    assert [text[word.start : word.end] for word in list_words(text, 2, 12)] == ["fire", "not"]
