"""Front matter: what counts as such and what it says."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.frontmatter import FrontMatter, read_front_matter


def test_fields_are_read_with_and_without_quotation_marks():
    fields = "publisher: The Post\npublished_at: '2020-01-01'\ntitle: \"A: B\"\nurl: https://a.example/x\nmood: good"
    text = f"---\n{fields}\n---\nBody"
    matter = read_front_matter(text)
    assert text[matter.end :] == "Body"
    assert matter == FrontMatter(
        end=matter.end, publisher="The Post", published_at="2020-01-01", title="A: B", url="https://a.example/x"
    )


def test_a_text_that_begins_with_a_rule_is_left_alone():
    assert read_front_matter("---\nThis is just text.\n---\nMore").end == 0
    assert read_front_matter("---\n---\nMore").end == 0
    assert read_front_matter("---\ntitle: never closed\n").end == 0
    assert read_front_matter("Text\n---\ntitle: x\n---\n").end == 0


def test_a_block_without_end_is_not_searched_for_ever():
    assert read_front_matter("---\n" + "k: v\n" * 300 + "---\n").end == 0


def test_lists_comments_and_windows_line_ends_are_accepted():
    text = "---\r\ntags:\r\n  - a\r\n# note\r\ntitle: X\r\n---\r\nBody"
    assert read_front_matter(text).title == "X"
    assert text[read_front_matter(text).end :] == "Body"


def test_the_first_of_two_equal_keys_counts():
    assert read_front_matter("---\ntitle: A\ntitle: B\n---\n").title == "A"


@given(st.text())
def test_any_text_can_be_read(text):
    assert 0 <= read_front_matter(text).end <= len(text)
    assert 0 <= read_front_matter("---\n" + text).end <= len(text) + 4
