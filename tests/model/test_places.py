from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.gazetteer import PlaceKind, list_bodies, list_places
from rashomon.model.places import NAMES, camp_of, is_seat, state_of, states_in

GOVERNED = [place for place in list_places() if place.kind is not PlaceKind.PLACE]
PLACES = [place for place in list_places() if place.kind is PlaceKind.PLACE]


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


@pytest.mark.parametrize("place", GOVERNED, ids=lambda place: place.name)
def test_every_word_of_every_state_means_it(place):
    for word in (place.name, *place.capitals, *place.demonyms, *place.other_names):
        assert state_of(word) == state_of(word.upper()) == place.name, word
        assert word.endswith("'s") or state_of(f"{word}’s") == place.name, word
        assert word.lower().startswith("the ") or state_of(f"the {word}") == place.name, word
        assert [state for _, _, state in states_in(f"It was said that {word}, too, knew.")] == [place.name], word
    for demonym in place.demonyms:
        assert state_of(f"{demonym}s") == place.name, demonym


FORMS = (
    "the {} government",
    "{} officials",
    "{} defence ministry",
    "the {} Ministry of Foreign Affairs",
    "{} energy ministry",
    "{} security service",
    "{} military",
    "{} intelligence",
)


@pytest.mark.parametrize("place", GOVERNED, ids=lambda place: place.name)
def test_the_bodies_of_every_state_speak_for_it(place):
    for word in (*place.demonyms, *place.capitals, place.name):
        for form in FORMS:
            assert camp_of(form.format(word)) == place.name, form.format(word)
    for form in (
        "Ministry of Defence of {}",
        "Embassy of {}",
        "Office of the President of {}",
        "Ministry of Energy of {}",
    ):
        assert camp_of(form.format(place.name)) == place.name, form.format(place.name)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_mere_place_speaks_for_nobody_and_hides_the_state_in_its_name(place):
    for word in (place.name, *place.demonyms, *place.other_names):
        assert state_of(word) is None, word
        assert states_in(f"It was seen from {word}, they say.") == (), word
        assert camp_of(f"{word} officials") is None, word


# Each stood in the table of states before bodies had one of their own.
SEATS = {
    "Afghanistan": "Taliban",
    "Argentina": "Casa Rosada",
    "Australia": "ASIO",
    "Austria": "Ballhausplatz",
    "Brazil": "Planalto",
    "Canada": "RCMP,CSIS",
    "Chile": "La Moneda",
    "China": "Zhongnanhai,PLA,People's Liberation Army",
    "East Germany": "Stasi",
    "European Union": "European Commission",
    "France": "Elysee,Elysée,Élysée,Elysee Palace,Élysée Palace,Quai d'Orsay,Matignon,DGSE,DGSI",
    "Germany": "Bundestag,Bundeswehr,BND",
    "Iran": "IRGC,Revolutionary Guard,Revolutionary Guards",
    "Ireland": "Garda,Gardai,Gardaí",
    "Israel": "IDF,Mossad,Knesset,Shin Bet",
    "Italy": "Quirinale,Palazzo Chigi",
    "Myanmar": "Tatmadaw",
    "Netherlands": "AIVD,MIVD",
    "Pakistan": "ISI,Rawalpindi",
    "Philippines": "Malacañang,Malacanang",
    "Poland": "Sejm",
    "Russia": "Kremlin,FSB,GRU,SVR,Lubyanka,Duma,State Duma,Rosgvardia",
    "South Korea": "Blue House",
    "Soviet Union": "KGB,Politburo",
    "Spain": "Moncloa,Guardia Civil",
    "Sweden": "Säpo",
    "Syria": "Assad regime",
    "Ukraine": "SBU,HUR,Bankova,Verkhovna Rada",
    "United Kingdom": "Downing Street,No 10,Whitehall,Foreign Office,MI5,MI6,GCHQ,Scotland Yard,Home Office,NCSC",
    "United States": "White House,Pentagon,State Department,FBI,CIA,NSA,NTSB,Capitol Hill,Langley,Foggy Bottom,"
    "CENTCOM,Justice Department,Homeland Security",
    "Venezuela": "Miraflores",
}


