from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.features import NAME, NUMBER, Feature, read_features, read_outline


def test_names_numbers_and_stems_come_in_reading_order_once():
    features = read_features("Yesterday Orla Finch paid 1,200 crowns; Finch believed twelve thieves were hiding.")
    assert Feature(NUMBER, "1200") in features
    assert Feature(NUMBER, "12") in features
    assert features.index(Feature(NAME, "orla")) < features.index(Feature(NUMBER, "1200"))
    assert len(features) == len(set(features))


def test_words_for_one_thing_are_one_feature_in_an_outline():
    (one,), (two,) = read_outline("Police arrested a chauffeur."), read_outline("Detectives detained a driver.")
    assert one == two


def test_a_name_that_opens_a_sentence_is_a_name_if_it_is_one_elsewhere():
    first, second = read_outline("A man called Brandl ran. Brandl fell.")
    assert Feature(NAME, "brandl") in first & second


@given(st.text(max_size=300))
def test_any_text_has_an_outline_of_as_many_parts_as_sentences_at_most(text):
    assert len(read_outline(text)) <= len(text)
