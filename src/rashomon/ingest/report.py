"""From what a reader found to the records the other stages read: a document, its raw bytes, its passages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from rashomon.ingest.credits import find_credits
from rashomon.ingest.passages import Block, make_passages, split_passages
from rashomon.ingest.rejection import reject
from rashomon.model.document import Document, Passage, RawInput
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made

RECIPE: Final = "ingest.report@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as it was read: the document, the bytes it came from, and its passages in reading order."""

    document: Document
    raw: RawInput
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader found in one item, before it has an id. `where` names the item in messages.

    `credit_lines` are bylines and credits that stand outside the text. `blocks` is the layout where the reader knows
    it (pages); otherwise the text is split by its blank lines.
    """

    input_id: str
    where: str
    text: str
    raw: RawInput
    url: str = ""
    publisher: str = ""
    title: str = ""
    published_at: datetime | None = None
    modified_at: datetime | None = None
    authors: tuple[str, ...] = ()
    language: str = ""
    credit_lines: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


def make_report(draft: Draft) -> Report:
    """Return the report of a draft. Raises InputError R-INGEST-004 where its text is white space only."""
    if not draft.text.strip():
        raise reject("R-INGEST-004", draft.where)
    publisher = draft.publisher or name_host(draft.url)
    published = draft.published_at.isoformat() if draft.published_at else None
    document = Document(
        id=derive_id("doc", draft.input_id, draft.url, publisher, published, draft.title, draft.text),
        input_id=draft.input_id,
        text=draft.text,
        raw_sha256=draft.raw.sha256,
        made=Made(recipe=RECIPE, inputs=(draft.raw.sha256,)),
        url=draft.url,
        publisher=publisher,
        title=draft.title,
        published_at=draft.published_at,
        modified_at=draft.modified_at,
        authors=draft.authors,
        language=draft.language,
        credits=find_credits(draft.text, bylines=(*draft.authors, *draft.credit_lines), publisher=publisher),
        based_on=draft.based_on,
    )
    passages = make_passages(document, draft.blocks) if draft.blocks else split_passages(document)
    if not passages:
        raise reject("R-INGEST-004", draft.where, what="no text found below the front matter")
    return Report(document=document, raw=draft.raw, passages=passages)


def name_host(url: str) -> str:
    """Return an address's host without "www.", or "" where it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
