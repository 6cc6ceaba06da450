"""Decisions on claims and on dependence in a case: checked, kept with what finds the claim again, followed, undone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.case import Case, find_claim
from rashomon.model.decision import make_decision
from rashomon.model.errors import CaseError, DecisionError
from rashomon.model.vocabulary import DecisionKind, ReviewKind

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


def decide(kind, *subject_ids, **fields):
    return make_decision(kind, *subject_ids, by="Ada", at=NOON, **fields)


def claim(case, words):
    return find_claim(case.analysis(), words)


def evidence_of(analysis, claim_id):
    return [link for link in analysis.hypothesis_set.evidence if claim_id in link.claim_ids]


def test_a_claim_is_found_by_id_by_its_beginning_and_by_report_and_number(case):
    first = claim(case, "r1:1")
    assert claim(case, first.id) == claim(case, first.id[:12]) == claim(case, f"{first.document_id}:1") == first
    for unknown in ("r1:2", "r1:0", "clm_nothing", "r1"):
        with pytest.raises(CaseError, match=r"R-CASE-004.*no such claim"):
            claim(case, unknown)
    with pytest.raises(CaseError, match=r"R-CASE-004.*no such report"):
        claim(case, "r9:1")


def test_rejecting_the_only_support_of_a_piece_of_evidence_removes_it_and_undo_restores_all(case, make_extractor):
    before, sudland = case.analysis(), claim(case, "r2:1")
    (link,) = evidence_of(before, sudland.id)
    reject = case.decide(decide(DecisionKind.REJECT_CLAIM, sudland.id, why="irony"))
    after = case.analyze(extractor=make_extractor())
    assert link.id not in {one.id for one in after.hypothesis_set.evidence}
    assert not [one for one in after.hypothesis_set.bearings if one.claim_id == sudland.id]
    assert not [fact for fact in after.hypothesis_set.facts if sudland.id in fact.claim_ids]
    assert sudland in after.claims
    assert [(one.claim_id, one.kind) for one in after.linkage.reviews] == [(sudland.id, ReviewKind.REJECTED)]
    assert case.analysis() == after
    case.decide(decide(DecisionKind.WITHDRAW, reject.id))
    again = case.analyze(extractor=make_extractor())
    assert (again.claims, again.linkage, again.hypothesis_set) == (
        before.claims,
        before.linkage,
        before.hypothesis_set,
    )
    assert again.judgement.id == before.judgement.id


def test_a_correction_moves_the_judgement_and_is_undone(case, make_extractor):
    before, norland = case.analysis(), claim(case, "r1:1")
    fix = case.decide(decide(DecisionKind.FIX_CLAIM, norland.id, names=("polarity=deny",), why="a slip"))
    after = case.analyze(extractor=make_extractor())
    assert after.judgement.probabilities != before.judgement.probabilities
    (review,) = after.linkage.reviews
    assert (review.kind, review.machine) == (ReviewKind.FIXED, norland)
    assert fix.anchors[0].quote == norland.quote
    case.decide(decide(DecisionKind.WITHDRAW, fix.id))
    assert case.analyze(extractor=make_extractor()).hypothesis_set == before.hypothesis_set


def test_accepting_changes_no_weight_and_shows(case, make_extractor):
    before = case.analysis()
    case.decide(decide(DecisionKind.ACCEPT_CLAIM, claim(case, "r1:1").id))
    after = case.analyze(extractor=make_extractor())
    assert after.judgement == before.judgement
    assert [one.kind for one in after.linkage.reviews] == [ReviewKind.ACCEPTED]


def test_a_claim_placed_at_no_known_event_answers_nothing(case, make_extractor):
    placed = claim(case, "r2:1")
    case.decide(decide(DecisionKind.PLACE_CLAIM, placed.id))
    assert not evidence_of(case.analyze(extractor=make_extractor()), placed.id)


def test_claims_said_to_be_one_make_one_piece_of_evidence(case, make_extractor):
    one, other = claim(case, "r1:1"), claim(case, "r3:1")
    assert evidence_of(case.analysis(), one.id) != evidence_of(case.analysis(), other.id)
    case.decide(decide(DecisionKind.MERGE_CLAIMS, other.id, one.id))
    after = case.analyze(extractor=make_extractor())
    assert evidence_of(after, one.id) == evidence_of(after, other.id)
    assert len(evidence_of(after, one.id)) == 1


def test_what_the_case_does_not_hold_or_what_is_so_already_is_refused(case, make_extractor):
    first, second = claim(case, "r1:1"), claim(case, "r2:1")
    for kind, subjects, fields in (
        (DecisionKind.ACCEPT_CLAIM, ("clm_x",), {}),
        (DecisionKind.MERGE_CLAIMS, (first.id, "clm_x"), {}),
        (DecisionKind.PLACE_CLAIM, (first.id,), {"value": "event_x"}),
        (DecisionKind.FIX_CLAIM, (first.id,), {"names": ("source=source_x",)}),
        (DecisionKind.CUT_DEPENDENCE, ("source_x", "source_y"), {}),
    ):
        with pytest.raises(CaseError, match=r"R-CASE-004.*_x"):
            case.decide(decide(kind, *subjects, **fields))
    for kind, subjects, fields in (
        (DecisionKind.FIX_CLAIM, (first.id,), {"names": ("polarity=assert",)}),
        (DecisionKind.SPLIT_CLAIMS, (first.id, second.id), {}),
    ):
        with pytest.raises(DecisionError, match=r"R-DECIDE-004"):
            case.decide(decide(kind, *subjects, **fields))
    with pytest.raises(DecisionError, match=r"R-DECIDE-002.*not a span"):
        case.decide(decide(DecisionKind.FIX_CLAIM, first.id, names=("start=9000",)))
    for fields in ({"names": ("polarity=maybe",)}, {"names": ("start=-1",)}):
        with pytest.raises(DecisionError, match="R-DECIDE-002"):
            decide(DecisionKind.FIX_CLAIM, first.id, **fields)
    for fields in ({}, {"names": ("colour=red",)}, {"names": ("holder= ",)}):
        with pytest.raises(DecisionError, match="R-DECIDE-001"):
            decide(DecisionKind.FIX_CLAIM, first.id, **fields)
    for value in ("", "0", "1.5", "nan", "friends"):
        with pytest.raises(DecisionError, match=r"R-DECIDE-002.*not a dependence"):
            decide(DecisionKind.SET_DEPENDENCE, "source_x", "source_y", value=value)
    assert case.decisions() == ()


def test_sources_said_to_speak_together_come_into_one_group(case, make_extractor):
    before = case.analysis()
    one, other = (evidence_of(before, claim(case, words).id)[0] for words in ("r1:1", "r3:1"))
    assert one.group_id != other.group_id
    tie = case.decide(decide(DecisionKind.SET_DEPENDENCE, one.holder_id, other.holder_id, value="1"))
    after = case.analyze(extractor=make_extractor())
    joined = {link.group_id for link in after.hypothesis_set.evidence if link.id in (one.id, other.id)}
    assert len(joined) == 1
    assert after.judgement.probabilities != before.judgement.probabilities
    case.decide(decide(DecisionKind.WITHDRAW, tie.id))
    assert case.analyze(extractor=make_extractor()).hypothesis_set == before.hypothesis_set


def test_a_decision_outlives_a_reading_under_other_ids(tmp_path, write_reports, lines, make_extractor):
    with Case.create(tmp_path / "ferry.rashomon", "Who sank the ferry?") as case:
        list(case.add([write_reports(*lines)]))
        case.analyze(extractor=make_extractor())
        reject = case.decide(decide(DecisionKind.REJECT_CLAIM, claim(case, "r2:1").id))
    again = _Renaming(make_extractor(recipe="first_word@2"))
    with Case.open(tmp_path / "ferry.rashomon") as case:
        after = case.analyze(extractor=again)
        (review,) = after.linkage.reviews
        assert (review.decision_id, review.kind) == (reject.id, ReviewKind.REJECTED)
        assert review.claim_id == claim(case, "r2:1").id != reject.subject_ids[0]
        list(case.add([write_reports(lines[1] | {"text": "Nobody sank the ferry, it seems."}, name="new.jsonl")]))
        gone = case.analyze(extractor=again)
        assert [one.decision_id for one in gone.hypothesis_set.unmet] == [reject.id]


class _Renaming:
    """Gives every claim another id than the extractor behind it."""

    def __init__(self, inner):
        self._inner, self.recipe = inner, inner.recipe

    def extract(self, document, passages):
        found = self._inner.extract(document, passages)
        return replace(found, claims=tuple(replace(one, id=f"{one.id}2") for one in found.claims))
