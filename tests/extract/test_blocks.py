"""Block quotations without marks."""

from rashomon.extract.attributions import find_attributions
from rashomon.model.attribution import Span

BLOCK = (
    "According to the Evening Post:\n\n"
    "The ferry sank at noon. Two sailors drowned, the coast guard said.\n\n"
    "The owner had been warned, officials believe.\n\n"
    "The Post does not say who warned him. The mayor is on holiday.\n\n"
    "Tickets will be refunded."
)


def test_the_paragraphs_after_the_colon_are_the_sources_until_the_author_names_it_again(find):
    block = next(a for a in find(BLOCK) if a.cue_text == "According to")
    assert len(block.content) == 1
    content = BLOCK[block.content[0].start : block.content[0].end]
    assert content.startswith("The ferry sank")
    assert content.endswith("officials believe")


def test_what_is_attributed_inside_a_block_has_the_block_as_parent(find):
    found = find(BLOCK)
    block = next(a for a in found if a.cue_text == "According to")
    assert {a.source_name for a in found if a.parent_id == block.id} == {"coast guard", "officials"}


def test_a_lost_embed_after_the_colon_is_no_quotation(say):
    text = "It is late.\n\nOne man wrote this:\n\n\n\nThe army has not commented.\n\nIt is raining.\n\nAll left."
    assert not say(text)


def test_a_cue_that_has_its_content_already_introduces_no_block(say):
    text = "Residents say they heard two blasts near the dam:\n\nThe army has not commented.\n\nIt is raining."
    assert say(text) == [("Residents", "say", "they heard two blasts near the dam")]


def test_the_layout_tells_where_a_block_ends(parse):
    text = "The captain wrote this\n\nThe sea was calm.\n\nThe engine stopped.\n\nNobody came to help."
    inside = Span(start=text.index("The sea"), end=text.index("\n\nNobody"))
    (block,) = find_attributions(parse(text), block_quotes=[inside])
    assert [text[s.start : s.end] for s in block.content] == ["The sea was calm.\n\nThe engine stopped"]


def test_a_transcript_is_not_one_block(find):
    text = "The mayor had this to say:\n\nQUILL: Was it you?\n\nMARR: It was not me."
    assert all(a.cue_text == ":" for a in find(text) if len(a.content) == 1 and "QUILL" in a.source_name)
