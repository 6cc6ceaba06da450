"""Whose a claim is: what goes on in a speaker's voice, who saw it, headings and offices, things and nobody."""

import pytest

from rashomon.extract.attributions import find_attributions
from rashomon.extract.claims import make_claims
from rashomon.extract.headings import signatory_of, titled_in
from rashomon.model.document import Document
from rashomon.model.provenance import Made


def holder(found, words):
    return next(c for c in found if words in c.quote).holder.name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The gate was open, said Anna Hart; the guards had been sent home.", "guards", "Anna Hart"),
        ("A raid cannot be ruled out, an aide said, and the navy would be suspected.", "suspected", "aide"),
        ("The rebels were there, everyone in the trade says so.", "rebels", "everyone in the trade"),
        ("Across the road a nurse saw the lights go out.", "lights", "nurse"),
        (
            "Doctors of the field hospital found splinters of a mortar shell.",
            "splinters",
            "Doctors of the field hospital",
        ),
    ],
)
def test_a_voice_goes_on(read, text, words, name):
    assert holder(read(text).claims, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The signals indicate an explosion at the weir.", "explosion"),
        ("Nobody believes that the harbour master did it.", "harbour master"),
        ("Anna Hart said the gate was open. The guards had been sent home.", "guards"),
        ("Our divers found splinters of a shell.", "splinters"),
        ("It is not known who opened the gate.", "gate"),
    ],
)
def test_the_author_speaks(read, text, words):
    assert holder(read(text).claims, words) == "Gazette"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The General Secretary, Paul Hart, was late. The board met, the General Secretary said.",
            "board",
            "Paul Hart",
        ),
        ("Anna Hart, the harbour chief, was late. The harbour chief said the gate was open.", "gate", "Anna Hart"),
        ("Police arrested the baker Tom Reed. The man himself says that he has done nothing.", "done", "Tom Reed"),
    ],
)
def test_an_office_is_whoever_holds_it(read, text, words, name):
    assert holder(read(text).claims, words) == name


def test_the_later_subject_is_he(read):
    text = (
        "Scientists heard a bang, according to an official who read their report. A Norse specialist who listened to it"
        " as well disagrees. He told colleagues that the tape fits a failure."
    )
    assert holder(read(text).claims, "tape fits") == "Norse specialist"


@pytest.fixture
def printed(parse):
    def printed(text, *, title, publisher):
        made = Made(recipe="test@1")
        document = Document(
            id="doc", input_id="r", text=text, raw_sha256="", made=made, publisher=publisher, title=title
        )
        parsed = parse(text)
        return make_claims(document, parsed, find_attributions(parsed, document_id="doc"), recipe="test@1")

    return printed


def test_a_statement_is_whose_heading_says(printed):
    found = printed("He had nothing to do with it.", title="Statement by Anna Hart", publisher="Counsel for Tom Reed")
    assert found[0].holder.name == "Anna Hart"


def test_an_office_is_named_by_the_heading(printed):
    found = printed(
        "The minister said that rebels sank it.", title="Minister Hart on the ferry", publisher="Naval Ministry"
    )
    assert found[0].holder.name == "Minister Hart"


def test_a_body_in_its_own_statement_is_the_publisher(printed):
    found = printed("The office said that rebels sank it.", title="Notice", publisher="Harbour Police, Kesh office")
    assert [voice.name for voice in found[0].chain] == ["Harbour Police, Kesh office"]


@pytest.mark.parametrize("title", ["Statement by the Ministry of Trade", "Statement on trade", "", "Remarks by him"])
def test_no_person_in_a_heading(title):
    assert signatory_of(title) == ""


def test_another_office_is_not_named():
    assert titled_in("Minister Hart on the ferry", "president") == ""


def test_what_is_left_between_cues_says_nothing(read):
    found = read("A party does not climb through windows, the General Secretary told the board.").claims
    assert [c.quote for c in found] == ["A party does not climb through windows"]


@pytest.mark.parametrize(
    "title",
    ["Statement by Anna Hart", "Anna Hart’s opening statement", "Remarks of Anna Hart", "Interview with Anna Hart"],
)
def test_a_person_in_a_heading(title):
    assert signatory_of(title) == "Anna Hart"
