"""What an analyst decides on claims, copies, sources, hypotheses and questions: kept apart from what the machine says.

They win over it, never change it, and are only ever added. Among those on one subject the later one wins; taking one
back is a decision too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from rashomon.model.claim import ClaimAnchor
from rashomon.model.correction import read_fix
from rashomon.model.errors import DecisionError
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import (
    Access,
    Consistency,
    CopyKind,
    DecisionKind,
    DependenceKind,
    Forgery,
    Grade,
    HypothesisRelationKind,
    Interest,
    SourceKind,
)

RECIPE: Final = "analyst.decision@1"
BY_ANALYST: Final = "analyst:"
NAME_CHARS: Final = 200
"""The longest name of an analyst, a source or a camp."""
REASON_CHARS: Final = 2000
MOST_NAMES: Final = 200

COPY_DECISIONS: Final = frozenset({DecisionKind.CONFIRM_COPY, DecisionKind.CUT_COPY})
SOURCE_DECISIONS: Final = frozenset(
    {
        DecisionKind.MERGE_SOURCES,
        DecisionKind.SPLIT_SOURCE,
        DecisionKind.GRADE_SOURCE,
        DecisionKind.SET_KIND,
        DecisionKind.SET_CAMP,
    }
)
ROLE_DECISIONS: Final = frozenset({DecisionKind.SET_ACCESS, DecisionKind.SET_STAKE})
HYPOTHESIS_DECISIONS: Final = frozenset(
    {
        DecisionKind.ADD_HYPOTHESIS,
        DecisionKind.MERGE_HYPOTHESES,
        DecisionKind.SPLIT_HYPOTHESIS,
        DecisionKind.RENAME_HYPOTHESIS,
        DecisionKind.RELATE_HYPOTHESES,
    }
)
QUESTION_DECISIONS: Final = frozenset(
    {DecisionKind.ADD_QUESTION, DecisionKind.WORD_QUESTION, DecisionKind.CHOOSE_QUESTION}
)
JUDGEMENT_DECISIONS: Final = frozenset(
    {
        DecisionKind.RATE_CELL,
        DecisionKind.SET_FORGED,
        DecisionKind.SET_PRIOR,
        DecisionKind.KEEP_SCENARIO,
        DecisionKind.RESOLVE,
    }
)

CLAIM_DECISIONS: Final = frozenset(
    {
        DecisionKind.ACCEPT_CLAIM,
        DecisionKind.REJECT_CLAIM,
        DecisionKind.FIX_CLAIM,
        DecisionKind.PLACE_CLAIM,
        DecisionKind.MERGE_CLAIMS,
        DecisionKind.SPLIT_CLAIMS,
    }
)
DEPENDENCE_DECISIONS: Final = frozenset({DecisionKind.SET_DEPENDENCE, DecisionKind.CUT_DEPENDENCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision of an analyst. `at` is an aware datetime; `made.by` is "analyst:NAME".

    What `subject_ids`, `value` and `names` hold depends on the kind:

    confirm_copy: the report, and the one it was made from; `value` is a copy kind, or "" to leave that to the machine.
    cut_copy: the report, and the one it was not made from.
    merge_sources: the source, and the one it is the same as, whose name and id stay.
    split_source: the source; `names` are the names taken out of it.
    grade_source: the source; `value` is A to F, `why` its basis.
    set_kind, set_camp: the source; `value` is the kind of source, or for whom it speaks ("": nobody known).
    set_access: the source; `value` is how near it was to the evidence.
    set_stake: the source and an answer; `value` is what it has at stake in it ("unknown": nothing known).
    add_hypothesis: the question; `value` is the answer's label, `names` its other names.
    merge_hypotheses: the question, the answer, and the one it is the same as, whose label and id stay.
    split_hypothesis: the question and the answer; `names` are the names taken out of it.
    rename_hypothesis: the question and the answer; `value` is its label from now on.
    relate_hypotheses: the question and two answers; `value` is how the first stands to the second.
    add_question: nothing; `value` is the question.
    word_question: the question; `value` is how it is put from now on.
    choose_question: the question the case answers from now on, and the one it answered before, if any.
    rate_cell: the question, the piece of evidence and the answer; `value` is the symbol of an ACH cell, `names` the
        claims of the evidence, by which it is found again where its id has changed.
    set_forged: the question and the piece of evidence; `value` is whether the thing it rests on is forged, `names` the
        claims of the evidence, as in rate_cell.
    set_prior: the question and the answer; `value` is its probability before any evidence.
    keep_scenario: the question; `value` is the scenario's name, `names` its changes as `write_change` puts them.
    resolve: the question and the answer that is true; `value` is the day on which that was known (ISO 8601) or "",
        `why` who says so.
    accept_claim, reject_claim: the claim.
    fix_claim: the claim; `names` are its corrected parts as `write_fix` puts them.
    place_claim: the claim; `value` is the event it speaks of ("": none that is known), `names` that event's label.
    merge_claims, split_claims: the claim, and the one it says the same as, or does not.
    set_dependence: two sources or origins; `value` is how far they speak together (above 0, up to 1), or why they do.
    cut_dependence: two sources or origins that speak independently.
    withdraw: the decision taken back.

    Answers are named by a name of theirs, not by an id: a later report may give an answer another id, but its names
    stay. `anchors` say of each claim among the subjects what it is found again by; a case fills them in.

    Raises DecisionError: R-DECIDE-001 (malformed), -002 (no such value), -003 (a grade without its basis).
    """

    id: str
    kind: DecisionKind
    subject_ids: tuple[str, ...]
    at: datetime
    made: Made
    value: str = ""
    names: tuple[str, ...] = ()
    why: str = ""
    anchors: tuple[ClaimAnchor, ...] = ()

    def __post_init__(self) -> None:
        for wrong in filter(None, (_misses_subjects(self), _is_unsigned(self), _is_oversized(self))):
            raise DecisionError("R-DECIDE-001", self.kind, what=wrong)
        allowed = _VALUES.get(self.kind)
        if allowed is not None and self.value not in allowed:
            listed = ", ".join(filter(None, allowed))
            raise DecisionError("R-DECIDE-002", f"'{self.value}'", advice=f"Choose one of: {listed}.")
        if self.kind is DecisionKind.SET_PRIOR and not _is_probability(self.value):
            advice = "Give a number above 0 and below 1."
            raise DecisionError("R-DECIDE-002", f"'{self.value}'", what="not a prior", advice=advice)
        if self.kind is DecisionKind.RESOLVE and self.value and not _is_day(self.value):
            advice = "Write the day as ISO 8601, for example 2023-05-30."
            raise DecisionError("R-DECIDE-002", f"'{self.value}'", what="not a day", advice=advice)
        if self.kind is DecisionKind.SET_DEPENDENCE and not _is_dependence(self.value):
            advice = f"Give a number above 0 and up to 1, or one of: {', '.join(DependenceKind)}."
            raise DecisionError("R-DECIDE-002", f"'{self.value}'", what="not a dependence", advice=advice)
        if self.kind is DecisionKind.FIX_CLAIM:
            read_fix(self.names)
        if self.kind is DecisionKind.GRADE_SOURCE and not self.why.strip():
            raise DecisionError("R-DECIDE-003", f"grade {self.value}")


