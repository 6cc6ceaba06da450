"""The words and figures every view uses, so that terminal, report and web page say the same things in the same words.

All text that came from outside is made harmless here (`plain.show_inline`); callers still escape for their medium.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from rashomon.model.analysis import HypothesisSet
from rashomon.model.claim import Claim, ClaimRelation
from rashomon.model.document import Document
from rashomon.model.event import Event, Fact, FactValue
from rashomon.model.judgement import SET_BY_ANALYST, Discount, HypothesisProbability, Indicator
from rashomon.model.lineage import CopyLink, Origin
from rashomon.model.quantities import find_unit
from rashomon.model.question import CellRating, EvidenceLink, Hypothesis, Question
from rashomon.model.source import Source
from rashomon.model.vocabulary import (
    AbsenceKind,
    Access,
    Certainty,
    CopyKind,
    DriftKind,
    EvidenceKind,
    HypothesisRelationKind,
    Interest,
    Polarity,
    QuestionAspect,
    RelationKind,
    SourceKind,
)
from rashomon.model.wording import word_probability
from rashomon.present.index import AnalysisIndex
from rashomon.present.plain import show_inline

RELAYED_BY: Final = " ← "
FULL_DIGITS: Final = 1e15
COPY_PHRASES: Final = {
    CopyKind.VERBATIM: "verbatim copy of",
    CopyKind.NEAR: "near copy of",
    CopyKind.REWRITE: "rewrite of",
    CopyKind.RELAY: "passes on",
}
BY_WORDS: Final = frozenset({CopyKind.VERBATIM, CopyKind.NEAR})
DRIFT_PHRASES: Final = {
    DriftKind.EVENT_MOVED: "told of another event",
    DriftKind.HEDGE_LOST: "the hedge was lost",
    DriftKind.NUMBER_GROWN: "the number grew",
    DriftKind.POSSIBILITY_TO_FACT: "a possibility told as fact",
    DriftKind.ACTOR_WIDENED: "a person or group became a state or movement",
}
RELATION_PHRASES: Final = {
    RelationKind.REPEATS: ("repeats", "is repeated by"),
    RelationKind.SUPPORTS: ("supports", "is supported by"),
    RelationKind.CONTRADICTS: ("contradicts", "is contradicted by"),
    RelationKind.REFINES: ("refines", "is refined by"),
    RelationKind.DRIFT: ("drifted from", "was changed into"),
}
"""What a claim does to another, and what is done to it."""
ACCESS_PHRASES: Final = {
    Access.EXAMINED: "examined the evidence",
    Access.BRIEFED: "was told of the evidence",
    Access.COMMENTS: "comments on what others say",
    Access.UNKNOWN: "may or may not have examined the evidence",
}
STAKE_PHRASES: Final = {
    Interest.ACCUSED: "is accused by",
    Interest.RIVAL: "gains by",
    Interest.NONE: "has no stake in",
    Interest.UNKNOWN: "may or may not have a stake in",
}
KIND_PHRASES: Final = {
    EvidenceKind.TESTIMONY: "testimony",
    EvidenceKind.MOTIVE: "motive",
    EvidenceKind.MEANS: "means",
    EvidenceKind.OPPORTUNITY: "opportunity",
    EvidenceKind.PRECEDENT: "precedent",
    EvidenceKind.PATTERN: "hallmark",
    EvidenceKind.PHYSICAL: "physical trace",
    EvidenceKind.DOCUMENT: "document",
    EvidenceKind.INTERCEPT: "intercepted message",
    EvidenceKind.IMAGE: "picture or film",
    EvidenceKind.FINDING: "finding",
    EvidenceKind.ADMISSION: "admission",
    EvidenceKind.CLAIM_OF_RESPONSIBILITY: "claim of responsibility",
    EvidenceKind.DENIAL: "denial",
    EvidenceKind.RETRACTION: "retraction",
    EvidenceKind.ABSENCE: "absence",
}
ABSENCE_PHRASES: Final = {
    AbsenceKind.DENIED: "said not to be so",
    AbsenceKind.NOT_FOUND: "looked for, not found",
    AbsenceKind.NOT_LOOKED: "not looked for",
}
"""The three kinds of absence, kept apart wherever evidence is shown."""
RELATION_WORDS: Final = {
    HypothesisRelationKind.EXCLUSIVE: "rules out",
    HypothesisRelationKind.OVERLAPS: "may be so together with",
    HypothesisRelationKind.SUBSUMES: "is the wider answer, which holds",
}
SURE_FROM: Final = 0.995
ANALYST: Final = "analyst:"


def say_percent(probability: float) -> str:
    """Return 0.47 as "47 %"; never 0 or 100, which nothing here can mean."""
    if probability < 0.01:
        return "<1 %"
    return ">99 %" if probability > 0.99 else f"{probability:.0%}".replace("%", " %")


def say_interval(probability: HypothesisProbability) -> str:
    """Return the interval in percent, "33-61"."""
    return f"{100 * probability.low:.0f}-{100 * probability.high:.0f}"


def say_bits(bits: float) -> str:
    """Return a weight with its sign, one decimal, two where it is small: "+0.6", "-0.05"."""
    if abs(bits) < 0.005:
        return "0.0"
    return f"{bits:+.1f}" if abs(bits) >= 0.095 else f"{bits:+.2f}"


def say_time(time: datetime | None) -> str:
    """Return "30 May 2023, 21:00 UTC", or "undated"."""
    if time is None:
        return "undated"
    utc = time.astimezone(UTC)
    return f"{utc.day} {utc:%b %Y, %H:%M} UTC"


def say_count(number: int, noun: str) -> str:
    """Return "1 report" or "2 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def say_amount(value: float) -> str:
    """Return a quantity without needless decimals, in full digits as far as a reader can use them."""
    return str(int(value)) if abs(value) < FULL_DIGITS and value == int(value) else f"{value:g}"


