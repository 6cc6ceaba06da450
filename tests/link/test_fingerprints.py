import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.fingerprints import GRAM_WORDS, WINDOW_GRAMS, hash_grams, read_words, winnow
from rashomon.link.passages import find_shared_passages

WORDS = st.lists(
    st.sampled_from("amber bell cedar dune echo fern gate hill iris jade kelp lark".split()), min_size=9, max_size=60
)


@given(text=st.text(max_size=200))
def test_words_are_exact_slices_of_the_text(text):
    words = read_words(text)
    for folded, start, end in zip(words.folded, words.starts, words.ends, strict=True):
        assert text[start:end].casefold().replace("’", "'") == folded


def test_hashes_are_the_same_on_every_machine():
    assert int(read_words("Harbour").hashes[0]) == int(read_words("HARBOUR").hashes[0]) == 359356526591091938


def test_words_inside_quotation_marks_are_marked():
    words = read_words('He said "it was not us" and “nobody knows” twice.')
    assert [word for word, quoted in zip(words.folded, words.quoted, strict=True) if quoted] == [
        *("it", "was", "not", "us"),
        *("nobody", "knows"),
    ]


@given(shared=WORDS, before=WORDS, after=WORDS)
def test_texts_that_share_nine_words_in_a_run_share_a_fingerprint(shared, before, after):
    assert GRAM_WORDS + WINDOW_GRAMS - 1 == 9
    marks = []
    for words in ([*before, *shared], [*shared, *after]):
        grams = hash_grams(read_words(" ".join(words)).hashes, GRAM_WORDS)
        marks.append({int(grams[place]) for place in winnow(grams)})
    assert marks[0] & marks[1]


def test_winnowing_takes_the_rightmost_of_equal_hashes():
    assert winnow(np.array([5, 1, 1, 1, 1, 9], dtype=np.uint64)).tolist() == [3, 4]


def test_passages_name_the_first_who_had_them_and_where(make_document):
    run = "the bow visor had been repaired with borrowed parts in the spring by a yard that nobody could name"
    first = make_document("first", f"Divers say {run}.", at=(2, 8))
    second = make_document("second", f"It is known that {run}, he said.", at=(2, 9))
    third = make_document("third", f"Again: {run.upper()}!", at=(2, 10))
    found = find_shared_passages([third, second, first])
    assert found["first"] == ()
    for document in (second, third):
        (passage,) = found[document.id]
        assert passage.first_seen == "first"
        assert document.text[passage.start : passage.end].casefold() == run
        assert first.text[passage.at :].startswith(run)
