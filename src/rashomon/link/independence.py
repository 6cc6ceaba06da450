"""Which origins do not speak independently of each other, and why.

Origins that share no words may still be one voice: one holder is asked by many, speakers of one camp repeat one belief,
officials nobody names may be the same people, and a dozen reports may rest on one video. Each origin is tied to the
first of its kind, never to all, so that the ties grow with the claims.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.features import NAME, Feature, read_features
from rashomon.link.relations import SAYS_NOTHING, key_value
from rashomon.model.claim import Claim, ClaimPlacement
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.lineage import CopyLink, Dependence, Origin
from rashomon.model.provenance import Made
from rashomon.model.source import Source
from rashomon.model.vocabulary import Certainty, CopyKind, DependenceKind, Slot, SourceKind

RECIPE: Final = "link.independence@1"
_ITEM: Final = re.compile(
    r"\b(?:(?P<video>videos?|clips?|footage|film)|(?P<recording>recordings?|audio|tapes?|intercepts?|wiretaps?|transcripts?)"
    r"|(?P<picture>photo(?:graph)?s?|pictures?|images?|satellite pictures?)"
    r"|(?P<document>documents?|memos?|memorandum|letters?|cables?|emails?|e-mails?|dossiers?))\b",
    re.IGNORECASE,
)
_AROUND_CHARS: Final = 120
_FEWEST_COMMON: Final = 3
_REACH: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A claim with its holder's source and its origin."""

    claim: Claim
    holder: Source
    origin_id: str


def find_dependences(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    placements: Sequence[ClaimPlacement],
    *,
    sources: Sequence[Source],
    copies: Sequence[CopyLink],
    origins: Sequence[Origin],
) -> tuple[Dependence, ...]:
    """Return the ties between origins, each pair once for each kind, in the order of the claims."""
    by_id = {source.id: source for source in sources}
    placement_of = {placement.claim_id: placement for placement in placements}
    said = [
        _Said(
            claim=claim,
            holder=by_id[placement_of[claim.id].source_ids[-1]],
            origin_id=placement_of[claim.id].origin_id,
        )
        for claim in claims
        if claim.id in placement_of
    ]
    found = {
        tie.id: tie
        for tie in (
            *_tie_holders(said, placement_of),
            *_tie_items(said, {document.id: document for document in documents}),
            *_tie_relays(copies, origins),
        )
    }
    return tuple(found.values())


def _tie_holders(said: Sequence[_Said], placement_of: Mapping[str, ClaimPlacement]) -> Iterator[Dependence]:
    """Tie origins in which one holder, one camp or unnamed officials answer alike."""
    first: dict[tuple[str, ...], _Said] = {}
    for one in said:
        claim = one.claim
        silent = claim.modality in SAYS_NOTHING or claim.certainty is Certainty.NONE
        if claim.proposition.slot is Slot.STATEMENT or silent or len(claim.chain) < 2:
            continue
        belief = (
            claim.proposition.slot,
            key_value(claim),
            claim.polarity,
            claim.proposition.unit,
            str(placement_of[claim.id].event_id),
        )
        for kind, who, why in _list_ties(one.holder):
            other = first.setdefault((kind, who, *belief), one)
            if other.origin_id != one.origin_id:
                yield _tie(one, other, kind, why)
                break


def _list_ties(holder: Source) -> Iterator[tuple[DependenceKind, str, str]]:
    """Yield for whom a holder may speak besides itself, the closest tie first."""
    yield DependenceKind.SAME_HOLDER, holder.id, f"{holder.name} is the holder in both"
    if holder.kind is SourceKind.UNNAMED_OFFICIALS:
        whose = f" of {holder.camp}" if holder.camp else ""
        yield DependenceKind.UNNAMED_OFFICIALS, holder.camp, f"unnamed officials{whose} may be the same people"
    if holder.camp:
        yield DependenceKind.SAME_CAMP, holder.camp, f"both speak for {holder.camp}"


def _tie_items(said: Sequence[_Said], documents: Mapping[str, Document]) -> Iterator[Dependence]:
    """Tie origins whose claims rest on the same video, recording, picture or document."""
    held: dict[str, list[tuple[frozenset[Feature], _Said]]] = {}
    for one in said:
        document = documents.get(one.claim.document_id)
        match = _ITEM.search(document.text, one.claim.start, one.claim.end) if document is not None else None
        if document is None or match is None:
            continue
        around = document.text[max(0, match.start() - _AROUND_CHARS) : match.end() + _AROUND_CHARS]
        features = frozenset(read_features(around))
        kind = str(match.lastgroup)
        for known, other in held.get(kind, ())[-_REACH:]:
            common = known & features
            if (
                other.origin_id != one.origin_id
                and len(common) >= _FEWEST_COMMON
                and any(feature.kind == NAME for feature in common)
            ):
                yield _tie(one, other, DependenceKind.SAME_ITEM, f"both rest on one {kind}")
                break
        held.setdefault(kind, []).append((features, one))


def _tie_relays(copies: Sequence[CopyLink], origins: Sequence[Origin]) -> Iterator[Dependence]:
    origin_of = {document_id: origin.id for origin in origins for document_id in origin.document_ids}
    for copy in copies:
        ids = origin_of.get(copy.document_id), origin_of.get(copy.copy_of)
        if copy.kind is CopyKind.RELAY and ids[0] and ids[1] and ids[0] != ids[1]:
            yield _make(ids[0], ids[1], DependenceKind.RELAYS, copy.why, ())


def _tie(one: _Said, other: _Said, kind: DependenceKind, why: str) -> Dependence:
    return _make(one.origin_id, other.origin_id, kind, why, (one.claim.id, other.claim.id))


def _make(origin_id: str, other_id: str, kind: DependenceKind, why: str, claim_ids: tuple[str, ...]) -> Dependence:
    return Dependence(
        id=derive_id("dependence", kind, origin_id, other_id),
        origin_id=origin_id,
        other_id=other_id,
        kind=kind,
        why=why,
        claim_ids=claim_ids,
        made=Made(recipe=RECIPE, inputs=claim_ids or (origin_id, other_id)),
    )
