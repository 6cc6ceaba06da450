"""Text to tokens: offsets are exact whatever the text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.extract.parsing import CHUNK_CHARACTERS, cut_pieces, split_paragraphs


def test_blank_lines_part_paragraphs_and_line_breaks_part_headlines():
    text = "A headline\nThe first line of a story that is a good deal longer.\n\nThe second."
    assert [text[s:e] for s, e in split_paragraphs(text)] == [
        "A headline",
        "The first line of a story that is a good deal longer.",
        "The second.",
    ]


def test_lines_wrapped_by_hand_stay_one_paragraph():
    text = "The ministry said late on Monday that the dam above the\ntown had been mined by somebody who knew it well."
    assert len(split_paragraphs(text)) == 1


def test_a_long_line_is_cut_behind_a_sentence():
    text = "It rained all day. " * 400
    pieces = list(cut_pieces(text, 0, len(text)))
    assert "".join(text[s:e] for s, e in pieces) == text
    assert all(e - s <= CHUNK_CHARACTERS for s, e in pieces)
    assert all(text[s:e].endswith(". ") for s, e in pieces)


@given(st.text(max_size=6_000))
def test_pieces_cover_a_text_without_gap_or_overlap(text):
    assert "".join(text[s:e] for s, e in cut_pieces(text, 0, len(text))) == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" \n\"'“”.,:;()")), max_size=200))
def test_every_token_is_its_slice_of_the_text(parse, text):
    parsed = parse(text)
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)
    assert [t.index for t in parsed.tokens] == list(range(len(parsed.tokens)))
    assert all(parsed.sentences[t.sentence].first <= t.index < parsed.sentences[t.sentence].last for t in parsed.tokens)
    assert all(parsed.paragraphs[t.paragraph].start <= t.start for t in parsed.tokens)
