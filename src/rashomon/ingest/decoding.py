"""From bytes to text: UTF-8 first, then what the input declares, then Windows-1252; never a guess that invents letters.

A byte order mark is not part of the text: offsets count from the character after it.
"""

import codecs
import re
from typing import Final

from rashomon.ingest.rejection import reject
from rashomon.model.errors import InputError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: its little-endian mark begins with the other's."""

_TEXT_CODEC: Final = re.compile(
    r"utf-8|iso-8859-\d+|latin-?\d|windows-125\d|cp125\d|koi8-[ru]|shift_jis|euc-(?:jp|kr)|gbk|gb2312|gb18030|big5|macintosh"
)
"""Declared names that are believed; Python's other codecs include some that are no text encodings at all."""

_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_CONTROL_SHARE: Final = 0.02
_CONTROLS_ALLOWED: Final = 3
_HIGH_SHARE: Final = 0.3
"""English in Windows-1252 has a few bytes above 127 in a hundred; more of them is another encoding or no text."""

_RUNS: Final = re.compile(
    rb"(?P<valid>(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})++)"
    rb"|(?P<single>[\x80-\xff])"
)


def decode_text(data: bytes, *, where: str, declared: str = "") -> tuple[str, InputError | None]:
    """Return the text of some bytes, and a notice (R-INGEST-009) where two encodings were found mixed.

    `declared` is an encoding the input names itself. Raises InputError R-INGEST-003 for binary data, R-INGEST-009 where
    no encoding fits.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], codec, where=where)
    if is_binary(data):
        raise reject("R-INGEST-003", where)
    text = _try_codec(data, "utf-8")
    if text is None and _TEXT_CODEC.fullmatch(declared.strip().lower()):
        text = _try_codec(data, _web_codec(declared.strip().lower()))
    if text is not None:
        return text, None
    return _decode_mixed(data, where=where)


def is_binary(data: bytes) -> bool:
    """True for bytes with a NUL, a PDF's first bytes, or more control characters than any text has."""
    if b"\x00" in data or data.startswith(b"%PDF-"):
        return True
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > max(_CONTROLS_ALLOWED, _CONTROL_SHARE * len(data))


def _decode_marked(data: bytes, codec: str, *, where: str) -> tuple[str, InputError | None]:
    text = _try_codec(data, codec)
    if text is None and codec == "utf-8":
        return decode_text(data, where=where)
    if text is None:
        raise reject("R-INGEST-009", where, what=f"not valid {codec.upper()}, which its first bytes announce")
    if "\x00" in text:
        raise reject("R-INGEST-003", where)
    return text, None


def _try_codec(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _web_codec(declared: str) -> str:
    """Browsers read Latin-1 as Windows-1252 (WHATWG Encoding); pages are written for browsers."""
    return "cp1252" if declared in ("iso-8859-1", "latin1", "latin-1") else declared


def _decode_mixed(data: bytes, *, where: str) -> tuple[str, InputError | None]:
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if high > _HIGH_SHARE * len(data) and high > _CONTROLS_ALLOWED:
        raise reject("R-INGEST-009", where)
    pieces: list[str] = []
    odd = wide = 0
    for match in _RUNS.finditer(data):
        if valid := match.group("valid"):
            piece = valid.decode("utf-8")
            wide += len(valid) - len(piece)
        else:
            piece = match.group("single").decode("cp1252", "replace")
            odd += 1
        pieces.append(piece)
    notice = f"mixed text encodings: {odd} bytes that are not UTF-8 were read as Windows-1252"
    return "".join(pieces), reject("R-INGEST-009", where, what=notice) if wide else None
