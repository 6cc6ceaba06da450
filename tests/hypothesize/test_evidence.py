"""Evidence: one link for each voice, origin, kind and direction, with stakes and groups."""

from dataclasses import replace

import pytest

from rashomon.hypothesize.arguments import Argument
from rashomon.hypothesize.circumstances import Circumstances
from rashomon.hypothesize.evidence import link_evidence
from rashomon.hypothesize.scope import ScopedArgument
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing, Hypothesis
from rashomon.model.vocabulary import (
    AbsenceKind,
    Access,
    Certainty,
    Direction,
    EvidenceKind,
    Interest,
    Modality,
    Polarity,
    Slot,
    SourceKind,
)

MADE = Made(recipe="test@1")


def hypothesis(name, camp="", *, residual=False):
    return Hypothesis(id=name, question_id="qst", label=name, residual=residual, camp=camp, made=MADE)


def bear(claim, about="norway", **changes):
    given = {"polarity": claim.polarity, "certainty": claim.certainty, "weighed": True}
    return ClaimBearing(id=f"brg {claim.id}", claim_id=claim.id, hypothesis_id=about, made=MADE, **(given | changes))


HYPOTHESES = (
    hypothesis("norway", "Norway"),
    hypothesis("peru", "Peru"),
    hypothesis("gas"),
    hypothesis("rest", residual=True),
)


@pytest.fixture
def link(make_document, make_claim, make_reading):
    """Links of sayings given as (document name, voices, changes of the claim, changes of the bearing)."""

    def link(*sayings, **linkage):
        documents = {name: make_document(name, "Norway did it. Norway is behind it.") for name, *_ in sayings}
        quotes = ("Norway did it", "Norway is behind it")
        claims, bearings, seen = [], [], {}
        for name, voices, *changes in sayings:
            quote = quotes[seen.setdefault((name, voices), 0)]
            seen[name, voices] += 1
            of_claim, of_bearing = [*changes, {}, {}][:2]
            claim = make_claim(
                documents[name], quote, *voices, **({"slot": Slot.RESPONSIBLE, "value": "Norway"} | of_claim)
            )
            claims.append(claim)
            bearings.append(bear(claim, **of_bearing))
        return link_evidence(make_reading(list(documents.values()), claims, **linkage), HYPOTHESES, bearings)

    return link


def test_voice_that_says_it_twice_makes_one_link(link):
    (one,) = link(("gazette", ("A diver",)), ("gazette", ("A diver",)))
    assert len(one.claim_ids) == 2 and one.made.inputs == one.claim_ids


def test_two_voices_of_one_report_make_two_links(link):
    assert len(link(("gazette", ("A diver",)), ("gazette", ("A baker",)))) == 2


def test_article_and_plural_do_not_make_another_voice(link):
    assert len(link(("gazette", ("the divers",)), ("gazette", ("diver",)))) == 1


def test_two_origins_make_two_links(link):
    assert len(link(("gazette", ("A diver",)), ("courier", ("A diver",)))) == 2


def test_speaking_for_and_against_makes_two_links(link):
    links = link(("gazette", ("A diver",)), ("gazette", ("A diver",), {"polarity": Polarity.DENY}))
    assert [one.direction for one in links] == [Direction.FOR, Direction.AGAINST]


def test_two_kinds_of_one_voice_make_two_links(link):
    links = link(("gazette", ("A diver",)), ("gazette", ("A diver",), {"modality": Modality.ADMISSION}))
    assert {one.kind for one in links} == {EvidenceKind.TESTIMONY, EvidenceKind.ADMISSION}


def test_copies_share_their_authors_voice_whoever_published_them(link):
    origins = {"wire": ("gazette", "courier", "herald")}
    (one,) = link(("gazette", ()), ("courier", ()), ("herald", ()), origins=origins)
    assert len(one.claim_ids) == 3


def test_original_of_an_origin_lends_its_name_to_the_link(link):
    (one,) = link(("courier", ()), ("gazette", ()), origins={"wire": ("gazette", "courier")})
    assert one.holder == "gazette News"


def test_unweighed_bearing_makes_no_evidence(link):
    assert link(("gazette", ("A diver",), {}, {"weighed": False})) == ()


