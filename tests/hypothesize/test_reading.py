"""Reading: who acts for whom as the texts say, and whom a phrase means in a speaker's mouth."""

import pytest

from rashomon.hypothesize.reading import find_affiliations
from rashomon.model.claim import ClaimRelation
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import DriftKind, MentionRole, RelationKind


@pytest.fixture
def affiliations(make_document):
    return lambda *sentences: find_affiliations([make_document("gazette", *sentences)])


@pytest.fixture
def meant(make_document, make_claim, make_source, make_reading, make_question):
    """The camp (or the words) a phrase means when a speaker of a camp says it, in a quarrel of Norway and Peru."""

    def meant(
        phrase, camp="", *, question="Who destroyed the bridge?", voice="A speaker", text="Norway and Peru quarrel."
    ):
        document = make_document("gazette", text, "It was so.")
        claims = [
            make_claim(
                document,
                text.rstrip("."),
                mentions={name: MentionRole.AGENT for name in ("Norway", "Peru") if name in text},
            ),
            make_claim(document, "It was so", voice),
        ]
        reading = make_reading(
            [document], claims, make_question(question), sources=[make_source(voice, camp=camp)]
        )  # fmt: skip
        actor = reading.actor_in(phrase, claims[1])
        return actor and (actor.camp or actor.words)

    return meant


def test_demonym_and_office_say_whose_a_person_is(affiliations):
    assert affiliations("The Peruvian foreign minister Ottoline spoke.") == {"ottoline": "Peru"}


def test_full_name_is_kept_under_the_surname(affiliations):
    assert affiliations("The Peruvian foreign minister Brisa Ottoline spoke.")["ottoline"] == "Peru"


def test_office_holder_belongs_to_the_state_named_beside_him(affiliations):
    assert affiliations("President Ottoline said Peru was calm.") == {"ottoline": "Peru"}


def test_state_said_outright_beats_the_state_named_beside(affiliations):
    found = affiliations(
        "President Ottoline spoke of Norway.", "President Ottoline left Norway.", "Peruvian President Ottoline slept."
    )
    assert found["ottoline"] == "Peru"


def test_person_without_an_office_belongs_to_nobody(affiliations):
    assert affiliations("Ottoline sells fish in Peru.") == {}


def test_no_text_affiliates_nobody():
    assert find_affiliations([]) == {}


def test_our_own_means_the_speakers_camp(meant):
    assert meant("our own divers", "Peru") == "Peru"
    assert meant("our own divers", "Norway") == "Norway"


def test_the_enemy_means_the_other_camp(meant):
    assert meant("the enemy", "Peru") == "Norway"
    assert meant("the enemy", "Norway") == "Peru"


def test_the_enemy_of_a_speaker_of_no_camp_is_nobody(meant):
    assert meant("the enemy") is None


def test_authorities_are_those_of_the_one_state_asked_about(meant):
    assert meant("the authorities", question="Who destroyed the bridge in Kenya?") == "Kenya"


def test_authorities_are_nobody_where_no_state_is_asked_about(meant):
    assert meant("the authorities") is None


def test_person_means_the_state_he_acts_for(meant):
    assert meant("Ottoline", text="Peruvian President Ottoline slept.") == "Peru"


def test_person_nobody_places_means_himself(meant):
    assert meant("Ottoline") == {"ottoline"}


def test_speakers_own_name_means_his_camp(meant):
    assert meant("A speaker", "Peru") == "Peru"


@pytest.mark.parametrize(
    ("voice", "camp"), [("the Norwegian government", "Norway"), ("Prime Minister Ottoline", "Peru"), ("A baker", "")]
)
def test_camp_of_a_holder_is_read_from_its_name_or_the_texts(make_document, make_claim, make_reading, voice, camp):
    document = make_document("gazette", "Peruvian Prime Minister Ottoline slept.", "It was so.")
    claim = make_claim(document, "It was so", voice)
    assert make_reading([document], [claim]).camp_of_holder(claim) == camp


def test_camp_of_a_source_comes_before_its_name(make_document, make_claim, make_source, make_reading):
    document = make_document("gazette", "It was so.")
    claim = make_claim(document, "It was so", "The Peru Institute")
    reading = make_reading([document], [claim], sources=[make_source("The Peru Institute", camp="Norway")])
    assert reading.camp_of_holder(claim) == "Norway"


def test_context_of_a_claim_is_its_sentence(make_document, make_claim, make_reading):
    document = make_document("gazette", "Rain fell.", "It was so, said all.")
    claim = make_claim(document, "It was so")
    assert make_reading([document], [claim]).context_of(claim) == "It was so, said all."


def test_claim_of_no_event_is_on_the_event_asked_about(make_document, make_claim, make_question, make_reading):
    document = make_document("gazette", "It was so.")
    claim = make_claim(document, "It was so")
    assert make_reading([document], [claim], make_question(event_id="evt now")).on_event(claim)


def test_claim_of_another_event_is_not_on_the_event_asked_about(make_document, make_claim, make_question, make_reading):
    document = make_document("gazette", "It was so.")
    claim = make_claim(document, "It was so")
    about = {claim.id: "evt then"}
    assert not make_reading([document], [claim], make_question(event_id="evt now"), about=about).on_event(claim)


@pytest.mark.parametrize(("change", "earlier"), [(DriftKind.EVENT_MOVED, True), (DriftKind.HEDGE_LOST, False)])
def test_a_claim_moved_from_another_event_is_on_that_one(make_document, make_claim, make_reading, change, earlier):
    document = make_document("gazette", "It was so.", "So it was.")
    claims = [make_claim(document, "It was so"), make_claim(document, "So it was")]
    drift = ClaimRelation(
        id="rel",
        kind=RelationKind.DRIFT,
        from_id=claims[1].id,
        to_id=claims[0].id,
        why="",
        made=Made(recipe="test@1"),
        changes=(change,),
    )
    reading = make_reading([document], claims, relations=[drift])
    assert [reading.on_prior_event(claim) for claim in claims] == [False, earlier]


def test_states_of_the_question_are_no_things_asked_about(make_question, make_reading):
    reading = make_reading([], [], make_question("Who destroyed the bridge in Peru?"))
    assert reading.asked_states == {"Peru"}
    assert "bridge" in reading.asked_things and "peru" not in reading.asked_things


def test_half_of_a_country_is_the_one_state_so_called(meant):
    assert meant("the North", text="North Korea and Japan quarrel.") == "North Korea"


def test_half_is_nobody_where_two_states_could_be_meant(meant):
    assert meant("the South", text="South Korea and South Sudan quarrel.") != "South Korea"


def test_role_means_the_one_person_named_by_it(meant):
    assert "ottoline" in meant("the guard", text="The guard Brisa Ottoline slept.")


def test_role_means_itself_where_two_are_named_by_it(meant):
    assert meant("the guard", text="The guard Brisa Ottoline met the guard Odo Marsh.") == frozenset({"guard"})


def test_installed_mayor_speaks_for_whoever_installed_him(meant):
    assert meant("our own", voice="the Oslo-installed mayor") == "Norway"


def test_own_side_of_a_voice_nobody_places_is_its_own(meant):
    assert meant("our own people", voice="a baker") == frozenset({"own"})
