"""The extractor: reads only the passages of a document, at the document's own offsets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.extractor import RULES_RECIPE, RulesExtractor
from rashomon.model.document import Document, Passage
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import PassageKind, Stance
from rashomon.ports import Extractor

MADE = Made(recipe="test@1")


@pytest.fixture(scope="session")
def extract():
    """The extraction of a text, read in the passages given as (words, kind); the whole text where none are given."""
    extractor = RulesExtractor()

    def extract(text, *parts):
        document = Document(id="doc", input_id="a.txt", text=text, raw_sha256="", made=MADE, publisher="Gazette")
        passages = []
        for words, kind in parts or ([(text, PassageKind.PARAGRAPH)] if text else []):
            start = text.index(words)
            passages.append(
                Passage(
                    id=f"psg {start}",
                    document_id="doc",
                    start=start,
                    end=start + len(words),
                    text=words,
                    kind=kind,
                    made=MADE,
                )
            )
        return extractor.extract(document, passages)

    return extract


def test_rules_are_an_extractor():
    extractor: Extractor = RulesExtractor()
    assert extractor.recipe == RULES_RECIPE


def test_attributions_and_claims_are_found_together(extract):
    found = extract("The mayor said that smugglers blew up the bridge.")
    assert found.document_id == "doc"
    assert [c.attribution_id for c in found.claims] == [a.id for a in found.attributions]


def test_what_no_passage_covers_is_not_read(extract):
    text = "title: Norway did it\n\nThe mayor slept."
    found = extract(text, ("The mayor slept.", PassageKind.PARAGRAPH))
    assert [c.quote for c in found.claims] == ["The mayor slept"]


def test_document_without_passages_says_nothing(extract):
    document = Document(id="doc", input_id="a.txt", text="Norway did it.", raw_sha256="", made=MADE)
    found = RulesExtractor().extract(document, ())
    assert found.attributions == found.claims == ()


@pytest.mark.parametrize(
    "dateline", ["OSLO (Fjord Press) — ", "LIMA, Peru - ", "OSLO, May 4 (Fjord Press) -- ", "PORT LOUIS – "]
)
def test_dateline_is_no_part_of_a_sentence(extract, dateline):
    text = f"{dateline}The mayor said that smugglers blew up the bridge."
    (claim,) = extract(text).claims
    assert claim.holder.name == "mayor" and claim.context_start >= len(dateline)


def test_offsets_are_those_of_the_document(extract):
    text = "<p>\n\nOSLO — The mayor said that smugglers blew up the bridge."
    found = extract(text, (text[5:], PassageKind.PARAGRAPH))
    assert [text[c.start : c.end] for c in found.claims] == [c.quote for c in found.claims]
    (attribution,) = found.attributions
    assert text[attribution.source[0].start : attribution.source[0].end].endswith("mayor")


def test_block_quote_belongs_to_whoever_introduces_it(extract):
    quoted = "Smugglers blew up the bridge."
    text = f"The mayor said:\n\n{quoted}"
    found = extract(text, ("The mayor said:", PassageKind.PARAGRAPH), (quoted, PassageKind.BLOCK_QUOTE))
    assert any(c.holder.name == "mayor" and "blew up" in c.quote for c in found.claims)


def test_recipe_and_document_stand_on_all_that_was_made(extract):
    found = extract("The mayor said that smugglers blew up the bridge.")
    assert {made.made for made in (*found.attributions, *found.claims)} == {Made(recipe=RULES_RECIPE, inputs=("doc",))}


def test_author_endorses_his_own_claims(extract):
    assert {c.stance for c in extract("The harbour is calm.").claims} == {Stance.ENDORSES}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_accepted_and_every_quote_equals_its_slice(extract, text):
    assert all(text[c.start : c.end] == c.quote for c in extract(text).claims)
