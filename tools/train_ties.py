"""Train the reader of ties on our own cases, and say what it is worth on cases it has not seen.

usage: train_ties.py [--data DIR] [--out WEIGHTS] [--figures]

Reads benchmarks/cases (never those set aside), ties every claim to the gold claim half of whose quote it covers, and
fits the six regressions of `hypothesize.tie_reader`. Prints what the rules alone reach, what the reader reaches on each
case when it was trained on the others only, and, for comparison, on the cases of DIR (../shared, or RASHOMON_DATA),
which it is never trained on. Writes WEIGHTS unless `--figures` is given. numpy alone; the same input gives the same
weights. About four minutes, most of them for reading the reports.

bears       area under the curve of whether a claim bears on the question at all
meant       share of the claims that do whose hypothesis is told right
side        share of the pairs of claim and hypothesis whose side, for or against, is told right
f1          F1 of claims with the right hypothesis and side, by the scorer in DIR/eval; precision as that scorer has it
"""

import argparse
import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import numpy as np

from figures import ROOT, load_scorer
from rashomon import analyze_reports
from rashomon.hypothesize import drafts
from rashomon.hypothesize.candidates import Candidate
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.tie_neighbours import Guess, look_around
from rashomon.hypothesize.tie_pairs import set_out
from rashomon.hypothesize.tie_reader import (
    PARTS,
    WEIGHTS,
    Layout,
    Reader,
    Regression,
    decide,
    lay_out,
    rows_alone,
    rows_around,
)
from rashomon.hypothesize.whereabouts import Floats
from rashomon.model.question import ClaimBearing
from rashomon.plugins import load_extractor
from rashomon.present.analysis_json import shape_analysis
from rashomon.present.shapes import encode_shape

