"""One claim in all its wordings: who says it where, what differs from the first wording, what may be the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rashomon.model.claim import Claim, ClaimReview
from rashomon.model.document import Document
from rashomon.model.question import EvidenceLink
from rashomon.present.index import AnalysisIndex
from rashomon.present.reasons import explain_claim
from rashomon.present.shapes import ReasonShape
from rashomon.present.side_by_side import LONGEST, Look, Run, tidy
from rashomon.present.spread import Spread, trace_spread
from rashomon.present.word_match import list_words, match_words

MOST_VARIANTS: Final = 60
MOST_ALIKE: Final = 12
ALIKE: Final = 0.34
"""Share of words two claims must have in common to be offered as perhaps the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One wording: `runs` are its words, those the first wording has not marked as changed."""

    claim: Claim
    document: Document
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDetail:
    """A claim with its wordings, its reasons, what analysts made of it, and claims on the same that may be the same."""

    claim: Claim
    document: Document
    spread: Spread
    variants: tuple[Variant, ...]
    more: int
    reviews: tuple[ClaimReview, ...]
    evidence: tuple[EvidenceLink, ...]
    reasons: ReasonShape
    alike: tuple[Claim, ...]


def view_claim(index: AnalysisIndex, claim_id: str) -> ClaimDetail:
    """Return a claim in detail. Raises KeyError for an unknown id."""
    claim = index.claims[claim_id]
    spread = trace_spread(claim, index)
    first = spread.claims[0] if spread.claims else claim
    shown = [one for one in spread.claims if one.document_id in index.documents][:MOST_VARIANTS]
    return ClaimDetail(
        claim=claim,
        document=index.documents[claim.document_id],
        spread=spread,
        variants=tuple(
            Variant(claim=one, document=index.documents[one.document_id], runs=mark_changes(first.quote, one.quote))
            for one in shown
        ),
        more=len(spread.claims) - len(shown),
        reviews=index.reviews_of.get(claim_id, ()),
        evidence=tuple(link for link in index.numbered if claim_id in link.claim_ids),
        reasons=explain_claim(claim, index),
        alike=tuple(_find_alike(claim, spread, index)),
    )


def mark_changes(first: str, other: str) -> tuple[Run, ...]:
    """Return the second text in runs: what the first has too is the same, what it has not is changed."""
    text = other[:LONGEST]
    left, right = list_words(first[:LONGEST]), list_words(text)
    steps = match_words([word.folded for word in left], [word.folded for word in right])
    runs, reached = [], 0
    for step in steps:
        if step.right == step.right_end:
            continue
        end = right[step.right_end].start if step.right_end < len(right) else len(text)
        look = Look.SAME if step.same else Look.CHANGED
        runs.append(Run(text=tidy(text[reached:end]), look=look))
        reached = end
    if reached < len(text):
        runs.append(Run(text=tidy(text[reached:]), look=Look.SAME))
    return tuple(runs)


def _find_alike(claim: Claim, spread: Spread, index: AnalysisIndex) -> Iterator[Claim]:
    """Yield the claims that bear on the same answer and share most words, those of its circle aside."""
    circle = {one.id for one in spread.claims} | {claim.id}
    about = {bearing.hypothesis_id for bearing in index.bearings_of.get(claim.id, ())}
    words = {word.folded for word in list_words(claim.quote[:LONGEST])}
    rated = []
    for other_id, bearings in index.bearings_of.items():
        other = index.claims.get(other_id)
        if other is None or other_id in circle or not about & {bearing.hypothesis_id for bearing in bearings}:
            continue
        said = {word.folded for word in list_words(other.quote[:LONGEST])}
        share = len(words & said) / max(1, len(words | said))
        if share >= ALIKE:
            rated.append((share, other_id))
    for _, other_id in sorted(rated, key=lambda pair: (-pair[0], pair[1]))[:MOST_ALIKE]:
        yield index.claims[other_id]
