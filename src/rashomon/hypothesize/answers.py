"""What the claims answer to a question about one side of an event, beside who carried it out and what caused it.

Who ordered it, whether it was meant, whether it happened at all, with what, whose weapon, from where, how many: each is
read from the claims' own words by general English cues. A claim counts where its holder commits to it.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rashomon.hypothesize.mechanisms import cause_family, is_meant
from rashomon.hypothesize.questions import lemmas_of
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.stems import stem_of
from rashomon.hypothesize.weapons import OWNED, means_in
from rashomon.model.claim import Claim, Mention
from rashomon.model.places import states_in
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, QuestionAspect, Slot

MEANT: Final = "deliberate"
NOT_MEANT: Final = "not deliberate"
TOOK_PLACE: Final = "it happened"
NEVER_WAS: Final = "it did not happen"

_BEFORE: Final = 90
_BESIDE: Final = 24
"""Characters looked at around a cue."""
_WORD: Final = re.compile(r"[^\W\d_][\w-]{0,40}")
_NOT: Final = re.compile(r"\b(?:no|not|never|nor|neither|without|nobody|cannot)\b|n['’]t\b", re.IGNORECASE)
_GIVES_ORDER: Final = re.compile(
    r"\b(?:ordered|commissioned|authori[sz]ed|masterminded|instigated|sanctioned"
    r"|g[ai]ve (?:the|an?|his|her|its) orders?)"
    r"\b(?! (?:by|the (?:release|arrest|evacuation|inquiry|investigation)|an? (?:inquiry|investigation)"
    r"|flags?|him|her|me|them|us)\b)"
)
_ORDER_OF: Final = re.compile(
    r"\b(?:(?:on|under|by|at|with) (?:the )?(?:direct |personal |express |explicit )?"
    r"(?:orders?|instructions?|behest|command|approval) (?:of|from)|(?:ordered|commissioned|authori[sz]ed|instigated)"
    r" (?:personally )?by|orders? (?:came |had come )?from)\b"
)
_ORDERS: Final = re.compile(r"\bunder ([A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,2})['’]s? orders?\b")
_DELIBERATE: Final = re.compile(
    r"\b(?:deliberate(?:ly)?|on purpose|intentional(?:ly)?|premeditated|sabotag\w{1,4}|arson"
    r"|acts? of (?:terror|war))\b",
    re.IGNORECASE,
)
_ACCIDENTAL: Final = re.compile(
    r"\b(?:accident(?:al|ally)?|by mistake|unintended|unintentional(?:ly)?|inadvertent(?:ly)?|mishap|human error"
    r"|(?:technical|mechanical|equipment) (?:fault|failure))\b",
    re.IGNORECASE,
)
_NEVER: Final = re.compile(
    r"\b(?:never|did not|didn['’]t|has not) (?:happen(?:ed)?|take place|took place|occur(?:red)?|taken place)\b",
    re.IGNORECASE,
)
_INVENTED: Final = re.compile(r"\b(?:hoax|fabricat(?:ed|ion)|fictitious|faked|invented)\b", re.IGNORECASE)
_NONE_OF: Final = re.compile(
    r"\b(?:there (?:was|were|has been|had been|have been) (?:never )?(?:no|not any)|no(?: such)?)"
    r" (?:\w{1,20} )?(\w{3,20})"
    r"(?: (?:took place|happened|occurred|at all|whatsoever|ever)|[.,;”\"’']|$)",
    re.IGNORECASE,
)
_USED: Final = re.compile(
    r"\b(?:with|by|using|from|used?|fir(?:ed|ing)|planted|laid|launched|dropped|threw|set off|was|were|be|been|is|of"
    r"|hit|struck|detonat\w{1,3}|caused?|carr(?:ied|ying))\b",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"\b(?:fired|launched|came|come|flew|flown|sailed|set out|originat\w{2,4}|sent|took off|departed|shot|thrown"
    r"|coming)"
    r"\b[^.;:]{0,40}?\bfrom (?:the |an? )?((?:(?:[a-z]+-held|[a-z]+-controlled) )?"
    r"[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3})"
)
_NOBODY: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to a question, with the claims that give it and those that deny it, in the order of the claims.

    `names` are the ways it is put; `camp` is the actor's camp where it names one; `low` and `high` bound a count.
    """

    value: str
    asserts: tuple[str, ...]
    denies: tuple[str, ...]
    names: tuple[str, ...] = ()
    camp: str = ""
    low: float = 0.0
    high: float = 0.0

    def stands_for(self) -> float:
        """Return the number that stands for a count: its upper end, or the lower one where it is open above."""
        return self.low if math.isinf(self.high) else self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What one claim says: the key under which equal answers meet, how it puts it, and whether it denies it."""

    key: str
    label: str
    denied: bool
    camp: str = ""


def gather_answers(reading: Reading, aspect: QuestionAspect, *, unit: str = "") -> tuple[Answer, ...]:
    """Return the answers to a question about one side of the event, those most claims give first.

    `unit` is what a question of how many counts, or whose owner is asked for ("": what the question's words name).
    Nothing is returned for sides that actors and causes answer (carried_out, caused, open).
    """
    if aspect is QuestionAspect.COUNT:
        return _count(reading, unit)
    read = _READERS.get(aspect)
    if read is None:
        return ()
    said: dict[str, list[tuple[str, _Said]]] = defaultdict(list)
    for claim in committed_claims(reading):
        for one in read(reading, claim):
            if not unit or aspect is not QuestionAspect.OWNER or one.label.endswith(f" {unit}"):
                said[one.key].append((claim.id, one))
    if aspect is QuestionAspect.ORDERED:
        said = _join_names(said)
    answers = (_make(key, group, aspect) for key, group in said.items())
    return tuple(sorted(answers, key=lambda answer: (-len(answer.asserts), -len(answer.denies), answer.value)))


def _join_names(said: Mapping[str, list[tuple[str, _Said]]]) -> dict[str, list[tuple[str, _Said]]]:
    """Join what is said of one actor under a longer and a shorter name: *General Lomm*, *Piet Lomm*."""
    joined: dict[str, list[tuple[str, _Said]]] = {}
    for key in sorted(said, key=lambda one: -len(one.split())):
        fuller = [known for known in joined if set(key.split()) <= set(known.split())]
        joined.setdefault(fuller[0] if len(fuller) == 1 else key, []).extend(said[key])
    return joined


def committed_claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims about the event asked about by which their holder says how it was, copies left out."""
    for claim in reading.claims:
        told = claim.modality not in {Modality.QUESTION, Modality.CONDITIONAL} and claim.id not in reading.copied
        if told and claim.certainty is not Certainty.NONE and reading.on_event(claim):
            yield claim


def units_counted(reading: Reading) -> tuple[str, ...]:
    """Return what the claims count about the event asked about, that which most claims count first."""
    counts: dict[str, int] = defaultdict(int)
    for claim in committed_claims(reading):
        if claim.proposition.slot is Slot.COUNT and claim.proposition.unit:
            counts[claim.proposition.unit] += 1
    return tuple(sorted(counts, key=lambda unit: (-counts[unit], unit)))


def owned_things(reading: Reading) -> tuple[str, ...]:
    """Return the weapons and tools of which somebody says whose they were, that which most claims name first."""
    counts: dict[str, int] = defaultdict(int)
    for claim in committed_claims(reading):
        for said in _owner(reading, claim):
            counts[said.label.rpartition(" ")[2]] += 1
    return tuple(sorted(counts, key=lambda thing: (-counts[thing], thing)))


def _make(key: str, group: list[tuple[str, _Said]], aspect: QuestionAspect) -> Answer:
    labels = [one.label for _, one in group]
    label = key if aspect is not QuestionAspect.ORDERED else group[0][1].camp or max(labels, key=len)
    if aspect is QuestionAspect.OWNER:
        label = group[0][1].camp
    if aspect is QuestionAspect.ORIGIN_PLACE and len(set(labels)) == 1:
        label = labels[0]
    asserts = dict.fromkeys(claim_id for claim_id, one in group if not one.denied)
    denies = dict.fromkeys(claim_id for claim_id, one in group if one.denied and claim_id not in asserts)
    return Answer(
        value=label,
        asserts=tuple(asserts),
        denies=tuple(denies),
        names=tuple(dict.fromkeys(name for name in labels if name != label)),
        camp=group[0][1].camp,
    )


def _orderer(reading: Reading, claim: Claim) -> Iterator[_Said]:
    """*X ordered it*, *on the orders of X, not of Y*: the name on the right side of the cue."""
    quote = claim.quote
    ends = [(match.end(), min(len(quote), match.end() + _BEFORE), match) for match in _ORDER_OF.finditer(quote)]
    ends += [(max(0, match.start() - _BEFORE), match.start(), match) for match in _GIVES_ORDER.finditer(quote)]
    ends += [(match.start(1), match.end(1), match) for match in _ORDERS.finditer(quote)]
    found: set[str] = set()
    for start, end, cue in ends:
        behind = start >= cue.start()
        named = _named_between(claim, start, end)
        for at, mention in enumerate(named if behind else named[-1:]):
            begin = mention.start - claim.start
            # Before the cue the name is its subject; behind it come the one meant and those it is set apart from.
            between = quote[max(0, cue.start() - _BESIDE) : begin] if behind else quote[begin : cue.start()]
            if at:
                between = quote[named[at - 1].end - claim.start : begin]
            denied = _NOT.search(between) is not None
            actor = reading.actor_in(mention.text, claim)
            if actor is None or (at and not denied):
                continue
            key = actor.camp.lower() or " ".join(sorted(actor.words))
            if key not in found:
                found.add(key)
                denied = denied or claim.polarity is Polarity.DENY
                yield _Said(key=key, label=mention.text, denied=denied, camp=actor.camp)


def _named_between(claim: Claim, start: int, end: int) -> list[Mention]:
    """The actors a claim names between two places of its quote, in the order of the text."""
    inside = (m for m in claim.mentions if start <= m.start - claim.start and m.end - claim.start <= end)
    return sorted((m for m in inside if m.role is not MentionRole.PLACE), key=lambda m: m.start)


def _intent(reading: Reading, claim: Claim) -> Iterator[_Said]:
    """*On purpose*, *an accident*; a cause that is somebody's deed, or nobody's: to deny one is to say the other."""
    del reading
    meant: bool | None = None
    for pattern, value in ((_DELIBERATE, True), (_ACCIDENTAL, False)):
        match = pattern.search(claim.quote)
        if match is not None:
            before = claim.quote[max(0, match.start() - _BESIDE) : match.start()]
            meant = value is not (_NOT.search(before) is not None and claim.polarity is not Polarity.DENY)
            break
    if meant is None and claim.proposition.slot is Slot.CAUSE:
        families = [
            family for word in _WORD.findall(claim.proposition.value) if (family := cause_family(stem_of(word)))
        ]
        meant = is_meant(families[-1]) if families else None
        if meant is False and claim.polarity is Polarity.DENY:
            return  # who rules out one mishap leaves all others
    if meant is not None:
        said = MEANT if meant is not (claim.polarity is Polarity.DENY) else NOT_MEANT
        yield _Said(key=said, label=said, denied=False)


def _occurrence(reading: Reading, claim: Claim) -> Iterator[_Said]:
    """*It never happened*, *there was no attack*; whoever names a culprit or a cause says that it did."""
    never = _NEVER.search(claim.quote) is not None
    if not never:
        about = {stem_of(match[1]) for match in _NONE_OF.finditer(claim.quote)}
        if _INVENTED.search(claim.quote):
            about |= {stem_of(word) for word in _WORD.findall(claim.quote)}
        never = bool(about & reading.asked_things)
    if never:
        value = TOOK_PLACE if claim.polarity is Polarity.DENY and not _NOT.search(claim.quote) else NEVER_WAS
        yield _Said(key=value, label=value, denied=False)
    elif claim.polarity is Polarity.ASSERT and claim.proposition.slot in {Slot.RESPONSIBLE, Slot.CAUSE}:
        yield _Said(key=TOOK_PLACE, label=TOOK_PLACE, denied=False)


def _means(reading: Reading, claim: Claim) -> Iterator[_Said]:
    """*With a bomb*, *it was no torpedo*: a word for a weapon soon after a word of use, or given as the cause."""
    del reading
    caused = claim.proposition.slot is Slot.CAUSE
    if claim.polarity is Polarity.DENY and claim.proposition.slot is Slot.RESPONSIBLE:
        return  # who denies that somebody did it says nothing of what it was done with
    found: set[str] = set()
    for word in _WORD.finditer(claim.proposition.value if caused else claim.quote):
        family = means_in(word[0])
        text = word.string
        before = text[max(0, word.start() - _BESIDE) : word.start()]
        if not family or family in found or not (caused or _USED.search(before)):
            continue
        found.add(family)
        denied = _NOT.search(before) is not None or claim.polarity is Polarity.DENY
        yield _Said(key=family, label=word[0].lower(), denied=denied)


def _owner(reading: Reading, claim: Claim) -> Iterator[_Said]:
    """*A Norland missile*, *a missile supplied by Norland*: a state's word close before or after a weapon's."""
    del reading
    if claim.polarity is Polarity.DENY and claim.proposition.slot is Slot.RESPONSIBLE:
        return
    for word in _WORD.finditer(claim.quote):
        thing = stem_of(word[0])
        if thing not in OWNED:
            continue
        start = max(0, word.start() - 2 * _BESIDE)
        beside = states_in(claim.quote[start : word.start()])
        owner = ""
        if beside and len(claim.quote[start + beside[-1][1] : word.start()].split()) <= 2:
            owner = beside[-1][2]
        else:
            match = _BELONGS.match(claim.quote, word.end())
            after = states_in(match[1]) if match is not None else ()
            owner = after[0][2] if after else ""
        if owner:
            before = claim.quote[max(0, start - _BESIDE) : word.start()]
            denied = claim.polarity is Polarity.DENY or _NOT.search(before) is not None
            yield _Said(key=f"{owner} {thing}", label=f"{owner} {thing}", denied=denied, camp=owner)


_BELONGS: Final = re.compile(
    r" (?:\w+ )?(?:that )?(?:belong(?:ed|s|ing) to|owned by|supplied by|provided by|made (?:in|by)|built (?:in|by)"
    r"|delivered by|from the (?:arsenals?|stocks?|stockpiles?) of) ([^.;,]{3,40})"
)


def _origin(reading: Reading, claim: Claim) -> Iterator[_Said]:
    """*Fired from Norland*: the place named after *from*."""
    del reading
    for match in _FROM.finditer(claim.quote):
        place = re.sub(r"['’]s?$", "", match[1])
        states = states_in(place)
        if place.lower() in _NOBODY:
            continue
        key = states[0][2] if states and states[0][1] - states[0][0] == len(place) else place
        denied = claim.polarity is Polarity.DENY or _NOT.search(claim.quote[: match.start(1)]) is not None
        yield _Said(key=key, label=place, denied=denied)


_READERS: Final[Mapping[QuestionAspect, Callable[[Reading, Claim], Iterator[_Said]]]] = {
    QuestionAspect.ORDERED: _orderer,
    QuestionAspect.DELIBERATE: _intent,
    QuestionAspect.HAPPENED: _occurrence,
    QuestionAspect.MEANS: _means,
    QuestionAspect.OWNER: _owner,
    QuestionAspect.ORIGIN_PLACE: _origin,
}


def _count(reading: Reading, unit: str) -> tuple[Answer, ...]:
    """The answers to how many: claims whose ranges have a number in common meet, the lowest first."""
    units = units_counted(reading)
    if not unit:
        asked = lemmas_of(reading.question.text)
        unit = next((one for one in units if lemmas_of(one) & asked), "")
    ranged = [
        (claim.proposition.low or 0.0, math.inf if claim.proposition.high is None else claim.proposition.high, claim.id)
        for claim in committed_claims(reading)
        if claim.proposition.slot is Slot.COUNT
        and unit
        and claim.proposition.unit == unit
        and claim.polarity is Polarity.ASSERT
        and (claim.proposition.low is not None or claim.proposition.high is not None)
    ]  # fmt: skip
    groups: list[tuple[float, float, list[str]]] = []
    for low, high, claim_id in sorted(ranged, key=lambda one: one[:2]):
        if groups and low <= groups[-1][1]:
            known_low, known_high, ids = groups[-1]
            groups[-1] = (max(known_low, low), min(known_high, high), [*ids, claim_id])
        else:
            groups.append((low, high, [claim_id]))
    return tuple(
        Answer(value=say_range(low, high), asserts=tuple(ids), denies=(), low=low, high=high)
        for low, high, ids in groups
    )


def say_range(low: float, high: float) -> str:
    """Return a range in words: "8", "at least 8", "8 to 12", "at most 12"."""
    if low == high:
        return f"{low:,.15g}"
    if math.isinf(high):
        return f"at least {low:,.15g}"
    return f"{low:,.15g} to {high:,.15g}" if low > 0 else f"at most {high:,.15g}"
