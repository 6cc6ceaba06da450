import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.bodies import find_body
from rashomon.model.gazetteer import PlaceKind, list_bodies, list_places
from rashomon.model.vocabulary import SourceKind

GOVERNED = [place for place in list_places() if place.kind is not PlaceKind.PLACE]


@pytest.mark.parametrize("body", list_bodies(), ids=lambda body: body.name)
def test_every_name_finds_its_body(body):
    for alias in body.aliases:
        if not alias.shared:
            assert find_body(alias.text) == find_body(f"the {alias.text}") == body
        elif body.state:
            assert find_body(f"{body.state}'s {alias.text}") == body
        else:
            assert find_body(alias.text) is None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Russia's FSB", "FSB"),
        ("Ukraine's SBU security service", "SBU"),
        ("the Israeli spy agency Mossad", "Mossad"),
        ("the Reuters news agency", "Reuters"),
        ("Russian state news agency RIA Novosti", "RIA Novosti"),
        ("Soviet news agency TASS", "TASS"),
        ("Syria's state-run news agency SANA", "Syrian Arab News Agency"),
        ("Lebanon's Hezbollah", "Hezbollah"),
        ("Islamic State militants", "Islamic State"),
        ("Wagner mercenaries", "Wagner Group"),
        ("Sudan's RSF", "Rapid Support Forces"),
        ("U.S. National Transportation Safety Board", "NTSB"),
        ("I.R.A.", "Irish Republican Army"),
        ("MIT", None),
        ("Raw", None),
        ("Ira", None),
        ("Eta", None),
        ("Who", None),
        ("kremlin", None),
        ("the council", None),
        ("FBI and CIA", None),
        ("Kremlin officials", None),
        ("a Mossad agent", None),
        ("Hezbollah television", None),
    ],
)
def test_listed_bodies_in_company(name, body):
    found = find_body(name)
    assert (found and found.name) == body


FORMS = {
    "{} defence ministry": SourceKind.STATE_BODY,
    "the {} government": SourceKind.STATE_BODY,
    "the {} Ministry of Justice": SourceKind.STATE_BODY,
    "{} armed forces": SourceKind.STATE_BODY,
    "the {} Prime Minister's Office": SourceKind.STATE_BODY,
    "{} General Staff": SourceKind.STATE_BODY,
    "{} Supreme Court": SourceKind.COURT,
    "{} state television": SourceKind.OUTLET,
    "{} state news agency": SourceKind.AGENCY,
}


@pytest.mark.parametrize("place", GOVERNED, ids=lambda place: place.name)
def test_institutions_of_every_state_are_found_by_their_form(place):
    for word in (*place.demonyms, place.name):
        for form, kind in FORMS.items():
            found = find_body(form.format(word))
            assert found is not None, form.format(word)
            assert (found.kind, found.state, found.state_owned) == (kind, place.name, found.is_press)


@pytest.mark.parametrize("place", GOVERNED, ids=lambda place: place.name)
def test_a_state_that_speaks_is_a_body(place):
    for word in (place.name, *place.capitals):
        found = find_body(word)
        assert (found.name, found.kind, found.state) == (place.name, SourceKind.STATE_BODY, place.name)


@pytest.mark.parametrize(
    "name",
    [
        "Kenyan officials",
        "a Kenyan defence ministry spokesman",
        "the Kenyan president",
        "Kenyan investigators",
        "one of Kenya's special services",
        "Kenyan-backed forces",
        "Kenya and Uganda",
        "Kenyan and Ugandan government",
        "Nairobi newspaper",
        "a Kenyan security firm",
        "Kenyan court officials",
        "a dam engineer",
    ],
)
def test_people_and_firms_are_no_bodies(name):
    assert find_body(name) is None


def test_a_seat_beside_another_state_is_that_states_body():
    assert find_body("the German Foreign Office").state == "Germany"
    assert find_body("Russia's Security Council").state == "Russia"
    assert find_body("UN Security Council").state == ""


def test_press_speaks_for_a_state_only_where_the_state_owns_it():
    assert find_body("TASS").camp == "Russia"
    assert find_body("BBC").camp == find_body("Associated Press").camp == find_body("Reuters").camp == ""
    assert find_body("Iranian state television").camp == "Iran"
    assert find_body("Mossad").camp == "Israel"
    assert find_body("Hamas").camp == ""


@given(text=st.text(max_size=300))
def test_any_text_is_survived(text):
    find_body(text)


@given(
    st.lists(
        st.sampled_from(
            [*"the of and 's state news agency security Court Office".split(), "Kenya", "FSB", "MIT", "AP"]
        ),
        max_size=20,
    )
)
def test_a_body_does_not_depend_on_spaces_and_articles(words):
    name = " ".join(words)
    assert find_body(f"  {name.replace(' ', '   ')} ") == find_body(name)
