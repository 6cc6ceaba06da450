"""What was read: the report as it came, its text, and the passages the text is made of."""

from dataclasses import dataclass
from datetime import datetime

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import PassageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RawInput:
    """The bytes a document was read from, kept as they came. `sha256` is 64 hex digits."""

    sha256: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report. `text` is verbatim for text input; all offsets in the project count its code points.

    `input_id` is the id the user gave, or the file name (and line). `credits` are agencies named in a credit line,
    `based_on` are URLs the page says it is based on. Times are aware datetimes or None.
    """

    id: str
    input_id: str
    text: str
    raw_sha256: str
    made: Made
    url: str = ""
    publisher: str = ""
    title: str = ""
    published_at: datetime | None = None
    modified_at: datetime | None = None
    authors: tuple[str, ...] = ()
    language: str = ""
    credits: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of a document: `text == document.text[start:end]`, end exclusive."""

    id: str
    document_id: str
    start: int
    end: int
    text: str
    kind: PassageKind
    made: Made
