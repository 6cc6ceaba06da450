"""A case in one SQLite file, which readers can read while a writer writes. SQLite is spoken to here and nowhere else.

`synchronous` is FULL: in WAL mode NORMAL survives a killed process but may lose the last transactions in a power cut,
and a report that was acknowledged must not be lost.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, Select, func, select, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError

from rashomon.model.analysis import Analysis, Extraction
from rashomon.model.decision import Decision
from rashomon.model.document import Document, Passage, RawInput
from rashomon.model.errors import CaseError
from rashomon.model.judgement import Judgement
from rashomon.model.question import Question
from rashomon.store.casefile import BUSY_SECONDS, explain_failure, make_case_file, open_case_file
from rashomon.store.codec import Contents, decode_record, encode_record, put_together, take_apart
from rashomon.store.schema import (
    ANALYSES,
    DECISIONS,
    DOCUMENTS,
    EXTRACTIONS,
    FEEDS,
    PASSAGES,
    QUESTIONS,
    RAW_INPUTS,
    RECORDS,
)
from rashomon.store.succession import check_successor, list_chain
from rashomon.store.words import PREFIX_LENGTH, split_words

CHUNK: Final = 500
"""Digests asked for in one query; SQLite builds may allow as few as 999 variables."""

FIND_PASSAGES: Final = text(
    "SELECT passages.body FROM passages_fts JOIN passages ON passages.seq = passages_fts.rowid"
    " WHERE passages_fts MATCH :query ORDER BY rank, passages.seq LIMIT :limit"
)
INDEX_PASSAGE: Final = text("INSERT INTO passages_fts (rowid, text) VALUES (:seq, :text)")


class SqliteStore:
    """A `ports.CaseStore` in a file. Any method raises StoreError R-STORE-003, -004 or -005 where the file fails it."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._reader = engine
        self._writer = engine.execution_options(write=True)

    @classmethod
    def create(cls, path: Path) -> "SqliteStore":
        """Make an empty case file and open it. Raises CaseError R-CASE-002 where the path exists."""
        make_case_file(path)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> "SqliteStore":
        """Open a case file, bringing it to the newest version.

        Raises CaseError R-CASE-001 where there is none, StoreError R-STORE-001 where it is no case file and -002 where
        a newer program made it.
        """
        return cls(path, open_case_file(path, busy_seconds=busy_seconds))

    def add_document(self, document: Document, raw: RawInput, passages: Sequence[Passage]) -> bool:
        """Keep a report. Returns False, and changes nothing, where the id is held already."""
        with self._transaction(self._writer) as connection:
            if _holds_document(connection, document.id):
                return False
            connection.execute(
                insert(RAW_INPUTS)
                .values(sha256=raw.sha256, media_type=raw.media_type, data=raw.data)
                .on_conflict_do_nothing()
            )
            connection.execute(
                insert(DOCUMENTS).values(
                    id=document.id,
                    input_id=document.input_id,
                    raw_sha256=document.raw_sha256,
                    made_recipe=document.made.recipe,
                    body=encode_record(document),
                )
            )
            for passage in passages:
                _add_passage(connection, passage)
            return True

    def documents(self) -> tuple[Document, ...]:
        """Return all documents in the order they were added."""
        with self._transaction(self._reader) as connection:
            bodies = connection.scalars(select(DOCUMENTS.c.body).order_by(DOCUMENTS.c.seq)).all()
        return tuple(decode_record(body, Document) for body in bodies)

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return a document's passages in reading order."""
        query = select(PASSAGES.c.body).where(PASSAGES.c.document_id == document_id).order_by(PASSAGES.c.seq)
        with self._transaction(self._reader) as connection:
            bodies = connection.scalars(query).all()
        return tuple(decode_record(body, Passage) for body in bodies)

    def raw(self, sha256: str) -> RawInput:
        """Return raw bytes by their hash. Raises CaseError R-CASE-004 where there are none."""
        with self._transaction(self._reader) as connection:
            row = connection.execute(select(RAW_INPUTS).where(RAW_INPUTS.c.sha256 == sha256)).one_or_none()
        if row is None:
            raise CaseError("R-CASE-004", sha256)
        return RawInput(sha256=row.sha256, media_type=row.media_type, data=row.data)

    def put_extraction(self, extraction: Extraction, *, recipe: str) -> None:
        """Keep what an extractor found, unless the latest extraction by the recipe says the same."""
        body = encode_record(extraction)
        latest = (
            select(EXTRACTIONS.c.body)
            .where(EXTRACTIONS.c.document_id == extraction.document_id, EXTRACTIONS.c.made_recipe == recipe)
            .order_by(EXTRACTIONS.c.seq.desc())
            .limit(1)
        )
        with self._transaction(self._writer) as connection:
            if not _holds_document(connection, extraction.document_id):
                raise CaseError("R-CASE-004", extraction.document_id)
            if connection.scalar(latest) != body:
                connection.execute(
                    insert(EXTRACTIONS).values(document_id=extraction.document_id, made_recipe=recipe, body=body)
                )

    def extractions(self, *, recipe: str) -> tuple[Extraction, ...]:
        """Return each document's latest extraction by a recipe, in the order of the documents."""
        latest = (
            select(func.max(EXTRACTIONS.c.seq))
            .where(EXTRACTIONS.c.made_recipe == recipe)
            .group_by(EXTRACTIONS.c.document_id)
        )
        query = (
            select(EXTRACTIONS.c.body)
            .join(DOCUMENTS, DOCUMENTS.c.id == EXTRACTIONS.c.document_id)
            .where(EXTRACTIONS.c.seq.in_(latest))
            .order_by(DOCUMENTS.c.seq)
        )
        with self._transaction(self._reader) as connection:
            bodies = connection.scalars(query).all()
        return tuple(decode_record(body, Extraction) for body in bodies)

    def put_question(self, question: Question) -> None:
        """Keep a question as the foremost, unless it is the foremost already."""
        body = encode_record(question)
        with self._transaction(self._writer) as connection:
            foremost = connection.scalar(select(QUESTIONS.c.body).order_by(QUESTIONS.c.seq.desc()).limit(1))
            if foremost != body:
                connection.execute(insert(QUESTIONS).values(id=question.id, body=body))

    def questions(self) -> tuple[Question, ...]:
        """Return the questions as last put, the foremost first."""
        latest = select(func.max(QUESTIONS.c.seq)).group_by(QUESTIONS.c.id)
        query = select(QUESTIONS.c.body).where(QUESTIONS.c.seq.in_(latest)).order_by(QUESTIONS.c.seq.desc())
        with self._transaction(self._reader) as connection:
            bodies = connection.scalars(query).all()
        return tuple(decode_record(body, Question) for body in bodies)

    def put_analysis(self, analysis: Analysis) -> None:
        """Keep an analysis, unless it is the question's current one.

        Raises CaseError R-CASE-004 where a document is not held, and StoreError R-STORE-003 where the judgement does
        not supersede the current one: somebody else has judged meanwhile.
        """
        judgement = analysis.judgement
        contents, records = take_apart(analysis)
        judgement_body, contents_body = encode_record(judgement), encode_record(contents)
        with self._transaction(self._writer) as connection:
            held = set(connection.scalars(select(DOCUMENTS.c.id)))
            for document in analysis.documents:
                if document.id not in held:
                    raise CaseError("R-CASE-004", document.id)
            row = connection.execute(_current_analysis(judgement.question_id)).one_or_none()
            if row is not None and (row.judgement, row.contents) == (judgement_body, contents_body):
                return
            current = decode_record(row.judgement, Judgement) if row is not None else None
            check_successor(judgement, current=current, where=str(self._path))
            rows = [{"digest": bytes.fromhex(digest), "body": body} for digest, body in records.items()]
            connection.execute(insert(RECORDS).on_conflict_do_nothing(), rows)
            connection.execute(
                insert(ANALYSES).values(
                    question_id=judgement.question_id,
                    judgement_id=judgement.id,
                    supersedes=judgement.supersedes,
                    made_recipe=judgement.made.recipe,
                    judgement=judgement_body,
                    contents=contents_body,
                )
            )

    def analysis(self, question_id: str) -> Analysis | None:
        """Return the current analysis of a question."""
        return self._load(_current_analysis(question_id))

    def past_analysis(self, judgement_id: str) -> Analysis | None:
        """Return the analysis a judgement was last kept with, superseded or not."""
        return self._load(_last_first().where(ANALYSES.c.judgement_id == judgement_id))

    def _load(self, query: Select[tuple[bytes, bytes]]) -> Analysis | None:
        with self._transaction(self._reader) as connection:
            row = connection.execute(query).one_or_none()
            if row is None:
                return None
            contents = decode_record(row.contents, Contents)
            bodies = _load_records(connection, contents.digests())
            documents = [decode_record(body, Document) for body in connection.scalars(select(DOCUMENTS.c.body))]
        return put_together(
            contents,
            decode_record(row.judgement, Judgement),
            documents={document.id: document for document in documents},
            bodies=bodies,
        )

    def judgements(self, question_id: str) -> tuple[Judgement, ...]:
        """Return all judgements of a question, oldest first."""
        query = select(ANALYSES.c.judgement).where(ANALYSES.c.question_id == question_id).order_by(ANALYSES.c.seq)
        with self._transaction(self._reader) as connection:
            bodies = connection.scalars(query).all()
        return list_chain(decode_record(body, Judgement) for body in bodies)

    def put_decision(self, decision: Decision) -> None:
        """Keep a decision; nothing changes where its id is held already."""
        row = {"id": decision.id, "kind": decision.kind, "body": encode_record(decision)}
        with self._transaction(self._writer) as connection:
            connection.execute(insert(DECISIONS).values(row).on_conflict_do_nothing())

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions in the order they were put."""
        with self._transaction(self._reader) as connection:
            bodies = connection.scalars(select(DECISIONS.c.body).order_by(DECISIONS.c.seq)).all()
        return tuple(decode_record(body, Decision) for body in bodies)

    def search(self, query: str, *, limit: int = 50) -> tuple[Passage, ...]:
        """Return passages that hold every word of the query, best first (BM25)."""
        words = split_words(query)
        if not words:
            return ()
        quoted = " ".join(f'"{word}"' + "*" * (len(word) >= PREFIX_LENGTH) for word in words)
        with self._transaction(self._reader) as connection:
            bodies = connection.scalars(FIND_PASSAGES, {"query": quoted, "limit": limit}).all()
        return tuple(decode_record(body, Passage) for body in bodies)

    def add_feed(self, url: str) -> None:
        """Remember a feed to watch; nothing changes where it is remembered already."""
        with self._transaction(self._writer) as connection:
            connection.execute(insert(FEEDS).values(url=url).on_conflict_do_nothing())

    def feeds(self) -> tuple[str, ...]:
        """Return the feeds in the order they were given."""
        with self._transaction(self._reader) as connection:
            return tuple(connection.scalars(select(FEEDS.c.url).order_by(FEEDS.c.seq)))

    def revision(self) -> str:
        """Return a short word that changes whenever reports, questions, decisions or analyses are added."""
        tables = (DOCUMENTS, QUESTIONS, DECISIONS, ANALYSES)
        query = select(*(select(func.max(table.c.seq)).scalar_subquery() for table in tables))
        with self._transaction(self._reader) as connection:
            latest = connection.execute(query).one()
        return "-".join(str(seq or 0) for seq in latest)

    def close(self) -> None:
        """Release the file; the write-ahead log is folded into it where nobody else has it open."""
        self._reader.dispose()

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        try:
            with engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise explain_failure(error, self._path) from error


def _holds_document(connection: Connection, document_id: str) -> bool:
    return connection.scalar(select(DOCUMENTS.c.seq).where(DOCUMENTS.c.id == document_id)) is not None


def _add_passage(connection: Connection, passage: Passage) -> None:
    kept = connection.execute(
        insert(PASSAGES).values(id=passage.id, document_id=passage.document_id, body=encode_record(passage))
    )
    connection.execute(INDEX_PASSAGE, {"seq": kept.lastrowid, "text": passage.text})


def _current_analysis(question_id: str) -> Select[tuple[bytes, bytes]]:
    return _last_first().where(ANALYSES.c.question_id == question_id)


def _last_first() -> Select[tuple[bytes, bytes]]:
    return select(ANALYSES.c.judgement, ANALYSES.c.contents).order_by(ANALYSES.c.seq.desc()).limit(1)


def _load_records(connection: Connection, digests: Sequence[str]) -> dict[str, bytes]:
    bodies: dict[str, bytes] = {}
    for start in range(0, len(digests), CHUNK):
        wanted = [bytes.fromhex(digest) for digest in digests[start : start + CHUNK]]
        rows = connection.execute(select(RECORDS.c.digest, RECORDS.c.body).where(RECORDS.c.digest.in_(wanted)))
        bodies.update((row.digest.hex(), row.body) for row in rows)
    return bodies
