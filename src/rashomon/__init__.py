"""Rashomon: one event, told by everyone.

Who claims what, which explanations compete, how well the evidence supports each, and what would change the answer.
The public names below are loaded when first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rashomon.case import Case, analyze_reports, find_source
    from rashomon.model.analysis import Analysis
    from rashomon.model.claim import Claim
    from rashomon.model.decision import Decision, make_decision
    from rashomon.model.document import Document
    from rashomon.model.errors import RashomonError
    from rashomon.model.judgement import Judgement
    from rashomon.model.question import EvidenceLink, Hypothesis, Question
    from rashomon.model.reliability import KnownTruth, LearnedReliability, SourceClaim
    from rashomon.model.source import Source
    from rashomon.model.vocabulary import DecisionKind
    from rashomon.weigh.reliability import learn_reliability

__version__ = "0.1.0"

_HOMES: Final = {
    "Analysis": "rashomon.model.analysis",
    "Case": "rashomon.case",
    "Claim": "rashomon.model.claim",
    "Decision": "rashomon.model.decision",
    "DecisionKind": "rashomon.model.vocabulary",
    "Document": "rashomon.model.document",
    "EvidenceLink": "rashomon.model.question",
    "Hypothesis": "rashomon.model.question",
    "KnownTruth": "rashomon.model.reliability",
    "LearnedReliability": "rashomon.model.reliability",
    "Judgement": "rashomon.model.judgement",
    "Question": "rashomon.model.question",
    "RashomonError": "rashomon.model.errors",
    "SourceClaim": "rashomon.model.reliability",
    "Source": "rashomon.model.source",
    "analyze_reports": "rashomon.case",
    "find_source": "rashomon.case",
    "learn_reliability": "rashomon.weigh.reliability",
    "make_decision": "rashomon.model.decision",
}

__all__ = [
    "Analysis",
    "Case",
    "Claim",
    "Decision",
    "DecisionKind",
    "Document",
    "EvidenceLink",
    "Hypothesis",
    "Judgement",
    "KnownTruth",
    "LearnedReliability",
    "Question",
    "RashomonError",
    "Source",
    "SourceClaim",
    "__version__",
    "analyze_reports",
    "find_source",
    "learn_reliability",
    "make_decision",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'rashomon' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
