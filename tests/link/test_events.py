from rashomon.link.events import map_events

ESSAY = (
    "Has Arvonia finally struck back?\n\nFrom the Evening Compass:\n\n"
    "At least six missiles hit Nairobi early Sunday, the first attack on the Kenyan capital in this conflict. "
    "Addis Ababa was attacked with at least 15 rockets early Sunday, leaving two people dead.\n\n"
    "Sunday's assault on Nairobi comes weeks after a pair of explosions over the State Lodge, a blow at the "
    "president's seat. "
    "Egyptian officials said the attack was probably carried out by an Ethiopian unit.\n\n"
    "The Compass says Egyptian officials think it was the Ethiopians who hit Nairobi."
)


def test_one_essay_speaks_of_the_event_one_elsewhere_and_an_earlier_one(make_document):
    found = map_events(
        [make_document("essay", ESSAY, at=(19, 10))], question="Who carried out the missile attack on Nairobi?"
    )
    focal, *others = found.events
    assert (focal.focal, focal.prior, focal.place, focal.type) == (True, False, "Nairobi", "attack")
    assert focal.start is not None
    assert focal.start.day == 18
    assert {(event.place, event.prior, event.focal) for event in others} == {
        ("Addis Ababa", False, False),
        ("State Lodge", True, False),
    }


def test_without_a_question_the_event_most_spoken_of_is_focal(make_document):
    assert map_events([make_document("essay", ESSAY)], question="").focal.place == "Nairobi"


def test_undated_reports_still_tell_earlier_events_apart(make_document):
    found = map_events([make_document("essay", ESSAY)], question="Who attacked Nairobi?")
    assert [event.place for event in found.events if event.prior] == ["State Lodge"]
    assert found.focal.start is None


def test_an_earlier_month_or_year_makes_an_earlier_event(make_document):
    text = (
        "The pipeline at Orsk exploded on Monday. Two drones exploded over the Tolna refinery on 3 February. "
        "Some recall the Gdansk bombings of 1987."
    )
    found = map_events(
        [make_document("a", text, at=(20, 8))], question="What caused the explosion of the Orsk pipeline?"
    )
    assert {event.place for event in found.events if event.prior} >= {"Tolna"}
    assert all(event.end is None or event.end < found.focal.start for event in found.events if event.prior)


def test_no_documents_and_no_question_still_give_a_focal_event():
    assert len(map_events([], question="").events) == 1
