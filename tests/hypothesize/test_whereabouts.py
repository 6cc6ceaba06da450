"""Where in a report each hypothesis is named."""

import numpy as np
import pytest

from rashomon.hypothesize.candidates import gather_candidates, label_of
from rashomon.hypothesize.vocabulary import learn_vocabulary
from rashomon.hypothesize.whereabouts import FAR, Namer, find_whereabouts


@pytest.fixture
def namer(make_document, make_deed, make_reading):
    """Knows Norway and the smugglers, in this order."""
    document = make_document("courier", "Norway destroyed the bridge.", "Smugglers destroyed the bridge.")
    claims = [
        make_deed(document, "Norway destroyed the bridge", "A diver", actor="Norway"),
        make_deed(document, "Smugglers destroyed the bridge", "A cook", actor="smugglers"),
    ]
    reading = make_reading([document], claims)
    candidates = {label_of(c): c for c in gather_candidates(reading)}
    answers = {claim_id: name for name, c in candidates.items() for claim_id in c.claim_ids}
    return Namer(candidates=candidates, vocabulary=learn_vocabulary(reading, candidates, answers))


def test_state_is_named_by_its_people_and_a_group_by_its_noun(namer):
    assert list(namer.candidates) == ["Norway", "smugglers"]
    assert namer.named_in("The Norwegian navy met a smuggler").tolist() == [True, True]
    assert namer.named_in("Nobody was seen").tolist() == [False, False]


def test_sentences_since_a_hypothesis_was_named_are_counted(namer):
    place = find_whereabouts("Norway sent a boat. It was late. Rain fell. Smugglers slept.", namer)
    assert place.since[:, 0].tolist() == [0, 1, 2, 3]
    assert place.since[:, 1].tolist() == [FAR, FAR, FAR, 0]


def test_paragraph_shares_what_it_names_and_the_next_one_does_not(namer):
    place = find_whereabouts("It was late. Norway sent a boat.\n\nRain fell.", namer)
    assert place.beside[0].tolist() == [True, False]
    assert not place.beside[-1].any()


def test_place_in_the_text_finds_its_sentence(namer):
    text = "Norway sent a boat. It was late."
    place = find_whereabouts(text, namer)
    assert place.sentence_at(text.index("sent")) == 0
    assert place.sentence_at(text.index("late")) == 1
    assert place.sentence_at(len(text)) == 1


def test_nothing_is_named_outside_the_report(namer):
    place = find_whereabouts("Norway sent a boat.", namer)
    assert not place.around(0, -1).any()
    assert place.around(0, 0).tolist() == [True, False]


def test_empty_report_names_nothing(namer):
    place = find_whereabouts("", namer)
    assert place.sentence_at(0) == 0
    assert np.array_equal(place.shares(), [0, 0])
