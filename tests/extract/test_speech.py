"""Indirect speech, in every construction the extractor claims to know."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lund said that the valve failed.", ("Lund", "said", "that the valve failed")),
        ("Lund said the valve failed.", ("Lund", "said", "the valve failed")),
        ("The valve failed, Lund said.", ("Lund", "said", "The valve failed")),
        ("The valve failed, said Peter Lund.", ("Peter Lund", "said", "The valve failed")),
        ("Lund, the minister said, had lied.", ("the minister", "said", "Lund ... had lied")),
        ("The fleet, the pilot believes, left the port.", ("the pilot", "believes", "The fleet ... left the port")),
        ("Lund claimed to have seen the ship.", ("Lund", "claimed", "to have seen the ship")),
        ("The company denied selling the parts.", ("The company", "denied", "selling the parts")),
        ("Norland accused Vestia of sinking the ferry.", ("Norland", "accused", "Vestia of sinking the ferry")),
        ("Vestia blamed Norland for the loss.", ("Vestia", "blamed", "Norland for the loss")),
        ("Lund described the fire as arson.", ("Lund", "described", "the fire as arson")),
        ("Lund called the report a lie.", ("Lund", "called", "the report a lie")),
        ("Ministers pointed the finger at a rival.", ("Ministers", "pointed", "the finger at a rival")),
        ("Lund asked whether the ship was safe.", ("Lund", "asked", "whether the ship was safe")),
        ("Lund is confident that the crew survived.", ("Lund", "is confident", "that the crew survived")),
        ("Lund's claim that the fire was arson is false.", ("Lund", "claim", "that the fire was arson")),
        (
            "Investigators dismissed the accusation by Kirun that Dalov had lied.",
            ("Kirun", "the accusation", "that Dalov had lied"),
        ),
        ("The Red Dawn group claimed responsibility for the attack.",
         ("The Red Dawn group", "claimed responsibility for", "the attack")),
        ("Investigators did not rule out sabotage.", ("Investigators", "did not rule out", "sabotage")),
    ],
)  # fmt: skip
def test_a_named_source_is_found_with_its_cue_and_its_words(say, text, expected):
    assert expected in say(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was reported that two children died.", ("", "was reported", "that two children died")),
        (
            "The rebels were said to have shelled the town.",
            ("", "were said", "The rebels ... to have shelled the town"),
        ),
        ("The fire is believed to have been arson.", ("", "is believed", "The fire ... to have been arson")),
        ("The mayor is suspected of helping them.", ("", "is suspected", "the mayor ... of helping them")),
        ("There was speculation that gas had leaked.", ("", "was speculation", "that gas had leaked")),
    ],
)
def test_a_passive_without_agent_has_no_source(say, text, expected):
    found = [(source, cue, content.replace("The mayor", "the mayor")) for source, cue, content in say(text)]
    assert expected in found


def test_believing_inside_are_quoted_as_belongs_to_who_is_quoted(say):
    assert ("They", "believing", "that the dam was mined") in say(
        "They are quoted as believing that the dam was mined."
    )


def test_the_agent_of_a_passive_is_the_source(say):
    found = say("A statement by the Harbour Authority that the ship was empty was contradicted by the crew.")
    assert [source for source, _, _ in found] == ["the Harbour Authority", "the crew"]


def test_two_clauses_joined_by_a_comma_both_belong_to_the_cue(say):
    found = say("But Vestian officials insist it wasn't Vestia doing it, it was Norland, some citing old films:")
    assert ("Vestian officials", "insist", "it wasn't Vestia doing it, it was Norland") in found


def test_the_halves_of_a_semicolon_stay_apart(say):
    found = say("Norland accused Vestia of sinking the ferry; Vestia blamed Norland for the loss.")
    assert ("Vestia", "blamed", "Norland for the loss") in found


def test_the_author_and_the_reader_are_no_sources(find):
    assert not find("I think you know that the mayor lied.")
