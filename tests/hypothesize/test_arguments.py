"""Arguments: the kind a sentence makes, and whether it rejects what it names."""

import pytest

from rashomon.hypothesize.arguments import (
    argument_kind,
    judges,
    leaves_open,
    rejects_outright,
    speaks_against,
    speaks_of_guilt,
    speaks_of_who_did_it,
)
from rashomon.model.vocabulary import EvidenceKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The divers found no trace of a charge", EvidenceKind.ABSENCE),
        ("Fragments of the casing lay on the river bed", EvidenceKind.PHYSICAL),
        ("A leaked memo orders the work to begin", EvidenceKind.DOCUMENT),
        ("The timing is consistent with their earlier work", EvidenceKind.PATTERN),
        ("They had done so once before", EvidenceKind.PRECEDENT),
        ("The owners wanted to collect the insurance, a clear motive", EvidenceKind.MOTIVE),
        ("Only the night watch had access to the gate house", EvidenceKind.OPPORTUNITY),
        ("The brigade is not capable of such a dive", EvidenceKind.MEANS),
        ("The bridge stood for eighty summers", None),
    ],
)
def test_words_of_a_sentence_give_the_kind_of_its_argument(text, kind):
    assert argument_kind(text) is kind


def test_looking_and_not_finding_comes_before_the_thing_looked_for():
    assert argument_kind("Inspectors found no fragments") is EvidenceKind.ABSENCE


@pytest.mark.parametrize(
    "text",
    [
        "The miners did not do it",
        "The idea that the miners did it is absurd",
        "There is no evidence of the miners' part in it",
        "The miners couldn’t have reached it",
        "The judge cleared the miners",
        "It is hardly the miners' work",
    ],
)
def test_rejection_speaks_against_what_it_names(text):
    assert speaks_against(text)


@pytest.mark.parametrize(
    "text",
    [
        "The miners blew up the bridge",
        "The miners have not been ruled out",
        "The inspector would not rule out the miners",
        "There is no doubt that the miners did it",
        "It was not only the miners",
        "The inspectors do not know who lit the fuse",
    ],
)
def test_sentence_that_rejects_nothing_does_not_speak_against(text):
    assert not speaks_against(text)


@pytest.mark.parametrize(
    "text",
    [
        "The story is absurd.",
        "A gas leak is out of the question.",
        "The miners played no part in it.",
        "Such charges are baseless.",
        "Lightning has been ruled out.",
    ],
)
def test_dismissal_of_a_whole_sentence_is_outright(text):
    assert rejects_outright(text)


@pytest.mark.parametrize("text", ["The story is quite absurd.", "That is simply false.", "It would be absurd."])
def test_dismissal_with_an_adverb_or_a_would_is_outright(text):
    assert rejects_outright(text)


@pytest.mark.parametrize("text", ["Lightning has not been ruled out.", "The miners did not do it.", "The bridge fell."])
def test_plain_sentence_is_no_outright_dismissal(text):
    assert not rejects_outright(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is too early to say",
        "The coroner names no suspect",
        "It remains unclear who lit the fuse",
        "Nobody could say whether the gate was locked",
        "The inquiry keeps an open mind",
    ],
)
def test_sentence_that_settles_nothing_leaves_it_open(text):
    assert leaves_open(text)


def test_sentence_that_settles_it_leaves_nothing_open():
    assert not leaves_open("The miners lit the fuse")


def test_words_of_guilt_need_not_say_who_did_it():
    text = "The plot was hatched in a tavern"
    assert speaks_of_guilt(text) and not speaks_of_who_did_it(text)


def test_saying_who_is_behind_it_says_who_did_it():
    assert speaks_of_who_did_it("The miners are behind the blast")


@pytest.mark.parametrize(
    "judge", [argument_kind, speaks_against, rejects_outright, leaves_open, speaks_of_guilt, speaks_of_who_did_it]
)
def test_empty_text_says_nothing(judge):
    assert not judge("")


@pytest.mark.parametrize(
    "text",
    [
        "No miner touched a lever",
        "Neither the guards nor the cooks were there",
        "The case against them is thin",
        "That is a smear",
        "A fire would have left soot",
        "Nothing suggests that a second man helped",
    ],
)
def test_more_ways_to_speak_against(text):
    assert speaks_against(text)


@pytest.mark.parametrize(
    "text",
    [
        "The store lies eight miles away",
        "Within minutes they hid again",
        "He was seen there although he was not on the roster",
        "The office excluded nothing",
        "A leak cannot yet be ruled out",
        "It was a false flag",
        "She would hold an inquiry, not because there is doubt",
    ],
)
def test_words_that_reject_nothing(text):
    assert not speaks_against(text)


@pytest.mark.parametrize("text", ["I find that plausible", "my money is on the miners", "that is nonsense"])
def test_judgement_is_known(text):
    assert judges(text)


def test_report_is_no_judgement():
    assert not judges("it has since been filled in")
