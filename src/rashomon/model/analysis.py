"""What each stage hands on, one record a stage, and the whole analysis as the views see it."""

from dataclasses import dataclass

from rashomon.model.attribution import Attribution
from rashomon.model.claim import Claim, ClaimPlacement, ClaimRelation, ClaimReview
from rashomon.model.document import Document
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What an extractor found in one document, in reading order."""

    document_id: str
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage:
    """What linking found: the output of the stage `link`. `drift` relations stand among `relations`.

    `mentions` say whom each name means in each report, and why; `dependences` which origins do not speak independently,
    `event_links` where each report speaks of which event. `reviews` say what analysts made of claims, in the order of
    the claims; `decided` what they say of who speaks together; `unmet` which of these decisions find nothing now.
    """

    sources: tuple[Source, ...]
    copies: tuple[CopyLink, ...]
    origins: tuple[Origin, ...]
    events: tuple[Event, ...]
    placements: tuple[ClaimPlacement, ...]
    relations: tuple[ClaimRelation, ...]
    mentions: tuple[SourceMention, ...] = ()
    dependences: tuple[Dependence, ...] = ()
    event_links: tuple[EventLink, ...] = ()
    reviews: tuple[ClaimReview, ...] = ()
    decided: tuple[DecidedDependence, ...] = ()
    unmet: tuple[UnmetDecision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisSet:
    """What hypothesizing found: the output of the stage `hypothesize` for one question.

    `relations` say of each pair of named hypotheses how one stands to the other. `questions` are all that the reports
    raise and analysts added, the most contested of the weightiest first, whether or not `question` is among them.
    `priors` and `ratings` are the analysts': they win over the machine's.
    """

    question: Question
    hypotheses: tuple[Hypothesis, ...]
    bearings: tuple[ClaimBearing, ...]
    evidence: tuple[EvidenceLink, ...]
    facts: tuple[Fact, ...]
    implications: tuple[Implication, ...]
    indicators: tuple[NamedIndicator, ...] = ()
    relations: tuple[HypothesisRelation, ...] = ()
    questions: tuple[Question, ...] = ()
    unmet: tuple[UnmetDecision, ...] = ()
    priors: tuple[SetPrior, ...] = ()
    ratings: tuple[CellRating, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One analysed event and question, ready to be shown."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    linkage: Linkage
    hypothesis_set: HypothesisSet
    judgement: Judgement
