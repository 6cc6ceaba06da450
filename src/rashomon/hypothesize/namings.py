"""Explanations that a text names as such, wherever in it: *the theory of …*, *blamed on …*, *either … or …*.

Reports name a rival without claiming it: an editor asks whether it was a mine, a minister rules out the rebels. These
turns of phrase are found in the words alone, without a parse; what they name is an explanation only together with what
others say of it (`candidates`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rashomon.model.document import Document

_ENDS: Final = (
    "of|in|on|at|to|from|by|with|for|that|who|whom|which|whose|and|or|but|nor|was|were|had|has|have|is|are|be|been|being"
    "|did|do|does|as|after|before|when|where|while|because|if|not|than|then|so|would|could|should|may|might|must|will"
    "|can|cannot|said|says|told|it|they|he|she|we|I|this|there|what|how|why|rather|against|over|into|during|since|until"
    "|through|about|under|between|behind|responsible|only|alone|also|still|yet|even|too|now|never|ever|just|killed|did"
    "|shot|sank|fell|came|went|brought|set|led|took|made|struck|hit|blew|burst|broke|exploded|caused|ago|later|earlier|either|neither|both"
)
_WORD: Final = r"[^\W_][\w’'-]{0,40}"
_ARTICLES: Final = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|her|their|its|some|any|those|these|our|own|so-called|alleged|suspected|possible"
    r"|another|somehow) ){0,3}"
)
_NOUNS: Final = rf"(?!(?:{_ENDS})\b){_WORD}(?: (?!(?:{_ENDS})\b|[a-z]{{2,20}}ed\b){_WORD}){{0,4}}"
_PHRASE: Final = (
    rf"{_ARTICLES}(?P<phrase>{_NOUNS}(?: of (?:the )?[A-Z][\w’'-]{{0,40}}(?: [A-Z][\w’'-]{{0,40}}){{0,3}})?)"
)
_NAME: Final = r"[A-Z][\w’'-]+(?: (?:of (?:the )?)?[A-Z][\w’'-]+){0,3}"
_BAND: Final = (
    r"(?:hack(?:er|ing)|armed|militant|terror(?:ist)?|criminal|extremist|shadowy|rebel) (?:group|collective|cell)"
)
_OTHER: Final = rf"{_ARTICLES}(?P<other>{_NOUNS})"
_THEORY: Final = (
    r"(?:theor(?:y|ies)|possibilit(?:y|ies)|suspicions?|hypothes[ie]s|versions?|scenarios?|explanations?|rumou?rs?"
    r"|notion|talk|speculation|allegations?)"
)

_ACTORS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Bb]lam(?:e|ed|es|ing) {_PHRASE}",
        rf"\b[Bb]lame[d]?(?: \w+){{0,4}} on {_PHRASE}",
        rf"\b[Aa]ccus(?:e|ed|es|ing) {_PHRASE}",
        rf"\b[Ss]uspect(?:s|ed|ing)? {_PHRASE}",
        rf"\b[Ss]uspicions?(?: \w+){{0,3}} (?:on|upon) {_PHRASE}",
        rf"\b[Ff]ingers?(?: \w+){{0,3}} (?:at|to|towards?) {_PHRASE}",
        rf"\b[Pp]oint(?:s|ed|ing)? (?:\w+ly |straight )?(?:at|to|towards?) {_PHRASE}",
        rf"\b(?:the )?(?:work|handiwork|deed|doing|responsibility|hallmarks?|fingerprints|signature) of {_PHRASE}",
        rf"\b(?:carried out|committed|perpetrated|ordered|planted|fired|launched|staged|written|forged|stolen|leaked"
        rf"|planned|directed|orchestrated|organi[sz]ed|laid|murdered|shot|killed|poisoned|hacked|sunk|bombed|attacked"
        rf"|abducted|burned|sabotaged) by {_PHRASE}",
        rf"\b(?:attack|strike|raid|bombing|assault|operation|crime|massacre|sabotage|provocation|plot|hack|fire)"
        rf" by {_PHRASE}",
        r"\bfrom (?:beyond|over|across|behind|the other side of) the (?P<phrase>[A-Z][\w-]+)"
        r" (?:border|frontier|line)\b",
        rf"\b(?:gang|crew|outfit|{_BAND} (?:called|named|known as)) (?:the )?(?P<phrase>{_NAME})",
        rf"\bcall(?:s|ed|ing)? (?:itself|themselves|himself|herself) [“\"#]?(?:the )?(?P<phrase>{_NAME})",
        r"\b(?:[Mm]essage|[Ll]etter|[Cc]laim|[Nn]ote|[Vv]ideo|[Ss]tatement|[Tt]ape)s? signed(?: by)?(?: the)?"
        rf" (?P<phrase>{_NAME})",
    )
)
_EITHER: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_THEORY}(?: \w+)? (?:of|about|that) (?:it (?:was|were|is) |they were )?{_PHRASE}",
        rf"\b[Ee]ither (?:by |of |it was )?{_PHRASE},? or (?:by |of )?{_OTHER}",
        rf"\b[Nn]ot (?:by |of |from )?{_PHRASE},? but (?:by |of |from )?{_OTHER}",
        rf"\b[Ww]hether (?:it (?:was|were|is|had been) |by |caused by ){_PHRASE}(?:,? or (?:by )?{_OTHER})?",
        rf"\b[Ii]t (?:was|is|could have been|may have been|might have been|must have been|had been) {_PHRASE}",
        rf"\b(?:rul(?:e|ed|es|ing) out|exclud(?:e|ed|es|ing)|dismiss(?:ed|es)?) {_PHRASE}",
        rf"\b(?:evidence|signs?|traces?|proof|indications?|question) of {_PHRASE}",
    )
)
_CAUSES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:caused|destroyed|sunk|triggered|set off|sparked|started|struck|hit|brought down|blown up|torn open)"
        rf" by {_PHRASE}",
        rf"\b(?:due|owing) to {_PHRASE}",
        rf"\b(?:because|result|victims?|consequence) of {_PHRASE}",
        rf"\b(?:consistent|compatible) with {_PHRASE}",
    )
)
_MAY_BE: Final = r"(?:(?:was|were|is|are|be|been|had|has|have|may|might|could|must|would|not|really|itself) ){1,4}"
# Turns of phrase that come after what they name, with whether it can be an actor and whether a cause.
_AFTER: Final = (
    (re.compile(rf" {_MAY_BE}(?:behind|responsible|to blame|guilty|the culprits?)\b"), True, False),
    (re.compile(rf" {_THEORY}\b"), True, True),
    (
        re.compile(
            r" (?:(?:had|has|may have|might have|could have|must have) )?(?:caused|brought (?:it|her) down|set off)\b"
        ),
        False,
        True,
    ),
)
_LAST_PHRASE: Final = re.compile(rf"\b{_PHRASE}$")
_PLACED: Final = re.compile(r"\b(?:in|at|near|across|around|outside|inside|throughout) $")
"""*Every farmer in Harvia is responsible*: what follows says where."""
_REACH: Final = 100
"""Characters before a turn of phrase in which what it names begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """An explanation named in a text: the phrase that names it, and where it stands (code points).

    `actor` and `cause` tell what the turn of phrase lets it be; both may be so.
    """

    document_id: str
    start: int
    end: int
    phrase: str
    actor: bool
    cause: bool


