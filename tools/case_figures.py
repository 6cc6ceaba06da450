"""The figures on cases of contested events: the development ones, our own, and our own set aside.

Every case is analysed once for all scorers: the shared ones by the command as well, which has to print what the same
walk makes in this process; our own in this process alone. Errors are read on the first two sets only.
"""

import json
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import score_arguments
import score_events
import score_facts
from analyze_once import keep_printed
from figures import ROOT, Figure, load_scorer
from weigh_cases import OWN, SET_ASIDE, write_reports
from weigh_figures import read_aside, read_development, tabulate_cases
from weigh_pages import MeasuredWeighing, list_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSet:
    """A folder of cases and how its figures are called; `held` are the names of those held to a floor."""

    folder: Path
    prefix: str
    told: str
    held: frozenset[str]


def case_figures(data: Path) -> Iterator[Figure]:
    """Yield the figures of all sets whose data is there. The scorers lie in the data directory."""
    shared = CaseSet(
        folder=data / "cases",
        prefix="",
        told="",
        held=frozenset("claim_recall claim_f1_hypothesis hypothesis_recall copy_f1 copy_precision facts_best".split()),
    )
    own = CaseSet(
        folder=OWN,
        prefix="own_",
        told="own cases: ",
        held=frozenset("claim_recall hypothesis_recall copy_f1 facts_best argument_recall".split()),
    )
    aside = CaseSet(folder=SET_ASIDE, prefix="aside_", told="cases set aside: ", held=frozenset())
    with tempfile.TemporaryDirectory() as kept:
        command = shlex.join([sys.executable, str(ROOT / "tools" / "analyze_once.py"), kept])
        yield from walk_figures(shared, data, command)
        yield from parts_figures(shared, data, command)
        weighed = weighing_figures(data, Path(kept))
        for cases in (own, aside):
            yield from walk_figures(cases, data, command)
            yield from parts_figures(cases, data, command)
    yield from weighed
    yield from event_figures(data)


def weighing_figures(data: Path, kept: Path) -> list[Figure]:
    """Return the figures of the weighing. Every analysis they rest on is kept as the command would print it.

    SystemExit: what the command printed for a case, if it was run, is something else.
    """
    scorer = load_scorer(data, "score_cases")
    development, aside = read_development(data), read_aside()
    for one in (*development, *aside):
        keep_printed(
            kept, question=one.read.case["question"], reports=write_reports(one.read.case), printed=one.printed
        )
    measured = MeasuredWeighing(development=tabulate_cases(development, scorer), aside=tabulate_cases(aside, scorer))
    return list(list_figures(measured))


def walk_figures(cases: CaseSet, data: Path, command: str) -> Iterator[Figure]:
    """The whole walk against gold claims, copies and answers."""
    found = run_scorer(data / "eval" / "score_cases.py", cases.folder, "--command", command)

    def figure(name: str, key: str, what: str, better: str = "") -> Figure:
        held = better or ("higher" if name in cases.held else "")
        return Figure(name=cases.prefix + name, value=found[key], what=cases.told + what, better=held)

    yield figure("cases_failed", "failed", f"cases that failed, of {int(found['cases'])}", "lower")
    yield figure("bad_sums", "bad_sums", "cases whose probabilities do not sum to 1", "lower")
    yield figure("claim_recall", "claim_recall", "gold claims found")
    yield figure("claim_f1", "claim_f1", "claim F1")
    yield figure("claim_f1_hypothesis", "claim_f1+hyp", "claim F1, tied to the right hypothesis")
    yield figure("claim_f1_holder", "claim_f1+holder", "claim F1, with the right hypothesis and holder")
    yield figure("hypothesis_recall", "hyp_recall", "gold hypotheses found")
    yield figure("copy_f1", "copy_f1", "pairs of reports of one origin: F1")
    yield figure("copy_precision", "copy_precision", "pairs of reports of one origin: precision")
    yield figure("rewrite_recall", "rewrite_recall", "rewrites found")
    yield figure("top1", "top1", "answers right, of the resolved cases")
    yield figure("brier", "brier", f"Brier, resolved cases (even split {found['uniform']:.3f})")
    yield figure("open_max", "open_max", "largest probability on an open case", "" if cases.prefix else "lower")
    if not cases.prefix:
        yield figure("seconds_per_case", "seconds_per_case", "seconds a case, start-up included", "lower")


def parts_figures(cases: CaseSet, data: Path, command: str) -> Iterator[Figure]:
    """Hypotheses counted, facts as ranges, arguments and implications."""
    scorer = load_scorer(data, "score_cases")
    facts: list[score_facts.Outcome] = []
    arguments: list[score_arguments.Outcome] = []
    most = 0.0
    for path in sorted(cases.folder.glob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        out, _ = scorer.run(case, command, 300)
        named = [one for one in out["hypotheses"] if not one["residual"]]
        most = max(most, len(named) / len(case["hypotheses_gold"]))
        facts += score_facts.score_case(case, out)
        if case.get("gold_arguments"):
            arguments.append(score_arguments.score_case(case, out, scorer.match(case, out)))
    ranges = score_facts.summarize(facts)
    figures: dict[str, tuple[float, str]] = {
        "hypotheses_most": (most, "hypotheses for one gold one, at most"),
        "facts_best": (ranges["best"], f"facts: best value within the gold range, of {ranges['slots']} slots"),
        "facts_whole": (ranges["whole"], "facts: the whole range within the gold range"),
    }
    if arguments:
        figures |= list_argument_figures(score_arguments.summarize(arguments))
    for name, (value, what) in figures.items():
        better = "higher" if name in cases.held else ""
        yield Figure(name=cases.prefix + name, value=value, what=cases.told + what, better=better)


def list_argument_figures(found: Mapping[str, float]) -> dict[str, tuple[float, str]]:
    """Arguments and implications by name: value and what it says."""
    return {
        "argument_recall": (
            found["recall"],
            f"arguments: found with hypothesis and kind, of {found['arguments']}",
        ),
        "argument_kind": (found["kind"], "arguments: kind right, of those found"),
        "argument_direction": (found["direction"], "arguments: direction right, of those found"),
        "argument_precision": (found["precision"], f"arguments: precision of {found['ours']}"),
        "implications_found": (found["implied"], f"implications found, of {found['implications']}"),
    }


def event_figures(data: Path) -> Iterator[Figure]:
    """Events across documents, all cases mixed, and on those set aside alone."""
    folders = (("events", (data / "cases", OWN)), ("aside_events", (SET_ASIDE,)))
    for name, sets in folders:
        cases = [json.loads(path.read_text("utf-8")) for folder in sets for path in sorted(folder.glob("*.json"))]
        reports = [told for case in cases for told in score_events.read_reports(case)]
        found = score_events.score_groups(reports)
        words = score_events.score_words(cases, details=False)
        told = "" if name == "events" else "cases set aside: "
        mixed = f"{told}events of {len(reports)} mixed reports of {len(cases)} events"
        better = "higher" if name == "events" else ""
        yield Figure(name=f"{name}_f1", value=found["f1"], what=f"{mixed}: B-cubed F1", better=better)
        yield Figure(name=f"{name}_worst", value=found["f1_worst_subset"], what=f"{mixed}: worst of 12 subsets")
        yield Figure(
            name=f"{name}_words",
            value=words["balanced_words"],
            what=f"{told}words of the event asked about, and of others, placed right",
            better=better,
        )


def run_scorer(*command: str | Path) -> dict[str, Any]:
    """Run a scorer that prints its figures as JSON on its last line."""
    done = subprocess.run([sys.executable, *command], stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found
