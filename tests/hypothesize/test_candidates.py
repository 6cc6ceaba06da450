"""Candidates: the explanations somebody names, clustered under all their names."""

import pytest

from rashomon.hypothesize.actors import identify_actor
from rashomon.hypothesize.answering import answer_in
from rashomon.hypothesize.candidates import MOST_HYPOTHESES, gather_candidates, label_of
from rashomon.hypothesize.mechanisms import GENUINE, MEANT_BY_OWN, NOBODYS_DEED, OWN_FIRE
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, QuestionKind, Slot, SourceKind

CAUSE = "What caused the collapse of the bridge?"


@pytest.fixture
def gather(make_document, make_deed, make_reading):
    """Candidates of deeds given as (actor, changes), each said by a speaker of its own."""

    def gather(*deeds, question=None):
        document = make_document("gazette", "It was so.")
        claims = [
            make_deed(document, "It was so", f"Speaker {number}", actor=actor, **changes)
            for number, (actor, changes) in enumerate(deeds)
        ]
        return gather_candidates(make_reading([document], claims, question))

    return gather


@pytest.fixture
def answer(make_document, make_deed, make_reading):
    """Whether a deed answers the question who destroyed the bridge (in Peru, where asked so)."""

    def answer(question=None, **changes):
        document = make_document("gazette", "The smugglers did it in Chile.")
        claim = make_deed(
            document, "The smugglers did it in Chile", "A fisherman", **{"actor": "The smugglers"} | changes
        )
        return answer_in(make_reading([document], [claim], question), claim)[0] is not None

    return answer


def cause(phrase):
    return phrase, {"slot": Slot.CAUSE, "predicate": "", "target": ""}


def labels(candidates):
    return [label_of(candidate) for candidate in candidates]


def test_names_of_one_state_are_one_candidate(gather):
    candidates = gather(("Norway", {}), ("the Norwegian navy", {}), ("Oslo", {}))
    assert labels(candidates) == ["Norway"] and len(candidates[0].claim_ids) == 3


def test_gangsters_of_a_state_are_not_the_state(gather):
    assert len(gather(("Norway", {}), ("Norwegian gangsters", {}))) == 2


def test_surname_joins_the_full_name(gather):
    candidates = gather(("Ottoline", {}), ("Brisa Ottoline", {}), ("Brisa", {}))
    assert len(candidates) == 1


def test_parts_of_a_name_met_before_the_full_one_are_one_candidate(gather):
    assert len(gather(("Brisa", {}), ("Ottoline", {}), ("Brisa Ottoline", {}))) == 1


def test_candidate_with_most_holders_comes_first(gather):
    assert labels(gather(("Norway", {}), ("smugglers", {}), ("the smugglers", {})))[1] == "Norway"


def test_no_more_candidates_than_a_reader_can_hold(gather):
    names = ["Norway", "Peru", "Chile", "Kenya", "Ghana", "Fiji", "Malta", "Nepal", "Oman", "Togo"]
    assert len(gather(*((name, {}) for name in names))) == MOST_HYPOTHESES


def test_phrase_that_names_nobody_is_no_candidate(gather):
    assert gather(("they", {}), ("someone", {}), ("the attackers", {})) == ()


def test_no_claims_make_no_candidates(gather):
    assert gather() == ()


def test_denied_actor_is_a_candidate_too(gather):
    assert labels(gather(("Norway", {"polarity": Polarity.DENY}))) == ["Norway"]


def test_mechanism_only_denied_is_no_candidate(gather):
    phrase, slots = cause("a gas leak")
    assert gather((phrase, slots | {"polarity": Polarity.DENY})) == ()


def test_mechanism_nobody_commits_to_is_no_candidate(gather):
    phrase, slots = cause("a gas leak")
    assert gather((phrase, slots | {"certainty": Certainty.NONE})) == ()


def test_question_of_who_merges_all_that_nobody_meant(gather):
    candidates = gather(("smugglers", {}), cause("a gas leak"), cause("metal fatigue"), cause("lightning"))
    assert sorted(c.cause for c in candidates) == ["", NOBODYS_DEED]


def test_question_of_cause_keeps_causes_apart(gather, make_question):
    question = make_question(CAUSE, QuestionKind.CAUSE)
    candidates = gather(cause("a gas leak"), cause("metal fatigue"), cause("corrosion"), question=question)
    assert [(c.cause, len(c.claim_ids)) for c in candidates] == [
        ("a mechanical or structural failure", 2),
        ("gas or fuel", 1),
    ]


