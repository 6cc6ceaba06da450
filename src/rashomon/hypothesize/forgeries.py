"""Which thing a claim rests on (a video, a letter, wreckage), and who says that such a thing is forged or genuine.

What is forged, staged or planted says nothing of what it pretends to show, so whoever says so speaks of every piece of
evidence on that thing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from rashomon.hypothesize.arguments import leaves_open
from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.ids import derive_id
from rashomon.model.vocabulary import Certainty, Modality, Polarity

_NOUNS: Final = re.compile(
    r"\b(?:(?P<video>videos?|clips?|footage|films?)"
    r"|(?P<recording>(?:audio|voice|sound|tape|radio)? ?recordings?|audio|tapes?|intercepts?|wiretaps?|transcripts?"
    r"|phone calls?)"
    r"|(?P<picture>photo(?:graph)?s?|pictures?|(?:satellite )?images?|screenshots?)"
    r"|(?P<letter>letters?)|(?P<passport>passports?|identity (?:cards?|papers?)|visas?)"
    r"|(?P<document>documents?|memos?|memorandums?|cables?|e-?mails?|dossiers?|papers|diar(?:y|ies)|minutes|page|pages"
    r"|log ?books?|metadata|signatures?|records?)"
    r"|(?P<wreckage>wreckage|debris|fragments?|shrapnel|serial numbers?|casings?|cartridges?|fingerprints?|residue))\b",
    re.IGNORECASE,
)
_FORGED: Final = re.compile(
    r"\b(?:forg(?:ed|er(?:y|ies))|fak(?:e|es|ed|ery)|fabricat(?:ed|ions?)|stag(?:ed|ing)|planted|doctored|falsified"
    r"|counterfeit(?:ed)?|bogus|hoax(?:es)?|tampered with|altered|manipulated|photoshopped|deepfakes?|inauthentic"
    r"|out of context|recycled|(?:dates?|dated|comes?|came|taken|shot|filmed|is|are|was|were) (?:back )?from"
    r" (?:an?|another|some) (?:\w+ )?(?:earlier|different|other|older|previous|unrelated|film|movie|video game)"
    r"|(?:doubt\w*|question\w*|disput\w*|challeng\w*|contest\w*) (?:the|its|their) (?:authenticity|genuineness))\b"
    r"|\b(?:old|older|years-old) (?=videos?\b|footage\b|clips?\b|pictures?\b|photo(?:graph)?s?\b|images?\b)",
    re.IGNORECASE,
)
"""Words that say of a thing that it is not what it is shown as."""
_GENUINE: Final = re.compile(
    r"\b(?:authentic(?:ated)?|genuine(?:ness)?|authenticity|verified|geo-?located|unaltered|untampered|bona fide"
    r"|the real thing)\b",
    re.IGNORECASE,
)
_CHECKED: Final = re.compile(r"authenticated|verified|geo-?located", re.IGNORECASE)
"""Whoever denies having checked says nothing of what a check would show."""
_SELF_EVIDENT: Final = re.compile(r"forg|fabricat|fak|authentic|genuine|counterfeit|doctored", re.IGNORECASE)
"""Words that are said of things only, so that *it* or no name at all will do for the thing."""
_OPEN: Final = re.compile(
    r"\b(?:whether|if|neither|nor|could not|cannot|can't|couldn't|unable|not able|unclear|to (?:verify|authenticate"
    r"|examine|check)|may|might|could|would)\b[^.;]*$",
    re.IGNORECASE,
)
_NOT: Final = re.compile(r"\b(?:not|never|no|n['’]t|hardly|un)\b[^.;,]{0,30}$", re.IGNORECASE)
_DENIES: Final = re.compile(r"den(?:y|ie)|reject|refut|disput|dismiss|not\b", re.IGNORECASE)
_TAKEN_UP: Final = re.compile(
    r"\b(?:it|this|that|they|them|these|those)\b|^\W*(?:an?|the|such an?)?\W*(?:[\w-]+ ){0,2}$", re.IGNORECASE
)
"""Before what is said of a thing: it is taken up, or left out altogether (*a clumsy forgery*)."""
_BEING: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being|as|looks?|looked|seems?|seemed)\b|['’]s\b", re.IGNORECASE
)
_CALLING: Final = re.compile(
    r"\b(?:call|brand|dismiss|describ|denounc|label|consider|deem|pronounc|think|thought|found|find)\w*\b",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(r"[.;:!?\n]")
_REACH: Final = 70
"""Characters between a thing and what is said of it."""
_LOOK_BACK: Final = 300
"""Characters before a sentence in which *it* is looked for."""
_LONGEST_READ: Final = 2_000
"""Characters of a claim that are read: no sentence is longer."""
_SILENT: Final = frozenset({Modality.QUESTION, Modality.CONDITIONAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A claim that speaks of whether a thing is forged (True) or genuine."""

    claim: Claim
    forged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """What claims rest on: a thing's name by claim id, and what is said of each thing by its name."""

    resting: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, tuple[Doubt, ...]] = field(default_factory=dict)


