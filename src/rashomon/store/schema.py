"""The tables of a case file as queries see them. How they came to be, version by version, is told in `migrations`.

Columns hold what queries need; the record itself stands whole in `body` (JSON). Every table only grows: a later row
supersedes an earlier one by its higher `seq`.
"""

from typing import Final

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

APPLICATION_ID: Final = 0x5241534D
"""Marks a case file in the SQLite header ("RASM")."""

METADATA: Final = MetaData()

RAW_INPUTS: Final = Table(
    "raw_inputs",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

DOCUMENTS: Final = Table(
    "documents",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("input_id", Text, nullable=False),
    Column("raw_sha256", Text, nullable=False),
    Column("made_recipe", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

PASSAGES: Final = Table(
    "passages",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("document_id", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

EXTRACTIONS: Final = Table(
    "extractions",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("document_id", Text, nullable=False),
    Column("made_recipe", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

QUESTIONS: Final = Table(
    "questions",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

RECORDS: Final = Table(
    "records",
    METADATA,
    Column("digest", LargeBinary, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""The parts of analyses by the hash of their body: one that stays the same between judgements is kept once."""

ANALYSES: Final = Table(
    "analyses",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("question_id", Text, nullable=False),
    Column("judgement_id", Text, nullable=False),
    Column("supersedes", Text),
    Column("made_recipe", Text, nullable=False),
    Column("judgement", LargeBinary, nullable=False),
    Column("contents", LargeBinary, nullable=False),
)
"""`contents` is a codec.Contents: what the analysis consists of beside its judgement."""

FEEDS: Final = Table(
    "feeds",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("url", Text, nullable=False),
)

DECISIONS: Final = Table(
    "decisions",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
