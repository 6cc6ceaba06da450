"""Full names behind short ones."""

from rashomon.hypothesize.full_names import find_full_names


def test_short_name_means_the_one_full_name_that_ends_in_it(make_document):
    document = make_document("gazette", "The Tarn Home Movement met.", "The Home Movement denied it.")
    assert find_full_names([document]) == {"Movement": "Tarn Home Movement"}


def test_short_name_of_two_groups_means_neither(make_document):
    document = make_document("gazette", "The Tarn Movement met the Lorn Movement.")
    assert find_full_names([document]) == {}
