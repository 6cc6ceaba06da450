"""What kind of speaker a name or a description stands for: a body, or what its words say; UNKNOWN where they do not."""

import re
from typing import Final

from rashomon.model.bodies import find_body
from rashomon.model.places import camp_of
from rashomon.model.vocabulary import SourceKind

# In this order: the first pattern that matches decides ("police sources" are unnamed officials, not a body).
_PATTERNS: Final = (
    (
        SourceKind.ACCOUNT,
        r"telegram|channel|account|blog(?:ger)?s?|weblog|milblogger|tweets?|posts|user|podcast",
    ),
    (
        SourceKind.WITNESS,
        r"witness(?:es)?|eyewitness(?:es)?|residents?|neighbou?rs?|bystanders?|passers?-by|survivors?|villagers?",
    ),
    (
        SourceKind.UNNAMED_OFFICIALS,
        r"officials|authorities|(?:police|security|intelligence|diplomatic|official|government|enforcement|military)"
        r" sources?|sources?|diplomats|investigators|agents|lawmakers|an? (?:\w+ )*(?:official|diplomat|officer)"
        r"|person (?:close|familiar|with knowledge).*|people (?:close|familiar|briefed|with knowledge).*|insiders?",
    ),
    (SourceKind.COURT, r"courts?|tribunal|judges?|justice|prosecutors?|prosecution|jury|magistrates?|attorney"),
    (
        SourceKind.EXPERT_BODY,
        r"university|institute|laborator(?:y|ies)|observatory|seismic|safety board|accident investigation|commission"
        r"|academy|inspectorate|research (?:centre|center)|monitors?|opcw|iaea|ntsb|survey|network|board of inquiry",
    ),
    (
        SourceKind.EXPERT,
        r"experts?|analysts?|engineers?|professors?|scientists?|researchers?|specialists?|consultants?|chemists?"
        r"|pathologists?|doctors?|historians?|economists?|toxicologists?|technicians?|criminologists?|profilers?",
    ),
    (
        SourceKind.ARMED_GROUP,
        r"brigades?|militias?|rebels?|insurgents?|jihadists?|caliphate|taliban|hezbollah|hamas|guerrillas?"
        r"|mercenar(?:y|ies)|separatists?|partisans?|islamic state|liberation (?:army|front)|paramilitar(?:y|ies)",
    ),
    (
        SourceKind.AGENCY,
        r"news agency|press agency|(?:press|news|cable) service|wire(?: service)?|agence|newswire|reuters|afp"
        r"|associated press|tass|interfax|xinhua|dpa|ria novosti|ukrinform|anadolu",
    ),
    (
        SourceKind.STATE_BODY,
        r"ministry|government|embassy|police|department|army|navy|air force|military|command|parliament|senate|congress"
        r"|cabinet|administration|kremlin|white house|pentagon|service|directorate|council|presidency|office of .*"
        r"|regime|agency|coast ?guard|fire brigade|bureau|municipality|emergency services?|president's office",
    ),
    (
        SourceKind.OUTLET,
        r"times|post|news|journal|gazette|tribune|herald|daily|weekly|courier|observer|ledger|chronicle|press|radio"
        r"|television|tv|broadcaster|newspaper|paper|magazine|review|opinion|bbc|cnn|telegraph|guardian|mercury|star"
        r"|report|mirror|mail|quarterly|letter|evening|bulletin|outlet|media",
    ),
    (
        SourceKind.OFFICIAL,
        r"president|(?:prime |foreign |defen[cs]e |interior )?ministers?|secretary|spokes(?:man|woman|person|people)"
        r"|advis[eo]rs?|governor|mayor|ambassador|general|commander|chief|commissioner|official|officer|senator|lawmaker"
        r"|deputy|superintendent|captain|colonel|admiral|premier|chancellor|director|sheriff|diplomat|envoy|mp",
    ),
)
_COMPILED: Final = tuple((kind, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)")) for kind, pattern in _PATTERNS)
_PERSON: Final = re.compile(
    r"(?:[A-Z][\w'’-]+|[A-Z]\.)(?:\s+(?:(?:van|von|de|der|bin|al|ibn|la|di)\s+)?(?:[A-Z][\w'’-]+|[A-Z]\.)){1,3}"
)
_POSSESSIVE: Final = re.compile(r"['’]s\b")


def name_kind(name: str) -> SourceKind:
    """Return the kind of source a name or a description ("a dam engineer") stands for."""
    body = find_body(name)
    if body is not None:
        return body.kind
    folded = _POSSESSIVE.sub("'s", name).casefold().replace("’", "'")
    for kind, pattern in _COMPILED:
        if pattern.search(folded):
            official = kind in (SourceKind.AGENCY, SourceKind.OUTLET) and camp_of(name) is not None
            return SourceKind.STATE_BODY if official else kind
    if camp_of(name) is not None:
        return SourceKind.STATE_BODY
    return SourceKind.PERSON if _PERSON.fullmatch(name.strip()) else SourceKind.UNKNOWN
