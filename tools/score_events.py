"""Score events: which reports are on the same one, and which words speak of another than the one asked about.

usage: score_events.py [--cases DIR]... [--details]

Reports of all cases are mixed in a seeded random order and parted by event without a question; gold is the case each
came from. B-cubed precision, recall and F1 (Bagga and Baldwin 1998) over all of them, over seeded subsets (some cases,
some of their reports), over each half of the cases, and with all times of publication taken away.

With each case's question, asked of all reports together: how many of its own reports are kept, and what part of the
others still counts as on the event asked about.

Words: of the quotations of `gold_events` (cases that have them), those on the focal event placed on it, and those on
another event placed on another; and the mean of the two.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from rashomon.link.event_groups import group_reports
from rashomon.link.event_reports import part_reports
from rashomon.link.events import map_events
from rashomon.link.placements import find_event
from rashomon.model.claim import Claim, Proposition, Voice
from rashomon.model.document import Document
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot, Stance

ROOT: Final = Path(__file__).resolve().parent.parent
OWN: Final = ROOT / "benchmarks" / "cases"
SHARED: Final = ROOT.parent / "shared" / "cases"
SEED: Final = 7
SUBSETS: Final = 12
MADE: Final = Made(recipe="score_events@1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One report with the case it is of."""

    slug: str
    document: Document


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", action="append", type=Path, metavar="DIR", help="folders of cases")
    parser.add_argument("--details", action="store_true", help="also a line for every case")
    options = parser.parse_args()
    folders = options.cases or [folder for folder in (OWN, SHARED) if folder.is_dir()]
    cases = [json.loads(path.read_text("utf-8")) for folder in folders for path in sorted(folder.glob("*.json"))]
    reports = [told for case in cases for told in read_reports(case)]
    for name, value in score_groups(reports).items():
        print(f"{name:24} {value:.3f}")
    for name, value in score_kept(cases, reports, details=options.details).items():
        print(f"{name:24} {value:.3f}")
    for name, value in score_words(cases, details=options.details).items():
        print(f"{name:24} {value:.3f}")
    return 0


def read_reports(case: Mapping[str, Any]) -> Iterator[Told]:
    """Yield the reports of a case as an engine may see them."""
    for report in case["reports"]:
        yield Told(
            slug=case["slug"],
            document=Document(
                id=f"{case['slug']} {report['id']}",
                input_id=report["id"],
                text=report["text"],
                raw_sha256="",
                made=MADE,
                publisher=report["publisher"],
                title=report["title"],
                published_at=datetime.fromisoformat(report["published_at"]),
            ),
        )


def score_groups(reports: Sequence[Told]) -> dict[str, float]:
    """Return the figures of parting mixed reports by event, without a question."""
    chance = random.Random(SEED)
    mixed = chance.sample(reports, len(reports))
    slugs = sorted({told.slug for told in reports})
    precision, recall, f1 = measure_groups(mixed)
    subsets = []
    for _ in range(SUBSETS):
        some = set(chance.sample(slugs, chance.randint(min(3, len(slugs)), len(slugs))))
        share = chance.choice((1.0, 0.5, 0.3))
        picked = [told for told in mixed if told.slug in some and chance.random() < share]
        subsets.append(measure_groups(picked)[2] if picked else 1.0)
    halves = [measure_groups([t for t in mixed if (slugs.index(t.slug) % 2) == part])[2] for part in (0, 1)]
    undated = [replace(told, document=replace(told.document, published_at=None)) for told in mixed]
    return {
        "reports": float(len(mixed)),
        "events": float(len(slugs)),
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "f1_subsets": sum(subsets) / len(subsets),
        "f1_worst_subset": min(subsets),
        "f1_even_half": halves[0],
        "f1_odd_half": halves[1],
        "f1_undated": measure_groups(undated)[2],
        "f1_alone": sum(measure_groups([t for t in mixed if t.slug == slug])[2] for slug in slugs) / max(1, len(slugs)),
    }


def measure_groups(reports: Sequence[Told]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of the groups found among reports."""
    groups = group_reports([told.document for told in reports])
    found = {document_id: number for number, group in enumerate(groups) for document_id in group}
    gold = {told.document.id: told.slug for told in reports}
    sizes, gold_sizes = Counter(found.values()), Counter(gold.values())
    both = Counter((gold[one], found[one]) for one in gold)
    precision = sum(both[gold[one], found[one]] / sizes[found[one]] for one in gold) / len(gold)
    recall = sum(both[gold[one], found[one]] / gold_sizes[gold[one]] for one in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def score_kept(cases: Sequence[Mapping[str, Any]], reports: Sequence[Told], *, details: bool) -> dict[str, float]:
    """Return what each question keeps of its own reports and of the others, all reports together."""
    documents = [told.document for told in reports]
    own = foreign = 0
    for case in cases:
        focal = part_reports(documents, question=case["question"]).focal
        kept = sum(told.document.id in focal for told in reports if told.slug == case["slug"])
        strange = len(focal) - kept
        own, foreign = own + kept, foreign + strange
        if details:
            print(f"  {case['slug']:28} own {kept}/{len(case['reports'])}, foreign {strange}")
    others = len(cases) * len(reports) - len(reports)
    return {"own_kept": own / max(1, len(reports)), "foreign_kept": foreign / max(1, others)}


def score_words(cases: Sequence[Mapping[str, Any]], *, details: bool) -> dict[str, float]:
    """Return how many quotations of gold events stand where they should: on the focal event, or on another."""
    right, gold = Counter[str](), Counter[str]()
    by_relation: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        documents = {told.document.input_id: told.document for told in read_reports(case)}
        events = map_events(tuple(documents.values()), question=case["question"])
        focal = events.focal.id
        for event in case.get("gold_events", ()):
            for mention in event["mentions"]:
                document = documents[mention["report"]]
                found = find_event(make_claim(document, mention["start"], mention["quote"]), document, events)
                side = "focal" if event["relation"] == "focal" else "beside"
                gold[side] += 1
                right[side] += (found == focal) == (side == "focal")
                by_relation[event["relation"]][str((found == focal) == (side == "focal"))] += 1
    if details:
        for relation, counts in sorted(by_relation.items()):
            print(f"  {relation:28} right {counts['True']} of {counts.total()}")
    shares = {side: right[side] / max(1, gold[side]) for side in ("focal", "beside")}
    return {
        "focal_words": shares["focal"],
        "beside_words": shares["beside"],
        "balanced_words": sum(shares.values()) / 2,
    }


def make_claim(document: Document, start: int, quote: str) -> Claim:
    """Return a plain statement at a place, as the engine would ask where it belongs."""
    return Claim(
        id=f"{document.id} {start}",
        document_id=document.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        context_start=start,
        context_end=start + len(quote),
        proposition=Proposition(slot=Slot.STATEMENT, value=quote),
        chain=(Voice(name=document.publisher),),
        polarity=Polarity.ASSERT,
        certainty=Certainty.CERTAIN,
        stance=Stance.REPORTS,
        modality=Modality.ASSERTION,
        mentions=(),
        order=start,
        made=MADE,
    )


if __name__ == "__main__":
    sys.exit(main())
