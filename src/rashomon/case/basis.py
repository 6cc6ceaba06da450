"""What proposed answers rest on, so that a decision on weights alone is weighed without reading all reports again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

from rashomon.case.walk import Proposed
from rashomon.model.decision import JUDGEMENT_DECISIONS, Decision, keep_in_force
from rashomon.model.document import Document
from rashomon.model.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Reports, who reads them, what is asked, and the decisions in force but those on weights."""

    documents: tuple[Document, ...]
    recipe: str
    asked: Question | None
    decisions: tuple[Decision, ...]

    @classmethod
    def of(
        cls, documents: tuple[Document, ...], recipe: str, asked: Question | None, decisions: Iterable[Decision]
    ) -> Self:
        """Return the basis of reports and decisions."""
        others = tuple(one for one in keep_in_force(decisions) if one.kind not in JUDGEMENT_DECISIONS)
        return cls(documents=documents, recipe=recipe, asked=asked, decisions=others)


class LastProposed:
    """The answers last proposed with what they rest on; nothing else is remembered."""

    def __init__(self) -> None:
        self._last: tuple[Basis, Proposed] | None = None

    def recall(self, basis: Basis, propose: Callable[[], Proposed]) -> Proposed:
        """Return what was proposed on the same basis, else what is proposed now."""
        if self._last is None or self._last[0] != basis:
            self._last = (basis, propose())
        return self._last[1]
