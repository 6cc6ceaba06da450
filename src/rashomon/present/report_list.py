"""The reports of a case as they are listed: the latest first, narrowed by publisher, words and what they are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from rashomon.model.document import Document
from rashomon.model.lineage import CopyLink
from rashomon.present.index import AnalysisIndex
from rashomon.present.plain import show_inline

OLDEST: Final = datetime.min.replace(tzinfo=UTC)
MOST_PUBLISHERS: Final = 100


class Which(StrEnum):
    """Which reports are listed."""

    ALL = "all"
    ORIGINALS = "originals"
    COPIES = "copies"
    UNJUDGED = "unjudged"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedReport:
    """A report in the list: what it was made from, how many here were made from it, how much it claims."""

    document: Document
    judged: bool
    claims: int
    copy: CopyLink | None
    copies: int


def sort_reports(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the reports, the latest first, the undated last; equal times by id."""
    return tuple(sorted(documents, key=lambda one: (one.published_at or OLDEST, one.id), reverse=True))


def find_reports(
    documents: Iterable[Document], index: AnalysisIndex | None, which: Which, publisher: str = "", words: str = ""
) -> tuple[Document, ...]:
    """Return the reports that are asked for, in the order given.

    All words must stand in the title, the publisher, the id it was given or the text, in any case, in any order. The
    publisher is part of a name.
    """
    wanted, house = words.casefold().split(), show_inline(publisher).casefold()
    return tuple(
        document
        for document in documents
        if _is_wanted(document, index, which)
        and house in show_inline(document.publisher).casefold()
        and _has_words(document, wanted)
    )


def describe_reports(documents: Sequence[Document], index: AnalysisIndex | None) -> tuple[ListedReport, ...]:
    """Return the reports as they are listed; without an index none was judged."""
    made = Counter(copy.copy_of for copy in index.copy_of.values()) if index else Counter[str]()
    return tuple(
        ListedReport(
            document=document,
            judged=index is not None and document.id in index.documents,
            claims=len(index.claims_in.get(document.id, ())) if index else 0,
            copy=index.copy_of.get(document.id) if index else None,
            copies=made[document.id],
        )
        for document in documents
    )


def list_publishers(documents: Iterable[Document]) -> tuple[str, ...]:
    """Return the names of the publishers with most reports, by name."""
    counts = Counter(name for document in documents if (name := show_inline(document.publisher)))
    return tuple(sorted((name for name, _ in counts.most_common(MOST_PUBLISHERS)), key=str.casefold))


def _is_wanted(document: Document, index: AnalysisIndex | None, which: Which) -> bool:
    judged = index is not None and document.id in index.documents
    copied = index is not None and document.id in index.copy_of
    match which:
        case Which.ALL:
            return True
        case Which.COPIES:
            return copied
        case Which.ORIGINALS:
            return judged and not copied
        case Which.UNJUDGED:
            return not judged
        case Which.SILENT:
            return index is not None and judged and not index.claims_in.get(document.id)


def _has_words(document: Document, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = f"{document.publisher}\n{document.title}\n{document.input_id}\n{document.text}".casefold()
    return all(word in text for word in words)