OWN = ROOT / "benchmarks" / "cases"
STRENGTHS = {"first": (0.002, 0.006, 0.002), "second": (0.05, 0.05, 0.05)}
"""How far each regression may follow its data, in the order of PARTS: the inverse of its ridge penalty."""
FOLDS = 3
"""Groups of cases by which the first pass' guesses at cases it has not seen are made."""
FEWEST_CASES, FEWEST_CLAIMS = 5, 25
"""A cue word must occur in so many cases and claims."""
STEPS = 12
GIVEN = ("id", "url", "publisher", "published_at", "title", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A case as the reader sees it: `told` is its analysis as JSON by the rules alone. `bears` (n,), and for each of n
    claims and h hypotheses `meant` and `against` (n, h), 1 or 0, as the gold has it."""

    case: Mapping[str, Any]
    told: Mapping[str, Any]
    layout: Layout
    hypotheses: tuple[str, ...]
    ruled: Mapping[str, ClaimBearing]
    bears: Floats
    meant: Floats
    against: Floats


@dataclass(slots=True)
class Overheard:
    """Stands in for the reader while a case is analysed: keeps what it is given and changes nothing."""

    reading: Reading | None = None
    candidates: Mapping[str, Candidate] | None = None
    bearings: tuple[ClaimBearing, ...] = ()

    def __call__(
        self, reading: Reading, candidates: Mapping[str, Candidate], bearings: Sequence[ClaimBearing]
    ) -> tuple[ClaimBearing, ...]:
        self.reading, self.candidates, self.bearings = reading, candidates, tuple(bearings)
        return self.bearings


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("RASHOMON_DATA", ROOT.parent / "shared")))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--figures", action="store_true", help="print the figures only")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.data, "score_cases")
    own = list(read_lessons(OWN, scorer))
    other = list(read_lessons(arguments.data / "cases", scorer))
    report("own, rules alone", own, None, scorer)
    report("own, each left out", own, [train([*own[:at], *own[at + 1 :]]) for at in range(len(own))], scorer)
    reader = train(own)
    report("shared, rules alone", other, None, scorer)
    report("shared, never trained on", other, [reader] * len(other), scorer)
    if not arguments.figures:
        save(reader, arguments.out)
    return 0


def read_lessons(folder: Path, scorer: ModuleType) -> Iterator[Lesson]:
    """Yield the cases of a folder, by name, with what their gold says of each claim."""
    extractor = load_extractor()
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        overheard = Overheard()
        with patch.object(drafts, "read_ties", overheard), tempfile.TemporaryDirectory() as kept:
            reports = Path(kept) / "reports.jsonl"
            given = ({name: report[name] for name in GIVEN} for report in case["reports"])
            reports.write_text("".join(json.dumps(one) + "\n" for one in given), "utf-8")
            analysis, _ = analyze_reports([str(reports)], question=case["question"], extractor=extractor)
        if overheard.reading is not None and overheard.candidates:
            told = json.loads(encode_shape(shape_analysis(analysis)))
            yield make_lesson(case, told, overheard, scorer)


def make_lesson(case: Mapping[str, Any], told: Mapping[str, Any], overheard: Overheard, scorer: ModuleType) -> Lesson:
    """Return a case with what its gold says: a claim takes up the gold claims half of whose quotes it covers."""
    assert overheard.reading is not None
    assert overheard.candidates is not None
    layout = lay_out(set_out(overheard.reading, overheard.candidates, overheard.bearings))
    to_gold = scorer.match(case, told)
    reports = {document["id"]: document["input_id"] for document in told["documents"]}
    hypotheses = tuple(overheard.candidates)
    bears = np.zeros(len(layout.claims))
    meant, against = np.zeros((2, len(layout.claims), len(hypotheses)))
    for at, claim in enumerate(layout.claims):
        covered = [
            gold
            for gold in case["gold_claims"]
            if gold["report"] == reports[claim.document_id]
            and scorer.overlap(claim.start, claim.end, gold["start"], gold["start"] + len(gold["quote"])) >= 0.5
        ]
        bears[at] = bool(covered)
        for column, hypothesis_id in enumerate(hypotheses):
            own = [gold for gold in covered if gold["hypothesis"] == to_gold.get(hypothesis_id)]
            meant[at, column] = bool(own)
            against[at, column] = bool(own) and own[0]["polarity"] == "deny"
    ruled = {bearing.claim_id: bearing for bearing in overheard.bearings}
    return Lesson(
        case=case, told=told, layout=layout, hypotheses=hypotheses, ruled=ruled, bears=bears, meant=meant,
        against=against,
    )  # fmt: skip


def train(lessons: Sequence[Lesson]) -> Reader:
    """Return the reader learned from some cases; the second pass learns from guesses at cases the first never saw."""
    cues = choose_cues(lessons)
    first = fit_first(lessons, cues)
    groups = [list(range(number, len(lessons), FOLDS)) for number in range(FOLDS)]
    guesses: dict[int, Guess] = {}
    for group in groups:
        rest = [lesson for at, lesson in enumerate(lessons) if at not in group]
        without = Reader(cues=cues, first=fit_first(rest, cues), second=())
        guesses |= {at: without.guess_alone(lessons[at].layout) for at in group}
    around = [rows_around(look_around(lesson.layout.claims, guesses[at])) for at, lesson in enumerate(lessons)]
    return Reader(cues=cues, first=first, second=fit_parts(lessons, around, STRENGTHS["second"]))


def choose_cues(lessons: Sequence[Lesson]) -> tuple[str, ...]:
    """Return the words that are common to many cases: never a name, never one case's matter."""
    claims = Counter(word for lesson in lessons for words in lesson.layout.words for word in words)
    cases = Counter(word for lesson in lessons for word in frozenset().union(*lesson.layout.words))
    return tuple(sorted(w for w in claims if cases[w] >= FEWEST_CASES and claims[w] >= FEWEST_CLAIMS))


def fit_first(lessons: Sequence[Lesson], cues: tuple[str, ...]) -> tuple[Regression, ...]:
    return fit_parts(lessons, [rows_alone(lesson.layout, cues) for lesson in lessons], STRENGTHS["first"])


def fit_parts(
    lessons: Sequence[Lesson], rows: Sequence[tuple[Floats, Floats, Floats]], strengths: Sequence[float]
) -> tuple[Regression, ...]:
    """Whether a claim bears at all is learned from all claims, of which hypothesis from those that bear on one of
    ours, on which side from the pairs the gold ties."""
    some = [lesson.meant.any(1) for lesson in lessons]
    pairs = [lesson.meant > 0 for lesson in lessons]
    examples = (
        ([r[0] for r in rows], [lesson.bears for lesson in lessons]),
        (
            [r[1][s].reshape(-1, r[1].shape[2]) for r, s in zip(rows, some, strict=True)],
            [lesson.meant[s].ravel() for lesson, s in zip(lessons, some, strict=True)],
        ),
        (
            [r[2][p] for r, p in zip(rows, pairs, strict=True)],
            [lesson.against[p] for lesson, p in zip(lessons, pairs, strict=True)],
        ),
    )
    return tuple(
        fit(np.concatenate(given), np.concatenate(truth), strength)
        for (given, truth), strength in zip(examples, strengths, strict=True)
    )


def fit(rows: Floats, truth: Floats, strength: float) -> Regression:
    """Return the ridge-penalised logistic regression, by Newton's method on standardised columns."""
    mean, spread = rows.mean(0), rows.std(0)
    spread = np.where(spread > 1e-9, spread, 1.0)
    given = np.hstack([np.ones((len(rows), 1)), (rows - mean) / spread])
    penalty = np.full(given.shape[1], 1 / strength)
    penalty[0] = 1e-6
    weights = np.zeros(given.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(given @ weights, -30, 30)))
        slope = given.T @ (p - truth) + penalty * weights
        curve = (given * (p * (1 - p))[:, None]).T @ given + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    scaled = weights[1:] / spread
    return Regression(weights=scaled, bias=float(weights[0] - scaled @ mean))


