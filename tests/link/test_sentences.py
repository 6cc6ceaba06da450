from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.sentences import find_sentence, split_sentences


def test_abbreviations_do_not_end_a_sentence_and_lines_do():
    text = 'Gen. Otu of the U.S. Army spoke at 4 p.m. Monday. "It was us." He left\n\nA new line'
    assert [(text[one.start : one.end], one.paragraph) for one in split_sentences(text)] == [
        ("Gen. Otu of the U.S. Army spoke at 4 p.m. Monday.", 0),
        ('"It was us."', 0),
        ("He left", 0),
        ("A new line", 1),
    ]


def test_wrapped_lines_belong_together():
    text = (
        "The ferry capsized within sight of the harbour wall on Thursday\nevening, and nineteen passengers are lost. "
        "Nobody knows\nwhy.\n\nDivers search."
    )
    assert [one.paragraph for one in split_sentences(text)] == [0, 0, 1]


@given(text=st.text(alphabet="aB. \n\"'”!é", max_size=120))
def test_sentences_hold_everything_but_white_space_once_and_in_order(text):
    sentences = split_sentences(text)
    kept = "".join(text[one.start : one.end] for one in sentences)
    assert "".join(kept.split()) == "".join(text.split())
    for number, one in enumerate(sentences):
        assert find_sentence(sentences, one.start) == number
