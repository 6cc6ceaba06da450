"""JSONL: a report a line, read line by line, so that a file of any length and with any broken line can be read."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec

from rashomon.ingest.dates import parse_time
from rashomon.ingest.decoding import decode_text
from rashomon.ingest.limits import Limits
from rashomon.ingest.rejection import reject
from rashomon.ingest.report import Draft
from rashomon.model.document import RawInput
from rashomon.model.errors import InputError
from rashomon.model.ids import digest_bytes

MEDIA_TYPE: Final = "application/jsonl"

_CHUNK: Final = 1 << 16
_UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ESCAPE: Final = re.compile(
    r"(?P<whole>\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
"""Python's own writer leaves half a surrogate pair as an escape; no Unicode text, but one code point all the same."""


class _Line(msgspec.Struct):
    """A line's fields (CONTRACT). A date of the wrong type costs the date, not the report."""

    text: str
    id: str | int | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: object = None
    title: str | None = None
    author: str | list[str] | None = None
    language: str | None = None


def read_jsonl(stream: BinaryIO, *, name: str, where: str, limits: Limits) -> Iterator[Draft | InputError]:
    """Yield the draft of each line, in place of a broken one its error with file and line.

    Blank lines are skipped but counted. A report without an id is called "name:line".
    """
    for number, data in enumerate(_lines(stream, limits.max_bytes), start=1):
        place = f"{where}:{number}"
        if data is None:
            yield reject("R-INGEST-005", place)
        elif data.strip():
            yield from _read_line(data, input_id=f"{name}:{number}", where=place)


def is_json_object(line: bytes) -> bool:
    """True where a line is one JSON object, whatever its fields."""
    if not line.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return False
    try:
        msgspec.json.decode(line.removeprefix(codecs.BOM_UTF8), type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def _lines(stream: BinaryIO, max_bytes: int) -> Iterator[bytes | None]:
    """Yield each line's bytes without its end; None for one that is too long, which is passed over unread."""
    first = True
    while line := stream.readline(max_bytes + 2):
        if first and line.startswith(_UTF16_MARKS):
            yield from _recoded_lines(line + stream.read(max_bytes), max_bytes)
            return
        first = False
        body = line.rstrip(b"\r\n")
        if len(body) <= max_bytes:
            yield body
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


def _recoded_lines(data: bytes, max_bytes: int) -> Iterator[bytes | None]:
    """UTF-16, as some shells write it, has line ends of two bytes: such a file is read whole and as UTF-8."""
    if len(data) > max_bytes:
        yield None
        return
    yield from data.decode("utf-16", "replace").encode("utf-8").splitlines()


def _read_line(data: bytes, *, input_id: str, where: str) -> Iterator[Draft | InputError]:
    try:
        text, notice = decode_text(data, where=where)
    except InputError as error:
        yield error
        return
    whole = _ESCAPE.sub(_mend_escape, text)
    if whole != text:
        notice = reject("R-INGEST-009", where, what="half a surrogate pair was read as U+FFFD")
    try:
        line = msgspec.json.decode(whole, type=_Line)
    except msgspec.ValidationError as error:
        yield reject("R-INGEST-007", where, what=f"a field is missing or has the wrong type ({error})")
        return
    except (msgspec.DecodeError, RecursionError) as error:
        detail = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        yield reject("R-INGEST-006", where, what=f"broken JSON ({detail})")
        return
    if notice:
        yield notice
    yield from _draft_line(line, data, input_id=input_id, where=where)


def _mend_escape(match: re.Match[str]) -> str:
    return match.group() if match.group("whole") else "\\ufffd"


def _draft_line(line: _Line, data: bytes, *, input_id: str, where: str) -> Iterator[Draft | InputError]:
    if not line.text.strip():
        yield reject("R-INGEST-004", where)
        return
    if "\x00" in line.text:
        yield reject("R-INGEST-003", where)
        return
    published_at = parse_time(line.published_at) if isinstance(line.published_at, str) else None
    if published_at is None and line.published_at not in (None, ""):
        shown = str(line.published_at)[:60]
        yield reject("R-INGEST-008", where, what=f"not a date and time, read without it: {shown!r}")
    authors = [line.author] if isinstance(line.author, str) else line.author or []
    yield Draft(
        input_id=str(line.id) if line.id not in (None, "") else input_id,
        where=where,
        text=line.text,
        raw=RawInput(sha256=digest_bytes(data), media_type="application/json", data=data),
        url=line.url or "",
        publisher=line.publisher or "",
        title=line.title or "",
        published_at=published_at,
        authors=tuple(author for author in authors if author),
        language=line.language or "",
    )
