"""The walk from any id down to the sentences: a tree of reasons for a question, hypothesis, evidence, claim, and so on.

`why.py` prints these trees; this module decides what rests on what. Texts in a tree are made harmless already.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Protocol, TypeVar

from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.errors import CaseError
from rashomon.model.event import Event, Fact
from rashomon.model.judgement import SET_BY_ANALYST
from rashomon.model.lineage import Origin
from rashomon.model.question import EvidenceLink, Hypothesis, Implication, Question
from rashomon.model.source import Source
from rashomon.model.wording import word_probability
from rashomon.present import phrases
from rashomon.present.event_phrases import RELATION_PHRASES
from rashomon.present.index import AnalysisIndex
from rashomon.present.leaves import make_leaf, quote_claim, quote_claims
from rashomon.present.lineage_reasons import (
    explain_copy,
    explain_descent,
    explain_drift,
    explain_first_words,
    explain_made_from,
    explain_relations,
    explain_spread,
    explain_ties,
    explain_voices,
)
from rashomon.present.plain import show_inline
from rashomon.present.shapes import ReasonShape

Explain = Callable[[AnalysisIndex], ReasonShape]


class Identified(Protocol):
    """Any record with an id."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Identified)


def explain(index: AnalysisIndex, wanted: str) -> ReasonShape:
    """Return the reasons behind an id, the beginning of one, or an evidence number as the page prints it.

    Raises CaseError (R-CASE-004) where nothing, or more than one thing, goes by it.
    """
    known = _explainers(index)
    if wanted.strip("[]").isdecimal():
        number = int(wanted.strip("[]"))
        if not 1 <= number <= len(index.numbered):
            raise CaseError("R-CASE-004", f"evidence [{number}]; there are {len(index.numbered)}")
        return explain_evidence(index.numbered[number - 1], index)
    if wanted in known:
        return known[wanted](index)
    matches = [known_id for known_id in known if wanted and known_id.startswith(wanted)]
    if len(matches) != 1:
        raise CaseError("R-CASE-004", f"'{wanted}'" + (f", which {len(matches)} ids begin with" if matches else ""))
    return known[matches[0]](index)


def explain_judgement(index: AnalysisIndex) -> ReasonShape:
    """Return every hypothesis with its evidence, and what the judgement hangs on."""
    analysis = index.analysis
    left_out = [
        make_leaf("without", left.origin_id, say_left_out(left.origin_id, index))
        for left in analysis.judgement.sensitivity.leave_one_out
    ]
    judged = phrases.say_time(analysis.judgement.as_of)
    text = f"{show_inline(analysis.hypothesis_set.question.text)} — as of {judged}, {phrases.say_reports(index)}"
    because = [make_leaf("basis", analysis.judgement.id, phrases.say_basis(index))]
    because += [explain_hypothesis(hypothesis, index) for hypothesis in index.hypotheses_by_rank]
    return ReasonShape(kind="judgement", id=analysis.judgement.id, text=text, because=because + left_out)


def explain_question(question: Question, index: AnalysisIndex) -> ReasonShape:
    """Return a question the reports raise with each side's holders and sentences."""
    sides = [
        ReasonShape(
            kind="side",
            id=question.id,
            text=f"{show_inline(side.value)}: {', '.join(map(show_inline, side.holders))}",
            because=quote_claims(side.claim_ids, index),
        )
        for side in question.sides
    ]
    return ReasonShape(kind="question", id=question.id, text=show_inline(question.text), because=sides)


