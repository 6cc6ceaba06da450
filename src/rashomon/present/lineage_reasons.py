"""Where words come from, as trees of reasons: voices, first appearance, copies with passages, drift, relations."""

from collections.abc import Sequence
from typing import Final

from rashomon.model.claim import Claim, ClaimRelation
from rashomon.model.document import Document
from rashomon.model.lineage import CopyLink, Origin
from rashomon.model.vocabulary import Certainty, Polarity, RelationKind
from rashomon.present import phrases
from rashomon.present.descent import Descent, grow_descent, sort_by_time
from rashomon.present.index import AnalysisIndex
from rashomon.present.leaves import bound, make_leaf, quote_claim, quote_place
from rashomon.present.plain import show_inline
from rashomon.present.shapes import ReasonShape
from rashomon.present.side_by_side import Likeness, Pair, compare_copy, find_first_appearance
from rashomon.present.spread import find_origin, say_spread, trace_spread

MOST_PASSAGES: Final = 6
MOST_RELATIONS: Final = 12
MOST_REPORTS: Final = 60
LIKENESS_PHRASES: Final = {
    Likeness.WORDS: "first seen in",
    Likeness.MATTER: "tells the same as",
    Likeness.OPENINGS: "the beginnings, beside",
}


def explain_voices(claim: Claim, index: AnalysisIndex) -> list[ReasonShape]:
    """Return the chain of voices from the holder outward, each with what it is, the publisher last."""
    placement = index.placements.get(claim.id)
    ids = placement.source_ids if placement else ("",) * len(claim.chain)
    voices = []
    document = index.documents.get(claim.document_id)
    publisher = show_inline(document.publisher) if document else ""
    for number, (voice, source_id) in enumerate(zip(reversed(claim.chain), reversed(ids), strict=False)):
        source, name = index.sources.get(source_id), show_inline(voice.name)
        role = "said by" if not number else "published by" if _bare(name) == _bare(publisher) else "passed on by"
        what = f": {phrases.say_source_kind(source)}" if source else ""
        voices.append(make_leaf("voice", source_id or claim.id, f"{role} {name or 'an unnamed voice'}{what}"))
    if publisher and _bare(publisher) not in {_bare(show_inline(voice.name)) for voice in claim.chain}:
        voices.append(make_leaf("voice", claim.document_id, f"published by {publisher}"))
    return voices


def explain_spread(claim: Claim, index: AnalysisIndex) -> list[ReasonShape]:
    """Return where a claim was first seen and in how many reports of how many origins, origin by origin."""
    spread = trace_spread(claim, index)
    if not spread.repeated:
        return [make_leaf("spread", claim.id, "said in no other report here")]
    first = spread.claims[0] if spread.claims else claim
    seen = _say_appearance(index.documents.get(first.document_id))
    origins = []
    for origin_id in spread.origin_ids:
        members = [one for one in spread.claims if find_origin(one, index) == origin_id]
        leaves = bound([_quote_in_time(one, index) for one in members], MOST_RELATIONS, "that say it", origin_id)
        origin = index.origins.get(origin_id)
        name = show_inline(origin.holder) if origin else origin_id
        reports = phrases.say_count(len({one.document_id for one in members}), "report")
        text = f"origin {name or origin_id}: said in {reports}"
        origins.append(ReasonShape(kind="origin", id=origin_id, text=text, because=leaves))
    text = f"first seen {seen}; said in {say_spread(spread)}"
    return [ReasonShape(kind="spread", id=claim.id, text=text, because=bound(origins, MOST_RELATIONS, "origins", "…"))]


def explain_relations(claim: Claim, index: AnalysisIndex) -> list[ReasonShape]:
    """Return how a claim stands to others: drift first. Repeats are told by the spread."""
    relations = index.relations_of.get(claim.id, ())
    told = [explain_drift(relation, index) for relation in relations if relation.kind is RelationKind.DRIFT]
    for kind in (RelationKind.CONTRADICTS, RelationKind.SUPPORTS, RelationKind.REFINES):
        alike = [_explain_relation(relation, claim, index) for relation in relations if relation.kind is kind]
        told += bound(alike, MOST_RELATIONS, f"that it {kind} or that {kind.removesuffix('s')} it", claim.id)
    return told


