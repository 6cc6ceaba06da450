"""Which reports a report names as where it has its matter from: by citation, credit line or its page's data."""

from collections.abc import Callable, Sequence

from rashomon.link.citations import cite_publishers, find_base_documents, fold_url, name_outlets
from rashomon.model.document import Document


def name_sources(documents: Sequence[Document]) -> Callable[[Document], frozenset[str]]:
    """Return a function that gives the ids of all documents whose outlet a document names as its source.

    What a page says it is based on names that page alone.
    """
    outlets = name_outlets(document.publisher for document in documents if document.publisher)
    by_url = {fold_url(document.url): document.id for document in documents if document.url}
    by_publisher: dict[str, list[str]] = {}
    for document in documents:
        by_publisher.setdefault(document.publisher, []).append(document.id)

    def name(document: Document) -> frozenset[str]:
        named = [
            one for publisher in set(cite_publishers(document, outlets)) for one in by_publisher.get(publisher, ())
        ]
        return frozenset((*named, *find_base_documents(document, by_url))) - {document.id}

    return name
