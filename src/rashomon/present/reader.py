"""One report as it is read: its text in parts with the claims marked by voice, and what the engine noticed of each."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rashomon.model.claim import Claim, ClaimReview
from rashomon.model.document import Document
from rashomon.model.event import Event
from rashomon.model.lineage import CopyLink, Origin
from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import Certainty, Direction, Polarity, ReviewKind, Stance
from rashomon.present import phrases
from rashomon.present.highlight import Piece, mark_claims
from rashomon.present.index import AnalysisIndex
from rashomon.present.plain import show_inline
from rashomon.present.side_by_side import Comparison, compare_copy

PART_CHARS: Final = 12_000
"""Characters of a text on one page; longer ones are read in parts, cut between paragraphs or words."""
SLACK_CHARS: Final = 2_000
MOST_PAIRS: Final = 8
PARAGRAPH: Final = re.compile(r"\n\s*\n")
OPENING: Final = "\"“„‘«'"
BEFORE: Final = 3
LOST: Final = re.compile(
    r"[:：][^\S\n]*\n(?:[^\S\n]*\n){2,}"
    r"|^[^\S\n]*\[[^\]\n]{0,60}\b(?:video|audio|image|photo|picture|post|tweet|embed|map|gallery)\b[^\]\n]{0,60}\][^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A colon and a wider gap than between paragraphs, or a line like "[video unavailable]": what stood there was lost."""
QUOTE_CHARS: Final = 140
FIXED_PARTS: Final = ("whose", "said how", "passed on", "words")


class VoiceKind(StrEnum):
    """Whose words a claim is: the author's, somebody's the author quotes, or somebody's whom a source passes on."""

    AUTHOR = "author"
    QUOTED = "quoted"
    NESTED = "nested"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWeight:
    """What a claim does to one answer: `bits` are those of the evidence it is part of, None without any.

    `number` is the evidence's, from 1. `weighed` is False where the evidence is only shown.
    """

    towards: str
    answer: str
    evidence_id: str | None = None
    number: int | None = None
    bits: float | None = None
    weighed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One part of a claim as the machine reads it and as the analyst does, in words."""

    part: str
    machine: str
    analyst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginNote:
    """A claim as it stands in the margin: `flags` say what to look at twice, `corrections` what an analyst changed."""

    claim: Claim
    voice: VoiceKind
    event: Event | None
    weights: tuple[ClaimWeight, ...]
    flags: tuple[str, ...]
    reviews: tuple[ClaimReview, ...]
    corrections: tuple[Correction, ...]

    @property
    def bits(self) -> float:
        """The heaviest evidence that the claim is part of, in bits; 0 where it is part of none."""
        return max((one.bits for one in self.weights if one.bits is not None), key=abs, default=0.0)

    @property
    def accepted(self) -> bool:
        """Whether an analyst said that it is read right."""
        return any(review.kind is ReviewKind.ACCEPTED for review in self.reviews)

    @property
    def rejected(self) -> bool:
        """Whether an analyst said that it is no claim."""
        return any(review.kind is ReviewKind.REJECTED for review in self.reviews)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPiece:
    """A stretch of text; `voice` is that of the shortest claim over it, None outside of claims.

    `accepted` and `corrected` tell of the claims that begin with it, `rejected` of all that stand over it.
    """

    text: str
    claim_ids: tuple[str, ...]
    begins: tuple[str, ...]
    voice: VoiceKind | None
    rejected: bool
    accepted: bool
    corrected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPart:
    """One part of a report: `number` of `parts`, from 1. A claim across a cut stands in both parts."""

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
    within = [claim for claim in claims if claim.start < end and start < claim.end]
    notes = tuple(_make_notes(within, document, index)) if index is not None else ()
    copy = index.copy_of.get(document.id) if index is not None else None
    return ReportPart(
        document=document,
        number=number,
        parts=len(bounds),
        pieces=tuple(_mark(_cut(mark_claims(document, within), start, end), notes)),
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


def _make_notes(claims: Sequence[Claim], document: Document, index: AnalysisIndex) -> Iterator[MarginNote]:
    evidence: dict[str, list[EvidenceLink]] = {claim.id: [] for claim in claims}
    for link in index.numbered:
        for claim_id in link.claim_ids:
            if claim_id in evidence:
                evidence[claim_id].append(link)
    for claim in claims:
        reviews = index.reviews_of.get(claim.id, ())
        yield MarginNote(
            claim=claim,
            voice=tell_voice(claim),
            event=index.event_of(claim),
            weights=tuple(_weigh(claim, evidence[claim.id], index)),
            flags=tuple(_flag(claim, document, index)),
            reviews=reviews,
            corrections=tuple(one for review in reviews for one in _compare(claim, review, index)),
        )


def _weigh(claim: Claim, evidence: Iterable[EvidenceLink], index: AnalysisIndex) -> Iterator[ClaimWeight]:
    """Yield what a claim does to the answers: first as part of evidence, then where it only speaks of one."""
    told = set()
    for link in evidence:
        told.add(link.hypothesis_id)
        yield ClaimWeight(
            towards="against" if link.direction is Direction.AGAINST else "for",
            answer=index.hypotheses[link.hypothesis_id].label,
            evidence_id=link.id,
            number=index.numbers[link.id],
            bits=index.bits(link.id),
            weighed=not index.is_shown_only(link),
        )
    for bearing in index.bearings_of.get(claim.id, ()):
        if bearing.hypothesis_id in index.hypotheses and bearing.hypothesis_id not in told:
            denied, mentioned = bearing.polarity is Polarity.DENY, bearing.certainty is Certainty.NONE
            towards = "against" if denied else "mentions" if mentioned else "for"
            yield ClaimWeight(towards=towards, answer=index.hypotheses[bearing.hypothesis_id].label)


def _compare(claim: Claim, review: ClaimReview, index: AnalysisIndex) -> Iterator[Correction]:
    """Yield what an analyst reads otherwise than the machine."""
    if review.machine is not None:
        for part, machine, analyst in zip(FIXED_PARTS, _say_parts(review.machine), _say_parts(claim), strict=True):
            if machine != analyst:
                yield Correction(part=part, machine=machine, analyst=analyst)
    if review.kind is ReviewKind.PLACED:
        before, now = index.events.get(review.machine_event_id or ""), index.event_of(claim)
        yield Correction(part="event", machine=_say_place(before), analyst=_say_place(now))


def _say_parts(claim: Claim) -> tuple[str, ...]:
    words = phrases.say_quote(claim.quote, QUOTE_CHARS)
    holder = show_inline(claim.holder.name) or "unnamed"
    return holder, phrases.say_attitude(claim.polarity, claim.certainty), str(claim.stance), words


def _say_place(event: Event | None) -> str:
    return phrases.say_event(event) if event else "none that is known"


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
            accepted=any(by_id[one].accepted for one in piece.begins if one in by_id),
            corrected=any(by_id[one].corrections for one in piece.begins if one in by_id),
        )
