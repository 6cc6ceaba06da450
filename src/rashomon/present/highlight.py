"""A document's text cut into pieces, so that a view can mark where claims stand without losing a character."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rashomon.model.claim import Claim
from rashomon.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text under the same claims. The texts of all pieces, joined, are the document's text.

    `claim_ids` are the claims that cover it, the shortest first; `begins` those that begin here.
    """

    text: str
    claim_ids: tuple[str, ...]
    begins: tuple[str, ...]


def mark_claims(document: Document, claims: Iterable[Claim]) -> tuple[Piece, ...]:
    """Return the document's text in pieces, cut wherever one of its claims begins or ends."""
    length = len(document.text)
    own = [c for c in claims if c.document_id == document.id and 0 <= c.start < c.end <= length]
    bounds = sorted({0, length, *(c.start for c in own), *(c.end for c in own)})
    pieces = []
    for start, end in pairwise(bounds):
        covering = sorted((c for c in own if c.start <= start and end <= c.end), key=lambda c: c.end - c.start)
        pieces.append(
            Piece(
                text=document.text[start:end],
                claim_ids=tuple(claim.id for claim in covering),
                begins=tuple(claim.id for claim in covering if claim.start == start),
            )
        )
    return tuple(pieces)
