"""A case in memory: the twin of the file, for analyses nobody keeps and for tests. It keeps the same promises."""

import math
from collections.abc import Sequence
from typing import Final

from rashomon.model.analysis import Analysis, Extraction
from rashomon.model.decision import Decision
from rashomon.model.document import Document, Passage, RawInput
from rashomon.model.errors import CaseError
from rashomon.model.judgement import Judgement
from rashomon.model.question import Question
from rashomon.store.succession import check_successor, list_chain
from rashomon.store.words import matches, split_words

BM25_K1: Final = 1.2
BM25_B: Final = 0.75
"""Saturation and length normalisation of BM25 (Robertson and Zaragoza 2009), at the values FTS5 has."""

LOWEST_RARITY: Final = 1e-6
"""FTS5's floor for the inverse document frequency of a word that stands in more than half of the passages."""


class MemoryStore:
    """A `ports.CaseStore` that forgets everything when it is let go."""

    def __init__(self) -> None:
        self._raws: dict[str, RawInput] = {}
        self._documents: dict[str, Document] = {}
        self._passages: dict[str, tuple[Passage, ...]] = {}
        self._extractions: dict[tuple[str, str], list[Extraction]] = {}
        self._questions: dict[str, Question] = {}
        self._analyses: dict[str, list[Analysis]] = {}
        self._decisions: dict[str, Decision] = {}
        self._feeds: dict[str, None] = {}
        self._writes = 0

    def add_document(self, document: Document, raw: RawInput, passages: Sequence[Passage]) -> bool:
        """Keep a report. Returns False, and changes nothing, where the id is held already."""
        if document.id in self._documents:
            return False
        self._raws.setdefault(raw.sha256, raw)
        self._documents[document.id] = document
        self._passages[document.id] = tuple(passages)
        self._writes += 1
        return True

    def documents(self) -> tuple[Document, ...]:
        """Return all documents in the order they were added."""
        return tuple(self._documents.values())

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return a document's passages in reading order."""
        return self._passages.get(document_id, ())

    def raw(self, sha256: str) -> RawInput:
        """Return raw bytes by their hash. Raises CaseError R-CASE-004 where there are none."""
        if sha256 not in self._raws:
            raise CaseError("R-CASE-004", sha256)
        return self._raws[sha256]

    def put_extraction(self, extraction: Extraction, *, recipe: str) -> None:
        """Keep what an extractor found, unless the latest extraction by the recipe says the same."""
        if extraction.document_id not in self._documents:
            raise CaseError("R-CASE-004", extraction.document_id)
        held = self._extractions.setdefault((recipe, extraction.document_id), [])
        if held[-1:] != [extraction]:
            held.append(extraction)

    def extractions(self, *, recipe: str) -> tuple[Extraction, ...]:
        """Return each document's latest extraction by a recipe, in the order of the documents."""
        keys = ((recipe, document_id) for document_id in self._documents)
        return tuple(self._extractions[key][-1] for key in keys if key in self._extractions)

    def put_question(self, question: Question) -> None:
        """Keep a question as the foremost."""
        self._questions.pop(question.id, None)
        self._questions[question.id] = question
        self._writes += 1

    def questions(self) -> tuple[Question, ...]:
        """Return the questions as last put, the foremost first."""
        return tuple(reversed(self._questions.values()))

    def put_analysis(self, analysis: Analysis) -> None:
        """Keep an analysis, unless it is the question's current one.

        Raises CaseError R-CASE-004 where a document is not held, and StoreError R-STORE-003 where the judgement does
        not supersede the current one.
        """
        for document in analysis.documents:
            if document.id not in self._documents:
                raise CaseError("R-CASE-004", document.id)
        judgement = analysis.judgement
        current = self.analysis(judgement.question_id)
        if analysis == current:
            return
        check_successor(judgement, current=current.judgement if current else None, where="memory")
        self._analyses.setdefault(judgement.question_id, []).append(analysis)
        self._writes += 1

    def analysis(self, question_id: str) -> Analysis | None:
        """Return the current analysis of a question."""
        analyses = self._analyses.get(question_id)
        return analyses[-1] if analyses else None

    def past_analysis(self, judgement_id: str) -> Analysis | None:
        """Return the analysis a judgement was last kept with, superseded or not."""
        kept = (analysis for analyses in self._analyses.values() for analysis in reversed(analyses))
        return next((analysis for analysis in kept if analysis.judgement.id == judgement_id), None)

    def judgements(self, question_id: str) -> tuple[Judgement, ...]:
        """Return all judgements of a question, oldest first."""
        return list_chain(analysis.judgement for analysis in self._analyses.get(question_id, ()))

    def put_decision(self, decision: Decision) -> None:
        """Keep a decision; nothing changes where its id is held already."""
        self._decisions.setdefault(decision.id, decision)
        self._writes += 1

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions in the order they were put."""
        return tuple(self._decisions.values())

    def search(self, query: str, *, limit: int = 50) -> tuple[Passage, ...]:
        """Return passages that hold every word of the query, best first (BM25)."""
        passages = [passage for passages in self._passages.values() for passage in passages]
        texts = [split_words(passage.text) for passage in passages]
        relevances = measure_relevances(texts, split_words(query))
        found = sorted(relevances, key=lambda index: -relevances[index])
        return tuple(passages[index] for index in found[:limit])

    def add_feed(self, url: str) -> None:
        """Remember a feed to watch; nothing changes where it is remembered already."""
        self._feeds.setdefault(url)

    def feeds(self) -> tuple[str, ...]:
        """Return the feeds in the order they were given."""
        return tuple(self._feeds)

    def revision(self) -> str:
        """Return a short word that changes whenever reports, questions, decisions or analyses are added."""
        return str(self._writes)

    def close(self) -> None:
        """Nothing to release."""


def measure_relevances(texts: Sequence[Sequence[str]], query_words: Sequence[str]) -> dict[int, float]:
    """Return the BM25 relevance (0 and up) of each text that holds every word of a query, by its place in `texts`."""
    if not query_words:
        return {}
    mean_length = sum(map(len, texts)) / max(1, len(texts))
    counts = [[sum(matches(word, wanted) for word in words) for wanted in query_words] for words in texts]
    relevances = {index: 0.0 for index, row in enumerate(counts) if all(row)}
    for column in range(len(query_words)):
        holding = sum(row[column] > 0 for row in counts)
        rarity = max(LOWEST_RARITY, math.log((len(texts) - holding + 0.5) / (holding + 0.5)))
        for index in relevances:
            count = counts[index][column]
            length = 1 - BM25_B + BM25_B * len(texts[index]) / mean_length
            relevances[index] += rarity * count * (BM25_K1 + 1) / (count + BM25_K1 * length)
    return relevances