@pytest.mark.parametrize("state", SEATS)
def test_seats_stand_for_their_state(state):
    for seat in SEATS[state].split(","):
        assert state_of(seat) == state_of(f"the {seat}") == state_of(f"{seat}'s") == state, seat
        assert is_seat(seat), seat
        assert seat == "No 10" or camp_of(f"{seat} officials") == state, seat


def test_organs_of_a_state_stand_for_it_and_press_does_not():
    for body in list_bodies():
        for alias in body.aliases:
            if not alias.shared:
                means = "" if body.is_press else body.state
                assert state_of(alias.text) == (means or None), alias.text
                assert is_seat(alias.text) == bool(means), alias.text


# Words that could mean two states: each means the one that the news of the world means first, "Korean" neither.
@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Congo", "Congo"),
        ("Congolese", "Congo"),
        ("Democratic Republic of Congo", "Democratic Republic of the Congo"),
        ("Dominican", "Dominican Republic"),
        ("Georgia", "Georgia"),
        ("Guinean", "Guinea"),
        ("Equatorial Guinean", "Equatorial Guinea"),
        ("Irish", "Ireland"),
        ("Northern Irish", "Northern Ireland"),
        ("Korea", None),
        ("Korean", None),
        ("South Korean", "South Korea"),
        ("Niger", "Niger"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("Samoan", "Samoa"),
        ("American Samoan", "American Samoa"),
        ("Virgin Islanders", None),
        ("Macedonian", "North Macedonia"),
        ("Republic of China", "Taiwan"),
        ("People's Republic of China", "China"),
        ("Republic of Korea", "South Korea"),
        ("Zaire", "Democratic Republic of the Congo"),
        ("Persia", "Iran"),
    ],
)
def test_words_that_could_mean_two_states(word, state):
    assert state_of(word) == state


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("New Mexico police and Mexico", ["Mexico"]),
        ("from Crimea to Russia", ["Russia"]),
        ("Russia today denied it", ["Russia"]),
        ("Russia Today denied it", []),
        ("Agence France-Presse and France", ["France"]),
        ("Irish Republican Army", []),
        ("The Kremlin and a Kenyan", ["Russia", "Kenya"]),
        ("St. Lucia and Saint Lucia", ["Saint Lucia", "Saint Lucia"]),
        ("the GUR, not Mr Gur", ["Ukraine"]),
    ],
)
def test_what_only_holds_the_word_of_a_state_does_not_mean_it(text, states):
    assert [state for _, _, state in states_in(text)] == states


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Turkey's MIT", "Turkey"),
        ("South Korean intelligence agency NIS", "South Korea"),
        ("Investigative Committee of Belarus", "Belarus"),
        ("Russia's Investigative Committee", "Russia"),
        ("Russian energy", None),
        ("a Kenyan energy firm", None),
        ("Northern Ireland police", "Northern Ireland"),
        ("Iranian state television", None),
        ("MIT", None),
    ],
)
def test_a_camp_needs_words_for_bodies(words, state):
    assert camp_of(words) == state


@given(st.lists(st.sampled_from(sorted(NAMES)), max_size=6), st.sampled_from([" ", ", ", " and ", "-", ". "]))
def test_states_are_found_where_names_stand_in_any_company(names, between):
    text = between.join(name.title() for name in names)
    found = states_in(text)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    for start, end, state in found:
        assert state_of(text[start:end]) == state


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


def test_people_of_a_state_within_another_are_the_seconds():
    assert camp_of("the Bosnian Serb army") == "Serbia"
    assert camp_of("Norwegian and Peruvian officials") == "Norway"
