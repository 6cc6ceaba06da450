"""Attributions within attributions."""


def test_three_voices_nest_three_deep(find):
    outer, middle, inner = find(
        "The Times says that a report by the ministry says that the pilot believes the radar failed."
    )
    assert (outer.parent_id, middle.parent_id, inner.parent_id) == (None, outer.id, middle.id)


def test_a_wish_within_anothers_words_is_no_voice_of_its_own(find):
    assert [a.cue_text for a in find("Lund said the crew wanted to leave the port.")] == ["said"]


def test_the_same_voice_twice_is_one_attribution(find):
    assert [a.cue_text for a in find("The company declined to say whether it knew.")] == ["declined"]


def test_the_accusation_within_a_denial_keeps_its_own_source(find):
    accusation, denial = find("The accusation by Kirun that Dalov poisoned the well was denied by Dalov.")
    assert accusation.parent_id == denial.id
    assert (accusation.source_name, denial.source_name) == ("Kirun", "Dalov")


def test_a_pronoun_alone_is_no_content(find):
    assert not find("Lund denied it.")
