"""Scenarios on the screen: words for changes, bars before and after, nothing that breaks out."""

import unicodedata
from dataclasses import replace

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.judgement import Judgement
from rashomon.model.scenario import Change, Scenario, ScenarioOutcome
from rashomon.model.vocabulary import ChangeKind
from rashomon.present.index import index_analysis
from rashomon.present.odds import list_moves, take_odds
from rashomon.present.whatif import render_scenario, say_change, shape_scenario

CHANGES = (
    Change(kind=ChangeKind.DROP, about=("evd_motive",)),
    Change(kind=ChangeKind.REGRADE, about=("src_varda",), value="D"),
    Change(kind=ChangeKind.DEPENDENT, about=("src_varda", "org_beacon")),
    Change(kind=ChangeKind.PRIOR, about=("smugglers",), value="0.5"),
    Change(kind=ChangeKind.SUPPOSE, about=("ind_1",), value="no"),
)


def swap(judgement: Judgement) -> Judgement:
    """The same judgement with the two first answers changed over."""
    one, other, *rest = judgement.probabilities
    first = replace(one, probability=other.probability)
    return replace(judgement, probabilities=(first, replace(other, probability=one.probability), *rest))


@pytest.fixture
def outcome(analysis: Analysis) -> ScenarioOutcome:
    scenario = Scenario(changes=CHANGES, name="strict")
    after = swap(analysis.judgement)
    return ScenarioOutcome(scenario=scenario, before=analysis.judgement, after=after, idle=CHANGES[-1:])


def test_changes_in_words(analysis: Analysis) -> None:
    index = index_analysis(analysis)
    assert [say_change(change, index) for change in CHANGES] == [
        f"without [{index.numbers['evd_motive']}] the chief inspector ← Almar Courier",
        "A spokesman for the Varda Line graded D, not usually reliable",
        "A spokesman for the Varda Line and all of origin The Beacon: 1 report not independent",
        "smugglers 50 % before any evidence",
        "traces of petrol: not seen",
    ]


def test_moves_are_points_and_bits_of_odds(outcome: ScenarioOutcome, analysis: Analysis) -> None:
    first, *_ = list_moves(analysis.hypothesis_set.hypotheses, outcome.before, outcome.after)
    assert (first.before, first.after) == (0.47, 0.22)
    assert first.points == pytest.approx(-25)
    assert first.bits == pytest.approx(take_odds(0.22) - take_odds(0.47))
    assert take_odds(0.0) < -50 < 50 < take_odds(1.0)


@pytest.mark.parametrize("width", [60, 100, 140])
def test_the_page_fits_and_names_who_would_lead(outcome: ScenarioOutcome, analysis: Analysis, width: int) -> None:
    page = render_scenario(outcome, analysis, width=width)
    assert max(map(len, page.splitlines())) <= width
    assert "the dockers' union would lead, not the Varda Line." in page
    assert page.count("finds nothing to change") == 1


def test_hostile_names_are_harmless(outcome: ScenarioOutcome, hostile_analysis: Analysis) -> None:
    page = render_scenario(outcome, hostile_analysis)
    assert not {char for char in page if unicodedata.category(char) in ("Cc", "Cf") and char != "\n"}
    assert shape_scenario(outcome, index_analysis(hostile_analysis)).leader_after == "hyp_union"
