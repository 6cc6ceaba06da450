"""The measured weighing as pages and the evaluation tell it, and analyses shared with other scorers."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analyze_once import keep_printed
from figures import RASHOMON, ROOT, write_between
from weigh_baselines import BASELINES
from weigh_cases import OWN, read_cases, write_reports
from weigh_figures import answer_case
from weigh_pages import PAGE, README, CaseTables, MeasuredWeighing, find_best, list_figures, mark, render_table
from weigh_rows import ENGINE, judge, tabulate

NAMES = ("fire", "storm")
QUESTION = "Which?"
REPORTS = '{"id": "r1", "text": "A guard said it was the storm."}\n'


def build_rows(engine=(0.7, 0.8), rules=0.5):
    """Two resolved cases and an open one, the rules of voting all alike but for one that is nearer."""
    cases = [
        {ENGINE: judge({"fire": p}, NAMES, "fire")}
        | {rule: judge({"fire": 0.6 if rule == "one vote per holder" else rules}, NAMES, "fire") for rule in BASELINES}
        for p in engine
    ]
    opened = {name: judge({"fire": 0.4}, NAMES, None) for name in cases[0]}
    return tabulate([*cases, opened])


def build_measured():
    tables = CaseTables(cases=3, gold=build_rows(), end_to_end=build_rows(engine=(0.3, 0.4)))
    return MeasuredWeighing(development=tables, aside=tables)


def test_the_best_rule_is_the_nearest_one_that_counts_votes():
    assert find_best(build_rows()).name == "one vote per holder"
    assert find_best(build_rows(rules=0.9)).name != "even split"


def test_the_engine_is_held_to_floors_on_development_cases_only():
    figures = {figure.name: figure for figure in list_figures(build_measured())}
    assert {name for name, figure in figures.items() if figure.better} == {
        f"weigh{part}_{name}" for part in ("_gold", "") for name in ("brier", "right", "open")
    }
    assert figures["weigh_gold_brier"].value == pytest.approx((2 * 0.3**2 + 2 * 0.2**2) / 2)
    assert figures["weigh_gold_right"].value == 1.0
    assert figures["aside_weigh_brier"].value == pytest.approx((2 * 0.7**2 + 2 * 0.6**2) / 2)
    assert figures["weigh_open"].value == 0.4


def test_what_the_engine_is_ahead_by_is_paired_with_its_interval():
    figures = {figure.name: figure for figure in list_figures(build_measured())}
    ahead = figures["weigh_gold_over_votes"]
    assert ahead.value == pytest.approx(2 * 0.4**2 - (2 * 0.3**2 + 2 * 0.2**2) / 2)
    assert "one vote per holder" in ahead.what
    assert "+0.14 to +0.24" in ahead.what
    assert figures["weigh_over_votes"].value < 0


def test_a_table_is_written_between_its_markers_and_nowhere_else(tmp_path):
    page = tmp_path / "page.md"
    begin, end = mark("gold")
    page.write_text(f"before\n{begin}\n| stale |\n{end}\nafter\n", "utf-8")
    write_between(page, (begin, end), render_table(build_rows()))
    written = page.read_text("utf-8")
    assert written.startswith(f"before\n{begin}\n| | Brier")
    assert written.endswith(f"|\n{end}\nafter\n")
    assert "stale" not in written
    write_between(page, (begin, end), render_table(build_rows()))
    assert page.read_text("utf-8") == written


def test_a_page_without_markers_is_refused(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("a table stood here\n", "utf-8")
    with pytest.raises(SystemExit, match="put '<!-- gold"):
        write_between(page, mark("gold"), "| new |")
    assert page.read_text("utf-8") == "a table stood here\n"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (README, "weighing"),
        *(
            (PAGE, f"{how}, {told}")
            for how in ("on gold claims", "end to end")
            for told in ("development cases", "cases set aside")
        ),
    ],
)
def test_the_pages_hold_every_table(page, name):
    begin, end = mark(name)
    table = page.read_text("utf-8").split(begin)[1].split(end)[0]
    assert table.count("\n|") > 5


def run_kept(folder, reports: Path):
    command = [sys.executable, ROOT / "tools" / "analyze_once.py", folder, reports, "--question", QUESTION, "--json"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_what_is_kept_is_printed_and_not_made_again(tmp_path):
    reports = tmp_path / "reports.jsonl"
    reports.write_text(REPORTS, "utf-8")
    keep_printed(tmp_path, question=QUESTION, reports=REPORTS, printed='{"kept": 1}')
    assert run_kept(tmp_path, reports) == '{"kept": 1}'
    with pytest.raises(SystemExit, match="another analysis"):
        keep_printed(tmp_path, question=QUESTION, reports=REPORTS, printed='{"kept": 2}')


def test_the_analysis_that_is_kept_is_the_one_the_command_prints(tmp_path):
    shutil.copy(OWN / "kestrel-ford-2009.json", tmp_path)
    (read,) = read_cases(tmp_path, None)
    reports = tmp_path / "reports.jsonl"
    reports.write_text(write_reports(read.case), "utf-8")
    command = [RASHOMON, "analyze", reports, "--question", read.case["question"], "--json"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert json.loads(answer_case(read).printed) == json.loads(printed)
