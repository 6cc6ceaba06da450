"""Units: who says which words of a sentence."""

import pytest

from rashomon.extract.units import split_units, tokens_in, trim_punctuation
from rashomon.model.attribution import Attribution, Span
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance


def attribute(text, source, cue, *content, parent=None):
    """An attribution whose spans are the first places of the words."""

    def span(words):
        start = text.index(words)
        return Span(start=start, end=start + len(words))

    return Attribution(
        id=f"{source}:{cue}", document_id="d", source=(span(source),), cue=(span(cue),),
        content=tuple(span(words) for words in content), source_name=source, cue_text=cue, polarity=Polarity.ASSERT,
        certainty=Certainty.CERTAIN, stance=Stance.REPORTS, modality=Modality.ASSERTION, made=Made(recipe="test@1"),
        parent_id=parent,
    )  # fmt: skip


@pytest.fixture
def split(parse):
    """The units of a text as (who says it, words)."""

    def split(text, *attributions):
        parsed = parse(text)
        return [
            (
                unit.attribution.source_name if unit.attribution is not None else "author",
                text[parsed.tokens[unit.first].start : parsed.tokens[unit.last - 1].end],
            )
            for unit in split_units(parsed, attributions)
        ]

    return split


def test_sentence_without_an_attribution_is_the_authors(split):
    assert split("The bridge fell. Rain came.") == [("author", "The bridge fell"), ("author", "Rain came")]


def test_source_and_cue_belong_to_nobodys_proposition(split):
    text = "Brisa said the bridge fell."
    assert split(text, attribute(text, "Brisa", "said", "the bridge fell")) == [("Brisa", "the bridge fell")]


def test_what_is_left_of_a_sentence_is_the_authors(split):
    text = "While rain came, Brisa said the bridge fell."
    assert split(text, attribute(text, "Brisa", "said", "the bridge fell")) == [
        ("author", "While rain came"),
        ("Brisa", "the bridge fell"),
    ]


def test_innermost_attribution_owns_its_words(split):
    text = "Brisa said Ana thinks the bridge fell."
    outer = attribute(text, "Brisa", "said", "Ana thinks the bridge fell")
    inner = attribute(text, "Ana", "thinks", "the bridge fell", parent=outer.id)
    assert split(text, outer, inner) == [("Ana", "the bridge fell")]


def test_order_of_attributions_does_not_matter(split):
    text = "Brisa said Ana thinks the bridge fell."
    outer = attribute(text, "Brisa", "said", "Ana thinks the bridge fell")
    inner = attribute(text, "Ana", "thinks", "the bridge fell", parent=outer.id)
    assert split(text, inner, outer) == split(text, outer, inner)


def test_content_parted_by_its_own_source_and_cue_is_one_unit(split):
    text = "The bridge, Brisa said, fell at dawn."
    units = split(text, attribute(text, "Brisa", "said", "The bridge", "fell at dawn"))
    assert units == [("Brisa", "The bridge, Brisa said, fell at dawn")]


def test_unit_never_crosses_a_sentence(split):
    text = "Brisa said the bridge fell. Rain came."
    units = split(text, attribute(text, "Brisa", "said", "the bridge fell. Rain came"))
    assert units == [("Brisa", "the bridge fell"), ("Brisa", "Rain came")]


def test_run_of_punctuation_is_no_unit(split):
    text = "Brisa said the bridge fell!!!"
    assert len(split(text, attribute(text, "Brisa", "said", "the bridge fell"))) == 1


def test_text_without_words_has_no_units(split):
    assert split("... !!!") == []


def test_tokens_of_spans_begin_inside_them(parse):
    parsed = parse("The bridge fell at dawn.")
    spans = [Span(start=4, end=15), Span(start=19, end=23)]
    assert [parsed.tokens[i].text for i in tokens_in(parsed, spans)] == ["bridge", "fell", "dawn"]


def test_range_of_punctuation_trims_to_nothing(parse):
    first, last = trim_punctuation(parse("..."), 0, len(parse("...").tokens))
    assert first == last


def test_authors_sentence_with_commas_is_one_unit(split):
    assert split("On Monday, after a long night, the rebels blew up the bridge.") == [
        ("author", "On Monday, after a long night, the rebels blew up the bridge")
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The gate was shut; the guard was asleep in his hut.",
            ["The gate was shut", "the guard was asleep in his hut"],
        ),
        ("The gate was shut and the guard was asleep.", ["The gate was shut", "the guard was asleep"]),
        ("The rain came early but the wall did not give.", ["The rain came early", "the wall did not give"]),
    ],
)
def test_joined_statements_are_units_of_their_own(split, text, parts):
    assert [words for _, words in split(text)] == parts


@pytest.mark.parametrize(
    "text", ["The guard opened the gate and left the yard.", "The guard and his dog were asleep.", "He came; gone."]
)
def test_clause_without_a_subject_is_no_unit(split, text):
    assert len(split(text)) == 1


def test_joined_statements_of_one_voice_keep_it(split):
    text = "Brisa said the bridge fell and the road was closed."
    assert split(text, attribute(text, "Brisa", "said", "the bridge fell and the road was closed")) == [
        ("Brisa", "the bridge fell"),
        ("Brisa", "the road was closed"),
    ]
