"""What kind of argument a sentence is, and whether it speaks against the actor it names.

Cues are general English, in order of precedence; they are looked for in the claim's own words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rashomon.hypothesize.argument_cues import (
    LOOKED,
    MISSING,
    PHRASES,
    PLAIN,
    STRONG,
    UNLOOKED,
    WEAK,
    compile_cues,
    index_words,
)
from rashomon.hypothesize.rejection_cues import (
    DISMISSALS,
    DOUBLE_NEGATIONS,
    EMPTY_NEGATIONS,
    OPENNESS,
    OUTRIGHT,
    REJECTIONS,
)
from rashomon.model.vocabulary import AbsenceKind, EvidenceKind

_ORDER: Final = (
    EvidenceKind.INTERCEPT, EvidenceKind.IMAGE, EvidenceKind.MOTIVE, EvidenceKind.FINDING, EvidenceKind.PATTERN,
    EvidenceKind.PRECEDENT, EvidenceKind.PHYSICAL, EvidenceKind.DOCUMENT, EvidenceKind.OPPORTUNITY, EvidenceKind.MEANS,
    EvidenceKind.ABSENCE,
)  # fmt: skip
"""Of two kinds with as many cues the earlier one; those that name their thing most plainly come first."""
_STRONG_COUNTS: Final = 2
_PHRASE_COUNTS: Final = 3
_FEWEST: Final = 2
"""A single weak cue makes no argument."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST_READ: Final = 2_000
"""Characters of a claim that are read for cues: no sentence is longer."""
_ACCUSING: Final = r"""
    \bbehind\b|responsib|guilt|\bblam|accus|culprit|perpetrat|\bdid (?:it|this|so)\b|doing it|carried out|mastermind
    orchestrat
    inside job|false flag|staged|involve|owned up|implicat|explanation|\bcharged\b|suspect|points? to|pointed
    had (?:it )?done
"""
# A judgement on what was just said, by which a short remark shows what it is about.
_JUDGEMENTS: Final = r"""
    \b(?:possible|plausible|likely|likelier|probable|persuasive|convincing|credible|obvious|natural|suspicious)\b
    \b(?:lean|bet|money|guess|believ\w+|doubt\w*|trust|convinced|confirm\w*|prove[sdn]?|verif\w+|explain\w*)\b
    \b(?:grant|concede|agree|disagree|hold to|stand by|buy (?:it|that)|explanation|better cause|true)\b
"""
_GUILT_CUES: Final = r"""
    \bbehind\b|responsib|guilt|blam|accus|culprit|perpetrat|\bdid it\b|\bdo it\b|doing it|carried out|mastermind
    orchestrat|involve|inside job|false flag|provocation|suspect|charged|arrest|convict|indict|implicat|complicit
    owned up|\bclaims?\b.*\battack|points? to|pointed|trail|authors?\b|terroris|theory|explanation|sabotage|plot\b
    campaign against|war (?:on|against)
"""


# What stands in a side clause is not what the sentence denies: *seen there although he was not on duty*.
_SIDE_CLAUSES: Final = r"""
    \b(?:although|though|even if|in order that|so that|so as not to|because|unless|until|whoever)\b[^,;:]*
    (?<=\w),? \b(?:who|whose|where|when|while)\b[^,;:]*
    (?<=\w), which\b[^,;:]*
"""
_WHY: Final = re.compile(
    r"\b(?:why|what for|to what end) (?:on earth )?(?:would|should|did|do|does|was|were|is|are|has|have|had)\b"
    r"|^\W*(?:but |and |so )?(?:does|would|do|did|is|are) (?:an?|any|anyone|anybody|somebody|people"
    r"|the) .{3,100}\b(?:when|if|who)\b"
    r"|\bwhat (?:would|could|should) (?:\w+ ){1,4}(?:gain|want|have to gain|be the point)\b",
    re.IGNORECASE,
)
_DOUBTFUL: Final = re.compile(
    r"\b(?:why|what for|to what end|how) (?:on earth |then )?(?:would|should|could|['’]d)\b(?! not\b)"
    r"|\bif (?:it|this|that|they|he|she) (?:was|were|did|had)\b[^.;]{1,80}"
    r"\b(?:why|how come|where (?:is|are|was|were))\b"
    r"|\bwhat (?:would|could|should|had) (?:\w+ ){1,4}(?:gain|want|against|have to gain|be the point)\b"
    r"|^\W*(?:but |and |so )?(?:does|would) (?:an?|any|anyone|anybody|somebody|people) .{3,100}\b(?:when|if|who)\b",
    re.IGNORECASE,
)
"""What whoever doubts that somebody did it asks of him; a plain *why did they* takes for granted that they did."""
_NONE: Final = re.compile(
    r"^\W*(?:(?:but|and|that|though|yet|while|nor) )?(?:was |were |is |are |had |has )?"
    r"(?:no|not an?|not one|none|nothing|nobody|no one|neither|nor)\b|\bhas(?:n['’]t| not) \w+ed\b",
    re.IGNORECASE,
)
"""*No fog*, *none of them*: said to be absent, unless more telling words make it another argument."""


def _any_of(cues: str) -> re.Pattern[str]:
    return re.compile("|".join(cues.split("\n")[1:-1]).replace("    ", ""), re.IGNORECASE)


