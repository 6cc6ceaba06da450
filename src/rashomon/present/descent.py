"""Who was made from whom within one origin, as a tree in the order of time: a copy of a copy stands under the copy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from rashomon.model.document import Document
from rashomon.model.lineage import CopyLink

DEEPEST: Final = 8
"""Levels of the tree; what was made further down stands on the last one."""
NEVER: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """A report, the link to what it was made from (None for an original), and what was made from it."""

    document: Document
    link: CopyLink | None
    made_from_it: tuple["Descent", ...] = ()


def sort_by_time(documents: Iterable[Document]) -> list[Document]:
    """Return the documents by time of publication, the undated last, equals as given."""
    return sorted(documents, key=lambda document: document.published_at or NEVER)


def grow_descent(documents: Sequence[Document], links: Mapping[str, CopyLink]) -> tuple[Descent, ...]:
    """Return the documents as trees. `links` are keyed by document id; a parent not among the documents is none.

    Every document stands in the trees exactly once, also where links form a circle.
    """
    known = {document.id: document for document in documents}
    parents = _settle_parents(known, links)
    children: dict[str | None, list[Document]] = {}
    for document in sort_by_time(known.values()):
        children.setdefault(parents[document.id], []).append(document)

    def grow(document: Document) -> Descent:
        below = tuple(grow(child) for child in children.get(document.id, ()))
        return Descent(document=document, link=links.get(document.id), made_from_it=below)

    return tuple(grow(document) for document in children.get(None, ()))


def _settle_parents(known: Mapping[str, Document], links: Mapping[str, CopyLink]) -> dict[str, str | None]:
    """Return under whom each document stands, no deeper than DEEPEST; links that close a circle are not followed."""
    parents: dict[str, str | None] = {}
    depth: dict[str, int] = {}
    for document_id in known:
        path: dict[str, None] = {}
        at: str | None = document_id
        while at is not None and at not in depth and at not in path:
            path[at] = None
            link = links.get(at)
            at = link.copy_of if link is not None and link.copy_of in known else None
        above = at if at in depth else None
        for one in reversed(tuple(path)):
            while above is not None and depth[above] >= DEEPEST - 1:
                above = parents[above]
            parents[one] = above
            depth[one] = depth[above] + 1 if above is not None else 0
            above = one
    return parents
