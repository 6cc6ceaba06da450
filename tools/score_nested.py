"""Score chains and labels on sentences of our own.

usage: score_nested.py [--split dev|test|unread] [--extractor NAME] [--show KIND]

Gold lines (`benchmarks/attribution/nested.jsonl`): {id, kind, split, text, claims: [{quote, chain, polarity, certainty,
stance, modality}]}; a voice or a label may be a list of values that are all right. A predicted claim stands for the
gold one whose quote it, or the content of its attribution, overlaps most (intersection over union, at least a quarter);
of several that overlap four fifths as much or more, the one whose chain is right. A voice is right where the words of
one name are among those of the other; "" is a voice nobody names. What has no predicted claim is wrong in everything.

chain     share of gold claims whose whole chain is right, publisher aside
polarity, certainty, stance, modality   share of gold claims with the right label
endorsed  mentions without endorsement (gold certainty none) that came out as certain or probable assertions
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.case.once import extract_reports
from rashomon.extract.voices import UNNAMED
from rashomon.model.analysis import Extraction
from rashomon.model.claim import Claim
from rashomon.model.errors import InputError
from rashomon.plugins import load_extractor

GOLD = Path(__file__).resolve().parent.parent / "benchmarks" / "attribution" / "nested.jsonl"
LABELS = ("polarity", "certainty", "stance", "modality")
_SMALL = frozenset("the a an of for by its his her their our this that mr mrs ms dr s".split())
_LEAST_OVERLAP = 0.25
_AS_MUCH = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One gold claim and the predicted one that stands for it."""

    item: dict[str, Any]
    gold: dict[str, Any]
    claim: Claim | None

    @property
    def chain(self) -> bool:
        if self.claim is None:
            return False
        said = [voice.name for voice in self.claim.chain[1:]]
        return len(said) == len(self.gold["chain"]) and all(map(is_same_voice, said, self.gold["chain"]))

    def label(self, name: str) -> bool:
        return self.claim is not None and getattr(self.claim, name) in as_list(self.gold[name])

    @property
    def mentioned(self) -> bool:
        return as_list(self.gold["certainty"])[0] == "none" and "assert" in as_list(self.gold["polarity"])

    @property
    def endorsed(self) -> bool:
        return self.mentioned and self.claim is not None and self.claim.certainty in ("certain", "probable")


def as_list(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def is_same_voice(said: str, gold: str | list[str]) -> bool:
    said_words = words_of(said)
    for name in as_list(gold):
        if not name:
            if said == UNNAMED:
                return True
        elif (words := words_of(name)) and said_words and (words <= said_words or said_words <= words):
            return True
    return False


def words_of(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) - _SMALL


def score_nested(*, extractor: str, split: str | None = None) -> list[Outcome]:
    """Read every sentence of a split and pair its gold claims with predicted ones."""
    items = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    items = [item for item in items if split in (None, item["split"])]
    by_id = {item["id"]: item for item in items}
    reader = load_extractor(extractor)
    outcomes: list[Outcome] = []
    for found in extract_reports([str(GOLD)], extractor=reader):
        if isinstance(found, InputError):
            raise found
        document, extraction = found
        if document.input_id in by_id:
            outcomes += pair(by_id[document.input_id], extraction)
    return outcomes


def pair(item: dict[str, Any], extraction: Extraction) -> Iterator[Outcome]:
    claims = extraction.claims
    contents = {a.id: (a.content[0].start, a.content[-1].end) for a in extraction.attributions}
    spans = [((c.start, c.end), contents.get(c.attribution_id or "", (c.start, c.end))) for c in claims]
    for gold in item["claims"]:
        start = item["text"].index(gold["quote"])
        gold_span = (start, start + len(gold["quote"]))
        shares = [max(overlap(span, gold_span) for span in both) for both in spans]
        least = max(_LEAST_OVERLAP, _AS_MUCH * max(shares, default=0))
        near = [
            (Outcome(item=item, gold=gold, claim=claim), overlap(span[0], gold_span))
            for claim, span, share in zip(claims, spans, shares, strict=True)
            if share >= least
        ]
        best = max(near, key=lambda found: (found[0].chain, found[1]), default=None)
        yield best[0] if best is not None else Outcome(item=item, gold=gold, claim=None)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def summarize(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The figures, as shares."""
    count = max(1, len(outcomes))
    figures = {"chain": sum(o.chain for o in outcomes) / count}
    figures |= {name: sum(o.label(name) for o in outcomes) / count for name in LABELS}
    counts = {"endorsed": sum(o.endorsed for o in outcomes), "mentions": sum(o.mentioned for o in outcomes)}
    return figures | counts | {"claims": len(outcomes)}


def show(outcome: Outcome) -> str:
    gold, claim = outcome.gold, outcome.claim
    lines = [f"{outcome.item['id']} {outcome.item['kind']}: {outcome.item['text']}"]
    lines.append(f"   gold {gold['chain']} {[gold[name] for name in LABELS]} “{gold['quote']}”")
    if claim is None:
        return "\n".join([*lines, "   none"])
    said = [str(getattr(claim, name)) for name in LABELS]
    return "\n".join([*lines, f"   said {[v.name for v in claim.chain[1:]]} {said} “{claim.quote}”"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test", "unread"))
    parser.add_argument("--extractor", default="tagger")
    parser.add_argument("--show", help="print the wrong claims of a kind, or of all kinds")
    options = parser.parse_args()
    outcomes = score_nested(extractor=options.extractor, split=options.split)
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_kind[outcome.item["kind"]].append(outcome)
        wrong = not outcome.chain or not all(outcome.label(name) for name in LABELS)
        if options.show in ("all", outcome.item["kind"]) and wrong:
            print(show(outcome))
    for kind, some in by_kind.items():
        print(f"{kind:15}", {k: round(v, 2) for k, v in summarize(some).items()})
    print(f"{'all':15}", {k: round(v, 3) for k, v in summarize(outcomes).items()})
    print("missed", Counter(o.item["kind"] for o in outcomes if o.claim is None))
    return 0


if __name__ == "__main__":
    sys.exit(main())
