"""Attributions and the author's own sentences to claims: one proposition said by one chain of voices.

The content of every attribution is read for frames (who did it, what caused it) and counts; what is left of each sentence is
the author's own. A nested attribution owns its content; the one around it owns the rest.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.extract.certainty import find_hedge
from rashomon.extract.counts import find_counts
from rashomon.extract.clauses import phrase_of
from rashomon.extract.frames import Frame, find_frames
from rashomon.extract.mentions import find_mentions, resolve_pronoun
from rashomon.extract.parsing import Parsed, Stretch
from rashomon.model.attribution import Attribution, Span
from rashomon.model.claim import Claim, Mention, Proposition, Voice
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, Slot, Stance

UNNAMED: Final = "unnamed source"
"""The holder of an attribution that names nobody."""

_FIRST_PERSON: Final = frozenset("i we me us my our ours myself this these the newspaper paper".split())
_CONDITIONAL: Final = re.compile(
    r"^\W*(?:if|unless|were|should|had)\b|\bif\b.{0,80}\bwould\b|\bwould\b.{0,80}\bif\b", re.IGNORECASE
)
_DENYING: Final = frozenset("deny reject dismiss disclaim refute rebut".split())
_FEWEST_WORDS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A run of tokens within one sentence that one voice says. `attribution` is None where the author speaks."""

    first: int
    last: int
    attribution: Attribution | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What claims of one document are made from."""

    document: Document
    parsed: Parsed
    by_id: Mapping[str, Attribution]
    recipe: str


def make_claims(
    document: Document, parsed: Parsed, attributions: Sequence[Attribution], *, recipe: str
) -> tuple[Claim, ...]:
    """Return a document's claims in reading order."""
    context = Context(document=document, parsed=parsed, by_id={a.id: a for a in attributions}, recipe=recipe)
    found: dict[str, Claim] = {}
    for unit in split_units(parsed, attributions):
        for claim in _claims_of(context, unit, len(found)):
            found.setdefault(claim.id, claim)
    return tuple(found.values())


def split_units(parsed: Parsed, attributions: Sequence[Attribution]) -> Iterator[Unit]:
    """Yield who says which tokens, sentence by sentence: the innermost attribution owns a token, else the author.

    The words of a source and its cue belong to nobody's proposition.
    """
    owners: list[int | None] = [None] * len(parsed.tokens)
    aside = [False] * len(parsed.tokens)
    depth = {a.id: _depth(a, {x.id: x for x in attributions}) for a in attributions}
    for number, attribution in sorted(enumerate(attributions), key=lambda pair: depth[pair[1].id]):
        for index in _tokens_in(parsed, attribution.content):
            owners[index], aside[index] = number, False
        for index in _tokens_in(parsed, attribution.source + attribution.cue):
            aside[index] = True
    for sentence in parsed.sentences:
        yield from _units_of(parsed, sentence, owners, aside, attributions)


def chain_of(context: Context, attribution: Attribution | None) -> tuple[Voice, ...]:
    """Return the voices of a unit, outermost first: the publisher, then every source the attribution is nested in."""
    voices: list[Voice] = []
    while attribution is not None:
        voices.append(_voice(attribution))
        attribution = context.by_id.get(attribution.parent_id) if attribution.parent_id else None
    publisher = Voice(name=context.document.publisher or context.document.input_id)
    named = [voice for voice in reversed(voices) if voice.name.lower().split()[:1] not in ([w] for w in _FIRST_PERSON)]
    own = [voice for voice in named if voice.name.casefold() != publisher.name.casefold()]
    return (publisher, *own)


