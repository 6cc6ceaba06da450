"""Polarity and certainty on one scale."""

import pytest

from rashomon.extract.appraisal import Appraisal
from rashomon.extract.factuality import rate_factuality
from rashomon.model.vocabulary import Certainty, Polarity


@pytest.fixture
def rate(read):
    def rate(text):
        (claim,) = [c for c in read(text).claims if len(c.chain) > 1]
        return claim.factuality

    return rate


def test_weaker_words_sound_less_factual(rate):
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
