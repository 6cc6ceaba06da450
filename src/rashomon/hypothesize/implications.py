"""What a text says would follow: consequences bound to the explanation they hang on."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from rashomon.hypothesize.reading import Reading
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing, Implication
from rashomon.model.vocabulary import Certainty, Slot

RECIPE: Final = "hypothesize.implications@1"
_CONSEQUENCE: Final = re.compile(
    r"\b(?:that|this|it|which)\s+(?:would|could|might|will)\s+(?:also\s+)?(?:signal|mean|imply|mark|lead|force|bring|draw|amount|be\s+(?:an?|the)\b)"
    r"|\bif (?:so|true|confirmed|proven)\b.{0,200}?\b(?:would|could|may|might|will)\b"
    r"|\bif\b.{3,120}?,\s*(?:then\s+)?[^.]{0,80}?\b(?:would|could|may|might|will)\b"
    r"|\bunless\b",
    re.IGNORECASE | re.DOTALL,
)


def find_implications(reading: Reading, bearings: Sequence[ClaimBearing]) -> tuple[Implication, ...]:
    """Return the consequences named in the claims' sentences.

    A consequence hangs on the hypothesis its own claim bears on, else on the one its document spoke of last before it.
    """
    by_claim: Mapping[str, str] = {
        bearing.claim_id: bearing.hypothesis_id for bearing in reversed(bearings) if bearing.weighed
    }
    found: dict[tuple[str, int], Implication] = {}
    last: dict[str, str] = {}
    for claim in sorted(reading.claims, key=lambda claim: (claim.document_id, claim.order)):
        hypothesis_id = by_claim.get(claim.id) or last.get(claim.document_id)
        if claim.id in by_claim:
            last[claim.document_id] = by_claim[claim.id]
        if (
            hypothesis_id is None
            or claim.proposition.slot is Slot.COUNT
            or not _CONSEQUENCE.search(reading.context_of(claim))
        ):
            continue
        made = Made(recipe=RECIPE, inputs=(claim.id, hypothesis_id))
        found.setdefault(
            (claim.document_id, claim.context_start),
            Implication(
                id=derive_id("imp", claim.id, hypothesis_id), hypothesis_id=hypothesis_id,
                then=reading.context_of(claim),
                certainty=Certainty.POSSIBLE if claim.certainty is Certainty.NONE else claim.certainty,
                document_id=claim.document_id, start=claim.context_start, end=claim.context_end, made=made,
            ),
        )  # fmt: skip
    return tuple(found.values())
