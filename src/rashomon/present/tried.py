"""What an analyst tries: read from an address and written back to it, and how the answers take it.

An address holds every change, so that it can be kept and sent: `without=ID`, `grade=SOURCE:D`, `together=ID,ID`,
`prior=ANSWER:30` (percent), `item=EVIDENCE:forged`, `suppose=INDICATOR:yes`; `join=ID`, twice or more, is the group
being put together, and `find` the words last searched for.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from rashomon.model.errors import WeighError
from rashomon.model.judgement import HypothesisProbability
from rashomon.model.question import Hypothesis
from rashomon.model.scenario import NO, YES, Change, Scenario, TriedOutcome, write_change
from rashomon.model.vocabulary import ChangeKind
from rashomon.model.wording import word_probability
from rashomon.present.index import AnalysisIndex, rank_hypotheses
from rashomon.present.odds import name_leader, take_odds
from rashomon.present.plain import show_inline
from rashomon.present.whatif import say_change

ADDRESS: Final = "/whatif"
KINDS: Final = (
    ChangeKind.DROP,
    ChangeKind.REGRADE,
    ChangeKind.DEPENDENT,
    ChangeKind.FORGED,
    ChangeKind.PRIOR,
    ChangeKind.SUPPOSE,
)
"""The order of changes in an address: what is left out comes first, so that a group is put together of what remains."""

SMALLEST_PRIOR_MOVE: Final = 0.0005
"""A prior that moves by less (0..1) is not told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The parts of an address, each as it stands there; ids that nobody knows are no error."""

    prior: Sequence[str] = ()
    grade: Sequence[str] = ()
    item: Sequence[str] = ()
    without: Sequence[str] = ()
    together: Sequence[str] = ()
    join: Sequence[str] = ()
    suppose: Sequence[str] = ()
    find: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The changes tried, each about one thing. `joined` are the sources and origins ticked to count as one group: a
    change once there are two of them. `find` are the words last searched for.
    """

    changes: tuple[Change, ...] = ()
    joined: tuple[str, ...] = ()
    find: str = ""

    @property
    def scenario(self) -> Scenario:
        """All that is tried, as a scenario without a name."""
        ticked = (Change(kind=ChangeKind.DEPENDENT, about=self.joined),) if len(self.joined) > 1 else ()
        return Scenario(changes=(*self.changes, *ticked))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A change in words, whether it found nothing to change, the line a case keeps, and the address without it."""

    words: str
    idle: bool
    written: str
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerShift:
    """One answer before and after; `points` are percentage points, `bits` the move of its log2 odds."""

    hypothesis: Hypothesis
    before: HypothesisProbability
    after: HypothesisProbability
    points: float
    bits: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedView:
    """What is tried and what comes of it; without answers, `failure` says why it cannot be weighed."""

    tried: Tried
    address: str
    lines: tuple[ChangeLine, ...]
    answers: tuple[AnswerShift, ...] = ()
    leads: str = ""
    overtaken: bool = False
    failure: str = ""

    @property
    def moves_priors(self) -> bool:
        """Whether any answer starts from another probability than before."""
        return any(abs(one.after.prior - one.before.prior) >= SMALLEST_PRIOR_MOVE for one in self.answers)


def read_tried(asked: Asked, index: AnalysisIndex) -> Tried:
    """Return what an address asks to try; what is said last of one thing holds.

    Raises WeighError R-WEIGH-004 or -006 for what is no change.
    """
    joined = tuple(dict.fromkeys(filter(None, asked.join)))
    changes = {(change.kind, change.about): change for change in _read_changes(asked, index)}
    return Tried(changes=tuple(changes.values()), joined=joined, find=" ".join(asked.find.split()))


def take_up(changes: Sequence[Change]) -> Tried:
    """Return the changes of a scenario as something tried, each about one thing."""
    parted: dict[Change, None] = {}
    for change in changes:
        if change.kind in (ChangeKind.DEPENDENT, ChangeKind.PRIOR, ChangeKind.SUPPOSE):
            parted[change] = None
        else:
            parted.update((Change(kind=change.kind, about=(one,), value=change.value), None) for one in change.about)
    return Tried(changes=tuple(parted))


def write_address(tried: Tried, index: AnalysisIndex, path: str = ADDRESS) -> str:
    """Return the address at which the same is tried again."""
    ordered = sorted(tried.changes, key=lambda change: KINDS.index(change.kind))
    pairs = [pair for change in ordered for pair in write_pairs(change, index)]
    pairs += [("join", one) for one in tried.joined]
    pairs += [("find", tried.find)] if tried.find else []
    return f"{path}?{urlencode(pairs, errors='backslashreplace')}" if pairs else path


def view_tried(tried: Tried, outcome: TriedOutcome, index: AnalysisIndex) -> TriedView:
    """Return what is tried and each answer before and after, in the order the answers have without it."""
    hypotheses = index.hypotheses_by_rank
    first, then = name_leader(hypotheses, outcome.before), name_leader(hypotheses, outcome.after)
    return TriedView(
        tried=tried,
        address=write_address(tried, index),
        lines=_list_lines(tried, outcome.idle, index),
        answers=list_shifts(outcome, index),
        leads=_say_leads(outcome, index.hypotheses[first], index.hypotheses[then]),
        overtaken=first != then,
    )


def view_refused(tried: Tried, why: str, index: AnalysisIndex) -> TriedView:
    """Return what is tried where it cannot be weighed, and why."""
    return TriedView(tried=tried, address=write_address(tried, index), lines=_list_lines(tried, (), index), failure=why)


def list_shifts(outcome: TriedOutcome, index: AnalysisIndex) -> tuple[AnswerShift, ...]:
    """Return how each answer moves, the most probable before first, *something else* last."""
    was = {one.hypothesis_id: one for one in outcome.before.probabilities}
    now = {one.hypothesis_id: one for one in outcome.after.probabilities}
    return tuple(
        AnswerShift(
            hypothesis=hypothesis,
            before=was[hypothesis.id],
            after=now[hypothesis.id],
            points=100.0 * (now[hypothesis.id].probability - was[hypothesis.id].probability),
            bits=take_odds(now[hypothesis.id].probability) - take_odds(was[hypothesis.id].probability),
        )
        for hypothesis in rank_hypotheses(index.hypotheses.values(), was)
    )


def find_answer(words: str, index: AnalysisIndex) -> Hypothesis | None:
    """Return an answer by its id, its label or another name of it; None where there is no such one."""
    for hypothesis in index.hypotheses_by_rank:
        names = (hypothesis.id, hypothesis.label, *hypothesis.aliases)
        if words.casefold() in {name.casefold() for name in names}:
            return hypothesis
    return None


def write_pairs(change: Change, index: AnalysisIndex) -> Iterator[tuple[str, str]]:
    """Yield a change as names and values of an address."""
    match change.kind:
        case ChangeKind.DROP:
            yield from (("without", one) for one in change.about)
        case ChangeKind.REGRADE:
            yield from (("grade", f"{one}:{change.value}") for one in change.about)
        case ChangeKind.DEPENDENT:
            yield "together", ",".join(change.about)
        case ChangeKind.FORGED:
            yield from (("item", f"{one}:{change.value}") for one in change.about)
        case ChangeKind.PRIOR:
            yield "prior", f"{_identify(change.about[0], index)}:{100.0 * float(change.value):g}"
        case ChangeKind.SUPPOSE:
            value = change.value if change.value in (YES, NO) else _identify(change.value, index)
            yield "suppose", f"{change.about[0]}:{value}"


def _read_changes(asked: Asked, index: AnalysisIndex) -> Iterator[Change]:
    """Yield the changes in the order of KINDS."""
    for one in filter(None, asked.without):
        yield Change(kind=ChangeKind.DROP, about=(one,))
    for one in filter(None, asked.grade):
        source_id, _, grade = one.rpartition(":")
        yield Change(kind=ChangeKind.REGRADE, about=(source_id,), value=grade)
    for one in filter(None, asked.together):
        yield Change(kind=ChangeKind.DEPENDENT, about=tuple(filter(None, dict.fromkeys(one.split(",")))))
    for one in filter(None, asked.item):
        evidence_id, _, state = one.rpartition(":")
        yield Change(kind=ChangeKind.FORGED, about=(evidence_id,), value=state)
    for one in filter(None, asked.prior):
        answer, _, percent = one.rpartition(":")
        yield Change(kind=ChangeKind.PRIOR, about=(_label(answer, index),), value=f"{_read_percent(percent):g}")
    for one in filter(None, asked.suppose):
        indicator_id, _, outcome = one.partition(":")
        value = outcome if outcome in (YES, NO, "") else _label(outcome, index)
        yield Change(kind=ChangeKind.SUPPOSE, about=(indicator_id,), value=value)


def _label(words: str, index: AnalysisIndex) -> str:
    """Return an answer's label: labels outlive ids, and a scenario that is kept goes by them."""
    found = find_answer(words, index)
    return found.label if found else words


