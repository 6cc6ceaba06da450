"""Which event words are of, by the clause they stand in: an earlier, a later, a foreseen one, or the focal."""

from datetime import UTC, datetime

import pytest

from rashomon.link.event_clauses import end_reach, find_foreseen, names_day, tells
from rashomon.link.events import map_events
from rashomon.link.placements import find_event
from rashomon.link.times import find_times
from rashomon.model.vocabulary import EventRelation, Slot

QUESTION = "Who blew up the Halvern viaduct?"
LEAD = "An explosion tore down the Halvern viaduct on Wednesday night. "
WHEN = datetime(2031, 5, 23, 8, tzinfo=UTC)


@pytest.fixture
def relate(make_document, make_claim):
    """Return how the event that a quotation is placed on stands to the focal one."""

    def relate_quote(words, quote, *, slot=Slot.STATEMENT, later=""):
        first = make_document("a", LEAD + ("" if later else words), at=WHEN)
        documents = [first, make_document("b", words, at=datetime.fromisoformat(later))] if later else [first]
        events = map_events(documents, question=QUESTION)
        claim = make_claim(documents[-1], quote, slot=slot, value="x")
        event_id = find_event(claim, documents[-1], events)
        return next(event.relation for event in events.events if event.id == event_id)

    return relate_quote


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("In 2003 a goods train left the rails on the same line.", "a goods train left the rails on the same line"),
        ("A month earlier, two guards had been dismissed.", "A month earlier, two guards had been dismissed"),
        ("Weeks earlier, somebody had measured the piers.", "somebody had measured the piers"),
        ("Seventeen years ago the line was closed for a week.", "the line was closed for a week"),
        ("On 3 May two barrels fell off a lorry.", "two barrels fell off a lorry"),
    ],
)
def test_a_time_that_leads_a_clause_sets_it_before(relate, words, quote):
    assert relate(words, quote) is EventRelation.PRIOR


@pytest.mark.parametrize(
    "words",
    ["The river bed will be searched.", "The new span is due in autumn.", "The piers are to be measured again.",
     "The board meets on Friday."],
)  # fmt: skip
def test_what_is_still_to_come_is_no_word_on_the_event(relate, words):
    assert relate(words, words.rstrip(".")) is EventRelation.EXPECTED


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("At dawn the third pier was seen to lean.", "At dawn the third pier was seen to lean"),
        ("Nobody will ever know, and the charge was military.", "the charge was military"),
        ("Somebody will ask whether the piers were sound.", "Somebody will ask whether the piers were sound"),
        ("The steel, weaker than in 1989, gave way.", "The steel, weaker than in 1989, gave way"),
        ("A guard saw a van under the third pier, ten days after the bombing of a bank in Orrin.", "A guard saw a van"),
    ],
)
def test_what_is_told_of_the_event_stays_with_it(relate, words, quote):
    assert relate(words, quote) is EventRelation.FOCAL


def test_a_later_time_is_of_another_event_unless_something_is_found_then(relate):
    later, named = "2032-06-01T08:00+00:00", "The Halvern viaduct was blown up in May 2031.\n\n"
    sold, found = "In March the owner sold the line", "In March an inquiry found military wax"
    assert relate(f"{named}{sold}.", sold, later=later) is EventRelation.LATER
    assert relate(f"{named}{found}.", found, later=later) is EventRelation.FOCAL
    year = "A year after the blast, nobody knows why"
    assert relate(f"{named}{year}.", year, later=later) is EventRelation.FOCAL


def test_who_did_it_is_said_of_the_event_whatever_the_clause(relate):
    words = "On 3 May the League had chosen the pier."
    assert relate(words, words.rstrip("."), slot=Slot.RESPONSIBLE) is EventRelation.FOCAL
    assert relate(words, words.rstrip(".")) is EventRelation.PRIOR


def test_that_attack_is_the_one_named_last_and_the_explosion_the_focal_one(relate):
    other = "The explosion in Halvern was heard at nine. In January a bus had been struck at a checkpoint in Volny. "
    assert relate(f"{other}That attack cost twelve lives.", "That attack cost twelve lives") is EventRelation.PRIOR
    assert relate(f"{other}The explosion cost two lives.", "The explosion cost two lives") is EventRelation.FOCAL


def test_a_time_holds_to_the_end_of_the_clause_it_leads():
    led = "In 1974 the service, it seems, took him; nobody knew"
    assert end_reach(led, 0, len("In 1974")) == led.index(";")
    trailing = "Found in 1974 near Sofia, he was dead"
    assert end_reach(trailing, 6, len("Found in 1974")) == trailing.index(",")


@pytest.mark.parametrize(
    ("words", "own"),
    [("on Monday night it fell", True), ("at dawn it fell", False), ("every year before an audience", False),
     ("weeks after a blast over Orrin", False), ("It fell weeks before.", True), ("the day before", False)],
)  # fmt: skip
def test_only_a_time_of_its_own_sets_a_clause_apart(words, own):
    times = find_times(words, published_at=WHEN)
    assert any(names_day(words, time) for time in times) is own


def test_words_of_foresight_and_of_finding():
    assert find_foreseen("The wreck will be raised") == ((10, 14),)
    assert not find_foreseen("He bore them ill will and will never say so")
    assert not find_foreseen("Who is to blame")
    assert tells("a court heard that it was dry")
    assert not tells("divers went down to her")
