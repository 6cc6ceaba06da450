"""Mechanisms and natures of a deed that take more than one word to tell: *caught in the crossfire*, *friendly fire*.

Turns of general English, by class: a scene that was set, a battle, one's own side's fire, a defence that fell on those
it defended, arms kept where they went off, a crash with another vessel, a document that is what it says it is.
"""

import re
from collections.abc import Iterator
from typing import Final

from rashomon.hypothesize.mechanisms import (
    BATTLE,
    COLLISION,
    DELIBERATE,
    FALLEN_DEFENCE,
    GENUINE,
    MEANT_BY_OWN,
    NOBODYS_DEED,
    OWN_FIRE,
    STAGED,
    STORED_ARMS,
)

_TRACES: Final = r"(?:bod(?:y|ies)|corpses?|remains|evidence|wreckage|papers|documents|shell cases|cartridges|weapons)"
_SHIFTED: Final = r"(?:brought|taken|carried|moved|transported|planted|placed)"
_OWN: Final = r"(?:his|her|their|its|our|your|one['’]s) own"
_SIDE: Final = (
    r"(?:side|men|troops|guns?|fire|comrades|artillery|air force|weapons?|bullets?|rounds|unit|platoon|forces|soldiers"
    r"|aircraft|planes|shells?|bombs?|police|gunners|tanks?|pilots?)"
)
_VESSEL: Final = (
    r"(?:ship|vessel|boat|train|plane|aircraft|car|lorry|truck|submarine|tanker|freighter|coaster|helicopter)"
)
_ARMS: Final = r"(?:arms|ammunition|munitions|weapons?|explosives|rockets|shells|grenades)"
_DEFENDS: Final = r"(?:interceptors?|(?:air[- ]defen[cs]e|anti-?aircraft|defensive) (?:missile|rocket|shell|round)s?)"
_FELL: Final = (
    r"(?:fell|fallen|falling|falls|drop|dropped|came down|come down|landed|strayed|stray|going after|gone after)"
)

_TURNS: Final = {
    STAGED: (
        rf"\b{_TRACES}\b[^.;:!?]{{0,25}}\b{_SHIFTED} (?:there|in|into|from)\b"
        rf"|\b(?:{_SHIFTED}|tamper(?:ed|ing) with|planting) (?:the |any |their |old |other )?{_TRACES}\b"
        r"|\b(?:planted|placed|buried) on the (?:ground|spot|scene)\b|\bput-up job\b|\bmade to look (?:as|like)\b"
        r"|\bstaged (?:find|scene|incident|attack|crash|discovery|explosion|burglary|kidnapping|robbery)\b"
    ),
    BATTLE: (
        r"\bcross-?fire\b|\bexchange of fire\b|\bgun-?fight\b|\bshoot-?out\b|\bfire-?fight\b|\bpitched battle\b"
        r"|\b(?:killed|died|dead|fell|fallen|deaths?) in (?:a |the |an )?(?:\w+ )?(?:battle|combat|fighting|clash)\b"
        r"|\b(?:account|story|version|talk) of a (?:battle|fight|clash)\b|\bexclude combat\b"
    ),
    OWN_FIRE: (
        rf"\bfriendly[- ]fire\b|\bfratricid(?:e|al)\b|\bblue[- ]on[- ]blue\b|(?:^|\b(?:by|from|of) ){_OWN} {_SIDE}\b"
        rf"|\bmistaken? (?:\w+ )?for the enemy\b"
    ),
    FALLEN_DEFENCE: rf"\b{_DEFENDS}\b(?=[^.;!?]{{0,70}}\b{_FELL}\b)",
    STORED_ARMS: (
        rf"\b{_ARMS} (?:store|depot|dump|cache|stock|hoard)s?\b|\bstored {_ARMS}\b"
        rf"|\b{_ARMS}\b(?: were| was| had been| are)? (?:kept|stored|hidden|hoarded)\b|\bsecondary explosions?\b"
    ),
    COLLISION: (
        rf"\b(?:contact|collision) with (?:another|an?) (?:\w+ )?{_VESSEL}\b|\b(?:ran|run|ploughed|plowed|crashed) into"
        rf" (?:the|an?|another) (?:\w+ )?{_VESSEL}\b"
        rf"|\b(?:hit|struck|rammed) (?:by )?(?:the|an?|another) (?:\w+ )?{_VESSEL}\b"
    ),
    DELIBERATE: (
        r"\bfoul play\b|\breleased? (?:an?|some) (?:\w+ )?(?:irritant|gas|poison|germ|agent|virus|chemical)\b"
        r"|\blet off (?:an?|some) \w+|\bthrew (?:\w+ ){1,4}into the (?:water|basin|well|reservoir|tank)\b"
    ),
    NOBODYS_DEED: (
        r"\b(?:technical|mechanical|electrical|natural|software) (?:fault|failure|cause|defect|malfunction|error)s?\b"
        r"|\b(?:tragic|mere|simple|pure|terrible|unfortunate) accident\b|\bby accident\b|\baccidental(?:ly)?\b"
        r"|\bnatural causes\b|\bnot an accident\b"
    ),
    GENUINE: r"\b(?:authentic(?:ity)?|genuine(?:ness)?)\b|\bis what it (?:says|claims|purports)\b",
    MEANT_BY_OWN: (
        r"\bmurder(?:ed|s)?\b|\bhomicide\b|\bon purpose\b|\bdeliberate(?:ly)?\b|\bintent(?:ional|ionally)?\b"
        r"|\bfoul play\b"
    ),
}
_PATTERNS: Final = {family: re.compile(turns, re.IGNORECASE) for family, turns in _TURNS.items()}

_OF_PHRASES: Final = (OWN_FIRE, STAGED, BATTLE, STORED_ARMS, COLLISION)


def find_turns(text: str, family: str) -> Iterator[str]:
    """Yield the turns of phrase in a text that tell of a family, as written; none for a family that one word tells."""
    pattern = _PATTERNS.get(family)
    if pattern is not None:
        yield from (" ".join(match[0].split()) for match in pattern.finditer(text))


def told_family(phrase: str) -> str:
    """Return the family that a phrase tells of by a turn of more than one word, "" for none."""
    return next((family for family in _OF_PHRASES if next(find_turns(phrase, family), "")), "")
