"""Cues that are no verb."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike was a mistake, according to Lund.", ("Lund", "according to", "The strike was a mistake")),
        ("According to Lund, the valve failed.", ("Lund", "According to", "the valve failed")),
        ("Per Lund, the valve failed.", ("Lund", "Per", "the valve failed")),
        ("In the ministry's view, the dam was mined.", ("the ministry", "In view", "the dam was mined")),
        ("Poll: Voters think the mayor lied", ("Poll", ":", "Voters think the mayor lied")),
        ("Ferry was sabotaged: police", ("police", ":", "Ferry was sabotaged")),
        ("MARR: I saw the ship go down.", ("MARR", ":", "I saw the ship go down")),
        ("He allegedly set fire to the store.", ("", "allegedly", "He ... set fire to the store")),
        ("Reportedly, the army fired first.", ("", "Reportedly", "the army fired first")),
        ("The tanker ran aground (Reuters).", ("Reuters", "( )", "The tanker ran aground")),
    ],
)
def test_a_phrase_an_adverb_a_colon_or_a_credit_attributes(say, text, expected):
    assert expected in say(text)


def test_a_topic_before_a_colon_is_no_speaker(say):
    assert not say("Ferry disaster in the strait: did the valve fail?")


def test_a_credit_encloses_the_attributions_of_its_sentence(find):
    said, credit = find("The drone fell short, the navy said, because its fuel ran out (Reuters).")
    assert said.parent_id == credit.id
