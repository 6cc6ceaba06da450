"""The stage's front door: whatever the user gives, one report or one error after the other, in the order given.

It decides what an input is (file, folder, address, standard input) and which reader takes it, and sees to it that
nothing is read twice. Nothing that is wrong with one item keeps the next from being read.
"""

import codecs
import importlib
import io
import itertools
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, cast

from rashomon.ingest import jsonl
from rashomon.ingest.files import FoundFile, find_files, read_file
from rashomon.ingest.jsonl import is_json_object, read_jsonl
from rashomon.ingest.limits import Limits
from rashomon.ingest.rejection import reject
from rashomon.ingest.report import Draft, Report, make_report
from rashomon.ingest.texts import read_text
from rashomon.model.document import RawInput
from rashomon.model.errors import InputError
from rashomon.model.ids import digest_bytes
from rashomon.ports import PageFetcher

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STDIN: Final = "-"

_SNIFFED_LINES: Final = 20
_HTML_STARTS: Final = (b"<!doctype html", b"<html", b"<?xml")


class _HeadFirst(io.RawIOBase):
    """A stream whose first bytes were read already to see what it is."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        data = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(data)] = data
        return len(data)


class _PageReader(Protocol):
    def __call__(self, raw: RawInput, *, input_id: str, where: str, url: str = "") -> Iterator[Draft | InputError]: ...


@dataclass(slots=True)
class _Seen:
    """What one run has met, so that nothing is read twice under one name."""

    texts: set[tuple[str, str]] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    limits: Limits
    fetcher: PageFetcher
    stdin: BinaryIO
    stdin_id: str
    seen: _Seen = field(default_factory=_Seen)


def read_inputs(
    inputs: Sequence[str], *, limits: Limits, fetcher: PageFetcher, stdin: BinaryIO, stdin_id: str = STDIN
) -> Iterator[Report | InputError]:
    """Yield every report the inputs hold, lazily, and in place of what could not be read an error.

    An input is a file, a folder, an http(s) address, or "-" for standard input, whose reports go by `stdin_id`. Several
    texts under one id are versions of one article. Errors R-INGEST-008 (date) and some of
    R-INGEST-009 (encoding) are notices: the report they name follows, without its date or with the bytes as could be
    read. All others stand for an item that is left out. Nothing is raised for bad input.
    """
    run = _Run(limits=limits, fetcher=fetcher, stdin=stdin, stdin_id=stdin_id)
    if not inputs:
        yield reject("R-INGEST-001", "no input given")
    for given in inputs:
        for item in _read_input(given, run):
            yield item if isinstance(item, InputError) else _admit(item, run.seen)


def _admit(draft: Draft, seen: _Seen) -> Report | InputError:
    # Another text under a known id is a version of the article.
    told = (draft.input_id, digest_bytes(draft.text.encode("utf-8", "surrogatepass")))
    if told in seen.texts:
        return reject("R-INGEST-010", f"{draft.where} (id {draft.input_id[:80]!r})")
    seen.texts.add(told)
    try:
        return make_report(draft)
    except InputError as error:
        return error


def _read_input(given: str, run: _Run) -> Iterator[Draft | InputError]:
    if given == STDIN:
        yield from _read_stdin(run)
    elif given.lower().startswith(("http://", "https://")):
        yield from _stopping_at_errors(_read_address(given, run))
    else:
        for found in find_files(given):
            if isinstance(found, InputError):
                yield found
            else:
                yield from _stopping_at_errors(_read_found(found, run))


def _stopping_at_errors(drafts: Iterator[Draft | InputError]) -> Iterator[Draft | InputError]:
    try:
        yield from drafts
    except InputError as error:
        yield error


def _read_found(found: FoundFile, run: _Run) -> Iterator[Draft | InputError]:
    real = os.path.realpath(found.path)
    if real in run.seen.paths:
        raise reject("R-INGEST-010", found.where, what="file given twice", advice="It was read once.")
    run.seen.paths.add(real)
    # Two folders may each hold a notes.txt: the second goes by its whole path rather than being lost.
    name = found.name if found.name not in run.seen.names else found.where
    run.seen.names.add(name)
    if found.media_type == jsonl.MEDIA_TYPE:
        yield from _read_jsonl_file(found, name, run.limits)
        return
    is_page = found.media_type == "text/html"
    data = read_file(found, max_bytes=run.limits.page_bytes if is_page else run.limits.max_bytes)
    raw = RawInput(sha256=digest_bytes(data), media_type=found.media_type, data=data)
    yield from _read_whole(raw, input_id=name, where=found.where)


def _read_jsonl_file(found: FoundFile, name: str, limits: Limits) -> Iterator[Draft | InputError]:
    try:
        stream = found.path.open("rb")
    except OSError as error:
        raise reject("R-INGEST-014", found.where) from error
    with stream:
        if not stream.read(1):
            raise reject("R-INGEST-002", found.where)
        stream.seek(0)
        yield from read_jsonl(stream, name=name, where=found.where, limits=limits)


def _read_whole(raw: RawInput, *, input_id: str, where: str) -> Iterator[Draft | InputError]:
    if raw.media_type == "text/html":
        return _load_page_reader()(raw, input_id=input_id, where=where)
    return read_text(raw, input_id=input_id, where=where)


def _load_page_reader() -> _PageReader:
    # The page reader stands on trafilatura, whose import takes half a second that text input need not pay.
    return cast(_PageReader, importlib.import_module("rashomon.ingest.pages").read_page)


def _read_address(url: str, run: _Run) -> Iterator[Draft | InputError]:
    raw = run.fetcher.fetch(url)
    kind = raw.media_type.partition(";")[0].strip().lower()
    sniffed = raw.data.removeprefix(codecs.BOM_UTF8).lstrip()[:20].lower().startswith(_HTML_STARTS)
    is_page = kind in ("text/html", "application/xhtml+xml") or (sniffed and kind in ("", "text/plain"))
    limit = run.limits.page_bytes if is_page else run.limits.max_bytes
    if not raw.data.strip():
        raise reject("R-INGEST-002", url, what="the page is empty")
    if len(raw.data) > limit:
        raise reject("R-INGEST-005", url, what=f"too large ({len(raw.data):,} bytes; limit {limit:,})")
    if kind in ("application/jsonl", "application/x-ndjson", "application/ndjson", "application/x-jsonlines"):
        yield from read_jsonl(io.BytesIO(raw.data), name=url, where=url, limits=run.limits)
    elif is_page:
        yield from _load_page_reader()(raw, input_id=url, where=url, url=url)
    elif kind in ("", "text/plain", "text/markdown"):
        yield from read_text(raw, input_id=url, where=url, url=url)
    else:
        raise reject("R-INGEST-013", url, what=f"kind of page not supported ({kind})")


def _read_stdin(run: _Run) -> Iterator[Draft | InputError]:
    """Standard input is JSONL if one of its first lines is a JSON object and the first one begins like one."""
    head: list[bytes] = []
    size = 0
    while len(head) < _SNIFFED_LINES and size <= run.limits.max_bytes:
        line = run.stdin.readline(run.limits.max_bytes + 2)
        if not line:
            break
        head.append(line)
        size += len(line)
    yield from _stopping_at_errors(_read_sniffed(head, run))


def _read_sniffed(head: Sequence[bytes], run: _Run) -> Iterator[Draft | InputError]:
    where = "standard input"
    full = [line for line in head if line.strip()]
    looks_jsonl = bool(full) and full[0].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")
    if looks_jsonl and any(map(is_json_object, full)):
        stream = io.BufferedReader(_HeadFirst(b"".join(head), run.stdin))
        yield from read_jsonl(stream, name=run.stdin_id, where=where, limits=run.limits)
        return
    data = b"".join(itertools.chain(head, [run.stdin.read(run.limits.max_bytes + 1)]))
    is_page = data.removeprefix(codecs.BOM_UTF8).lstrip()[:20].lower().startswith(_HTML_STARTS)
    limit = run.limits.page_bytes if is_page else run.limits.max_bytes
    if not data:
        raise reject("R-INGEST-002", where, what="nothing on standard input")
    if len(data) > limit:
        raise reject("R-INGEST-005", where, what=f"too large (limit {limit:,} bytes)")
    raw = RawInput(sha256=digest_bytes(data), media_type="text/html" if is_page else "text/plain", data=data)
    yield from _read_whole(raw, input_id=run.stdin_id, where=where)