def explain_hypothesis(hypothesis: Hypothesis, index: AnalysisIndex) -> ReasonShape:
    """Return a hypothesis with the evidence on it, strongest first."""
    probability = index.probabilities[hypothesis.id]
    text = (
        f"{show_inline(hypothesis.label)}: {phrases.say_percent(probability.probability)} "
        f"({phrases.say_interval(probability)}), {word_probability(probability.probability)}; "
        f"{phrases.say_percent(probability.prior)} before any evidence"
    )
    because = [explain_evidence(link, index) for link in index.evidence_on(hypothesis.id)]
    if hypothesis.residual:
        because.append(make_leaf("note", hypothesis.id, "kept for answers nobody has named"))
    if not because:
        # Mentioned only: nothing weighs on it, yet its name came from somebody's words.
        because += quote_claims(hypothesis.claim_ids, index)
    implications = index.analysis.hypothesis_set.implications
    because += [explain_implication(i, index) for i in implications if i.hypothesis_id == hypothesis.id]
    return ReasonShape(kind="hypothesis", id=hypothesis.id, text=text, because=because)


def explain_residual(residual: Hypothesis, index: AnalysisIndex) -> ReasonShape:
    """Return the residual with the evidence on every named answer: what speaks for one of them speaks against it."""
    shown = explain_hypothesis(residual, index)
    others = [explain_evidence(link, index) for link in index.numbered if link.hypothesis_id != residual.id]
    return ReasonShape(kind=shown.kind, id=shown.id, text=shown.text, because=shown.because + others)


def explain_evidence(link: EvidenceLink, index: AnalysisIndex) -> ReasonShape:
    """Return one piece of evidence: its weight, why it is not larger, its origin and group, its sentences."""
    hypothesis = index.hypotheses.get(link.hypothesis_id)
    label = show_inline(hypothesis.label) if hypothesis else link.hypothesis_id
    text = (
        f"[{index.numbers[link.id]}] {phrases.say_bits(index.bits(link.id))} bits {link.direction} {label}: "
        f"{phrases.say_kind(link)} of {show_inline(link.holder) or 'an unnamed voice'}"
    )
    return ReasonShape(kind="evidence", id=link.id, text=text, because=_evidence_reasons(link, index))


def explain_group(group_id: str, index: AnalysisIndex) -> ReasonShape:
    """Return a group of evidence whose holders do not speak independently of each other."""
    links = [link for link in index.numbered if link.group_id == group_id]
    because = [explain_evidence(link, index) for link in links]
    text = f"counted as one group: {show_inline(links[0].why_group) or 'one holder'}"
    return ReasonShape(kind="group", id=group_id, text=text, because=because)


def explain_claim(claim: Claim, index: AnalysisIndex) -> ReasonShape:
    """Return a claim: its words, its voices, where it comes from and how far it went, what it does to other claims."""
    document = index.documents.get(claim.document_id)
    attitude = phrases.say_attitude(claim.polarity, claim.certainty)
    because = [quote_claim(claim, index), *explain_voices(claim, index), *explain_spread(claim, index)]
    because += [*explain_first_words(claim, index), *explain_relations(claim, index)]
    for bearing in index.bearings_of.get(claim.id, ()):
        hypothesis = index.hypotheses.get(bearing.hypothesis_id)
        label = show_inline(hypothesis.label) if hypothesis else bearing.hypothesis_id
        said = phrases.say_attitude(bearing.polarity, bearing.certainty)
        because.append(make_leaf("bearing", bearing.hypothesis_id, f"as to {label}: {said}"))
    text = f"{phrases.say_voices(claim, document)} {attitude}: {show_inline(claim.proposition.value)}"
    return ReasonShape(kind="claim", id=claim.id, text=text, because=because)


def explain_document(document: Document, index: AnalysisIndex) -> ReasonShape:
    """Return a report: its time, where its words come from, what was made from it, and the claims in it."""
    published = f"{phrases.say_time(document.published_at)} · {show_inline(document.input_id)}"
    because = [make_leaf("note", document.id, published)]
    copy, origin = index.copy_of.get(document.id), index.origin_of.get(document.id)
    if copy:
        because.append(explain_copy(copy, index))
    because += explain_made_from(document, index)
    if origin:
        because.append(make_leaf("origin", origin.id, phrases.say_origin(origin)))
    because += [quote_claim(claim, index) for claim in index.claims_in[document.id]]
    return ReasonShape(kind="document", id=document.id, text=phrases.say_document(document), because=because)


