"""List the heaviest pieces of evidence of each case with their sentences, and hold them against what readers found.

usage: heaviest.py [CASES_DIR]... [--kept DIR] [--most N] [--unread] [--quotes]

An answer may be right for the wrong reasons. For each case this takes the N (3) pieces of evidence that move most, on
gold claims and end to end (as `weigh_figures.py` does), and looks up whether a reader called each one evidence: whether
its sentence, in its place, gives reason to think the answer it is put to likelier or less likely, as it is put. The
readings stand in `benchmarks/readings/heaviest.jsonl`, keyed by case and a digest of answer, direction and sentences;
what has changed since is *not yet read*. `--unread` prints these with the key to write down; `--quotes` prints all.

Without a folder: the shared development cases (../shared, or where RASHOMON_DATA says) and our own, without those set
aside. Exit status 1 where something is not yet read.
"""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from figures import ROOT
from rashomon.model.analysis import HypothesisSet
from rashomon.model.claim import Claim
from rashomon.model.judgement import Contribution
from rashomon.model.vocabulary import Direction
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.weighing import weigh_evidence
from weigh_cases import Read, analyse, build_gold, read_cases, read_gold_claims

READINGS: Final = ROOT / "benchmarks" / "readings" / "heaviest.jsonl"
POINT: Final = replace(DEFAULTS, samples=0)
ON_GOLD: Final = "on gold claims"
END_TO_END: Final = "end to end"
_DIGITS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One heavy piece of evidence: its weight in bits on its answer, and the sentences it is made of."""

    case: str
    way: str
    answer: str
    direction: str
    kind: str
    holder: str
    bits: float
    quotes: tuple[str, ...]
    contexts: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The case, and a digest of answer, direction and sentences; the weight is no part of it."""
        told = json.dumps([self.case, self.way, self.answer, self.direction, *self.quotes], ensure_ascii=False)
        return self.case, hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader found: whether a piece is evidence, and if not, why."""

    is_evidence: bool
    why: str


def list_heaviest(
    case: str, way: str, told: HypothesisSet, claims: Iterable[Claim], texts: Mapping[str, str], *, most: int
) -> Iterator[Piece]:
    """Yield the pieces of evidence that set answers furthest apart, the heaviest first; what weighs nothing is none."""
    parameters: Parameters = replace(POINT, reading=1.0) if way == ON_GOLD else POINT
    judgement = weigh_evidence(told, parameters=parameters, as_of=None)
    links = {link.id: link for link in told.evidence}
    labels = {hypothesis.id: hypothesis.label for hypothesis in told.hypotheses}
    by_id = {claim.id: claim for claim in claims}
    ranked = sorted(judgement.contributions, key=lambda one: (-round(_spread(one), 9), one.evidence_id))
    for one in ranked[:most]:
        link = links[one.evidence_id]
        said = [by_id[claim_id] for claim_id in link.claim_ids]
        if _spread(one) > 0:
            yield Piece(
                case=case,
                way=way,
                answer=labels[link.hypothesis_id],
                direction="for" if link.direction is Direction.FOR else "against",
                kind=link.kind,
                holder=link.holder,
                bits=one.bits,
                quotes=tuple(claim.quote for claim in said),
                contexts=tuple(texts[c.document_id][c.context_start : c.context_end] for c in said),
            )


def _spread(contribution: Contribution) -> float:
    bits = [one.bits for one in contribution.log_likelihoods]
    return max(bits) - min(bits)


def list_pieces(read: Read, *, most: int) -> Iterator[Piece]:
    """Yield the heaviest pieces of a case, on gold claims and end to end."""
    texts = {document.id: document.text for document in read.told.documents}
    gold = build_gold(read).hypothesis_set
    yield from list_heaviest(read.slug, ON_GOLD, gold, read_gold_claims(read), texts, most=most)
    analysis = analyse(read)
    yield from list_heaviest(read.slug, END_TO_END, analysis.hypothesis_set, analysis.claims, texts, most=most)


def read_readings(path: Path) -> dict[tuple[str, str], Reading]:
    """Return the readings by case and digest. Raises ValueError for a line that is none, naming it."""
    found = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines() if path.exists() else (), 1):
        try:
            told = json.loads(line)
            reading = Reading(is_evidence=bool(told["evidence"]), why=str(told.get("why", "")))
            found[str(told["case"]), str(told["digest"])] = reading
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name}, line {number}: no reading ({error})") from error
        if not reading.is_evidence and not reading.why:
            raise ValueError(f"{path.name}, line {number}: not evidence, and no reason why")
    return found


def print_table(pieces: Sequence[Piece], readings: Mapping[tuple[str, str], Reading]) -> None:
    """Print the shares that are evidence as a Markdown table, then those that are not, with why."""
    print("| | pieces | evidence | not evidence | not yet read |\n|---|--:|--:|--:|--:|")
    for way in (ON_GOLD, END_TO_END):
        own = [readings.get(piece.key) for piece in pieces if piece.way == way]
        good = sum(one is not None and one.is_evidence for one in own)
        unread = sum(one is None for one in own)
        share = f"{good} ({good / len(own):.0%})" if own else "0"
        print(f"| {way} | {len(own)} | {share} | {len(own) - good - unread} | {unread} |")
    print()
    for piece in pieces:
        reading = readings.get(piece.key)
        if reading is not None and not reading.is_evidence:
            print(f"- {piece.case}, {piece.way}, {piece.bits:+.1f} bits {piece.direction} its answer: {reading.why}")


def print_piece(piece: Piece) -> None:
    """Print a piece with its key, its sentences, and what stands around them."""
    case, digest = piece.key
    print(f"\n{case} {digest}  {piece.way}: {piece.bits:+.2f} {piece.direction} {piece.answer}")
    print(f"  {piece.kind} of {piece.holder}")
    for quote, context in zip(piece.quotes, piece.contexts, strict=True):
        print(f"  “{quote}”\n      in: {' '.join(context.split())}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--most", type=int, default=3)
    parser.add_argument("--unread", action="store_true")
    parser.add_argument("--quotes", action="store_true")
    options = parser.parse_args()
    data = Path(os.environ.get("RASHOMON_DATA", ROOT.parent / "shared"))
    folders = options.folders or [data / "cases", ROOT / "benchmarks" / "cases"]
    readings = read_readings(READINGS)
    pieces = [p for folder in folders for read in read_cases(folder, options.kept)
              for p in list_pieces(read, most=options.most)]  # fmt: skip
    unread = [piece for piece in pieces if piece.key not in readings]
    print_table(pieces, readings)
    for piece in pieces if options.quotes else unread if options.unread else ():
        print_piece(piece)
    return 1 if unread else 0


if __name__ == "__main__":
    sys.exit(main())