def test_link_is_as_certain_as_the_strongest_of_its_claims(link):
    (one,) = link(
        ("gazette", ("A diver",), {"certainty": Certainty.POSSIBLE}),
        ("gazette", ("A diver",), {"certainty": Certainty.PROBABLE}),
    )
    assert one.certainty is Certainty.PROBABLE


def test_relays_are_the_voices_between_publisher_and_holder(link):
    (direct,) = link(("gazette", ("A diver",)))
    (relayed,) = link(("gazette", ("The radio", "A mayor", "A diver")))
    assert (direct.relays, relayed.relays) == (0, 2)


def test_publisher_of_its_own_words_is_no_relay(link):
    (one,) = link(("gazette", ()))
    assert one.relays == 0


def test_speakers_of_one_camp_are_one_group(link, make_source):
    sources = [make_source("A minister", camp="Peru"), make_source("An admiral", camp="Peru")]
    one, other = link(("gazette", ("A minister",)), ("courier", ("An admiral",)), sources=sources)
    assert one.group_id == other.group_id and one.why_group == "all speak for Peru"


def test_speakers_of_two_camps_are_two_groups(link, make_source):
    sources = [make_source("A minister", camp="Peru"), make_source("An admiral", camp="Norway")]
    one, other = link(("gazette", ("A minister",)), ("courier", ("An admiral",)), sources=sources)
    assert one.group_id != other.group_id


def test_unnamed_officials_are_one_group(link, make_source):
    kind = SourceKind.UNNAMED_OFFICIALS
    sources = [make_source("officials", kind), make_source("two officials", kind)]
    one, other = link(("gazette", ("officials",)), ("courier", ("two officials",)), sources=sources)
    assert one.group_id == other.group_id


def test_one_holder_met_in_two_origins_is_one_group(link):
    one, other = link(("gazette", ("A diver",)), ("courier", ("A diver",)))
    assert one.group_id == other.group_id


def test_one_source_under_two_names_is_one_group(make_document, make_deed, make_reading, make_source):
    documents = [make_document(name, "Norway did it.", publisher=name) for name in ("gazette", "courier")]
    claims = [
        make_deed(document, "Norway did it", voice, actor="Norway")
        for document, voice in zip(documents, ("Ann Roe", "the harbour master"), strict=True)
    ]
    joined = make_source("Ann Roe")
    reading = make_reading(documents, claims, sources=[joined])
    placements = {
        claim_id: replace(placement, source_ids=(*placement.source_ids[:-1], joined.id))
        for claim_id, placement in reading.placements.items()
    }
    one, other = link_evidence(replace(reading, placements=placements), HYPOTHESES, [bear(claim) for claim in claims])
    assert one.group_id == other.group_id


def test_authors_of_two_origins_are_two_groups(link):
    one, other = link(("gazette", ()), ("courier", ()))
    assert one.group_id != other.group_id


def test_publisher_of_two_origins_is_one_group(make_document, make_deed, make_reading):
    documents = [make_document(name, "Norway did it.", publisher="The Courier") for name in ("monday", "tuesday")]
    claims = [make_deed(document, "Norway did it", actor="Norway") for document in documents]
    links = link_evidence(make_reading(documents, claims), HYPOTHESES, [bear(claim) for claim in claims])
    assert len({one.group_id for one in links}) == 1


def test_same_claims_give_the_same_ids(link):
    sayings = (("gazette", ("A diver",)), ("courier", ("A baker",)))
    assert link(*sayings) == link(*sayings)


def test_stakes_stand_on_the_link_of_an_accused_speaker(link):
    (one,) = link(("gazette", ("the Norwegian government",), {"polarity": Polarity.DENY}))
    assert {s.hypothesis_id for s in one.stakes if s.interest is Interest.ACCUSED} == {"norway"}


def test_deed_of_an_older_event_is_a_precedent(link, make_event):
    then = make_event("then", focal=False, prior=True)
    claim_id = "gazette/0/A diver/responsible/Norway"
    (one,) = link(("gazette", ("A diver",)), events=[then], about={claim_id: then.id})
    assert one.kind is EvidenceKind.PRECEDENT


