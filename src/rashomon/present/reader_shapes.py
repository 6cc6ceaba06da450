"""A report as it is read, as JSON shapes."""

from rashomon.present.reader import ReportPart
from rashomon.present.shape import Shape


class MarginShape(Shape, frozen=True, kw_only=True):
    """A claim beside its text: whose words it is, what to look at twice, what analysts made of it."""

    claim_id: str
    start: int
    end: int
    voice: str
    event_id: str | None
    bits: float
    evidence_ids: list[str]
    flags: list[str]
    reviews: list[str]


class ReportPartShape(Shape, frozen=True, kw_only=True):
    """One part of a report's text with the claims that begin in it; offsets are those of the whole text."""

    document_id: str
    part: int
    parts: int
    text: str
    judged: bool
    copy_of: str | None
    lost_embeds: int
    claims: list[MarginShape]


class ListedReportShape(Shape, frozen=True, kw_only=True):
    """A report as it is listed; `copies` are the reports made from it."""

    id: str
    input_id: str
    publisher: str
    title: str
    published_at: str | None
    claims: int
    copy_of: str | None
    copies: int
    judged: bool


class ReportsShape(Shape, frozen=True, kw_only=True):
    """One page of reports, the latest first."""

    total: int
    page: int
    pages: int
    reports: list[ListedReportShape]


def shape_part(part: ReportPart) -> ReportPartShape:
    """Return a part of a report as its JSON shape."""
    return ReportPartShape(
        document_id=part.document.id,
        part=part.number,
        parts=part.parts,
        text="".join(piece.text for piece in part.pieces),
        judged=part.judged,
        copy_of=part.copy.copy_of if part.copy else None,
        lost_embeds=part.lost_embeds,
        claims=[
            MarginShape(
                claim_id=note.claim.id,
                start=note.claim.start,
                end=note.claim.end,
                voice=note.voice,
                event_id=note.event.id if note.event else None,
                bits=note.bits,
                evidence_ids=[one.evidence_id for one in note.weights if one.evidence_id],
                flags=list(note.flags),
                reviews=[review.kind for review in note.reviews],
            )
            for note in part.notes
        ],
    )
