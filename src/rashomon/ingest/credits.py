"""Which agencies or outlets a report credits: in its dateline, its byline, or its first and last lines.

Names are found by their form and place ("CITY (Name) -", "with Name", "(c) Name"), never from a list of agencies.
A person named in the same place ("Reporting by Jane Doe") is no credit.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rashomon.ingest.frontmatter import read_front_matter

_FIRST_LINES: Final = 4
_LAST_LINES: Final = 5
_LINE_CHARS: Final = 250
_LINE_WORDS: Final = 25

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE: Final = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_PLACE_WORD: Final = r"[A-Z\u00c0-\u00de][\w.'\u2019-]*"
_PLACE: Final = rf"(?!The\b|This\b|That\b){_PLACE_WORD}(?:(?:,? |/){_PLACE_WORD}){{0,4}}"
_DATELINE: Final = re.compile(
    rf"(?P<place>{_PLACE}(?:[,.]? {_DATE})?[,.]? )?"
    r"(?:/(?P<slashed>[^/\n]{2,40})/|\((?P<bracketed>[^()\n]{2,60})\)[ \u00a0]?(?P<rule>[-\u2013\u2014_:]|By |$))"
)

_LINE_OPENING: Final = re.compile(
    r"[(\[*_\s\u2014\u2013-]*(?:by|with|via|(?:additional |further )?reporting by|reports? (?:by|from)"
    r"|sources?:|credits?:|(?:material|text|story) (?:from|by|provided by|supplied by)"
    r"|courtesy of|\u00a9|\(c\)|copyright)\s",
    re.IGNORECASE,
)
_NAMES: Final = r"(?P<names>[^.;|\n]{2,120})"
_PHRASES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|[\s,(])(?:with(?: [a-z]+){{0,2}} (?:by|from)|with|via"
        r"|(?:reporting|provided|supplied|distributed) by|(?:reports?|material|text|story) (?:by|from)"
        rf"|courtesy of|sources?:|credits?:)\s+{_NAMES}",
        r"(?:\u00a9|\(c\)|\bcopyright)[\s\u00a9]*(?:\d{4}(?:\s*[-\u2013]\s*\d{4})?,?)?\s*(?:by )?"
        rf"{_NAMES}",
    )
)
_SENTENCES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?P<names>[^.;|\n]{2,120}?) (?:also )?contributed (?:reporting )?to this (?:report|story|article)",
        rf"(?:first|originally) (?:published|appeared|posted) (?:by|in|on|at)\s+{_NAMES}",
        rf"\b(?:republished|reprinted|reproduced) (?:with permission )?(?:from|by permission of)\s+{_NAMES}",
    )
)
"""Credits that say it in a whole sentence may stand in any of the first and last lines."""

_LAST_WORDS: Final = re.compile(
    r"(?:[.!?\"'\u201d\u2019]\s*|^)(?:\((?P<bracketed>[^()\n]{2,40})\)|(?:\u2014|\u2013|--) ?(?P<dashed>[^\n]{2,40}))$"
)
_SEPARATOR: Final = re.compile(r"\s*(?:[,/;|&+]|\band\b|\bwith\b)\s*")
_AFTER_NAME: Final = re.compile(
    r"\s*(?:[.:;|\u2014\u2013]|\b(?:all rights|contributed|in [A-Z]|for|from|on|editing)\b).*$", re.IGNORECASE
)
_NAME_WORD: Final = r"[A-Z\u00c0-\u00de][\w.'\u2019&-]*"
_NAME: Final = re.compile(rf"(?:the )?{_NAME_WORD}(?: (?:de|du|of|{_NAME_WORD})){{0,5}}$")
_PARTY: Final = re.compile(r"[A-Z]-")
_OUTLET_WORD: Final = re.compile(
    r"\b(?:agenc(?:y|ies)|agence|agencia|agenzia|agentur|press|presse|news\w*|\w*wires?|services?|bureau|media|network"
    r"|broadcasting|radio|television|tv|times|post|herald|journal|tribune|gazette|telegraph|guardian|observer|chronicle"
    r"|ledger|monitor|courier|dispatch|examiner|standard|mail|magazine|review|report|daily|weekly)\b",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"(?:the )?(?:staff|agency|agencies|wires?|wire services?|news agencies|newsroom|editors?|editorial|reporters?"
    r"|reuse|correspondents?|admin|anonymous|files?|inputs?|video|photos?|pictures?|updates?|correction|opinion|analysis"
    r"|mrs?\.?)(?: (?:reports?|writers?|reporters?|board|team|desk))?$",
    re.IGNORECASE,
)


def find_credits(text: str, *, bylines: Iterable[str], publisher: str) -> tuple[str, ...]:
    """Return the names credited, as written, each once, in order of mention.

    `bylines` are author names and credit lines that stand outside the text. The publisher's own name, whole or
    shortened, is left out.
    """
    found: list[str] = []
    for byline in bylines:
        found += _read_byline(byline.strip()[:_LINE_CHARS])
    lines = [line.strip() for line in text[read_front_matter(text).end :].splitlines() if line.strip()]
    for line in lines[:_FIRST_LINES]:
        found += _read_dateline(line[:_LINE_CHARS])
        found += _read_text_byline(line[:_LINE_CHARS])
    edges = lines if len(lines) <= _FIRST_LINES + _LAST_LINES else lines[:_FIRST_LINES] + lines[-_LAST_LINES:]
    for line in edges:
        if len(line) <= _LINE_CHARS:
            found += _read_phrases(line)
    for line in lines[-1:]:
        found += _read_last_words(line[-_LINE_CHARS:])
    return _keep_once(found, publisher)


def _read_byline(line: str) -> Iterator[str]:
    """A byline is "By Jane Doe, Name", "Name", "Jane Doe with Name": every part that is no person is a credit."""
    yield from _read_phrases(line)
    for part in _SEPARATOR.split(re.sub(r"^(?:by|from|with)\s+", "", line, flags=re.IGNORECASE)):
        if _is_outlet(part):
            yield part


def _read_text_byline(line: str) -> Iterator[str]:
    """In the text "By Jane Doe, Name" counts, or "By Name" alone, but not "By Friday, Kyiv had ..."."""
    if line.startswith("By "):
        parts = _SEPARATOR.split(line.removeprefix("By "))
        if all(map(_NAME.match, parts)) and (len(parts) == 1 or " " in parts[0]):
            yield from filter(_is_outlet, parts)


def _read_dateline(line: str) -> Iterator[str]:
    match = _DATELINE.match(line)
    if not match:
        return
    initials = "".join(word[0] for word in (match.group("place") or "").split())
    parts = _SEPARATOR.split(match.group("bracketed") or match.group("slashed"))
    # "North Atlantic Treaty Organization (NATO) -" explains an acronym, "Jane Doe (R-Ohio) -" names a party.
    if any(not _NAME.match(part) or _PARTY.match(part) or (part and initials.startswith(part)) for part in parts):
        return
    # Without a dash after it a bracket may hold anybody's name.
    yield from (part for part in parts if (match.group("rule") and not _NO_NAME.match(part)) or _is_outlet(part))


def _read_phrases(line: str) -> Iterator[str]:
    is_credit_line = bool(_LINE_OPENING.match(line)) and len(line.split()) <= _LINE_WORDS
    bare = line.strip("()[]*_ \u2014\u2013-") if not line.startswith("(c)") else line
    for phrase in (*_PHRASES, *_SENTENCES) if is_credit_line else _SENTENCES:
        for match in phrase.finditer(bare):
            parts = [
                _AFTER_NAME.sub("", part).strip(" ()[]*_.\u2014\u2013-")
                for part in _SEPARATOR.split(match.group("names"))
            ]
            # "With Smith, voters shrug": where one part is no name, the others are not credited either.
            if all(not part or _NAME.match(part) or _NO_NAME.match(part) for part in parts):
                yield from filter(_is_outlet, parts)


def _read_last_words(line: str) -> Iterator[str]:
    if match := _LAST_WORDS.search(line):
        yield from filter(_is_outlet, _SEPARATOR.split((match.group("bracketed") or match.group("dashed")).strip(" .")))


def _is_outlet(name: str) -> bool:
    """A name that is not a person's by its form: one word, an acronym, or with a word that outlets call themselves."""
    if not _NAME.match(name) or _NO_NAME.match(name) or any(character.isdigit() for character in name):
        return False
    words = name.split()
    return len(words) == 1 or words[0].lower() == "the" or bool(_OUTLET_WORD.search(name)) or name.isupper()


def _keep_once(names: Iterable[str], publisher: str) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        if not _is_short_for(name, publisher):
            kept.setdefault(_bare_name(name), name)
    return tuple(kept.values())


def _is_short_for(name: str, publisher: str) -> bool:
    short, full = _bare_name(name), _bare_name(publisher)
    initials = "".join(word[0] for word in full.split())
    return (
        short == full
        or f"{full} ".startswith(f"{short} ")
        or short.startswith(f"{full} ")
        or (len(short) > 1 and short == initials)
    )


def _bare_name(name: str) -> str:
    return name.lower().removeprefix("the ").strip()
