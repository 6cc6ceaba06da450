"""Both stores, to be held to the same promises, and the few records they are tried with."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.model.analysis import Analysis, Extraction, HypothesisSet, Linkage
from rashomon.model.claim import Claim, ClaimPlacement, Proposition, Voice
from rashomon.model.document import Document, Passage, RawInput
from rashomon.model.ids import derive_id, digest_bytes
from rashomon.model.judgement import HypothesisProbability, Judgement, Sensitivity
from rashomon.model.lineage import Origin
from rashomon.model.provenance import Made
from rashomon.model.question import Hypothesis, Question
from rashomon.model.vocabulary import (
    AnalyticConfidence,
    Certainty,
    Modality,
    PassageKind,
    Polarity,
    QuestionKind,
    Slot,
    Stance,
)
from rashomon.ports import CaseStore
from rashomon.store import MemoryStore, SqliteStore

MADE = Made(recipe="hand@1")
Report = tuple[Document, RawInput, tuple[Passage, ...]]


@pytest.fixture(params=["sqlite", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CaseStore]:
    made = SqliteStore.create(tmp_path / "case.rashomon") if request.param == "sqlite" else MemoryStore()
    yield made
    made.close()


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """A report whose paragraphs are its passages."""

    def make(input_id: str, *paragraphs: str) -> Report:
        text = "\n\n".join(paragraphs)
        data = text.encode()
        raw = RawInput(sha256=digest_bytes(data), media_type="text/plain", data=data)
        document = Document(
            id=derive_id("doc", input_id, text), input_id=input_id, text=text, raw_sha256=raw.sha256, made=MADE
        )
        passages, start = [], 0
        for paragraph in paragraphs:
            end = start + len(paragraph)
            passages.append(
                Passage(
                    id=derive_id("pas", document.id, start),
                    document_id=document.id,
                    start=start,
                    end=end,
                    text=paragraph,
                    kind=PassageKind.PARAGRAPH,
                    made=MADE,
                )
            )
            start = end + 2
        return document, raw, tuple(passages)

    return make


@pytest.fixture
def make_extraction() -> Callable[..., Extraction]:
    """An extraction with one claim: the first `length` code points of the document, said by its author."""

    def make(document: Document, *, length: int = 1) -> Extraction:
        claim = Claim(
            id=derive_id("clm", document.id, length),
            document_id=document.id,
            start=0,
            end=length,
            quote=document.text[:length],
            context_start=0,
            context_end=len(document.text),
            proposition=Proposition(slot=Slot.STATEMENT, value=document.text[:length], low=3.0),
            chain=(Voice(name="The Daily Gull"),),
            polarity=Polarity.ASSERT,
            certainty=Certainty.CERTAIN,
            stance=Stance.ENDORSES,
            modality=Modality.ASSERTION,
            mentions=(),
            order=0,
            made=MADE,
        )
        return Extraction(document_id=document.id, attributions=(), claims=(claim,))

    return make


@pytest.fixture
def question() -> Question:
    return Question(id="qst_1", text="Who sank the ferry?", kind=QuestionKind.WHO, event_id=None, made=MADE)


@pytest.fixture
def make_analysis(question: Question, make_extraction: Callable[..., Extraction]) -> Callable[..., Analysis]:
    """An analysis of documents, one claim and one origin each, with nothing but *something else* as answer."""

    def make(*documents: Document, judgement_id: str = "jdg_1", supersedes: str | None = None) -> Analysis:
        claims = tuple(make_extraction(document).claims[0] for document in documents)
        residual = Hypothesis(id="hyp_1", question_id=question.id, label="something else", residual=True, made=MADE)
        judgement = Judgement(
            id=judgement_id,
            question_id=question.id,
            as_of=None,
            probabilities=(
                HypothesisProbability(hypothesis_id="hyp_1", probability=1.0, low=1.0, high=1.0, prior=1.0),
            ),
            contributions=(),
            sensitivity=Sensitivity(),
            confidence=AnalyticConfidence.LOW,
            basis="Nothing is known.",
            made=MADE,
            supersedes=supersedes,
        )
        return Analysis(
            documents=documents,
            claims=claims,
            linkage=replace(
                EMPTY_LINKAGE,
                origins=tuple(
                    Origin(id=f"org_{document.id}", document_ids=(document.id,), holder="The Daily Gull", made=MADE)
                    for document in documents
                ),
                placements=tuple(
                    ClaimPlacement(
                        claim_id=claim.id,
                        source_ids=("src_1",),
                        event_id=None,
                        origin_id=f"org_{claim.document_id}",
                        made=MADE,
                    )
                    for claim in claims
                ),
            ),
            hypothesis_set=HypothesisSet(
                question=question, hypotheses=(residual,), bearings=(), evidence=(), facts=(), implications=()
            ),
            judgement=judgement,
        )

    return make


EMPTY_LINKAGE = Linkage(sources=(), copies=(), origins=(), events=(), placements=(), relations=())
