"""The cue lexicon is well formed."""

import pytest

from rashomon.extract.lexicon import ADJECTIVES, NOUNS, VERBS, CueClass


@pytest.mark.parametrize("table", [VERBS, NOUNS, ADJECTIVES])
def test_every_entry_is_a_lower_case_lemma_with_at_least_one_construction(table):
    for lemma, constructions in table.items():
        assert lemma == lemma.lower() and lemma.replace("-", "").isalpha()
        assert constructions
        assert all(kind.replace("+", "").isalpha() for kind in constructions)


def test_a_word_may_change_class_with_its_construction():
    assert VERBS["suspect"]["np+of"] is CueClass.ACCUSATION
    assert VERBS["claim"]["that"] is CueClass.DISTANCING


def test_the_table_cannot_be_changed():
    with pytest.raises(TypeError):
        VERBS["say"]["that"] = CueClass.DENIAL
