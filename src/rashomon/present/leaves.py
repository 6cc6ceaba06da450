"""The leaves of a tree of reasons: a line of words, a claim as quoted, a place in a text."""

from collections.abc import Iterable
from typing import Final

from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex
from rashomon.present.plain import show_inline
from rashomon.present.shapes import ReasonShape
from rashomon.present.word_match import list_words

MOST_WORDS: Final = 40
"""Words of a passage that a leaf shows; its place is that of the words shown."""


def make_leaf(kind: str, about: str, text: str) -> ReasonShape:
    """Return a line of words about the record of that id."""
    return ReasonShape(kind=kind, id=about, text=text)


def quote_claim(claim: Claim, index: AnalysisIndex, *, lead: str = "") -> ReasonShape:
    """Return a claim as a leaf: the words, whose they are, and where they stand; `lead` goes before."""
    document = index.documents.get(claim.document_id)
    where = f"{show_inline(document.input_id) if document else claim.document_id}:{claim.start}-{claim.end}"
    text = f"{lead}{phrases.say_quote(claim.quote)} — {phrases.say_voices(claim, document)}, {where}"
    return ReasonShape(
        kind="sentence", id=claim.id, text=text, document_id=claim.document_id, start=claim.start, end=claim.end
    )


def quote_claims(claim_ids: Iterable[str], index: AnalysisIndex) -> list[ReasonShape]:
    """Return those claims that are known, as leaves."""
    return [quote_claim(index.claims[claim_id], index) for claim_id in claim_ids if claim_id in index.claims]


def quote_place(document: Document, start: int, end: int, *, lead: str) -> ReasonShape:
    """Return the first words of a place in a text as a leaf."""
    words = list_words(document.text, start, end)
    stop = words[MOST_WORDS - 1].end if len(words) > MOST_WORDS else end
    more = " …" if stop < end else ""
    where = f"{show_inline(document.input_id)}:{start}-{stop}"
    text = f"{lead}{phrases.say_quote(document.text[start:stop])}{more} — {where}"
    return ReasonShape(kind="place", id=document.id, text=text, document_id=document.id, start=start, end=stop)


def bound(leaves: list[ReasonShape], most: int, what: str, about: str) -> list[ReasonShape]:
    """Return at most that many leaves, and how many more there are."""
    if len(leaves) <= most:
        return leaves
    return [*leaves[:most], make_leaf("note", about, f"and {len(leaves) - most} more {what}")]
