"""What was read: the report as it came, its text, and the passages the text is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

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

    `input_id` is the id the user gave, or the file name (and line); documents of one input id are versions of one
    article. `credits` are agencies named in a credit line,
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


def number_versions(documents: Iterable[Document]) -> dict[str, int]:
    """Return for each document id which version of its article it is, from 1.

    Versions are ordered by when they were modified or published; of equal times, as given. One without a time follows
    the one given before it.
    """
    times: dict[str, datetime] = {}
    articles: dict[str, list[tuple[datetime, str]]] = {}
    for document in documents:
        known = times.get(document.input_id, datetime.min.replace(tzinfo=UTC))
        times[document.input_id] = when = document.modified_at or document.published_at or known
        articles.setdefault(document.input_id, []).append((when, document.id))
    return {
        document_id: number
        for versions in articles.values()
        for number, (_, document_id) in enumerate(sorted(versions, key=lambda version: version[0]), start=1)
    }


def keep_current(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the latest version of each article, in the order given."""
    given = tuple(documents)
    numbers = number_versions(given)
    latest: dict[str, int] = {}
    for document in given:
        latest[document.input_id] = max(latest.get(document.input_id, 0), numbers[document.id])
    return tuple(document for document in given if numbers[document.id] == latest[document.input_id])
