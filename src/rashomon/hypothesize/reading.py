"""What the stage knows while it works: claims with where they stand, who speaks for whom, and what would answer."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from rashomon.hypothesize.actors import OWN_SIDE, Actor, identify_actor
from rashomon.hypothesize.apart import Apart, find_apart, part_of
from rashomon.hypothesize.full_names import find_full_names
from rashomon.hypothesize.jests import is_jest
from rashomon.hypothesize.questions import answering_predicates, lemmas_of
from rashomon.hypothesize.stems import STOP_WORDS, stem_of
from rashomon.hypothesize.successors import find_successors
from rashomon.hypothesize.told_at import find_times
from rashomon.model.analysis import Linkage
from rashomon.model.claim import Claim, ClaimPlacement
from rashomon.model.document import Document
from rashomon.model.places import BODY_WORDS, camp_of, state_of, states_in
from rashomon.model.provenance import MACHINE
from rashomon.model.question import Question
from rashomon.model.source import Source
from rashomon.model.vocabulary import CopyKind, DependenceKind, DriftKind, RelationKind

_OFFICE: Final = re.compile(
    r"\b(?:President|Prime Minister|Premier|Chancellor|King|[Ll]eader|Foreign Minister|Defence Minister)"
    r"\s+((?:[A-Z][\w'’.-]*\s+){0,2}[A-Z][\w-]+)"
)
_NAME: Final = re.compile(r"\b[A-Z][\w-]{2,}")
_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?](?=\s|$)|\n|$)")
_EPITHETS: Final = frozenset("occupier occupant enemy aggressor invader adversary opponent occupying".split())
# Bodies that, with no state named, are those of the state where it happened.
_BODIES: Final = re.compile(
    r"\b(?:authorities|government|regime|army|military|(?:security|secret|special|intelligence) services?)\b"
)
# "The guard Ann Roe", "a warehouseman, Ann Roe,": a word for one private person beside his name.
_ROLE: Final = re.compile(
    r"\b(guard|driver|pilot|student|clerk|nurse|engineer|mechanic|technician|worker|warehouseman|watchman|doctor|teacher"
    r"|soldier|sailor|janitor|cleaner|porter|contractor|employee|programmer|scientist|chemist|farmer|fisherman|gunman"
    r"|lodger|tenant|caretaker|cook|waiter|bookkeeper|accountant|banker|trader|drifter|loner|businessman),? "
    r"((?:[A-Z][\w'’-]+ )[A-Z][\w'’-]+)"
)
# "The North", where one state's name begins so.
_HALF: Final = re.compile(r"(?:[Tt]he )?(North|South|East|West)")
# "The Moscow-installed mayor" speaks for whoever installed him.
_INSTALLED: Final = re.compile(
    r"\b([A-Z][\w.]+)-(?:installed|backed|appointed|controlled|led|run|aligned|imposed|sponsored|friendly)\b"
)
_STREET: Final = re.compile(r" (?:Street|Road|Avenue|Square|Lane|Boulevard|Bridge|Station|Hotel|Prison)\b")
"""What is only called after a state: *Riga Street*."""
# "Brown's army": whoever a leader's people act for.
_PEOPLE_OF: Final = re.compile(
    r"(?:the )?((?:[A-Z][\w-]+ )*[A-Z][\w-]+)['’]s? (?:own )?"
    r"(?:army|men|people|troops|forces|soldiers|spies|agents|services?|police|government|regime|gunners|side|militia)"
)
_OWN: Final = frozenset("our ours own us we".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Claims and their surroundings, indexed. `affiliations` gives the state of a surname in lower case.

    `asked_words` are the question's words, `asked_things` those that name no place, `asked_states` the states it names.
    `told_at` gives by claim id the time a claim speaks of at the latest; undated ones are missing. `same_as` gives for
    claims that say the same as an earlier one, as an analyst says, that one.
    """

    question: Question
    claims: Sequence[Claim]
    placements: Mapping[str, ClaimPlacement]
    sources: Mapping[str, Source]
    affiliations: Mapping[str, str]
    predicates: frozenset[str]
    asked_words: frozenset[str]
    asked_things: frozenset[str]
    asked_states: frozenset[str]
    rivals: Mapping[str, str]
    texts: Mapping[str, str]
    headings: tuple[str, ...]
    by_id: Mapping[str, Claim]
    places_in_origin: Mapping[str, int]
    prior_events: frozenset[str]
    drifted: frozenset[str]
    copied: frozenset[str]
    jested: frozenset[str]
    items: Mapping[str, str]
    halves: Mapping[str, str]
    roles: Mapping[str, str]
    full_names: Mapping[str, str]
    successors: Mapping[str, str]
    apart: tuple[Apart, ...]
    told_at: Mapping[str, datetime]
    same_as: Mapping[str, str]

    def adds_nothing(self, claim: Claim) -> bool:
        """Tell whether a claim names no explanation and weighs nothing: repeated by a copy, or said in jest."""
        return claim.id in self.copied or claim.id in self.jested

    def context_of(self, claim: Claim) -> str:
        """Return the sentence a claim stands in."""
        return self.texts[claim.document_id][claim.context_start : claim.context_end]

    def is_answerable(self) -> bool:
        """Tell whether any report names what the question names; where none does, nobody speaks of that event."""
        names = [word.lower() for word in _NAME.findall(self.question.text)[1:]]
        texts = [text.lower() for text in (*self.texts.values(), *self.headings)]
        return not names or any(name in text for text in texts for name in names)

    def holder_of(self, claim: Claim) -> Source | None:
        """Return the source a claim belongs to."""
        placement = self.placements.get(claim.id)
        return self.sources.get(placement.source_ids[-1]) if placement and placement.source_ids else None

    def camp_of_holder(self, claim: Claim) -> str:
        """Return the state or body a claim's holder speaks for, "" where the text does not say."""
        source = self.holder_of(claim)
        own = source.camp if source is not None else ""
        return self._one_name(own or self.camp_of_name(claim.holder.name))

    def _camp_of_voice(self, claim: Claim, name: str) -> str:
        """The camp of one voice of a claim: a state's own agency speaks for the state."""
        placement = self.placements.get(claim.id)
        for voice, source_id in zip(claim.chain, placement.source_ids if placement is not None else (), strict=False):
            source = self.sources.get(source_id)
            if voice.name == name and source is not None and source.camp:
                return self._one_name(source.camp)
        return self.camp_of_name(name)

    def camp_of_name(self, name: str) -> str:
        """Return the state or body a name alone says somebody speaks for, "" for none."""
        name = name.partition(" and ")[0]
        installed = _INSTALLED.search(name)
        by = state_of(installed[1]) if installed else None
        return self._one_name(by or camp_of(name) or self.affiliations.get(_surname(name), ""))

    def _one_name(self, camp: str) -> str:
        """The name by which the reports' states of several names go."""
        return self.successors.get(camp, camp)

    def _identify(self, phrase: str) -> Actor | None:
        """The actor a phrase means: by its full name where it is a short one, by a leader's state, by a role's name."""
        actor = identify_actor(self.full_names.get(phrase.removeprefix("the ").removeprefix("The "), phrase))
        if actor is None:
            return None
        if not actor.proper and len(actor.words) == 1:
            return identify_actor(self.roles.get(next(iter(actor.words)), phrase))
        led = _PEOPLE_OF.fullmatch(phrase)
        camp = self.affiliations.get(_surname(led[1]), "") if led is not None and not actor.camp else actor.camp
        if camp in self.successors or (camp and not actor.camp):
            camp = self._one_name(camp)
            return replace(actor, words=frozenset({camp.lower()}), camp=camp)
        return actor

    def on_event(self, claim: Claim) -> bool:
        """Tell whether a claim speaks of the event asked about, or of none in particular."""
        placement = self.placements.get(claim.id)
        if placement is None or placement.event_id == self.question.event_id:
            return True
        # An analyst who places a claim at no known event says that it is not about this one.
        return placement.event_id is None and placement.made.by == MACHINE

    def on_prior_event(self, claim: Claim) -> bool:
        """Tell whether a claim speaks of an earlier event than the one asked about, or was moved from one (drift)."""
        placement = self.placements.get(claim.id)
        return claim.id in self.drifted or (placement is not None and placement.event_id in self.prior_events)

    def actor_named(self, phrase: str) -> Actor | None:
        """Return the actor a phrase means whoever says it; None for none, and for words that depend on who speaks."""
        return self._part(phrase, self._whole_named(phrase))

    def _whole_named(self, phrase: str) -> Actor | None:
        words = {word.lower() for word in re.findall(r"[A-Za-z]+", phrase)}
        actor = None if words & _OWN else self._identify(phrase)
        if actor is not None and actor.proper and not actor.camp:
            camp = self.affiliations.get(_surname(phrase), "")
            return Actor(name=phrase, words=frozenset({camp.lower()}), camp=camp, proper=True) if camp else actor
        return actor

    def actor_in(self, phrase: str, claim: Claim) -> Actor | None:
        """Return the actor a phrase means in this holder's mouth: *our own* and *the enemy* depend on who speaks."""
        return self._part(phrase, self._whole_in(phrase, claim))

    def _part(self, phrase: str, actor: Actor | None) -> Actor | None:
        """The body that a phrase names, where holders keep it apart from its state; else the actor as it is."""
        part = part_of(phrase, actor, self.apart) if actor is not None and actor.proper and self.apart else ""
        return replace(actor, part=part) if actor is not None and part else actor

    def _whole_in(self, phrase: str, claim: Claim) -> Actor | None:
        actor = self._identify(phrase)
        words = {w.lower() for w in re.findall(r"[A-Za-z]+", phrase)}
        camp = ""
        relays = {voice.name for voice in claim.chain[:-1]} - {claim.holder.name}
        if words & _OWN or phrase in relays | {claim.holder.name}:
            # A person nobody places is a camp of his own: that says no more than his name does.
            own = self._camp_of_voice(claim, phrase) if phrase in relays else self.camp_of_holder(claim)
            camp = state_of(own) or ""
            if not camp and words & _OWN and (actor is None or not actor.proper):
                # *Our own people* is an answer a reader can use; *ours* is none.
                kind = OWN_SIDE if words - _OWN else ""
                return Actor(name=phrase, words=frozenset({"own"}), camp="", proper=False, kind=kind)
        elif _BODIES.search(phrase) and (actor is None or not actor.proper) and len(self.asked_states) == 1:
            camp = next(iter(self.asked_states))
        elif any(word.rstrip("s") in _EPITHETS for word in words) and (actor is None or not actor.camp):
            camp = self.rivals.get(self.camp_of_holder(claim), "")
        elif (half := _HALF.fullmatch(phrase)) is not None:
            camp = self.halves.get(half[1], "")
        elif actor is not None and actor.proper and not actor.camp:
            camp = self.affiliations.get(_surname(phrase), "")
        if camp:
            return Actor(name=phrase, words=frozenset({camp.lower()}), camp=camp, proper=True)
        return actor


