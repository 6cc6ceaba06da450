"""Analysts' edits of hypotheses: they win, and taking them back restores what was there."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.hypothesize.proposing import propose_hypotheses
from rashomon.model.decision import make_decision
from rashomon.model.vocabulary import DecisionKind, HypothesisRelationKind, Polarity

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)
SAID = (
    ("A diver", "Norway"), ("A baker", "the Norwegian navy"), ("A cook", "smugglers"), ("A monk", "Red Heron"),
    ("A nun", "Spain"),
)  # fmt: skip


def decide(kind, *names, minute=0, **fields):
    return make_decision(kind, "qst", *names, by="Ada", at=NOON + timedelta(minutes=minute), **fields)


@pytest.fixture(scope="module")
def propose(make_document, make_deed, make_linkage, make_question):
    """The hypotheses of deeds given as (voice, actor), each in a report of its own, under some decisions."""

    def propose(decisions=(), said=SAID):
        documents, claims = [], []
        for voice, actor in said:
            sentence = f"{actor} did it, it was so."
            document = make_document(f"paper of {voice} on {actor}", sentence)
            claims.append(make_deed(document, sentence.rstrip("."), voice, actor=actor))
            documents.append(document)
        return propose_hypotheses(
            documents, claims, make_linkage(claims), question=make_question(), decisions=decisions
        )

    return propose


def labels(found):
    return {hypothesis.label for hypothesis in found.hypotheses if not hypothesis.residual}


def named(found, label):
    return next(hypothesis for hypothesis in found.hypotheses if hypothesis.label == label)


def test_merge_joins_names_holders_and_evidence(propose):
    before = propose()
    merge = decide(DecisionKind.MERGE_HYPOTHESES, "smugglers", "Red Heron")
    after = propose([merge])
    assert labels(after) == labels(before) - {"smugglers"}
    heron = named(after, "Red Heron")
    assert (heron.id, heron.aliases, heron.decision_ids) == (named(before, "Red Heron").id, ("smugglers",), (merge.id,))
    assert set(heron.advances) == {"A cook", "A monk"}
    assert {link.hypothesis_id for link in after.evidence} <= {h.id for h in after.hypotheses}


def test_answer_merged_away_and_then_asked_for_by_name_is_its_own_again(propose):
    merge = decide(DecisionKind.MERGE_HYPOTHESES, "smugglers", "Red Heron")
    add = decide(DecisionKind.ADD_HYPOTHESIS, value="smugglers", minute=1)
    assert labels(propose([merge, add])) == labels(propose())


def test_split_undoes_a_merge_by_its_names(propose):
    merge = decide(DecisionKind.MERGE_HYPOTHESES, "smugglers", "Red Heron")
    split = decide(DecisionKind.SPLIT_HYPOTHESIS, "Red Heron", names=("smugglers",), minute=1)
    before, after = propose(), propose([merge, split])
    assert labels(after) == labels(before)
    assert {h.id for h in after.hypotheses} == {h.id for h in before.hypotheses}
    assert after.bearings == before.bearings
    assert after.evidence == before.evidence


def test_split_parts_names_the_machine_had_joined(propose):
    split = decide(DecisionKind.SPLIT_HYPOTHESIS, "Norway", names=("the Norwegian navy",))
    after = propose([split])
    assert named(after, "the Norwegian navy").advances == ("A baker",)
    assert named(after, "Norway").advances == ("A diver",)
    assert named(after, "Norway").aliases == ()


def test_split_that_would_leave_nothing_is_not_followed(propose):
    split = decide(DecisionKind.SPLIT_HYPOTHESIS, "Spain", names=("Spain",))
    after = propose([split])
    assert labels(after) == labels(propose())
    assert [(one.decision_id, one.why) for one in after.unmet] == [(split.id, "nothing would be left of it")]


def test_rename_keeps_the_id_and_the_old_label_as_a_name(propose):
    rename = decide(DecisionKind.RENAME_HYPOTHESIS, "Red Heron", value="the Heron Front")
    later = decide(DecisionKind.MERGE_HYPOTHESES, "smugglers", "the Heron Front", minute=1)
    heron = named(propose([rename, later]), "the Heron Front")
    assert heron.id == named(propose(), "Red Heron").id
    assert (heron.machine_label, heron.aliases) == ("Red Heron", ("Red Heron", "smugglers"))


def test_added_answer_without_claims_is_there_and_held_by_nobody(propose):
    after = propose([decide(DecisionKind.ADD_HYPOTHESIS, value="Blue Stork", names=("the Storks",))])
    stork = named(after, "Blue Stork")
    assert (stork.made.by, stork.aliases, stork.is_held) == ("analyst:Ada", ("the Storks",), False)
    assert stork.claim_ids == ()


def test_claims_that_name_an_added_answer_bear_on_it(propose):
    add = decide(DecisionKind.ADD_HYPOTHESIS, value="Fish thieves", names=("smugglers",))
    after = propose([add])
    assert named(after, "Fish thieves").advances == ("A cook",)
    assert "smugglers" not in labels(after)


def test_relation_decided_on_wins(propose):
    relate = decide(DecisionKind.RELATE_HYPOTHESES, "Spain", "Norway", value="overlaps", why="one fleet")
    after = propose([relate])
    ends = {named(after, "Spain").id, named(after, "Norway").id}
    (relation,) = [one for one in after.relations if {one.from_id, one.to_id} == ends]
    assert (relation.kind, relation.why) == (HypothesisRelationKind.OVERLAPS, "one fleet")
    assert relation.made.by == "analyst:Ada"


def test_pairs_are_exclusive_unless_something_says_otherwise(propose):
    found = propose()
    assert {one.kind for one in found.relations} == {HypothesisRelationKind.EXCLUSIVE}
    named_ones = len(found.hypotheses) - 1
    assert len(found.relations) == named_ones * (named_ones - 1) // 2


def test_decision_without_its_answer_is_kept_and_told_of(propose):
    merge = decide(DecisionKind.MERGE_HYPOTHESES, "smugglers", "Red Heron")
    early = propose([merge], said=SAID[:3])
    assert [one.why for one in early.unmet] == ["no answer goes by the name 'Red Heron'"]
    assert propose([merge]).unmet == ()


def test_decisions_on_another_question_pass_by(propose):
    other = make_decision(DecisionKind.MERGE_HYPOTHESES, "qst_other", "Spain", "Norway", by="Ada", at=NOON)
    assert propose([other]) == propose()


NAMES = st.sampled_from(
    ["Norway", "the Norwegian navy", "smugglers", "Red Heron", "Spain", "Blue Stork", "nobody here"]
)
EDITS = st.one_of(
    st.tuples(st.just(DecisionKind.MERGE_HYPOTHESES), st.lists(NAMES, min_size=2, max_size=2, unique=True)),
    st.tuples(st.just(DecisionKind.SPLIT_HYPOTHESIS), st.lists(NAMES, min_size=1, max_size=1), NAMES),
    st.tuples(st.just(DecisionKind.RENAME_HYPOTHESIS), st.lists(NAMES, min_size=1, max_size=1), NAMES),
    st.tuples(st.just(DecisionKind.ADD_HYPOTHESIS), st.just([]), NAMES),
)


def as_decision(minute, edit):
    kind, names, *rest = edit
    given = {"value": rest[0]} if rest and kind is not DecisionKind.SPLIT_HYPOTHESIS else {}
    given |= {"names": (rest[0],)} if kind is DecisionKind.SPLIT_HYPOTHESIS else {}
    return decide(kind, *names, minute=minute, **given)


SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(st.lists(EDITS, max_size=5))
def test_taking_everything_back_restores_everything(propose, edits):
    made = [as_decision(minute, edit) for minute, edit in enumerate(edits)]
    back = [make_decision(DecisionKind.WITHDRAW, one.id, by="Ada", at=NOON + timedelta(hours=1)) for one in made]
    assert propose([*made, *back]) == propose()


@SLOW
@given(st.lists(EDITS, max_size=5))
def test_every_claim_still_bears_on_one_answer_that_is_there(propose, edits):
    found = propose([as_decision(minute, edit) for minute, edit in enumerate(edits)])
    known = {hypothesis.id for hypothesis in found.hypotheses}
    assert {bearing.hypothesis_id for bearing in found.bearings} <= known
    assert {bearing.claim_id for bearing in found.bearings} == {bearing.claim_id for bearing in propose().bearings}
    assert len({hypothesis.label for hypothesis in found.hypotheses}) == len(found.hypotheses)
    assert len({bearing.id for bearing in found.bearings}) == len(found.bearings)


@SLOW
@given(st.lists(EDITS, max_size=4), st.permutations(SAID))
def test_the_order_in_which_reports_came_in_does_not_matter(propose, edits, said):
    made = [as_decision(minute, edit) for minute, edit in enumerate(edits)]
    one, other = propose(made), propose(made, said=tuple(said))
    assert {h.id: (h.label, set(h.advances)) for h in one.hypotheses} == {
        h.id: (h.label, set(h.advances)) for h in other.hypotheses
    }


def test_polarity_stays_when_answers_are_merged(propose, make_document, make_deed, make_linkage, make_question):
    document = make_document("gazette", "Spain did not do it.")
    claim = make_deed(document, "Spain did not do it", "A baker", actor="Spain", polarity=Polarity.DENY)
    other = make_document("herald", "Red Heron did it.")
    deed = make_deed(other, "Red Heron did it", "A cook", actor="Red Heron")
    merge = decide(DecisionKind.MERGE_HYPOTHESES, "Spain", "Red Heron")
    found = propose_hypotheses(
        [document, other], [claim, deed], make_linkage([claim, deed]), question=make_question(), decisions=[merge]
    )
    heron = named(found, "Red Heron")
    assert (heron.advances, heron.denies) == (("A cook",), ("A baker",))
