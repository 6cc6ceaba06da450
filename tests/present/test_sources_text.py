"""The register on the terminal. To renew a snapshot look at the new page first, then write it over the file."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.decision import Decision, make_decision
from rashomon.model.provenance import Made
from rashomon.model.source import MachineReading, PartyTie, Source, SourceMention
from rashomon.model.vocabulary import DecisionKind, Party, SourceKind
from rashomon.present.sources_json import shape_source, shape_sources
from rashomon.present.sources_text import render_source, render_sources

SNAPSHOTS = Path(__file__).parent / "snapshots"
MADE = Made(recipe="hand@1")
NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)
GRADE = make_decision(
    DecisionKind.GRADE_SOURCE, "src_courier", by="Ada", at=NOON, value="B", why="right in nine of ten cases"
)
CAMP = make_decision(DecisionKind.SET_CAMP, "src_varda", by="Ada", at=NOON, value="the Varda Line", why="his office")
MERGE = make_decision(DecisionKind.MERGE_SOURCES, "src_detectives", "src_investigators", by="Bo Lind", at=NOON)
DECISIONS = (GRADE, CAMP, MERGE)
UNKNOWN = (PartyTie(party=Party.UNKNOWN, why="no report says for whom it speaks"),)


def make_source(key: str, name: str, kind: SourceKind, **fields: object) -> Source:
    given = {"aliases": (name,), "parties": UNKNOWN} | fields
    return Source(id=f"src_{key}", name=name, kind=kind, made=MADE, **given)


def make_mention(key: str, document: str, name: str, why: str, *, found: str = "", start: int = 0) -> SourceMention:
    return SourceMention(
        document_id=f"doc_{document}",
        name=name,
        source_id=f"src_{key}",
        found_id=f"src_{found or key}",
        start=start,
        claim_ids=(),
        why=why,
        made=MADE,
    )


SOURCES = (
    make_source(
        "investigators",
        "Investigators",
        SourceKind.UNNAMED_OFFICIALS,
        aliases=("Investigators", "detectives"),
        decision_ids=(MERGE.id,),
    ),
    make_source(
        "varda",
        "A spokesman for the Varda Line",
        SourceKind.OFFICIAL,
        camp="the Varda Line",
        machine=MachineReading(kind=SourceKind.OFFICIAL, camp=""),
        parties=(
            PartyTie(party=Party.ACCUSED, why="3 claims name the Varda Line as who did it, 1 of them to deny it"),
            PartyTie(party=Party.TARGET, why="1 claim names the Varda Line as what was hit"),
        ),
        decision_ids=(CAMP.id,),
    ),
    make_source("courier", "Almar Courier", SourceKind.OUTLET, reliability="B", reliability_basis=GRADE.why,
                decision_ids=(GRADE.id,)),
    make_source("herald", "The Herald", SourceKind.OUTLET),
    make_source("beacon", "The Beacon", SourceKind.OUTLET),
    make_source("inspector", "the chief inspector", SourceKind.OFFICIAL),
    make_source("other", "The Chief Inspector", SourceKind.OFFICIAL),
    make_source("master", "the harbour master", SourceKind.PERSON, camp="the harbour master",
                parties=(PartyTie(party=Party.NONE, why="no report names the harbour master as who did it"),)),
    make_source("noise", "recent history", SourceKind.UNKNOWN),
)  # fmt: skip
MENTIONS = (
    make_mention("courier", "courier", "Almar Courier", "publishes this report", start=-1),
    make_mention("investigators", "courier", "Investigators", "a description; somebody else in every report"),
    make_mention("investigators", "herald", "Investigators", "as in courier.txt, which this report was made from"),
    make_mention(
        "investigators", "beacon", "detectives", "the same as Investigators, says Bo Lind", found="detectives"
    ),
)


@pytest.fixture
def register(analysis: Analysis) -> Analysis:
    return replace(analysis, linkage=replace(analysis.linkage, sources=SOURCES, mentions=MENTIONS))


def find(key: str) -> Source:
    return next(source for source in SOURCES if source.id == f"src_{key}")


@pytest.mark.parametrize("width", [80, 100])
def test_register_reads_as_its_snapshot(register: Analysis, width: int) -> None:
    page = render_sources(register, DECISIONS, width=width)
    assert page == (SNAPSHOTS / f"sources_{width}.txt").read_text("utf-8")


def test_one_source_reads_as_its_snapshot(register: Analysis) -> None:
    page = render_source(find("investigators"), register, DECISIONS, width=80)
    page += render_source(find("varda"), register, DECISIONS, width=80)
    assert page == (SNAPSHOTS / "source.txt").read_text("utf-8")


def test_voices_nothing_is_known_of_are_only_counted_unless_wanted(register: Analysis) -> None:
    assert "recent history" not in render_sources(register, ())
    assert "and 1 voice of unknown kind" in render_sources(register, ())
    page = render_sources(register, (), everybody=True)
    assert "recent history" in page
    assert "of unknown kind" not in page


def test_ids_stand_beside_names_that_several_go_by(register: Analysis) -> None:
    lines = render_sources(register, ()).splitlines()
    twins = [line for line in lines if "chief inspector" in line.lower()]
    assert len(twins) == 2
    assert all("src_" in line for line in twins)
    assert not any("src_" in line for line in lines if line not in twins)


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_line_is_wider_than_the_page(register: Analysis, width: int) -> None:
    for page in (
        render_sources(register, DECISIONS, width=width),
        render_source(find("varda"), register, DECISIONS, width=width),
    ):
        assert max(map(len, page.splitlines())) <= width


def test_hostile_names_and_reasons_drive_no_terminal(register: Analysis) -> None:
    hostile = "Vand\x1b[31mal\u202e officials"
    source = replace(find("varda"), name=hostile, aliases=(hostile,), camp=hostile, reliability_basis="\x1b[2J")
    decision = make_decision(DecisionKind.SET_CAMP, "src_varda", by="A\x1b[1m", at=NOON, value="\x07", why="\x1b[2J")
    linkage = replace(register.linkage, sources=(replace(source, decision_ids=(decision.id,)),))
    shown = replace(register, linkage=linkage)
    pages = render_sources(shown, (decision,)) + render_source(linkage.sources[0], shown, (decision,))
    assert not {"\x1b", "\u202e", "\x07"} & set(pages)


def test_json_counts_what_a_source_says_and_what_it_passes_on(register: Analysis) -> None:
    listed = {shape.id: shape for shape in shape_sources(register)}
    assert (listed["src_courier"].says, listed["src_courier"].passes_on) == (0, 2)
    assert (listed["src_investigators"].says, listed["src_investigators"].reports) == (2, 3)
    assert listed["src_courier"].reliability_words == "usually reliable"
    assert listed["src_varda"].party == ["accused", "target"]
    assert (listed["src_varda"].machine_kind, listed["src_varda"].machine_camp) == ("official", "")


def test_json_of_one_source_keeps_whom_the_machine_found(register: Analysis) -> None:
    shape = shape_source(find("investigators"), register, DECISIONS)
    assert [(m.document, m.name, m.found_id) for m in shape.mentions] == [
        ("courier.txt", "Investigators", "src_investigators"),
        ("herald.txt", "Investigators", "src_investigators"),
        ("beacon.txt", "detectives", "src_detectives"),
    ]
    assert [decision.id for decision in shape.decisions] == [MERGE.id]
    assert shape.says_ids == ["clm_1", "clm_4"]


def test_a_decision_taken_back_is_no_longer_listed(register: Analysis) -> None:
    back: Decision = make_decision(DecisionKind.WITHDRAW, GRADE.id, by="Ada", at=NOON)
    assert "usually reliable" in render_sources(register, DECISIONS)
    assert "usually reliable" not in render_sources(register, (*DECISIONS, back))
