from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.decision import make_decision
from rashomon.model.vocabulary import DecisionKind
from rashomon.present.lineage_json import shape_links
from rashomon.present.lineage_text import render_lineage

SNAPSHOT = Path(__file__).parent / "snapshots" / "lineage.txt"
CONFIRMED = make_decision(
    DecisionKind.CONFIRM_COPY,
    "doc_mirror",
    "doc_herald",
    by="Ada",
    at=datetime(2031, 5, 1, 12, tzinfo=UTC),
    why="asked",
)


@pytest.fixture
def unsure(analysis: Analysis) -> Analysis:
    relay, copy = analysis.linkage.copies
    return replace(analysis, linkage=replace(analysis.linkage, copies=(replace(relay, confidence=0.7), copy)))


def test_lineage_reads_as_its_snapshot(unsure: Analysis) -> None:
    assert render_lineage(unsure, (CONFIRMED,), width=80) == SNAPSHOT.read_text("utf-8")


def test_links_speak_of_input_ids_and_of_who_confirmed_them(unsure: Analysis) -> None:
    relay, copy = shape_links(unsure, (CONFIRMED,))
    assert (relay.document, relay.copy_of, relay.origin, relay.confidence) == (
        "herald.txt",
        "courier.txt",
        "courier.txt",
        0.7,
    )
    assert relay.decision_id is None
    assert (copy.document, copy.copy_of, copy.decision_id) == ("mirror.txt", "herald.txt", CONFIRMED.id)


def test_reasons_from_outside_drive_no_terminal(unsure: Analysis) -> None:
    links = tuple(replace(link, why="\x1b[2J\u202e") for link in unsure.linkage.copies)
    page = render_lineage(replace(unsure, linkage=replace(unsure.linkage, copies=links)), ())
    assert not {"\x1b", "\u202e"} & set(page)
