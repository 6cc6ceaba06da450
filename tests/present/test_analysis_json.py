import json
from dataclasses import replace
from typing import Any

import pytest

from rashomon.model.analysis import Analysis
from rashomon.present.analysis_json import shape_analysis
from rashomon.present.shapes import encode_shape

CONTRACT = {
    "": "schema question events documents claims hypotheses evidence origins independent_origins facts implications "
    "sensitivity",
    "question": "id text kind event_id",
    "events": "id label type start end place focal prior",
    "documents": "id input_id publisher published_at title origin_id copy_of copy_kind share",
    "claims": "id document_id start end quote event_id proposition chain polarity certainty stance modality "
    "hypothesis_id origin_id drift_from",
    "claims.proposition": "slot value",
    "claims.chain": "name source_id cue start end",
    "hypotheses": "id label aliases probability low high words prior residual holders",
    "hypotheses.holders": "advances denies mentions",
    "evidence": "id hypothesis_id kind bits consistency claim_ids origin_id group_id discounts",
    "evidence.discounts": "why bits",
    "origins": "id document_ids holder",
    "facts": "slot event_id low best high claim_ids",
    "implications": "if_hypothesis_id then certainty document_id start end",
    "sensitivity": "flips leave_one_out watch_for",
    "sensitivity.flips": "what bits_needed",
    "sensitivity.leave_one_out": "origin_id probabilities",
    "sensitivity.watch_for": "indicator expected_bits",
}


@pytest.fixture
def printed(analysis: Analysis) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(encode_shape(shape_analysis(analysis)))
    return read


def reach(printed: dict[str, Any], path: str) -> list[dict[str, Any]]:
    """Return all objects at a dotted path, lists unrolled."""
    found: list[Any] = [printed]
    for key in filter(None, path.split(".")):
        found = [item[key] for item in found]
        found = [item for value in found for item in (value if isinstance(value, list) else [value])]
    return found


@pytest.mark.parametrize("path", CONTRACT)
def test_every_field_of_the_contract_is_there(printed: dict[str, Any], path: str) -> None:
    objects = reach(printed, path)
    assert objects
    for item in objects:
        assert set(CONTRACT[path].split()) <= set(item)


def test_schema_is_named(printed: dict[str, Any]) -> None:
    assert printed["schema"] == "rashomon/analysis@1"


def test_probabilities_sum_to_one_with_the_residual(printed: dict[str, Any]) -> None:
    assert sum(h["probability"] for h in printed["hypotheses"]) == pytest.approx(1, abs=1e-6)
    assert [h["residual"] for h in printed["hypotheses"]].count(True) == 1


def test_claim_with_two_bearings_is_printed_once_for_each(printed: dict[str, Any]) -> None:
    twice = [c for c in printed["claims"] if c["quote"] == "The dockers' union set the fire"]
    assert [(c["id"], c["hypothesis_id"], c["polarity"], c["certainty"]) for c in twice] == [
        ("clm_5", "hyp_union", "assert", "certain"),
        ("brg_6", "hyp_varda", "deny", "possible"),
    ]


def test_claim_without_bearing_has_no_hypothesis(printed: dict[str, Any]) -> None:
    (claim,) = (c for c in printed["claims"] if c["id"] == "clm_6")
    assert claim["hypothesis_id"] is None


def test_quotes_are_the_text_at_their_offsets(analysis: Analysis, printed: dict[str, Any]) -> None:
    texts = {document.id: document.text for document in analysis.documents}
    for claim in printed["claims"]:
        assert texts[claim["document_id"]][claim["start"] : claim["end"]] == claim["quote"]


def test_drifted_claim_names_the_claim_upstream(printed: dict[str, Any]) -> None:
    assert {c["id"]: c["drift_from"] for c in printed["claims"] if c["drift_from"]} == {"clm_4": "clm_1"}


def test_copies_name_their_parent_document(printed: dict[str, Any]) -> None:
    assert {d["id"]: (d["copy_of"], d["copy_kind"], d["share"]) for d in printed["documents"]} == {
        "doc_courier": (None, None, 0.0),
        "doc_herald": ("doc_courier", "relay", 0.25),
        "doc_mirror": ("doc_herald", "verbatim", 1.0),
        "doc_beacon": (None, None, 0.0),
    }
    assert printed["independent_origins"] == 2


def test_lone_surrogate_from_hostile_input_is_still_json(hostile_analysis: Analysis) -> None:
    text = encode_shape(shape_analysis(hostile_analysis)) + "\ud800"
    assert json.loads(text.encode("utf-8", "backslashreplace").decode("utf-8").removesuffix("\\ud800"))


def test_number_no_float_can_hold_is_left_out(analysis: Analysis) -> None:
    fact = replace(analysis.hypothesis_set.facts[0], high=float("inf"))
    endless = replace(analysis, hypothesis_set=replace(analysis.hypothesis_set, facts=(fact,)))
    assert json.loads(encode_shape(shape_analysis(endless)))["facts"][0]["high"] is None
