"""Animacy: people, bodies and states act on purpose; things do not."""

import pytest

from rashomon.extract.animacy import may_act


def subject(parse, text):
    return next(t for t in parse(text).tokens if t.dep.startswith("nsubj"))


@pytest.mark.parametrize(
    "text",
    [
        "The smugglers left.", "The militia left.", "The arsonist left.", "The engineer slept.", "The union struck.",
        "The volunteer slept.", "Norway slept.", "Brisa slept.", "He slept.", "The fisherwomen slept.",
    ],
)  # fmt: skip
def test_person_body_or_state_may_act(parse, text):
    assert may_act(subject(parse, text))


@pytest.mark.parametrize(
    "text",
    [
        "The dust settled.", "The valve broke.", "The tower fell.", "The computer broke.", "The radar broke.",
        "The river rose.", "The weather changed.", "The border closed.", "The helicopter crashed.", "Who slept?",
    ],
)  # fmt: skip
def test_thing_or_question_word_may_not_act(parse, text):
    assert not may_act(subject(parse, text))


@pytest.mark.parametrize("word", ["Monday", "April", "Yesterday"])
def test_date_may_not_act(parse, word):
    assert not may_act(parse(f"{word} was cold.").tokens[0])