def test_question_of_cause_takes_any_thing_said_to_have_done_it(gather, make_question):
    (candidate,) = gather(cause("a cloud of flour"), question=make_question(CAUSE, QuestionKind.CAUSE))
    assert label_of(candidate) == "Cloud"


def test_deliberate_device_is_a_cause_where_causes_are_asked_for(gather, make_question):
    (candidate,) = gather(cause("a bomb"), question=make_question(CAUSE, QuestionKind.CAUSE))
    assert candidate.cause == "a bomb"


def test_deliberate_device_is_no_rival_of_persons(gather):
    assert labels(gather(("smugglers", {}), cause("a bomb"))) == ["smugglers"]


def test_thing_asked_about_is_no_cause_of_itself(gather, make_question):
    assert gather(cause("the bridge"), question=make_question(CAUSE, QuestionKind.CAUSE)) == ()


def test_deed_asked_about_is_no_cause_of_itself(gather, make_question):
    question = make_question("What caused the explosion?", QuestionKind.CAUSE)
    assert gather(cause("the explosion"), question=question) == ()


def test_actor_that_the_question_names_is_an_answer_only_where_somebody_accuses_him(gather, make_question):
    question = make_question("Who destroyed the bridge of the smugglers?")
    loosely = {"predicate": "belong", "target": "the bridge"}
    assert gather(("smugglers", loosely), question=question) == ()
    assert labels(gather(("smugglers", {}), question=question)) == ["smugglers"]


def test_verb_of_the_question_answers_it(answer):
    assert answer(predicate="demolish", target="it")


def test_verb_of_another_deed_does_not_answer(answer):
    assert not answer(predicate="poison", target="her well")


@pytest.mark.parametrize(("verb", "target"), [("poison", "the well"), ("take", "the letters")])
def test_article_alone_does_not_make_an_object_the_thing_asked_about(answer, verb, target):
    assert not answer(predicate=verb, target=target)


def test_verb_of_another_deed_answers_where_its_object_is_asked_about(answer):
    assert answer(predicate="poison", target="the bridge")


def test_verb_of_many_uses_does_not_answer_with_another_object(answer):
    assert not answer(predicate="take", target="her letters")


@pytest.mark.parametrize("target", ["the bridge", "it", "charges for the blast"])
def test_verb_of_many_uses_answers_with_the_deed_as_its_object(answer, target):
    assert answer(predicate="set", target=target)


def test_deed_done_in_another_state_is_no_answer(answer, make_question):
    question = make_question("Who destroyed the bridge in Peru?")
    assert not answer(question, mentions={"Chile": MentionRole.PLACE})


def test_deed_done_in_the_state_asked_about_is_an_answer(answer, make_question):
    question = make_question("Who destroyed the bridge in Chile?")
    assert answer(question, mentions={"Chile": MentionRole.PLACE})


def test_deed_done_to_another_state_is_no_answer(answer, make_question):
    assert not answer(make_question("Who destroyed the bridge in Peru?"), target="the harbours of Chile")


@pytest.mark.parametrize("kind", [SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.UNKNOWN])
def test_outlet_that_speaks_of_itself_is_no_suspect(make_document, make_deed, make_source, make_reading, kind):
    document = make_document("gazette", "We broke the story.", publisher="The Harbour Gazette")
    claim = make_deed(document, "We broke the story", actor="The Harbour Gazette")
    sources = [make_source("The Harbour Gazette", kind)]
    assert answer_in(make_reading([document], [claim], sources=sources), claim) == (None, "")


def test_armed_group_that_publishes_its_own_claim_is_a_suspect(make_document, make_deed, make_source, make_reading):
    document = make_document("leaflet", "We destroyed the bridge.", publisher="Red Heron")
    claim = make_deed(document, "We destroyed the bridge", actor="Red Heron")
    sources = [make_source("Red Heron", SourceKind.ARMED_GROUP)]
    actor, _ = answer_in(make_reading([document], [claim], sources=sources), claim)
    assert actor.words == {"red", "heron"}


def test_deed_of_another_event_is_no_answer(make_document, make_deed, make_event, make_question, make_reading):
    document = make_document("gazette", "Norway destroyed the mill.")
    claim = make_deed(document, "Norway destroyed the mill", "A fisherman", actor="Norway")
    reading = make_reading(
        [document], [claim], make_question(event_id="evt now"), about={claim.id: "evt then"}, events=[make_event("now")]
    )
    assert answer_in(reading, claim) == (None, "")


def test_state_is_labelled_by_its_name_and_a_person_by_the_commonest(gather):
    found = labels(gather(("Oslo", {}), ("Ottoline", {}), ("Brisa Ottoline", {}), ("Brisa Ottoline", {})))
    assert set(found) == {"Norway", "Brisa Ottoline"}


