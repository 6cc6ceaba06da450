import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.copy_index import CopyIndex
from rashomon.link.fingerprints import (
    GRAM_WORDS,
    WINDOW_GRAMS,
    cover_words,
    fold_words,
    is_fine,
    map_words,
    take_fine_grams,
    take_fingerprint,
    winnow,
)

WORDS = st.lists(
    st.sampled_from("amber bell cedar dune echo fern gate hill iris jade kelp lark".split()), min_size=9, max_size=60
)


@given(text=st.text(max_size=200))
def test_words_stand_where_they_are_said_to(text):
    placed = map_words(text)
    slices = [text[start:end] for start, end in zip(placed.starts, placed.ends, strict=True)]
    assert [word for part in slices for word in fold_words(part)] == fold_words(text)
    assert len(slices) == len(fold_words(text)) == len(take_fingerprint(text))


def test_hashes_are_the_same_on_every_machine_and_tell_content_apart():
    words = take_fingerprint("Harbour HARBOUR the").words.tolist()
    assert words == [2655051595, 2655051595, 1916724902]
    assert [word & 1 for word in words] == [1, 1, 0]


def test_words_inside_quotation_marks_are_marked():
    text = 'He said "it was not us" and “nobody knows” twice.'
    quoted = map_words(text).quoted
    assert [word for word, inside in zip(fold_words(text), quoted, strict=True) if inside] == [
        *("it", "was", "not", "us"),
        *("nobody", "knows"),
    ]


@given(shared=WORDS, before=WORDS, after=WORDS)
def test_texts_that_share_nine_words_in_a_run_share_a_mark_of_six(shared, before, after):
    assert GRAM_WORDS + WINDOW_GRAMS - 1 == 9
    marks = []
    for words in ([*before, *shared], [*shared, *after]):
        found = take_fingerprint(" ".join(words)).marks
        marks.append(set(found[~is_fine(found)].tolist()))
    assert marks[0] & marks[1]


@given(one=WORDS, other=WORDS)
def test_covered_words_are_those_in_runs_of_three_of_the_other(one, other):
    covered = cover_words(*(take_fine_grams(take_fingerprint(" ".join(words)).words) for words in (one, other)))
    runs = {tuple(other[at : at + 3]) for at in range(len(other) - 2)}
    expected = [any(tuple(one[at : at + 3]) in runs for at in range(max(0, n - 2), n + 1)) for n in range(len(one))]
    assert covered.tolist() == expected


def test_winnowing_takes_the_rightmost_of_equal_hashes():
    assert winnow(np.array([5, 1, 1, 1, 1, 9], dtype=np.uint64)).tolist() == [3, 4]


def test_passages_name_the_first_who_had_them_and_where(make_document):
    run = "the bow visor had been repaired with borrowed parts in the spring by a yard that nobody could name"
    first = make_document("first", f"Divers say {run}.", at=(2, 8))
    second = make_document("second", f"It is known that {run}, he said.", at=(2, 9))
    third = make_document("third", f"Again: {run.upper()}!", at=(2, 10))
    index = CopyIndex()
    index.extend([third, second, first])
    found = index.find_passages([third, second, first])
    assert found["first"] == ()
    for document in (second, third):
        ((passage, source),) = found[document.id]
        here, there = map_words(document.text), map_words(first.text)
        assert source.id == "first"
        assert document.text[here.starts[passage.at] : here.ends[passage.end - 1]].casefold() == run
        assert first.text[there.starts[passage.source_at] : there.ends[passage.source_end - 1]] == run
