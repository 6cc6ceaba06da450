"""How events stand to the one asked about."""

from datetime import UTC, datetime, timedelta

from rashomon.link.events import link_events, map_events
from rashomon.model.vocabulary import EventRelation, Precision

QUESTION = "Who carried out the missile attack on Nairobi?"


def relations_of(found):
    return {(event.relation, event.type) for event in found.events}


def test_what_follows_and_what_is_foreseen_are_events_of_their_own(make_document):
    text = (
        "Missiles struck Nairobi early Sunday.\n\nPolice arrested two men on Monday. "
        "Kenya vowed to launch an attack on Gondar. A trial is expected in autumn."
    )
    found = map_events([make_document("a", text, at=(20, 9))], question=QUESTION)
    assert relations_of(found) >= {
        (EventRelation.FOCAL, "attack"),
        (EventRelation.LATER, "arrest"),
        (EventRelation.EXPECTED, "attack"),
    }


def test_a_report_that_looks_back_for_years_still_speaks_of_the_event(make_document):
    first = make_document("a", "Missiles struck Nairobi early Sunday.", at=(18, 9))
    later = make_document(
        "b", "On 18 May 2031 missiles struck Nairobi. In 1998 a bomb had killed 200 people there.",
        at=datetime(2034, 3, 1, tzinfo=UTC),
    )  # fmt: skip
    found = map_events([first, later], question=QUESTION)
    focal = found.focal
    assert (focal.start, focal.precision) == (datetime(2031, 5, 18, tzinfo=UTC), Precision.PART_OF_DAY)
    assert focal.document_ids == ("a", "b")
    assert [(event.prior, event.start.year) for event in found.events[1:]] == [(True, 1998)]


def test_weeks_before_is_an_interval_from_the_focal_event(make_document):
    text = "Sunday's assault on Nairobi comes two weeks after a pair of explosions over Mombasa."
    found = map_events([make_document("a", text, at=(20, 9))], question=QUESTION)
    (earlier,) = [event for event in found.events if event.prior]
    assert earlier.precision is Precision.WEEK
    assert timedelta(days=12) <= found.focal.start - earlier.start <= timedelta(days=16)


def test_events_say_where_each_report_speaks_of_them(make_document):
    text = "Missiles struck Nairobi on Sunday. Addis Ababa was attacked the same night."
    document = make_document("a", text, at=(20, 9))
    found = map_events([document], question=QUESTION)
    links = {link.event_id: link for link in link_events(found)}
    for event in found.events:
        link = links[event.id]
        assert all(text[s:e].casefold() in ("struck", "attacked") for s, e in zip(link.starts, link.ends, strict=True))


def test_states_and_persons_beside_an_event_are_its_participants(make_document):
    text = "Ethiopian missiles struck Nairobi on Sunday, the Kenyan general Amos Wekesa said."
    focal = map_events([make_document("a", text, at=(20, 9))], question=QUESTION).focal
    assert set(focal.participants) == {"Ethiopia", "Kenya", "Amos Wekesa"}
