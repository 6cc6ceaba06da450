"""Explicit citations: where a report says that it takes its matter from an outlet, named or not.

Named outlets are looked for among the publishers of the reports at hand; official bodies speak for themselves and are
sources, not outlets.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.model.document import Document
from rashomon.model.places import camp_of, state_of

_WORD: Final = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
_TAIL_LIST: Final = "news agency agencies press service services wire online opinion report reports network media group"
_TAIL: Final = frozenset(_TAIL_LIST.split())
_PAPER_LIST: Final = """
argus bulletin chronicle courier daily dispatch echo examiner express gazette globe guardian herald inquirer journal
ledger mail mercury messenger mirror monitor news observer post record register review sentinel standard star sun
telegraph times tribune weekly
"""
_PAPERS: Final = frozenset(_PAPER_LIST.split())
_OPENERS: Final = frozenset(("the", "from", "in", "as", "but", "citing", "and", "according", "to"))
_REPORTING_CUE: Final = re.compile(
    r"\b(?:report(?:s|ed|ing)?|writ(?:es|ing|ten)|wrote|told|tells|cit(?:es|ed|ing)|quot(?:es|ed|ing)"
    r"|publish(?:es|ed)|reveal(?:s|ed)|disclos(?:es|ed)|carried|learned|learnt|first|via|scoop|interview)\b",
    re.IGNORECASE,
)
# What outlets have in common with anybody who speaks; enough only where the name itself is that of an outlet.
_SAYING_CUE: Final = re.compile(
    r"\b(?:maintain(?:s|ed)|contend(?:s|ed)|insist(?:s|ed)|alleg(?:es|ed)"
    r"|sa(?:ys|id|ying)|accord(?:ing|s) to|from|per|story|account|claims?|claimed|right|believed|in|as)\b|\(\s*$",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘(A-Z0-9])|\n+")
_UNNAMED: Final = re.compile(
    r"\b(?:an?|the|one|local|some|several|other|that|this|foreign)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:newspaper|paper|journal|daily|weekly|tabloid|broadcaster|magazine|news\s+(?:agency|site|outlet|service|website)"
    r"|press|wire(?:\s+service)?|outlet)s?\b(?!['’]?\s*(?:trail|clip))"
    r"|\b(?:media|press|news|newspaper)\s+(?:reports?|accounts?|stories)\b|\breportedly\b"
    r"|\b(?:is|are|was|were)\s+quoted\s+(?:as|to)\b|\bif\s+(?:the\s+)?reports?\b|\bit\s+(?:is|was)\s+reported\b"
)
_OWN_WORDS: Final = re.compile(
    r"\b(?:told|tells)\s+(?:us|me|this\s+\w+|our)\b|\b(?:this|our)\s+(?:newspaper|paper|reporters?|correspondents?"
    r"|magazine)\b|\blearned\b|\bI\s+(?:asked|spoke|met|called|visited)\b|\bspoke\s+to\s+(?:us|me)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A publisher named in a text as where something was said or written: `publisher` as in its own reports."""

    start: int
    end: int
    publisher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletNames:
    """All ways in which the outlets at hand may be named: words, folded, to the publisher; unambiguous ones only."""

    names: Mapping[tuple[str, ...], str]
    longest: int


def name_outlets(publishers: Iterable[str]) -> OutletNames:
    """Return the names of outlets among the publishers: whole, without article and tail words, and by the last word."""
    meant: dict[tuple[str, ...], set[str]] = {}
    for publisher in set(publishers):
        for name in _shorten(publisher):
            meant.setdefault(name, set()).add(publisher)
    # Several papers of one name: the longest form decides, a shared short form means nobody.
    names = {name: min(whom) for name, whom in meant.items() if len({fold_publisher(one) for one in whom}) == 1}
    return OutletNames(names=names, longest=max(map(len, names), default=0))


def find_citations(text: str, outlets: OutletNames, *, publisher: str = "") -> tuple[Citation, ...]:
    """Return the citations in a text, in reading order; the report's own publisher is not a citation."""
    found = []
    words = list(_WORD.finditer(text))
    folded = [match[0].casefold().replace("’", "'") for match in words]
    at = 0
    while at < len(words):
        for length in range(min(outlets.longest, len(words) - at), 0, -1):
            cited = outlets.names.get(tuple(folded[at : at + length]))
            start, end = words[at].start(), words[at + length - 1].end()
            if cited and words[at][0][0].isupper() and _is_cited(text, start, end, cited):
                if cited != publisher and fold_publisher(cited) != fold_publisher(publisher):
                    found.append(Citation(start=start, end=end, publisher=cited))
                at += length - 1
                break
        at += 1
    return tuple(found)


def cites_unnamed_outlet(text: str) -> bool:
    """Tell whether a text says that it passes on what "a paper", "press reports" or the like say."""
    return _UNNAMED.search(text) is not None


def has_own_reporting(text: str) -> bool:
    """Tell whether a text claims words said to its own people ("told us", "this newspaper has learned")."""
    return _OWN_WORDS.search(text) is not None


def cite_publishers(document: Document, outlets: OutletNames) -> tuple[str, ...]:
    """Return the publishers that a document's text and credits name as where it has its matter from."""
    told = [document.text, *(f"via {credit}" for credit in document.credits)]
    return tuple(
        citation.publisher for text in told for citation in find_citations(text, outlets, publisher=document.publisher)
    )


def find_base_documents(document: Document, by_url: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of held documents that a page says it is based on."""
    return tuple(by_url[url] for url in map(fold_url, document.based_on) if url in by_url)


def fold_url(url: str) -> str:
    """Return an address without scheme, www, query, fragment and closing slash, for comparison only."""
    return re.sub(r"^[a-z]+://(?:www\.)?|[?#].*$", "", url.strip().casefold()).rstrip("/")


def fold_publisher(publisher: str) -> tuple[str, ...]:
    """Return the folded words of a publisher's name, without article, brackets and what stands behind a comma."""
    bare = re.sub(r"\(.*?\)|,.*$", " ", publisher)
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(bare)]
    return tuple(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _shorten(publisher: str) -> Sequence[tuple[str, ...]]:
    core = fold_publisher(publisher)
    if not core or camp_of(publisher) is not None:
        return ()
    names = [core]
    short = core
    while len(short) > 1 and short[-1] in _TAIL:
        short = short[:-1]
    if short != core and state_of(" ".join(short).title()) is None and (len(short) > 1 or len(short[0]) >= 4):
        names.append(short)
    if len(core) > 1 and core[-1] in _PAPERS:
        names.append(core[-1:])
    return names


def _is_cited(text: str, start: int, end: int, publisher: str) -> bool:
    """Ask for a cue in the same sentence; a name must not be the tail of a longer one ("New York Times")."""
    before = re.search(r"([A-Z][\w'’-]*)\s+$", text[max(0, start - 30) : start])
    if before and before[1].casefold() not in _OPENERS:
        return False
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, start - 300), start)]
    left = max(ends, default=max(0, start - 300))
    right_end = _SENTENCE_END.search(text, end, end + 400)
    right = min(right_end.start() if right_end else len(text), end + 200)
    around = (text[left:start], text[end:right])
    if any(_REPORTING_CUE.search(side) for side in around):
        return True
    return _names_outlet(publisher) and any(_SAYING_CUE.search(side) for side in around)


def _names_outlet(publisher: str) -> bool:
    return any(word in _PAPERS or word in _TAIL for word in fold_publisher(publisher))
