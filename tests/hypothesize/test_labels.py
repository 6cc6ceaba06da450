"""Labels: the cleanest noun phrase among those that name an explanation."""

import pytest

from rashomon.hypothesize.labels import choose_name, clean_name


@pytest.mark.parametrize(
    ("phrase", "label"),
    [
        ("called Red Heron", "Red Heron"),
        ("probably a Goshawk", "Goshawk"),
        ("two captured members of the Tarn Brotherhood", "Tarn Brotherhood"),
        ("gunmen of the so-called Lorn Column", "Lorn Column"),
        ("ruling Harbour Party", "Harbour Party"),
        ("divers of the Blue Anchor group", "Blue Anchor"),
        ("Aircraft of the allied Lorn Federation", "Lorn Federation"),
        ("six smugglers", "smugglers"),
        ("members of the militia", "militia"),
        ("the Harvian navy, and not the police", "Harvian navy"),
        ("Lorn gunners the most likely", "Lorn gunners"),
    ],
)
def test_hedges_numbers_and_members_are_no_part_of_a_name(phrase, label):
    assert clean_name(phrase) == label


@pytest.mark.parametrize(
    "phrase", ["militia of Tarn", "Brown's men", "former members of the Tarn Bureau", "the miners"]
)
def test_what_says_who_is_meant_stays(phrase):
    assert clean_name(phrase) == phrase


def test_full_name_stands_for_its_parts_and_for_descriptions():
    assert choose_name(["the gunmen", "Column", "fighters of the Lorn Column", "Column"]) == "Lorn Column"


def test_commoner_of_two_descriptions_is_chosen():
    assert choose_name(["the lodger", "the man upstairs", "the lodger"]) == "the lodger"
