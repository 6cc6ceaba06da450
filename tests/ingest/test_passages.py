"""The layout of texts: exact slices, in order, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.frontmatter import read_front_matter
from rashomon.ingest.passages import split_blocks, split_passages
from rashomon.model.document import Document
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import PassageKind

LINES = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            ["---", "> quoted", ">", "# Head", "- item", "1. item", "", "  ", "===", "key: value", "x" * 250]
        ),
    )
)
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028"])


def document(text: str) -> Document:
    return Document(id="doc_1", input_id="1", text=text, raw_sha256="", made=Made(recipe="test@1"))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in split_blocks(text)]


@given(LINES, ENDS)
def test_passages_are_exact_slices_in_order_and_hold_all_text_outside_the_front_matter(lines, end):
    text = end.join(lines)
    passages = split_passages(document(text))
    position = begin = read_front_matter(text).end
    for passage in passages:
        assert passage.text == text[passage.start : passage.end]
        assert passage.text.strip() == passage.text != ""
        assert begin <= position <= passage.start
        assert not text[position : passage.start].strip()
        position = passage.end
    assert not text[position:].strip()


@given(LINES, ENDS)
def test_the_same_text_gives_the_same_passages(lines, end):
    text = end.join(lines)
    assert split_passages(document(text)) == split_passages(document(text))


def test_blank_lines_part_paragraphs_and_wrapped_lines_are_joined():
    text = "The first paragraph was\nwrapped by hand.\n\nThe second one\nwas, too."
    assert kinds(text) == [
        ("paragraph", "The first paragraph was\nwrapped by hand."),
        ("paragraph", "The second one\nwas, too."),
    ]


def test_single_line_ends_part_paragraphs_where_lines_are_not_wrapped():
    long = "One sentence after the other fills this line. " * 6
    assert [text for _, text in kinds(f"{long}\nShort one.\nAnother.")] == [long.strip(), "Short one.", "Another."]


def test_lines_that_each_end_a_sentence_are_paragraphs():
    assert len(kinds("The bridge fell.\nNobody was hurt.\nThe mayor came.")) == 3


def test_headings_lists_and_quotes_are_told_apart():
    text = "# Title\nText here.\n\n> quoted one\n> goes on\n>\n> quoted two\n"
    text += "\n- first\n- second\n  goes on\n\nA heading\n\nEnd."
    assert kinds(text) == [
        ("heading", "# Title"),
        ("paragraph", "Text here."),
        ("block_quote", "> quoted one\n> goes on\n>"),
        ("block_quote", "> quoted two"),
        ("list_item", "- first"),
        ("list_item", "- second\n  goes on"),
        ("heading", "A heading"),
        ("paragraph", "End."),
    ]


def test_a_line_that_introduces_a_quotation_is_no_heading():
    assert kinds("According to the paper:\n\nThe dam broke at night.")[0][0] == PassageKind.PARAGRAPH


def test_a_single_short_line_is_a_paragraph():
    assert kinds("Explosions over the harbour again") == [("paragraph", "Explosions over the harbour again")]


def test_a_title_at_the_top_may_end_in_a_question_mark():
    assert kinds("Who blew up the pipe?\n\nNobody says.")[0][0] == PassageKind.HEADING


def test_the_front_matter_is_no_passage():
    assert kinds("---\ntitle: Noise\n---\nText here.") == [("paragraph", "Text here.")]
