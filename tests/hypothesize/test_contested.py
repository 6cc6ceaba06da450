"""Contested questions: on which sides of an event holders differ, and in which words that is asked."""

import pytest

from rashomon.hypothesize.aspects import read_aspect, word_question
from rashomon.hypothesize.contested import find_questions
from rashomon.hypothesize.questions import follow_question_decisions, read_question
from rashomon.model.vocabulary import Polarity, QuestionAspect, QuestionKind, Slot


@pytest.fixture
def contest(make_document, make_claim, make_deed, make_linkage, make_event):
    """The questions of sentences given as (voice, sentence, how the claim differs from a statement)."""

    def contest(*said, event="explosion"):
        documents, claims = [], []
        for number, (voice, sentence, *changes) in enumerate(said):
            document = make_document(f"paper {number}", sentence)
            given = dict(*changes)
            make = make_claim
            if "actor" in given:
                make, given = make_deed, {"predicate": "attack", "target": "it"} | given
            claims.append(make(document, sentence.rstrip("."), voice, **given))
            documents.append(document)
        events = [make_event(f"the {event}", type=event)]
        return find_questions(documents, claims, make_linkage(claims, events=events))

    return contest


def by_aspect(questions):
    return {question.aspect: question for question in questions}


def test_two_culprits_contest_who_did_it(contest):
    said = (("A diver", "Norway did it.", {"actor": "Norway"}), ("A baker", "Spain did it.", {"actor": "Spain"}))
    question = by_aspect(contest(*said, event="attack"))[QuestionAspect.CARRIED_OUT]
    assert question.text == "Who carried out the attack?"
    assert [side.value for side in question.sides] == ["Norway", "Spain"]
    assert question.disagreement == 1.0
    assert question.is_contested


def test_accusation_and_denial_are_two_sides(contest):
    denied = {"actor": "Norway", "polarity": Polarity.DENY}
    said = (("A diver", "Norway did it.", {"actor": "Norway"}), ("A baker", "Norway did not do it.", denied))
    question = by_aspect(contest(*said, event="attack"))[QuestionAspect.CARRIED_OUT]
    assert {side.value: side.holders for side in question.sides} == {"Norway": ("A diver",), "not Norway": ("A baker",)}


def test_what_all_say_is_not_contested(contest):
    said = (("A diver", "Norway did it.", {"actor": "Norway"}), ("A baker", "Norway did it.", {"actor": "Norway"}))
    (question,) = contest(*said, event="attack")
    assert not question.is_contested
    assert [side.holders for side in question.sides] == [("A diver", "A baker")]


def test_one_holder_who_says_two_things_contests_nothing(contest):
    said = (("A diver", "Norway did it.", {"actor": "Norway"}), ("A diver", "Spain did it.", {"actor": "Spain"}))
    assert not any(question.is_contested for question in contest(*said, event="attack"))


def test_who_ordered_it_is_another_question_than_who_did_it(contest):
    ordered = {"mentions": {"General Brisk": "agent"}}
    other = {"mentions": {"Admiral Tarn": "other"}}
    said = (
        ("A diver", "General Brisk ordered the attack.", ordered),
        ("A baker", "It was done on the orders of Admiral Tarn.", other),
    )
    question = by_aspect(contest(*said, event="attack"))[QuestionAspect.ORDERED]
    assert question.text == "Who ordered the attack?"
    assert {side.value for side in question.sides} == {"General Brisk", "Admiral Tarn"}


def test_a_name_set_apart_denies_and_a_shorter_name_means_the_same(contest):
    said = (
        ("A diver", "General Piet Lomm ordered the attack.", {"mentions": {"General Piet Lomm": "agent"}}),
        (
            "A baker", "It was ordered by Colonel Striebel, not by General Lomm.",
            {"mentions": {"Colonel Striebel": "other", "General Lomm": "other"}},
        ),
    )  # fmt: skip
    question = by_aspect(contest(*said, event="attack"))[QuestionAspect.ORDERED]
    assert {side.value: side.holders for side in question.sides} == {
        "General Piet Lomm": ("A diver",),
        "Colonel Striebel": ("A baker",),
    }


