"""Arguments: the kind a sentence makes, and whether it rejects what it names."""

import time

import pytest

from rashomon.hypothesize.arguments import (
    affirms_doubly,
    argument_kind,
    asks_doubtfully,
    asks_why,
    find_argument,
    judges,
    leaves_open,
    rejects_outright,
    speaks_against,
    speaks_of_guilt,
    speaks_of_who_did_it,
)
from rashomon.model.vocabulary import AbsenceKind, EvidenceKind


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


@pytest.mark.parametrize(
    "text",
    [
        "The theory of a leak is to be discarded",
        "The tale of the lamp is over",
        "That disposes of the leak",
        "A leak is hard to credit",
        "They see nothing to suggest a leak",
        "The evidence against the miners is weak",
        "The witness withdrew his confession",
        "The stains could just as easily be rust",
        "Anybody with a key could have done it",
        "Real blasts would look different",
        "The court acquitted the miners",
        "An envoy spoke of a clumsy forgery",
        "The marks are incompatible with a leak",
        "Forget the leak",
        "The board set aside the leak",
    ],
)
def test_rejections_of_every_class_are_known(text):
    assert speaks_against(text)


@pytest.mark.parametrize(
    "text",
    [
        "The fastenings were too weak for the load",
        "Three islanders were aboard",
        "The families had been at odds for years",
        "They came on foot, which nobody had seen before",
        "They did not shrink from murder",
        "The sugar must not be excluded as the cause",
    ],
)
def test_words_that_only_look_like_a_rejection_reject_nothing(text):
    assert not speaks_against(text)


@pytest.mark.parametrize(
    "text",
    [
        "It could hardly have been done without the miners",
        "The ministry does not wish to exclude that the miners did it",
        "A leak cannot, in their opinion, be set aside",
        "The blasts were no accident",
        "Police have no doubt that it was the miners",
        "The key was used by nobody but the miners",
        "One need not look farther than the miners",
    ],
)
def test_two_negatives_affirm(text):
    assert affirms_doubly(text) and not speaks_against(text)


@pytest.mark.parametrize("text", ["The miners did it", "The miners did not do it", "No doubt the tale is absurd"])
def test_what_is_negated_once_or_not_at_all_affirms_nothing_doubly(text):
    assert not affirms_doubly(text)


@pytest.mark.parametrize(
    "text",
    [
        "Why would the miners wreck their own pit?",
        "If it was panic, why three neat holes?",
        "What could they gain by it?",
        "Would anyone buy a lamp when he means to leave?",
    ],
)
def test_question_that_answers_itself_is_known(text):
    assert asks_doubtfully(text)


@pytest.mark.parametrize("text", ["Why did the miners do it?", "Who opened the gate?", "How many were there?"])
def test_open_question_doubts_nothing(text):
    assert not asks_doubtfully(text)


@pytest.mark.parametrize(
    "text",
    [
        "We cannot at this stage say who fired",
        "I am not going to guess",
        "There were no firm conclusions",
        "The panel has no mandate to judge",
        "Whether it was a leak cannot be said",
    ],
)
def test_holding_back_leaves_it_open(text):
    assert leaves_open(text)


def test_whether_that_concedes_leaves_nothing_open():
    assert not leaves_open("No gun of ours, whether on land or afloat, was firing")


@pytest.mark.parametrize("text", ["I find that plausible", "my money is on the miners", "that is nonsense"])
def test_judgement_is_known(text):
    assert judges(text)


def test_report_is_no_judgement():
    assert not judges("it has since been filled in")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army intercepted a telephone call", EvidenceKind.INTERCEPT),
        ("A video shows the truck at the gate", EvidenceKind.IMAGE),
        ("The owners stood to gain from the insurance", EvidenceKind.MOTIVE),
        ("Cui bono: who benefits from it?", EvidenceKind.MOTIVE),
        ("The brigade had every reason to hate him", EvidenceKind.MOTIVE),
        ("The laboratory measured the velocity of the charge", EvidenceKind.FINDING),
        ("Pieces of shrapnel lay in the crater", EvidenceKind.PHYSICAL),
        ("The harbour master's logbook lists the boat", EvidenceKind.DOCUMENT),
        ("It bore the hallmarks of the brigade", EvidenceKind.PATTERN),
        ("A similar attack took place four years ago", EvidenceKind.PRECEDENT),
        ("He had access to the store and was seen near it", EvidenceKind.OPPORTUNITY),
        ("Only a state has the capability for it", EvidenceKind.MEANS),
        ("Their launchers lack the range", EvidenceKind.MEANS),
        ("The bridge stood in the sun", None),
        ("", None),
    ],
)
def test_argument_is_told_by_what_it_rests_on(text, kind):
    found = find_argument(text)
    assert (found.kind if found else None) is kind


@pytest.mark.parametrize(
    ("text", "absence"),
    [
        ("Divers searched and found no trace of it", AbsenceKind.NOT_FOUND),
        ("Not a single witness heard a bang", AbsenceKind.NOT_FOUND),
        ("The station registered no detonation", AbsenceKind.NOT_FOUND),
        ("Nobody has examined the wreck", AbsenceKind.NOT_LOOKED),
        ("The inspectors were not allowed to see the yard", AbsenceKind.NOT_LOOKED),
        ("The hull has still to be inspected", AbsenceKind.NOT_LOOKED),
        ("There was no fog that week", AbsenceKind.DENIED),
        ("The minister denied that such a unit existed", AbsenceKind.DENIED),
    ],
)
def test_three_kinds_of_absence_are_kept_apart(text, absence):
    found = find_argument(text)
    assert found is not None and (found.kind, found.absence) == (EvidenceKind.ABSENCE, absence)


def test_weak_cue_is_an_argument_only_where_one_is_known():
    assert find_argument("The owners wanted peace") is not None
    assert find_argument("He is an expert") is None
    assert find_argument("He is an expert", fewest=1).kind is EvidenceKind.FINDING


@pytest.mark.parametrize("text", ["Why would they sink their own boat?", "If it was the miners, why did they stay?"])
def test_doubtful_why_is_known(text):
    assert asks_why(text)


def test_plain_why_clause_asks_nothing():
    assert not asks_why("That is the reason they stayed")


def test_hostile_text_is_read_in_little_time():
    began = time.process_time()
    for text in ("no " * 50_000, "not found " * 20_000, "a " * 100_000, "is not " * 30_000):
        find_argument(text)
        asks_why(text)
        asks_doubtfully(text)
        speaks_against(text[:2_000])
        affirms_doubly(text[:2_000])
    assert time.process_time() - began < 2
