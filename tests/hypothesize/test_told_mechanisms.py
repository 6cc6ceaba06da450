"""Mechanisms and natures of a deed that take more than one word to tell."""

import pytest

from rashomon.hypothesize.mechanisms import (
    BATTLE,
    COLLISION,
    DELIBERATE,
    FALLEN_DEFENCE,
    GENUINE,
    MEANT_BY_OWN,
    NOBODYS_DEED,
    OWN_FIRE,
    STAGED,
    STORED_ARMS,
)
from rashomon.hypothesize.told_mechanisms import find_turns, told_family


@pytest.mark.parametrize(
    ("sentence", "family"),
    [
        ("The papers had been planted in the cellar, he thinks.", STAGED),
        ("Somebody moved the bodies before dawn.", STAGED),
        ("The miners died in the fighting on the pass.", BATTLE),
        ("They were caught in the crossfire.", BATTLE),
        ("The patrol was hit by its own artillery.", OWN_FIRE),
        ("She calls it friendly fire.", OWN_FIRE),
        ("An air defence missile had fallen on the roofs.", FALLEN_DEFENCE),
        ("Grenades were stored under the stage.", STORED_ARMS),
        ("The trawler was struck by another vessel in the fog.", COLLISION),
        ("Somebody released an irritant gas in the hall.", DELIBERATE),
        ("The diary is genuine, the dealer swears.", GENUINE),
        ("He was killed on purpose, his brother says.", MEANT_BY_OWN),
        ("The inspectors see a technical fault.", NOBODYS_DEED),
    ],
)
def test_turn_of_phrase_tells_of_its_family(sentence, family):
    assert list(find_turns(sentence, family))


@pytest.mark.parametrize(
    ("sentence", "family"),
    [
        ("The bodies lay in the snow.", STAGED),
        ("The battle of the budgets goes on.", BATTLE),
        ("They brought their own bread.", OWN_FIRE),
        ("An air defence missile struck the airliner.", FALLEN_DEFENCE),
        ("Flour was stored under the stage.", STORED_ARMS),
        ("The ship left with another captain.", COLLISION),
    ],
)
def test_like_words_do_not(sentence, family):
    assert not list(find_turns(sentence, family))


def test_phrase_that_gives_the_cause_has_its_family():
    assert told_family("our own guns") == OWN_FIRE
    assert told_family("the storm") == ""