@pytest.mark.parametrize(
    ("one", "other", "aspect", "sides"),
    [
        ("It was done on purpose.", "It was an accident.", QuestionAspect.DELIBERATE, {"deliberate", "not deliberate"}),
        (
            "It was no accident.", "The blast was accidental.",
            QuestionAspect.DELIBERATE, {"deliberate", "not deliberate"},
        ),
        (
            "It was sunk by a torpedo.", "It was hit by a mine.",
            QuestionAspect.MEANS, {"a torpedo", "a mine"},
        ),
        (
            "A Norwegian missile fell on it.", "It was a missile made in Spain.",
            QuestionAspect.OWNER, {"Norway", "Spain"},
        ),
        (
            "It was fired from Oslo.", "It was launched from Hill Farm.",
            QuestionAspect.ORIGIN_PLACE, {"Oslo", "Hill Farm"},
        ),
    ],
)  # fmt: skip
def test_other_sides_are_read_from_the_words(contest, one, other, aspect, sides):
    question = by_aspect(contest(("A diver", one), ("A baker", other)))[aspect]
    assert {side.value for side in question.sides} == sides


def test_whether_it_happened_is_asked_only_where_somebody_says_it_did_not(contest):
    deed = ("A diver", "Norway caused it.", {"actor": "Norway"})
    assert QuestionAspect.HAPPENED not in by_aspect(contest(deed))
    denied = ("A baker", "There was no explosion.")
    question = by_aspect(contest(("A diver", "A leak did it.", {"slot": Slot.CAUSE, "value": "gas leak"}), denied))
    assert {side.value for side in question[QuestionAspect.HAPPENED].sides} == {"it happened", "it did not happen"}


def counted(voice, low, high, unit="killed"):
    return voice, "So many were there.", {"slot": Slot.COUNT, "value": "x", "unit": unit, "low": low, "high": high}


def test_numbers_no_number_fits_are_contested(contest):
    found = contest(counted("A diver", 8, 8), counted("A baker", 25, None))
    question = by_aspect(found)[QuestionAspect.COUNT]
    assert (question.text, question.kind) == ("How many people were killed in the explosion?", QuestionKind.COUNT)
    assert {side.value for side in question.sides} == {"8", "at least 25"}


def test_numbers_that_go_together_are_not_contested(contest):
    assert contest(counted("A diver", 8, None), counted("A baker", 25, 25)) == ()


def test_who_and_cause_come_before_details(contest):
    found = contest(
        counted("A diver", 8, 8), counted("A baker", 25, None),
        ("A diver", "Norway did it.", {"actor": "Norway"}), ("A baker", "Spain did it.", {"actor": "Spain"}),
        event="attack",
    )  # fmt: skip
    assert [question.aspect for question in found] == [QuestionAspect.CARRIED_OUT, QuestionAspect.COUNT]


def test_question_keeps_its_id_when_the_events_place_is_learnt(contest, make_linkage):
    said = (("A diver", "Norway did it.", {"actor": "Norway"}), ("A baker", "Spain did it.", {"actor": "Spain"}))
    first, second = contest(*said, event="attack")[0], contest(*said, event="raid")[0]
    assert first.text != second.text
    assert first.id == second.id
    assert follow_question_decisions([first], (), make_linkage()) == (first,)


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Who sank the ferry?", QuestionAspect.CARRIED_OUT),
        ("Who ordered the sinking of the ferry?", QuestionAspect.ORDERED),
        ("On whose orders was the ferry sunk?", QuestionAspect.ORDERED),
        ("Who carried out the attack, and who ordered it?", QuestionAspect.CARRIED_OUT),
        ("Who broke into the Ballot Commission?", QuestionAspect.CARRIED_OUT),
        ("Whose torpedo sank the ferry?", QuestionAspect.OWNER),
        ("How many drowned?", QuestionAspect.COUNT),
        ("Was the sinking deliberate?", QuestionAspect.DELIBERATE),
        ("Did the sinking happen at all?", QuestionAspect.HAPPENED),
        ("What caused the sinking?", QuestionAspect.CAUSED),
        ("What destroyed the ferry?", QuestionAspect.CAUSED),
        ("What was used in the attack?", QuestionAspect.MEANS),
        ("From where was the missile fired?", QuestionAspect.ORIGIN_PLACE),
        ("What happened to the ferry?", QuestionAspect.OPEN),
        ("Did the pilot sleep?", QuestionAspect.OPEN),
    ],
)
def test_words_of_a_question_tell_the_side_it_asks_for(make_linkage, text, aspect):
    assert read_question(text, make_linkage()).aspect is aspect


@pytest.mark.parametrize("aspect", [a for a in QuestionAspect if a is not QuestionAspect.OPEN])
def test_a_question_is_read_as_it_is_worded(make_event, make_linkage, aspect):
    event = make_event("the sinking", type="sinking")
    text = word_question(aspect, event, unit="killed" if aspect is QuestionAspect.COUNT else "missile")
    assert read_aspect(text, read_question(text, make_linkage()).kind) is aspect
