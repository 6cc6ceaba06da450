"""What the ties of the claims around a claim say of its own."""

import numpy as np
import pytest

from rashomon.hypothesize.tie_neighbours import Guess, log_odds, look_around


@pytest.fixture
def claims(make_document, make_claim):
    """Two claims of one report by one holder, and one of another report by the same holder."""
    first = make_document("gazette", "The hull was bent.", "The lock was cut.")
    other = make_document("courier", "The rope was new.")
    return [
        make_claim(first, "The hull was bent", "A diver"),
        make_claim(first, "The lock was cut", "A diver"),
        make_claim(other, "The rope was new", "A diver"),
    ]


def guess_of(bears, meant, against=0.0):
    meant = np.array(meant, dtype=float)
    return Guess(bears=np.array(bears, dtype=float), meant=meant, against=np.full(meant.shape, against))


def test_neighbour_counts_within_its_report_only(claims):
    low = look_around(claims, guess_of([0.1, 0.5, 0.5], [[0.5, 0.5]] * 3))
    high = look_around(claims, guess_of([0.9, 0.5, 0.5], [[0.5, 0.5]] * 3))
    assert not np.array_equal(low.whole[1], high.whole[1])
    assert np.array_equal(low.whole[2], high.whole[2])


def test_holder_counts_in_every_report(claims):
    favours = look_around(claims, guess_of([0.9, 0.5, 0.5], [[0.9, 0.1], [0.5, 0.5], [0.5, 0.5]]))
    opposes = look_around(claims, guess_of([0.9, 0.5, 0.5], [[0.9, 0.1], [0.5, 0.5], [0.5, 0.5]], against=1.0))
    assert not np.array_equal(favours.pairs[2, 0], opposes.pairs[2, 0])


def test_claim_does_not_count_as_its_own_neighbour(make_document, make_claim):
    alone = [make_claim(make_document("gazette", "The hull was bent."), "The hull was bent", "A diver")]
    around = look_around(alone, guess_of([0.9], [[0.8, 0.1]]))
    assert around.whole[0, 2:6].tolist() == [0.4] * 4
    assert around.pairs[0, :, 3:11].tolist() == [[0.0] * 8] * 2


def test_log_odds_of_certainty_are_finite():
    assert np.isfinite(log_odds(np.array([0.0, 1.0]))).all()
    assert log_odds(np.array([0.5]))[0] == 0
