"""Score arguments and implications on the cases that have gold for them.

usage: score_arguments.py [CASES_DIR] [--command "rashomon analyze"] [--half read|unread] [--data DIR]
           [--show missed|kinds|spurious|implications]

A case's gold arguments are {report, hypothesis, polarity (for, against), kind, quote, start}, its gold implications
{report, hypothesis, quote, start}. Predicted hypotheses are matched to gold ones as `eval/score_cases.py` of the data
directory does (../shared, or where --data or RASHOMON_DATA says). Errors may be read on the alphabetical first half of
the cases only (`read`); `--show` prints none of the other half.

tied       share of gold arguments half of whose quote a claim tied to the right hypothesis covers
linked     share that a piece of evidence on the right hypothesis covers, whatever its kind
recall     share covered by a piece of evidence on the right hypothesis and of the right kind
kind       share of the linked ones with the right kind
direction  share of the linked ones with the right direction
precision  share of our evidence of the kinds of arguments that covers half of a gold argument on its hypothesis
implied    share of gold implications half of whose quote an implication of the right hypothesis covers
"""

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from figures import RASHOMON, ROOT, load_scorer

KINDS = {"signature": "pattern", "physical_trace": "physical", "expert_finding": "finding"}
"""Gold kinds that go by another name here."""
ARGUMENTS = frozenset(
    "motive means opportunity precedent pattern physical document intercept image finding absence".split()
)
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A gold argument and what covers it: whether a claim is tied, and (kind, direction) of each piece of evidence."""

    case: str
    gold: dict[str, Any]
    tied: bool
    links: tuple[tuple[str, str], ...]

    @property
    def kind(self) -> str:
        return KINDS.get(self.gold["kind"], str(self.gold["kind"]))

    @property
    def right_kind(self) -> bool:
        return any(kind == self.kind for kind, _ in self.links)

    @property
    def right_direction(self) -> bool:
        own = [d for kind, d in self.links if kind == self.kind] or [d for _, d in self.links]
        return self.gold["polarity"] in own


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one case came to; `spurious` are our arguments that cover no gold one, `proper` counts those that do."""

    case: str
    found: tuple[Found, ...]
    implied: tuple[tuple[dict[str, Any], bool], ...]
    proper: int
    spurious: tuple[tuple[str, str, str], ...]
    implications: int


def score_case(case: dict[str, Any], out: dict[str, Any], to_gold: dict[str, str | None]) -> Outcome:
    """Pair a case's gold arguments and implications with an analysis as the command prints it."""
    report_of = {d["id"]: d["input_id"] for d in out["documents"]}
    spans = {c["id"]: (report_of[c["document_id"]], c["start"], c["end"], c["quote"]) for c in out["claims"]}
    ties: dict[str, list[Any]] = defaultdict(list)
    for claim in out["claims"]:
        ties[to_gold.get(claim["hypothesis_id"] or "") or ""].append(spans[claim["id"]])
    links: dict[str, list[Any]] = defaultdict(list)
    proper, spurious = 0, []
    for link in out["evidence"]:
        h = to_gold.get(link["hypothesis_id"]) or ""
        own = [spans[c] for c in link["claim_ids"]]
        links[h] += [(span, (link["kind"], link["direction"])) for span in own]
        if link["kind"] in ARGUMENTS:
            hit = any(covers(span, g) for span in own for g in case["gold_arguments"] if g["hypothesis"] == h)
            proper += hit
            if not hit:
                spurious.append((link["kind"], h, own[0][3]))
    found = tuple(
        Found(
            case=case["slug"], gold=gold, tied=any(covers(span, gold) for span in ties[gold["hypothesis"]]),
            links=tuple(said for span, said in links[gold["hypothesis"]] if covers(span, gold)),
        )
        for gold in case["gold_arguments"]
    )  # fmt: skip
    then = [
        (to_gold.get(i["if_hypothesis_id"]), (report_of[i["document_id"]], i["start"], i["end"], i["then"]))
        for i in out["implications"]
    ]
    implied = tuple(
        (gold, any(h == gold["hypothesis"] and covers(span, gold) for h, span in then))
        for gold in case.get("gold_implications", ())
    )
    return Outcome(
        case=case["slug"], found=found, implied=implied, proper=proper, spurious=tuple(spurious),
        implications=len(then),
    )  # fmt: skip


