"""The learned reader of ties: what it may change, and what it must leave as the rules have it."""

from dataclasses import replace

import numpy as np
import pytest

from rashomon.hypothesize.bearings import find_bearings
from rashomon.hypothesize.candidates import gather_candidates, label_of
from rashomon.hypothesize.tie_neighbours import Guess
from rashomon.hypothesize.tie_pairs import set_out
from rashomon.hypothesize.tie_reader import (
    RECIPE,
    Layout,
    Regression,
    decide,
    lay_out,
    load_reader,
    read_ties,
    rows_alone,
)
from rashomon.model.vocabulary import Polarity, Slot


@pytest.fixture
def case(make_document, make_claim, make_deed, make_reading):
    """A reading with an outright answer, a guess of the rules, a claim they tie to nothing, and a count."""
    document = make_document(
        "gazette",
        "Norway destroyed the bridge.",
        "Smugglers destroyed the bridge.",
        "The harbour was quiet that night.",
        "Four boats were lost.",
    )
    claims = [
        make_deed(document, "Norway destroyed the bridge", "A diver", actor="Norway"),
        make_deed(document, "Smugglers destroyed the bridge", "A cook", actor="smugglers"),
        make_claim(document, "The harbour was quiet that night", "A baker"),
        make_claim(document, "Four boats were lost", slot=Slot.COUNT, value="Four"),
    ]
    reading = make_reading([document], claims)
    candidates = {label_of(c): c for c in gather_candidates(reading)}
    return reading, candidates, find_bearings(reading, candidates)


def layout_of(case) -> Layout:
    return lay_out(set_out(*case))


def guess_for(layout, *, bears, meant, against):
    shape = layout.pairs.shape[:2]
    return Guess(bears=np.full(shape[0], bears), meant=np.full(shape, meant), against=np.full(shape, against))


def decided(case, **guess):
    _, candidates, bearings = case
    layout = layout_of(case)
    ruled = {b.claim_id: b for b in bearings}
    return {b.claim_id: b for b in decide(layout, guess_for(layout, **guess), list(candidates), ruled)}


def test_what_the_rules_weigh_stands_however_unlikely(case):
    weighed = [b for b in case[2] if b.weighed]
    kept = decided(case, bears=0.0, meant=0.0, against=0.5)
    assert len(weighed) == 2
    assert [kept[b.claim_id] for b in weighed] == weighed


def test_likely_tie_is_added_without_weight_on_the_likelier_side(case):
    quiet = case[0].claims[2].id
    added = decided(case, bears=1.0, meant=0.9, against=0.9)[quiet]
    assert (added.polarity, added.weighed, added.made.recipe) == (Polarity.DENY, False, RECIPE)
    assert decided(case, bears=1.0, meant=0.9, against=0.1)[quiet].polarity is Polarity.ASSERT
    assert quiet not in decided(case, bears=0.3, meant=0.3, against=0.9)


def test_unlikely_guess_of_the_rules_is_dropped(case):
    _, candidates, bearings = case
    layout = layout_of(case)
    loose = {b.claim_id: replace(b, weighed=False) for b in bearings}
    unlikely = list(decide(layout, guess_for(layout, bears=0.1, meant=0.9, against=0.0), list(candidates), loose))
    likely = list(decide(layout, guess_for(layout, bears=0.9, meant=0.9, against=0.0), list(candidates), loose))
    assert unlikely == []
    assert list(loose.values()) == [b for b in likely if b.claim_id in loose]


def test_counts_are_not_read(case):
    assert [claim.proposition.slot for claim in layout_of(case).claims].count(Slot.COUNT) == 0


def test_shipped_weights_fit_the_numbers_they_are_given(case):
    reader = load_reader()
    layout = layout_of(case)
    rows = rows_alone(layout, reader.cues)
    assert [part.weights.shape[0] for part in reader.first] == [given.shape[-1] for given in rows]
    guess = reader.guess(layout)
    for part in (guess.bears, guess.meant, guess.against):
        assert ((part > 0) & (part < 1)).all()


def test_shipped_reader_tells_an_outright_answer_from_small_talk(case):
    guess = load_reader().guess(layout_of(case))
    outright, quiet = 0, 2
    assert guess.bears[outright] > guess.bears[quiet]
    assert guess.meant[outright].argmax() == list(case[1]).index("Norway")


def test_bearings_keep_the_order_of_the_claims(case):
    reading, candidates, bearings = case
    place = {claim.id: at for at, claim in enumerate(reading.claims)}
    found = [place[b.claim_id] for b in read_ties(reading, candidates, tuple(reversed(bearings)))]
    assert found == sorted(found)


def test_without_candidates_nothing_is_read(case):
    assert read_ties(case[0], {}, ()) == ()


def test_regression_gives_one_half_at_no_odds_and_more_above():
    regression = Regression(weights=np.array([1.0]), bias=0.0)
    assert regression.probabilities(np.array([[0.0], [2.0]])).round(3).tolist() == [0.5, 0.881]
