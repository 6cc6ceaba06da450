"""The case as the workbench holds it: one view for all requests, one thread that judges, writers that do not wait.

Reading a case file costs time that grows with it, so it is read once for each change. Every request sees a whole view:
the old one until the new one is complete.
"""

import logging
import threading
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from rashomon.case import Case, Intake, Progress
from rashomon.model.analysis import Analysis
from rashomon.model.decision import Decision
from rashomon.model.document import Document
from rashomon.model.errors import CaseError, InputError, RashomonError
from rashomon.model.judgement import Judgement
from rashomon.model.question import Question
from rashomon.present.index import AnalysisIndex, index_analysis

LOG: Final = logging.getLogger(__name__)

Made = TypeVar("Made")

WATCH_SECONDS: Final = 1.0
"""How often the file is looked at for what others wrote."""

PATIENCE_SECONDS: Final = 2.0
"""How long an answer waits for the judgement that follows a decision, before it is sent without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case at one moment. `index` is that of `analysis`; both are None before the first judgement.

    `revision` changes whenever anything in the file does. `unread` are reports that the analysis does not know yet.
    """

    revision: str
    question: Question | None
    analysis: Analysis | None
    index: AnalysisIndex | None
    documents: tuple[Document, ...]
    decisions: tuple[Decision, ...]
    judgements: tuple[Judgement, ...]
    _derived: dict[Hashable, Future[Any]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def unread(self) -> tuple[Document, ...]:
        """The reports that came in after the analysis was made."""
        known = {document.id for document in self.analysis.documents} if self.analysis else set()
        return tuple(document for document in self.documents if document.id not in known)

    def derive(self, function: Callable[..., Made], *given: Hashable) -> Made:
        """Return what a function makes of the index and what is given, worked out once a view; others wait for it.

        Raises CaseError R-CASE-003 before the first judgement, and as the function.
        """
        key, mine = (function, *given), Future[Made]()
        held: Future[Made] = self._derived.setdefault(key, mine)
        if held is mine:
            try:
                mine.set_result(function(self.judged, *given))
            except BaseException as error:
                del self._derived[key]  # the next one who asks tries again
                mine.set_exception(error)
        return held.result()

    @property
    def judged(self) -> AnalysisIndex:
        """The index of the analysis. Raises CaseError R-CASE-003 where the case was never judged."""
        if self.index is None:
            raise CaseError("R-CASE-003", "the case holds no judgement yet", advice="Add a report.")
        return self.index


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What the judging thread is at: `stage` is "" where it rests; `failure` says why the last judgement failed."""

    stage: str = ""
    done: int = 0
    total: int = 0
    failure: str = ""


class Desk:
    """A case file opened for many readers. Use it in a `with` statement; any thread may call it.

    Raises StoreError and CaseError as `Case.open` where the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._view = self._load()
        self._work = Work()
        self._changed = threading.Condition()
        self._wanted = self._judged = 0
        self._closing = False
        self._thread = threading.Thread(target=self._keep_up, name="judge", daemon=True)

    def __enter__(self) -> "Desk":
        self._thread.start()
        if self._view.unread:
            self.judge(wait=False)
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout=WATCH_SECONDS)

    @property
    def view(self) -> CaseView:
        """The case as last read; never waits."""
        return self._view

    @property
    def work(self) -> Work:
        """What the judging thread is at."""
        return self._work

    @property
    def judging(self) -> bool:
        """Whether a judgement that was asked for is not there yet."""
        return self._wanted > self._judged

    def decide(self, decisions: Sequence[Decision]) -> CaseView:
        """Keep decisions in order and judge anew; return the view that follows them, or the last one if that is slow.

        Raises as `Case.decide`; what stood before the one that failed is kept.
        """
        known, kept = self._view.analysis, 0
        try:
            with Case.open(self.path) as case:
                for decision in decisions:
                    case.decide(decision, known=known)
                    kept += 1
                self._note_written(case)
        finally:
            if kept:
                self.judge(wait=True)
        return self._view

    def add(self, inputs: Sequence[str], intake: Intake) -> tuple[Document | InputError, ...]:
        """Keep reports, and judge anew; return each one kept or the error in its place. Raises StoreError."""
        with Case.open(self.path) as case:
            taken = tuple(case.add(inputs, intake=intake))
            self._note_written(case)
        self.judge(wait=any(isinstance(one, Document) for one in taken))
        return taken

    def open(self) -> Case:
        """Open the file for reading what no view holds (passages found by words, earlier analyses)."""
        return Case.open(self.path)

    def judge(self, *, wait: bool) -> CaseView:
        """Ask for a judgement of the file as it is now; with `wait`, stay for a while until it is there."""
        with self._changed:
            self._wanted += 1
            mine = self._wanted
            self._changed.notify_all()
            if wait:
                self._changed.wait_for(lambda: self._judged >= mine, timeout=PATIENCE_SECONDS)
        return self._view

    def _note_written(self, case: Case) -> None:
        """Show what was just written before it is judged."""
        self._view = replace(self._view, documents=case.documents(), decisions=case.decisions())

    def _keep_up(self) -> None:
        # One case for as long as it runs: it remembers what it proposed, so that a new weight need only be weighed.
        with Case.open(self.path) as case:
            while not self._closing:
                self._wait_and_judge(case)

    def _wait_and_judge(self, case: Case) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._wanted > self._judged, timeout=WATCH_SECONDS)
            wanted, asked = self._wanted, self._wanted > self._judged
        if self._closing:
            return
        failure = self._work.failure
        try:
            failure = self._bring_up_to_date(case) if asked else self._follow_others(case, failure)
        except RashomonError as error:
            failure = str(error)
        except Exception as error:
            # A fault of ours in one report must not end the judging of all others.
            LOG.exception("judging failed")
            failure = f"Judging failed: {type(error).__name__}. What was added is kept; the log says more."
        with self._changed:
            self._work = Work(failure=failure)
            self._judged = max(self._judged, wanted)
            self._changed.notify_all()

    def _bring_up_to_date(self, case: Case) -> str:
        try:
            case.analyze(on_progress=self._note)
        except RashomonError as error:
            self._view = _see(case)
            return str(error)
        self._view = _see(case)
        return ""

    def _follow_others(self, case: Case, failure: str) -> str:
        if case.revision() == self._view.revision:
            return failure
        self._view = _see(case)
        return ""

    def _load(self) -> CaseView:
        with Case.open(self.path) as case:
            return _see(case)

    @property
    def _note(self) -> Progress:
        def note(stage: str, done: int, total: int) -> None:
            self._work = Work(stage=stage, done=done, total=total)

        return note


def _see(case: Case) -> CaseView:
    """Return the view of a case. What is written while it is read has another revision, and is seen the next time."""
    revision = case.revision()
    analysis = case.analysis()
    return CaseView(
        revision=revision,
        question=case.question,
        analysis=analysis,
        index=index_analysis(analysis) if analysis else None,
        documents=case.documents(),
        decisions=case.decisions(),
        judgements=case.judgements(),
    )
