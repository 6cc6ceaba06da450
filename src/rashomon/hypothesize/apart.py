"""Bodies that holders keep apart from their state: *the navy, without the president's knowledge*; *not the government*.

A state and its army, services and police are one actor where everybody uses their names for one another. Where a
holder names the body and sets it apart, they are two answers: the body, and the state but for it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.hypothesize.actors import Actor, identify_actor
from rashomon.model.claim import Claim
from rashomon.model.places import is_seat
from rashomon.model.vocabulary import Polarity, Slot

_KIND_LIST: Final = """
army : army military troops soldiers garrison brigade battalion regiment division gunners artillery
navy : navy fleet marines sailors
coast guard : coast guard;coastguard
air force : air force;airforce
secret service : secret service;secret services;intelligence service;intelligence services;intelligence;spies
secret service : spy agency;secret police;security service;security services;service
police : police;policemen;gendarmerie;gendarmes
militia : militia;militias;militiamen;paramilitaries
guard : palace guard;presidential guard;border guard;border guards;guards
"""


def _read_kinds() -> dict[str, str]:
    """Return the kind of each word or pair of words for a body."""
    kinds = {}
    for line in _KIND_LIST.strip().split("\n"):
        kind, _, words = line.partition(" : ")
        for word in words.split(";") if ";" in words else words.split():
            kinds[word] = kind
    return kinds


_KINDS: Final = _read_kinds()
_HEADS: Final = "|".join(sorted(map(re.escape, _KINDS), key=len, reverse=True))
_OWNER: Final = r"(?:[A-Z][\w.-]*(?:['’]s?)? ){0,2}"
_BODY: Final = (
    rf"(?:(?:the|The|an?|An?|its|their|his|own|that) )*(?:{_OWNER}(?:[a-z][\w-]* )?\b(?:{_HEADS})\b(?: of [A-Z]\w+)?"
    r"|[A-Z]{2,6}\b|(?<=[Tt]he )[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})"
)
_LEADERS: Final = (
    r"(?:(?:the|its|their|his) )*(?:[A-Z][\w.-]*(?:['’]s?)? ){0,2}(?:state|government|president|presidency"
    r"|prime minister|premier|king|cabinet|leadership|leaders|ministers?|regime|capital|junta|Kremlin|White House"
    r"|palace)\b"
)
_ALONE: Final = (
    r"(?:on (?:its|their) own\b|(?:acting|acted|act|operating) alone\b|(?:gone|went) rogue\b"
    r"|out of control\b|without (?:any )?(?:(?:the|its|their|a) )?(?:[\w-]+['’]?s? ){0,4}?(?:knowledge|knowing|orders?"
    r"|approval|consent|authority|authori[sz]ation|permission|blessing|leave)\b|behind (?:the )?[\w ’']{3,30} backs?\b"
    r"|in defiance of\b|against (?:the )?(?:[\w-]+['’]?s? ){0,3}orders\b)"
)
_ROGUE: Final = r"(?:rogue|renegade|mutinous|breakaway|freelance|disobedient|insubordinate)"
_SOME_OF: Final = r"(?:units?|elements?|officers?|parts?|arm|factions?|members|men) (?:of|in|within|from)"
_GAP: Final = r"[^.;:!?]{0,60}?"
_RULES: Final = (
    rf"(?P<body>{_BODY}){_GAP},? (?:and )?\b{_ALONE}",
    rf"\b(?i:{_ROGUE}) (?:{_SOME_OF} )?(?P<body>{_BODY})",
    rf"\b[Nn]ot (?:by |of )?{_LEADERS},? (?:but|it was) (?:by |of )?"
    rf"(?:(?:a|some) (?:[\w-]+ )?{_SOME_OF} )?(?P<body>{_BODY})",
    rf"(?P<body>{_BODY}),? (?:and |but )?(?:not|rather than|instead of) (?:by |of )?{_LEADERS}",
    rf"(?P<body>{_BODY}),? (?:and not|but not|not|rather than|instead of) (?:by |of )?(?P<other>{_BODY})",
    rf"\b[Nn]ot (?:by |of )?(?P<body>{_BODY}),? but (?:by |of )?(?P<other>{_BODY})",
    rf"\b(?:[Ee]ither|[Ww]hether)(?: it was)? (?:by |of )?(?P<body>{_BODY}),? or (?:by |of )?"
    rf"(?:(?P<other>{_BODY})|{_LEADERS})",
)
_PATTERNS: Final = tuple(re.compile(rule) for rule in _RULES)
# What any of the rules needs, sought first: most sentences have neither.
_CUE: Final = re.compile(
    r"\b(?:own|alone|without|behind|defiance|against|rogue|out of control|not|rather|instead|either|whether|renegade"
    r"|mutinous|breakaway|freelance|disobedient|insubordinate)\b",
    re.IGNORECASE,
)
_MAY_NAME: Final = re.compile(rf"\b(?:{_HEADS}|[A-Z]{{2,6}}|[Tt]he [A-Z][\w-]+)\b")
_NEVER: Final = re.compile(r"\b(?:not|never|no|nor|hardly|nothing|cannot|impossible)\b|n['’]t\b", re.IGNORECASE)
_ARTICLES: Final = re.compile(r"^(?:(?:the|an?|its|their|his|own|that) )+", re.IGNORECASE)
_HEAD: Final = re.compile(rf"\b({_HEADS})\b")
_IS_LEADERS: Final = re.compile(_LEADERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A body that a claim's sentence keeps apart: its kind, its owner (None: not told), and where it says so."""

    kind: str
    owner: Actor | None
    claim_id: str
    why: str


