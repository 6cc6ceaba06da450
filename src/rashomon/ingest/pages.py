"""HTML pages: the main text with its layout, found by trafilatura, and what the page says about itself.

The text of a page is made here: blocks in reading order, joined by blank lines. Menus, banners and comments stay out.
Importing this module is slow; `reader` loads it for the first page.
"""

import itertools
import logging
import re
from collections.abc import Iterable, Iterator
from typing import Final

import lxml.html
import trafilatura
from lxml.etree import LxmlError, iterwalk
from lxml.html import HtmlElement

from rashomon.ingest.decoding import decode_text
from rashomon.ingest.metadata import PageMetadata, read_metadata
from rashomon.ingest.passages import Block
from rashomon.ingest.rejection import reject
from rashomon.ingest.report import Draft
from rashomon.model.document import RawInput
from rashomon.model.errors import InputError
from rashomon.model.vocabulary import PassageKind

_CHARSET: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE
)
_HEADER_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_MAX_ELEMENTS: Final = 60_000
"""Above this a page is no article, and finding its main text would take too long: all its paragraphs are taken."""

_MIN_WORDS: Final = 3
_MARKED: Final = 20

_KINDS: Final = {"head": PassageKind.HEADING, "item": PassageKind.LIST_ITEM, "quote": PassageKind.BLOCK_QUOTE}
_BLOCK_TAGS: Final = frozenset({"p", "head", "item", "quote", "row", "list", "table", "ab", "code", "div"})


def read_page(raw: RawInput, *, input_id: str, where: str, url: str = "") -> Iterator[Draft | InputError]:
    """Yield a page's draft, before it notices for an unreadable date or mixed encodings.

    `url` is the address it was fetched from. Raises InputError R-INGEST-003 (binary), -004 (no text), -009 (encoding).
    """
    markup, notice = decode_text(raw.data, where=where, declared=_declared_charset(raw))
    if notice:
        yield notice
    page = _parse(markup, where=where)
    about = read_metadata(page, url=url)
    pieces = _find_pieces(page)
    if not _says_more(pieces, page, about):
        pieces = _split_body(about)
    if not pieces:
        raise reject("R-INGEST-004", where)
    if about.bad_date:
        yield reject("R-INGEST-008", where, what=f"not a date and time, read without it: {about.bad_date[:60]!r}")
    text, blocks = _lay_out(pieces)
    yield Draft(
        input_id=input_id,
        where=where,
        text=text,
        raw=raw,
        url=about.url,
        publisher=about.publisher,
        title=about.title,
        published_at=about.published_at,
        modified_at=about.modified_at,
        authors=about.authors,
        language=about.language,
        credit_lines=about.credit_lines,
        based_on=about.based_on,
        blocks=blocks,
    )


def _declared_charset(raw: RawInput) -> str:
    if header := _HEADER_CHARSET.search(raw.media_type):
        return header.group(1)
    tag = _CHARSET.search(raw.data[:4096])
    return tag.group(1).decode("ascii") if tag else ""


def _parse(markup: str, *, where: str) -> HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = lxml.html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise reject("R-INGEST-004", where, what="no text found (the page has no elements)") from error
    return page


def _find_pieces(page: HtmlElement) -> list[tuple[str, PassageKind]]:
    """Return the main text's blocks, each with its kind."""
    if sum(1 for _ in page.iter()) > _MAX_ELEMENTS:
        return _plain_paragraphs(page)
    # Without a handler of its own the library's warnings would appear on standard error, between our lines.
    logger = logging.getLogger("trafilatura")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    try:
        found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=False)
    except (RecursionError, LxmlError, ValueError):
        return _plain_paragraphs(page)
    body = getattr(found, "body", None)
    return [] if body is None else list(_pieces_of(body))


def _pieces_of(body: HtmlElement) -> Iterator[tuple[str, PassageKind]]:
    """Walk the library's own tags (TEI-like), yielding text wherever a block begins or ends, of the innermost kind."""
    kinds = [PassageKind.PARAGRAPH]
    gathered: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        is_block = element.tag in _BLOCK_TAGS
        if is_block or (element.tag == "lb" and event == "start"):
            if text := " ".join("".join(gathered).split()):
                yield text, kinds[-1]
            gathered = []
        if event == "start":
            if is_block:
                kinds.append(_KINDS.get(element.tag, kinds[-1]))
            gathered.append(element.text or "")
        else:
            if is_block:
                kinds.pop()
            # Cells of a table are columns: their texts must not run together.
            gathered.append(" " + (element.tail or "") if element.tag == "cell" else element.tail or "")
    if text := " ".join("".join(gathered).split()):
        yield text, PassageKind.PARAGRAPH


def _says_more(pieces: Iterable[tuple[str, PassageKind]], page: HtmlElement, about: PageMetadata) -> bool:
    """False where only title, byline and date were found: an article of pictures or scripts."""
    rest = " ".join(text for text, _ in pieces)
    marked = (" ".join(element.text_content().split()) for tag in ("h1", "time") for element in page.iter(tag))
    for known in itertools.chain([about.title], about.credit_lines, itertools.islice(marked, _MARKED)):
        rest = rest.replace(known, " ") if known else rest
    return len(rest.split()) >= _MIN_WORDS


def _plain_paragraphs(page: HtmlElement) -> list[tuple[str, PassageKind]]:
    texts = (" ".join(element.text_content().split()) for element in page.iterfind(".//p"))
    return [(text, PassageKind.PARAGRAPH) for text in texts if text]


def _split_body(about: PageMetadata) -> list[tuple[str, PassageKind]]:
    """A page whose text is put in by a script often carries it in its JSON-LD."""
    lines = (" ".join(line.split()) for line in about.body.splitlines())
    return [(line, PassageKind.PARAGRAPH) for line in lines if line]


def _lay_out(pieces: Iterable[tuple[str, PassageKind]]) -> tuple[str, tuple[Block, ...]]:
    """Join the blocks by blank lines; return the text and where each block stands in it."""
    blocks: list[Block] = []
    position = 0
    texts: list[str] = []
    for text, kind in pieces:
        blocks.append(Block(start=position, end=position + len(text), kind=kind))
        texts.append(text)
        position += len(text) + 2
    return "\n\n".join(texts), tuple(blocks)