def find_things(reading: Reading) -> Things:
    """Return the things that claims rest on, and who says of each that it is forged or genuine.

    Things of one kind in one origin are one thing, and so are those that `link` found to be one in several. Where the
    question itself asks about such a thing, whether it is forged is an answer and no doubt.
    """
    asked = _NOUNS.search(reading.question.text)
    kinds = {claim.id: kind for claim in reading.claims if (kind := _kind_in(claim.quote))}
    said = {claim.id: doubt for claim in reading.claims if (doubt := _read_doubt(reading, claim))}
    names = _name_things(reading, kinds | {claim_id: kind for claim_id, (kind, _) in said.items()})
    gathered: dict[str, dict[tuple[str, bool], Doubt]] = defaultdict(dict)
    if asked is None and _FORGED.search(reading.question.text) is None:
        for claim_id, (_, forged) in said.items():
            claim = reading.by_id[claim_id]
            if claim_id in names and not reading.adds_nothing(claim):
                gathered[names[claim_id]].setdefault((claim.holder.name, forged), Doubt(claim=claim, forged=forged))
    return Things(
        resting={claim_id: names[claim_id] for claim_id in kinds if claim_id in names and claim_id not in said},
        doubts={name: tuple(found.values()) for name, found in gathered.items()},
    )


def _name_things(reading: Reading, kinds: Mapping[str, str]) -> dict[str, str]:
    """Return by claim id the name of the thing: one for each kind in an origin, joined where `link` joined claims."""
    homes: dict[str, str] = {}

    def home(name: str) -> str:
        while homes.get(name, name) != name:
            name = homes[name]
        return name

    own = {
        claim_id: f"{kind} {reading.placements[claim_id].origin_id}"
        for claim_id, kind in kinds.items()
        if claim_id in reading.placements
    }
    for claim_id, other_id in reading.items.items():
        if claim_id in own and other_id in own:
            first, second = sorted((home(own[claim_id]), home(own[other_id])))
            homes[second] = first
    return {claim_id: derive_id("itm", reading.question.id, home(name)) for claim_id, name in own.items()}


def _kind_in(text: str) -> str:
    match = _NOUNS.search(text[:_LONGEST_READ])
    return str(match.lastgroup) if match is not None else ""


def _read_doubt(reading: Reading, claim: Claim) -> tuple[str, bool] | None:
    """Return the kind of thing a claim calls forged (True) or genuine (False); None where it says neither."""
    if claim.modality in _SILENT or claim.certainty is Certainty.NONE or leaves_open(claim.quote):
        return None
    found = dict(_match_all(reading, claim))
    if len(set(found.values())) != 1:
        return None
    return next(iter(found.items()))


def _match_all(reading: Reading, claim: Claim) -> Iterator[tuple[str, bool]]:
    # *Called it a forgery* denies what the thing shows by calling it forged; *denied that it was forged* does not.
    denied = claim.polarity is Polarity.DENY and _DENIES.search(claim.holder.cue) is not None
    for cues, forged in ((_FORGED, True), (_GENUINE, False)):
        for cue in cues.finditer(claim.quote[:_LONGEST_READ]):
            before = claim.quote[: cue.start()]
            negated = denied or _NOT.search(before) is not None
            if _OPEN.search(before) or (negated and _CHECKED.search(cue[0])):
                continue
            kind = _thing_of(reading, claim, cue)
            if kind:
                yield kind, forged != negated


def _thing_of(reading: Reading, claim: Claim, cue: re.Match[str]) -> str:
    """The kind of thing a cue is said of: the nearest in its clause, else, for words said of things only, before it."""
    quote = claim.quote
    after = _NOUNS.search(_BOUND.split(quote[cue.end() : cue.end() + _REACH])[0])
    if after is not None and len(quote[cue.end() : cue.end() + after.start()].split()) <= 2:
        return str(after.lastgroup)
    clause = _BOUND.split(quote[max(0, cue.start() - _REACH) : cue.start()])[-1]
    spoken_of = [match for match in _NOUNS.finditer(clause) if _is_said_of(clause, match)]
    if spoken_of:
        return str(spoken_of[-1].lastgroup)
    if _SELF_EVIDENT.match(cue[0]) is None or _TAKEN_UP.search(quote[: cue.start()]) is None:
        return ""
    text = reading.texts[claim.document_id]
    start = claim.start + cue.start()
    nouns = [str(match.lastgroup) for match in _NOUNS.finditer(text[max(0, start - _LOOK_BACK) : start])]
    return nouns[-1] if nouns else ""


def _is_said_of(clause: str, noun: re.Match[str]) -> bool:
    """Tell whether what a clause ends in is said of a noun in it: *the video was …*, *called the video a …*."""
    return bool(_BEING.search(clause[noun.end() :]) or _CALLING.search(clause[: noun.start()]))