def report(name: str, lessons: Sequence[Lesson], readers: Sequence[Reader] | None, scorer: ModuleType) -> None:
    """Print what the readers, one for each case, or the rules alone make of some cases."""
    guesses = [r.guess(lesson.layout) for r, lesson in zip(readers, lessons, strict=True)] if readers else None
    chosen = (
        [decide(one.layout, g, one.hypotheses, one.ruled) for one, g in zip(lessons, guesses, strict=True)]
        if guesses
        else [one.ruled.values() for one in lessons]
    )
    marks = [mark(lesson, bearings, scorer) for lesson, bearings in zip(lessons, chosen, strict=True)]
    total: Counter[str] = Counter()
    for one in marks:
        total.update({key: one[key] for key in ("hit", "hit_hyp", "predicted", "gold", "hyp_found", "hyp_gold")})
    print(
        f"{name:26}f1 {scorer.f1(total['hit_hyp'], total['predicted'], total['gold']):.3f}"
        f"  precision {total['hit'] / max(1, total['predicted']):.3f}  ties {total['predicted']}"
        f"  hypotheses {total['hyp_found'] / total['hyp_gold']:.3f}" + (measure(lessons, guesses) if guesses else ""),
        flush=True,
    )
    for lesson, one in zip(lessons, marks, strict=True):
        f1 = scorer.f1(one["hit_hyp"], one["predicted"], one["gold"])
        print(f"    {lesson.case['slug']:26}f1 {f1:.3f}  ties {one['predicted']}", flush=True)


def mark(lesson: Lesson, bearings: Iterable[ClaimBearing], scorer: ModuleType) -> Mapping[str, Any]:
    """Return what the scorer makes of a case whose claims bear on these hypotheses."""
    by_claim = {bearing.claim_id: bearing for bearing in bearings}
    claims = []
    for claim in lesson.told["claims"]:
        bearing = by_claim.get(claim["id"])
        changed = {"hypothesis_id": bearing.hypothesis_id if bearing else None}
        claims.append({**claim, **changed, "polarity": str(bearing.polarity) if bearing else claim["polarity"]})
    found: Mapping[str, Any] = scorer.score(lesson.case, {**lesson.told, "claims": claims})
    return found


def measure(lessons: Sequence[Lesson], guesses: Sequence[Guess]) -> str:
    """How well each of the three parts is told."""
    bears = np.concatenate([guess.bears for guess in guesses])
    truth = np.concatenate([lesson.bears for lesson in lessons]) > 0
    ranks = np.empty(len(bears))
    ranks[np.argsort(bears, kind="stable")] = np.arange(1, len(bears) + 1)
    area = (ranks[truth].sum() - truth.sum() * (truth.sum() + 1) / 2) / (truth.sum() * (~truth).sum())
    meant, side = [], []
    for lesson, guess in zip(lessons, guesses, strict=True):
        some = lesson.meant.any(1)
        meant += list(lesson.meant[some, guess.meant[some].argmax(1)])
        pairs = lesson.meant > 0
        side += list((guess.against[pairs] > 0.5) == (lesson.against[pairs] > 0))
    return f"  bears {area:.3f}  meant {np.mean(meant):.3f}  side {np.mean(side):.3f}"


def save(reader: Reader, path: Path) -> None:
    """Write a reader's weights, each regression's bias first, in single precision."""
    kept: dict[str, np.ndarray[Any, Any]] = {
        f"{at}.{part}": np.array([one.bias, *one.weights], dtype=np.float32)
        for at, parts in (("first", reader.first), ("second", reader.second))
        for part, one in zip(PARTS, parts, strict=True)
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    kept["cues"] = np.array(reader.cues)
    np.savez_compressed(path, allow_pickle=False, **kept)
    print(f"{path.name}: {path.stat().st_size} bytes, {len(reader.cues)} cue words")


if __name__ == "__main__":
    raise SystemExit(main())