def covers(span: tuple[str, int, int, str], gold: dict[str, Any]) -> bool:
    report, start, end, _ = span
    length = len(gold["quote"])
    shared = min(end, gold["start"] + length) - max(start, gold["start"])
    return bool(report == gold["report"]) and bool(shared >= _HALF * length)


def summarize(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The figures over some cases, as shares."""
    found = [f for o in outcomes for f in o.found]
    linked = [f for f in found if f.links]
    ours = sum(o.proper + len(o.spurious) for o in outcomes)
    implied = [hit for o in outcomes for _, hit in o.implied]
    return {
        "arguments": len(found),
        "tied": share(sum(f.tied for f in found), len(found)),
        "linked": share(len(linked), len(found)),
        "recall": share(sum(f.right_kind for f in found), len(found)),
        "kind": share(sum(f.right_kind for f in linked), len(linked)),
        "direction": share(sum(f.right_direction for f in linked), len(linked)),
        "precision": share(sum(o.proper for o in outcomes), ours),
        "ours": ours,
        "implied": share(sum(implied), len(implied)),
        "implications": len(implied),
        "our_implications": sum(o.implications for o in outcomes),
    }


def share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def by_kind(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """Recalled, linked and all gold arguments of each kind."""
    found = [f for o in outcomes for f in o.found]
    counts = Counter(f.kind for f in found)
    return {
        kind: f"{sum(f.right_kind for f in found if f.kind == kind)}/"
        f"{sum(bool(f.links) for f in found if f.kind == kind)}/{count}"
        for kind, count in counts.most_common()
    }


def show(outcomes: Sequence[Outcome], what: str) -> Iterator[str]:
    for outcome in outcomes:
        if what == "spurious":
            yield from (f"{outcome.case} {kind} {h}: “{quote}”" for kind, h, quote in outcome.spurious)
        elif what == "implications":
            yield from (f"{outcome.case} missed: {gold}" for gold, hit in outcome.implied if not hit)
        for f in outcome.found if what in {"missed", "kinds"} else ():
            gold = f"{f.gold['report']} {f.gold['hypothesis']} {f.gold['polarity']} {f.kind}: “{f.gold['quote']}”"
            if what == "missed" and not f.links:
                yield f"{outcome.case} {'tied' if f.tied else 'none'} {gold}"
            if what == "kinds" and f.links and not (f.right_kind and f.right_direction):
                yield f"{outcome.case} said {sorted(set(f.links))} {gold}"


def read_cases(folder: Path, half: str | None) -> list[dict[str, Any]]:
    """The cases with gold arguments in order of their names; the first half of them is the one to read."""
    cases = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    cases = [case for case in cases if case.get("gold_arguments")]
    middle = (len(cases) + 1) // 2
    return {"read": cases[:middle], "unread": cases[middle:], None: cases}[half]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="?", type=Path, default=ROOT / "benchmarks" / "cases")
    parser.add_argument("--command", default=f"{RASHOMON} analyze")
    parser.add_argument("--half", choices=("read", "unread"))
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("RASHOMON_DATA", ROOT.parent / "shared")))
    parser.add_argument("--show", choices=("missed", "kinds", "spurious", "implications"))
    options = parser.parse_args()
    scorer = load_scorer(options.data, "score_cases")
    for half in (options.half,) if options.half else ("read", "unread"):
        outcomes = []
        for case in read_cases(options.cases, half):
            out, _ = scorer.run(case, options.command, 300)
            outcomes.append(score_case(case, out, scorer.match(case, out)))
        if options.show and half == "read":
            print("\n".join(show(outcomes, options.show)))
        print(half, json.dumps(summarize(outcomes)))
        print(half, "recalled/linked/all by kind", json.dumps(by_kind(outcomes)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
