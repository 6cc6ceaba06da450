"""Which explanations compete: actors and causes named for the deed, clustered under all their names.

An explanation is taken up when enough speaks for its being one: a claim that says who or what did it in so many words,
or several looser ones. Loose are verbs of many uses (*the letter belongs to …*) and turns of phrase that name a theory
without claiming it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from rashomon.hypothesize.actors import GROUPS, Actor, find_criminals, find_insiders
from rashomon.hypothesize.answering import (
    CLAIMANT,
    answer_in,
    asks_for_author,
    cause_of,
    is_known_cause,
    is_request,
    value_of,
)
from rashomon.hypothesize.arguments import speaks_of_who_did_it
from rashomon.hypothesize.deed_families import ANY_DEED, MANY_USES
from rashomon.hypothesize.labels import choose_name
from rashomon.hypothesize.mechanisms import (
    ANSWERS_WHO,
    DELIBERATE,
    FAMILIES,
    GENUINE,
    MEANT_BY_OWN,
    NOBODYS_DEED,
    OWN_FIRE,
    STAGED,
    is_meant,
    telling_words,
)
from rashomon.hypothesize.namings import Naming, find_namings
from rashomon.hypothesize.questions import lemmas_of
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.stems import STOP_WORDS, split_words, stem_of
from rashomon.hypothesize.suspects import accusers, is_named_for_its_work, is_no_suspect
from rashomon.hypothesize.told_mechanisms import find_turns
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, QuestionKind, Slot

MOST_HYPOTHESES: Final = 6
"""More rivals than this are noise to a reader (with *something else* seven, the most that manuals of ACH advise)."""

# How much one speaker does for an explanation's being one. Nothing is weighed by it.
_OUTRIGHT: Final = 1.0
_LOOSE: Final = 0.4
_NAMED: Final = 0.5
_SPOKEN_OF: Final = 0.2
_TOLD_OF: Final = 0.3
_DENIES_FOR_HIMSELF: Final = 0.8
_ENOUGH: Final = 1.8
_ENOUGH_IF_TELLING: Final = 0.7
# Where there is room, one that is only named is taken up too.
_ENOUGH_OF_FEW: Final = 0.5
_ENOUGH_OF_KNOWN: Final = 0.4
_ENOUGH_OF_WORDS: Final = 0.6
_DEEDS: Final = frozenset(
    """
        fire attack bomb bombing strike raid shelling mine missile rocket explosive fraud ballot poison virus malware
        plot assault operation ambush shot killing murder theft robbery kidnapping
        hack leak explosion blast massacre poisoning forgery
        """.split()
)
"""What verbs of many uses do a deed with: *opened fire*, *planted the bomb*."""
_HAVING: Final = frozenset("belong bear show have own".split())
_FOR_SEVERAL: Final = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
_WHOM: Final = frozenset("him them it".split())
_FEW: Final = 2
"""Rivals below which anything said to have caused it is taken up, of whatever kind."""
_ACCUSING: Final = frozenset(
    """
        be do blame accuse suspect convict indict implicate orchestrate organise organize mastermind commit perpetrate
        responsibility guilt complicity culprit perpetrator author sabotage involvement confess admit claim deny order
        finger attribute ascribe point lead trace
        """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One explanation before it is a hypothesis: an actor, or a family of causes, with the claims that name it.

    `also` are other causes and kinds of people that were found to mean this one (*sabotage* where it was a bomb).
    `support` says for each speaker, in lower case, or report how far it makes this an explanation (0..1).
    """

    actor: Actor | None
    cause: str
    names: tuple[str, ...]
    claim_ids: tuple[str, ...] = ()
    also: frozenset[str] = frozenset()
    support: Mapping[str, float] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """How far it is an explanation that somebody reckons with."""
        return sum(self.support.values())

    def means(self, actor: Actor | None, cause: str) -> bool:
        """Tell whether an actor or a cause belongs to this explanation."""
        if self.actor is None or actor is None:
            return self.actor is None and actor is None and bool(cause) and cause in {self.cause, *self.also}
        return self.actor.same_as(actor) or (not actor.proper and actor.kind in self.also)