_WHOLE, _BEGUN = index_words((STRONG, _STRONG_COUNTS), (WEAK, 1))
_LENGTHS: Final = sorted({len(word) for word in _BEGUN})
_PHRASED: Final = tuple((kind, compile_cues(cues)) for kind, cues in PHRASES.items())
_PLAIN: Final = tuple((kind, compile_cues(cues)) for kind, cues in PLAIN.items())
_ABSENT: Final = (
    (AbsenceKind.NOT_LOOKED, compile_cues(UNLOOKED)),
    (AbsenceKind.NOT_FOUND, compile_cues(LOOKED)),
    (AbsenceKind.DENIED, compile_cues(MISSING)),
)
_REJECTION: Final = compile_cues(REJECTIONS + DISMISSALS)
_DISMISSAL: Final = compile_cues(DISMISSALS)
_REJECTED: Final = compile_cues(OUTRIGHT)
_OPEN: Final = compile_cues(OPENNESS)
_ACCUSES: Final = _any_of(_ACCUSING)
_EMPTY: Final = compile_cues(DOUBLE_NEGATIONS + EMPTY_NEGATIONS)
_DOUBLE: Final = compile_cues(DOUBLE_NEGATIONS)
_JUDGEMENT: Final = _any_of(_JUDGEMENTS)
_GUILT: Final = _any_of(_GUILT_CUES)
_SIDE: Final = _any_of(_SIDE_CLAUSES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """The kind of argument a sentence makes; for an absence, whether anybody looked."""

    kind: EvidenceKind
    absence: AbsenceKind | None = None


def find_argument(text: str, *, fewest: int = _FEWEST) -> Argument | None:
    """Return the argument a claim's words make, or None where they make none that we know.

    Cues count 1 (weak) to 3 (a phrase); `fewest` is how many a kind needs: 1 where the claim is known to argue.
    """
    text = text[:_LONGEST_READ]
    absence = next((kind for kind, cue in _ABSENT if cue.search(text)), None)
    if absence is not None:
        return Argument(kind=EvidenceKind.ABSENCE, absence=absence)
    counts: Counter[EvidenceKind] = Counter()
    for word in dict.fromkeys(match.lower() for match in _WORD.findall(text)):
        for kind, weight in _cues_in(word):
            counts[kind] += weight
    for kind, phrase in _PHRASED:
        counts[kind] += _PHRASE_COUNTS * len({match.lower() for match in phrase.findall(text)})
    counts[EvidenceKind.ABSENCE] += _STRONG_COUNTS * bool(_NONE.search(text))
    best = max(_ORDER, key=lambda kind: counts[kind])
    absence = AbsenceKind.DENIED if best is EvidenceKind.ABSENCE else None
    return Argument(kind=best, absence=absence) if counts[best] >= fewest else None


def _cues_in(word: str) -> Iterator[tuple[EvidenceKind, int]]:
    yield from _WHOLE.get(word, ())
    for length in _LENGTHS:
        if length > len(word):
            return
        yield from _BEGUN.get(word[:length], ())


@lru_cache(maxsize=1 << 13)
def argument_kind(text: str) -> EvidenceKind | None:
    """Return the kind of argument a claim's words plainly make, or None: stricter than `find_argument`.

    What is plain enough decides whether a sentence bears on an explanation at all.
    """
    return next((kind for kind, cue in _PLAIN if cue.search(text)), None)


def asks_why(text: str) -> bool:
    """Tell whether a claim asks why somebody should have done it, as one does who doubts it."""
    return bool(_WHY.search(text[:_LONGEST_READ]))


def asks_doubtfully(text: str) -> bool:
    """Tell whether a claim is a question that answers itself: *why would they?*, *if it was them, why the hurry?*"""
    return bool(_DOUBTFUL.search(text[:_LONGEST_READ]))


@lru_cache(maxsize=1 << 13)
def speaks_against(text: str) -> bool:
    """Tell whether a claim's words reject or exclude what they name; side clauses do not count."""
    return bool(_REJECTION.search(_SIDE.sub(" ", _EMPTY.sub(" ", text))))


@lru_cache(maxsize=1 << 13)
def affirms_doubly(text: str) -> bool:
    """Tell whether a claim's words negate only what is negated again (*no doubt*, *hardly without*, *no accident*)."""
    return bool(_DOUBLE.search(text)) and not speaks_against(text)


@lru_cache(maxsize=1 << 13)
def rejects_outright(text: str) -> bool:
    """Tell whether a sentence dismisses what it reports (*this is absurd*, *out of the question*)."""
    return bool(_REJECTED.search(_EMPTY.sub(" ", text)))


def speaks_of_who_did_it(text: str) -> bool:
    """Tell whether a claim's words say in so many words who did it, or did not; stricter than `speaks_of_guilt`."""
    return bool(_ACCUSES.search(text))


def judges(text: str) -> bool:
    """Tell whether a claim's words are a judgement on something said (*that is plausible*, *my money is on it*)."""
    return bool(_JUDGEMENT.search(text) or _DISMISSAL.search(text))


def dismisses(text: str) -> bool:
    """Tell whether a claim's words dismiss something outright (*absurd*, *ruled out*), rather than merely negate."""
    return bool(_DISMISSAL.search(_EMPTY.sub(" ", text)))


def leaves_open(text: str) -> bool:
    """Tell whether a claim's words say that the matter is not settled (*too early to say who*, *names no suspect*)."""
    return bool(_OPEN.search(text))


def speaks_of_guilt(text: str) -> bool:
    """Tell whether a claim's words are about who did it at all."""
    return bool(_GUILT.search(text))
