"""Copies and origins as one JSON object a document, by the ids the user gave."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.model.document import Document, number_versions
from rashomon.model.lineage import CopyLink, Origin, SharedPassage
from rashomon.present.copy_shapes import CopyShape, SharedPassageShape


def shape_copies(
    documents: Sequence[Document],
    copies: Sequence[CopyLink],
    origins: Sequence[Origin],
    *,
    passages: Mapping[str, Sequence[SharedPassage]],
) -> Iterator[CopyShape]:
    """Yield where each document comes from, in the order of the documents.

    `origin` is the input id of the original in the document's origin: its own where it copies nobody. `passages` are
    those that earlier documents had first, by document id: an original may hold some too.
    """
    input_ids = {document.id: document.input_id for document in documents}
    copy_of = {copy.document_id: copy for copy in copies}
    versions = number_versions(documents)
    original_of = {
        document_id: find_original(origin, copy_of) for origin in origins for document_id in origin.document_ids
    }
    for document in documents:
        copy = copy_of.get(document.id)
        original = original_of.get(document.id, document.id)
        yield CopyShape(
            document=document.input_id,
            origin=input_ids.get(original, original),
            copy_of=input_ids.get(copy.copy_of, copy.copy_of) if copy else None,
            kind=copy.kind if copy else None,
            share=copy.share if copy else 0.0,
            confidence=copy.confidence if copy else None,
            why=copy.why if copy else "",
            version=versions[document.id],
            passages=_shape_passages(passages.get(document.id, ()), input_ids),
        )


def find_original(origin: Origin, copy_of: dict[str, CopyLink]) -> str:
    """Return the id of the document the others were made from: the first that copies nobody."""
    originals = (document_id for document_id in origin.document_ids if document_id not in copy_of)
    return next(originals, origin.document_ids[0])


def _shape_passages(passages: Sequence[SharedPassage], input_ids: Mapping[str, str]) -> list[SharedPassageShape]:
    return [
        SharedPassageShape(
            start=passage.start,
            end=passage.end,
            first_seen=input_ids.get(passage.first_seen, passage.first_seen),
            at=passage.at,
            quotation=passage.quotation,
        )
        for passage in passages
    ]
