"""What a text says would follow: consequences bound to the explanation they hang on.

A consequence is read sentence by sentence, one for each part of a sentence between semicolons. It hangs on the
explanation its condition names (*if the owners did it, …*), else on one that its consequence names (*…, it was a
shell*), else on the one under discussion (*if so*, *that would mean*, *it also would*).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.theories import Discussion, Theory, first_within, last_before
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import Implication
from rashomon.model.vocabulary import Certainty

RECIPE: Final = "hypothesize.implications@2"

_FOLLOWS: Final = r"(?:would|could|may|might|will|should|must|can|['’]ll|['’]d|won['’]t)"
_RESULTS: Final = (
    r"(?:signal|mean|imply|mark|lead|force|bring|draw|amount|make|put|leave|give|raise|open|turn|change|have to"
    r"|be an?"
    r"|be the|show|take|cost|end|set|bear|require|oblige|call|shift|suggest|point|become|weaken|strengthen|trigger"
    r"|cause|help"
    r"|hurt|deal|remove|add|spell|follow|hand|allow|confirm|prove|constitute|represent|upset|shake|undo|fit)"
)
_CONDITION: Final = re.compile(
    r"(?<!as )(?<!even )(?<!what )(?<!only )\bif (?!you\b|one\b|any(?:thing|body|one)? (?:questions|wish)|only\b"
    r"|anything\b)"
    r"|\bunless\b|\b(?:assuming|supposing|suppose|provided|in the event) (?:that )?|\bin (?:that|which) case\b",
    re.IGNORECASE,
)
# "Should it prove true, …", "Were it somebody else, …": only where a part of a sentence begins.
_INVERTED: Final = re.compile(
    r"^\W*(?:and |but |or )?(?:should|were|had) (?:it|this|that|he|she|they|the|an?|any|there|somebody|someone"
    r"|[A-Z]\w+)\b"
    r"[^?]{3,}, ?[^?]{3,}$",
    re.IGNORECASE,
)
_DEMONSTRATIVE: Final = re.compile(
    rf"\b(?:that|this|it|which|these|the consequences?) (?:also |then |in turn )?(?:would|could|might"
    rf"|will)(?: \w+)? {_RESULTS}\b"
    rf"|\b(?:that|this|which|it all) (?:also |then )?(?:means|implies|spells|amounts to)\b"
    rf"|\bit {_FOLLOWS} (?:\w+ )?be the (?:first|worst|second|third|biggest|gravest|largest|deadliest)\b",
    re.IGNORECASE,
)
_ASKED_IF: Final = re.compile(
    r"\b(?:ask|asks|asked|asking|know|knows|knew|see|sees|say|says|said|tell|tells|told|wonder\w*|unclear|sure|unsure|surprised|astonished"
    r"|determine|learn|check|decide|doubt)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(
    r"(?:if|should|were|assuming) "
    r"(?:so|true|(?:it|this|that)(?: is| were| be| proves?)? (?:so|true|confirmed|the case))\b"
    r"|(?:that|this|it|which|these|the consequences?)\b|in (?:that|which) case\b",
    re.IGNORECASE,
)
"""What begins so speaks of the explanation last spoken of, whatever it names itself."""
_ALSO: Final = re.compile(r"\b(?:also|too|moreover|besides|furthermore|further|in addition)\b", re.IGNORECASE)
_PLEASANTRIES: Final = re.compile(
    r"\bplease\b|\bif (?:possible|necessary|needed|applicable|anything|at all)\b", re.IGNORECASE
)
_POSSIBLY: Final = re.compile(r"\b(?:could|may|might|can|perhaps|possibly)\b", re.IGNORECASE)
_PROBABLY: Final = re.compile(r"\b(?:would|should|['’]d|probably|likely|presumably|one supposes)\b", re.IGNORECASE)
_PART: Final = re.compile(r"[^;]+")
_LONGEST_SENTENCE: Final = 1_500
_FEWEST_WORDS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditional:
    """A part of a sentence that says what would follow: its place, and where its condition begins and ends.

    Without a condition of its own (*that would mean*) `condition_start` and `condition_end` are the part's start.
    """

    start: int
    end: int
    condition_start: int
    condition_end: int


def find_implications(reading: Reading, discussions: Sequence[Discussion]) -> tuple[Implication, ...]:
    """Return the consequences the reports name, in reading order; what hangs on no explanation is left out."""
    return tuple(found for discussion in discussions for found in _imply_in(reading, discussion))


def sentences_in(discussion: Discussion) -> list[tuple[int, int]]:
    """Return where the sentences stand that claims were found in, each once, in reading order."""
    spans = sorted({(claim.context_start, claim.context_end) for claim in discussion.claims})
    return [(start, min(end, start + _LONGEST_SENTENCE)) for start, end in spans]


def _imply_in(reading: Reading, discussion: Discussion) -> Iterator[Implication]:
    text = reading.texts[discussion.document_id]
    theories = discussion.brought_up()
    last = ""
    for start, end in sentences_in(discussion):
        for conditional in find_conditionals(text, start, end):
            then = text[conditional.start : conditional.end]
            hypothesis_id = (_ALSO.search(then) and last) or _hangs_on(text, theories, conditional)
            if not hypothesis_id:
                continue
            last = hypothesis_id
            yield Implication(
                id=derive_id("imp", discussion.document_id, conditional.start, conditional.end, hypothesis_id),
                hypothesis_id=hypothesis_id,
                then=then,
                certainty=_how_surely(text, conditional),
                document_id=discussion.document_id,
                start=conditional.start,
                end=conditional.end,
                made=Made(recipe=RECIPE, inputs=(discussion.document_id, hypothesis_id)),
            )


def says_what_follows(sentence: str) -> bool:
    """Tell whether a sentence says what would follow from the one before it (*that would mean*)."""
    return _DEMONSTRATIVE.search(sentence[:_LONGEST_SENTENCE]) is not None


def find_conditionals(text: str, start: int, end: int) -> Iterator[Conditional]:
    """Yield the parts of a sentence at start..end that say what would follow from something."""
    for part in _PART.finditer(text, start, end):
        first, last = _trim(text, part.start(), part.end())
        said = text[first:last]
        if len(said.split()) < _FEWEST_WORDS or _PLEASANTRIES.search(said):
            continue
        cue = _CONDITION.search(text, first, last)
        if cue is not None and not _ASKED_IF.search(text, max(first, cue.start() - 40), cue.start()):
            yield from _with_condition(text, first, last, cue.start())
        elif _INVERTED.match(said):
            comma = text.find(",", first, last)
            yield Conditional(start=first, end=last, condition_start=first, condition_end=comma)
        elif _DEMONSTRATIVE.search(said):
            yield Conditional(start=first, end=last, condition_start=first, condition_end=first)


def _with_condition(text: str, first: int, last: int, cue: int) -> Iterator[Conditional]:
    """Where the condition comes first its part begins with it; where it comes last the whole part is meant."""
    comma = text.find(",", cue, last)
    leads = comma >= 0 and len(text[comma:last].split()) >= _FEWEST_WORDS - 1
    before = text[first:cue]
    if leads and not re.search(rf"\b{_FOLLOWS}\b", before, re.IGNORECASE):
        yield Conditional(start=cue, end=last, condition_start=cue, condition_end=comma)
    elif before.strip() and re.search(rf"\b{_FOLLOWS}\b", before, re.IGNORECASE):
        yield Conditional(start=first, end=last, condition_start=cue, condition_end=last)
    elif re.match(r"in (?:that|which) case\b", text[cue:last], re.IGNORECASE):
        yield Conditional(start=cue, end=last, condition_start=cue, condition_end=cue)


def _hangs_on(text: str, theories: Sequence[Theory], conditional: Conditional) -> str | None:
    before = last_before(theories, conditional.start)
    if before is not None and _POINTS_BACK.match(text, conditional.condition_start, conditional.end):
        return before.hypothesis_id
    condition = first_within(theories, conditional.condition_start, conditional.condition_end)
    named = condition or first_within(theories, conditional.start, conditional.end)
    theory = named or before
    return theory.hypothesis_id if theory is not None else None


def _how_surely(text: str, conditional: Conditional) -> Certainty:
    """How surely it would follow, by the words of the consequence: could or might, would, will."""
    inside = conditional.condition_start > conditional.start
    then = (
        text[conditional.start : conditional.condition_start]
        if inside
        else text[conditional.condition_end : conditional.end]
    )
    if _POSSIBLY.search(then):
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if _PROBABLY.search(then) else Certainty.CERTAIN


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:—–-\"“”'"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:—–-"“”'):
        end -= 1
    return start, end