def make_decision(
    kind: DecisionKind,
    *subject_ids: str,
    by: str,
    at: datetime,
    value: str = "",
    names: Iterable[str] = (),
    why: str = "",
) -> Decision:
    """Return a decision of the analyst `by` (a bare name), its id derived from all it says. Raises as `Decision`."""
    maker = BY_ANALYST + " ".join(by.split())
    taken = tuple(dict.fromkeys(names))
    written = at.isoformat()
    return Decision(
        id=derive_id("decision", kind, *subject_ids, None, value, *taken, None, why, written, maker),
        kind=kind,
        subject_ids=subject_ids,
        at=at,
        made=Made(recipe=RECIPE, inputs=subject_ids, by=maker),
        value=value,
        names=taken,
        why=why,
    )


def keep_in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions nobody took back, in the order given, without those that only take others back.

    The order is that in which they were made. Taking back what took another back puts the first one in force again.
    """
    withdrawn: set[str] = set()
    kept = []
    for decision in reversed(tuple(decisions)):
        if decision.id in withdrawn:
            continue
        if decision.kind is DecisionKind.WITHDRAW:
            withdrawn.update(decision.subject_ids)
        else:
            kept.append(decision)
    return tuple(reversed(kept))


def settle_copies(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the last word in force on each pair of reports: a confirmed or a cut copy, in the order given."""
    last: dict[frozenset[str], Decision] = {}
    for decision in keep_in_force(decisions):
        if decision.kind in COPY_DECISIONS:
            pair = frozenset(decision.subject_ids)
            last.pop(pair, None)
            last[pair] = decision
    return tuple(last.values())


def read_strength(written: str) -> float | None:
    """Return a dependence written as a number (above 0, up to 1); None where it is none."""
    try:
        strength = float(written)
    except ValueError:
        return None
    return strength if 0.0 < strength <= 1.0 else None


