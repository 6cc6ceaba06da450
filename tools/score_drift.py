"""Score claim drift on pairs of our own: what a relay changed of what its source said.

usage: score_drift.py [--split read|unread] [--show ID]...

Gold lines (`benchmarks/drift/pairs.jsonl`): {id, split, kinds, question, documents, upstream: {document, quote}, relay:
{document, quote}}. Every drift the engine finds in an item counts: it is right where it leads from the relay's words to
the upstream ones (both overlap, by a third of the shorter or by a dozen characters) and names a kind that is gold.
Controls have no kind, so whatever is found there is wrong.

precision, recall   of drifts with their kinds
found               share of the items that drift in which the right pair was flagged, whatever the kind
flagged             controls in which anything was flagged
"""

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.case import Case
from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim, ClaimRelation
from rashomon.model.vocabulary import RelationKind

GOLD = Path(__file__).resolve().parent.parent / "benchmarks" / "drift" / "pairs.jsonl"
_LEAST_OVERLAP = 1 / 3
_ENOUGH_CHARS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One gold item and the drifts found in it: each with whether it joins the right words, and its kinds."""

    item: dict[str, Any]
    found: tuple[tuple[bool, frozenset[str]], ...]

    @property
    def gold(self) -> frozenset[str]:
        return frozenset(self.item["kinds"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("read", "unread"))
    parser.add_argument("--show", action="append", default=[], metavar="ID", help="print the claims of an item")
    options = parser.parse_args()
    items = [item for item in read_items() if options.split in (None, item["split"])]
    for item in items:
        if item["id"] in options.show:
            show(item, analyze_item(item))
    if options.show:
        return 0
    outcomes = list(score_drift(items))
    for name, value in summarize(outcomes).items():
        print(f"{name:10} {value:.3f}")
    for name, (right, said, gold) in sorted(count_kinds(outcomes).items()):
        print(f"  {name:20} right {right}, said {said}, gold {gold}")
    return 0


def read_items() -> list[dict[str, Any]]:
    """Return the gold items."""
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines() if line.strip()]


def score_drift(items: Sequence[dict[str, Any]]) -> Iterator[Outcome]:
    """Yield what the engine found in each item."""
    for item in items:
        analysis = analyze_item(item)
        claims = {claim.id: claim for claim in analysis.claims}
        drifts = [relation for relation in analysis.linkage.relations if relation.kind is RelationKind.DRIFT]
        yield Outcome(
            item=item,
            found=tuple((joins_right(item, drift, claims, analysis), frozenset(drift.changes)) for drift in drifts),
        )


def analyze_item(item: dict[str, Any]) -> Analysis:
    """Return the analysis of an item's reports."""
    with tempfile.TemporaryDirectory() as folder, Case.in_memory() as case:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(report) + "\n" for report in item["documents"]), "utf-8")
        list(case.add([str(path)]))
        return case.analyze(question=item["question"])


def joins_right(item: dict[str, Any], drift: ClaimRelation, claims: dict[str, Claim], analysis: Analysis) -> bool:
    """Tell whether a drift leads from the gold relay's words to the gold upstream words."""
    documents = {document.id: document for document in analysis.documents}
    for claim, end in ((claims[drift.from_id], item["relay"]), (claims[drift.to_id], item["upstream"])):
        document = documents[claim.document_id]
        start = document.text.index(end["quote"])
        stop = start + len(end["quote"])
        common = min(claim.end, stop) - max(claim.start, start)
        least = min(_ENOUGH_CHARS, _LEAST_OVERLAP * min(claim.end - claim.start, stop - start))
        if document.input_id != end["document"] or common < least:
            return False
    return True


def summarize(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Return the figures over outcomes."""
    counts = count_kinds(outcomes).values()
    right, said, gold = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    drifting = [outcome for outcome in outcomes if outcome.gold]
    controls = [outcome for outcome in outcomes if not outcome.gold]
    return {
        "precision": right / max(1, said),
        "recall": right / max(1, gold),
        "found": sum(any(joined for joined, _ in one.found) for one in drifting) / max(1, len(drifting)),
        "flagged": sum(bool(one.found) for one in controls) / max(1, len(controls)),
    }


def count_kinds(outcomes: Sequence[Outcome]) -> dict[str, tuple[int, int, int]]:
    """Return for each kind how often it was found rightly, found at all, and is gold."""
    right, said, gold = Counter[str](), Counter[str](), Counter[str]()
    for outcome in outcomes:
        gold.update(outcome.gold)
        seen: set[str] = set()
        for joined, kinds in outcome.found:
            # One change told of in two sentences of the same pair is one drift.
            new = kinds - seen if joined else kinds
            said.update(new)
            right.update(new & outcome.gold if joined else ())
            seen |= kinds if joined else set()
    return {name: (right[name], said[name], gold[name]) for name in {*said, *gold}}


def show(item: dict[str, Any], analysis: Analysis) -> None:
    """Print an item as the engine reads it."""
    print(json.dumps({key: item[key] for key in ("id", "kinds", "question", "note")}, ensure_ascii=False))
    placements = {placement.claim_id: placement for placement in analysis.linkage.placements}
    claims_in: dict[str, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        claims_in[claim.document_id].append(claim)
    for document in analysis.documents:
        print(f"== {document.publisher}, {document.published_at}\n{document.text}")
        for claim in claims_in[document.id]:
            said = claim.proposition
            voices = " <- ".join(voice.name for voice in claim.chain)
            print(
                f"  [{voices}] {claim.polarity} {claim.certainty} {claim.modality}"
                f" {said.slot}={said.value!r} {said.unit} {said.low} {said.high} pred={said.predicate!r}"
                f" target={said.target!r} event={(placements[claim.id].event_id or '')[-4:]}: {claim.quote!r}"
            )
    for event in analysis.linkage.events:
        print("  event", event.id[-4:], event.label, "prior" if event.prior else "")
    for copy in analysis.linkage.copies:
        print("  copy", copy.kind, copy.why)
    for relation in analysis.linkage.relations:
        print("  relation", relation.kind, list(relation.changes), relation.why)
    print("  GOLD", item["upstream"]["quote"], "=>", item["relay"]["quote"])


if __name__ == "__main__":
    sys.exit(main())
