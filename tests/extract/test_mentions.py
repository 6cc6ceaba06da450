"""Mentions: actors named in a stretch, and the person a pronoun stands for."""

import pytest

from rashomon.extract.mentions import find_mentions, resolve_pronoun


@pytest.fixture
def mention(parse):
    """The mentions of a text as {words: (label, role)}; offsets are checked on the way."""

    def mention(text):
        parsed = parse(text)
        found = find_mentions(parsed, 0, len(parsed.tokens))
        assert all(text[m.start : m.end] == m.text for m in found)
        return {m.text: (m.label, str(m.role)) for m in found}

    return mention


@pytest.fixture
def resolve(parse):
    """Whom the last of some pronouns in a text stands for."""

    def resolve(text, **speaker):
        parsed = parse(text)
        index = max(t.index for t in parsed.tokens if t.text.lower() in {"he", "she", "they", "him", "them"})
        return resolve_pronoun(parsed, index, **speaker)

    return resolve


def test_subject_is_the_agent_and_object_the_target(mention):
    found = mention("Norway accused Peru of sabotage.")
    assert found["Norway"] == ("state", "agent") and found["Peru"] == ("state", "target")


def test_state_after_a_preposition_of_place_is_a_place(mention):
    assert mention("Brisa Ottoline slept in Norway.")["Norway"] == ("state", "place")


def test_name_is_taken_whole(mention):
    assert mention("The smugglers met Brisa Ottoline.")["Brisa Ottoline"] == ("name", "target")


def test_name_with_of_is_taken_whole(mention):
    assert "University of Oslo" in mention("The University of Oslo spoke.")


def test_common_noun_is_mentioned_as_a_noun(mention):
    assert mention("The smugglers slept.") == {"smugglers": ("noun", "agent")}


def test_day_is_no_mention(mention):
    assert "Monday" not in mention("Brisa Ottoline slept on Monday.")


def test_passive_subject_is_the_target(mention):
    assert mention("The bridge was destroyed.")["bridge"] == ("noun", "target")


def test_passive_agent_is_the_agent(mention):
    assert mention("The bridge was destroyed by Norway.")["Norway"] == ("state", "agent")


def test_sentence_without_nouns_has_no_mention(mention):
    assert mention("Nothing happened.") == {}


def test_mentions_of_a_stretch_lie_within_it(parse):
    parsed = parse("Norway slept. Peru woke.")
    sentence = parsed.sentences[1]
    assert [m.text for m in find_mentions(parsed, sentence.first, sentence.last)] == ["Peru"]


def test_singular_pronoun_stands_for_the_person_before_it(resolve):
    assert resolve("Brisa Ottoline left early. She slept at home.") == "Brisa Ottoline"


def test_nearest_of_two_persons_is_meant(resolve):
    assert resolve("Brisa Ottoline met Ana Delmar. She smiled.") == "Ana Delmar"


@pytest.mark.parametrize("text", ["The valve was rusty. He slept.", "Norway was calm. He slept.", "He slept."])
def test_singular_pronoun_without_a_person_before_it_stands_for_nobody(resolve, text):
    assert resolve(text) is None


def test_one_person_named_by_a_common_noun_is_meant(resolve):
    assert resolve("The fisherman was tired. He slept.") == "fisherman"


@pytest.mark.parametrize("speaker", ["Counsel for Brisa Ottoline", "a lawyer for Brisa Ottoline"])
def test_speaker_for_a_client_means_the_client(resolve, speaker):
    assert resolve("He slept.", speaker=speaker) == "Brisa Ottoline"


def test_person_in_the_text_comes_before_the_client(resolve):
    assert resolve("Ana Delmar spoke. She slept.", speaker="Counsel for Brisa Ottoline") == "Ana Delmar"


def test_plural_pronoun_stands_for_actors_of_its_own_sentence(resolve):
    assert resolve("The smugglers came at night and they left at dawn.") == "smugglers"


def test_plural_pronoun_does_not_look_into_the_sentence_before(resolve):
    assert resolve("The smugglers left. They slept.") is None


def test_plural_pronoun_does_not_stand_for_things(resolve):
    assert resolve("The boats sank because they were old.") is None


def test_pronoun_stands_for_nobody_after_a_place(resolve):
    assert resolve("A colleague in Arles swears he could do it.") == "colleague"
