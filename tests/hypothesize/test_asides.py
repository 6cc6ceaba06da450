"""What names an explanation and is no evidence on it, beside what is."""

import pytest

from rashomon.hypothesize.arguments import affirms_doubly, speaks_against
from rashomon.hypothesize.asides import is_aside, takes_up_rejection
from rashomon.hypothesize.roles import owns_up, read_access
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot, SourceKind


@pytest.fixture
def reads_aside(make_document, make_claim, make_linkage, make_reading):
    def read(quote, after="", **changes):
        document = make_document("one", f"{quote}{after}.")
        claim = make_claim(document, quote, "a spokesman", **changes)
        return is_aside(make_reading([document], [claim]), claim)

    return read


@pytest.mark.parametrize(
    ("quote", "after"),
    [
        ("As for the engineer with his loaded server", ", even he no longer believes in it"),
        ("They spoke on a promise that they will not be named", ""),
        ("This does not mean that the Norlanders blew it up", ""),
        ("Norland's own crimes, such as that at Korel ford, are told elsewhere", ""),
        ("After Korel ford we were sure of the Norlanders", " and it was a boy"),
        ("The suspects are few: Norland, Sudland or the neighbours", ""),
        ("An inside job: possible, though nobody was seen", ""),
        ("The overload may have shortened her agony", "; it did not begin it"),
    ],
)
def test_an_aside(reads_aside, quote, after):
    assert reads_aside(quote, after)


@pytest.mark.parametrize(
    ("quote", "after"),
    [
        ("As for the engineer, he did it", ""),
        ("The Norlanders will not be missed", ""),
        ("The trace means that the Norlanders blew it up", ""),
        ("We were sure of the Norlanders", " and are so now"),
        ("The overload shortened her agony", ", and it began it"),
        ("There were two explanations: Norland, or nobody", ""),
    ],
)
def test_no_aside(reads_aside, quote, after):
    assert not reads_aside(quote, after)


def test_what_one_would_do_is_not_owned_up_to(reads_aside):
    doing = {"slot": Slot.RESPONSIBLE, "value": "he", "modality": Modality.ADMISSION}
    assert reads_aside("He swears he would do it with four", **doing)
    assert not reads_aside("He swears he did it with four", **doing)
    assert not reads_aside("He swears he would have done it alone", **doing)


@pytest.mark.parametrize(
    ("before", "quote", "rejected"),
    [
        ("Failure of the structure is excluded.", "So is collision with another ship", True),
        ("Failure of the structure is likely.", "So is collision with another ship", False),
        ("Failure of the structure is excluded.", "A collision sank her", False),
    ],
)
def test_so_is_takes_up_what_was_said(make_document, make_claim, make_reading, before, quote, rejected):
    document = make_document("one", before, f"{quote}.")
    claim = make_claim(document, quote)
    assert takes_up_rejection(make_reading([document], [claim]), claim) is rejected


def test_not_to_fail_is_no_double_negation():
    assert not affirms_doubly("The aircraft did not fail of itself")
    assert affirms_doubly("They did not fail to fire")


def test_a_number_corrected_rejects_nothing():
    assert not speaks_against("She carried 17 lorries and not eleven")
    assert speaks_against("It was a mine and not a torpedo")


@pytest.mark.parametrize(("name", "owned"), [("those online", False), ("some", False), ("the Almar Front", True)])
def test_nobody_in_particular_owns_up_to_nothing(make_document, make_claim, name, owned):
    document = make_document("one", "Our own people did it.")
    claim = make_claim(document, "Our own people did it", name, modality=Modality.CLAIM_OF_RESPONSIBILITY)
    bearing = ClaimBearing(
        id="b",
        claim_id=claim.id,
        hypothesis_id="h",
        polarity=Polarity.ASSERT,
        certainty=Certainty.CERTAIN,
        made=claim.made,
    )
    assert owns_up(claim, bearing, frozenset(), ()) is owned


@pytest.mark.parametrize(
    ("quote", "examined"),
    [
        ("An attack from abroad is among the lines followed", False),
        ("An electrical origin is conceivable", False),
        ("The shell could have been fired by either", False),
        ("The shell was fired from the north", True),
    ],
)
def test_who_calls_it_conceivable_has_not_found_it(make_document, make_claim, make_source, quote, examined):
    document = make_document("one", f"{quote}.")
    court = make_source("the court", kind=SourceKind.COURT)
    assert (read_access(court, "the court", [make_claim(document, quote, "the court")]).examined > 0) is examined
