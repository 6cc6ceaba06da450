"""Whatever is given is read, or is one clear line; the rest is read all the same."""

import io
import json
import os
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest import FixedFetcher, Limits, Report, read_inputs
from rashomon.model.errors import CODES, InputError

TEXT = "The ferry sank, the harbour master said."


def read(*inputs, stdin=b"", limits=None, pages=None, media_type="text/html"):
    fetcher = FixedFetcher(pages=pages or {}, media_type=media_type)
    return list(
        read_inputs([str(i) for i in inputs], limits=limits or Limits(), fetcher=fetcher, stdin=io.BytesIO(stdin))
    )


def codes(items):
    return [item.code if isinstance(item, InputError) else item.document.input_id for item in items]


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_is_kept_verbatim_with_its_bytes(tmp_path):
    data = "\r\n  Caf\u00e9 \U0001f600 burnt down. \r\n\r\nEnd \n".encode()
    (report,) = read(write(tmp_path, "a.txt", data))
    assert report.document.text == data.decode()
    assert report.raw.data == data
    assert report.document.raw_sha256 == report.raw.sha256 == sha256(data).hexdigest()
    assert [p.text for p in report.passages] == ["Caf\u00e9 \U0001f600 burnt down.", "End"]


def test_front_matter_describes_a_text_and_stays_in_it(tmp_path):
    fields = "publisher: Sentinel\npublished_at: 2020-05-01T10:00:00+02:00\ntitle: T\nurl: https://a.example/1"
    text = f"---\n{fields}\n---\nBody here."
    (report,) = read(write(tmp_path, "a.md", text))
    document = report.document
    assert (document.text, document.publisher, document.title, document.url) == (
        text,
        "Sentinel",
        "T",
        "https://a.example/1",
    )
    assert document.published_at == datetime(2020, 5, 1, 8, tzinfo=UTC)
    assert [p.text for p in report.passages] == ["Body here."]


def test_jsonl_fields_become_the_document_s(tmp_path):
    line = {"id": "r1", "url": "https://www.a.example/x", "published_at": "2020-05-01", "title": "T", "text": TEXT,
            "author": "Ann Lee", "language": "en"}  # fmt: skip
    (report,) = read(write(tmp_path, "a.jsonl", json.dumps(line)))
    document = report.document
    assert (document.input_id, document.publisher, document.authors) == ("r1", "a.example", ("Ann Lee",))
    assert document.published_at == datetime(2020, 5, 1, tzinfo=UTC)
    assert report.raw.data == json.dumps(line).encode()


def test_the_same_input_gives_the_same_ids(tmp_path):
    path = write(tmp_path, "a.txt", TEXT)
    assert read(path) == read(path)


