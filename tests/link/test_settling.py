"""Decisions on sources laid over what the machine found: what they do, and the laws that make them safe to try."""

import itertools
import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link.sources import register_sources
from rashomon.model.decision import make_decision
from rashomon.model.vocabulary import DecisionKind, SourceKind

MERGE, SPLIT, GRADE = DecisionKind.MERGE_SOURCES, DecisionKind.SPLIT_SOURCE, DecisionKind.GRADE_SOURCE
NAMES = (
    "Ines Quadra", "Quadra", "Ms Quadra", "Luis Quadra", "Nairobi", "Kenyan officials", "the Kenyan defence ministry",
    "ministry", "dam engineer", "Police", "Evening Compass", "the Compass", "Harbour Safety Board", "HSB", "residents",
)  # fmt: skip
_CLOCK = itertools.count()


@pytest.fixture(scope="module")
def tell(make_document, make_claim):
    """Reports in which the given names each say the same; the first name of a list is who publishes."""

    def make(*reports):
        documents, claims = [], []
        for number, (publisher, *voices) in enumerate(reports):
            document = make_document(f"r{number}", "It was calm.", publisher=publisher, at=(1 + number % 28, 9))
            documents.append(document)
            claims += [make_claim(document, "It was calm", voice) for voice in voices]
        return documents, claims

    return make


def decide(kind, *subject_ids, **fields):
    at = datetime(2031, 5, 1, tzinfo=UTC) + timedelta(seconds=next(_CLOCK))
    return make_decision(kind, *subject_ids, by="Ada", at=at, **fields)


def withdraw(decision):
    return decide(DecisionKind.WITHDRAW, decision.id)


def membership(register):
    """Which names in which reports make up each source, by its id."""
    found = {}
    for mention in register.mentions:
        found.setdefault(mention.source_id, set()).add((mention.document_id, mention.name))
    return found


def named(register, document_id, name):
    by_id = {source.id: source for source in register.sources}
    return by_id[register.find(document_id, name)]


def without_decisions(register):
    return register.sources, register.mentions, register.by_name


def test_a_merge_joins_under_the_second_name_and_keeps_every_mention(tell):
    told = tell(("Evening Compass", "the harbour master", "Ines Quadra"), ("Inland Post", "the harbour master"))
    before = register_sources(*told)
    master, quadra = named(before, "r0", "the harbour master"), named(before, "r0", "Ines Quadra")
    merge = decide(MERGE, master.id, quadra.id, why="introduced so on the radio")
    after = register_sources(*told, decisions=[merge])
    joined = named(after, "r0", "the harbour master")
    assert (joined.id, joined.name, joined.decision_ids) == (quadra.id, "Ines Quadra", (merge.id,))
    assert set(joined.aliases) == {"Ines Quadra", "the harbour master"}
    # A description in another report is still somebody else.
    assert named(after, "r1", "the harbour master").id == named(before, "r1", "the harbour master").id
    (mention,) = [m for m in after.mentions if (m.document_id, m.name) == ("r0", "the harbour master")]
    assert (mention.found_id, mention.source_id) == (master.id, quadra.id)
    assert "the same as Ines Quadra, says Ada (introduced so on the radio)" in mention.why
    assert len(after.mentions) == len(before.mentions)


def test_a_split_takes_out_names_that_the_machine_joined(tell):
    told = tell(("Evening Compass", "Nairobi", "Kenyan officials", "Kenya"), ("Inland Post", "Kenyan officials"))
    state = named(register_sources(*told), "r0", "Nairobi")
    split = decide(SPLIT, state.id, names=("kenyan officials",))
    after = register_sources(*told, decisions=[split])
    officials = named(after, "r0", "Kenyan officials")
    assert officials.id not in {state.id, ""}
    assert officials.id == named(after, "r1", "Kenyan officials").id
    assert (officials.kind, officials.camp) == (SourceKind.UNNAMED_OFFICIALS, "Kenya")
    assert set(named(after, "r0", "Nairobi").aliases) == {"Nairobi", "Kenya"}
    assert named(after, "r0", "Nairobi").id == state.id
    assert named(after, "r0", "Nairobi").decision_ids == officials.decision_ids == (split.id,)


def test_a_description_split_off_is_somebody_else_in_every_report(tell):
    told = tell(
        ("Evening Compass", "the Kenyan defence ministry", "ministry"),
        ("Inland Post", "the Kenyan defence ministry", "ministry"),
    )
    source = named(register_sources(*told), "r0", "ministry")
    assert source == named(register_sources(*told), "r1", "the Kenyan defence ministry")
    after = register_sources(*told, decisions=[decide(SPLIT, source.id, names=("ministry",))])
    assert len({named(after, one, "ministry").id for one in ("r0", "r1")} | {source.id}) == 3


