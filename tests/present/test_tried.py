"""What is tried, from an address and back; the controls beside it; the chart, and what would follow."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.errors import WeighError
from rashomon.model.judgement import PointProbability
from rashomon.model.scenario import Change, Scenario, TriedOutcome, WeighedAnswers, read_change
from rashomon.model.study import Omission, SensitivityStudy, Swing
from rashomon.model.vocabulary import ChangeKind, PartKind, SwingKind
from rashomon.present.consequences import grow_branches
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.tornado import MOST_BARS, draw_tornado
from rashomon.present.tried import KINDS, Asked, Tried, read_tried, take_up, view_refused, view_tried, write_address
from rashomon.present.tried_controls import FIRST_SHOWN, list_controls, rank_parts

ASKED = Asked(
    prior=("hyp_union:12.5",),
    grade=("src_varda:D",),
    item=("evd_union:forged",),
    without=("evd_motive", "", "evd_motive", "gone"),
    together=("src_varda,org_beacon",),
    join=("src_courier", "org_courier"),
    suppose=("ind_1:no", "ind_1:hyp_varda"),
    find="  the   harbour ",
)


@pytest.fixture
def index(analysis: Analysis) -> AnalysisIndex:
    return index_analysis(analysis)


@pytest.fixture
def held(analysis: Analysis) -> WeighedAnswers:
    return WeighedAnswers(probabilities=analysis.judgement.probabilities)


def read_again(address: str, index: AnalysisIndex) -> Tried:
    parts = parse_qs(urlsplit(address).query)
    return read_tried(Asked(find=parts.pop("find", [""])[0], **parts), index)


def test_an_address_is_read_and_written_alike(index: AnalysisIndex) -> None:
    tried = read_tried(ASKED, index)
    assert read_again(write_address(tried, index), index) == tried
    assert tried.find == "the harbour"
    assert [change.kind for change in tried.changes].count(ChangeKind.DROP) == 2
    assert tried.scenario.changes[-1] == Change(kind=ChangeKind.DEPENDENT, about=("src_courier", "org_courier"))
    assert write_address(replace(tried, changes=tried.changes[::-1]), index).split("&")[0].endswith("without=gone")
    assert write_address(Tried(), index) == "/whatif"
    assert set(KINDS) == set(ChangeKind)


def test_what_is_said_last_of_one_thing_holds(index: AnalysisIndex) -> None:
    tried = read_tried(Asked(prior=("hyp_union:10", "the dockers' union:20"), suppose=("ind_1:no", "ind_1:yes")), index)
    assert [change.value for change in tried.changes] == ["0.2", "yes"]


def test_answers_go_by_their_labels_in_changes_and_by_ids_in_addresses(index: AnalysisIndex) -> None:
    tried = read_tried(ASKED, index)
    prior = next(change for change in tried.changes if change.kind is ChangeKind.PRIOR)
    assert (prior.about, prior.value) == (("the dockers' union",), "0.125")
    assert "prior=hyp_union%3A12.5" in write_address(tried, index)
    gone = take_up((Change(kind=ChangeKind.PRIOR, about=("Atlantis: north\n",), value="0.5"),))
    assert read_again(write_address(gone, index), index) == gone


def test_a_kept_scenario_is_taken_up_one_thing_at_a_time(index: AnalysisIndex) -> None:
    kept = (Change(kind=ChangeKind.DROP, about=("evd_motive", "org_beacon")),)
    assert [change.about for change in take_up(kept).changes] == [("evd_motive",), ("org_beacon",)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"prior": ("hyp_union:100",)}, {"prior": ("hyp_union:inf",)}, {"prior": ("hyp_union",)},
        {"grade": ("src_varda:Z",)}, {"item": ("evd_union:odd",)}, {"together": ("src_varda,src_varda",)},
        {"suppose": ("ind_1:",)},
    ],
)  # fmt: skip
def test_what_is_no_change(index: AnalysisIndex, wrong: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(WeighError, match=r"R-WEIGH-00[46]"):
        read_tried(Asked(**wrong), index)


def test_the_view_tells_each_change_and_who_would_lead(index: AnalysisIndex, held: WeighedAnswers) -> None:
    first, second, *rest = held.probabilities
    swapped = (replace(first, probability=0.2), replace(second, probability=0.6, prior=0.4), *rest)
    tried = read_tried(ASKED, index)
    idle = (Change(kind=ChangeKind.DROP, about=("gone",)),)
    scenario = tried.scenario
    outcome = TriedOutcome(scenario=scenario, before=held, after=WeighedAnswers(probabilities=swapped), idle=idle)
    view = view_tried(tried, outcome, index)
    assert view.leads == "the dockers' union would lead, not the Varda Line: likely."
    assert view.overtaken and view.moves_priors
    assert [read_change(line.written) for line in view.lines] == list(scenario.changes)
    assert [line.words for line in view.lines if line.idle] == ["without gone"]
    assert [round(one.points) for one in view.answers][:2] == [-27, 38]
    for line in view.lines:
        left = read_again(line.without, index)
        assert len(left.scenario.changes) == len(scenario.changes) - 1
        assert read_change(line.written) not in left.scenario.changes
    still = TriedOutcome(scenario=Scenario(changes=()), before=held, after=held)
    assert view_tried(Tried(), still, index).leads == "the Varda Line leads: roughly even chance."
    assert view_refused(tried, "no room", index).answers == ()


def test_controls_hold_all_that_is_tried(index: AnalysisIndex, held: WeighedAnswers) -> None:
    parts = rank_parts(index)
    controls = list_controls(read_tried(ASKED, index), held, parts, index)
    assert controls.dropped == {"evd_motive", "gone"}
    assert controls.carried[0] == ("without", "gone")
    assert ("together", "src_varda,org_beacon") in controls.carried
    assert {one.hypothesis.id: (one.stands, one.percent) for one in controls.priors}["hyp_union"] == (12, 12)
    assert ("prior", "hyp_union:12.5") in controls.carried
    whole = list_controls(read_tried(Asked(prior=("hyp_union:12",)), index), held, parts, index)
    assert {one.hypothesis.id: (one.stands, one.percent) for one in whole.priors}["hyp_union"] == (30, 12)
    assert whole.carried == ()
    assert "evd_motive" in {one.id for one in controls.parts.items}
    assert {one.id for one in controls.parts.origins} >= {"org_courier"}


def test_what_matters_most_comes_first_and_words_find_the_rest(index: AnalysisIndex, held: WeighedAnswers) -> None:
    parts = rank_parts(index)
    assert parts.items[0].id == "evd_varda"
    assert [one.bits for one in parts.sources] == sorted((one.bits for one in parts.sources), reverse=True)
    assert parts.origins[0].points > 0
    found = list_controls(Tried(find="harbour MASTER"), held, parts, index).parts
    assert [one.id for one in found.items] == ["evd_union"]
    assert found.origins == ()
    assert len(list_controls(Tried(), held, parts, index).parts.items) <= FIRST_SHOWN


def test_the_chart_has_the_widest_bar_first_and_counts_the_rest(index: AnalysisIndex) -> None:
    def points(varda: float) -> tuple[PointProbability, ...]:
        rest = {"hyp_union": 0.8 - varda, "hyp_smugglers": 0.1, "hyp_else": 0.1}
        given = {"hyp_varda": varda, **rest}
        return tuple(PointProbability(hypothesis_id=one, probability=share) for one, share in given.items())

    omissions = [
        Omission(kind=PartKind.HOLDER, record_id=f"src_{n}", name=f"voice {n}", probabilities=points(0.46 - n / 200))
        for n in range(MOST_BARS + 3)
    ]
    swing = Swing(
        kind=SwingKind.PRIOR, what="prior", if_one="10 %", if_other="60 %", one=points(0.2), other=points(0.7),
        hypothesis_id="hyp_varda",
    )  # fmt: skip
    study = SensitivityStudy(judgement_id="j", probabilities=points(0.47), omissions=tuple(omissions), swings=(swing,))
    chart = draw_tornado(study, index)
    widths = [bar.row.width for bar in chart.bars]
    assert widths == sorted(widths, reverse=True)
    assert (chart.bars[0].kind, chart.bars[0].row.hypothesis_id) == ("prior", "hyp_varda")
    assert chart.bars[1].row.record_id == f"src_{MOST_BARS + 2}"
    assert len(chart.bars) == MOST_BARS and chart.more == 4
    assert chart.scale == (pytest.approx(0.2), pytest.approx(0.7))


def test_what_would_follow_stands_in_its_sentence(index: AnalysisIndex) -> None:
    (branch,) = grow_branches(index)
    (one,) = branch.consequences
    assert branch.hypothesis.id == "hyp_varda"
    assert one.before + one.implication.then + one.after == (
        "If the Varda Line did it, the port will be closed for years."
    )
    assert one.surely == "would follow"