def kind_of_body(phrase: str) -> str:
    """Return what kind of a state's body a phrase names, by its last word for one, else its own name; "" for none."""
    name = _ARTICLES.sub("", phrase.partition(",")[0])
    if found := _HEAD.findall(name):
        return _KINDS[found[-1]]
    return name if is_seat(name) and _IS_LEADERS.search(name) is None else ""


def find_apart(claims: Sequence[Claim], contexts: Mapping[str, str]) -> tuple[Apart, ...]:
    """Return the bodies that holders keep apart from their state or from another body; `contexts` by claim id."""
    found: dict[tuple[str, str], Apart] = {}
    read: set[str] = set()
    for claim in claims:
        sentence = contexts[claim.id]
        if sentence not in read and _CUE.search(sentence) and _MAY_NAME.search(sentence):
            read.add(sentence)
            for one in _find_in(sentence, claim):
                found.setdefault((one.kind, one.owner.name if one.owner else ""), one)
    for one in _find_by_holder(claims, contexts):
        found.setdefault((one.kind, one.owner.name if one.owner else ""), one)
    return tuple(found.values())


def _find_in(sentence: str, claim: Claim) -> Iterator[Apart]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            bodies = [match[name] for name in pattern.groupindex if match[name]]
            told_by = "other" if "other" in pattern.groupindex else ""
            # *It could not have acted without orders* says that the two are one.
            denied = not told_by and _NEVER.search(sentence[max(0, match.start() - 20) : match.start()] + match["body"])
            within = (
                _NEVER.search(match[0][len(match["body"]) :].partition("without")[0]) if "without" in match[0] else None
            )
            if denied or within or (told_by and len({kind_of_body(body) for body in bodies}) < len(bodies)):
                continue
            for body in filter(kind_of_body, bodies):
                yield Apart(kind=kind_of_body(body), owner=owner_of(body), claim_id=claim.id, why=_quote(match[0]))


def _find_by_holder(claims: Sequence[Claim], contexts: Mapping[str, str]) -> Iterator[Apart]:
    """A holder who lays the deed to the body and denies it for those who lead the state keeps the two apart."""
    deeds = [claim for claim in claims if claim.proposition.slot is Slot.RESPONSIBLE]
    for claim in deeds:
        kind = kind_of_body(claim.proposition.value)
        if claim.polarity is Polarity.DENY or not kind:
            continue
        for other in deeds:
            value = other.proposition.value
            led = _IS_LEADERS.search(value) is not None and not kind_of_body(value)
            if other.polarity is Polarity.DENY and led and other.holder.name == claim.holder.name:
                owner = owner_of(claim.proposition.value) or owner_of(value)
                yield Apart(kind=kind, owner=owner, claim_id=other.id, why=_quote(contexts[other.id]))


def owner_of(phrase: str) -> Actor | None:
    """Return whose body a phrase names; None where it does not say."""
    actor = identify_actor(_HEAD.sub("", phrase).replace(" of ", " ").removeprefix("the ").strip())
    return actor if actor is not None and actor.proper else None


def part_of(phrase: str, actor: Actor, apart: Sequence[Apart]) -> str:
    """Return the kind of body that a phrase names where holders keep that body of the actor apart, else ""."""
    kind = kind_of_body(phrase)
    return kind if kind and find_reason(kind, actor, apart) is not None else ""


def find_reason(kind: str, actor: Actor, apart: Sequence[Apart]) -> Apart | None:
    """Return where a body of an actor is kept apart; one told of without its owner may be anybody's."""
    whole = replace(actor, part="")
    return next((a for a in apart if a.kind == kind and (a.owner is None or a.owner.same_as(whole))), None)


def _quote(text: str) -> str:
    return f"“{' '.join(text.split())}”"
