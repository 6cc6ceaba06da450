"""Words signed by whoever says them."""

import pytest

from rashomon.extract.signatures import find_signatures


@pytest.fixture
def signed(parse):
    def signed(text):
        parsed = parse(text)
        return [
            (
                parsed.words(min(c.source), max(c.source) + 1),
                parsed.words(min(c.content), max(c.content) + 1),
            )
            for c in find_signatures(parsed)
        ]

    return signed


def test_a_dash_and_a_name_behind_a_quotation(signed):
    assert signed("“The lorry came twice that night.” — Hanna Weil, baker") == [
        ("Hanna Weil", "“The lorry came twice that night.”")
    ]


def test_a_name_in_brackets_with_age_and_trade(signed):
    assert signed("“I saw the guards run.” (Tomas, 31, porter)") == [("Tomas", "“I saw the guards run.”")]


def test_a_signature_below(signed):
    text = "Nobody warned us of the flood. My shop is gone.\n\n(signed) Lin Moreau, Saint-Ort"
    assert signed(text) == [("Lin Moreau", "Nobody warned us of the flood. My shop is gone.")]


def test_a_bare_name_signs_only_words_in_the_first_person(signed):
    assert signed("We lit this fire and shall light another.\n\nThe Orchard Youth") != []
    assert signed("The fire was out by noon.\n\nKarlsbad Road") == []


def test_a_dash_inside_a_sentence_signs_nothing(signed):
    assert signed("The bridge was gone. It fell – Ms Weil saw it – at noon.") == []