def _read_percent(written: str) -> float:
    """Return a percentage as a probability (0..1, exclusive)."""
    try:
        probability = float(written) / 100.0
    except ValueError:
        probability = math.nan
    if not 0.0 < probability < 1.0:
        raise WeighError("R-WEIGH-004", f"'{written}'", what="a prior must lie above 0 % and below 100 %")
    return probability


def _identify(words: str, index: AnalysisIndex) -> str:
    found = find_answer(words, index)
    return found.id if found else words


def _list_lines(tried: Tried, idle: Sequence[Change], index: AnalysisIndex) -> tuple[ChangeLine, ...]:
    lines = []
    for change in tried.scenario.changes:
        kept = tuple(one for one in tried.changes if one != change)
        joined = tried.joined if len(kept) < len(tried.changes) else ()
        rest = Tried(changes=kept, joined=joined, find=tried.find)
        lines.append(
            ChangeLine(
                words=say_change(change, index),
                idle=change in idle,
                written=write_change(change),
                without=write_address(rest, index),
            )
        )
    return tuple(lines)


def _say_leads(outcome: TriedOutcome, first: Hypothesis, then: Hypothesis) -> str:
    """Return who leads, in words: "Norland still leads: likely, unlikely before" is one."""
    was = {one.hypothesis_id: word_probability(one.probability) for one in outcome.before.probabilities}
    now = {one.hypothesis_id: word_probability(one.probability) for one in outcome.after.probabilities}
    label, words = show_inline(then.label), now[then.id]
    if first.id != then.id:
        return f"{label} would lead, not {show_inline(first.label)}: {words}."
    if outcome.after is outcome.before:
        return f"{label} leads: {words}."
    return f"{label} still leads: {words}, " + ("as before." if words == was[then.id] else f"{was[then.id]} before.")
