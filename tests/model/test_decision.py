from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.decision import keep_in_force, make_decision, settle_copies
from rashomon.model.errors import DecisionError
from rashomon.model.vocabulary import DecisionKind, Grade

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)
SIGNED = {"by": "Ada", "at": NOON}


def decide(kind, *subject_ids, **fields):
    return make_decision(kind, *subject_ids, **(SIGNED | fields))


def withdraw(decision):
    return decide(DecisionKind.WITHDRAW, decision.id)


def test_the_id_says_all_that_was_decided_and_when():
    first = decide(DecisionKind.MERGE_SOURCES, "source_a", "source_b", why="the same man")
    assert first == decide(DecisionKind.MERGE_SOURCES, "source_a", "source_b", why="the same man")
    others = [
        decide(DecisionKind.MERGE_SOURCES, "source_b", "source_a", why="the same man"),
        decide(DecisionKind.MERGE_SOURCES, "source_a", "source_b"),
        decide(DecisionKind.MERGE_SOURCES, "source_a", "source_b", why="the same man", by="Bo"),
        decide(DecisionKind.MERGE_SOURCES, "source_a", "source_b", why="the same man", at=NOON + timedelta(seconds=1)),
        decide(DecisionKind.CONFIRM_COPY, "source_a", "source_b", why="the same man"),
    ]
    assert len({first.id, *(other.id for other in others)}) == 6
    assert (first.made.by, first.made.inputs) == ("analyst:Ada", ("source_a", "source_b"))


@pytest.mark.parametrize(
    ("kind", "subject_ids", "fields", "said"),
    [
        (DecisionKind.MERGE_SOURCES, ("source_a",), {}, "needs 2 subjects, 1 given"),
        (DecisionKind.MERGE_SOURCES, ("source_a", ""), {}, "needs 2 subjects, 1 given"),
        (DecisionKind.MERGE_SOURCES, ("source_a", "source_a"), {}, "same subject twice"),
        (DecisionKind.CUT_COPY, ("doc_a", "doc_b", "doc_c"), {}, "needs 2 subjects, 3 given"),
        (DecisionKind.SPLIT_SOURCE, ("source_a",), {}, "needs the names"),
        (DecisionKind.SPLIT_SOURCE, ("source_a",), {"names": (" ",)}, "needs the names"),
        (DecisionKind.SET_CAMP, ("source_a",), {"names": ("Ada",)}, "takes no names"),
        (DecisionKind.SET_CAMP, ("source_a",), {"by": "  "}, "name of an analyst"),
        (DecisionKind.SET_CAMP, ("source_a",), {"at": datetime(2031, 5, 1)}, "time with its zone"),  # noqa: DTZ001
        (DecisionKind.SET_CAMP, ("source_a",), {"value": "x" * 201}, "value is too long"),
        (DecisionKind.SET_CAMP, ("source_a",), {"why": "x" * 2001}, "reason is too long"),
        (DecisionKind.WITHDRAW, (), {}, "needs 1 subject, 0 given"),
    ],
)
def test_a_malformed_decision_is_refused_with_what_is_wrong(kind, subject_ids, fields, said):
    with pytest.raises(DecisionError, match=rf"R-DECIDE-001.*{said}"):
        decide(kind, *subject_ids, **fields)


def test_a_value_outside_its_list_is_refused_and_the_list_told():
    with pytest.raises(DecisionError, match=r"R-DECIDE-002.*'G'.*A, B, C, D, E, F"):
        decide(DecisionKind.GRADE_SOURCE, "source_a", value="G", why="hearsay")
    with pytest.raises(DecisionError, match=r"R-DECIDE-002.*verbatim"):
        decide(DecisionKind.CONFIRM_COPY, "doc_a", "doc_b", value="echo")
    with pytest.raises(DecisionError, match=r"R-DECIDE-002.*official"):
        decide(DecisionKind.SET_KIND, "source_a", value="")


def test_a_grade_says_what_it_rests_on():
    with pytest.raises(DecisionError, match="R-DECIDE-003"):
        decide(DecisionKind.GRADE_SOURCE, "source_a", value=Grade.B, why=" ")
    assert decide(DecisionKind.GRADE_SOURCE, "source_a", value=Grade.B, why="right nine times of ten").value == "B"


def test_what_is_taken_back_is_no_longer_in_force_until_that_is_taken_back_too():
    first = decide(DecisionKind.SET_CAMP, "source_a", value="Kenya")
    second = decide(DecisionKind.SET_CAMP, "source_b", value="Kenya")
    back = withdraw(first)
    assert keep_in_force([first, second]) == (first, second)
    assert keep_in_force([first, second, back]) == (second,)
    assert keep_in_force([first, second, back, withdraw(back)]) == (first, second)


def test_the_last_word_on_a_pair_of_reports_counts_whichever_is_named_first():
    confirmed = decide(DecisionKind.CONFIRM_COPY, "doc_a", "doc_b", value="near")
    cut = decide(DecisionKind.CUT_COPY, "doc_b", "doc_a")
    other = decide(DecisionKind.CUT_COPY, "doc_c", "doc_a")
    graded = decide(DecisionKind.GRADE_SOURCE, "source_a", value="A", why="on record")
    assert settle_copies([confirmed, graded, other, cut]) == (other, cut)
    assert settle_copies([confirmed, other, cut, withdraw(cut)]) == (confirmed, other)


@given(st.lists(st.integers(0, 11), max_size=12))
def test_each_decision_is_in_force_exactly_if_none_in_force_takes_it_back(targets):
    made = [decide(DecisionKind.SET_CAMP, "source_a", value="start")]
    for number, target in enumerate(targets):
        if target < len(made) and target % 3:
            made.append(decide(DecisionKind.WITHDRAW, made[target].id, why=str(number)))
        else:
            made.append(decide(DecisionKind.SET_CAMP, "source_a", value=str(number)))
    in_force: dict[str, bool] = {}
    for decision in reversed(made):
        against = [d for d in made if d.kind is DecisionKind.WITHDRAW and d.subject_ids == (decision.id,)]
        in_force[decision.id] = not any(in_force[d.id] for d in against)
    expected = [d for d in made if in_force[d.id] and d.kind is not DecisionKind.WITHDRAW]
    assert list(keep_in_force(made)) == expected