def read_claims(
    documents: Sequence[Document], claims: Sequence[Claim], linkage: Linkage, question: Question
) -> Reading:
    """Index claims and linkage for one question."""
    copied = frozenset(_find_copied(claims, linkage))
    jests = {document.id for document in documents if is_jest(document)}
    texts = {document.id: document.text for document in documents}
    asked, named = lemmas_of(question.text), states_in(question.text)
    return Reading(
        question=question,
        claims=claims,
        placements={placement.claim_id: placement for placement in linkage.placements},
        sources={source.id: source for source in linkage.sources},
        affiliations=find_affiliations(documents),
        predicates=answering_predicates(question, linkage.events),
        asked_words=asked,
        asked_things=asked
        - STOP_WORDS
        - frozenset(word for s, e, _ in named for word in lemmas_of(question.text[s:e])),
        asked_states=frozenset(state for _, end, state in named if _STREET.match(question.text, end) is None),
        rivals=_find_rivals(claims),
        halves=_find_halves(documents),
        roles=_find_roles(documents),
        full_names=find_full_names(documents),
        successors=find_successors(documents),
        apart=find_apart(claims, {c.id: texts[c.document_id][c.context_start : c.context_end] for c in claims}),
        texts=texts,
        headings=tuple(f"{document.title or ''} {document.publisher or ''}" for document in documents),
        by_id={claim.id: claim for claim in claims},
        prior_events=frozenset(event.id for event in linkage.events if event.prior),
        copied=copied,
        jested=frozenset(claim.id for claim in claims if claim.document_id in jests),
        items=_find_items(linkage),
        drifted=frozenset(
            relation.from_id for relation in linkage.relations if DriftKind.EVENT_MOVED in relation.changes
        ),
        told_at=find_times(documents, claims, linkage, copied=copied),
        same_as={
            relation.from_id: relation.to_id
            for relation in linkage.relations
            if relation.kind is RelationKind.REPEATS and relation.made.by != MACHINE
        },
        places_in_origin={d: n for origin in linkage.origins for n, d in enumerate(origin.document_ids)},
    )


