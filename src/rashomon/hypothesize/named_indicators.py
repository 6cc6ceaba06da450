"""What the reports themselves say would decide the matter: tests awaited, things to be found, proofs to be given.

*If they can prove that …*, *the wreckage will tell*, *awaits the results of …*, *until the recorder is read*. Each is
quoted at its place, with the explanation it would speak for where the text says or where one is under discussion.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rashomon.hypothesize.implications import sentences_in
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.theories import Discussion, first_within, last_before
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import NamedIndicator

RECIPE: Final = "hypothesize.indicators@1"

_REVEALS: Final = (
    r"(?:show|tell|prove|confirm|establish|settle|determine|decide|reveal|clarify|resolve|clear up|disprove|refute"
    r"|exonerate|clinch|identify|shed|say|answer|rule out|corroborate|verify|demonstrate|point to)"
)
_THINGS: Final = (
    r"(?:results?|outcome|findings?|report|reports|analys[ie]s|tests?|autops(?:y|ies)|examinations?|laborator(?:y"
    r"|ies)"
    r"|samples?|verdict|inquiry|investigation|publication|expertise|comparison|inspection|recordings?|data|recorder"
    r"|wreck|wreckage|fragments?|remains|survey|evidence|log|logs|documents?|papers?|box|tapes?|ballistics|forensics)"
)
_TURNS_UP: Final = (
    r"(?:turns? (?:up|out)|(?:is|are|were|was|has been|have been|can be|could be) (?:ever )?(?:found|recovered"
    r"|confirmed|identified"
    r"|traced|matched|produced|published|released|shown|proved|proven|located|raised|decoded|read)|emerges?|surfaces?"
    r"|agrees?|match(?:es)?|fits?|comes? (?:to light|back|out)|points? to|shows?|proves?|contains?|bears? out|holds?)"
)
_PROVES: Final = (
    r"(?:can|could|are able to|is able to|manages? to|succeeds? in|ever) (?:\w+ )?"
    r"(?:prove|show|demonstrate|produce|establish|confirm|find|present|proving)"
)
_CUES: Final = re.compile(
    r"(?P<clause>"
    rf"\b(?:if|once|when|until|unless|should) (?:and when )?(?:[^\s,;:]+ ){{1,8}}?(?:{_PROVES}"
    rf"|{_TURNS_UP})\b[^,;:]{{0,120}}"
    rf"|\b(?:depend|depends|hinge|hinges|turn|turns|rest|rests) (?:up)?on (?:whether|what|how|if"
    rf"|the {_THINGS})\b[^,;:]{{0,120}}"
    rf"|\bwhether (?:[^\s,;:]+ ){{1,8}}?{_TURNS_UP}\b[^,;:]{{0,100}}"
    rf"|\buntil (?:[^\s,;:]+ ){{1,8}}?(?:is|are|has been|have been|can be) (?:read|opened|examined|recovered|found"
    rf"|raised|tested|published"
    r"|analysed|analyzed|released|decoded|identified|known|made public|translated|complete|finished|salvaged"
    r"|exhumed)\b[^,;:]{0,80}"
    r")|(?P<sentence>"
    rf"\b{_THINGS}(?: [^\s.;:]+){{0,6}}? (?:will|would|could|should|may|might|can) (?:\w+ )?{_REVEALS}\b"
    rf"|\b(?:will|would|could|should|might) (?:\w+ )?(?:show|tell|confirm|settle|determine|establish|reveal|decide"
    rf"|prove|clarify) (?:whether|who|what|if|how|which|the matter)\b"
    rf"|\b(?:await|awaits|awaited|awaiting|pending)\b(?: [^\s.;:]+){{0,5}}? {_THINGS}\b"
    rf"|\b{_THINGS}(?: [^\s.;:]+){{0,6}}? (?:is|are) (?:still |not )?(?:expected|due|awaited|pending|outstanding)\b"
    rf"|\b(?:has|have|had) asked for (?:an? |the )?(?:\w+ )?{_THINGS}\b"
    rf"|\b(?:is|are|remains?) (?:still |yet )?to be (?:examined|tested|raised|analysed|analyzed|interviewed|opened"
    rf"|read|recovered|published)\b"
    r"|\bremains to be seen\b|\bonly (?:an?|the) (?:\w+ ){0,3}(?:can|could|will|would) (?:show|tell|prove|settle"
    r"|confirm|say)\b"
    r")",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(r"^\W*(?:if you|if any questions)|\bplease\b", re.IGNORECASE)
_LONGEST: Final = 400


def find_named_indicators(reading: Reading, discussions: Sequence[Discussion]) -> tuple[NamedIndicator, ...]:
    """Return what the reports name as deciding, in reading order, one for each place; not what copies repeat."""
    return tuple(
        found
        for discussion in discussions
        if not all(claim.id in reading.copied for claim in discussion.claims)
        for found in _named_in(reading, discussion)
    )


def _named_in(reading: Reading, discussion: Discussion) -> Iterator[NamedIndicator]:
    text = reading.texts[discussion.document_id]
    theories = discussion.brought_up()
    for first, last in sentences_in(discussion):
        for cue in _CUES.finditer(text, first, last):
            start, end = cue.span()
            if cue["sentence"] is not None:
                start, end = _part_around(text, first, last, start, end)
            while end > start and (text[end - 1].isspace() or text[end - 1] in '.,;:!?"”’'):
                end -= 1
            if end - start > _LONGEST or _ASKS.search(text, first, end):
                continue
            theory = first_within(theories, start, end) or last_before(theories, start)
            hypothesis_id = theory.hypothesis_id if theory is not None else None
            yield NamedIndicator(
                id=derive_id("ind", discussion.document_id, start, end),
                what=text[start:end],
                hypothesis_id=hypothesis_id,
                document_id=discussion.document_id,
                start=start,
                end=end,
                made=Made(recipe=RECIPE, inputs=(discussion.document_id, *filter(None, (hypothesis_id,)))),
            )


def _part_around(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Return the part of a sentence, between semicolons, that a cue stands in."""
    begin = max(text.rfind(";", first, start) + 1, first)
    stop = text.find(";", end, last)
    while begin < start and (text[begin].isspace() or text[begin] in "\"“”'"):
        begin += 1
    return begin, stop if stop >= 0 else last
