"""What others may import is pinned: a name is added or taken away on purpose, never by accident."""

import rashomon

PUBLIC = [
    "Analysis", "Case", "Claim", "Decision", "DecisionKind", "Document", "EvidenceLink", "Hypothesis", "Judgement",
    "KnownTruth", "LearnedReliability", "Question", "RashomonError", "Source", "SourceClaim", "__version__",
    "analyze_reports", "find_source", "learn_reliability", "make_decision",
]  # fmt: skip


def test_the_public_names_are_these():
    assert rashomon.__all__ == PUBLIC


def test_every_public_name_can_be_had():
    for name in PUBLIC:
        assert getattr(rashomon, name) is not None


def test_there_are_at_most_25():
    assert len(rashomon.__all__) <= 25