def explain_drift(drift: ClaimRelation, index: AnalysisIndex) -> ReasonShape:
    """Return what a relay changed, with the sentence that was said and the one that was told."""
    sides = [
        (index.claims[one], did) for one, did in ((drift.to_id, "said"), (drift.from_id, "told")) if one in index.claims
    ]
    because = [quote_claim(claim, index, lead=f"was {did} ({say_commitment(claim, index)}): ") for claim, did in sides]
    told = phrases.say_drift(drift)
    detail = f" ({show_inline(drift.why)})" if drift.changes and drift.why not in ("", told) else ""
    text = f"drift: {told}{detail}; counted once"
    return ReasonShape(kind="drift", id=drift.id, text=text, because=because)


def explain_ties(origin: Origin, index: AnalysisIndex) -> list[ReasonShape]:
    """Return the origins that an origin does not speak independently of, and why."""
    told = []
    for tie in index.analysis.linkage.dependences:
        if origin.id in (tie.origin_id, tie.other_id):
            other_id = tie.other_id if tie.origin_id == origin.id else tie.origin_id
            other = index.origins.get(other_id)
            name = show_inline(other.holder) if other else other_id
            because = [quote_claim(index.claims[one], index) for one in tie.claim_ids if one in index.claims]
            text = f"not independent of {name or other_id}: {show_inline(tie.why)}"
            told.append(ReasonShape(kind="dependence", id=other_id, text=text, because=because))
    return bound(told, MOST_RELATIONS, "ties", origin.id)


def say_commitment(claim: Claim, index: AnalysisIndex) -> str:
    """Return how firmly a claim is held, and of which event if it drifted from one: "probable, of: fire in Almar"."""
    event = index.event_of(claim) if _is_moved(claim, index) else None
    firmly = "only mentioned" if claim.certainty is Certainty.NONE else str(claim.certainty)
    denied = "denied, " if claim.polarity is Polarity.DENY else ""
    return f"{denied}{firmly}, of: {phrases.say_event(event)}" if event else f"{denied}{firmly}"


def explain_copy(copy: CopyLink, index: AnalysisIndex) -> ReasonShape:
    """Return what a report was made from and how sure that is, with passages beside their first appearance."""
    comparison = compare_copy(copy, index.documents, limit=MOST_PASSAGES)
    because = [_explain_pair(pair) for pair in comparison.pairs]
    if comparison.shorter:
        because.append(make_leaf("note", copy.document_id, f"and {comparison.shorter} shorter"))
    return ReasonShape(kind="copy", id=copy.copy_of, text=_say_link(copy, index), because=because)


def explain_first_words(claim: Claim, index: AnalysisIndex) -> list[ReasonShape]:
    """Return what the report of a claim was made from, and where the very words of the claim stood first."""
    copy = index.copy_of.get(claim.document_id)
    if copy is None:
        return []
    place = find_first_appearance(copy, index.documents, start=claim.start, end=claim.end)
    because = []
    if place is not None:
        document = index.documents[place[0]]
        lead = f"these words first seen {_say_appearance(document)}: "
        because.append(quote_place(document, place[1], place[2], lead=lead))
    text = (
        f"its report is a {_say_link(copy, index)}" if copy.kind != "relay" else f"its report {_say_link(copy, index)}"
    )
    return [ReasonShape(kind="copy", id=copy.copy_of, text=text, because=because)]


def explain_descent(documents: Sequence[Document], index: AnalysisIndex) -> list[ReasonShape]:
    """Return reports as trees by who was made from whom, earliest first, with what was left out for length."""
    shown = sort_by_time(documents)[:MOST_REPORTS]
    trees = [_explain_tree(tree, index) for tree in grow_descent(shown, index.copy_of)]
    if len(documents) > len(shown):
        trees.append(make_leaf("note", documents[0].id, f"and {len(documents) - len(shown)} more reports"))
    return trees


