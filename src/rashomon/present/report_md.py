"""An analysis as a Markdown report, the same words as on the terminal page; text from outside cannot add markup."""

import re
from collections.abc import Iterator
from typing import Final

from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import Direction
from rashomon.model.wording import word_probability
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.plain import safe_link, show_inline
from rashomon.present.reasons import say_left_out

MARKUP: Final = re.compile(r"([\\`*_\[\]|~])")
BLOCK_START: Final = re.compile(r"^(\d*)([#+\-=>.)])")
"""What would begin a heading, a list, a quotation at the start of a line or a list item."""
LINK_BREAKERS: Final = str.maketrans({"(": "%28", ")": "%29", "[": "%5B", "]": "%5D"})


def render_markdown(analysis: Analysis) -> str:
    """Return the report as Markdown."""
    index = index_analysis(analysis)
    sections = (
        _head(index),
        _answers(index),
        _evidence(index),
        _changes(index),
        _facts(index),
        _questions(index),
        _reports(index),
    )
    return "\n".join(line for section in sections for line in section) + "\n"


def escape_markdown(text: str) -> str:
    """Return text on one line that Markdown shows as it is; HTML in it is shown, not obeyed."""
    plain = show_inline(text).replace("&", "&amp;").replace("<", "&lt;")
    return BLOCK_START.sub(r"\1\\\2", MARKUP.sub(r"\\\1", plain))


def _head(index: AnalysisIndex) -> Iterator[str]:
    yield f"# {escape_markdown(index.analysis.hypothesis_set.question.text)}"
    yield ""
    yield f"As of {phrases.say_time(index.analysis.judgement.as_of)} · {phrases.say_reports(index)}"
    yield ""


