"""Vocabulary: the names of an explanation, and the words said only of it."""

import pytest

from rashomon.hypothesize.candidates import gather_candidates, label_of
from rashomon.hypothesize.vocabulary import Vocabulary, is_answerable, learn_vocabulary, words_of
from rashomon.model.vocabulary import Slot


@pytest.fixture
def learn(make_document, make_deed, make_reading):
    """The vocabulary of sentences given as (sentence, actor)."""

    def learn(*said):
        document = make_document("gazette", *(f"{sentence}." for sentence, _ in said))
        claims = [
            make_deed(document, sentence, f"Speaker {number}", actor=actor)
            for number, (sentence, actor) in enumerate(said)
        ]
        reading = make_reading([document], claims)
        candidates = {label_of(c): c for c in gather_candidates(reading)}
        answers = {claim_id: name for name, c in candidates.items() for claim_id in c.claim_ids}
        return learn_vocabulary(reading, candidates, answers)

    return learn


def test_words_of_a_text_are_its_content_words_in_base_form():
    assert words_of("The divers' limpets were found on the fish-boats") == {
        "diver",
        "limpet",
        "fish-boat",
        "fish",
        "boat",
    }


def test_topic_is_a_word_said_of_one_explanation_only(learn):
    vocabulary = learn(("Norway used limpets", "Norway"), ("Smugglers used dynamite", "smugglers"))
    assert vocabulary.spoken_of_in(frozenset({"limpet"})) == "Norway"


def test_word_said_of_two_explanations_is_no_topic(learn):
    vocabulary = learn(("Norway used limpets", "Norway"), ("Smugglers used limpets", "smugglers"))
    assert vocabulary.spoken_of_in(frozenset({"limpet"})) is None


def test_words_of_the_question_are_no_topic(learn):
    vocabulary = learn(("Norway broke the bridge", "Norway"), ("Smugglers slept", "smugglers"))
    assert "bridge" not in vocabulary.topics["Norway"]


def test_state_is_found_by_mentions_and_not_by_words(learn):
    assert learn(("Norway used limpets", "Norway")).names["Norway"] == frozenset()


def test_group_is_found_by_the_words_of_its_name(learn):
    assert learn(("The smugglers used dynamite", "the smugglers")).names["the smugglers"] == {"smuggler"}


def test_explanation_with_more_words_in_a_text_comes_first():
    vocabulary = Vocabulary(names={"a": frozenset({"red"}), "b": frozenset({"red", "heron"})}, topics={})
    assert vocabulary.named_in(frozenset({"red", "heron", "flew"})) == ["b", "a"]


def test_tie_of_topics_speaks_of_nobody():
    vocabulary = Vocabulary(names={}, topics={"a": frozenset({"limpet"}), "b": frozenset({"dynamite"})})
    assert vocabulary.spoken_of_in(frozenset({"limpet", "dynamite"})) is None


def test_most_topics_win():
    vocabulary = Vocabulary(names={}, topics={"a": frozenset({"limpet", "tide"}), "b": frozenset({"dynamite"})})
    assert vocabulary.spoken_of_in(frozenset({"limpet", "tide", "dynamite"})) == "a"


def test_no_explanations_have_no_vocabulary(learn):
    vocabulary = learn()
    assert vocabulary.named_in(frozenset({"x"})) == [] and vocabulary.spoken_of_in(frozenset({"x"})) is None


@pytest.mark.parametrize("slot", list(Slot))
def test_only_a_bare_number_answers_nothing(make_document, make_claim, slot):
    claim = make_claim(make_document("gazette", "It was so."), "It was so", slot=slot, value="x")
    assert is_answerable(claim) is (slot is not Slot.COUNT)
