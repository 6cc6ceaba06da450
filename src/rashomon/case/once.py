"""Work on reports nobody keeps: a whole analysis, attributions alone, copies alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rashomon.case.conductor import CLEAN_INTAKE, Case
from rashomon.case.intake import Intake, read_reports
from rashomon.case.progress import Progress, keep_quiet
from rashomon.case.walk import Told, order_by_time
from rashomon.link.copies import trace_lineage
from rashomon.link.linking import link_reports
from rashomon.link.origins import group_origins
from rashomon.model.analysis import Analysis, Extraction, Linkage
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.errors import CaseError, InputError
from rashomon.model.lineage import CopyLink, Origin, SharedPassage
from rashomon.plugins import load_extractor
from rashomon.ports import Extractor


class NothingReadableError(CaseError):
    """No report could be read (R-CASE-003); `rejected` says why of each."""

    def __init__(self, where: str, rejected: tuple[InputError, ...]) -> None:
        self.rejected = rejected
        super().__init__("R-CASE-003", where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Which of the reports were made from which, and what was rejected.

    `passages` are those that earlier reports had first, by document id.
    """

    documents: tuple[Document, ...]
    copies: tuple[CopyLink, ...]
    origins: tuple[Origin, ...]
    passages: Mapping[str, tuple[SharedPassage, ...]]
    rejected: tuple[InputError, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTrace:
    """Which events reports speak of, by documents, claims and linkage, and what was rejected."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    linkage: Linkage
    rejected: tuple[InputError, ...] = ()


def analyze_reports(
    inputs: Sequence[str],
    *,
    question: str | None = None,
    as_of: datetime | None = None,
    extractor: Extractor | None = None,
    intake: Intake = CLEAN_INTAKE,
    on_progress: Progress = keep_quiet,
) -> tuple[Analysis, tuple[InputError, ...]]:
    """Return the analysis of reports, and what was rejected; nothing is kept.

    Raises NothingReadableError (R-CASE-003) where no report could be read, and else as `Case.analyze`.
    """
    with Case.in_memory() as case:
        rejected = tuple(event for event in case.add(inputs, intake=intake) if isinstance(event, InputError))
        if not case.documents():
            raise NothingReadableError(" ".join(inputs), rejected)
        return case.analyze(question=question, as_of=as_of, extractor=extractor, on_progress=on_progress), rejected


def extract_reports(
    inputs: Sequence[str], *, extractor: Extractor | None = None, intake: Intake = CLEAN_INTAKE
) -> Iterator[tuple[Document, Extraction] | InputError]:
    """Yield each report with its attributions and claims, and in place of what was rejected an error."""
    extractor = extractor or load_extractor()
    for item in read_reports(inputs, intake=intake):
        if isinstance(item, InputError):
            yield item
        else:
            yield item.document, extractor.extract(item.document, item.passages)


def trace_events(
    inputs: Sequence[str],
    *,
    question: str = "",
    extractor: Extractor | None = None,
    intake: Intake = CLEAN_INTAKE,
) -> EventTrace:
    """Return the events that reports speak of, seen from a question ("": from what most reports are on).

    Raises NothingReadableError (R-CASE-003) where no report could be read.
    """
    extractor = extractor or load_extractor()
    read, rejected = [], []
    for item in read_reports(inputs, intake=intake):
        if isinstance(item, InputError):
            rejected.append(item)
        else:
            read.append(item)
    if not read:
        raise NothingReadableError(" ".join(inputs), tuple(rejected))
    claims = [claim for item in read for claim in extractor.extract(item.document, item.passages).claims]
    told = order_by_time(Told(documents=tuple(item.document for item in read), claims=tuple(claims)))
    linkage = link_reports(told.documents, told.claims, question=question)
    return EventTrace(documents=told.documents, claims=told.claims, linkage=linkage, rejected=tuple(rejected))


def trace_copies(inputs: Sequence[str], *, intake: Intake = CLEAN_INTAKE) -> Lineage:
    """Return which of the reports were made from which. Nothing readable gives an empty lineage, not an error."""
    items = tuple(read_reports(inputs, intake=intake))
    documents = tuple(item.document for item in items if not isinstance(item, InputError))
    trace = trace_lineage(documents)
    return Lineage(
        documents=documents,
        copies=trace.links,
        origins=group_origins(documents, trace.links),
        passages=trace.passages,
        rejected=tuple(item for item in items if isinstance(item, InputError)),
    )
