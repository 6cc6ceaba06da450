"""The conductor: opens a case, walks the stages in order, and alone reads and writes the store."""

from rashomon.case.conductor import Case
from rashomon.case.deciding import find_decision, find_document, find_event, find_source
from rashomon.case.deciding_answers import find_hypothesis, find_question, list_questions
from rashomon.case.intake import Intake
from rashomon.case.once import (
    EventTrace,
    Lineage,
    NothingReadableError,
    analyze_reports,
    extract_reports,
    trace_copies,
    trace_events,
)
from rashomon.case.progress import Progress, keep_quiet
from rashomon.case.reliability import LearnedTables, NoClaimsError, learn_from_tables
from rashomon.case.revising import compare_analyses
from rashomon.ingest.fetcher import HttpFetcher
from rashomon.ingest.limits import Limits

__all__ = [
    "Case",
    "EventTrace",
    "HttpFetcher",
    "Intake",
    "LearnedTables",
    "Limits",
    "Lineage",
    "NoClaimsError",
    "NothingReadableError",
    "Progress",
    "analyze_reports",
    "compare_analyses",
    "extract_reports",
    "find_decision",
    "find_document",
    "find_event",
    "find_hypothesis",
    "find_question",
    "find_source",
    "keep_quiet",
    "learn_from_tables",
    "list_questions",
    "trace_copies",
    "trace_events",
]
