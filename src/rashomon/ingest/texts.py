"""Plain text and Markdown: one document each, stored verbatim, described by its front matter."""

import re
from collections.abc import Iterator
from typing import Final

from rashomon.ingest.dates import parse_time
from rashomon.ingest.decoding import decode_text
from rashomon.ingest.frontmatter import read_front_matter
from rashomon.ingest.rejection import reject
from rashomon.ingest.report import Draft
from rashomon.model.document import RawInput
from rashomon.model.errors import InputError

_MARKDOWN_TITLE: Final = re.compile(r"^# +(\S[^\n]*?)[ \t#]*$", re.MULTILINE)


def read_text(raw: RawInput, *, input_id: str, where: str, url: str = "") -> Iterator[Draft | InputError]:
    """Yield the draft of a text, before it a notice for a date that cannot be read (R-INGEST-008) or mixed encodings.

    `url` is the address the text was fetched from; an address in the front matter names the report otherwise.
    """
    text, notice = decode_text(raw.data, where=where)
    if notice:
        yield notice
    matter = read_front_matter(text)
    published_at = parse_time(matter.published_at)
    if matter.published_at and published_at is None:
        yield reject("R-INGEST-008", where, what=f"not a date and time, read without it: {matter.published_at[:60]!r}")
    heading = _MARKDOWN_TITLE.search(text, matter.end) if raw.media_type.startswith("text/markdown") else None
    yield Draft(
        input_id=input_id,
        where=where,
        text=text,
        raw=raw,
        url=url or matter.url,
        publisher=matter.publisher,
        title=matter.title or (heading.group(1) if heading else ""),
        published_at=published_at,
        authors=(matter.author,) if matter.author else (),
        language=matter.language,
    )