def _claims_of(context: Context, unit: Unit, order: int) -> Iterator[Claim]:
    parsed = context.parsed
    frames = find_frames(parsed, unit.first, unit.last)
    mentions = find_mentions(parsed, unit.first, unit.last)
    for count in find_counts(parsed, unit.first, unit.last):
        first, last = _spread(parsed, unit, count.first, count.last)
        value = parsed.text[parsed.tokens[count.first].start : parsed.tokens[count.last - 1].end]
        proposition = Proposition(slot=Slot.COUNT, value=value, unit=count.unit, low=count.low, high=count.high)
        yield _claim(context, unit, proposition, (first, last), mentions, order=order, frame=None)
        order += 1
    several = len({(f.slot, f.actor) for f in frames}) > 1
    for frame in frames:
        bounds = (
            _spread(parsed, unit, max(unit.first, frame.first), min(unit.last, frame.last))
            if several
            else (unit.first, unit.last)
        )
        proposition = _proposition(context, unit, frame)
        yield _claim(context, unit, proposition, bounds, _with_agent(parsed, mentions, frame), order=order, frame=frame)
        order += 1
    if not frames and sum(t.text[0].isalnum() for t in parsed.tokens[unit.first : unit.last]) >= _FEWEST_WORDS:
        quote = parsed.text[parsed.tokens[unit.first].start : parsed.tokens[unit.last - 1].end]
        yield _claim(
            context,
            unit,
            Proposition(slot=Slot.STATEMENT, value=quote),
            (unit.first, unit.last),
            mentions,
            order=order,
            frame=None,
        )


def _claim(
    context: Context, unit: Unit, proposition: Proposition, bounds: tuple[int, int], mentions: tuple[Mention, ...], *, order: int, frame: Frame | None
) -> Claim:  # fmt: skip
    parsed, attribution = context.parsed, unit.attribution
    start, end = parsed.tokens[bounds[0]].start, parsed.tokens[bounds[1] - 1].end
    sentence = parsed.sentences[parsed.tokens[bounds[0]].sentence]
    chain = chain_of(context, attribution)
    polarity = _polarity(parsed, attribution, frame)
    certainty = _certainty(parsed, attribution, bounds)
    modality = _modality(context, unit, frame, polarity, parsed.text[sentence.start : sentence.end])
    if modality is Modality.QUESTION and polarity is Polarity.ASSERT:
        certainty = Certainty.NONE
    return Claim(
        id=derive_id("clm", context.document.id, start, end, proposition.slot, proposition.value, proposition.unit, chain[-1].name, polarity),
        document_id=context.document.id,
        start=start,
        end=end,
        quote=parsed.text[start:end],
        context_start=sentence.start,
        context_end=sentence.end,
        proposition=proposition,
        chain=chain,
        polarity=polarity,
        certainty=certainty,
        stance=attribution.stance if attribution is not None else Stance.ENDORSES,
        modality=modality,
        mentions=mentions,
        order=order,
        made=Made(recipe=context.recipe, inputs=(context.document.id,)),
        attribution_id=attribution.id if attribution is not None and len(chain) > 1 else None,
    )  # fmt: skip


def _proposition(context: Context, unit: Unit, frame: Frame) -> Proposition:
    parsed = context.parsed
    if frame.actor is None:
        value = chain_of(context, unit.attribution)[-1].name
    else:
        first, last = phrase_of(parsed, frame.actor)
        value = parsed.text[parsed.tokens[first].start : parsed.tokens[last - 1].end]
        value = resolve_pronoun(parsed, frame.actor) or value
    return Proposition(slot=frame.slot, value=value, predicate=frame.predicate, target=frame.target)


def _polarity(parsed: Parsed, attribution: Attribution | None, frame: Frame | None) -> Polarity:
    """Denying that it was not so is saying that it was: the cue's negation and the clause's cancel each other."""
    denied = attribution is not None and attribution.polarity is Polarity.DENY
    if frame is not None:
        by_cue = frame.anchor in (_tokens_in(parsed, attribution.cue) if attribution is not None else ())
        denied = denied if by_cue and denied else denied != frame.negated
    return Polarity.DENY if denied else Polarity.ASSERT


