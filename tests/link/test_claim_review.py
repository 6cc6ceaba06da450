"""Decisions on claims laid over what was read: found again, in any order, and taken back without a trace."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.claim_review import anchor_claim, review_claims
from rashomon.link.linking import link_reports
from rashomon.model.claim import Claim, Proposition, Voice
from rashomon.model.decision import make_decision
from rashomon.model.document import Document
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import (
    Certainty,
    DecisionKind,
    DependenceKind,
    Modality,
    Polarity,
    RelationKind,
    ReviewKind,
    Slot,
    Stance,
)

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)
MADE = Made(recipe="test@1")
TEXTS = (
    "A blast shook Port Almar on Monday. The mayor said Norland sank the ferry in Port Almar. He wept.",
    "The ferry lay in Port Almar. Captain Brenn said Norland sank the ferry in Port Almar, and left.",
    "In Port Almar a diver said Sudland sank the ferry.",
)


def build_document(number):
    return Document(
        id=f"doc{number}",
        input_id=f"r{number}",
        text=TEXTS[number],
        raw_sha256="",
        made=MADE,
        publisher=("Quay Post", "Tide Times", "Dock Daily")[number],
        published_at=NOON + timedelta(hours=number),
    )


def build_claim(number, quote, voice, actor, **changes):
    start = TEXTS[number].index(quote)
    given = {"polarity": Polarity.ASSERT, "certainty": Certainty.CERTAIN, "modality": Modality.ACCUSATION}
    return Claim(
        id=f"clm{number}",
        document_id=f"doc{number}",
        start=start,
        end=start + len(quote),
        quote=quote,
        context_start=start,
        context_end=len(TEXTS[number]),
        proposition=Proposition(slot=Slot.RESPONSIBLE, value=actor, predicate="sink", target="the ferry"),
        chain=(Voice(name=build_document(number).publisher), Voice(name=voice)),
        stance=Stance.REPORTS,
        mentions=(),
        order=0,
        made=MADE,
        **(given | changes),
    )


DOCUMENTS = tuple(map(build_document, range(3)))
CLAIMS = (
    build_claim(0, "Norland sank the ferry", "The mayor", "Norland"),
    build_claim(1, "Norland sank the ferry", "Captain Brenn", "Norland"),
    build_claim(2, "Sudland sank the ferry", "a diver", "Sudland"),
)


def decide(kind, *subject_ids, at=NOON, **fields):
    return make_decision(kind, *subject_ids, by="Ada", at=at, **fields)


def link(*decisions, claims=CLAIMS):
    return link_reports(DOCUMENTS, claims, question="Who sank the ferry?", decisions=decisions)


def review(*decisions, claims=CLAIMS):
    return review_claims(DOCUMENTS, claims, decisions)


def placed(linkage, claim_id):
    return next(one for one in linkage.placements if one.claim_id == claim_id)


def test_a_rejected_claim_is_kept_apart_and_ties_nothing():
    assert {r.kind for r in link().relations if "clm0" in (r.from_id, r.to_id)} >= {RelationKind.SUPPORTS}
    linkage = link(decide(DecisionKind.REJECT_CLAIM, "clm0", why="irony"))
    (made,) = linkage.reviews
    assert (made.kind, made.claim_id, made.by, made.at, made.why) == (
        ReviewKind.REJECTED,
        "clm0",
        "Ada",
        NOON,
        "irony",
    )
    assert placed(linkage, "clm0").origin_id == placed(link(), "clm0").origin_id
    assert not [r for r in linkage.relations if "clm0" in (r.from_id, r.to_id)]
    assert not [tie for tie in linkage.dependences if "clm0" in tie.claim_ids]


def test_the_last_word_on_whether_a_claim_is_one_counts():
    reject, accept = decide(DecisionKind.REJECT_CLAIM, "clm0"), decide(DecisionKind.ACCEPT_CLAIM, "clm0")
    assert review(reject, accept).rejected == frozenset()
    assert review(accept, reject).rejected == {"clm0"}
    assert [one.kind for one in review(reject, accept).reviews] == [ReviewKind.ACCEPTED]
    fix = decide(DecisionKind.FIX_CLAIM, "clm0", names=("polarity=deny",))
    assert review(reject, fix).rejected == frozenset()


def test_a_correction_changes_what_it_names_and_what_follows_from_it():
    names = ("holder=Captain Brenn", "polarity=deny", "certainty=probable", "start=0", "end=35")
    reviewed = review(decide(DecisionKind.FIX_CLAIM, "clm0", names=names))
    fixed = reviewed.claims[0]
    assert (fixed.id, fixed.quote) == ("clm0", "A blast shook Port Almar on Monday.")
    assert [voice.name for voice in fixed.chain] == ["Quay Post", "Captain Brenn"]
    assert (fixed.polarity, fixed.certainty, fixed.modality) == (Polarity.DENY, Certainty.PROBABLE, Modality.DENIAL)
    assert (fixed.stance, fixed.proposition) == (CLAIMS[0].stance, CLAIMS[0].proposition)
    assert reviewed.reviews[0].machine == CLAIMS[0]
    assert reviewed.claims[1:] == CLAIMS[1:]


def test_the_author_may_be_made_the_holder_and_another_put_in_front_of_the_author():
    own = review(decide(DecisionKind.FIX_CLAIM, "clm0", names=("holder=Quay Post",))).claims[0]
    assert [voice.name for voice in own.chain] == ["Quay Post"]
    alone = (replace(CLAIMS[0], chain=CLAIMS[0].chain[:1]),)
    told = review(decide(DecisionKind.FIX_CLAIM, "clm0", names=("holder=The mayor",)), claims=alone).claims[0]
    assert [voice.name for voice in told.chain] == ["Quay Post", "The mayor"]


def test_corrections_of_several_parts_add_up_and_the_later_one_of_a_part_wins():
    one = decide(DecisionKind.FIX_CLAIM, "clm0", names=("polarity=deny",))
    two = decide(DecisionKind.FIX_CLAIM, "clm0", names=("certainty=possible",))
    three = decide(DecisionKind.FIX_CLAIM, "clm0", names=("certainty=probable",))
    fixed = review(one, two, three).claims[0]
    assert (fixed.polarity, fixed.certainty) == (Polarity.DENY, Certainty.PROBABLE)


def test_a_span_outside_the_text_is_not_followed_but_told():
    reviewed = review(decide(DecisionKind.FIX_CLAIM, "clm0", names=("end=4000",)))
    assert reviewed.claims == CLAIMS
    assert "outside" in reviewed.unmet[0].why


def test_a_claim_read_anew_under_another_id_is_found_again():
    decision = replace(decide(DecisionKind.REJECT_CLAIM, "clm0"), anchors=(anchor_claim(CLAIMS[0]),))
    again = replace(CLAIMS[0], id="clm9", end=CLAIMS[0].end + 14, quote=TEXTS[0][CLAIMS[0].start : CLAIMS[0].end + 14])
    assert review(decision, claims=(again, *CLAIMS[1:])).rejected == {"clm9"}
    other = replace(again, proposition=replace(again.proposition, value="Sudland"))
    gone = review(decision, claims=(other, *CLAIMS[1:]))
    assert gone.rejected == frozenset()
    assert [one.decision_id for one in gone.unmet] == [decision.id]
    assert "“Norland sank the ferry”" in gone.unmet[0].why


def test_a_claim_is_placed_at_an_event_by_id_by_label_or_at_none():
    events = link().events
    here = placed(link(), "clm0").event_id
    label = next(event.label for event in events if event.id == here)
    nowhere = link(decide(DecisionKind.PLACE_CLAIM, "clm0"))
    assert placed(nowhere, "clm0").event_id is None
    assert (nowhere.reviews[0].kind, nowhere.reviews[0].machine_event_id) == (ReviewKind.PLACED, here)
    by_label = link(decide(DecisionKind.PLACE_CLAIM, "clm0", value="event_gone", names=(label,)))
    assert placed(by_label, "clm0").event_id == here
    missing = link(decide(DecisionKind.PLACE_CLAIM, "clm0", value="event_gone", names=("the flood",)))
    assert placed(missing, "clm0") == placed(link(), "clm0")
    assert "the flood" in missing.unmet[0].why


def test_claims_that_say_the_same_come_from_one_origin_and_are_parted_again():
    merge = decide(DecisionKind.MERGE_CLAIMS, "clm1", "clm0", why="one wire")
    linkage = link(merge)
    assert placed(linkage, "clm1").origin_id == placed(linkage, "clm0").origin_id
    assert placed(link(), "clm1").origin_id != placed(link(), "clm0").origin_id
    (repeat,) = [r for r in linkage.relations if r.kind is RelationKind.REPEATS]
    assert (repeat.from_id, repeat.to_id, repeat.made.by) == ("clm1", "clm0", "analyst:Ada")
    assert link(merge, decide(DecisionKind.SPLIT_CLAIMS, "clm0", "clm1")).placements == link().placements


def test_a_split_undoes_what_the_machine_takes_for_one():
    same = (CLAIMS[0], replace(CLAIMS[1], chain=(CLAIMS[1].chain[0], Voice(name="Olda Brenn"))))
    same = (replace(same[0], chain=(same[0].chain[0], Voice(name="Olda Brenn"))), same[1])
    before = [r for r in link(claims=same).relations if r.kind is RelationKind.REPEATS]
    assert before
    after = link(decide(DecisionKind.SPLIT_CLAIMS, "clm0", "clm1"), claims=same)
    assert not [r for r in after.relations if r.kind is RelationKind.REPEATS]


@pytest.mark.parametrize("value", ["0.4", "same_camp"])
def test_sources_are_tied_and_cut_apart(value):
    sources = {source.name: source.id for source in link().sources}
    pair = [next(i for name, i in sources.items() if word in name) for word in ("mayor", "Brenn")]
    linkage = link(decide(DecisionKind.SET_DEPENDENCE, *pair, value=value))
    (decided,) = linkage.decided
    assert decided.strength == (0.4 if value == "0.4" else None)
    assert decided.kind is (DependenceKind.DECIDED if value == "0.4" else DependenceKind.SAME_CAMP)
    (tie,) = [one for one in linkage.dependences if one.made.by == "analyst:Ada"]
    assert {tie.origin_id, tie.other_id} == {placed(linkage, c).origin_id for c in ("clm0", "clm1")}
    cut = link(
        decide(DecisionKind.SET_DEPENDENCE, *pair, value=value),
        decide(DecisionKind.CUT_DEPENDENCE, *reversed(pair)),
    )
    assert [one.strength for one in cut.decided] == [0.0]
    assert not [one for one in cut.dependences if one.made.by == "analyst:Ada"]
    unknown = link(decide(DecisionKind.CUT_DEPENDENCE, "source_gone", pair[0]))
    assert "source_gone" in unknown.unmet[0].why


INDEPENDENT = (
    decide(DecisionKind.ACCEPT_CLAIM, "clm2"),
    decide(DecisionKind.FIX_CLAIM, "clm1", names=("certainty=possible",)),
    decide(DecisionKind.PLACE_CLAIM, "clm2"),
    decide(DecisionKind.MERGE_CLAIMS, "clm1", "clm0"),
    decide(DecisionKind.REJECT_CLAIM, "clm9"),
)


@given(st.sampled_from(list(itertools.permutations(INDEPENDENT))))
def test_the_order_of_independent_decisions_does_not_matter(decisions):
    assert link(*decisions) == link(*INDEPENDENT)


@given(st.permutations([("clm0", "clm1"), ("clm1", "clm2"), ("clm2", "clm0")]), st.integers(2, 3))
def test_a_circle_of_same_claims_does_not_depend_on_how_it_was_told(pairs, number):
    told = [decide(DecisionKind.MERGE_CLAIMS, *pair) for pair in pairs[:number]]
    linkage = link(*told)
    assert {one.origin_id for one in linkage.placements} == {placed(link(), "clm0").origin_id}
    assert {r.to_id for r in linkage.relations if r.kind is RelationKind.REPEATS} == {"clm0"}


@given(st.lists(st.sampled_from(INDEPENDENT), unique=True))
def test_taking_all_decisions_back_restores_the_linkage(decisions):
    back = [decide(DecisionKind.WITHDRAW, one.id) for one in decisions]
    assert link(*decisions, *back) == link()
