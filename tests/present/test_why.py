from pathlib import Path

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.errors import CaseError
from rashomon.present.shapes import ReasonShape
from rashomon.present.why import render_reasons, shape_reasons

SNAPSHOT = Path(__file__).parent / "snapshots" / "why_hypothesis.txt"


def walk(reason: ReasonShape) -> list[ReasonShape]:
    return [reason, *(below for child in reason.because for below in walk(child))]


def test_reasons_of_a_hypothesis_read_as_their_snapshot(analysis: Analysis) -> None:
    assert render_reasons(analysis, "hyp_varda") == SNAPSHOT.read_text("utf-8")


@pytest.mark.parametrize(
    "wanted",
    "1 [2] evd_varda hyp_varda hyp_union clm_4 brg_6 doc_beacon org_courier fct_boats evt_fire src_varda qst_1 jdg_1 "
    "imp_1 hyp_v".split(),
)
def test_from_any_id_one_walks_to_a_place_in_a_text(analysis: Analysis, wanted: str) -> None:
    texts = {document.id: document.text for document in analysis.documents}
    places = [reason for reason in walk(shape_reasons(analysis, wanted)) if reason.document_id is not None]
    assert places
    for place in places:
        assert texts[place.document_id or ""][place.start : place.end] in place.text.replace("’", "'")


def test_number_means_the_evidence_the_page_prints_it_for(analysis: Analysis) -> None:
    assert shape_reasons(analysis, "1").id == "evd_varda"
    assert shape_reasons(analysis, "4").id == "evd_union"


@pytest.mark.parametrize("wanted", ["0", "5", "nothing", "", "clm_"])
def test_unknown_or_ambiguous_id_is_refused(analysis: Analysis, wanted: str) -> None:
    with pytest.raises(CaseError, match="R-CASE-004"):
        shape_reasons(analysis, wanted)


def test_drift_is_told_where_the_evidence_is(analysis: Analysis) -> None:
    assert any(reason.kind == "drift" for reason in walk(shape_reasons(analysis, "evd_varda")))


def test_hostile_words_cannot_drive_the_terminal(hostile_analysis: Analysis) -> None:
    for wanted in ("1", "jdg_1", "org_courier", "evt_fire"):
        assert not {"\x1b", "\u202e", "\x07"} & set(render_reasons(hostile_analysis, wanted))
