from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.analysis import Analysis
from rashomon.model.vocabulary import Certainty, Polarity
from rashomon.present import phrases


@pytest.mark.parametrize(
    ("probability", "said"), [(0.0, "<1 %"), (0.004, "<1 %"), (0.47, "47 %"), (0.999, ">99 %"), (0.99, "99 %")]
)
def test_percent_never_claims_certainty(probability: float, said: str) -> None:
    assert phrases.say_percent(probability) == said


@pytest.mark.parametrize(("bits", "said"), [(0.6, "+0.6"), (-0.05, "-0.05"), (0.001, "0.0"), (-1.25, "-1.2")])
def test_bits_carry_their_sign(bits: float, said: str) -> None:
    assert phrases.say_bits(bits) == said


@pytest.mark.parametrize(
    ("low", "best", "high", "said"),
    [
        (8, 25, None, "8 to 25 or more, best 25"),
        (8, 8, None, "at least 8"),
        (None, 8, 12, "8 or less to 12, best 8"),
        (8, 8, 25, "8 to 25, best 8"),
        (3, 3, 3, "3"),
        (None, None, 1200000, "at most 1200000"),
        (None, 4, None, "4"),
        (1, None, float("inf"), "1 to inf"),
        (None, None, None, "not counted"),
    ],
)
def test_range_says_what_is_known(
    analysis: Analysis, low: float | None, best: float | None, high: float | None, said: str
) -> None:
    fact = replace(analysis.hypothesis_set.facts[0], low=low, best=best, high=high)
    assert phrases.say_range(fact) == said


def test_measured_quantity_is_said_with_its_unit(analysis: Analysis) -> None:
    fact = replace(analysis.hypothesis_set.facts[0], low=2.5, best=2.5, high=2.5, unit="kilometre")
    assert phrases.say_range(fact) == "2.5 kilometres"
    assert phrases.say_range(replace(fact, high=3.0)) == "2.5 to 3 kilometres, best 2.5"


def test_slot_is_said_in_plain_words(analysis: Analysis) -> None:
    fact = replace(analysis.hypothesis_set.facts[0], slot="people_on_board")
    assert phrases.say_slot(fact) == "people on board"


def test_voices_run_from_the_holder_outward_and_name_the_publisher_once(analysis: Analysis) -> None:
    claims = {claim.id: claim for claim in analysis.claims}
    documents = {document.id: document for document in analysis.documents}
    said = phrases.say_voices(claims["clm_4"], documents["doc_herald"])
    assert said == "investigators ← the Almar Courier ← The Herald"
    assert phrases.say_voices(claims["clm_3"], documents["doc_courier"]).endswith(" ← Almar Courier")


def test_mention_is_not_worded_as_saying() -> None:
    assert phrases.say_attitude(Polarity.ASSERT, Certainty.NONE) == "mentions"
    assert phrases.say_attitude(Polarity.DENY, Certainty.CERTAIN) == "denies"


@given(st.text(), st.integers(1, 60))
def test_cut_text_fits_and_begins_as_the_whole(text: str, limit: int) -> None:
    cut = phrases.cut_words(text, limit)
    assert len(cut) <= max(limit, 2)
    assert cut == text or text.startswith(cut.removesuffix("…").rstrip(" ")) or cut.endswith("…")
