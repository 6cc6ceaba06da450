"""Who changed his account: what was replaced or taken back no longer counts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.hypothesize.changing import find_gone, find_replaced, find_retractions, find_withdrawn
from rashomon.hypothesize.circumstances import Circumstances, count_days
from rashomon.hypothesize.evidence import link_evidence
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing, Hypothesis, Withdrawal
from rashomon.model.vocabulary import Certainty, EvidenceKind, Modality, Polarity, SourceKind

MADE = Made(recipe="test@1")
HYPOTHESES = tuple(
    Hypothesis(id=name, question_id="qst", label=name, residual=name == "rest", made=MADE)
    for name in ("storm", "mine", "rest")
)


def bear(claim, about, **changes):
    given = {"polarity": claim.polarity, "certainty": claim.certainty, "weighed": True}
    return ClaimBearing(
        id=f"{claim.id} on {about}", claim_id=claim.id, hypothesis_id=about, made=MADE, **(given | changes)
    )


@pytest.fixture
def tell(make_document, make_claim, make_reading, make_source):
    """A reading of reports a day apart, each (voice, hypothesis, changes of the claim), and its bearings and days."""

    def tell(*said, kind=SourceKind.OFFICIAL):
        documents = [make_document(f"day {n}", "It was so.") for n, _ in enumerate(said)]
        claims = [
            make_claim(d, "It was so", voice, **(rest[0] if rest else {}))
            for d, (voice, _, *rest) in zip(documents, said, strict=True)
        ]
        sources = [make_source(voice, kind) for voice in {voice for voice, *_ in said}]
        reading = make_reading(documents, claims, sources=sources)
        bearings = [bear(claim, about) for claim, (_, about, *_) in zip(claims, said, strict=True)]
        return reading, bearings, {document.id: float(n) for n, document in enumerate(documents)}

    return tell


def test_another_answer_in_every_later_report_replaces_the_first(tell):
    reading, (first, second), days = tell(("The pilot", "storm"), ("The pilot", "mine"))
    assert find_replaced(reading, [first, second], days) == {first.id}


def test_whoever_comes_back_to_it_replaced_nothing_but_the_detour(tell):
    reading, bearings, days = tell(("The pilot", "storm"), ("The pilot", "mine"), ("The pilot", "storm"))
    assert find_replaced(reading, bearings, days) == {bearings[1].id}


def test_another_speaker_replaces_nothing(tell):
    reading, bearings, days = tell(("The pilot", "storm"), ("The cook", "mine"))
    assert find_replaced(reading, bearings, days) == frozenset()


def test_two_answers_at_once_stand_both(tell):
    reading, bearings, days = tell(("The pilot", "storm"), ("The pilot", "mine"))
    assert find_replaced(reading, bearings, dict.fromkeys(days, 0.0)) == frozenset()


def test_a_mention_replaces_nothing(tell):
    reading, bearings, days = tell(("The pilot", "storm"), ("The pilot", "mine", {"certainty": Certainty.NONE}))
    assert find_replaced(reading, bearings, days) == frozenset()


def test_officials_nobody_names_may_be_others_the_next_time(tell):
    reading, bearings, days = tell(("officials", "storm"), ("officials", "mine"), kind=SourceKind.UNNAMED_OFFICIALS)
    assert find_replaced(reading, bearings, days) == frozenset()


def withdrawal(earlier, later, taken_back=Polarity.ASSERT):
    return Withdrawal(
        holder="The pilot",
        taken_back=taken_back,
        earlier_ids=(earlier.claim_id,),
        claim_ids=(later.claim_id,),
        at=None,
        why="says the opposite",
    )


def test_what_is_taken_back_is_gone_and_taking_it_back_is_a_retraction(tell):
    reading, (first, second), days = tell(("The pilot", "storm"), ("The pilot", "storm", {"polarity": Polarity.DENY}))
    known = Circumstances(days=days, withdrawals={"storm": (withdrawal(first, second),)})
    gone = find_gone(reading, [first, second], withdrawals=known.withdrawals, days=days)
    assert gone == {first.id: "taken back later"}
    assert find_retractions([first, second], known.withdrawals) == {second.id}
    shown, weighed = link_evidence(reading, HYPOTHESES, [first, second], known=known)
    assert (shown.weighed, shown.why_unweighed) == (False, "taken back later")
    assert (weighed.weighed, weighed.kind) == (True, EvidenceKind.RETRACTION)


def test_an_admission_taken_back_stands(tell):
    reading, (first, second), _ = tell(
        ("The pilot", "storm", {"modality": Modality.ADMISSION}), ("The pilot", "storm", {"polarity": Polarity.DENY})
    )
    assert find_withdrawn(reading, [first, second], {"storm": (withdrawal(first, second),)}) == frozenset()


def test_days_count_from_the_first_report_that_tells_of_it_and_leave_out_the_undated(make_document):
    dated = [make_document(f"day {n}", "So it was.") for n in range(3)]
    at = (datetime(2031, 4, 3, tzinfo=UTC), datetime(2031, 4, 1, 12, tzinfo=UTC), None)
    documents = [replace(document, published_at=when) for document, when in zip(dated, at, strict=True)]
    assert count_days(documents, {"day 0", "day 1", "day 2"}) == {"day 0": 1.5, "day 1": 0.0}
    assert count_days(documents, {"day 0", "day 2"}) == {"day 0": 0.0}
    assert count_days(documents[2:], {"day 2"}) == {}
