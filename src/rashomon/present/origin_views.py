"""Where the reports come from, as the page shows it: voices of several reports, relays, lone reports, drift.

The page stays small whatever the case: how many passages it shows is shared out among the reports.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rashomon.model.claim import Claim, ClaimRelation
from rashomon.model.document import Document
from rashomon.model.lineage import CopyLink, Origin
from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import CopyKind, RelationKind
from rashomon.present import phrases
from rashomon.present.descent import sort_by_time
from rashomon.present.index import AnalysisIndex
from rashomon.present.plain import show_inline
from rashomon.present.side_by_side import Comparison, Likeness, Look, Place, Run, compare_copy, tidy

PASSAGES_A_REPORT: Final = 6
PASSAGES_A_PAGE: Final = 400
DRIFTS_A_PAGE: Final = 200
OPEN_VOICES: Final = 3
OPEN_REPORTS: Final = 8
"""Up to so many voices of up to so many reports stand open from the start."""
AROUND_CLAIM: Final = 240
"""Characters of the sentence shown before and after a drifted claim."""
TELLING: Final = re.compile(
    r"\b(?:(?:most|more|very|highly|quite|un)[ -]?(?:likely|probabl[ey])|likely|probabl[ey]|possibl[ey]|perhaps|maybe"
    r"|may|might|could|would|can|appear\w*|seem\w*|apparent\w*|suspect\w*|believ\w*|presum\w*|suppos\w*|assum\w*|think\w*"
    r"|thought|alleged\w*|reported(?:ly)?|suggest\w*|at (?:least|most)|up to|(?:more|fewer|less) than|about|around"
    r"|nearly|almost|some|dozens?|scores?|hundreds?|thousands?|two|three|four|five|six|seven|eight|nine|ten|twelve)\b"
    r"|\b\d+(?:[.,]\d+)*",
    re.IGNORECASE,
)
"""Hedges, possibilities, bounds and numbers: where a drift shows. For the eye only; nothing is concluded from it."""
SHOWN_LIKENESS: Final = {
    Likeness.WORDS: ("passage", "beside its first appearance", "beside their first appearance"),
    Likeness.MATTER: ("sentence", "beside the one that tells the same", "beside those that tell the same"),
}

MIXED_LIKENESS: Final = ("place", "beside the one it was made from", "beside those they were made from")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report, the link to what it was made from, and passages beside their first appearance."""

    document: Document
    link: CopyLink | None
    comparison: Comparison

    @property
    def summary(self) -> str:
        """Say what is compared: "6 of 9 passages of The Herald beside their first appearance"."""
        pairs, shorter = self.comparison.pairs, self.comparison.shorter
        name = show_inline(self.document.publisher) or show_inline(self.document.input_id)
        if pairs[0].likeness is Likeness.OPENINGS:
            return f"How {name} begins, beside how the other begins"
        kinds = {pair.likeness for pair in pairs}
        noun, one, many = SHOWN_LIKENESS[pairs[0].likeness] if len(kinds) == 1 else MIXED_LIKENESS
        of_all = f"{len(pairs)} of " if shorter else ""
        count = phrases.say_count(len(pairs) + shorter, noun)
        return f"{of_all}{count} of {name} {one if len(pairs) + shorter == 1 else many}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """An origin with its reports, earliest first."""

    origin: Origin
    reports: tuple[ReportView, ...]

    @property
    def summary(self) -> str:
        """Say when its reports came and how they were made: "2 Apr 2031, 06:00 UTC to ... · 1 near copy, 1 rewrite"."""
        times = sorted(view.document.published_at for view in self.reports if view.document.published_at)
        span = [phrases.say_time(times[0]), phrases.say_time(times[-1])] if times else ["undated"]
        undated = len(self.reports) - len(times)
        when = " to ".join(dict.fromkeys(span)) + (f", {undated} undated" if times and undated else "")
        kinds = [view.link.kind for view in self.reports if view.link]
        return " · ".join(filter(None, (when, say_kinds(kinds))))


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftView:
    """A drift with the sentence that was said and the one that was told."""

    drift: ClaimRelation
    said: Place
    told: Place
    upstream: Claim
    relay: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageView:
    """All of it. `voices` are origins of several reports, `relays` and `alone` the origins of one, by their link.

    `drifts_of` names under a claim's id the drifts it takes part in.
    """

    voices: tuple[OriginView, ...]
    relays: tuple[OriginView, ...]
    alone: tuple[OriginView, ...]
    drifts: tuple[DriftView, ...]
    drifts_of: Mapping[str, tuple[DriftView, ...]]
    opened: bool


def view_lineage(index: AnalysisIndex) -> LineageView:
    """Return what the page shows of where the reports come from."""
    comparisons = _compare_copies(index)
    views = [_view_origin(origin, index, comparisons) for origin in index.analysis.linkage.origins]
    single = [view for view in views if len(view.reports) == 1]
    voices = tuple(view for view in views if len(view.reports) > 1)
    drifts = tuple(_view_drifts(index))[:DRIFTS_A_PAGE]
    return LineageView(
        voices=voices,
        relays=tuple(view for view in single if view.reports[0].link),
        alone=tuple(view for view in single if not view.reports[0].link),
        drifts=drifts,
        drifts_of=_group_drifts(drifts),
        opened=len(voices) <= OPEN_VOICES and all(len(view.reports) <= OPEN_REPORTS for view in voices),
    )


def find_drifts(link: EvidenceLink, lineage: LineageView) -> tuple[DriftView, ...]:
    """Return the drifts that claims of an evidence link take part in, each once."""
    found = (view for claim_id in link.claim_ids for view in lineage.drifts_of.get(claim_id, ()))
    return tuple({view.drift.id: view for view in found}.values())


def say_kinds(kinds: list[CopyKind]) -> str:
    """Return "2 near copies, 1 rewrite": how often each kind of copy is there."""
    names = {
        CopyKind.VERBATIM: ("verbatim copy", "verbatim copies"),
        CopyKind.NEAR: ("near copy", "near copies"),
        CopyKind.REWRITE: ("rewrite", "rewrites"),
        CopyKind.RELAY: ("relay", "relays"),
    }
    counts = [(kinds.count(kind), names[kind]) for kind in CopyKind]
    return ", ".join(f"{count} {one if count == 1 else many}" for count, (one, many) in counts if count)


def name_anchor(origin_id: str) -> str:
    """Return the anchor of an origin on the page: "origin-" and what its id says beyond that."""
    return f"origin-{origin_id.removeprefix('origin_')}"


def _compare_copies(index: AnalysisIndex) -> dict[str, Comparison]:
    """Return the comparison of each copy by document id, the page's share of passages for each."""
    copied = [document for document in sort_by_time(index.analysis.documents) if document.id in index.copy_of]
    limit = min(PASSAGES_A_REPORT, max(1, PASSAGES_A_PAGE // max(1, len(copied))))
    return {
        document.id: compare_copy(index.copy_of[document.id], index.documents, limit=limit)
        for document in copied[:PASSAGES_A_PAGE]
    }


def _view_origin(origin: Origin, index: AnalysisIndex, comparisons: Mapping[str, Comparison]) -> OriginView:
    documents = sort_by_time(index.documents[one] for one in origin.document_ids if one in index.documents)
    reports = tuple(
        ReportView(
            document=document,
            link=index.copy_of.get(document.id),
            comparison=comparisons.get(document.id, Comparison(pairs=())),
        )
        for document in documents
    )
    return OriginView(origin=origin, reports=reports)


def _view_drifts(index: AnalysisIndex) -> list[DriftView]:
    views = []
    for relation in index.analysis.linkage.relations:
        upstream, relay = index.claims.get(relation.to_id), index.claims.get(relation.from_id)
        if relation.kind is not RelationKind.DRIFT or upstream is None or relay is None:
            continue
        said, told = show_claim(upstream, index), show_claim(relay, index)
        if said is not None and told is not None:
            views.append(DriftView(drift=relation, said=said, told=told, upstream=upstream, relay=relay))
    return views


def _group_drifts(drifts: tuple[DriftView, ...]) -> dict[str, tuple[DriftView, ...]]:
    groups: dict[str, list[DriftView]] = {}
    for view in drifts:
        for claim_id in dict.fromkeys((view.upstream.id, view.relay.id)):
            groups.setdefault(claim_id, []).append(view)
    return {claim_id: tuple(group) for claim_id, group in groups.items()}


def show_claim(claim: Claim, index: AnalysisIndex) -> Place | None:
    """Return a claim within its sentence, hedges and numbers marked; None where its report is not known."""
    document = index.documents.get(claim.document_id)
    if document is None:
        return None
    text = document.text
    begin = max(claim.context_start, claim.start - AROUND_CLAIM)
    stop = min(max(claim.context_end, claim.end), claim.end + AROUND_CLAIM)
    runs = [
        Run(text=("… " if begin > claim.context_start else "") + tidy(text[begin : claim.start]), look=Look.CONTEXT)
    ]
    reached = claim.start
    for match in TELLING.finditer(text, claim.start, claim.end):
        runs.append(Run(text=tidy(text[reached : match.start()]), look=Look.PLAIN))
        runs.append(Run(text=tidy(match.group()), look=Look.MARKED))
        reached = match.end()
    runs.append(Run(text=tidy(text[reached : claim.end]), look=Look.PLAIN))
    runs.append(Run(text=tidy(text[claim.end : stop]) + (" …" if stop < claim.context_end else ""), look=Look.CONTEXT))
    return Place(document=document, start=claim.start, end=claim.end, runs=tuple(run for run in runs if run.text))
