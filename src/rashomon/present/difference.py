"""What differs between two judgements of one question: answers, probabilities, evidence, reports, basis."""

from dataclasses import dataclass
from typing import Final

from rashomon.model.judgement import Revision
from rashomon.model.question import EvidenceLink
from rashomon.present.index import AnalysisIndex
from rashomon.present.overview import ChangeSince, view_change
from rashomon.present.plain import show_inline

MOST_EVIDENCE: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two judgements side by side; evidence by id, the heaviest first, what is new in `after`'s index."""

    before: AnalysisIndex
    after: AnalysisIndex
    change: ChangeSince
    answers_new: tuple[str, ...]
    answers_gone: tuple[str, ...]
    evidence_new: tuple[str, ...]
    evidence_gone: tuple[str, ...]


def view_difference(before: AnalysisIndex, after: AnalysisIndex, revision: Revision) -> Difference:
    """Return what differs; evidence is the same where the same holder says the same words for the same answer."""
    labels_before = {one.id: show_inline(one.label) for one in before.hypotheses_by_rank}
    labels_after = {one.id: show_inline(one.label) for one in after.hypotheses_by_rank}
    return Difference(
        before=before,
        after=after,
        change=view_change(revision, before.analysis.judgement, after),
        answers_new=tuple(label for one, label in labels_after.items() if one not in labels_before),
        answers_gone=tuple(label for one, label in labels_before.items() if one not in labels_after),
        evidence_new=_only_in(after, before),
        evidence_gone=_only_in(before, after),
    )


def _only_in(index: AnalysisIndex, other: AnalysisIndex) -> tuple[str, ...]:
    known = {_tell_apart(link) for link in other.numbered}
    links = [link for link in index.numbered if _tell_apart(link) not in known and not index.is_shown_only(link)]
    return tuple(link.id for link in sorted(links, key=lambda one: -abs(index.bits(one.id)))[:MOST_EVIDENCE])


def _tell_apart(link: EvidenceLink) -> tuple[object, ...]:
    return link.hypothesis_id, link.kind, link.direction, link.holder.casefold(), frozenset(link.claim_ids)
