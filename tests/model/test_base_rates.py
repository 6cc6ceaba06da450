"""Base rates: which table fits, which row an answer falls into, and that the priors are honest."""

import pytest

from rashomon.model.base_rates import find_base_rates, load_base_rates, yield_to
from rashomon.model.provenance import Made
from rashomon.model.question import Hypothesis, SetPrior

MADE = Made(recipe="test@1", inputs=())


def answers(*labels):
    named = [
        Hypothesis(id=f"h{n}", question_id="q", label=label, residual=False, made=MADE)
        for n, label in enumerate(labels)
    ]
    return [*named, Hypothesis(id="rest", question_id="q", label="something else", residual=True, made=MADE)]


@pytest.mark.parametrize("table", load_base_rates(), ids=lambda table: table.id)
def test_a_table_is_whole_and_has_its_source(table):
    assert 0.7 <= sum(row.rate for row in table.rows) <= 1.0 + 1e-9
    assert table.source and table.url.startswith(("http://", "https://")) and table.checked in {"page", "cited"}
    assert all(row.words for row in table.rows)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("What caused the crash of the airliner?", "airliner-crashes"),
        ("What caused the crash of the drone near the plane works?", None),
        ("What caused the forest fire in Halden?", "wildfires"),
        ("What caused the fire in the theatre?", None),
        ("What cut the cable under the Baltic Sea?", "submarine-cables"),
        ("What made the bridge collapse?", "bridges"),
        ("What caused the explosion on the bridge?", None),
        ("What caused the damage to the power station?", None),
        ("What caused the outbreak in Damascus?", None),
        ("What caused the fire in Bridgetown?", None),
        ("What caused the collapse of the jetty?", None),
        ("What caused the flight of the refugees?", None),
    ],
)
def test_the_table_that_fits_is_found(words, wanted):
    rates = find_base_rates(words, answers("a storm", "a bomb", "lightning", "an anchor", "corrosion", "flood"))
    assert (rates.table.id if rates else None) == wanted


def test_answers_of_one_row_share_it_and_strangers_share_what_is_left():
    rates = find_base_rates("What brought the plane down?", answers("a bomb", "a missile", "pilot error", "a curse"))
    bomb, missile, pilot, curse, rest = (one.probability for one in rates.priors)
    assert sum(one.probability for one in rates.priors) == pytest.approx(1.0)
    assert bomb == missile < curse == rest < pilot
    assert rates.rows == ("sabotage", "sabotage", "pilot error", "", "")


@pytest.mark.parametrize(
    ("words", "answer", "row"),
    [
        ("What brought the plane down?", "pilot suicide", "sabotage"),
        ("What brought the plane down?", "a bomb in the engine", "sabotage"),
        ("What brought the plane down?", "window failure", ""),
        ("What cut the cable in the Baltic?", "sabotage by a ship dragging its anchor", ""),
        ("What cut the cable in the Baltic?", "a dragging anchor", "fishing, anchors and other accidents of people"),
    ],
)
def test_what_was_meant_is_no_accident(words, answer, row):
    rates = find_base_rates(words, answers(answer, "storm", "lightning"))
    assert rates.rows[0] == row


def test_priors_an_analyst_keeps_stay():
    rates = find_base_rates("What brought the plane down?", answers("a bomb", "pilot error"))
    kept = SetPrior(hypothesis_id="h0", probability=0.4)
    bomb, pilot, rest = (one.probability for one in yield_to(rates, [kept]).priors)
    assert bomb == 0.4 and bomb + pilot + rest == pytest.approx(1.0)
    assert pilot / rest == pytest.approx(rates.priors[1].probability / rates.priors[2].probability)


def test_no_answer_is_ever_sure_or_ruled_out():
    for labels in (("lightning",), ("arson", "lightning"), ("arson", "campfire", "power lines")):
        rates = find_base_rates("What started the wildfire?", answers(*labels))
        assert all(0.02 < one.probability < 0.9 for one in rates.priors)


def test_where_no_answer_is_known_to_the_table_there_are_no_rates():
    assert find_base_rates("What brought the plane down?", answers("a curse")) is None
    assert find_base_rates("What started the wildfire?", []) is None
