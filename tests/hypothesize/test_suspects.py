"""Who is no suspect though reports name him beside the deed."""

import pytest

from rashomon.hypothesize.actors import identify_actor
from rashomon.hypothesize.candidates import gather_candidates, label_of
from rashomon.hypothesize.media import names_medium
from rashomon.hypothesize.suspects import is_named_for_its_work, is_saying
from rashomon.model.vocabulary import Modality, Polarity


@pytest.mark.parametrize("phrase", ["Northern News Agency", "a satellite channel", "The Harbour Gazette"])
def test_medium_is_told_by_its_last_word(phrase):
    assert names_medium(phrase) and is_named_for_its_work(identify_actor(phrase))


@pytest.mark.parametrize("phrase", ["Special Commission", "General Staff", "Harbour Inquiry"])
def test_inquiry_and_office_are_named_for_their_work(phrase):
    assert is_named_for_its_work(identify_actor(phrase))


@pytest.mark.parametrize("phrase", ["Red Heron", "the Norwegian navy", "the smugglers"])
def test_name_of_its_own_may_be_a_suspects(phrase):
    assert not is_named_for_its_work(identify_actor(phrase))


def test_what_somebody_said_could_do_no_deed():
    assert is_saying("the Bureau's announcement") and not is_saying("the Bureau's divers")


@pytest.fixture
def suspects(make_document, make_deed, make_reading, make_question):
    """Labels of the suspects of deeds given as (speaker, actor, changes)."""

    def suspects(*deeds, question="Who destroyed the bridge?"):
        document = make_document("gazette", "It was so.")
        claims = [make_deed(document, "It was so", who, actor=actor, **changes) for who, actor, changes in deeds]
        return [label_of(c) for c in gather_candidates(make_reading([document], claims, make_question(question)))]

    return suspects


def test_office_that_denies_for_itself_is_no_suspect(suspects):
    denial = {"polarity": Polarity.DENY, "modality": Modality.DENIAL}
    assert suspects(("General Staff", "General Staff", denial), ("A cook", "Norway", {})) == ["Norway"]


def test_office_that_another_accuses_is_a_suspect(suspects):
    assert suspects(("A cook", "General Staff", {"predicate": "accuse"})) == ["General Staff"]


def test_person_who_denies_for_himself_is_a_suspect(suspects):
    denial = {"polarity": Polarity.DENY, "modality": Modality.DENIAL}
    assert suspects(("Ann Brown", "Ann Brown", denial)) == ["Ann Brown"]


def test_spokesman_who_denies_for_several_is_none(make_document, make_deed, make_reading, make_question):
    document = make_document("gazette", "We did not do it.")
    claim = make_deed(
        document, "We did not do it", "Ann Brown", actor="Ann Brown", polarity=Polarity.DENY, modality=Modality.DENIAL
    )
    assert gather_candidates(make_reading([document], [claim], make_question("Who destroyed the bridge?"))) == ()


def test_person_who_says_what_else_he_did_not_do_is_none(suspects):
    assert suspects(("Ann Brown", "Ann Brown", {"polarity": Polarity.DENY})) == []


def test_victims_in_the_questions_words_are_no_suspects(suspects):
    asked = "Who shot the Norwegian sailors?"
    assert suspects(("A cook", "Norwegian sailors", {"predicate": "shoot"}), question=asked) == []


def test_channel_that_reads_out_a_claim_speaks_for_whoever_sent_it(suspects):
    owning_up = {"modality": Modality.CLAIM_OF_RESPONSIBILITY}
    assert suspects(("a satellite channel", "a satellite channel", owning_up)) == ["the group that claimed it"]
