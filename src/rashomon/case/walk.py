"""The walk over the stages for one question: link, hypothesize, weigh. Pure but for the progress it tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from rashomon.case.progress import Progress
from rashomon.hypothesize.contested import find_questions
from rashomon.hypothesize.grading import grade_evidence
from rashomon.hypothesize.proposing import propose_hypotheses
from rashomon.hypothesize.questions import follow_question_decisions, read_question, word_as_decided
from rashomon.hypothesize.weights import follow_weight_decisions
from rashomon.link.claim_review import review_claims
from rashomon.link.linking import link_reports
from rashomon.model.analysis import Analysis, HypothesisSet, Linkage
from rashomon.model.claim import Claim
from rashomon.model.decision import Decision
from rashomon.model.document import Document, number_versions
from rashomon.model.errors import CaseError
from rashomon.model.provenance import MACHINE
from rashomon.model.question import Question
from rashomon.model.vocabulary import QuestionAspect
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
    out = time_documents(given)
    return tuple(d for d in given if (when := out[d.id]) is None or when <= as_of)


def time_documents(documents: Iterable[Document]) -> dict[str, datetime | None]:
    """Return when each document was out, by id: a later version of an article when it was modified; None: undated."""
    given = tuple(documents)
    versions = number_versions(given)
    edited = {d.id: d.modified_at for d in given if versions[d.id] > 1}
    return {d.id: edited.get(d.id) or d.published_at for d in given}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """All that comes before the weighing: what was told, linked and proposed. No decision on weights is in it.

    `claims` are those told, as analysts corrected them; `hypothesis_set` has all questions and no priors or cells.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    linkage: Linkage
    hypothesis_set: HypothesisSet


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
    proposed = propose_answers(told, asked=asked, on_progress=on_progress, decisions=decisions)
    return weigh_proposed(proposed, as_of=as_of, parameters=parameters, on_progress=on_progress, decisions=decisions)


def propose_answers(
    told: Told, *, asked: Question | None, on_progress: Progress, decisions: Sequence[Decision] = ()
) -> Proposed:
    """Return what is told, linked, with the answers proposed. Raises as `walk_stages`."""
    ordered = order_by_time(told)
    on_progress("link", 0, 1)
    # A question found in the reports must not steer how they are linked: a second run would differ.
    steering = word_as_decided(asked, decisions).text if asked is not None and asked.made.by != MACHINE else ""
    reviewed = review_claims(ordered.documents, ordered.claims, decisions)
    linkage = link_reports(ordered.documents, ordered.claims, question=steering, decisions=decisions, reviewed=reviewed)
    heard = reviewed.heard()
    on_progress("link", 1, 1)
    on_progress("hypothesize", 0, 1)
    found = find_questions(ordered.documents, heard, linkage)
    listed = follow_question_decisions(found, decisions, linkage)
    question = _tell_sides(word_as_decided(settle_question(asked, ordered, linkage, listed), decisions), found)
    proposed = propose_hypotheses(ordered.documents, heard, linkage, question=question, decisions=decisions)
    hypothesis_set = replace(grade_evidence(proposed, linkage), questions=listed)
    on_progress("hypothesize", 1, 1)
    return Proposed(
        documents=told.documents,
        claims=_show_reviewed(told.claims, reviewed.claims),
        linkage=linkage,
        hypothesis_set=hypothesis_set,
    )


def weigh_proposed(
    proposed: Proposed,
    *,
    as_of: datetime | None,
    parameters: Parameters,
    on_progress: Progress,
    decisions: Sequence[Decision] = (),
) -> Analysis:
    """Return the analysis of what was proposed, with the decisions on weights. Raises as `weigh_evidence`."""
    on_progress("weigh", 0, 1)
    linkage = proposed.linkage
    weighable = follow_weight_decisions(proposed.hypothesis_set, decisions)
    hypothesis_set = replace(weighable, unmet=(*linkage.unmet, *weighable.unmet))
    judgement = weigh_evidence(hypothesis_set, parameters=parameters, as_of=as_of)
    on_progress("weigh", 1, 1)
    return Analysis(
        documents=proposed.documents,
        claims=proposed.claims,
        linkage=linkage,
        hypothesis_set=hypothesis_set,
        judgement=judgement,
    )


def _show_reviewed(told: Sequence[Claim], reviewed: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims as analysts corrected them, in the order they were told."""
    by_id = {claim.id: claim for claim in reviewed}
    return tuple(by_id[claim.id] for claim in told)


def settle_question(asked: Question | None, told: Told, linkage: Linkage, listed: Sequence[Question]) -> Question:
    """Return the question as the reports raise it or an analyst asks it; where none was asked, the foremost one listed.

    Raises CaseError R-CASE-005 where nothing is asked and nothing contested.
    """
    if asked is None:
        if not listed:
            raise CaseError("R-CASE-005", f"{len(told.documents)} reports")
        return listed[0]
    again = (question for question in listed if question.id == asked.id)
    return next(again, None) or _read_again(asked, linkage)


def _tell_sides(question: Question, found: Sequence[Question]) -> Question:
    """Return a question in an analyst's words with the sides holders take, where the reports raise the same one."""
    if question.sides or question.aspect is QuestionAspect.OPEN:
        return question
    asks = (question.aspect, question.unit)
    same = next((one for one in found if (one.aspect, one.unit) == asks), None)
    return replace(question, sides=same.sides, disagreement=same.disagreement) if same is not None else question


def _read_again(asked: Question, linkage: Linkage) -> Question:
    """Return a question that no report raises now, read anew in the light of the linkage; it keeps its id."""
    question = read_question(asked.text, linkage, by=asked.made.by)
    if asked.made.by != MACHINE:
        return question
    return replace(question, id=asked.id, kind=asked.kind, aspect=asked.aspect, unit=asked.unit)


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
