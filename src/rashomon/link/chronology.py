"""The order in which reports count as having appeared."""

from collections.abc import Sequence

from rashomon.model.document import Document


def sort_by_time(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents as they appeared, in an order that does not depend on how they are given."""
    return tuple(sorted(documents, key=precedence_key))


def publication_key(document: Document) -> tuple[bool, float]:
    """Return what is known of a document's time: whether it is undated, and seconds since 1970 (0 where undated).

    Equal keys mean that nothing is known about the order of two documents.
    """
    when = document.published_at
    return (when is None, when.timestamp() if when is not None else 0.0)


def precedence_key(document: Document) -> tuple[bool, float, int, str]:
    """Return what documents are sorted by: time, undated last; of equal times the longer first, then by id.

    Of two texts of one time where one is contained in the other, the shorter is more likely the cut.
    """
    return (*publication_key(document), -len(document.text), document.id)