def test_a_link_tells_how_near_its_holder_was_and_why(link, make_source):
    sources = [make_source("The bureau", SourceKind.EXPERT_BODY)]
    (one,) = link(("gazette", ("The bureau",), {"modality": Modality.FINDING}), sources=sources)
    assert (one.access, one.why_access) == (Access.EXAMINED, "said to have examined it")
    assert one.examined > 0.5


def test_an_admission_of_another_camps_deed_is_an_accusation(link):
    (one,) = link(("gazette", ("the Peruvian government",), {"modality": Modality.ADMISSION}))
    assert one.kind is EvidenceKind.TESTIMONY


def test_a_link_knows_how_late_it_was_told(make_document, make_claim, make_reading):
    document = make_document("gazette", "Norway did it.")
    claim = make_claim(document, "Norway did it", "A diver", slot=Slot.RESPONSIBLE, value="Norway")
    reading = make_reading([document], [claim])
    (dated,) = link_evidence(reading, HYPOTHESES, [bear(claim)], known=Circumstances(days={document.id: 3.5}))
    (undated,) = link_evidence(reading, HYPOTHESES, [bear(claim)])
    assert (dated.days, undated.days) == (3.5, None)


def test_an_argument_known_beforehand_wins_over_the_words(make_document, make_claim, make_reading):
    document = make_document("gazette", "Norway did it.")
    claim = make_claim(document, "Norway did it", "A diver", slot=Slot.RESPONSIBLE, value="Norway")
    known = Circumstances(argued={bear(claim).id: Argument(kind=EvidenceKind.IMAGE)})
    (one,) = link_evidence(make_reading([document], [claim]), HYPOTHESES, [bear(claim)], known=known)
    assert one.kind is EvidenceKind.IMAGE


def scope(claim, kind, *, absence=None, polarity=Polarity.ASSERT, about="norway"):
    return ScopedArgument(
        claim_id=claim.id, hypothesis_id=about, polarity=polarity, argument=Argument(kind=kind, absence=absence)
    )


@pytest.fixture
def told(make_document, make_claim, make_reading):
    """A report in which one voice says that Norway did it and then argues, with what is read from it."""
    document = make_document("gazette", "Norway did it.", "It had a motive.", "It had the divers.")
    claims = [
        make_claim(document, "Norway did it", "A diver", slot=Slot.RESPONSIBLE, value="Norway"),
        make_claim(document, "It had a motive", "A diver"),
        make_claim(document, "It had the divers", "A diver"),
    ]
    return claims, make_reading([document], claims)


def test_argument_tied_by_its_place_is_shown_and_not_weighed(told):
    (did, motive, _), reading = told
    said, argued = link_evidence(reading, HYPOTHESES, [bear(did)], [scope(motive, EvidenceKind.MOTIVE)])
    assert said.weighed and not argued.weighed
    assert (argued.kind, argued.direction, argued.claim_ids) == (EvidenceKind.MOTIVE, Direction.FOR, (motive.id,))


def test_arguments_of_one_voice_and_kind_are_one_piece(told):
    (_, motive, divers), reading = told
    (one,) = link_evidence(
        reading, HYPOTHESES, [], [scope(motive, EvidenceKind.MEANS), scope(divers, EvidenceKind.MEANS)]
    )
    assert one.claim_ids == (motive.id, divers.id)


def test_three_kinds_of_absence_are_three_pieces(told):
    claims, reading = told
    scoped = [
        scope(claim, EvidenceKind.ABSENCE, absence=absence, polarity=Polarity.DENY)
        for claim, absence in zip(claims, AbsenceKind, strict=True)
    ]
    assert {one.absence for one in link_evidence(reading, HYPOTHESES, [], scoped)} == set(AbsenceKind)


def test_what_nobody_looked_for_is_not_weighed(make_document, make_claim, make_reading):
    text = "Nobody examined the wreck, and there is no evidence against Norway"
    claim = make_claim(make_document("gazette", f"{text}."), text)
    (one,) = link_evidence(make_reading([make_document("gazette", f"{text}.")], [claim]), HYPOTHESES, [bear(claim)])
    assert (one.kind, one.absence, one.weighed) == (EvidenceKind.ABSENCE, AbsenceKind.NOT_LOOKED, False)
