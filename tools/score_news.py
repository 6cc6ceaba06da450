"""Score `analyze` on bundles of plain news: are the answers found that the reports give, with who holds which side?

usage: score_news.py FOLDER [--details]

A bundle is a JSON file: `slug`, `question` (null: the tool finds it), `reports`, and `expected`, a list of answers.
Each has `answer` (any of these words stands in the hypothesis's label or aliases), `advances` and `denies` (any of
these stands in the name of a holder on that side; empty: nobody is expected there).

answers     share of expected answers that a hypothesis of its own stands for
holders     share of expected sides on which an expected holder stands
more        hypotheses that no expected answer stands for, as a share of all named ones
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from figures import RASHOMON

SIDES = ("advances", "denies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was found in one bundle: counts, and what was missed in words."""

    answers: int
    found: int
    sides: int
    held: int
    hypotheses: int
    missed: tuple[str, ...]


def analyze(bundle: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the command prints for a bundle; empty lists where it answers nothing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(report) + "\n" for report in bundle["reports"]), "utf-8")
        asked = ["--question", bundle["question"]] if bundle["question"] else []
        done = subprocess.run([RASHOMON, "analyze", path, *asked, "--json"], capture_output=True, check=False)
    found: Mapping[str, Any] = json.loads(done.stdout) if done.stdout else {"hypotheses": []}
    return found


def score_bundle(bundle: Mapping[str, Any], out: Mapping[str, Any]) -> Outcome:
    """Compare expected answers with hypotheses; each hypothesis stands for one answer at most."""
    named = [one for one in out["hypotheses"] if not one["residual"]]
    left = list(named)
    found = held = sides = 0
    missed: list[str] = []
    for expected in bundle["expected"]:
        hit = next((one for one in left if _stands_for(one, expected["answer"])), None)
        if hit is None:
            missed.append(f"answer: {' / '.join(expected['answer'])}")
        else:
            left.remove(hit)
            found += 1
        for side in SIDES:
            if expected[side]:
                sides += 1
                stands = hit is not None and _is_held(hit["holders"][side], expected[side])
                held += stands
                if not stands:
                    missed.append(f"{side} {expected['answer'][0]}: {' / '.join(expected[side])}")
    return Outcome(
        answers=len(bundle["expected"]),
        found=found,
        sides=sides,
        held=held,
        hypotheses=len(named),
        missed=tuple(missed),
    )


def _stands_for(hypothesis: Mapping[str, Any], words: Sequence[str]) -> bool:
    said = " | ".join([hypothesis["label"], *hypothesis["aliases"]]).lower()
    return any(word in said for word in words)


def _is_held(holders: Sequence[str], words: Sequence[str]) -> bool:
    return any(word in holder.lower() for word in words for holder in holders)


def score_folder(folder: Path) -> Iterator[tuple[str, Outcome]]:
    """Yield each bundle's slug and outcome, in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        bundle = json.loads(path.read_text("utf-8"))
        yield bundle["slug"], score_bundle(bundle, analyze(bundle))


def summarize(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Return the figures over bundles."""
    answers, hypotheses = sum(o.answers for o in outcomes), sum(o.hypotheses for o in outcomes)
    found = sum(o.found for o in outcomes)
    return {
        "bundles": len(outcomes),
        "answers": found / max(1, answers),
        "holders": sum(o.held for o in outcomes) / max(1, sum(o.sides for o in outcomes)),
        "more": (hypotheses - found) / max(1, hypotheses),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--details", action="store_true")
    given = parser.parse_args()
    scored = list(score_folder(given.folder))
    if given.details:
        for slug, outcome in scored:
            print(slug, *outcome.missed, sep="\n    ")
    print(json.dumps({name: round(value, 3) for name, value in summarize([o for _, o in scored]).items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