def test_whoever_is_said_to_have_a_motive_is_a_suspect(make_document, make_claim, make_reading):
    document = make_document("gazette", "Norway has every reason to sink the bridge.")
    claim = make_claim(
        document, "Norway has every reason to sink the bridge", "A baker", mentions={"Norway": MentionRole.AGENT}
    )
    assert labels(gather_candidates(make_reading([document], [claim]))) == ["Norway"]


def test_whoever_has_no_motive_is_no_suspect(make_document, make_claim, make_reading):
    document = make_document("gazette", "Norway has no reason to sink the bridge.")
    claim = make_claim(
        document, "Norway has no reason to sink the bridge", "A baker", mentions={"Norway": MentionRole.AGENT}
    )
    assert gather_candidates(make_reading([document], [claim])) == ()


@pytest.mark.parametrize(("polarity", "camp"), [(Polarity.ASSERT, "Peru"), (Polarity.DENY, "Norway")])
def test_blows_of_an_enemy_are_laid_to_the_other_side(
    polarity, camp, make_document, make_claim, make_source, make_reading
):
    document = make_document("gazette", "Norway and Peru quarrel.", "Repeated strikes destroyed it.")
    claims = [
        make_claim(document, "Norway and Peru quarrel", mentions=dict.fromkeys(("Norway", "Peru"), MentionRole.AGENT)),
        make_claim(
            document, "Repeated strikes destroyed it", "A mayor", slot=Slot.CAUSE, value="repeated strikes",
            predicate="destroy", polarity=polarity,
        ),
    ]  # fmt: skip
    reading = make_reading([document], claims, sources=[make_source("A mayor", camp="Norway")])
    assert answer_in(reading, claims[1])[0].camp == camp


@pytest.mark.parametrize(("voices", "expected"), [((), []), (("A porter",), ["Suitcase"])])
def test_thing_a_paper_tells_of_in_passing_is_no_cause(
    voices, expected, make_document, make_claim, make_reading, make_question
):
    document = make_document("gazette", "A suitcase wrecked it.")
    claim = make_claim(
        document, "A suitcase wrecked it", *voices, slot=Slot.CAUSE, value="a suitcase", predicate="wreck"
    )
    reading = make_reading([document], [claim], make_question(CAUSE, kind=QuestionKind.CAUSE))
    assert labels(gather_candidates(reading)) == expected


def test_what_somebody_asks_for_himself_names_no_suspect(gather):
    asked = {"modality": Modality.QUESTION, "certainty": Certainty.NONE}
    assert "Speaker 0" not in labels(gather(("Speaker 0", asked), ("the smugglers", {})))


def test_people_of_a_land_meet_the_land_that_no_table_knows(gather):
    assert len(gather(("Harvia", {}), ("the Harvian navy", {}))) == 1


def test_rebels_are_the_one_movement_somebody_calls_rebels(gather):
    (candidate,) = gather(("rebels of the Tarn Brotherhood", {}), ("the insurgents", {}))
    assert len(candidate.claim_ids) == 2


def test_rebels_stay_apart_where_two_movements_are_called_so(gather):
    assert len(gather(("rebels of Tarn", {}), ("rebels of Lorn", {}), ("the insurgents", {}))) == 3


def test_common_noun_is_a_suspect_where_one_speaker_accuses_it_outright(gather):
    assert labels(gather(("the gardener", {}))) == ["the gardener"]


def test_common_noun_that_one_speaker_names_loosely_is_none(gather):
    assert gather(("the gardener", {"predicate": "belong", "target": "the bridge"})) == ()


def test_common_noun_of_two_speakers_is_a_suspect(gather):
    assert labels(gather(("the gardener", {}), ("the gardener", {}))) == ["the gardener"]


@pytest.fixture
def gather_from(make_document, make_reading):
    """Candidates of texts in which nobody claims anything."""

    def gather_from(*texts, question=None):
        documents = [make_document(f"gazette {number}", text) for number, text in enumerate(texts)]
        return gather_candidates(make_reading(documents, [], question), documents)

    return gather_from


def test_state_that_a_report_only_suspects_is_taken_up_while_rivals_are_few(gather_from):
    assert labels(gather_from("Some suspect Norway of wrecking the bridge.")) == ["Norway"]


def test_mechanisms_spoken_of_in_several_reports_are_taken_up_where_the_cause_is_asked_for(gather_from, make_question):
    texts = ["The bridge shook in the storm.", "A storm blew over the bridge.", "After the storm the bridge was gone."]
    found = gather_from(*texts, question=make_question(CAUSE, QuestionKind.CAUSE))
    assert [candidate.cause for candidate in found] == ["weather or nature"]