_VALUES: Final[Mapping[DecisionKind, tuple[str, ...]]] = {
    DecisionKind.CONFIRM_COPY: ("", *CopyKind),
    DecisionKind.GRADE_SOURCE: tuple(Grade),
    DecisionKind.SET_KIND: tuple(SourceKind),
    DecisionKind.SET_ACCESS: tuple(Access),
    DecisionKind.SET_STAKE: tuple(Interest),
    DecisionKind.RELATE_HYPOTHESES: tuple(HypothesisRelationKind),
    DecisionKind.SET_FORGED: tuple(Forgery),
    DecisionKind.RATE_CELL: tuple(one for one in Consistency if one is not Consistency.NOT_APPLICABLE),
}
"""The values a kind of decision may hold, where they are a closed list."""

_SUBJECTS: Final[Mapping[DecisionKind, tuple[int, ...]]] = {
    DecisionKind.CONFIRM_COPY: (2,),
    DecisionKind.CUT_COPY: (2,),
    DecisionKind.MERGE_SOURCES: (2,),
    DecisionKind.SET_STAKE: (2,),
    DecisionKind.MERGE_HYPOTHESES: (3,),
    DecisionKind.SPLIT_HYPOTHESIS: (2,),
    DecisionKind.RENAME_HYPOTHESIS: (2,),
    DecisionKind.RELATE_HYPOTHESES: (3,),
    DecisionKind.ADD_QUESTION: (0,),
    DecisionKind.CHOOSE_QUESTION: (1, 2),
    DecisionKind.RATE_CELL: (3,),
    DecisionKind.SET_FORGED: (2,),
    DecisionKind.SET_PRIOR: (2,),
    DecisionKind.RESOLVE: (2,),
    DecisionKind.MERGE_CLAIMS: (2,),
    DecisionKind.SPLIT_CLAIMS: (2,),
    DecisionKind.SET_DEPENDENCE: (2,),
    DecisionKind.CUT_DEPENDENCE: (2,),
}
"""How many subjects a kind of decision has, where it is not one."""

_SPLITS: Final = frozenset({DecisionKind.SPLIT_SOURCE, DecisionKind.SPLIT_HYPOTHESIS})
_TAKES_NAMES: Final = frozenset(
    {
        DecisionKind.ADD_HYPOTHESIS,
        DecisionKind.RATE_CELL,
        DecisionKind.SET_FORGED,
        DecisionKind.KEEP_SCENARIO,
        DecisionKind.FIX_CLAIM,
        DecisionKind.PLACE_CLAIM,
    }
)
_SAYS: Final = frozenset(
    {
        DecisionKind.ADD_HYPOTHESIS,
        DecisionKind.RENAME_HYPOTHESIS,
        DecisionKind.ADD_QUESTION,
        DecisionKind.WORD_QUESTION,
        DecisionKind.KEEP_SCENARIO,
    }
)
"""Decisions that mean nothing without a value."""


def _misses_subjects(decision: Decision) -> str:
    wanted = _SUBJECTS.get(decision.kind, (1,))
    given = decision.subject_ids
    if len(given) not in wanted or not all(given):
        needed = wanted[-1]
        return f"needs {needed} subject{'s' if needed != 1 else ''}, {len(list(filter(None, given)))} given"
    if len(set(given)) != len(given):
        return "names the same subject twice"
    if decision.kind in _SAYS and not decision.value.strip():
        return "needs its words"
    splits = decision.kind in _SPLITS
    if splits and not (decision.names and all(name.strip() for name in decision.names)):
        return "needs the names to take out"
    return "" if splits or decision.kind in _TAKES_NAMES or not decision.names else "takes no names"


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _is_probability(written: str) -> bool:
    try:
        return 0.0 < float(written) < 1.0
    except ValueError:
        return False


def _is_dependence(written: str) -> bool:
    return written in tuple(DependenceKind) or read_strength(written) is not None


def _is_unsigned(decision: Decision) -> str:
    if not decision.made.by.removeprefix(BY_ANALYST).strip() or not decision.made.by.startswith(BY_ANALYST):
        return "needs the name of an analyst"
    return "" if decision.at.tzinfo is not None else "needs a time with its zone"


def _is_oversized(decision: Decision) -> str:
    asks = decision.kind in QUESTION_DECISIONS
    bounds: tuple[tuple[str, bool], ...] = (
        ("the reason is too long", len(decision.why) > REASON_CHARS),
        ("the value is too long", len(decision.value) > (REASON_CHARS if asks else NAME_CHARS)),
        ("the name of the analyst is too long", len(decision.made.by) > NAME_CHARS),
        ("too many names", len(decision.names) > MOST_NAMES),
    )
    return next((said for said, beyond in bounds if beyond), "")