def gather_candidates(reading: Reading, documents: Sequence[Document] = ()) -> tuple[Candidate, ...]:
    """Return the explanations named by somebody, the best supported first, at most `MOST_HYPOTHESES`.

    `documents` are those whose texts are asked for what they name: originals, for a copy names nothing new.
    """
    if not reading.is_answerable():
        return ()
    candidates: list[Candidate] = []
    for named in (
        *_name_by_claims(reading),
        *_name_by_phrases(reading, find_namings(documents)),
        *_name_by_words(reading, documents),
    ):
        _join(candidates, named)
    merged: list[Candidate] = []
    # Once fuller names are known, explanations met apart may turn out to share an actor.
    for candidate in candidates:
        if _is_serious(reading, candidate):
            _join(merged, candidate)
    ranked = sorted(_join_kinds(merged), key=lambda c: (-c.weight, -len(c.claim_ids)))
    serious = [candidate for candidate in ranked if _has_enough(reading, candidate)]
    also = [c for c in ranked if c not in serious and _is_named(reading, c, few=len(serious) < _FEW)]
    known = {candidate.cause for candidate in serious + also}
    found = (c for c in serious + also if c.cause != MEANT_BY_OWN or OWN_FIRE in known)
    return tuple(islice(found, MOST_HYPOTHESES))


def label_of(candidate: Candidate) -> str:
    """Return the name a reader knows an explanation by: the state, the commonest name, or the family of causes."""
    if candidate.actor is None:
        return candidate.cause[0].upper() + candidate.cause[1:]
    if candidate.actor.camp and not candidate.actor.part:
        return candidate.actor.camp
    return choose_name((*candidate.names, candidate.actor.name))


