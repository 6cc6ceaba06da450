"""Polarity and certainty on one scale."""

import pytest

from rashomon.extract.appraisal import Appraisal
from rashomon.extract.extractor import TaggerExtractor
from rashomon.extract.factuality import rate_factuality
from rashomon.ingest.passages import split_passages
from rashomon.model.document import Document
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, Polarity

EXTRACTOR = TaggerExtractor()


def rate(text):
    document = Document(id="d", input_id="d", text=text, raw_sha256="", made=Made(recipe="test@1"), publisher="Gazette")
    claims = [c for c in EXTRACTOR.extract(document, split_passages(document)).claims if len(c.chain) > 1]
    (claim,) = claims
    return claim.factuality


def test_weaker_words_sound_less_factual():
    said = [
        rate("Lund said the valve had failed."),
        rate("Lund believes the valve has failed."),
        rate("Lund said the valve may have failed."),
        rate("Lund asked whether the valve had failed."),
        rate("Lund doubts that the valve failed."),
        rate("Lund denied that the valve had failed."),
    ]
    assert said == sorted(said, reverse=True)
    assert said[0] > 2 and said[-1] < -1.5


@pytest.mark.parametrize("certainty", Certainty)
@pytest.mark.parametrize("polarity", Polarity)
@pytest.mark.parametrize("reading", [None, -3.0, 0.0, 3.0])
def test_the_scale_ends_at_three(polarity, certainty, reading):
    assert -3 <= rate_factuality(Appraisal(polarity=polarity, certainty=certainty), reading) <= 3


def test_the_taggers_reading_moves_what_is_asserted_alone():
    asserted, denied = Appraisal(), Appraisal(polarity=Polarity.DENY)
    assert rate_factuality(asserted, 1.0) < rate_factuality(asserted, None) < rate_factuality(asserted, 3.0)
    assert rate_factuality(denied, 1.0) == rate_factuality(denied, None) == rate_factuality(denied, 3.0)
