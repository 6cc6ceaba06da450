"""Which report was made from which in a case, one object a link."""

from collections.abc import Iterator, Sequence

from rashomon.model.analysis import Analysis
from rashomon.model.decision import Decision, settle_copies
from rashomon.model.vocabulary import DecisionKind
from rashomon.present.source_shapes import LinkShape


def shape_links(analysis: Analysis, decisions: Sequence[Decision]) -> Iterator[LinkShape]:
    """Yield the links of copies to what they were made from, in the order of the reports."""
    input_ids = {document.id: document.input_id for document in analysis.documents}
    origins = {document_id: origin for origin in analysis.linkage.origins for document_id in origin.document_ids}
    confirmed = {
        frozenset(decision.subject_ids): decision.id
        for decision in settle_copies(decisions)
        if decision.kind is DecisionKind.CONFIRM_COPY
    }
    for link in analysis.linkage.copies:
        origin = origins.get(link.document_id)
        first = origin.document_ids[0] if origin else link.document_id
        yield LinkShape(
            document=input_ids.get(link.document_id, link.document_id),
            copy_of=input_ids.get(link.copy_of, link.copy_of),
            kind=link.kind,
            share=link.share,
            confidence=link.confidence,
            why=link.why,
            origin=input_ids.get(first, first),
            decision_id=confirmed.get(frozenset((link.document_id, link.copy_of))),
        )
