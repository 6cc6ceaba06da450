"""Who a holder is in a question: whom it speaks for, whether it examined anything, whether it owns up."""

import pytest

from rashomon.hypothesize.roles import find_denials, find_stakes, owns_up, read_access
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing, Hypothesis, Stake
from rashomon.model.vocabulary import Access, Certainty, Interest, Modality, Polarity, Slot, SourceKind

MADE = Made(recipe="test@1")


def hypothesis(name, camp="", *, residual=False):
    return Hypothesis(id=name, question_id="qst", label=name, residual=residual, camp=camp, made=MADE)


HYPOTHESES = (
    hypothesis("norway", "Norway"),
    hypothesis("peru", "Peru"),
    hypothesis("gas"),
    hypothesis("rest", residual=True),
)


def bear(claim, about="norway", **changes):
    given = {"polarity": claim.polarity, "certainty": claim.certainty, "weighed": True}
    return ClaimBearing(id=f"brg {claim.id}", claim_id=claim.id, hypothesis_id=about, made=MADE, **(given | changes))


def stakes(camp="", holder=None, denied=()):
    return {s.hypothesis_id: s for s in find_stakes(camp, holder, frozenset(denied), HYPOTHESES)}


@pytest.fixture
def say(make_document, make_claim):
    """A claim in a report of its own: said by whom, in which words, and how."""

    def say(voice, quote="Norway did it", **changes):
        document = make_document(f"report of {voice}", f"{quote}.")
        return make_claim(document, quote, voice, **({"slot": Slot.RESPONSIBLE, "value": "Norway"} | changes))

    return say


def test_accused_camp_has_its_own_guilt_and_that_of_rivals_at_stake():
    assert {h: s.interest for h, s in stakes("Norway").items()} == {
        "norway": Interest.ACCUSED,
        "peru": Interest.RIVAL,
        "gas": Interest.RIVAL,
    }


@pytest.mark.parametrize("camp", ["Kenya", ""])
def test_who_speaks_for_nobody_accused_has_nothing_at_stake(camp):
    assert stakes(camp) == {}


def test_a_flat_denial_may_come_from_the_accused(make_source):
    found = stakes(holder=make_source("A speaker", SourceKind.PERSON), denied={"norway"})
    assert found["norway"].interest is Interest.ACCUSED
    assert 0.0 < found["norway"].probability < stakes("Norway")["norway"].probability
    assert found["norway"].why


def test_who_denies_everything_is_less_likely_one_of_them(make_source):
    speaker = make_source("A speaker", SourceKind.PERSON)
    one, both = (stakes(holder=speaker, denied=d)["norway"].probability for d in ({"norway"}, {"norway", "peru"}))
    assert both == pytest.approx(one / 2)


def test_a_paper_that_denies_is_no_party(make_source):
    assert stakes(holder=make_source("The Courier", SourceKind.OUTLET), denied={"norway"}) == {}


def test_denying_what_names_no_actor_places_nobody(make_source):
    assert stakes(holder=make_source("A speaker", SourceKind.PERSON), denied={"gas"}) == {}


def test_only_flat_denials_count(say, make_reading, make_document, make_source):
    flat = say("A minister", polarity=Polarity.DENY, modality=Modality.DENIAL)
    hedged = say("A clerk", polarity=Polarity.DENY, modality=Modality.DENIAL, certainty=Certainty.UNLIKELY)
    documents = [make_document(f"report of {voice}", "Norway did it.") for voice in ("A minister", "A clerk")]
    reading = make_reading(documents, [flat, hedged])
    found = find_denials(reading, [bear(flat), bear(hedged)])
    assert list(found.values()) == [frozenset({"norway"})]


@pytest.mark.parametrize(
    ("kind", "access"),
    [
        (SourceKind.STATE_BODY, Access.BRIEFED),
        (SourceKind.OUTLET, Access.COMMENTS),
        (SourceKind.EXPERT, Access.COMMENTS),
        (SourceKind.UNKNOWN, Access.UNKNOWN),
    ],
)
def test_kind_of_a_speaker_gives_its_access(say, make_source, kind, access):
    near = read_access(make_source("The bureau", kind), "The bureau", [say("The bureau")])
    assert (near.access, near.examined) == (access, 0.0)


@pytest.mark.parametrize("name", ["The court", "two detectives", "Commission of inquiry", "investigators"])
def test_whose_office_is_to_inquire_likely_examined_it(say, make_source, name):
    near = read_access(make_source(name, SourceKind.UNKNOWN), name, [say(name)])
    assert near.access is Access.EXAMINED
    assert 0.5 < near.examined < 0.9


def test_a_paper_called_after_inquiries_inquires_nothing(say, make_source):
    name = "Southern Investigations Magazine"
    assert read_access(make_source(name, SourceKind.PERSON), name, [say(name)]).examined == 0.0


def test_an_expert_who_examined_and_one_who_comments_differ(say, make_source):
    expert = make_source("A pilot", SourceKind.EXPERT)
    examined = read_access(expert, "A pilot", [say("A pilot", "Norway did it", modality=Modality.FINDING)])
    assert examined.examined > read_access(expert, "A pilot", [say("A pilot")]).examined


def test_a_minister_who_concludes_was_more_likely_told(say, make_source):
    near = read_access(
        make_source("A minister", SourceKind.OFFICIAL), "A minister", [say("A minister", modality=Modality.FINDING)]
    )
    assert near.access is Access.BRIEFED
    assert 0.0 < near.examined < 0.5


@pytest.mark.parametrize(
    ("certainty", "denied", "accused", "expected"),
    [
        (Certainty.CERTAIN, set(), "norway", True),
        (Certainty.CERTAIN, set(), None, True),
        (Certainty.POSSIBLE, set(), "norway", False),
        (Certainty.CERTAIN, {"norway"}, "norway", False),
        (Certainty.CERTAIN, set(), "peru", False),
    ],
)
def test_owning_up_is_firm_undenied_and_of_ones_own_deed(say, certainty, denied, accused, expected):
    claim = say("A speaker", modality=Modality.ADMISSION, certainty=certainty)
    own = [Stake(hypothesis_id=accused, interest=Interest.ACCUSED, probability=0.9)] if accused else []
    assert owns_up(claim, bear(claim), frozenset(denied), own) is expected
