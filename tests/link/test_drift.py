import pytest

from rashomon.link.linking import link_reports
from rashomon.model.vocabulary import Certainty, DriftKind, RelationKind, Slot

QUESTION = "Who opened the sluice at Vianen?"
VOICE = "dyke warden Maria Kok"


def find_drifts(documents, claims):
    linkage = link_reports(documents, claims, question=QUESTION)
    return [relation for relation in linkage.relations if relation.kind is RelationKind.DRIFT]


@pytest.fixture
def relay(make_document, make_claim):
    """Set a saying of one report beside what a later one makes of it; each is (quote, fields of the claim)."""

    def relay(said, told, *, voice=VOICE, later_voice=VOICE):
        dry, rain = "Boats lie dry on the Lek and the eel men are at their wits' end.", "It has not stopped raining."
        first = make_document("first", f"{dry} {said[0]}, {voice} said.", publisher="Lek Courier", at=(1, 8))
        later = make_document("later", f"{told[0]}, {later_voice} said. {rain}", publisher="The Bugle", at=(1, 20))
        claims = [make_claim(first, said[0], voice, **said[1]), make_claim(later, told[0], later_voice, **told[1])]
        return first, later, claims

    return relay


SUSPECTED = (
    "A fired lock-keeper probably opened the sluice",
    {"value": "a fired lock-keeper", "certainty": "probable"},
)
FLAT = ("A fired lock-keeper opened the sluice", {"value": "a fired lock-keeper"})
CASES = {
    "hedge": (SUSPECTED, FLAT, {DriftKind.HEDGE_LOST}),
    "hedge kept in other words": (
        SUSPECTED,
        ("It is likely that a fired lock-keeper opened the sluice", {"value": "a fired lock-keeper"}),
        set(),
    ),
    "possibility": (
        ("The lock-keepers' union threatened to open the sluice", {"value": "union", "certainty": "possible"}),
        ("The lock-keepers' union opened the sluice", {"value": "union"}),
        {DriftKind.POSSIBILITY_TO_FACT},
    ),
    "actor": (
        ("Two men of the Waterbond opened the sluice", {"value": "two men of the Waterbond"}),
        ("The Waterbond movement opened the sluice", {"value": "the Waterbond movement"}),
        {DriftKind.ACTOR_WIDENED},
    ),
    "event": (
        ("A fired lock-keeper opened the sluice at Culemborg", {"value": "a fired lock-keeper"}),
        ("A fired lock-keeper opened the sluice at Vianen", {"value": "a fired lock-keeper"}),
        {DriftKind.EVENT_MOVED},
    ),
    "nothing": (FLAT, ("The sluice was opened by a fired lock-keeper", {"value": "a fired lock-keeper"}), set()),
}


def read_certainty(quote, fields):
    return quote, fields | {"certainty": Certainty(fields.get("certainty", "certain"))}


@pytest.mark.parametrize("case", CASES)
def test_what_a_relay_changed_is_told_by_its_kind(relay, case):
    said, told, kinds = CASES[case]
    prepared = [
        (quote, fields | {"certainty": Certainty(fields.get("certainty", "certain"))}) for quote, fields in (said, told)
    ]
    first, later, claims = relay(*prepared)
    found = find_drifts([first, later], claims)
    assert {kind for drift in found for kind in drift.changes} == kinds
    for drift in found:
        assert (drift.from_id, drift.to_id) == (claims[1].id, claims[0].id)
        assert drift.why


COUNT = {"slot": Slot.COUNT, "unit": "barges"}


@pytest.mark.parametrize(
    ("said", "told", "grown"),
    [
        (("at least nine barges", 9, None), ("dozens of barges", 24, None), True),
        (("up to 40 barges", None, 40), ("more than 40 barges", 40, None), True),
        (("20 to 30 barges", 20, 30), ("up to 60 barges", None, 60), True),
        (("480 to 520 barges", 480, 520), ("roughly 500 barges", 500, 500), False),
        (("2,140 barges", 2140, 2140), ("just over 2,000 barges", 2000, None), False),
        (("at least 12 barges", 12, None), ("a dozen or more barges", 12, None), False),
    ],
)
def test_a_number_has_grown_where_no_rounding_explains_it(relay, said, told, grown):
    def count(value, low, high):
        return f"The flood sank {value} in the basin", COUNT | {"value": value, "low": low, "high": high}

    first, later, claims = relay(count(*said), count(*told))
    found = find_drifts([first, later], claims)
    assert [drift.changes for drift in found] == ([(DriftKind.NUMBER_GROWN,)] if grown else [])


def test_a_holder_s_own_later_figure_is_no_drift(relay):
    said = ("The flood sank 9 barges in the basin", COUNT | {"value": "9 barges", "low": 9, "high": 9})
    told = (
        "The flood sank 31 barges in the basin, where on Monday she had spoken of 9",
        COUNT | {"value": "31 barges", "low": 31, "high": 31},
    )
    first, later, claims = relay(said, told)
    assert find_drifts([first, later], claims) == []


def test_another_holder_who_says_more_has_changed_nothing(relay):
    said = (SUSPECTED[0], SUSPECTED[1] | {"certainty": Certainty.PROBABLE})
    first, later, claims = relay(said, FLAT, later_voice="skipper Jan Bol")
    assert find_drifts([first, later], claims) == []


def test_a_drifted_claim_counts_with_what_it_was_made_from(relay):
    said = (SUSPECTED[0], SUSPECTED[1] | {"certainty": Certainty.PROBABLE})
    first, later, claims = relay(said, FLAT)
    linkage = link_reports([first, later], claims, question=QUESTION)
    assert len({placement.origin_id for placement in linkage.placements}) == 1
    assert len(linkage.origins) == 2