def say_slot(fact: Fact) -> str:
    """Return what is counted or measured, in plain words."""
    return show_inline(fact.slot).replace("_", " ")


def say_range(fact: Fact) -> str:
    """Return "8 to 25, best 12", "8 to 25 or more", "at least 8", "3", or "not counted", with the unit."""
    low, high, best = fact.low, fact.high, fact.best
    if low is not None and low == high:
        return say_measured(low, fact.unit)
    if low is None and high is None and best is None:
        return "not counted"
    named = [end for v in fact.values if v.superseded_by is None for end in (v.low, v.high) if end is not None]
    named += [end for end in (low, high, best) if end is not None]
    said = _say_span(low, high, bottom=min(named), top=max(named), unit=fact.unit)
    return said if best is None or min(named) == max(named) else f"{said}, best {say_amount(best)}"


def say_value(value: FactValue, unit: str) -> str:
    """Return what one claim gives: "at least 8", "4 to 6 minutes", "12"."""
    named = [end for end in (value.low, value.high) if end is not None]
    if not named:
        return "not counted"
    return _say_span(value.low, value.high, bottom=min(named), top=max(named), unit=unit)


def say_measured(amount: float, unit: str) -> str:
    """Return an amount with its unit of measure in the right number: "17.5 metres", "1 mile", "12"."""
    known = find_unit(unit) if unit else None
    if known is None or known.dimension == "magnitude":
        return say_amount(amount)
    return f"{say_amount(amount)} {known.name if amount == 1 else known.plural}"


def _say_span(low: float | None, high: float | None, *, bottom: float, top: float, unit: str) -> str:
    """Say a span; `bottom` and `top` are the outermost numbers named where a side is open."""
    outermost = say_measured(top, unit)
    if bottom == top:
        if low is None and high is None:
            return outermost
        return f"at least {outermost}" if high is None else f"at most {outermost}" if low is None else outermost
    begins = say_amount(bottom) if low is not None else f"{say_amount(bottom)} or less"
    return f"{begins} to {outermost}" if high is not None else f"{begins} to {outermost} or more"


def say_voices(claim: Claim, document: Document | None) -> str:
    """Return the chain from the holder outward, "officials ← The Courier ← The Herald", the publisher at the end."""
    names = [show_inline(voice.name) for voice in reversed(claim.chain)]
    names.append(show_inline(document.publisher) if document else "")
    by_key = {name.casefold().removeprefix("the "): name for name in reversed(names) if name}
    return RELAYED_BY.join(reversed(by_key.values())) or "unnamed"


def say_evidence_voices(link: EvidenceLink, index: AnalysisIndex) -> str:
    """Return whose evidence a link is and who passed it on."""
    claim = index.key_claim(link)
    if claim is None:
        return show_inline(link.holder) or "unnamed"
    return say_voices(claim, index.documents.get(claim.document_id))


def say_kind(link: EvidenceLink) -> str:
    """Return what a piece of evidence rests on: "physical trace", "looked for, not found"."""
    return ABSENCE_PHRASES[link.absence] if link.absence is not None else KIND_PHRASES[link.kind]


