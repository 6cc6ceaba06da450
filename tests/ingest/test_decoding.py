"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.decoding import decode_text
from rashomon.model.errors import InputError

PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@given(PRINTABLE, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_text_comes_back_as_it_was_written(text, codec):
    if codec == "utf-8" and text.startswith("\ufeff"):
        return
    assert decode_text(text.encode(codec), where="x") == (text, None)


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_one_clear_error(data):
    try:
        text, notice = decode_text(data, where="x")
    except InputError as error:
        assert error.code in ("R-INGEST-003", "R-INGEST-009")
    else:
        assert text.encode("utf-8").decode("utf-8") == text
        assert notice is None or notice.code == "R-INGEST-009"


def test_windows_1252_is_read_without_fuss():
    assert decode_text("“Caf\u00e9” costs 5 €".encode("cp1252"), where="x") == ("“Caf\u00e9” costs 5 €", None)


def test_mixed_encodings_are_read_and_said_to_be_mixed():
    data = "In UTF-8: caf\u00e9.\n".encode() + "In another: caf\u00e9.\n".encode("latin-1")
    text, notice = decode_text(data, where="mixed.txt")
    assert text == "In UTF-8: caf\u00e9.\nIn another: caf\u00e9.\n"
    assert notice is not None
    assert str(notice).startswith("R-INGEST-009: mixed text encodings: 1 bytes")


def test_a_declared_encoding_is_believed_where_utf_8_does_not_fit():
    assert decode_text("Взрыв".encode("koi8-r"), where="x", declared="KOI8-R")[0] == "Взрыв"


@pytest.mark.parametrize("codec", ["rot13", "zlib", "idna", "no-such-codec", ""])
def test_a_declared_encoding_that_is_none_is_ignored(codec):
    assert decode_text(b"caf\xe9 and more text", where="x", declared=codec)[0] == "caf\u00e9 and more text"


def test_an_encoding_that_nothing_names_is_rejected_rather_than_guessed():
    with pytest.raises(InputError, match="R-INGEST-009"):
        decode_text("Взрыв на мосту".encode("koi8-r"), where="x")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"%PDF-1.7 text", bytes(range(1, 32)) * 3, b"a\x00b"])
def test_binary_data_is_no_text(data):
    with pytest.raises(InputError, match="R-INGEST-003"):
        decode_text(data, where="x")


def test_utf_16_cut_in_half_is_rejected():
    with pytest.raises(InputError, match="R-INGEST-009"):
        decode_text("abc".encode("utf-16")[:-1], where="x")