def _answers(index: AnalysisIndex) -> Iterator[str]:
    yield "| Answer | Probability | Interval | In words | Advanced by | Denied by |"
    yield "|---|--:|--:|---|---|---|"
    for hypothesis in index.hypotheses_by_rank:
        probability = index.probabilities[hypothesis.id]
        cells = (
            escape_markdown(hypothesis.label),
            phrases.say_percent(probability.probability).replace("<", "&lt;"),
            phrases.say_interval(probability),
            "" if hypothesis.residual else word_probability(probability.probability),
            "; ".join(map(escape_markdown, hypothesis.advances)),
            "; ".join(map(escape_markdown, hypothesis.denies)),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield escape_markdown(phrases.say_basis(index))
    yield ""
    bare = phrases.say_bare_mentions(index.hypotheses_by_rank)
    if bare:
        yield f"Mentioned, endorsed by nobody: {escape_markdown(bare)}"
        yield ""
    hypothesis_set = index.analysis.hypothesis_set
    for said in (
        phrases.say_unanswered(hypothesis_set),
        phrases.say_withdrawals(index.hypotheses_by_rank),
        "; ".join(phrases.say_relations(hypothesis_set)),
    ):
        if said:
            yield escape_markdown(said)
            yield ""


def _evidence(index: AnalysisIndex) -> Iterator[str]:
    yield "## Evidence"
    yield ""
    for hypothesis in index.hypotheses_by_rank:
        for direction in Direction:
            links = index.evidence_on(hypothesis.id, direction)
            if links:
                side = "For" if direction is Direction.FOR else "Against"
                yield f"### {side} {escape_markdown(hypothesis.label)}"
                yield ""
                for link in links:
                    yield from _link(link, index)
                yield ""


def _link(link: EvidenceLink, index: AnalysisIndex) -> Iterator[str]:
    voices = escape_markdown(phrases.say_evidence_voices(link, index))
    kind = phrases.say_kind(link)
    yield f"- **\\[{index.numbers[link.id]}\\] {phrases.say_bits(index.bits(link.id))} bits** {voices} ({kind})"
    for claim_id in link.claim_ids:
        if claim_id in index.claims:
            yield f"  - {_quote(index.claims[claim_id], index)}"
    contribution = index.contributions.get(link.id)
    if index.is_shown_only(link):
        yield f"  - {phrases.say_unweighed(link)}"
    for discount in contribution.discounts if contribution else ():
        yield f"  - {escape_markdown(phrases.say_discount(discount))}"
    drifts = dict.fromkeys(drift for claim_id in link.claim_ids for drift in index.drifts(claim_id))
    for drift in drifts:
        yield f"  - drift: {escape_markdown(phrases.say_drift(drift))}; counted once"


def _changes(index: AnalysisIndex) -> Iterator[str]:
    sensitivity = index.analysis.judgement.sensitivity
    yield "## What would change it"
    yield ""
    for indicator in sorted(sensitivity.watch_for, key=lambda indicator: -indicator.expected_bits):
        said = escape_markdown(phrases.say_indicator(indicator, index.documents))
        yield f"- look for: {said} ({indicator.expected_bits:.2f} bits expected)"
    for flip in sensitivity.flips:
        yield f"- another answer would lead: {escape_markdown(flip.what)} ({abs(flip.bits_needed):.1f} bits)"
    for left in sensitivity.leave_one_out:
        yield f"- {escape_markdown(say_left_out(left.origin_id, index))}"
    yield ""


def _facts(index: AnalysisIndex) -> Iterator[str]:
    hypothesis_set = index.analysis.hypothesis_set
    if not hypothesis_set.facts and not hypothesis_set.implications:
        return
    yield "## Facts and implications"
    yield ""
    for fact in hypothesis_set.facts:
        event = index.events.get(fact.event_id or "")
        elsewhere = f" ({escape_markdown(phrases.say_event(event))})" if event is not None and not event.focal else ""
        yield f"- {escape_markdown(phrases.say_slot(fact))}{elsewhere}: {phrases.say_range(fact)}"
        for claim_id in fact.claim_ids:
            if claim_id in index.claims:
                yield f"  - {_quote(index.claims[claim_id], index)}"
    for implication in hypothesis_set.implications:
        hypothesis = index.hypotheses.get(implication.hypothesis_id)
        if hypothesis:
            then = escape_markdown(phrases.say_quote(implication.then))
            yield f"- If {escape_markdown(hypothesis.label)}: {then}"
    yield ""


def _questions(index: AnalysisIndex) -> Iterator[str]:
    contested = phrases.list_also_contested(index.analysis.hypothesis_set)
    if contested:
        yield "## Also contested"
        yield ""
    for question in contested:
        yield f"- {escape_markdown(question.text)} {escape_markdown(phrases.say_sides(question))}"
    if contested:
        yield ""


def _reports(index: AnalysisIndex) -> Iterator[str]:
    yield "## Reports and origins"
    yield ""
    for origin in index.analysis.linkage.origins:
        yield f"- **{escape_markdown(origin.holder) or 'unnamed origin'}**"
        for document_id in origin.document_ids:
            document = index.documents.get(document_id)
            copy = index.copy_of.get(document_id)
            if document:
                descent = (
                    f", {escape_markdown(phrases.say_copy(copy, index))}, {escape_markdown(phrases.say_sureness(copy))}"
                    if copy
                    else ""
                )
                yield f"  - {_document(document)}, {phrases.say_time(document.published_at)}{descent}"


def _document(document: Document) -> str:
    name, link = escape_markdown(phrases.say_document(document)), safe_link(document.url)
    return f"[{name}]({link.translate(LINK_BREAKERS)})" if link else name


def _quote(claim: Claim, index: AnalysisIndex) -> str:
    document = index.documents.get(claim.document_id)
    where = escape_markdown(document.input_id) if document else claim.document_id
    voices = escape_markdown(phrases.say_voices(claim, document))
    return f"{escape_markdown(phrases.say_quote(claim.quote))} — {voices}, {where}:{claim.start}-{claim.end}"
