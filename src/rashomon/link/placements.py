"""Where each claim stands: which sources its voices are, which event it speaks of, which origin it comes from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from rashomon.link.chronology import publication_key
from rashomon.link.citations import OutletNames, name_outlets
from rashomon.link.event_clauses import tells
from rashomon.link.event_focus import find_type
from rashomon.link.event_mentions import UNNAMED, EventMention
from rashomon.link.events import EventMap
from rashomon.link.features import read_features
from rashomon.link.sentences import Sentence, find_sentence
from rashomon.link.sources import SourceRegister, cut_ornaments
from rashomon.model.claim import Claim, ClaimPlacement, ClaimRelation
from rashomon.model.document import Document
from rashomon.model.event import Event
from rashomon.model.lineage import Origin
from rashomon.model.places import state_of, states_in
from rashomon.model.provenance import Made
from rashomon.model.source import Source
from rashomon.model.vocabulary import EventRelation, RelationKind, Slot

RECIPE: Final = "link.placements@3"
_POINTS_BACK: Final = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hose|[Tt]hese)\s+(?:\w+\s+)?(?P<what>attacks?|assault|strikes?"
    r"|raids?|bombings?|blasts?|explosions?|incidents?"
    r"|operation|act|killings?|crash|sabotage|poisoning|plot|shooting|fire|hack|breach)\b|\b[Ii]t\s+was\b|\bbehind\s+it\b",
)
_OF_ANY_KIND: Final = frozenset(("attack", "incident", "act", "operation", "killing"))
_PART_END: Final = re.compile(r"[,;:—–]")
_SLACK: Final = timedelta(days=2)
_ASIDE: Final = (EventRelation.EXPECTED, EventRelation.LATER)
_QUOTED: Final = re.compile(r"[“\"]([^”\"\n]{25,400})[”\"]")
_ALIKE: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What is known of the reports at hand while claims are placed, in time order."""

    documents: Mapping[str, Document]
    origin_of: Mapping[str, str]
    by_publisher: Mapping[str, Sequence[Document]]
    outlets: OutletNames
    first_quoted: Mapping[str, str]
    claims_in: Mapping[str, Sequence[Claim]]
    sources: Mapping[str, Source]


def place_claims(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    *,
    origins: Sequence[Origin],
    events: EventMap,
    register: SourceRegister,
) -> tuple[ClaimPlacement, ...]:
    """Return a placement for each claim, in the order of the claims; claims of unknown documents are left out."""
    held = _gather(documents, claims, origins, register)
    placements = []
    for claim in claims:
        document = held.documents.get(claim.document_id)
        if document is None:
            continue
        placements.append(
            ClaimPlacement(
                claim_id=claim.id,
                source_ids=tuple(register.find(document.id, voice.name) for voice in claim.chain),
                event_id=find_event(claim, document, events),
                origin_id=_find_origin(claim, document, held, register),
                made=Made(recipe=RECIPE, inputs=(claim.id,)),
            )
        )
    return tuple(placements)


def follow_drift(
    placements: Sequence[ClaimPlacement], relations: Sequence[ClaimRelation]
) -> tuple[ClaimPlacement, ...]:
    """Return the placements with every drifted claim in the origin of what it drifted from: it is no second witness."""
    upstream = {relation.from_id: relation.to_id for relation in relations if relation.kind is RelationKind.DRIFT}
    origin_of = {placement.claim_id: placement.origin_id for placement in placements}
    placed = []
    for placement in placements:
        claim_id, passed = placement.claim_id, {placement.claim_id}
        while claim_id in upstream and upstream[claim_id] not in passed:
            claim_id = upstream[claim_id]
            passed.add(claim_id)
        placed.append(replace(placement, origin_id=origin_of[claim_id]))
    return tuple(placed)