def test_splitting_the_last_name_of_what_was_merged_in_undoes_the_merge(tell):
    told = tell(("Evening Compass", "Ines Quadra", "Luis Bray", "the pilot"))
    before = register_sources(*told)
    ids = {name: named(before, "r0", name).id for name in ("Ines Quadra", "Luis Bray", "the pilot")}
    merges = [decide(MERGE, ids["Luis Bray"], ids["Ines Quadra"]), decide(MERGE, ids["the pilot"], ids["Luis Bray"])]
    assert len(named(register_sources(*told, decisions=merges), "r0", "the pilot").aliases) == 3
    after = register_sources(*told, decisions=[*merges, decide(SPLIT, ids["Ines Quadra"], names=("Luis Bray",))])
    # The pilot had been merged into the source by way of Luis Bray, and stays.
    assert named(after, "r0", "the pilot").id == ids["Ines Quadra"]
    assert named(after, "r0", "Luis Bray").id == ids["Luis Bray"]


def test_splitting_off_all_of_a_sources_own_names_leaves_the_others_together(tell):
    told = tell(("Evening Compass", "Ines Quadra", "Luis Bray", "the pilot"))
    before = register_sources(*told)
    ids = {name: named(before, "r0", name).id for name in ("Ines Quadra", "Luis Bray", "the pilot")}
    merges = [decide(MERGE, ids[name], ids["Ines Quadra"]) for name in ("Luis Bray", "the pilot")]
    after = register_sources(*told, decisions=[*merges, decide(SPLIT, ids["Ines Quadra"], names=("Ines Quadra",))])
    assert named(after, "r0", "Luis Bray") == named(after, "r0", "the pilot")
    assert named(after, "r0", "Ines Quadra").id == ids["Ines Quadra"]
    assert named(after, "r0", "Ines Quadra").aliases == ("Ines Quadra",)


def test_the_later_decision_on_a_source_wins(tell):
    told = tell(("Evening Compass", "Ines Quadra", "Luis Bray", "Ada Moor"))
    before = register_sources(*told)
    quadra, bray, moor = (named(before, "r0", name).id for name in ("Ines Quadra", "Luis Bray", "Ada Moor"))
    made = [decide(MERGE, quadra, bray), decide(MERGE, quadra, moor)]
    after = register_sources(*told, decisions=made)
    assert named(after, "r0", "Ines Quadra").id == moor
    assert named(after, "r0", "Luis Bray").aliases == ("Luis Bray",)
    grades = [
        decide(GRADE, bray, value="B", why="long record"),
        decide(GRADE, bray, value="D", why="twice wrong in May"),
    ]
    graded = named(register_sources(*told, decisions=grades), "r0", "Luis Bray")
    assert (graded.reliability, graded.reliability_basis) == ("D", "twice wrong in May")
    assert graded.decision_ids == (grades[1].id,)
    again = named(register_sources(*told, decisions=[*grades, withdraw(grades[1])]), "r0", "Luis Bray")
    assert (again.reliability, again.reliability_basis) == ("B", "long record")


def test_what_the_machine_read_stays_beside_what_an_analyst_set(tell):
    told = tell(("Evening Compass", "Ines Quadra"))
    source = named(register_sources(*told), "r0", "Ines Quadra")
    made = [
        decide(DecisionKind.SET_KIND, source.id, value=SourceKind.OFFICIAL),
        decide(DecisionKind.SET_CAMP, source.id, value="Kenya"),
    ]
    decided = named(register_sources(*told, decisions=made), "r0", "Ines Quadra")
    assert (decided.kind, decided.camp) == (SourceKind.OFFICIAL, "Kenya")
    assert (decided.machine.kind, decided.machine.camp) == (SourceKind.PERSON, "Ines Quadra")
    assert source.machine is None


def test_a_grade_goes_along_where_a_source_is_merged(tell):
    told = tell(("Evening Compass", "Ines Quadra", "Luis Bray"))
    before = register_sources(*told)
    quadra, bray = (named(before, "r0", name).id for name in ("Ines Quadra", "Luis Bray"))
    grade, merge = decide(GRADE, bray, value="C", why="mixed"), decide(MERGE, bray, quadra)
    assert named(register_sources(*told, decisions=[grade, merge]), "r0", "Ines Quadra").reliability == "C"
    own = decide(GRADE, quadra, value="A", why="on oath")
    assert named(register_sources(*told, decisions=[own, grade, merge]), "r0", "Ines Quadra").reliability == "A"


def test_a_decision_lasts_when_a_later_report_tells_the_full_name(tell):
    alone = tell(("Evening Compass", "Quadra"))
    graded = decide(GRADE, named(register_sources(*alone), "r0", "Quadra").id, value="B", why="on record")
    both = tell(("Evening Compass", "Quadra"), ("Inland Post", "Ines Quadra"))
    source = named(register_sources(*both, decisions=[graded]), "r0", "Quadra")
    assert (source.name, source.reliability) == ("Ines Quadra", "B")


def test_a_decision_on_a_source_nobody_names_changes_nothing(tell):
    told = tell(("Evening Compass", "Ines Quadra"))
    made = [decide(MERGE, "source_x", "source_y"), decide(SPLIT, "source_x", names=("Ines Quadra",))]
    made.append(decide(MERGE, named(register_sources(*told), "r0", "Ines Quadra").id, "source_y"))
    assert without_decisions(register_sources(*told, decisions=made)) == without_decisions(register_sources(*told))


