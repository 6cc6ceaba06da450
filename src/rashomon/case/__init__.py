"""The conductor: opens a case, walks the stages in order, and alone reads and writes the store."""

from rashomon.case.conductor import Case
from rashomon.case.deciding import find_decision, find_document, find_event, find_source
from rashomon.case.deciding_answers import find_hypothesis, find_question, list_questions
from rashomon.case.deciding_claims import find_claim
from rashomon.case.intake import Intake
from rashomon.case.looking_back import judge_then, trace_judgement
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
from rashomon.case.resolving import (
    calibrate,
    examine_case,
    examine_question,
    find_case_files,
    list_resolutions,
)
from rashomon.case.revising import compare_analyses
from rashomon.case.whatif import (
    Wanted,
    find_indicator,
    find_item,
    find_scenario,
    list_scenarios,
    list_settings,
    match_base_rates,
    read_changes,
    read_prior,
    read_settings,
    study_judgement,
    try_changes,
    weigh_held,
)
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
    "Wanted",
    "analyze_reports",
    "calibrate",
    "compare_analyses",
    "examine_case",
    "examine_question",
    "extract_reports",
    "find_case_files",
    "find_claim",
    "find_decision",
    "find_document",
    "find_event",
    "find_hypothesis",
    "find_indicator",
    "find_item",
    "find_question",
    "find_scenario",
    "find_source",
    "judge_then",
    "keep_quiet",
    "learn_from_tables",
    "list_questions",
    "list_resolutions",
    "list_scenarios",
    "list_settings",
    "match_base_rates",
    "read_changes",
    "read_prior",
    "read_settings",
    "study_judgement",
    "trace_copies",
    "trace_events",
    "trace_judgement",
    "try_changes",
    "weigh_held",
]