def find_event(claim: Claim, document: Document, events: EventMap) -> str:
    """Return the event a claim speaks of: the one it names, the one its paragraph is on, else its report's main event.

    A report that appeared before the focal event cannot speak of it, nor does one that is on an unrelated event. Who
    did it and why is never said of what is foreseen or follows: an arrest comes with a charge about the focal event.
    """
    relations = {event.id: event.relation for event in events.events}
    main = events.main[document.id]
    if relations[main] is EventRelation.OTHER:
        return main
    sentences = events.sentences[document.id]
    mentions = events.mentions.get(document.id, ())
    answers = claim.proposition.slot in (Slot.RESPONSIBLE, Slot.CAUSE)
    telling = [
        (mention, event)
        for mention, event in mentions
        if (
            (mention.place or mention.prior or relations[event] is EventRelation.PRIOR)
            if not (mention.follow_up or mention.dated) and relations[event] not in _ASIDE
            else not answers and _covers(mention, claim, relations[event])
        )
    ]
    focal = events.focal
    inside = [event for mention, event in telling if not mention.dated and claim.start <= mention.start < claim.end]
    inside += [event for mention, event in telling if mention.dated]
    # Where a claim names several events, the focal one is the one it is about.
    named = focal.id if focal.id in inside else (inside[0] if inside else None)
    if named is None and _names_focal(claim.quote, focal):
        named = focal.id
    if named is None and not answers:
        named = next((event.id for event in events.events if _names_place(claim.quote, event)), None)
    number = find_sentence(sentences, claim.start)
    if named is None and number >= 0:
        named = _look_around(claim, document, number, sentences, telling, focal)
    if (named is None or named == focal.id) and _is_before(document, focal):
        return _earlier_event(events, mentions) or focal.id
    return named or main


def _covers(mention: EventMention, claim: Claim, relation: EventRelation) -> bool:
    """Tell whether a claim names what is foreseen or follows, or stands in the clause that a time holds for.

    A later time is often only that of a finding about the event asked about.
    """
    if mention.dated and relation in _ASIDE and claim.proposition.slot is not Slot.STATEMENT:
        return False
    if mention.dated and relation is EventRelation.LATER and tells(claim.quote):
        return False
    if claim.start <= mention.start and mention.end <= claim.end:
        return True
    return mention.dated and relation is EventRelation.PRIOR and mention.end <= claim.start < mention.reach


def _look_around(
    claim: Claim,
    document: Document,
    number: int,
    sentences: Sequence[Sentence],
    telling: Sequence[tuple[EventMention, str]],
    focal: Event,
) -> str | None:
    sentence = sentences[number]
    same = [
        (mention, event)
        for mention, event in telling
        # What is named in a later part of a sentence does not reach back over a comma.
        if sentence.start <= mention.start < sentence.end
        and not (mention.start >= claim.end and _PART_END.search(document.text, claim.end, mention.start))
    ]
    if same:
        return min(same, key=lambda pair: abs(pair[0].start - claim.start))[1]
    first = number
    while first and sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    # What is told of another year in passing, and of no place, does not reach beyond its sentence.
    before = [
        (mention, event)
        for mention, event in telling
        if sentences[first].start <= mention.start < sentence.start
        and (mention.place or mention.shift)
        and not mention.dated
    ]
    if not before:
        return None
    if all(event != focal.id for _, event in before) and before[-1][0].start >= sentences[max(first, number - 1)].start:
        return before[-1][1]
    # The paragraph spoke of the focal event and of others: only words that point back reach the one named last.
    pointing = _POINTS_BACK.search(document.text, claim.start, min(claim.end, sentence.end))
    pointing = pointing or _POINTS_BACK.search(document.text, sentence.start, sentence.end)
    adjacent = number > first and before[-1][0].start >= sentences[number - 1].start
    if pointing is None or not adjacent:
        return None
    kind = find_type(pointing["what"]) if pointing["what"] and pointing[0].startswith(("the ", "The ")) else ""
    own = kind in focal.terms and kind not in _OF_ANY_KIND and kind != before[-1][0].type
    return None if own else before[-1][1]


