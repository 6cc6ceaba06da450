"""Names of sources within one document."""

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ines Marr came to town. Marr said the dam broke.", "Ines Marr"),
        ("Ines Marr spoke on Monday. She said the dam broke.", "Ines Marr"),
        ("The Foreign Ministry wrote on Monday. The ministry said the dam broke.", "Foreign Ministry"),
        ("A spokeswoman, Anna White, came. The spokeswoman said the dam broke.", "Anna White"),
        ("Ines Marr, who said the dam broke, left.", "Ines Marr"),
        ("Officials said the dam broke.", "Officials"),
        ("An officer at the gate said the dam broke.", "officer at the gate"),
        ("Mr. Lund said the dam broke.", "Lund"),
    ],
)
def test_a_short_name_a_pronoun_and_a_role_resolve_to_the_fullest_name_given_before(find, text, name):
    found = next(a for a in find(text) if "dam broke" in text[a.content[0].start : a.content[0].end])
    assert found.source_name == name


def test_the_span_stays_where_the_words_stand(find):
    text = "Ines Marr spoke on Monday. She said the dam broke."
    (found,) = [a for a in find(text) if a.cue_text == "said"]
    assert [text[s.start : s.end] for s in found.source] == ["She"]


def test_nobody_named_gives_no_name(find):
    assert find("It was reported that the dam broke.")[0].source_name == ""