def explain_origin(origin: Origin, index: AnalysisIndex) -> ReasonShape:
    """Return an origin: the reports that count as one voice, what it put on the scales, and the answer without it."""
    documents = [index.documents[one] for one in origin.document_ids if one in index.documents]
    because = [*explain_descent(documents, index), *explain_ties(origin, index)]
    weighed = [explain_evidence(link, index) for link in index.numbered if link.origin_id == origin.id]
    if not weighed:
        because.append(make_leaf("note", origin.id, "put nothing on the scales"))
        because += [quote_claim(claim, index) for first in origin.document_ids[:1] for claim in index.claims_in[first]]
    because += weighed
    because += [
        make_leaf("without", origin.id, say_left_out(origin.id, index))
        for left in index.analysis.judgement.sensitivity.leave_one_out
        if left.origin_id == origin.id
    ]
    return ReasonShape(kind="origin", id=origin.id, text=phrases.say_origin(origin), because=because)


def explain_fact(fact: Fact, index: AnalysisIndex) -> ReasonShape:
    """Return a quantity with the sentences that name it."""
    text = f"{phrases.say_slot(fact)}: {phrases.say_range(fact)}"
    return ReasonShape(kind="fact", id=fact.id, text=text, because=quote_claims(fact.claim_ids, index))


def explain_event(event: Event, index: AnalysisIndex) -> ReasonShape:
    """Return an event with every claim placed in it."""
    role = RELATION_PHRASES[event.relation]
    claim_ids = [p.claim_id for p in index.analysis.linkage.placements if p.event_id == event.id]
    text = f"{phrases.say_event(event)} ({role})"
    return ReasonShape(
        kind="event", id=event.id, text=text, because=quote_claims(claim_ids or _naming(event, index), index)
    )


def explain_source(source: Source, index: AnalysisIndex) -> ReasonShape:
    """Return a source with what it holds and what it passes on."""
    claim_ids = [p.claim_id for p in index.analysis.linkage.placements if source.id in p.source_ids]
    text = f"{show_inline(source.name)} ({phrases.say_source_kind(source)})"
    return ReasonShape(kind="source", id=source.id, text=text, because=quote_claims(claim_ids, index))


def explain_implication(implication: Implication, index: AnalysisIndex) -> ReasonShape:
    """Return what a text says would follow, at its place in the text."""
    hypothesis = index.hypotheses.get(implication.hypothesis_id)
    label = show_inline(hypothesis.label) if hypothesis else implication.hypothesis_id
    document = index.documents.get(implication.document_id)
    where = phrases.say_document(document) if document else implication.document_id
    return ReasonShape(
        kind="implication",
        id=implication.id,
        text=f"if {label}: {phrases.say_quote(implication.then)} — {where}",
        document_id=implication.document_id,
        start=implication.start,
        end=implication.end,
    )


def say_left_out(origin_id: str, index: AnalysisIndex) -> str:
    """Return the probabilities without one origin in words; "" where they were not computed."""
    origin = index.origins.get(origin_id)
    for left in index.analysis.judgement.sensitivity.leave_one_out:
        if left.origin_id == origin_id:
            without = {point.hypothesis_id: point.probability for point in left.probabilities}
            said = ", ".join(
                f"{show_inline(h.label)} {phrases.say_percent(without[h.id])}"
                for h in index.hypotheses_by_rank
                if h.id in without
            )
            return f"without {show_inline(origin.holder) if origin else origin_id}: {said}"
    return ""


