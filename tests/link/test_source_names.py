import time

import pytest

from rashomon.link.source_names import KeySort, key_name, read_name


def key(name):
    found = key_name(name, "r1")
    return (found.sort, *found.words)


@pytest.mark.parametrize(
    "names",
    [
        ("Kenya", "Nairobi", "the Kenyans", "Kenyan officials", "Kenya's government", "officials in Nairobi"),
        ("the government in Nairobi", "the Kenyan authorities"),
        (
            "Kenya's defence ministry",
            "Kenyan Defense Ministry",
            "Ministry of Defence of the Republic of Kenya",
            "Ministry of Defence (Kenya)",
            "the Kenyan ministry of defence",
        ),
        ("Kenyan foreign ministry", "Ministry of Foreign Affairs of Kenya"),
        ("the Kenyan president", "Kenya's president"),
        ("Ada Oduya", "Kenyan President Ada Oduya", "President Ada Oduya", "Ms Ada Oduya"),
        ("Reuters", "Reuters news agency", "Kenya's Reuters agency"),
    ],
)
def test_names_for_the_same_have_one_key(names):
    assert len({key(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kenya's defence ministry", "Ethiopia's defence ministry"),
        ("Kenya's defence ministry", "Kenya's foreign ministry"),
        ("Kenya's defence ministry", "Kenya"),
        ("the Kremlin", "Moscow"),
        ("the Kenyan embassy in Paris", "the Kenyan embassy in Rome"),
        ("Jordan Ellis", "Ellis"),
        ("Kenyan president", "Kenyan foreign minister"),
    ],
)
def test_names_for_others_have_another(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize(
    "name",
    ["a dam engineer", "the minister", "Police", "Hospital staff", "a Kenyan officer", "Kenyan pilots", "ministry"],
)
def test_a_description_has_its_key_in_its_report_only(name):
    assert key_name(name, "r1").sort is KeySort.DESCRIBED
    assert key_name(name, "r1") != key_name(name, "r2")


@pytest.mark.parametrize("name", ["Łukasz Nowak", "Émile Roux", "Ünal Demir", "Пётр Орлов"])
def test_a_name_may_begin_with_any_capital(name):
    assert key_name(name, "r1").sort is KeySort.NAME
    assert key_name(name, "r1") == key_name(name, "r2")


@pytest.mark.parametrize("names", [("!!!", "???"), ("", "\u202e"), ("()", "[]")])
def test_names_without_words_are_not_all_one(names):
    assert len({key(name) for name in names}) == 2


@pytest.mark.parametrize("name", ["A" * 20000, "A " * 5000, "(" * 3000, "U.S. " * 500, "X, " * 300, "Kenya’s " * 300])
def test_endless_names_are_read_in_no_time(name):
    began = time.perf_counter()
    read_name(name)
    assert time.perf_counter() - began < 1


def test_a_state_that_is_also_a_first_name_stays_part_of_the_name():
    assert read_name("Jordan Ellis").bare == ("jordan", "ellis")


def test_initials_are_those_of_names_that_may_have_a_short_form():
    assert read_name("Royal Bureau of Harbour Safety, Almar office").initials == "RBHS"
    assert read_name("the harbour board").initials == ""
    assert read_name("Ines Quadra").initials == ""