def _certainty(parsed: Parsed, attribution: Attribution | None, bounds: tuple[int, int]) -> Certainty:
    own = find_hedge(parsed, *bounds) or Certainty.CERTAIN
    if attribution is None:
        return own
    ladder = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNLIKELY, Certainty.NONE)
    return max(attribution.certainty, own, key=ladder.index)


def _modality(context: Context, unit: Unit, frame: Frame | None, polarity: Polarity, sentence: str) -> Modality:
    attribution = unit.attribution
    stated = attribution.modality if attribution is not None else Modality.ASSERTION
    if attribution is None and sentence.rstrip("\"”'’ ").endswith("?"):
        return Modality.QUESTION
    if attribution is None and _CONDITIONAL.search(sentence):
        return Modality.CONDITIONAL
    if frame is None or frame.slot is not Slot.RESPONSIBLE:
        return stated
    if frame.actor is None:
        if polarity is Polarity.DENY:
            return Modality.DENIAL
        return Modality.CLAIM_OF_RESPONSIBILITY if stated is not Modality.ADMISSION else stated
    if stated is Modality.ASSERTION:
        return Modality.DENIAL if polarity is Polarity.DENY else Modality.ACCUSATION
    return stated


def _voice(attribution: Attribution) -> Voice:
    span = attribution.source[0] if attribution.source else None
    return Voice(
        name=attribution.source_name or UNNAMED, cue=attribution.cue_text,
        start=span.start if span else -1, end=span.end if span else -1,
    )  # fmt: skip


def _with_agent(parsed: Parsed, mentions: tuple[Mention, ...], frame: Frame) -> tuple[Mention, ...]:
    """Mark the mention that the frame names as the agent."""
    if frame.actor is None:
        return mentions
    head = parsed.tokens[frame.actor]
    return tuple(
        Mention(text=m.text, label=m.label, start=m.start, end=m.end, role=MentionRole.AGENT)
        if m.start <= head.start < m.end
        else m
        for m in mentions
    )


def _units_of(
    parsed: Parsed, sentence: Stretch, owners: list[int | None], aside: list[bool], attributions: Sequence[Attribution]
) -> Iterator[Unit]:  # fmt: skip
    """Runs of one owner; a run broken only by a source and cue in its middle ("X, he said, did it") is one unit."""
    runs: list[tuple[int, int, int | None]] = []
    for index in range(sentence.first, sentence.last):
        if aside[index]:
            continue
        owner = owners[index]
        if runs and runs[-1][2] == owner and (index == runs[-1][1] or owner is not None):
            runs[-1] = (runs[-1][0], index + 1, owner)
        else:
            runs.append((index, index + 1, owner))
    for first, last, owner in runs:
        first, last = _trim(parsed, first, last)
        if first < last:
            yield Unit(first=first, last=last, attribution=None if owner is None else attributions[owner])


def _trim(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    while first < last and not any(ch.isalnum() for ch in parsed.tokens[first].text):
        first += 1
    while last > first and not any(ch.isalnum() for ch in parsed.tokens[last - 1].text):
        last -= 1
    return first, last


def _spread(parsed: Parsed, unit: Unit, first: int, last: int) -> tuple[int, int]:
    """Keep a claim inside its unit and free of punctuation at its edges; the unit itself where nothing is left."""
    first, last = _trim(parsed, max(first, unit.first), min(last, unit.last))
    return (first, last) if first < last else (unit.first, unit.last)


def _tokens_in(parsed: Parsed, spans: Sequence[Span]) -> Iterator[int]:
    for span in spans:
        first = bisect_left(parsed.tokens, span.start, key=lambda token: token.start)
        yield from range(first, bisect_left(parsed.tokens, span.end, key=lambda token: token.start))


def _depth(attribution: Attribution, by_id: Mapping[str, Attribution]) -> int:
    depth = 0
    while attribution.parent_id is not None and depth < 16:
        attribution = by_id[attribution.parent_id]
        depth += 1
    return depth