def explain_made_from(document: Document, index: AnalysisIndex) -> list[ReasonShape]:
    """Return the reports that were made from a report."""
    copies = [copy.document_id for copy in index.copy_of.values() if copy.copy_of == document.id]
    made = sort_by_time(index.documents[one] for one in copies if one in index.documents)
    leaves = [make_leaf("document", one.id, _say_descent(one, index)) for one in made]
    if not leaves:
        return []
    text = f"{phrases.say_count(len(leaves), 'report')} made from it"
    shown = bound(leaves, MOST_RELATIONS, "reports", document.id)
    return [ReasonShape(kind="made_from_it", id=document.id, text=text, because=shown)]


def say_length(pair: Pair) -> str:
    """Return "27 words", and how many of them differ: "27 words, 2 of them only here, 3 others only there"."""
    said = phrases.say_count(pair.words, "word")
    if pair.only_here:
        said += f", {pair.only_here} of them only here"
    return f"{said}, {pair.only_there} others only there" if pair.only_there else said


def _explain_relation(relation: ClaimRelation, claim: Claim, index: AnalysisIndex) -> ReasonShape:
    does, is_done = phrases.RELATION_PHRASES[relation.kind]
    active = relation.from_id == claim.id
    other_id = relation.to_id if active else relation.from_id
    other = [quote_claim(index.claims[other_id], index)] if other_id in index.claims else []
    why = f": {show_inline(relation.why)}" if relation.why else ""
    text = f"{does if active else is_done} another claim{why}"
    return ReasonShape(kind="relation", id=relation.id, text=text, because=other)


def _explain_pair(pair: Pair) -> ReasonShape:
    there = pair.there.document
    publisher = show_inline(there.publisher) or show_inline(there.input_id)
    text = f"{say_length(pair)}, {LIKENESS_PHRASES[pair.likeness]} {publisher}, {phrases.say_time(there.published_at)}"
    because = [
        quote_place(pair.here.document, pair.here.start, pair.here.end, lead="here: "),
        quote_place(there, pair.there.start, pair.there.end, lead="there: "),
    ]
    return ReasonShape(kind="passage", id=there.id, text=text, because=because)


def _explain_tree(tree: Descent, index: AnalysisIndex) -> ReasonShape:
    return ReasonShape(
        kind="document",
        id=tree.document.id,
        text=_say_descent(tree.document, index),
        because=[_explain_tree(below, index) for below in tree.made_from_it],
    )


def _quote_in_time(claim: Claim, index: AnalysisIndex) -> ReasonShape:
    document = index.documents.get(claim.document_id)
    return quote_claim(claim, index, lead=f"{phrases.say_time(document.published_at if document else None)}: ")


def _say_descent(document: Document, index: AnalysisIndex) -> str:
    copy = index.copy_of.get(document.id)
    made = _say_link(copy, index) if copy else "first seen here"
    return f"{phrases.say_time(document.published_at)} · {phrases.say_document(document)} — {made}"


def _say_link(copy: CopyLink, index: AnalysisIndex) -> str:
    why = f": {show_inline(copy.why)}" if copy.why else ""
    return f"{phrases.say_copy(copy, index)}, {phrases.say_sureness(copy)}{why}"


def _say_appearance(document: Document | None) -> str:
    """Return "2 Apr 2031, 06:00 UTC, in The Herald · Fire in the harbour"; "in ..., undated" where there is no time."""
    if document is None:
        return "in a report that is not here"
    if document.published_at is None:
        return f"in {phrases.say_document(document)}, undated"
    return f"{phrases.say_time(document.published_at)}, in {phrases.say_document(document)}"


def _is_moved(claim: Claim, index: AnalysisIndex) -> bool:
    """Tell whether a drift has moved a claim to another event, or away from this one."""
    others = {drift.to_id if drift.from_id == claim.id else drift.from_id for drift in index.drifts(claim.id)}
    return any(index.event_of(index.claims[one]) != index.event_of(claim) for one in others if one in index.claims)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")
