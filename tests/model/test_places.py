import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.places import camp_of, is_seat, state_of, states_in


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Kenya", "Kenya"),
        ("the Kenyans", "Kenya"),
        ("NAIROBI", "Kenya"),
        ("Kenya's", "Kenya"),
        ("U.S.", "United States"),
        ("the US", "United States"),
        ("the Élysée", "France"),
        ("Guinea-Bissau", "Guinea-Bissau"),
        ("us", None),
        ("pole", None),
        ("a Nairobi baker", None),
    ],
)
def test_words_for_a_state(words, state):
    assert state_of(words) == state


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Kenyan officials", "Kenya"),
        ("Ministry of Defence of the Republic of Kenya", "Kenya"),
        ("one of Kenya’s special military units", "Kenya"),
        ("Nairobi City Military Administration", "Kenya"),
        ("a Nairobi newspaper", None),
        ("Washington Post", None),
        ("a US security firm", None),
        ("the harbour master", None),
    ],
)
def test_who_speaks_for_a_state(words, state):
    assert camp_of(words) == state


def test_the_longest_name_counts():
    assert [state for _, _, state in states_in("South Sudan and Sudan, Papua New Guinea; not us")] == [
        "South Sudan",
        "Sudan",
        "Papua New Guinea",
    ]


def test_a_seat_is_not_the_state_as_such():
    assert is_seat("the Pentagon")
    assert not is_seat("Washington")


@given(text=st.text(max_size=300))
def test_any_text_is_survived_and_offsets_are_slices(text):
    camp_of(text)
    for start, end, state in states_in(text):
        assert state_of(text[start:end]) == state
