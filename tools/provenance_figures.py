"""How well the project tells where reports and claims come from: copies, rewordings, drift."""

import itertools
from collections.abc import Iterator

from benchmark_copies import PARAPHRASES, SEED, begin_feed, link_all, link_by_words
from copy_edits import Kind
from copy_feed import read_paraphrases
from copy_measures import measure_agreement
from figures import Figure
from score_drift import count_kinds, read_items, score_drift, summarize

_REPORTS = 4_000
_KINDS = (
    (Kind.CUT, "cut to 30 to 70 %"),
    (Kind.EDITS_HEAVY, "25 to 40 % of the words edited"),
    (Kind.MIXED, "cut, edited, with a lead of its own"),
)


def copy_figures() -> Iterator[Figure]:
    """Copies by words among generated reports; see benchmarks/copies/README.md."""
    reports = list(itertools.islice(begin_feed(SEED), _REPORTS))
    found = measure_agreement(reports, link_by_words([report.document for report in reports]))
    for kind, what in _KINDS:
        yield Figure(
            name=f"generated_{kind}", value=found.recall[kind], what=f"generated copies found: {what}", better="higher"
        )
    yield Figure(
        name="generated_edited",
        value=found.edited,
        what="generated copies found: all six edited kinds, mean",
        better="higher",
    )
    yield Figure(
        name="generated_precision",
        value=found.precision,
        what="generated copies: precision of pairs of one lineage",
        better="higher",
    )


def paraphrase_figures() -> Iterator[Figure]:
    """Rewordings written by hand, all of a split as one case."""
    everything = read_paraphrases(PARAPHRASES)
    for split, told in (("dev", "rewordings by hand"), ("unread", "of these, not read")):
        reports = [report for report in everything if report.document.id.startswith(f"{split}-")]
        found = measure_agreement(reports, link_all([report.document for report in reports]))
        what = f"{told}, {len(reports) // 3} among as many independent reports: found"
        yield Figure(
            name=f"paraphrases_{split}",
            value=found.recall[Kind.PARAPHRASE],
            what=what,
            better="higher" if split == "dev" else "",
        )
        yield Figure(
            name=f"paraphrases_{split}_precision",
            value=found.precision,
            what=f"{told}: precision of pairs of one origin",
            better="higher" if split == "dev" else "",
        )


def drift_figures() -> Iterator[Figure]:
    """Claim drift on pairs of our own, half of them faithful controls."""
    outcomes = list(score_drift(read_items()))
    unread = [outcome for outcome in outcomes if outcome.item["split"] == "unread"]
    told, told_unread = summarize(outcomes), summarize(unread)
    said = sum(count for _, count, _ in count_kinds(outcomes).values())
    drifting = sum(bool(outcome.gold) for outcome in outcomes)
    yield Figure(
        name="drift_precision",
        value=told["precision"],
        what=f"drift with its kind, {drifting} drifting pairs and {len(outcomes) - drifting} controls: "
        f"precision of {said} findings",
        better="higher",
    )
    yield Figure(name="drift_recall", value=told["recall"], what="drift with its kind: recall", better="higher")
    yield Figure(
        name="drift_flagged",
        value=told["flagged"],
        what="faithful controls in which a drift was found, share",
    )
    what = f"of {len(unread)} pairs not read"
    yield Figure(name="drift_unread_precision", value=told_unread["precision"], what=f"{what}: precision of drift")
    yield Figure(name="drift_unread_recall", value=told_unread["recall"], what=f"{what}: recall of drift")
