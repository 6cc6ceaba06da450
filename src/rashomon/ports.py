"""The seams: small protocols that others may implement."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from rashomon.model.analysis import Analysis, Extraction
from rashomon.model.decision import Decision
from rashomon.model.document import Document, Passage, RawInput
from rashomon.model.judgement import Judgement
from rashomon.model.question import Question


@runtime_checkable
class Extractor(Protocol):
    """Reads one document and says who says what in it. The result must not depend on other documents."""

    @property
    def recipe(self) -> str:
        """name@version; changes whenever results may change, so that stale extractions are made again."""

    def extract(self, document: Document, passages: Sequence[Passage]) -> Extraction:
        """Return the attributions and claims of a document."""


class CaseStore(Protocol):
    """Keeps one case: what was read, what was derived from it, and every judgement. Nothing is updated in place.

    A store is used by one thread. Each method that writes is one transaction: all of it is kept or none.
    """

    def add_document(self, document: Document, raw: RawInput, passages: Sequence[Passage]) -> bool:
        """Keep a report with its raw bytes. Returns False, and changes nothing, where the id is held already."""

    def documents(self) -> tuple[Document, ...]:
        """Return all documents in the order they were added."""

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return a document's passages in reading order."""

    def raw(self, sha256: str) -> RawInput:
        """Return raw bytes by their hash. Raises CaseError R-CASE-004 where there are none."""

    def put_extraction(self, extraction: Extraction, *, recipe: str) -> None:
        """Keep what an extractor found; an earlier extraction by the recipe is superseded, not deleted.

        Nothing changes where the latest extraction by the recipe says the same. Raises CaseError R-CASE-004 where the
        document is not held.
        """

    def extractions(self, *, recipe: str) -> tuple[Extraction, ...]:
        """Return each document's latest extraction by a recipe, in the order of the documents."""

    def put_question(self, question: Question) -> None:
        """Keep a question; the latest one put is the case's foremost."""

    def questions(self) -> tuple[Question, ...]:
        """Return the questions, the foremost first."""

    def put_analysis(self, analysis: Analysis) -> None:
        """Keep a judgement with all it rests on; the question's earlier judgement is superseded.

        Nothing changes where the analysis is the current one. Raises CaseError R-CASE-004 where a document is not held,
        StoreError R-STORE-003 where the judgement does not supersede the current one (somebody judged meanwhile).
        """

    def analysis(self, question_id: str) -> Analysis | None:
        """Return the current analysis of a question."""

    def past_analysis(self, judgement_id: str) -> Analysis | None:
        """Return the analysis a judgement was last kept with, superseded or not; None where there is no such one."""

    def judgements(self, question_id: str) -> tuple[Judgement, ...]:
        """Return all judgements of a question, oldest first."""

    def put_decision(self, decision: Decision) -> None:
        """Keep a decision; nothing changes where its id is held already."""

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions in the order they were put, those taken back among them."""

    def search(self, query: str, *, limit: int = 50) -> tuple[Passage, ...]:
        """Return passages that hold every word of a query, best first. The query is plain words, never syntax."""

    def add_feed(self, url: str) -> None:
        """Remember a feed to watch; nothing changes where it is remembered already."""

    def feeds(self) -> tuple[str, ...]:
        """Return the feeds in the order they were given."""

    def revision(self) -> str:
        """Return a short word that changes whenever anybody adds reports, questions, decisions or analyses."""

    def close(self) -> None:
        """Release the file."""


class PageFetcher(Protocol):
    """Fetches one page on request."""

    def fetch(self, url: str) -> RawInput:
        """Return the page's bytes. Raises InputError (R-INGEST-005, -011, -012)."""