def say_discount(discount: Discount) -> str:
    """Return why a weight is not what it would be: "less 0.4 bits: interest not known"; an analyst may add, too."""
    if discount.why == SET_BY_ANALYST:
        return f"{say_bits(-discount.bits)} bits: {discount.why}"
    more = "more" if discount.adds else "less"
    return f"{more} {abs(discount.bits):.1f} bits: {show_inline(discount.why)}"


def say_unweighed(link: EvidenceLink) -> str:
    """Return why a piece of evidence puts no weight on its hypothesis."""
    if link.absence is AbsenceKind.NOT_LOOKED:
        return "nobody looked, so it says nothing of what is there: shown, not weighed"
    return "speaks of this answer only by where it stands in the text: shown, not weighed"


def say_ratings(ratings: Iterable[CellRating]) -> str:
    """Return who set a cell to what: "Ada II, Bo C"."""
    return ", ".join(f"{show_inline(rating.by)} {rating.consistency}" for rating in ratings)


def say_indicator(indicator: Indicator, documents: Mapping[str, Document]) -> str:
    """Return something to look for; what a report names is quoted, with its publisher."""
    if not indicator.named:
        return show_inline(indicator.what)
    document = documents.get(indicator.document_id or "")
    publisher = show_inline(document.publisher or document.input_id) if document else ""
    return f"{say_quote(indicator.what)} ({publisher})" if publisher else say_quote(indicator.what)


def say_attitude(polarity: Polarity, certainty: Certainty) -> str:
    """Return what a holder does with a proposition: "says", "says probably", "denies", "mentions"."""
    if polarity is Polarity.DENY:
        return "denies" if certainty in (Certainty.CERTAIN, Certainty.NONE) else f"denies ({certainty})"
    if certainty is Certainty.NONE:
        return "mentions"
    return "says" if certainty is Certainty.CERTAIN else f"says ({certainty})"


def say_quote(quote: str, limit: int | None = None) -> str:
    """Return the quote in quotation marks on one line, cut at a word to at most `limit` characters, marks included."""
    bare = show_inline(quote)
    if len(bare) > 1 and bare[0] in '"“' and bare[-1] in '"”' and not set(bare[1:-1]) & set('"“”'):
        bare = bare[1:-1]
    return f"“{bare}”" if limit is None else f"“{cut_words(bare, max(1, limit - 2))}”"


def cut_words(text: str, limit: int) -> str:
    """Return the text cut at a word to at most `limit` characters, with an ellipsis where something is missing."""
    if len(text) <= limit:
        return text
    head = text[: max(0, limit - 2)]
    at_word = head.rsplit(" ", 1)[0] if " " in head else head
    return f"{at_word if len(at_word) > len(head) // 2 else head} …"


def say_document(document: Document) -> str:
    """Return a report's publisher and title, or the id it was given."""
    named = " · ".join(part for part in (show_inline(document.publisher), show_inline(document.title)) if part)
    return named or show_inline(document.input_id)


def say_copy(copy: CopyLink, index: AnalysisIndex) -> str:
    """Return "verbatim copy of X (100 % of its words)"."""
    return f"{COPY_PHRASES[copy.kind]} {say_parent(copy, index.documents)} ({say_share(copy)})"


def say_parent(copy: CopyLink, documents: Mapping[str, Document]) -> str:
    """Return the publisher of what a copy was made from, or the id it was given."""
    parent = documents.get(copy.copy_of)
    return (show_inline(parent.publisher) or show_inline(parent.input_id)) if parent else copy.copy_of


def say_share(copy: CopyLink) -> str:
    """Return "85 % of its words"; of a text in other words "31 % of what it tells"."""
    of_what = "its words" if copy.kind in BY_WORDS else "what it tells"
    return f"{copy.share:.0%} of {of_what}".replace("%", " %")


def say_sureness(copy: CopyLink) -> str:
    """Return how sure a link is: "sure", "likely (72 %)", or who confirmed it."""
    if copy.made.by.startswith(ANALYST):
        return f"confirmed by {show_inline(copy.made.by.removeprefix(ANALYST)) or 'an analyst'}"
    if copy.confidence >= SURE_FROM:
        return "sure"
    return f"{word_probability(copy.confidence)} ({say_percent(copy.confidence)})"


def say_drift(drift: ClaimRelation) -> str:
    """Return what a relay changed: "the hedge was lost; told of another event"."""
    return "; ".join(DRIFT_PHRASES[change] for change in drift.changes) or show_inline(drift.why)


