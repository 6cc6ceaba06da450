"""Windows of word pieces: exact places, bounded length, nothing read twice."""

import re

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from rashomon.extract.tagger import WEIGHTS
from rashomon.extract.windows import WINDOW, make_windows
from rashomon.model.attribution import Span

TOKENIZER = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()


def whole(text):
    return [Span(start=0, end=len(text))]


def read(text, spans=None, **options):
    return make_windows(text, whole(text) if spans is None else spans, TOKENIZER, **options)


def pieces_of(window):
    return [(int(s), int(e)) for s, e in zip(window.starts, window.ends, strict=True) if s >= 0]


@given(st.text(max_size=400))
def test_pieces_stand_in_order_and_inside_the_text(text):
    places = [place for window in read(text) for place in pieces_of(window)]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert places == sorted(places)


@given(st.text(alphabet="abc de.,\n\"“”'!", max_size=900), st.integers(8, 40))
def test_a_window_is_never_longer_than_its_bound(text, size):
    assert all(len(window.ids) <= size for window in read(text, size=size))


def test_every_letter_belongs_to_exactly_one_piece():
    text = "The ministry said it “did nothing”. Naïve Ærø, 東京 and кот. " * 60
    covered = [at for window in read(text) for s, e in pieces_of(window) for at in range(s, e)]
    assert len(covered) == len(set(covered))
    assert {m.start() for m in re.finditer(r"\w", text)} <= set(covered)


def test_passages_share_a_window_with_a_break_between_them():
    text = "One said so.\n\nAnother did not."
    windows = read(text, [Span(start=0, end=12), Span(start=14, end=30)])
    assert len(windows) == 1
    assert windows[0].passage[1] == 0 and windows[0].passage[-2] == 1
    assert (windows[0].starts == -1).sum() == 3


def test_a_long_passage_is_cut_behind_a_sentence():
    text = "He said the bridge was mined. " * 60
    first, *_ = read(text.strip())
    assert text[: pieces_of(first)[-1][1]].endswith("mined.")
    assert len(first.ids) <= WINDOW


def test_letter_case_and_quotation_marks_are_told():
    text = "KYIV Reuters said “no more” 12"
    window = read(text)[0]
    shapes = {text[s:e]: int(window.shape[n]) for n, (s, e) in enumerate(pieces_of(window), start=1)}
    assert shapes["said"] == 0 and shapes["Reuters"] == 1 and shapes["12"] == 4
    quoted = [text[s:e] for n, (s, e) in enumerate(pieces_of(window), start=1) if window.quoted[n]]
    assert quoted == ["“", "no", "more", "”"]


def test_a_quotation_nobody_closes_ends_with_its_passage():
    text = '"One said\n\nAnother did not.'
    window = read(text, [Span(start=0, end=9), Span(start=11, end=27)])[0]
    assert not window.quoted[window.passage == 1].any()


def test_white_space_alone_gives_no_window():
    assert read(" \t ") == []


def test_half_of_a_surrogate_pair_is_read_over():
    text = "He said \ud83d the mine was shut."
    assert [text[s:e] for w in read(text) for s, e in pieces_of(w)][-3:] == ["was", "shut", "."]
