"""Records to bytes and back: JSON by msgspec, at the border of the store only.

An analysis is taken apart into its records, each named by the hash of its bytes, so that a hundred judgements of one
case do not keep a hundred copies of what stayed the same.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

import msgspec

from rashomon.model.analysis import Analysis, HypothesisSet, Linkage
from rashomon.model.claim import Claim, ClaimPlacement, ClaimRelation, ClaimReview
from rashomon.model.document import Document
from rashomon.model.errors import StoreError
from rashomon.model.event import Event, EventLink, Fact
from rashomon.model.judgement import Judgement
from rashomon.model.lineage import CopyLink, DecidedDependence, Dependence, Origin
from rashomon.model.question import (
    CellRating,
    ClaimBearing,
    EvidenceLink,
    Hypothesis,
    HypothesisRelation,
    Implication,
    NamedIndicator,
    Question,
    SetPrior,
    UnmetDecision,
)
from rashomon.model.source import Source, SourceMention

DIGEST_BYTES: Final = 16

RecordT = TypeVar("RecordT")


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What an analysis consists of: ids of documents, and digests of the other records (hexadecimal).

    A part that came later has a default: analyses kept before it was there have none of it.
    """

    documents: tuple[str, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    copies: tuple[str, ...]
    origins: tuple[str, ...]
    events: tuple[str, ...]
    placements: tuple[str, ...]
    relations: tuple[str, ...]
    question: str
    hypotheses: tuple[str, ...]
    bearings: tuple[str, ...]
    evidence: tuple[str, ...]
    facts: tuple[str, ...]
    implications: tuple[str, ...]
    mentions: tuple[str, ...] = ()
    dependences: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    hypothesis_relations: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    event_links: tuple[str, ...] = ()
    priors: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    unmet_of_claims: tuple[str, ...] = ()

    def digests(self) -> tuple[str, ...]:
        """Return the digests of all records, each once, in no particular order."""
        parts = (
            self.claims,
            self.sources,
            self.copies,
            self.origins,
            self.events,
            self.placements,
            self.relations,
            (self.question,),
            self.hypotheses,
            self.bearings,
            self.evidence,
            self.facts,
            self.implications,
            self.mentions,
            self.dependences,
            self.indicators,
            self.hypothesis_relations,
            self.questions,
            self.unmet,
            self.event_links,
            self.priors,
            self.ratings,
            self.reviews,
            self.decided,
            self.unmet_of_claims,
        )
        return tuple({digest: None for part in parts for digest in part})


def encode_record(record: object) -> bytes:
    """Return a record as JSON bytes."""
    return msgspec.json.encode(record)


def decode_record(body: bytes, kind: type[RecordT]) -> RecordT:
    """Return the record of a kind that the bytes hold. Raises StoreError R-STORE-004 where they hold no such record."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError as error:
        raise StoreError("R-STORE-004", f"a stored {kind.__name__} ({error})") from error


def digest_record(body: bytes) -> str:
    """Return the name of a record's bytes: 32 hex digits of SHA-256."""
    return hashlib.sha256(body).hexdigest()[: 2 * DIGEST_BYTES]


def take_apart(analysis: Analysis) -> tuple[Contents, dict[str, bytes]]:
    """Return what an analysis consists of and the bytes of its records by digest.

    Left out are the documents and the judgement, which a store keeps by themselves.
    """
    bodies: dict[str, bytes] = {}

    def keep(record: object) -> str:
        body = encode_record(record)
        digest = digest_record(body)
        bodies[digest] = body
        return digest

    def keep_all(records: Iterable[object]) -> tuple[str, ...]:
        return tuple(keep(record) for record in records)

    linkage = analysis.linkage
    hypothesis_set = analysis.hypothesis_set
    contents = Contents(
        documents=tuple(document.id for document in analysis.documents),
        claims=keep_all(analysis.claims),
        sources=keep_all(linkage.sources),
        copies=keep_all(linkage.copies),
        origins=keep_all(linkage.origins),
        events=keep_all(linkage.events),
        placements=keep_all(linkage.placements),
        relations=keep_all(linkage.relations),
        mentions=keep_all(linkage.mentions),
        dependences=keep_all(linkage.dependences),
        event_links=keep_all(linkage.event_links),
        reviews=keep_all(linkage.reviews),
        decided=keep_all(linkage.decided),
        unmet_of_claims=keep_all(linkage.unmet),
        question=keep(hypothesis_set.question),
        hypotheses=keep_all(hypothesis_set.hypotheses),
        bearings=keep_all(hypothesis_set.bearings),
        evidence=keep_all(hypothesis_set.evidence),
        facts=keep_all(hypothesis_set.facts),
        implications=keep_all(hypothesis_set.implications),
        indicators=keep_all(hypothesis_set.indicators),
        hypothesis_relations=keep_all(hypothesis_set.relations),
        questions=keep_all(hypothesis_set.questions),
        unmet=keep_all(hypothesis_set.unmet),
        priors=keep_all(hypothesis_set.priors),
        ratings=keep_all(hypothesis_set.ratings),
    )
    return contents, bodies


def put_together(
    contents: Contents, judgement: Judgement, *, documents: Mapping[str, Document], bodies: Mapping[str, bytes]
) -> Analysis:
    """Return the analysis that `take_apart` took apart. Raises StoreError R-STORE-004 where a part is missing."""
    missing = [part for part in contents.documents if part not in documents]
    missing += [part for part in contents.digests() if part not in bodies]
    if missing:
        raise StoreError("R-STORE-004", f"an analysis lacks {len(missing)} of its records, the first {missing[0]}")

    def load_all(digests: tuple[str, ...], kind: type[RecordT]) -> tuple[RecordT, ...]:
        return tuple(decode_record(bodies[digest], kind) for digest in digests)

    return Analysis(
        documents=tuple(documents[document_id] for document_id in contents.documents),
        claims=load_all(contents.claims, Claim),
        linkage=Linkage(
            sources=load_all(contents.sources, Source),
            copies=load_all(contents.copies, CopyLink),
            origins=load_all(contents.origins, Origin),
            events=load_all(contents.events, Event),
            placements=load_all(contents.placements, ClaimPlacement),
            relations=load_all(contents.relations, ClaimRelation),
            mentions=load_all(contents.mentions, SourceMention),
            dependences=load_all(contents.dependences, Dependence),
            event_links=load_all(contents.event_links, EventLink),
            reviews=load_all(contents.reviews, ClaimReview),
            decided=load_all(contents.decided, DecidedDependence),
            unmet=load_all(contents.unmet_of_claims, UnmetDecision),
        ),
        hypothesis_set=HypothesisSet(
            question=decode_record(bodies[contents.question], Question),
            hypotheses=load_all(contents.hypotheses, Hypothesis),
            bearings=load_all(contents.bearings, ClaimBearing),
            evidence=load_all(contents.evidence, EvidenceLink),
            facts=load_all(contents.facts, Fact),
            implications=load_all(contents.implications, Implication),
            indicators=load_all(contents.indicators, NamedIndicator),
            relations=load_all(contents.hypothesis_relations, HypothesisRelation),
            questions=load_all(contents.questions, Question),
            unmet=load_all(contents.unmet, UnmetDecision),
            priors=load_all(contents.priors, SetPrior),
            ratings=load_all(contents.ratings, CellRating),
        ),
        judgement=judgement,
    )