def say_origin(origin: Origin) -> str:
    """Return "origin Almar Courier: 3 reports, one voice", or "origin Almar Courier: 1 report"."""
    count = say_count(len(origin.document_ids), "report")
    one_voice = ", one voice" if len(origin.document_ids) > 1 else ""
    return f"origin {show_inline(origin.holder) or origin.id}: {count}{one_voice}"


def say_source_kind(source: Source) -> str:
    """Return what a source is and for whom it speaks: "official, speaks for the Varda Line"."""
    kind = source.kind.replace("_", " ") if source.kind is not SourceKind.UNKNOWN else "kind of speaker unknown"
    return f"{kind}, speaks for {show_inline(source.camp)}" if source.camp else kind


def say_event(event: Event) -> str:
    """Return an event with its place and time, as far as they are known."""
    parts = [show_inline(event.label), show_inline(event.place), say_time(event.start) if event.start else ""]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def list_also_contested(hypothesis_set: HypothesisSet) -> tuple[Question, ...]:
    """Return the contested questions beside the one answered, the weightiest first."""
    asked = hypothesis_set.question
    return tuple(
        question
        for question in hypothesis_set.questions
        if question.is_contested
        and question.id != asked.id
        and ((question.aspect, question.unit) != (asked.aspect, asked.unit) or asked.aspect is QuestionAspect.OPEN)
    )


def say_sides(question: Question) -> str:
    """Return the sides holders take on a question: "Norland (3 origins) or Sudland (1 origin)"."""
    return " or ".join(f"{show_inline(side.value)} ({say_count(side.origins, 'origin')})" for side in question.sides)


def say_standing(hypothesis: Hypothesis) -> str:
    """Return who put a hypothesis forward where that is not a holder; "" where somebody advances it."""
    if hypothesis.residual or hypothesis.is_held:
        return ""
    if hypothesis.made.by.startswith(ANALYST):
        return f"added by {show_inline(hypothesis.made.by.removeprefix(ANALYST))}, held by nobody here"
    return "proposed by the machine, held by nobody here"


def say_withdrawals(hypotheses: Iterable[Hypothesis]) -> str:
    """Return who took back what it had said of which hypothesis, and when; "" where nobody did."""
    said = []
    for hypothesis in hypotheses:
        for one in hypothesis.withdrawals:
            does = "holds" if one.taken_back is Polarity.ASSERT else "denies"
            when = f", {say_time(one.at)}" if one.at else ""
            said.append(f"{show_inline(one.holder)} no longer {does} {show_inline(hypothesis.label)}{when}")
    return "; ".join(said)


def say_relations(hypothesis_set: HypothesisSet) -> list[str]:
    """Return how hypotheses stand to each other where they are not exclusive: "Norland may be so together with …"."""
    labels = {hypothesis.id: show_inline(hypothesis.label) for hypothesis in hypothesis_set.hypotheses}
    return [
        f"{labels[one.from_id]} {RELATION_WORDS[one.kind]} {labels[one.to_id]}"
        + (f" ({show_inline(one.why)})" if one.why else "")
        for one in hypothesis_set.relations
        if one.kind is not HypothesisRelationKind.EXCLUSIVE and {one.from_id, one.to_id} <= labels.keys()
    ]


def say_unanswered(hypothesis_set: HypothesisSet) -> str:
    """Return a sentence where no report answers the question, "" where one does."""
    answered = any(not hypothesis.residual for hypothesis in hypothesis_set.hypotheses)
    return "" if answered else "No report answers this question: nobody in them says what it asks for."


def say_bare_mentions(hypotheses: tuple[Hypothesis, ...]) -> str:
    """Return the hypotheses mentioned but advanced by nobody, with who mentions them; "" where there is none."""
    bare = [h for h in hypotheses if h.mentions and not h.advances and not h.residual]
    return "; ".join(f"{show_inline(h.label)} ({', '.join(map(show_inline, h.mentions))})" for h in bare)


def say_basis(index: AnalysisIndex) -> str:
    """Return the sentence on how solid the basis is. It holds no probability, and must not be joined to one."""
    judgement = index.analysis.judgement
    return f"Analytic confidence: {judgement.confidence}. {show_inline(judgement.basis)}".rstrip()


def say_reports(index: AnalysisIndex) -> str:
    """Return how many reports there are and how many origins: "10 reports, 6 origins"."""
    documents, origins = len(index.analysis.documents), len(index.origins)
    return f"{say_count(documents, 'report')}, {say_count(origins, 'origin')}"