def test_every_kind_of_bad_input_is_one_line_and_the_rest_is_read(tmp_path):
    write(tmp_path, "01-empty.txt", b"")
    write(tmp_path, "02-picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    write(tmp_path, "03-blank.txt", b" \n\t\n")
    write(tmp_path, "04-pictures.html", b"<html><body><h1>Gallery</h1><img src=a><img src=b></body></html>")
    write(
        tmp_path,
        "05-broken.jsonl",
        b'{"id": "a", "text": "One."}\n{"id": "b", "text": \n\n{"id": "c", "text": "Two."}\n',
    )
    write(tmp_path, "06-types.jsonl", b'{"text": 5}\n{"title": "x"}\n[1]\n{"text": "Three.", "url": 7}\n')
    write(tmp_path, "07-date.jsonl", b'{"id": "d", "text": "Four.", "published_at": "last Tuesday"}')
    write(tmp_path, "08-mixed.txt", "caf\u00e9 ".encode() + b"caf\xe9 here is more text")
    write(tmp_path, "09-again.jsonl", b'{"id": "a", "text": "One."}\n{"id": "e", "text": "Five."}')
    write(tmp_path, "10-good.txt", TEXT)
    items = read(tmp_path, tmp_path / "nowhere.txt", "https://a.example/gone", tmp_path / "10-good.txt")
    assert codes(items) == [
        "R-INGEST-002", "R-INGEST-003", "R-INGEST-004", "R-INGEST-004", "a", "R-INGEST-006", "c", "R-INGEST-007",
        "R-INGEST-007", "R-INGEST-007", "R-INGEST-007", "R-INGEST-008", "d", "R-INGEST-009", "08-mixed.txt",
        "R-INGEST-010", "e", "10-good.txt", "R-INGEST-001", "R-INGEST-012", "R-INGEST-010",
    ]  # fmt: skip
    for error in filter(lambda item: isinstance(item, InputError), items):
        assert error.code in CODES
        assert str(error).isprintable()
    assert "05-broken.jsonl:2" in str(items[5])
    assert "06-types.jsonl:3" in str(items[9])


def test_a_wrong_date_costs_the_date_and_not_the_report(tmp_path):
    for content in (b'{"text": "x.", "published_at": "30.5.2023"}', b'{"text": "x.", "published_at": 1685420400}'):
        notice, report = read(write(tmp_path, "a.jsonl", content))
        assert notice.code == "R-INGEST-008"
        assert report.document.published_at is None


def test_fifty_megabytes_of_text_are_refused_unread(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert codes(read(path, write(tmp_path, "a.txt", TEXT))) == ["R-INGEST-005", "a.txt"]


def test_a_line_that_is_too_long_is_passed_over(tmp_path):
    lines = b'{"id": "a", "text": "One."}\n{"id": "b", "text": "' + b"x" * 200_000 + b'"}\n{"id": "c", "text": "Two."}'
    assert codes(read(write(tmp_path, "a.jsonl", lines), limits=Limits(max_bytes=100))) == ["a", "R-INGEST-005", "c"]


def test_a_line_of_exactly_the_limit_is_read(tmp_path):
    line = b'{"id": "a", "text": "One."}'
    for end in (b"", b"\n", b"\r\n"):
        assert codes(read(write(tmp_path, "a.jsonl", line + end), limits=Limits(max_bytes=len(line)))) == ["a"]


def test_hostile_json_is_broken_json(tmp_path):
    lines = [
        b'{"text": "x", "deep": ' + b"[" * 100_000,
        b'{"text": "x", "id": ' + b"9" * 6000 + b"}",
        b'{"text": "\\u0000"}',
    ]
    assert codes(read(write(tmp_path, "a.jsonl", b"\n".join(lines)))) == [
        "R-INGEST-006",
        "R-INGEST-007",
        "R-INGEST-003",
    ]


def test_half_a_surrogate_pair_keeps_its_place(tmp_path):
    notice, report = read(write(tmp_path, "a.jsonl", b'{"text": "a\\ud800b \\ud83d\\ude00 \\\\ud800"}'))
    assert notice.code == "R-INGEST-009"
    assert report.document.text == "a\ufffdb \U0001f600 \\ud800"


def test_byte_order_marks_and_utf_16_are_read(tmp_path):
    line = '{"id": "é", "text": "Café."}\r\n{"id": "2", "text": "x"}'
    for codec in ("utf-8-sig", "utf-16"):
        assert codes(read(write(tmp_path, "a.jsonl", line.encode(codec)))) == ["é", "2"]
    (report,) = read(write(tmp_path, "a.txt", TEXT.encode("utf-8-sig")))
    assert report.document.text == TEXT


def test_a_report_without_an_id_is_named_after_file_and_line(tmp_path):
    assert codes(read(write(tmp_path, "a.jsonl", b'\n{"text": "x"}\n{"text": "y", "id": 7}'))) == ["a.jsonl:2", "7"]


def test_folders_are_read_in_order_without_hidden_and_unknown_files(tmp_path):
    for name in ("b.txt", "a/z.md", "a/.hidden.txt", ".git/x.txt", "c.docx", "a/b/c.TXT"):
        write(tmp_path, name, TEXT)
    assert codes(read(tmp_path)) == ["b.txt", "a/z.md", "a/b/c.TXT"]


def test_links_do_not_lead_out_of_a_folder(tmp_path):
    secret = write(tmp_path, "outside/secret.txt", TEXT)
    inside = write(tmp_path, "in/a.txt", TEXT)
    (tmp_path / "in" / "b.txt").symlink_to(secret)
    (tmp_path / "in" / "c").symlink_to(secret.parent)
    (tmp_path / "in" / "d").symlink_to(inside.parent)
    (tmp_path / "in" / "e.txt").symlink_to(inside)
    assert codes(read(tmp_path / "in")) == ["a.txt", "R-INGEST-014", "R-INGEST-014"]


def test_two_files_of_one_name_are_both_read_but_one_file_only_once(tmp_path):
    one, two = write(tmp_path, "1/a.txt", TEXT), write(tmp_path, "2/a.txt", TEXT)
    assert codes(read(one, two, one, tmp_path / "1")) == ["a.txt", str(two), "R-INGEST-010", "R-INGEST-010"]


def test_what_cannot_be_a_report_is_refused_by_name(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "nothing").mkdir()
    inputs = (write(tmp_path, "a.docx", b"x"), tmp_path / "pipe.txt", tmp_path / "nothing", "a\x00b")
    assert codes(read(*inputs)) == ["R-INGEST-013", "R-INGEST-014", "R-INGEST-001", "R-INGEST-014"]
    assert codes(read()) == ["R-INGEST-001"]


def test_a_file_name_cannot_break_the_line(tmp_path):
    (error,) = read(write(tmp_path, "a\n\x1b[31mb.txt", b""))
    assert str(error).isprintable()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'\n{"id": "a", "text": "One."}\n{"text": "Two."}\n', ["a", "-:3"]),
        (b'{"id": "a", "text"\n{"id": "b", "text": "Two."}\n', ["R-INGEST-006", "b"]),
        (b"{a note} in braces\nmore", ["-"]),
        (TEXT.encode(), ["-"]),
        (b"<!DOCTYPE html><p>The ferry sank, the harbour master said.</p>", ["-"]),
        (b"", ["R-INGEST-002"]),
        (b"  \n\n", ["R-INGEST-004"]),
        (b"x" * 1001, ["R-INGEST-005"]),
        (b"x\n" * 600, ["R-INGEST-005"]),
    ],
)
def test_standard_input_is_jsonl_or_one_text(data, expected):
    assert codes(read("-", stdin=data, limits=Limits(max_bytes=1000))) == expected


