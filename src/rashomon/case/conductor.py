"""The public object: one case, from its reports to its judgement. It walks the stages in order and keeps what comes."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from rashomon import store
from rashomon.case.basis import Basis, LastProposed
from rashomon.case.deciding import check_decision
from rashomon.case.deciding_answers import list_questions, settle_choice
from rashomon.case.deciding_claims import anchor_decision
from rashomon.case.holding import Holding
from rashomon.case.intake import Intake, read_reports
from rashomon.case.progress import Progress, keep_quiet
from rashomon.case.walk import (
    NOTHING_LINKED,
    Proposed,
    Told,
    find_latest,
    keep_known,
    propose_answers,
    supersede,
    weigh_proposed,
)
from rashomon.case.whatif import list_scenarios
from rashomon.hypothesize.questions import read_question
from rashomon.ingest.report import Report
from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim
from rashomon.model.decision import Decision
from rashomon.model.document import Document, Passage, RawInput, keep_current
from rashomon.model.errors import CaseError, InputError, StoreError
from rashomon.model.judgement import Judgement
from rashomon.model.question import Question
from rashomon.model.scenario import Scenario, ScenarioOutcome
from rashomon.model.vocabulary import DecisionKind
from rashomon.plugins import load_extractor
from rashomon.ports import CaseStore, Extractor
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.scenarios import weigh_scenario

CLEAN_INTAKE: Final = Intake()

ATTEMPTS: Final = 3
"""How often a judgement is begun again because others wrote to the case meanwhile."""


class Case:
    """One event, its reports and what they come to. Use it in a `with` statement, from one thread.

    Any method raises StoreError (R-STORE-003 busy, -004 damaged, -005 not writable) where the case file fails it.
    """

    def __init__(self, kept: CaseStore) -> None:
        self._store = kept
        self._proposed = LastProposed()

    @classmethod
    def create(cls, path: str | Path, question: str = "") -> Self:
        """Make a case file for a question (empty: found later). Raises CaseError R-CASE-002 where the path exists."""
        case = cls(store.SqliteStore.create(Path(path)))
        if question.strip():
            case.ask(question)
        return case

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a case file. Raises CaseError R-CASE-001; StoreError R-STORE-001 (no case file) or -002 (newer)."""
        return cls(store.SqliteStore.open(Path(path)))

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty case that is forgotten when it is let go."""
        return cls(store.MemoryStore())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the case file."""
        self._store.close()

    def add(self, inputs: Sequence[str], *, intake: Intake = CLEAN_INTAKE) -> Iterator[Document | InputError]:
        """Keep reports; yield each one as soon as it is safe in the file, and in place of what was rejected an error.

        Inputs are files, folders, http(s) URLs or "-". A report that is held already is passed over in silence, so that
        an interrupted run is finished by running it again; another text under a known id is a new version of the
        article. Nothing is read before the iterator is walked.
        """
        held = Holding(self._store.documents())
        for item in read_reports(inputs, intake=intake, stdin_id=held.name_stdin()):
            if isinstance(item, InputError):
                yield item
            elif held.take(item.document):
                self._keep(item)
                yield item.document

    def ask(self, question: str) -> Question:
        """Make a question the case's foremost and return it as read before any report."""
        asked = read_question(question, NOTHING_LINKED)
        if self.question != asked:
            self._store.put_question(asked)
        return asked

    def analyze(
        self,
        *,
        question: str | None = None,
        as_of: datetime | None = None,
        extractor: Extractor | None = None,
        parameters: Parameters = DEFAULTS,
        on_progress: Progress = keep_quiet,
    ) -> Analysis:
        """Bring the analysis up to date and return it; where nothing changed, it is the one that was held.

        `question` becomes the foremost; without it the foremost one is answered, or where there is none the most
        contested of the reports. Only documents the extractor's recipe has not read yet are read, one after the other,
        each kept at once. The decisions of analysts win over what the machine finds. With `as_of` (aware) only what was
        published by then counts, and the analysis is a look back: it is returned but not kept as the case's judgement.

        Raises CaseError R-CASE-003 (no reports, or none by then), -005 (nothing asked, nothing contested), -006 (time
        without zone); PluginError where the extractor is missing.
        """
        for _ in range(ATTEMPTS - 1):
            revision = self._store.revision()
            analysis = self._judge(question, as_of, extractor or load_extractor(), parameters, on_progress)
            if as_of:
                return analysis
            # What others added meanwhile must not be missing from the judgement that is kept last.
            if self._store.revision() == revision:
                try:
                    return self._settle(analysis)
                except StoreError as error:
                    if error.code != "R-STORE-003":
                        raise
        return self._settle(self._judge(question, as_of, extractor or load_extractor(), parameters, on_progress))

    def _judge(
        self,
        question: str | None,
        as_of: datetime | None,
        extractor: Extractor,
        parameters: Parameters,
        on_progress: Progress,
    ) -> Analysis:
        documents = keep_known(self._store.documents(), as_of=as_of)
        if not documents:
            where = f"no report was published by {as_of.isoformat()}" if as_of else "the case holds no report"
            raise CaseError("R-CASE-003", where)
        asked = self.question if question is None else read_question(question, NOTHING_LINKED)
        decisions = self._store.decisions()

        def propose() -> Proposed:
            claims = self._extract(keep_current(documents), extractor, on_progress)
            told = Told(documents=documents, claims=claims)
            return propose_answers(told, asked=asked, on_progress=on_progress, decisions=decisions)

        proposed = self._proposed.recall(Basis.of(documents, extractor.recipe, asked, decisions), propose)
        return weigh_proposed(
            proposed,
            as_of=as_of or find_latest(documents, now=datetime.now(UTC)),
            parameters=parameters,
            on_progress=on_progress,
            decisions=decisions,
        )

    def try_scenario(self, scenario: Scenario, *, parameters: Parameters = DEFAULTS) -> ScenarioOutcome:
        """Return the current judgement without and with a scenario's changes; nothing is kept.

        Raises CaseError R-CASE-003 before the first analysis; WeighError as `weigh_scenario`.
        """
        analysis = self.analysis()
        if analysis is None:
            raise CaseError("R-CASE-003", "the case was not analysed yet")
        as_of = analysis.judgement.as_of
        return weigh_scenario(analysis.hypothesis_set, scenario, parameters=parameters, as_of=as_of)

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return the scenarios kept for the foremost question and not taken back."""
        question = self.question
        return list_scenarios(self._store.decisions(), question.id) if question else ()

    def revision(self) -> str:
        """Return a short word that changes whenever anybody adds reports, questions, decisions or analyses."""
        return self._store.revision()

    def decide(self, decision: Decision, *, known: Analysis | None = None) -> Decision:
        """Keep an analyst's decision and return it; the next `analyze` follows it, however it was made before.

        `known` is the current analysis where the caller holds it, so that it is not read again. A question chosen
        becomes the foremost at once. Raises CaseError R-CASE-004 where it is about a report, claim, source, hypothesis
        or question that nobody here knows; DecisionError R-DECIDE-004 where it would change nothing, -005 where what it
        takes back is not in force.
        """
        resolves = decision.kind is DecisionKind.RESOLVE
        made = self.decisions()
        analysis = self.analysis(decision.subject_ids[0]) if resolves else known or self.analysis()
        check_decision(
            decision, documents=self._store.documents(), analysis=analysis, made=made, asked=self.questions()
        )
        decision = anchor_decision(decision, analysis)
        chosen = settle_choice(decision, made, list_questions(analysis, self.questions()))
        self._store.put_decision(decision)
        if chosen is not None:
            self._store.put_question(chosen)
        return decision

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions in the order they were made, those taken back among them."""
        return self._store.decisions()

    @property
    def question(self) -> Question | None:
        """The foremost question; None where none was asked or found yet."""
        return next(iter(self._store.questions()), None)

    def questions(self) -> tuple[Question, ...]:
        """Return all questions, the foremost first."""
        return self._store.questions()

    def analysis(self, question_id: str = "") -> Analysis | None:
        """Return the current analysis of a question, the foremost by default, as kept; None before the first one."""
        question = self.question
        asked = question_id or (question.id if question else "")
        return self._store.analysis(asked) if asked else None

    def past_analysis(self, judgement_id: str) -> Analysis | None:
        """Return the analysis a judgement was last kept with, superseded or not; None where there is no such one."""
        return self._store.past_analysis(judgement_id)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements of the foremost question, oldest first."""
        question = self.question
        return self._store.judgements(question.id) if question else ()

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims of the current analysis; none before the first one."""
        analysis = self.analysis()
        return analysis.claims if analysis else ()

    def documents(self) -> tuple[Document, ...]:
        """Return all reports in the order they were added."""
        return self._store.documents()

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return a report's passages in reading order."""
        return self._store.passages(document_id)

    def raw(self, sha256: str) -> RawInput:
        """Return the bytes a report was read from. Raises CaseError R-CASE-004 where none has that hash."""
        return self._store.raw(sha256)

    def search(self, query: str, *, limit: int = 50) -> tuple[Passage, ...]:
        """Return up to `limit` passages that hold every word of a query, best first. The query is plain words."""
        return self._store.search(query, limit=limit)

    def add_feed(self, url: str) -> None:
        """Remember a feed to watch."""
        self._store.add_feed(url)

    def feeds(self) -> tuple[str, ...]:
        """Return the remembered feeds in the order they were given."""
        return self._store.feeds()

    def _keep(self, report: Report) -> None:
        self._store.add_document(report.document, report.raw, report.passages)

    def _extract(self, documents: Sequence[Document], extractor: Extractor, on_progress: Progress) -> tuple[Claim, ...]:
        extractions = {e.document_id: e for e in self._store.extractions(recipe=extractor.recipe)}
        for done, document in enumerate(documents):
            on_progress("extract", done, len(documents))
            if document.id not in extractions:
                extraction = extractor.extract(document, self._store.passages(document.id))
                self._store.put_extraction(extraction, recipe=extractor.recipe)
                extractions[document.id] = extraction
        on_progress("extract", len(documents), len(documents))
        return tuple(claim for document in documents for claim in extractions[document.id].claims)

    def _settle(self, analysis: Analysis) -> Analysis:
        """Keep an analysis as the successor of the current one, and its question as the foremost."""
        question = analysis.hypothesis_set.question
        analysis = supersede(self._store.analysis(question.id), analysis)
        self._store.put_analysis(analysis)
        if self.question is None or self.question.id != question.id:
            self._store.put_question(question)
        return analysis
