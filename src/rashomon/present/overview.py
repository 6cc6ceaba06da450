"""What an analyst wants to know on coming back: what moved and why, what would change the answer, what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from rashomon.model.document import Document
from rashomon.model.judgement import Judgement, OriginMove, Revision
from rashomon.model.question import EvidenceLink, Hypothesis
from rashomon.model.vocabulary import Access, Direction
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex
from rashomon.present.odds import Move, list_moves
from rashomon.present.plain import show_inline
from rashomon.present.reasons import say_left_out
from rashomon.present.shape import Shape
from rashomon.present.study_view import find_leader, order_indicators, read_probability

MOST_REASONS: Final = 4
MOST_CHANGERS: Final = 3
MOST_STRONGEST: Final = 6
LIKELY: Final = 0.5
SMALLEST_MOVE: Final = 0.005
"""Moves below half a percentage point are not told."""


class MoveShape(Shape, frozen=True, kw_only=True):
    """How one answer moved: 0..1 before and after, `bits` of its log2 odds."""

    hypothesis_id: str
    label: str
    before: float
    after: float
    bits: float


class CauseShape(Shape, frozen=True, kw_only=True):
    """What one origin did: in words, and by how many bits it moved the answer it moved most."""

    origin_id: str
    hypothesis_id: str
    bits: float
    what: str


class ChangeSinceShape(Shape, frozen=True, kw_only=True):
    """How the judgement moved since another one, by which reports and origins."""

    since: str
    judgement_id: str
    document_ids: list[str]
    moves: list[MoveShape]
    causes: list[CauseShape]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What one origin did to the judgement: the answer it moved most, by how many bits, and its first report."""

    origin_id: str
    holder: str
    hypothesis: Hypothesis
    bits: float
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSince:
    """How the judgement moved since another; `moves` lists all answers both know, `arrived` the reports between."""

    before: Judgement
    arrived: tuple[Document, ...]
    moves: tuple[Move, ...]
    causes: tuple[Cause, ...]

    @property
    def is_still(self) -> bool:
        """Whether no answer moved so that one would tell."""
        return all(abs(move.after - move.before) < SMALLEST_MOVE for move in self.moves)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changer:
    """One thing that would change the answer: `kind` says which sort, `what` it in words, `effect` how much."""

    kind: str
    what: str
    effect: str


def view_change(revision: Revision, before: Judgement, index: AnalysisIndex) -> ChangeSince:
    """Return a revision in records: how each answer moved, and the origins that moved it most, largest first."""
    known = {one.hypothesis_id for one in before.probabilities}
    hypotheses = [one for one in index.hypotheses_by_rank if one.id in known]
    causes = (_view_cause(move, index) for move in revision.moves if move.origin_id in index.origins)
    return ChangeSince(
        before=before,
        arrived=tuple(index.documents[one] for one in revision.document_ids if one in index.documents),
        moves=list_moves(hypotheses, before, index.analysis.judgement),
        causes=tuple(islice(causes, MOST_REASONS)),
    )


def shape_change(change: ChangeSince, index: AnalysisIndex) -> ChangeSinceShape:
    """Return a change as its JSON shape."""
    return ChangeSinceShape(
        since=change.before.id,
        judgement_id=index.analysis.judgement.id,
        document_ids=[document.id for document in change.arrived],
        moves=[
            MoveShape(
                hypothesis_id=move.hypothesis.id,
                label=move.hypothesis.label,
                before=move.before,
                after=move.after,
                bits=move.bits,
            )
            for move in change.moves
        ],
        causes=[
            CauseShape(
                origin_id=cause.origin_id,
                hypothesis_id=cause.hypothesis.id,
                bits=cause.bits,
                what=f"{show_inline(cause.holder)}: {phrases.say_bits(cause.bits)} bits for {cause.hypothesis.label}",
            )
            for cause in change.causes
        ],
    )


def list_changers(index: AnalysisIndex) -> tuple[Changer, ...]:
    """Return the three things that would change the answer most, each of another sort where there are as many."""
    sorts = [list(sort(index)) for sort in (_signs, _flips, _roles, _omissions)]
    first = [changers[0] for changers in sorts if changers]
    rest = [changer for changers in sorts for changer in changers[1:]]
    return tuple([*first, *rest][:MOST_CHANGERS])


def list_gaps(index: AnalysisIndex) -> tuple[str, ...]:
    """Return in sentences what the reports leave out: who is not heard, what nobody examined, what one voice says."""
    return (*_unexamined(index), *_unheard(index), *_single(index), *_unadvanced(index), *_undated(index))