def find_namings(documents: Iterable[Document]) -> tuple[Naming, ...]:
    """Return the explanations that texts name as such, in reading order; one for each phrase in each place."""
    return tuple(naming for document in documents for naming in _find_in(document))


def _find_in(document: Document) -> Iterator[Naming]:
    found: dict[tuple[int, int], Naming] = {}
    for start, end, actor, cause in _list_phrases(document.text):
        known = found.get((start, end))
        found[start, end] = Naming(
            document_id=document.id,
            start=start,
            end=end,
            phrase=" ".join(document.text[start:end].split()),
            actor=actor or (known is not None and known.actor),
            cause=cause or (known is not None and known.cause),
        )
    yield from (found[place] for place in sorted(found))


def _list_phrases(text: str) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield where each phrase begins and ends, and whether it can be an actor and whether a cause."""
    for patterns, actor, cause in ((_ACTORS, True, False), (_EITHER, True, True), (_CAUSES, False, True)):
        for pattern in patterns:
            for match in pattern.finditer(text):
                for group in pattern.groupindex:
                    if match[group]:
                        yield *match.span(group), actor, cause
    for pattern, actor, cause in _AFTER:
        for match in pattern.finditer(text):
            first = max(0, match.start() - _REACH)
            before = _LAST_PHRASE.search(text[first : match.start()])
            if before is not None and not _PLACED.search(text[: first + before.start()]):
                yield first + before.start("phrase"), first + before.end("phrase"), actor, cause
