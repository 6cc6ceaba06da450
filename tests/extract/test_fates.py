"""What befell people: one slot for all ways to say it."""

import pytest

from rashomon.extract.counts import find_counts


@pytest.fixture
def slots(parse):
    def slots(text):
        parsed = parse(text)
        return [(c.unit, c.low) for c in find_counts(parsed, 0, len(parsed.tokens))]

    return slots


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Eight people died.", "killed"),
        ("Eight were killed.", "killed"),
        ("There were eight deaths.", "killed"),
        ("Eight people lost their lives.", "killed"),
        ("Eight dead are counted.", "killed"),
        ("The death toll stands at eight.", "killed"),
        ("The number of dead is now eight.", "killed"),
        ("The number of victims is eight.", "killed"),
        ("They murdered eight villagers.", "killed"),
        ("We mourn the eight colleagues whom we have lost.", "killed"),
        ("Eight bodies were brought ashore.", "bodies"),
        ("Eight people were hurt.", "injured"),
        ("Wounding eight, the shell burst.", "injured"),
        ("Eight people were taken to hospital.", "injured"),
        ("Eight people fell ill.", "ill"),
        ("Eight people are missing.", "missing"),
        ("Eight have not been found.", "missing"),
        ("Police arrested eight men.", "arrested"),
        ("Eight men were taken into custody.", "arrested"),
        ("Eight people were evacuated.", "evacuated"),
        ("A jet with eight people on board fell.", "people_on_board"),
        ("Eight people aboard were safe.", "people_on_board"),
    ],
)
def test_fate_names_the_slot(slots, text, slot):
    assert slots(text)[0] == (slot, 8)


def test_who_kills_is_not_killed(slots):
    assert slots("Three men killed eight guards.") == [("people", 3), ("killed", 8)]


def test_who_was_not_hurt_is_not_injured(slots):
    assert ("injured", 3) not in slots("Three people were not hurt.")


def test_numbers_without_their_noun_are_counted_by_their_fate(slots):
    assert slots("The blast left two people dead and five injured.") == [("killed", 2), ("injured", 5)]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("The dead of the mine now number eight.", "killed"),
        ("The number of those killed in the strike has risen to eight.", "killed"),
        ("Officials revised the toll down from 90 to eight.", "killed"),
        ("Her death brought to eight the number of victims.", "killed"),
        ("Deaths stand at eight.", "killed"),
        ("The death toll from the pit fire rose from five to eight.", "killed"),
        ("Eight people had to leave their homes.", "evacuated"),
        ("Dead: 8.", "killed"),
        ("Lost were two officers and six men.", "killed"),
        ("Eight people were feared drowned.", "killed"),
        ("The flood cost eight lives.", "killed"),
        ("They found eight corpses.", "bodies"),
        ("Of these eight were later charged.", "charged"),
        ("The lorry carried eight people.", "people_on_board"),
        ("There were eight souls on board.", "people_on_board"),
    ],
)
def test_toll_is_told_in_many_ways(slots, text, slot):
    assert slots(text) == [(slot, 8)]


def test_people_carried_out_are_not_aboard(slots):
    assert slots("Firemen carried two people out.") == [("people", 2)]