def list_strongest(index: AnalysisIndex) -> tuple[EvidenceLink, ...]:
    """Return the heaviest pieces of evidence on any answer, for or against, heaviest first."""
    ordered = sorted(index.numbered, key=lambda link: (-abs(index.bits(link.id)), index.numbers[link.id]))
    return tuple(link for link in ordered if not index.is_shown_only(link))[:MOST_STRONGEST]


def _view_cause(move: OriginMove, index: AnalysisIndex) -> Cause:
    origin = index.origins[move.origin_id]
    most = max((one for one in move.bits if one.hypothesis_id in index.hypotheses), key=lambda one: abs(one.bits))
    return Cause(
        origin_id=origin.id,
        holder=show_inline(origin.holder) or "an unnamed voice",
        hypothesis=index.hypotheses[most.hypothesis_id],
        bits=most.bits,
        document_id=next(iter(origin.document_ids), ""),
    )


def _signs(index: AnalysisIndex) -> Iterator[Changer]:
    for indicator in order_indicators(index.analysis.judgement.sensitivity.watch_for):
        what = phrases.say_indicator(indicator, index.documents)
        yield Changer(kind="To look for", what=what, effect=f"{indicator.expected_bits:.2f} bits expected")


def _flips(index: AnalysisIndex) -> Iterator[Changer]:
    for flip in sorted(index.analysis.judgement.sensitivity.flips, key=lambda one: one.bits_needed):
        effect = f"{flip.bits_needed:.1f} bits would put another answer first"
        yield Changer(kind="Nearest to the lead", what=show_inline(flip.what), effect=effect)


def _roles(index: AnalysisIndex) -> Iterator[Changer]:
    for role in sorted(index.analysis.judgement.sensitivity.roles, key=lambda one: -one.shift):
        gains = index.hypotheses.get(role.hypothesis_id)
        if gains is not None:
            what = f"If {show_inline(role.holder)} {show_inline(role.role)}"
            effect = f"{show_inline(gains.label)} would gain most; {100 * role.shift:.0f} points would move"
            yield Changer(kind="Not known", what=what, effect=effect)


def _omissions(index: AnalysisIndex) -> Iterator[Changer]:
    judgement = index.analysis.judgement
    leader = next(iter(index.hypotheses_by_rank)).id
    now = index.probabilities[leader].probability
    moved = [
        (abs(read_probability(one.probabilities, leader) - now), one) for one in judgement.sensitivity.leave_one_out
    ]
    for size, left in sorted(moved, key=lambda pair: -pair[0]):
        origin = index.origins.get(left.origin_id)
        if origin is not None and size >= SMALLEST_MOVE:
            other = find_leader(left.probabilities, index)
            effect = f"{show_inline(index.hypotheses[other].label)} would lead" if other != leader else ""
            yield Changer(kind="Hangs on one origin", what=say_left_out(left.origin_id, index), effect=effect)


def _unexamined(index: AnalysisIndex) -> Iterator[str]:
    weighed = [link for link in index.numbered if not index.is_shown_only(link)]
    if weighed and not any((link.examined or 0.0) > LIKELY or link.access is Access.EXAMINED for link in weighed):
        yield "Nobody heard examined the evidence."


def _unheard(index: AnalysisIndex) -> Iterator[str]:
    """Yield the answers whose own side says nothing in any report."""
    camps = {source.camp.casefold() for source in index.sources.values() if source.camp}
    for hypothesis in index.hypotheses_by_rank:
        if hypothesis.camp and hypothesis.camp.casefold() not in camps:
            yield f"Nobody who speaks for {show_inline(hypothesis.camp)} is heard."


def _single(index: AnalysisIndex) -> Iterator[str]:
    for hypothesis in index.hypotheses_by_rank:
        links = [one for one in index.evidence_on(hypothesis.id, Direction.FOR) if not index.is_shown_only(one)]
        if links and len({one.origin_id for one in links}) == 1 and not hypothesis.residual:
            holder = show_inline(links[0].holder) or "an unnamed voice"
            yield f"All that speaks for {show_inline(hypothesis.label)} comes from one origin: {holder}."


def _unadvanced(index: AnalysisIndex) -> Iterator[str]:
    for hypothesis in index.hypotheses_by_rank:
        if not hypothesis.residual and not hypothesis.is_held:
            yield f"{show_inline(hypothesis.label)} is named, but nobody advances it."


def _undated(index: AnalysisIndex) -> Iterator[str]:
    undated = sum(document.published_at is None for document in index.analysis.documents)
    if undated:
        yield f"{phrases.say_count(undated, 'report')} without a date: when they were said does not count."
