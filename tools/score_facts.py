"""Score the facts of `analyze` on a folder of contested-event cases against their gold numbers.

usage: score_facts.py CASES_DIR [--command "rashomon analyze"] [--half read|unread] [--outputs DIR] [--details]

Gold numbers are grouped by slot; the gold range of a slot is the smallest to the largest of its values in the case.
Our fact for a slot is the one of the focal event whose claims overlap most of the slot's gold quotes, by half of the
shorter of the two; where two overlap as many, the one with fewer claims.

extracted     share of gold numbers that some claim about a number overlaps
found         share of slots that a fact stands for
best          share of slots whose fact has its best value within the gold range
whole         share of slots whose fact lies within the gold range as a whole (1 % wider on either side; an open side is
              closed by best)

Slots whose gold values are no numbers (a place, a time of day) are left out. Lengths, times, weights and amounts of
data are compared in one unit; a word of the gold slot names its own ("depth_m"). `--half read` are the first nine cases
by name, on which errors were read, `unread` the others. `--outputs` keeps what the command printed and reads it again.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.model.quantities import find_unit

READ_CASES = 9
GIVEN = ("id", "url", "publisher", "published_at", "title", "text")
TOLERANCE = 0.01
ROUNDING = 1e-4
"""What a conversion of units may lose."""
_LEAST_OVERLAP = 0.5
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)(?:\s*[-–]\s*(\d+(?:\.\d+)?))?")
_GOLD_UNITS = {"kg": "kilogram", "tonnes": "tonne", "tons": "ton", "usd": "dollar", "gbp": "pound sterling"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A gold slot of one case: its range in base units, and where its quotes stand, by report."""

    name: str
    low: float
    high: float
    spans: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was found for one gold slot: how many of its numbers any claim overlaps, and our fact in base units."""

    slot: Slot
    extracted: int
    fact: Mapping[str, Any] | None

    @property
    def best_within(self) -> bool:
        return self.fact is not None and _is_within(self.fact["best"], self.slot)

    @property
    def whole_within(self) -> bool:
        if self.fact is None or not self.best_within:
            return False
        best = self.fact["best"]
        ends = (best if self.fact[side] is None else self.fact[side] for side in ("low", "high"))
        return all(_is_within(end, self.slot, tolerance=TOLERANCE) for end in ends)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--command", default="rashomon analyze")
    parser.add_argument("--half", choices=("read", "unread"))
    parser.add_argument("--outputs", type=Path, metavar="DIR")
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    paths = sorted(options.cases.glob("*.json"))
    paths = {"read": paths[:READ_CASES], "unread": paths[READ_CASES:]}.get(options.half, paths)
    outcomes: list[Outcome] = []
    for path in paths:
        case = json.loads(path.read_text("utf8"))
        found = list(score_case(case, read_output(case, options.command, options.outputs)))
        outcomes += found
        for outcome in found if options.details else ():
            print(case["slug"], describe(outcome))
    print(json.dumps({"cases": len(paths), **summarize(outcomes)}))
    return 0 if outcomes else 1


def read_output(case: Mapping[str, Any], command: str, outputs: Path | None) -> Mapping[str, Any]:
    """Return what the command prints for a case, whose gold it never sees."""
    kept = outputs / f"{case['slug']}.json" if outputs else None
    if kept is not None and kept.exists():
        return dict(json.loads(kept.read_text("utf8")))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        lines = (json.dumps({k: report[k] for k in GIVEN}, ensure_ascii=False) for report in case["reports"])
        path.write_text("".join(f"{line}\n" for line in lines), "utf8")
        asked = [*shlex.split(command), str(path), "--question", case["question"], "--json"]
        printed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(printed, "utf8")
    return dict(json.loads(printed))


def score_case(case: Mapping[str, Any], out: Mapping[str, Any]) -> Iterator[Outcome]:
    """Yield an outcome for each gold slot of a case that holds numbers."""
    report_of = {d["id"]: d["input_id"] for d in out["documents"]}
    spans = {c["id"]: (report_of[c["document_id"]], c["start"], c["end"]) for c in out["claims"]}
    counted = [c["id"] for c in out["claims"] if c["proposition"]["slot"] == "count"]
    focal = {event["id"] for event in out["events"] if event["focal"]}
    facts = [fact for fact in out["facts"] if fact["event_id"] is None or fact["event_id"] in focal]
    for slot in read_slots(case):
        hits = {claim_id: _hits(spans[claim_id], slot.spans) for claim_id in counted}
        votes = Counter({n: len(_union(hits, fact["claim_ids"])) for n, fact in enumerate(facts)})
        best = max(votes, key=lambda n: (votes[n], -len(facts[n]["claim_ids"])), default=None)
        fact = facts[best] if best is not None and votes[best] else None
        yield Outcome(slot=slot, extracted=len(_union(hits, counted)), fact=_in_base(fact) if fact else None)


def read_slots(case: Mapping[str, Any]) -> Iterator[Slot]:
    """Yield the gold slots of a case whose values are all numbers, in base units."""
    texts = {report["id"]: report["text"] for report in case["reports"]}
    values: dict[str, list[float]] = {}
    spans: dict[str, list[tuple[str, int, int]]] = {}
    skipped: set[str] = set()
    for gold in case["gold_facts"]:
        match = _RANGE.fullmatch(str(gold["value"]).strip())
        if match is None:
            skipped.add(gold["slot"])
            continue
        start = gold.get("start", texts[gold["report"]].find(gold["quote"]))
        factor = _factor_of(gold["slot"])
        values.setdefault(gold["slot"], []).extend(float(end) * factor for end in match.groups() if end is not None)
        spans.setdefault(gold["slot"], []).append((gold["report"], start, start + len(gold["quote"])))
    for name in values.keys() - skipped:
        yield Slot(name=name, low=min(values[name]), high=max(values[name]), spans=tuple(spans[name]))


def summarize(outcomes: Sequence[Outcome]) -> dict[str, float]:
    slots, numbers = max(1, len(outcomes)), sum(len(o.slot.spans) for o in outcomes)
    return {
        "slots": len(outcomes),
        "numbers": numbers,
        "extracted": round(sum(o.extracted for o in outcomes) / max(1, numbers), 3),
        "found": round(sum(o.fact is not None for o in outcomes) / slots, 3),
        "best": round(sum(o.best_within for o in outcomes) / slots, 3),
        "whole": round(sum(o.whole_within for o in outcomes) / slots, 3),
    }


def describe(outcome: Outcome) -> str:
    slot, fact = outcome.slot, outcome.fact
    told = f"{slot.name} {slot.low:g}..{slot.high:g} ({outcome.extracted} of {len(slot.spans)} extracted)"
    if fact is None:
        return f"NONE  {told}"
    word = "whole" if outcome.whole_within else "best " if outcome.best_within else "WRONG"
    return f"{word} {told} <- {fact['slot']} {fact['low']} .. {fact['best']} .. {fact['high']} {fact.get('unit', '')}"


def _factor_of(slot: str) -> float:
    """Return what one of a gold slot's unit is in base units, where a word of its name is a unit: the last that is."""
    units = (find_unit(_GOLD_UNITS.get(word, word)) for word in reversed(slot.split("_")))
    return next((unit.factor for unit in units if unit is not None), 1.0)


def _in_base(fact: Mapping[str, Any]) -> dict[str, Any]:
    unit = find_unit(fact["unit"]) if fact.get("unit") else None
    factor = unit.factor if unit is not None else 1.0
    sides = {side: None if fact[side] is None else fact[side] * factor for side in ("low", "best", "high")}
    return {**fact, **sides}


def _hits(span: tuple[str, int, int], gold: Sequence[tuple[str, int, int]]) -> frozenset[int]:
    """Return which gold quotes a claim overlaps, by half of the shorter of the two."""
    report, start, end = span
    return frozenset(
        number
        for number, (at, first, last) in enumerate(gold)
        if at == report and min(end, last) - max(start, first) >= _LEAST_OVERLAP * min(end - start, last - first)
    )


def _union(hits: Mapping[str, frozenset[int]], claim_ids: Sequence[str]) -> set[int]:
    return {number for claim_id in claim_ids for number in hits.get(claim_id, ())}


def _is_within(value: float | None, slot: Slot, *, tolerance: float = ROUNDING) -> bool:
    if value is None:
        return False
    return slot.low - tolerance * abs(slot.low) <= value <= slot.high + tolerance * abs(slot.high)


if __name__ == "__main__":
    sys.exit(main())