def test_merges_that_bite_their_own_tail_join_all_and_end(tell):
    told = tell(("Evening Compass", "Ines Quadra", "Luis Bray", "Ada Moor"))
    before = register_sources(*told)
    quadra, bray, moor = (named(before, "r0", name).id for name in ("Ines Quadra", "Luis Bray", "Ada Moor"))
    made = [decide(MERGE, quadra, bray), decide(MERGE, bray, moor), decide(MERGE, moor, quadra)]
    source = named(register_sources(*told, decisions=made), "r0", "Ada Moor")
    assert (source.id, set(source.aliases)) == (quadra, {"Ines Quadra", "Luis Bray", "Ada Moor"})


TELLINGS = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True), min_size=1, max_size=5)
DRAWS = st.lists(st.tuples(st.sampled_from([MERGE, SPLIT, GRADE]), st.integers(0, 99), st.integers(0, 99)), max_size=6)


def draw_decisions(draws, told):
    """Decisions as an analyst would make them one after the other, each looking at what the ones before have done."""
    made = []
    for kind, first, second in draws:
        sources = register_sources(*told, decisions=made).sources
        one, other = sources[first % len(sources)], sources[second % len(sources)]
        if kind is MERGE and one.id != other.id:
            made.append(decide(MERGE, one.id, other.id))
        elif kind is SPLIT and len(one.aliases) > 1:
            made.append(decide(SPLIT, one.id, names=(one.aliases[second % len(one.aliases)],)))
        elif kind is GRADE:
            made.append(decide(GRADE, one.id, value="ABCDEF"[second % 6], why="so we found"))
    return made


@settings(max_examples=150, deadline=None)
@given(TELLINGS, DRAWS, st.integers(0, 99), st.integers(0, 99))
def test_merge_then_split_restores_everything(tell, reports, draws, first, second):
    told = tell(*reports)
    made = draw_decisions(draws, told)
    before = register_sources(*told, decisions=made)
    sources = before.sources
    one, other = sources[first % len(sources)], sources[second % len(sources)]
    if one.id == other.id:
        return
    merge = decide(MERGE, one.id, other.id)
    joined = register_sources(*told, decisions=[*made, merge])
    assert len(joined.sources) == len(sources) - 1
    split = decide(SPLIT, other.id, names=one.aliases)
    after = register_sources(*told, decisions=[*made, merge, split])
    if not set(one.aliases) & names_merged_into(other.id, before):
        assert membership(after) == membership(before)
        assert list(map(look, after.sources)) == list(map(look, sources))
        assert after.by_name == before.by_name
    # And taking the merge back always restores all there was, to the last word.
    undone = register_sources(*told, decisions=[*made, merge, withdraw(merge)])
    assert without_decisions(undone) == without_decisions(before)


def look(source):
    return source.id, source.name, source.aliases, source.kind, source.camp, source.reliability


def names_merged_into(source_id, register):
    """Names an analyst brought into a source: a split of one of them lets go of what was merged with it."""
    return {m.name for m in register.mentions if m.source_id == source_id and m.found_id != source_id}


@settings(max_examples=150, deadline=None)
@given(TELLINGS, DRAWS, st.integers(0, 99), st.integers(0, 99))
def test_merging_joins_the_same_names_whichever_way_round(tell, reports, draws, first, second):
    told = tell(*reports)
    made = draw_decisions(draws, told)
    sources = register_sources(*told, decisions=made).sources
    one, other = sources[first % len(sources)].id, sources[second % len(sources)].id
    if one == other:
        return
    there = register_sources(*told, decisions=[*made, decide(MERGE, one, other)])
    back = register_sources(*told, decisions=[*made, decide(MERGE, other, one)])
    assert sorted(map(sorted, membership(there).values())) == sorted(map(sorted, membership(back).values()))
    assert set(membership(there)) - {other} == set(membership(back)) - {one}


@settings(max_examples=150, deadline=None)
@given(TELLINGS, DRAWS, st.randoms(use_true_random=False))
def test_the_order_of_reports_and_claims_changes_nobody(tell, reports, draws, shuffle: random.Random):
    documents, claims = tell(*reports)
    made = draw_decisions(draws, (documents, claims))
    before = register_sources(documents, claims, decisions=made)
    shuffled = shuffle.sample(documents, len(documents)), shuffle.sample(claims, len(claims))
    assert without_decisions(register_sources(*shuffled, decisions=made)) == without_decisions(before)


@settings(max_examples=150, deadline=None)
@given(TELLINGS, DRAWS)
def test_every_name_is_in_exactly_one_source_whatever_was_decided(tell, reports, draws):
    told = tell(*reports)
    plain = register_sources(*told)
    after = register_sources(*told, decisions=draw_decisions(draws, told))
    assert {(m.document_id, m.name) for m in after.mentions} == {(m.document_id, m.name) for m in plain.mentions}
    assert {(m.document_id, m.name): m.found_id for m in after.mentions} == {
        (m.document_id, m.name): m.source_id for m in plain.mentions
    }
    for source in after.sources:
        assert set(source.aliases) == {m.name for m in after.mentions if m.source_id == source.id}