def test_insider_is_a_suspect_in_what_reports_ask(gather_from):
    found = gather_from("An insider could have wrecked the bridge.", "Was it an insider who knew the bridge?")
    assert [candidate.actor.words for candidate in found] == [{"insider"}]


def test_members_of_a_body_are_the_body(gather):
    assert labels(gather(("representatives of a unit of the Norwegian Navy", {}))) == ["Norway"]
    assert len(gather(("Harbour Bureau", {}), ("officers of the Harbour Bureau", {}))) == 1


def test_thieves_are_suspects_in_what_reports_ask(gather_from, make_question):
    texts = ["Ordinary thieves could have broken the safe.", "Was it thieves who broke the safe?"]
    (found,) = gather_from(*texts, question=make_question("Who broke into the safe?"))
    assert found.actor.kind == "criminal"


def test_accident_is_own_sides_fire_where_reports_speak_of_that(gather_from, make_question):
    texts = ["It was friendly fire, a tragic accident.", "He fell to friendly fire, by accident."]
    found = gather_from(*texts, question=make_question("Who killed the lieutenant?"))
    assert [candidate.cause for candidate in found] == [OWN_FIRE]
    assert found[0].means(None, NOBODYS_DEED)


def test_deed_on_purpose_is_a_rival_of_own_sides_fire_only(gather_from, make_question):
    question = make_question("Who killed the lieutenant?")
    meant = ["He was killed on purpose.", "Somebody killed him on purpose."]
    assert gather_from(*meant, question=question) == ()
    found = gather_from(*(f"{text} Others say friendly fire." for text in meant), question=question)
    assert {candidate.cause for candidate in found} == {OWN_FIRE, MEANT_BY_OWN}


def test_author_that_a_letter_names_wrote_it_where_it_is_genuine(make_document, make_deed, make_reading, make_question):
    document = make_document("gazette", "Brown wrote it.")
    claim = make_deed(document, "Brown wrote it", "A cook", actor="Brown", predicate="write", target="it")
    reading = make_reading([document], [claim], make_question("Who wrote the Brown letter?"))
    assert [candidate.cause for candidate in gather_candidates(reading)] == [GENUINE]


def test_mechanism_that_several_rule_out_is_a_candidate(gather):
    phrase, slots = cause("a gas leak")
    denied = (phrase, slots | {"polarity": Polarity.DENY})
    assert [candidate.cause for candidate in gather(denied, denied)] == [NOBODYS_DEED]


def test_no_accident_that_names_no_accident(make_document, make_deed, make_reading):
    document = make_document("gazette", "It is no accident that they come now.")
    phrase, slots = cause("accident")
    claim = make_deed(document, "It is no accident that they come now", "A cook", actor=phrase, **slots)
    assert answer_in(make_reading([document], [claim]), claim) == (None, "")


def test_weather_told_of_in_passing_is_no_answer_to_who(gather):
    phrase, slots = cause("the weather")
    assert gather((phrase, slots | {"predicate": "weather"})) == ()
    assert gather((phrase, slots | {"predicate": "blame"}))


def test_thing_of_one_speaker_is_no_rival_of_causes_of_known_kinds(gather, make_question):
    question = make_question(CAUSE, QuestionKind.CAUSE)
    assert labels(gather(cause("a gas leak"), cause("lightning"), cause("my mind"), question=question)) == [
        "Gas or fuel",
        "Weather or nature",
    ]


def test_rebels_that_joined_a_movement_go_on_meaning_it(gather):
    (candidate,) = gather(("rebels of the Tarn Brotherhood", {}), ("the insurgents", {}))
    assert candidate.means(identify_actor("the insurgents"), "")


def test_short_name_is_labelled_by_the_full_one(make_document, make_deed, make_reading):
    document = make_document("gazette", "The Tarn Home Movement met.", "The Movement did it.")
    claim = make_deed(document, "The Movement did it", "A cook", actor="Movement")
    assert labels(gather_candidates(make_reading([document], [claim]))) == ["Tarn Home Movement"]


def test_leaders_army_is_his_states(make_document, make_deed, make_reading):
    document = make_document("gazette", "Norwegian leader Olav Brekke spoke.", "Brekke's army did it.")
    claim = make_deed(document, "Brekke's army did it", "A cook", actor="Brekke's army")
    assert labels(gather_candidates(make_reading([document], [claim]))) == ["Norway"]