def _find_items(linkage: Linkage) -> dict[str, str]:
    """Return for claims that rest on one video, recording, picture or document the first claim that does."""
    items: dict[str, str] = {}
    for tie in linkage.dependences:
        if tie.kind is DependenceKind.SAME_ITEM:
            claim_id, other_id = tie.claim_ids
            items[claim_id] = items.setdefault(other_id, other_id)
    return items


def find_affiliations(documents: Sequence[Document]) -> dict[str, str]:
    """Return the state each office holder acts for, by surname, from the texts alone.

    *Russian President X* says it outright; *President X* belongs to the state most often named in the same sentences.
    """
    outright: dict[str, Counter[str]] = defaultdict(Counter)
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    offices = {_surname(match[1]) for document in documents for match in _OFFICE.finditer(document.text)}
    for document in documents:
        for sentence in _SENTENCE.findall(document.text):
            states = states_in(sentence)
            for _, end, state in states:
                after = re.match(
                    r"(?:['’]s)?((?:\s+[\w'’-]+){1,5}?)\s+((?:[A-Z][\w'’-]+\s+)?[A-Z][\w-]+)\b", sentence[end:]
                )
                if after and all(word.lower() in BODY_WORDS for word in after[1].split()) and camp_of(after[2]) is None:
                    outright[_surname(after[2])][state] += 1
            for name in offices & {_surname(word) for word in re.findall(r"[A-Z][\w-]+", sentence)}:
                beside[name].update(state for _, _, state in states)
    found = {name: states.most_common(1)[0][0] for name, states in beside.items() if states}
    return found | {name: states.most_common(1)[0][0] for name, states in outright.items()}