def _names_focal(quote: str, focal: Event) -> bool:
    names = [word for word in re.findall(r"[^\W_]{3,}", focal.place) if word[0].isupper()]
    return any(re.search(rf"\b{re.escape(name)}\b", quote) for name in names)


def _names_place(quote: str, event: Event) -> bool:
    """Tell whether words name the place of an earlier event; a state or a seat of one may speak instead."""
    if (
        not event.prior
        or not event.place
        or event.type == UNNAMED
        or state_of(event.place) is not None
        or states_in(event.place)
    ):
        return False
    return re.search(rf"\b{re.escape(event.place)}\b", quote) is not None


def _is_before(document: Document, focal: Event) -> bool:
    """Tell whether a report appeared well before the focal event, whose day may be known no better than by one."""
    when = document.published_at
    return when is not None and focal.start is not None and focal.start - when > _SLACK


def _earlier_event(events: EventMap, mentions: Sequence[tuple[EventMention, str]]) -> str | None:
    prior = {event.id for event in events.events if event.prior}
    spoken = [event for mention, event in mentions if event in prior and (mention.place or not mention.dated)]
    return max(set(spoken), key=lambda event: (spoken.count(event), event)) if spoken else None


def _gather(
    documents: Sequence[Document], claims: Sequence[Claim], origins: Sequence[Origin], register: SourceRegister
) -> _Held:
    ordered = sorted(documents, key=publication_key)
    by_publisher: dict[str, list[Document]] = {}
    first_quoted: dict[str, str] = {}
    claims_in: dict[str, list[Claim]] = {}
    for document in ordered:
        by_publisher.setdefault(document.publisher, []).append(document)
        for match in _QUOTED.finditer(document.text):
            first_quoted.setdefault(_fold_quote(match[1]), document.id)
    for claim in claims:
        claims_in.setdefault(claim.document_id, []).append(claim)
    return _Held(
        documents={document.id: document for document in documents},
        origin_of={document_id: origin.id for origin in origins for document_id in origin.document_ids},
        by_publisher=by_publisher,
        outlets=name_outlets(document.publisher for document in documents if document.publisher),
        first_quoted=first_quoted,
        claims_in=claims_in,
        sources={source.id: source for source in register.sources},
    )


def _fold_quote(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))


def _find_origin(claim: Claim, document: Document, held: _Held, register: SourceRegister) -> str:
    """Return the origin where these words were first seen: a report relayed by name, or one with the same quotation."""
    own = held.origin_of[document.id]
    for voice in claim.chain:
        publisher = held.outlets.names.get(_fold_name(cut_ornaments(voice.name)))
        if publisher is None or publisher == document.publisher:
            continue
        relayed = _find_relayed(claim, document, held.by_publisher.get(publisher, ()), held, register)
        if relayed is not None:
            return held.origin_of[relayed]
    match = _QUOTED.search(document.text, max(0, claim.start - 1), claim.end + 1)
    if match is not None:
        first = held.first_quoted.get(_fold_quote(match[1]), document.id)
        if publication_key(held.documents[first]) < publication_key(document):
            return held.origin_of[first]
    return own


def _fold_name(name: str) -> tuple[str, ...]:
    words = tuple(word.casefold().replace("’", "'") for word in re.findall(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*", name))
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def _find_relayed(
    claim: Claim, document: Document, held_documents: Sequence[Document], held: _Held, register: SourceRegister
) -> str | None:
    """Return the relayed outlet's latest earlier report with a claim alike: of the same camp or on the same matter."""
    mine = set(read_features(claim.quote))
    camp = held.sources[register.find(document.id, claim.holder.name)].camp
    for earlier in reversed(held_documents):
        if publication_key(earlier) > publication_key(document) or earlier.id == document.id:
            continue
        for other in held.claims_in.get(earlier.id, ()):
            theirs = set(read_features(other.quote))
            common = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
            other_camp = held.sources[register.find(earlier.id, other.holder.name)].camp
            if common >= _ALIKE or (camp and camp == other_camp and mine & theirs):
                return earlier.id
    return None
