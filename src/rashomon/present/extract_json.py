"""Attributions as one JSON object a document, by the ids the user gave."""

from collections.abc import Iterable

from rashomon.model.analysis import Extraction
from rashomon.model.attribution import Span
from rashomon.model.document import Document
from rashomon.present.shapes import AttributionShape, ExtractionShape


def shape_extraction(document: Document, extraction: Extraction) -> ExtractionShape:
    """Return a document's attributions; `parent` is the position of the enclosing one in the same list."""
    positions = {attribution.id: position for position, attribution in enumerate(extraction.attributions)}
    return ExtractionShape(
        document=document.input_id,
        attributions=[
            AttributionShape(
                source=_pairs(attribution.source),
                cue=_pairs(attribution.cue),
                content=_pairs(attribution.content),
                parent=positions.get(attribution.parent_id) if attribution.parent_id else None,
                polarity=attribution.polarity,
                certainty=attribution.certainty,
                stance=attribution.stance,
            )
            for attribution in extraction.attributions
        ],
    )


def _pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