def _find_copied(claims: Sequence[Claim], linkage: Linkage) -> Iterator[str]:
    """Yield the ids of claims a copy only repeats: all of a verbatim copy or rewrite, a near copy's shared passages."""
    links = {link.document_id: link for link in linkage.copies if link.kind is not CopyKind.RELAY}
    for claim in claims:
        link = links.get(claim.document_id)
        if link is None:
            continue
        shared = sum(max(0, min(claim.end, p.end) - max(claim.start, p.start)) for p in link.passages)
        if link.kind is not CopyKind.NEAR or 2 * shared >= claim.end - claim.start:
            yield claim.id


def _find_halves(documents: Sequence[Document]) -> dict[str, str]:
    """Return the one state that "the North" or "the South" can mean in these reports."""
    named = {state for document in documents for _, _, state in states_in(document.text)}
    found: dict[str, set[str]] = defaultdict(set)
    for state in named:
        found[state.partition(" ")[0]].add(state)
    return {word: next(iter(states)) for word, states in found.items() if _HALF.fullmatch(word) and len(states) == 1}


def _find_roles(documents: Sequence[Document]) -> dict[str, str]:
    """Return whom a word for a person means in these reports: *the guard*, where one *guard Ann Roe* is named."""
    found: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for document in documents:
        for match in _ROLE.finditer(document.text):
            found[stem_of(match[1])].add(_surname(match[2]))
            names[_surname(match[2])] = match[2]
    return {role: names[next(iter(known))] for role, known in found.items() if len(known) == 1}


def _find_rivals(claims: Sequence[Claim]) -> dict[str, str]:
    """Return, for each camp, the camp named most often beside it as an actor: whom *the enemy* means in its mouth."""
    named: Counter[str] = Counter()
    for claim in claims:
        named.update({camp for mention in claim.mentions if (camp := camp_of(mention.text)) is not None})
    ranked = [camp for camp, _ in named.most_common()]
    return {camp: next((other for other in ranked if other != camp), "") for camp in ranked}


def _surname(name: str) -> str:
    words = re.findall(r"[^\W\d_][\w-]*", re.sub(r"['’]s\b", "", name))
    return words[-1].lower() if words else ""
