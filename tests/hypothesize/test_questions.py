"""Questions: an analyst's question read for its kind, and the contested one found in the claims."""

import pytest

from rashomon.hypothesize.contested import find_questions
from rashomon.hypothesize.deed_families import all_predicates
from rashomon.hypothesize.questions import answering_predicates, lemmas_of, read_question
from rashomon.model.vocabulary import QuestionKind, Slot


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Who sank the ferry?", QuestionKind.WHO),
        ("Whose torpedo sank the ferry?", QuestionKind.WHO),
        ("By whom was the ferry sunk, and who paid?", QuestionKind.WHO),
        ("How many people drowned?", QuestionKind.COUNT),
        ("How much fuel was lost?", QuestionKind.COUNT),
        ("Why did the ferry sink?", QuestionKind.CAUSE),
        ("What caused the sinking?", QuestionKind.CAUSE),
        ("How did the ferry sink?", QuestionKind.CAUSE),
        ("Was the ferry sunk on purpose?", QuestionKind.WHETHER),
        ("Did the pilot sleep?", QuestionKind.WHETHER),
        ("What happened to the ferry?", QuestionKind.WHAT),
    ],
)
def test_first_words_give_the_kind(make_linkage, text, kind):
    assert read_question(text, make_linkage()).kind is kind


def test_question_is_about_the_focal_event(make_linkage, make_event):
    events = [make_event("an older fire", focal=False, prior=True), make_event("the sinking")]
    assert read_question("Who sank it?", make_linkage(events=events)).event_id == "evt the sinking"


def test_question_without_events_is_about_none(make_linkage):
    assert read_question("Who sank it?", make_linkage()).event_id is None


def test_white_space_does_not_make_another_question(make_linkage):
    linkage = make_linkage()
    assert read_question("  Who sank\n it? ", linkage) == read_question("Who sank it?", linkage)


def test_question_says_who_asked(make_linkage):
    assert read_question("Who sank it?", make_linkage(), by="analyst:ines").made.by == "analyst:ines"


def test_no_question_is_found_where_nobody_says_who_or_what_did_it(make_document, make_claim, make_linkage):
    document = make_document("gazette", "The ferry sank at dawn.")
    claims = [make_claim(document, "The ferry sank at dawn")]
    assert find_questions([document], claims, make_linkage(claims)) == ()


def test_no_question_is_found_in_no_claims(make_linkage):
    assert find_questions([], [], make_linkage()) == ()


def test_named_actors_make_a_question_of_who(make_document, make_deed, make_linkage, make_event):
    document = make_document("gazette", "The smugglers destroyed the bridge.")
    claims = [make_deed(document, "The smugglers destroyed the bridge", actor="The smugglers")]
    (question,) = find_questions([document], claims, make_linkage(claims, events=[make_event("the explosion")]))
    assert (question.text, question.kind) == ("Who was behind the explosion?", QuestionKind.WHO)


def test_named_mechanisms_make_a_question_of_cause(make_document, make_claim, make_linkage, make_event):
    document = make_document("gazette", "A gas leak did it.")
    claims = [make_claim(document, "A gas leak did it", slot=Slot.CAUSE, value="gas leak")]
    (question,) = find_questions([document], claims, make_linkage(claims, events=[make_event("The explosion")]))
    assert (question.text, question.kind) == ("What caused the explosion?", QuestionKind.CAUSE)


def test_without_an_event_the_question_is_open(make_document, make_deed, make_linkage):
    document = make_document("gazette", "The smugglers destroyed the bridge.")
    claims = [make_deed(document, "The smugglers destroyed the bridge", actor="The smugglers")]
    (question,) = find_questions([document], claims, make_linkage(claims))
    assert question.text == "What happened, and through whom?"


def test_claims_of_an_older_event_raise_no_question(make_document, make_deed, make_linkage, make_event):
    document = make_document("gazette", "The smugglers destroyed the mill.")
    claims = [make_deed(document, "The smugglers destroyed the mill", actor="The smugglers")]
    events = [make_event("the fire"), make_event("the mill", focal=False, prior=True)]
    linkage = make_linkage(claims, events=events, about={claims[0].id: "evt the mill"})
    assert find_questions([document], claims, linkage) == ()


def test_question_rests_on_the_claims_that_answer_it(make_document, make_deed, make_claim, make_linkage):
    document = make_document("gazette", "It was calm. The smugglers did it.")
    claims = [
        make_claim(document, "It was calm"),
        make_deed(document, "The smugglers did it", actor="The smugglers"),
    ]
    (question,) = find_questions([document], claims, make_linkage(claims))
    assert question.made.inputs == (claims[1].id,)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("sank", "sink"), ("blew", "blow"), ("shot", "shoot"), ("stolen", "steal"), ("struck", "strike"),
        ("bombed", "bomb"), ("sabotaged", "sabotage"), ("planting", "plant"), ("raids", "raid"),
        ("hijacking", "hijack"), ("downed", "down"), ("rigged", "rig"), ("buried", "bury"),
    ],
)  # fmt: skip
def test_inflected_verb_meets_its_base_form(word, lemma):
    assert lemma in lemmas_of(f"Who {word} it?")


def test_question_of_cause_is_answered_by_any_deed(make_question):
    question = make_question("What caused the flood?", QuestionKind.CAUSE)
    assert answering_predicates(question, ()) == all_predicates()


def test_question_that_names_no_deed_borrows_its_events(make_question, make_event):
    event = make_event("the poisoning", type="poisoning")
    question = make_question("Who did it?", event_id=event.id)
    assert "spray" in answering_predicates(question, (event,))
    assert "torpedo" not in answering_predicates(question, (event,))


def test_question_that_names_its_deed_needs_no_event(make_question, make_event):
    event = make_event("the sinking", type="sinking")
    question = make_question("Who poisoned the well?", event_id=event.id)
    assert "torpedo" not in answering_predicates(question, (event,))
