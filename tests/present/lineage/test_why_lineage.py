"""Where a claim, a report and an origin come from. To renew a snapshot look at the new tree first, then write it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.document import Document
from rashomon.model.vocabulary import DriftKind
from rashomon.present import phrases
from rashomon.present.lineage_reasons import MOST_RELATIONS, MOST_REPORTS
from rashomon.present.shapes import ReasonShape, encode_shape
from rashomon.present.why import render_reasons, shape_reasons

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
IDS = (
    "clm_wire clm_gazette clm_digest clm_echo clm_count doc_wire doc_gazette doc_observer doc_echo origin_wire".split()
)


def walk(reason: ReasonShape) -> list[ReasonShape]:
    return [reason, *(below for child in reason.because for below in walk(child))]


def texts_below(analysis: Analysis, wanted: str) -> str:
    return "\n".join(reason.text for reason in walk(shape_reasons(analysis, wanted)))


@pytest.mark.parametrize(
    "name, wanted", [("claim", "clm_gazette"), ("report", "doc_gazette"), ("origin", "origin_wire")]
)
def test_tree_reads_as_its_snapshot(told: Analysis, name: str, wanted: str) -> None:
    assert render_reasons(told, wanted) == (SNAPSHOTS / f"why_{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("wanted", IDS)
def test_places_are_where_they_say(told: Analysis, wanted: str) -> None:
    texts = {document.id: document.text for document in told.documents}
    places = [reason for reason in walk(shape_reasons(told, wanted)) if reason.document_id is not None]
    assert places
    for place in places:
        assert texts[place.document_id or ""][place.start : place.end] in place.text


@pytest.mark.parametrize("wanted", IDS)
def test_json_and_text_say_the_same(told: Analysis, wanted: str) -> None:
    def read(step: dict[str, object]) -> list[str]:
        below = step["because"]
        assert isinstance(below, list)
        return [str(step["text"]), *(text for child in below for text in read(child))]

    shown = "".join(render_reasons(told, wanted).replace("│", "").split())
    for text in read(json.loads(encode_shape(shape_reasons(told, wanted)))):
        assert "".join(text.split()) in shown


def test_reports_are_counted_against_origins(told: Analysis) -> None:
    assert "said in 4 reports, 1 origin" in texts_below(told, "clm_echo")
    assert "said in no other report here" in texts_below(told, "clm_count")


def test_first_appearance_is_that_of_the_earliest_report(told: Analysis) -> None:
    assert "first seen 3 Apr 2031, 06:00 UTC, in The Wire" in texts_below(told, "clm_digest")


@pytest.mark.parametrize(
    "wanted, said",
    [
        ("clm_observer", "supports another claim: another holder says so"),
        ("clm_wire", "is supported by another claim: another holder says so"),
        ("clm_wire", "refines another claim"),
        ("clm_dozens", "contradicts another claim: dozens or three"),
        ("clm_count", "is contradicted by another claim"),
    ],
)
def test_relations_are_told_from_both_sides(told: Analysis, wanted: str, said: str) -> None:
    assert said in texts_below(told, wanted)


def test_drift_says_what_changed_and_quotes_both_sentences(told: Analysis) -> None:
    for wanted in ("clm_wire", "clm_echo", "1"):
        (drift,) = [reason for reason in walk(shape_reasons(told, wanted)) if reason.kind == "drift"]
        assert "the hedge was lost; a person or group became a state or movement" in drift.text
        assert [child.text.split()[:3] for child in drift.because] == [
            ["was", "said", "(probable):"],
            ["was", "told", "(certain):"],
        ]


def test_drift_to_another_event_names_both(told: Analysis) -> None:
    placements = tuple(
        replace(placement, event_id="evt_before") if placement.claim_id == "clm_wire" else placement
        for placement in told.linkage.placements
    )
    moved = replace(told, linkage=replace(told.linkage, placements=placements))
    said = texts_below(moved, "clm_echo")
    assert "was said (probable, of: fire at the depot" in said
    assert "was told (certain, of: fire in the harbour" in said


def test_every_kind_of_drift_has_words() -> None:
    assert set(phrases.DRIFT_PHRASES) == set(DriftKind)


def test_sureness_is_told(told: Analysis) -> None:
    said = texts_below(told, "origin_wire")
    assert "near copy of The Wire (80 % of its words), sure" in said
    assert "rewrite of The Wire (40 % of what it tells), likely (72 %)" in said
    assert "verbatim copy of Quay Gazette (100 % of its words), confirmed by Mina" in said


def test_voices_say_what_each_source_is(told: Analysis) -> None:
    placements = tuple(
        replace(placement, source_ids=("src_varda",) * len(placement.source_ids))
        for placement in told.linkage.placements
    )
    known = replace(told, linkage=replace(told.linkage, placements=placements))
    said = texts_below(known, "clm_echo")
    assert "said by Inspector Ada Quill: official, speaks for the Varda Line" in said
    assert "passed on by the Wire: official" in said
    assert "published by Echo" in said


def make_crowd(told: Analysis, number: int) -> Analysis:
    """So many further verbatim copies of the wire story in its origin, each with the claim of the wire."""
    wire, claim, copy = told.documents[0], told.claims[0], told.linkage.copies[0]
    placement, repeats = told.linkage.placements[0], told.linkage.relations[0]
    ids = [f"doc_{position}" for position in range(number)]
    documents: list[Document] = [replace(wire, id=one, input_id=one) for one in ids]
    origin = replace(told.linkage.origins[0], document_ids=(wire.id, *ids))
    linkage = replace(
        told.linkage,
        copies=tuple(replace(copy, id=f"cpy_{one}", document_id=one, passages=()) for one in ids),
        origins=(origin,),
        placements=(placement, *(replace(placement, claim_id=f"clm_{one}") for one in ids)),
        relations=tuple(replace(repeats, id=f"rel_{one}", from_id=f"clm_{one}", to_id=claim.id) for one in ids),
    )
    claims = (claim, *(replace(claim, id=f"clm_{one}", document_id=one) for one in ids))
    return replace(told, documents=(wire, *documents), claims=claims, linkage=linkage)


def test_a_crowd_of_copies_is_counted_and_cut(told: Analysis) -> None:
    crowd = make_crowd(told, 500)
    assert "said in 501 reports, 1 origin" in texts_below(crowd, "clm_wire")
    assert f"and {501 - MOST_RELATIONS} more that say it" in texts_below(crowd, "clm_wire")
    assert f"and {501 - MOST_REPORTS} more reports" in texts_below(crowd, "origin_wire")
    assert "500 reports made from it" in texts_below(crowd, "doc_wire")
    assert len(render_reasons(crowd, "origin_wire").splitlines()) < 400


def test_hostile_words_cannot_drive_the_terminal(hostile_analysis: Analysis) -> None:
    for wanted in ("clm_1", "clm_4", "doc_courier", "doc_herald", "doc_mirror", "org_courier"):
        assert not {"\x1b", "\u202e", "\x07"} & set(render_reasons(hostile_analysis, wanted))