def label_all(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the labels of rival explanations; a state of which a body is kept apart is told from it."""
    return tuple(_label_among(candidate, candidates) for candidate in candidates)


def _label_among(candidate: Candidate, candidates: Sequence[Candidate]) -> str:
    label, actor = label_of(candidate), candidate.actor
    if actor is None or actor.part:
        return label
    parts = [c.actor for c in candidates if c.actor is not None and c.actor.part]
    kept = [part.part for part in parts if actor.same_as(replace(part, part=""))]
    return f"{label}, not its {' or '.join(kept)} alone" if kept else label


def _name_by_claims(reading: Reading) -> Iterator[Candidate]:
    for claim in reading.claims:
        if reading.adds_nothing(claim) or is_request(claim):
            continue
        actor, cause = answer_in(reading, claim)
        if (actor is not None or cause) and not is_no_suspect(reading, value_of(claim)):
            name = value_of(claim) if actor is None or actor.name != CLAIMANT else CLAIMANT
            yield Candidate(
                actor=actor,
                cause=cause,
                names=(name,),
                claim_ids=(claim.id,),
                support={claim.holder.name.lower(): _support_of(reading, claim, actor)},
            )
        elif (accused := _accused_in(reading, claim)) is not None:
            names = (accused.name,)
            weight = _LOOSE if accused.camp else _SPOKEN_OF
            yield Candidate(actor=accused, cause="", names=names, support={claim.holder.name.lower(): weight})


def _accused_in(reading: Reading, claim: Claim) -> Actor | None:
    """The one actor a statement names that speaks of who did it, without saying so in so many words."""
    if claim.proposition.slot is not Slot.STATEMENT or reading.question.kind is not QuestionKind.WHO:
        return None
    if not reading.on_event(claim) or not speaks_of_who_did_it(claim.quote):
        return None
    named = [m for m in claim.mentions if m.label != "noun" and m.role in {MentionRole.AGENT, MentionRole.OTHER}]
    actors = [actor for m in named if (actor := reading.actor_in(m.text, claim)) is not None and actor.proper]
    return actors[0] if len(actors) == 1 and actors[0].name != claim.holder.name else None


def _accuses(reading: Reading, claim: Claim) -> bool:
    """Tell whether a claim says in earnest that somebody did it: of another, or of himself in his own words."""
    earnest = claim.polarity is Polarity.ASSERT and claim.certainty is not Certainty.NONE
    told = claim.proposition.value != claim.holder.name or len(claim.chain) > 1
    return earnest and told and _support_of(reading, claim, None) == _OUTRIGHT


def _only_denies(candidate: Candidate, claims: Sequence[Claim]) -> bool:
    """Tell whether nobody names a speaker but he himself, and he only to say that *we* did not: a spokesman."""
    own = {claim.holder.name.lower() for claim in claims}
    return set(candidate.support) <= own and any(_FOR_SEVERAL.search(claim.quote) for claim in claims)


def _support_of(reading: Reading, claim: Claim, actor: Actor | None) -> float:
    """How far a claim that answers makes its answer an explanation: a verb of many uses only by what it is done to."""
    predicate = claim.proposition.predicate
    if claim.polarity is Polarity.DENY and actor is not None and actor.name in {voice.name for voice in claim.chain}:
        # Whoever denies for himself was named by others; what else he says he did not do names nobody.
        return _DENIES_FOR_HIMSELF if claim.modality is Modality.DENIAL else 0.0
    if claim.polarity is Polarity.DENY and predicate == "theory":
        return _NAMED
    if claim.proposition.slot is Slot.CAUSE or claim.modality in {Modality.CLAIM_OF_RESPONSIBILITY, Modality.ADMISSION}:
        return _OUTRIGHT
    if predicate in _ACCUSING or predicate not in ANY_DEED | MANY_USES or claim.polarity is Polarity.DENY:
        return _OUTRIGHT
    done_to = {stem_of(word) for word in split_words(claim.proposition.target)}
    meant = predicate not in _HAVING and done_to & (_DEEDS | reading.asked_things | _WHOM)
    return _OUTRIGHT if meant or predicate in reading.predicates - ANY_DEED else _LOOSE


def _name_by_phrases(reading: Reading, namings: Iterable[Naming]) -> Iterator[Candidate]:
    """Yield what texts name as an explanation; who says it there matters less than which report it is in."""
    asks_who = reading.question.kind is QuestionKind.WHO
    for naming in namings:
        denied = naming.phrase.lower().startswith("no ")
        cause = cause_of(reading, naming.phrase) if naming.cause and not denied else ""
        if is_known_cause(cause):
            yield _make_named(naming, None, cause)
        elif naming.actor and (actor := reading.actor_named(naming.phrase)) is not None:
            if is_no_suspect(reading, naming.phrase):
                continue
            if actor.is_telling and not _begins_sentence(naming.phrase):
                yield _make_named(naming, actor, "")
        elif cause and not asks_who:
            yield _make_named(naming, None, cause)


def _make_named(naming: Naming, actor: Actor | None, cause: str) -> Candidate:
    return Candidate(actor=actor, cause=cause, names=(naming.phrase,), support={naming.document_id: _NAMED})


def _name_by_words(reading: Reading, documents: Iterable[Document]) -> Iterator[Candidate]:
    """Yield what texts speak of at all: mechanisms, or people of the house where the question is who did it."""
    for document in documents:
        if reading.question.kind is QuestionKind.WHO:
            for find in (find_insiders, find_criminals):
                for actor in islice(find(document.text), 1):
                    names = (actor.name,)
                    yield Candidate(actor=actor, cause="", names=names, support={document.id: _LOOSE})
        words = lemmas_of(document.text) - reading.asked_words
        for cause in _natures(reading):
            told = tuple(dict.fromkeys(islice(find_turns(document.text, cause), 3)))
            support = {document.id: _LOOSE if cause == STAGED else _TOLD_OF if told else _SPOKEN_OF}
            if told or words & telling_words(cause):
                yield Candidate(actor=None, cause=cause, names=told, support=support)


def _natures(reading: Reading) -> tuple[str, ...]:
    """The mechanisms and natures of the deed that answer the question where reports only speak of them."""
    if reading.question.kind is not QuestionKind.WHO:
        return FAMILIES
    return (*ANSWERS_WHO, NOBODYS_DEED, GENUINE if asks_for_author(reading) else MEANT_BY_OWN)


def _begins_sentence(phrase: str) -> bool:
    """Tell whether the capital of a phrase is only that of a sentence: *Should the …*, *It's a …*."""
    first = split_words(phrase)[:1]
    return bool(first) and first[0][0].isupper() and first[0].lower().partition("'")[0] in STOP_WORDS


def _has_enough(reading: Reading, candidate: Candidate) -> bool:
    if candidate.actor is None:
        return candidate.weight >= (_ENOUGH_IF_TELLING if is_known_cause(candidate.cause) else _ENOUGH)
    if reading.question.kind is QuestionKind.WHO and any(
        _accuses(reading, reading.by_id[c]) for c in candidate.claim_ids
    ):
        return candidate.weight >= _ENOUGH_IF_TELLING
    surely = candidate.actor.camp or candidate.actor.words & GROUPS or reading.question.kind is QuestionKind.WHO
    return candidate.weight >= (_ENOUGH_IF_TELLING if candidate.actor.is_telling and surely else _ENOUGH)


def _is_named(reading: Reading, candidate: Candidate, *, few: bool) -> bool:
    """Tell whether an explanation that nobody holds outright is one that reports reckon with all the same."""
    if candidate.actor is None:
        enough = _ENOUGH_OF_KNOWN if candidate.names else _ENOUGH_OF_WORDS
        if is_known_cause(candidate.cause):
            return candidate.weight >= enough
        return candidate.weight >= _OUTRIGHT and (few or _is_offered_outright(reading, candidate))
    if candidate.actor.camp:
        own = reading.question.kind is QuestionKind.WHO and candidate.actor.camp in reading.asked_states
        return candidate.weight >= (_ENOUGH_IF_TELLING if own else _ENOUGH_OF_KNOWN)
    asks_who = reading.question.kind is QuestionKind.WHO
    # One vague mention names no suspect, nor do several: somebody must say it, or a report name him as one.
    named = candidate.actor.proper or not candidate.claim_ids
    said = max(candidate.support.values(), default=0.0) >= (_NAMED if candidate.actor.proper else _LOOSE)
    enough = candidate.weight >= (_ENOUGH_OF_FEW if named else _ENOUGH_OF_KNOWN)
    return candidate.actor.is_telling and said and enough and asks_who


def _is_offered_outright(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether somebody other than the paper gives this as the cause, in earnest."""
    claims = (reading.by_id[claim_id] for claim_id in candidate.claim_ids)
    return any(len(c.chain) > 1 and c.polarity is Polarity.ASSERT and c.certainty is not Certainty.NONE for c in claims)


def _join(candidates: list[Candidate], candidate: Candidate) -> None:
    """Add an explanation to those known: to the one that means the same, else as a new one."""
    for index, known in enumerate(candidates):
        if known.means(candidate.actor, candidate.cause):
            candidates[index] = _merge(known, candidate)
            return
    candidates.append(candidate)


def _merge(known: Candidate, candidate: Candidate) -> Candidate:
    support = dict(known.support)
    for holder, weight in candidate.support.items():
        support[holder] = max(weight, support.get(holder, 0.0))
    return replace(
        known,
        actor=_fuller(known.actor, candidate.actor),
        names=known.names + candidate.names,
        claim_ids=known.claim_ids + candidate.claim_ids,
        support=support,
    )


def _join_kinds(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Join *the rebels* to the one movement somebody calls rebels, and *sabotage* to the one means named for it."""
    joined = list(candidates)
    for loose in candidates:
        if loose.cause == NOBODYS_DEED:
            # Where it was one's own side's fire, that was the accident.
            same = [c for c in joined if c.cause == OWN_FIRE]
        elif loose.actor is None:
            same = [c for c in joined if c is not loose and c.actor is None and is_meant(c.cause)]
            same = same if loose.cause == DELIBERATE and not _is_apart(loose, same) else []
        elif loose.actor.kind and not loose.actor.proper:
            same = [c for c in joined if c.actor is not None and c.actor.proper and c.actor.kind == loose.actor.kind]
        else:
            same = []
        if len(same) == 1:
            joined.remove(loose)
            also = same[0].also | {loose.actor.kind if loose.actor is not None else loose.cause}
            joined[joined.index(same[0])] = replace(_merge(same[0], loose), also=also)
    return joined


def _is_apart(loose: Candidate, same: Sequence[Candidate]) -> bool:
    """Tell whether somebody holds *sabotage* who does not hold the one means that is named for it."""
    others = {holder for candidate in same for holder in candidate.support}
    return any(weight >= _OUTRIGHT and holder not in others for holder, weight in loose.support.items())


def _fuller(one: Actor | None, other: Actor | None) -> Actor | None:
    """Keep the longer of two names of one actor, so that later mentions of any part of it meet."""
    fuller = max((a for a in (one, other) if a is not None), key=lambda a: len(a.words), default=None)
    kind = next((a.kind for a in (one, other) if a is not None and a.kind), "")
    return replace(fuller, kind=kind) if fuller is not None else None


def _is_serious(reading: Reading, candidate: Candidate) -> bool:
    """Any actor counts but one that the question itself names; a cause counts when somebody advances it."""
    claims = [reading.by_id[claim_id] for claim_id in candidate.claim_ids]
    if candidate.actor is not None:
        if any(_accuses(reading, claim) for claim in claims):
            return True
        if not candidate.actor.camp and _only_denies(candidate, claims):
            return False
        if is_named_for_its_work(candidate.actor) and not accusers(
            candidate.support, candidate.actor, outright=_OUTRIGHT
        ):
            return False
        asked = not candidate.actor.camp and candidate.actor.words <= reading.asked_words
        return not (asked or candidate.actor.vague)
    named = candidate.weight > len(claims)
    # What several find it worth to rule out is reckoned with.
    deniers = {claim.holder.name for claim in claims if claim.polarity is Polarity.DENY}
    return (
        named
        or len(deniers) > 1
        or any(c.polarity is Polarity.ASSERT and c.certainty is not Certainty.NONE for c in claims)
    )
