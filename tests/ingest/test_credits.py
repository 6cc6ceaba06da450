"""Credits are found by form, and persons are not taken for agencies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.credits import find_credits


def credits_of(text: str, *bylines: str, publisher: str = "The Valley Sentinel") -> tuple[str, ...]:
    return find_credits(text, bylines=bylines, publisher=publisher)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("PORTO (Lakeside News Agency) - A ship sank.", ("Lakeside News Agency",)),
        ("PORTO, May 30 (Lakeside) -- A ship sank.", ("Lakeside",)),
        ("NEW HAVEN, Conn. (LNA) — A ship sank.", ("LNA",)),
        ("PORTO, Portugal (Lakeside/ONB) – A ship sank.", ("Lakeside", "ONB")),
        ("PORTO, May 30. /LNA/. A ship sank.", ("LNA",)),
        ("(LNA) - A ship sank.", ("LNA",)),
        ("A title.\n\nPORTO (LNA) - A ship sank.", ("LNA",)),
        ("A ship sank.\n\nWith Lakeside", ("Lakeside",)),
        ("A ship sank.\n\nWith reporting by ONB and the Lakeside Wire", ("ONB", "the Lakeside Wire")),
        ("A ship sank.\n\n© 2023 Agence Lakeside", ("Agence Lakeside",)),
        ("A ship sank.\n\nCopyright 2023 The Lakeside Press. All rights reserved.", ("The Lakeside Press",)),
        ("A ship sank.\n\nThe Lakeside Press contributed to this report.", ("The Lakeside Press",)),
        ("A ship sank.\n\nThis article was first published by The Discourse.", ("The Discourse",)),
        ("A ship sank.\n\nSource: Lakeside", ("Lakeside",)),
        ("A ship sank, he said. (LNA)", ("LNA",)),
        ("A ship sank, he said. — LNA", ("LNA",)),
        ("By Jane Doe, Lakeside\n\nA ship sank.", ("Lakeside",)),
    ],
)
def test_agencies_are_found_by_the_form_of_their_credit(text, names):
    assert credits_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "A ship sank.\n\n(Reporting by Jane Doe and John Roe; Editing by Max Moe)",
        "A ship sank.\n\nJane Doe contributed to this report.",
        "A ship sank.\n\nWith additional reporting by Jane Doe",
        "A ship sank. (With inputs from agencies)",
        "With Doe, voters shrug\n\nText.",
        "By Friday, Lisbon\n\nText.",
        "Western Ports Union (WPU) - a club of captains - met.",
        "Jane Doe (R-Ohio) - once a captain - spoke.",
        "The captain (a woman) - left.",
        "PORTO (The Valley Sentinel) - A ship sank.",
        "A ship sank.\n\n© 2023 Valley Sentinel",
        "A man came with Lakeside colours. He left with them.",
    ],
)
def test_persons_sentences_and_the_publisher_are_no_credits(text):
    assert credits_of(text) == ()


def test_a_byline_credits_what_is_no_person():
    assert credits_of("Text.", "By Ann Lee and Bo Ray, with Lakeside News Agency") == ("Lakeside News Agency",)
    assert credits_of("Text.", "Ann Lee", "Bo Ray") == ()
    assert credits_of("Text.", "Sentinel Staff", "Valley Sentinel Staff") == ()


def test_front_matter_is_not_read_as_a_line_of_the_text():
    assert credits_of("---\nsource: Lakeside\n---\nText.") == ()


@given(st.text(), st.text(max_size=50))
def test_any_text_can_be_read_and_names_come_from_it(text, byline):
    for name in find_credits(text, bylines=[byline], publisher=""):
        assert name in text or name in byline
