"""The walk over the stages for one question: link, hypothesize, weigh. Pure but for the progress it tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from rashomon.case.progress import Progress
from rashomon.hypothesize.proposing import propose_hypotheses
from rashomon.hypothesize.questions import find_questions, read_question
from rashomon.link.linking import link_reports
from rashomon.model.analysis import Analysis, Linkage
from rashomon.model.claim import Claim
from rashomon.model.decision import Decision
from rashomon.model.document import Document, number_versions
from rashomon.model.errors import CaseError
from rashomon.model.provenance import MACHINE
from rashomon.model.question import Question
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.weighing import weigh_evidence

NOTHING_LINKED: Final = Linkage(sources=(), copies=(), origins=(), events=(), placements=(), relations=())
"""What is known before the first report."""


NEVER: Final = datetime.max.replace(tzinfo=UTC)
"""After every publication time."""

DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the reports tell: the documents in view and the claims found in them, in reading order."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]


def keep_known(documents: Iterable[Document], *, as_of: datetime | None) -> tuple[Document, ...]:
    """Return the documents published at or before a time, and the undated ones; all of them where the time is None.

    A later version of an article is known from when it was modified.
    """
    if as_of is None:
        return tuple(documents)
    if as_of.tzinfo is None:
        raise CaseError("R-CASE-006", f"{as_of.isoformat()} (no time zone)")
    given = tuple(documents)
    versions = number_versions(given)

    def known_from(document: Document) -> datetime | None:
        edited = document.modified_at if versions[document.id] > 1 else None
        return edited or document.published_at

    return tuple(d for d in given if (when := known_from(d)) is None or when <= as_of)


def order_by_time(told: Told) -> Told:
    """Return the same documents by publication time, the undated last, and the claims in the order of their documents.

    The stages name a source or a hypothesis after its first appearance: in the order reports were given, the same
    reports given in another order would come out under other names.
    """
    documents = sorted(told.documents, key=lambda d: (d.published_at or NEVER, d.id))
    place = {document.id: position for position, document in enumerate(documents)}
    claims = sorted(told.claims, key=lambda claim: (place[claim.document_id], claim.order))
    return Told(documents=tuple(documents), claims=tuple(claims))


def find_latest(documents: Iterable[Document], *, now: datetime) -> datetime | None:
    """Return the latest publication time; None where nothing is dated.

    A report dated after `now` has a wrong date, unless all have (a made-up case may lie in the future).
    """
    times = [document.published_at for document in documents if document.published_at is not None]
    return max((when for when in times if when <= now + DAY), default=max(times, default=None))


def walk_stages(
    told: Told,
    *,
    asked: Question | None,
    as_of: datetime | None,
    parameters: Parameters,
    on_progress: Progress,
    decisions: Sequence[Decision] = (),
) -> Analysis:
    """Return the analysis of what is told, its judgement superseding none.

    `asked` is the question as read or found before; where it is None the most contested one of the reports is taken.
    `as_of` is the time the judgement speaks of; `decisions` of analysts win over what the stages find. Raises CaseError
    R-CASE-005 where nothing is asked or contested.
    """
    ordered = order_by_time(told)
    on_progress("link", 0, 1)
    # A question found in the reports must not steer how they are linked: a second run would differ.
    steering = asked.text if asked is not None and asked.made.by != MACHINE else ""
    linkage = link_reports(ordered.documents, ordered.claims, question=steering, decisions=decisions)
    on_progress("link", 1, 1)
    on_progress("hypothesize", 0, 1)
    question = settle_question(asked, ordered, linkage)
    hypothesis_set = propose_hypotheses(ordered.documents, ordered.claims, linkage, question=question)
    on_progress("hypothesize", 1, 1)
    on_progress("weigh", 0, 1)
    judgement = weigh_evidence(hypothesis_set, parameters=parameters, as_of=as_of)
    on_progress("weigh", 1, 1)
    return Analysis(
        documents=told.documents,
        claims=told.claims,
        linkage=linkage,
        hypothesis_set=hypothesis_set,
        judgement=judgement,
    )


def settle_question(asked: Question | None, told: Told, linkage: Linkage) -> Question:
    """Return the question read anew in the light of the linkage; where none was asked, the most contested one.

    Raises CaseError R-CASE-005 where nothing is asked and nothing contested.
    """
    if asked is not None and asked.made.by != MACHINE:
        return read_question(asked.text, linkage, by=asked.made.by)
    found = find_questions(told.documents, told.claims, linkage)
    if asked is None and not found:
        raise CaseError("R-CASE-005", f"{len(told.documents)} reports")
    if asked is None:
        return found[0]
    again = (question for question in found if question.id == asked.id)
    return next(again, None) or read_question(asked.text, linkage, by=MACHINE)


def supersede(current: Analysis | None, new: Analysis) -> Analysis:
    """Return the new analysis as the successor of the current one; the current one itself where nothing differs.

    A judgement's id says all it depends on but its predecessor. Where it stays the same while something beside the
    judgement changed (a report without evidence came in), it keeps its predecessor too.
    """
    if current is None:
        return new
    same = new.judgement.id == current.judgement.id
    predecessor = current.judgement.supersedes if same else current.judgement.id
    successor = replace(new, judgement=replace(new.judgement, supersedes=predecessor))
    return current if successor == current else successor
