"""One report as it is read: its text in parts with the claims marked by voice, and what the engine noticed of each."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rashomon.model.claim import Claim, ClaimReview
from rashomon.model.document import Document
from rashomon.model.event import Event
from rashomon.model.lineage import CopyLink, Origin
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import ReviewKind, Stance
from rashomon.present import phrases
from rashomon.present.highlight import Piece, mark_claims
from rashomon.present.index import AnalysisIndex
from rashomon.present.side_by_side import Comparison, compare_copy

PART_CHARS: Final = 24_000
"""Characters of a text on one page; longer ones are read in parts, cut between paragraphs or words."""
SLACK_CHARS: Final = 2_000
MOST_PAIRS: Final = 8
PARAGRAPH: Final = re.compile(r"\n\s*\n")
OPENING: Final = "\"“„‘«'"
BEFORE: Final = 3
LOST: Final = re.compile(r"[:：]\s*\n(?:\s*\n){2,}")
"""A colon and a wider gap than between paragraphs: a post or picture that stood there was lost."""


class VoiceKind(StrEnum):
    """Whose words a claim is: the author's, somebody's the author quotes, or somebody's whom a source passes on."""

    AUTHOR = "author"
    QUOTED = "quoted"
    NESTED = "nested"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginNote:
    """A claim as it stands in the margin: `bits` is its heaviest evidence, `flags` say what to look at twice."""

    claim: Claim
    voice: VoiceKind
    event: Event | None
    bearings: tuple[ClaimBearing, ...]
    bits: float
    flags: tuple[str, ...]
    reviews: tuple[ClaimReview, ...]

    @property
    def rejected(self) -> bool:
        """Whether an analyst said that it is no claim."""
        return any(review.kind is ReviewKind.REJECTED for review in self.reviews)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPiece:
    """A stretch of text; `voice` is that of the shortest claim over it, None outside of claims."""

    text: str
    claim_ids: tuple[str, ...]
    begins: tuple[str, ...]
    voice: VoiceKind | None
    rejected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPart:
    """One part of a report: `number` of `parts`, from 1."""

    document: Document
    number: int
    parts: int
    pieces: tuple[MarkedPiece, ...]
    notes: tuple[MarginNote, ...]
    lost_embeds: int
    copy: CopyLink | None
    origin: Origin | None
    comparison: Comparison
    judged: bool


def read_part(index: AnalysisIndex | None, document: Document, number: int) -> ReportPart:
    """Return a part of a report by its number; what lies beyond the last is the last.

    A report that the analysis does not know (index None, or a report that came later) is shown without marks.
    """
    bounds = cut_parts(document.text)
    number = min(max(1, number), len(bounds))
    start, end = bounds[number - 1]
    known = index is not None and document.id in index.documents
    claims = index.claims_in.get(document.id, ()) if index is not None and known else ()
    within = [claim for claim in claims if start <= claim.start < end]
    notes = tuple(_make_note(claim, document, index) for claim in within) if index is not None else ()
    copy = index.copy_of.get(document.id) if index is not None else None
    return ReportPart(
        document=document,
        number=number,
        parts=len(bounds),
        pieces=tuple(_mark(_cut(mark_claims(document, claims), start, end), notes)),
        notes=notes,
        lost_embeds=len(LOST.findall(document.text, start, end)),
        copy=copy,
        origin=index.origin_of.get(document.id) if index is not None else None,
        comparison=compare_copy(copy, index.documents, limit=MOST_PAIRS)
        if copy is not None and index is not None and number == 1
        else Comparison(pairs=()),
        judged=known,
    )


def cut_parts(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the parts of a text begin and end: cut after a paragraph where there is one near, else a word."""
    bounds, start = [], 0
    breaks = [match.end() for match in PARAGRAPH.finditer(text)]
    while len(text) - start > PART_CHARS + SLACK_CHARS:
        wanted = start + PART_CHARS
        place = bisect_left(breaks, wanted)
        near = breaks[place] if place < len(breaks) and breaks[place] <= wanted + SLACK_CHARS else None
        space = text.rfind(" ", start + 1, wanted)
        end = near or (space + 1 if space > start else wanted)
        bounds.append((start, end))
        start = end
    return (*bounds, (start, len(text)))


def find_part(document: Document, position: int) -> int:
    """Return the number of the part in which a position stands."""
    starts = [start for start, _ in cut_parts(document.text)]
    return max(1, sum(start <= position for start in starts))


def tell_voice(claim: Claim) -> VoiceKind:
    """Return whose words a claim is, by the voices that stand in the text."""
    named = [voice for voice in claim.chain if voice.start >= 0 or voice.cue]
    if claim.attribution_id is None or not named:
        return VoiceKind.AUTHOR
    return VoiceKind.NESTED if len(named) > 1 else VoiceKind.QUOTED


def _make_note(claim: Claim, document: Document, index: AnalysisIndex) -> MarginNote:
    weights = [index.bits(link.id) for link in index.numbered if claim.id in link.claim_ids]
    return MarginNote(
        claim=claim,
        voice=tell_voice(claim),
        event=index.event_of(claim),
        bearings=tuple(one for one in index.bearings_of.get(claim.id, ()) if one.hypothesis_id in index.hypotheses),
        bits=max(weights, key=abs, default=0.0),
        flags=tuple(_flag(claim, document, index)),
        reviews=index.reviews_of.get(claim.id, ()),
    )


def _flag(claim: Claim, document: Document, index: AnalysisIndex) -> Iterator[str]:
    for drift in index.drifts(claim.id):
        where = "a relay tells it otherwise" if drift.to_id == claim.id else "drifted from its source"
        yield f"{where}: {phrases.say_drift(drift)}"
    if _is_unmarked(claim, document):
        yield "in another's words without quotation marks: the speaker stands in an earlier paragraph"
    if claim.stance is Stance.DISTANCES:
        yield "whoever passes it on keeps a distance from it"


def _is_unmarked(claim: Claim, document: Document) -> bool:
    """Tell whether words are taken for somebody's who is named only before the paragraph, with no mark around them."""
    holder = claim.holder
    if claim.attribution_id is None or not 0 <= holder.start < claim.start:
        return False
    between = document.text[holder.end : claim.start]
    around = document.text[max(0, claim.start - BEFORE) : claim.start + 1]
    return PARAGRAPH.search(between) is not None and not set(around) & set(OPENING)


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of text[start:end]."""
    at = 0
    for piece in pieces:
        begin, stop = max(at, start), min(at + len(piece.text), end)
        if begin < stop:
            begins = piece.begins if begin == at else ()
            yield Piece(text=piece.text[begin - at : stop - at], claim_ids=piece.claim_ids, begins=begins)
        at += len(piece.text)


def _mark(pieces: Iterator[Piece], notes: Sequence[MarginNote]) -> Iterator[MarkedPiece]:
    by_id = {note.claim.id: note for note in notes}
    for piece in pieces:
        known = [by_id[one] for one in piece.claim_ids if one in by_id]
        standing = [note for note in known if not note.rejected]
        shown = next(iter(standing or known), None)
        yield MarkedPiece(
            text=piece.text,
            claim_ids=piece.claim_ids,
            begins=piece.begins,
            voice=shown.voice if shown else None,
            rejected=bool(known) and not standing,
        )