def _evidence_reasons(link: EvidenceLink, index: AnalysisIndex) -> list[ReasonShape]:
    because = []
    contribution = index.contributions.get(link.id)
    for discount in contribution.discounts if contribution else ():
        signed = abs(discount.bits) if discount.adds else -abs(discount.bits)
        signed = -discount.bits if discount.why == SET_BY_ANALYST else signed
        text = f"{phrases.say_bits(signed)} bits: {show_inline(discount.why)}"
        because.append(make_leaf("discount", link.id, text))
    if contribution is None:
        because.append(make_leaf("note", link.id, "took no part in this judgement"))
    for rating in index.ratings(link.id):
        hypothesis = index.hypotheses.get(rating.hypothesis_id)
        label = show_inline(hypothesis.label) if hypothesis else rating.hypothesis_id
        because.append(make_leaf("rating", link.id, f"{show_inline(rating.by)} sets {rating.consistency} with {label}"))
    if index.is_shown_only(link):
        because.append(make_leaf("note", link.id, phrases.say_unweighed(link)))
    companions = [index.numbers[o.id] for o in index.numbered if o.group_id == link.group_id and o.id != link.id]
    if companions:
        numbers = ", ".join(f"[{number}]" for number in companions)
        because.append(
            make_leaf("group", link.group_id, f"not independent of {numbers}: {show_inline(link.why_group)}")
        )
    origin = index.origins.get(link.origin_id)
    if origin:
        because.append(make_leaf("origin", origin.id, phrases.say_origin(origin)))
    drifts = dict.fromkeys(drift for claim_id in link.claim_ids for drift in index.drifts(claim_id))
    quoted_below = {claim_id for drift in drifts for claim_id in (drift.from_id, drift.to_id)}
    because += quote_claims((claim_id for claim_id in link.claim_ids if claim_id not in quoted_below), index)
    because += [explain_drift(drift, index) for drift in drifts]
    for doubt in link.doubts:
        lead = "on whether it is forged: " if doubt.forged else "on whether it is genuine: "
        claim = index.claims.get(doubt.claim_id)
        because += [quote_claim(claim, index, lead=lead)] if claim is not None else []
    return because


def _naming(event: Event, index: AnalysisIndex) -> list[str]:
    """Return the claims that name an event in passing: it is known from a report, but no claim is about it."""
    documents = {document.id: document for document in index.analysis.documents if document.id in event.made.inputs}
    claims = [claim for claim in index.analysis.claims if claim.document_id in documents]
    around = {c.id: documents[c.document_id].text[c.context_start : c.context_end].casefold() for c in claims}
    named = [claim.id for claim in claims if any(term in around[claim.id] for term in event.terms)]
    return named or [claim.id for claim in claims]


def _explainers(index: AnalysisIndex) -> Mapping[str, Explain]:
    hypothesis_set = index.analysis.hypothesis_set
    known: dict[str, Explain] = {}
    _offer(known, hypothesis_set.questions, explain_question)
    known |= {hypothesis_set.question.id: explain_judgement, index.analysis.judgement.id: explain_judgement}
    _offer(known, (h for h in hypothesis_set.hypotheses if not h.residual), explain_hypothesis)
    _offer(known, (h for h in hypothesis_set.hypotheses if h.residual), explain_residual)
    _offer(known, index.numbered, explain_evidence)
    known.update((link.group_id, partial(explain_group, link.group_id)) for link in index.numbered)
    _offer(known, index.analysis.claims, explain_claim)
    _offer(known, index.analysis.documents, explain_document)
    _offer(known, index.analysis.linkage.origins, explain_origin)
    _offer(known, hypothesis_set.facts, explain_fact)
    _offer(known, index.analysis.linkage.events, explain_event)
    _offer(known, index.analysis.linkage.sources, explain_source)
    _offer(known, hypothesis_set.implications, explain_implication)
    # A claim with several bearings is printed under the bearing's id from the second on.
    for bearing in hypothesis_set.bearings:
        if bearing.claim_id in known:
            known[bearing.id] = known[bearing.claim_id]
    return known


def _offer(known: dict[str, Explain], records: Iterable[R], show: Callable[[R, AnalysisIndex], ReasonShape]) -> None:
    for record in records:
        known[record.id] = partial(show, record)