def test_long_jsonl_on_standard_input_is_read_to_its_end():
    lines = b"".join(b'{"id": "%d", "text": "Report %d."}\n' % (n, n) for n in range(2000))
    assert codes(read("-", stdin=lines, limits=Limits(max_bytes=1000))) == [str(n) for n in range(2000)]


def test_fetched_pages_are_read_by_their_kind():
    url = "https://a.example/x"
    page = f"<html><body><p>{TEXT}</p></body></html>".encode()
    for media_type in ("text/html; charset=utf-8", "", "text/plain", "application/xhtml+xml"):
        (report,) = read(url, pages={url: page}, media_type=media_type)
        assert (report.document.text, report.document.input_id, report.document.publisher) == (TEXT, url, "a.example")
    (report,) = read(url, pages={url: TEXT.encode()}, media_type="text/plain")
    assert (report.document.text, report.document.url) == (TEXT, url)
    assert codes(read(url, pages={url: b'{"text": "a"}'}, media_type="application/x-ndjson")) == [f"{url}:1"]
    assert codes(read(url, pages={url: page}, media_type="application/pdf")) == ["R-INGEST-013"]
    assert codes(read(url, pages={url: b" "})) == ["R-INGEST-002"]
    assert codes(read(url, pages={url: page}, limits=Limits(max_html_bytes=10))) == ["R-INGEST-005"]


@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".html", ".jsonl"]))
def test_no_bytes_whatever_raise_and_every_passage_is_its_slice(tmp_path_factory, data, suffix):
    path = write(tmp_path_factory.getbasetemp(), f"any{suffix}", data)
    for item in read(path):
        if isinstance(item, Report):
            assert item.passages
            assert all(p.text == item.document.text[p.start : p.end] for p in item.passages)
        else:
            assert str(item).isprintable()
