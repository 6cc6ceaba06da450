"""Attributions and the author's own sentences to claims: one proposition said by one chain of voices.

The content of every attribution is read for frames (who did it, what caused it) and counts; what is left of each
sentence is the author's own. A nested attribution owns its content; the one around it owns the rest.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.extract.appraisal import Appraisal
from rashomon.extract.clauses import phrase_of
from rashomon.extract.counts import find_counts
from rashomon.extract.frames import Frame, find_frames
from rashomon.extract.labels import Statement, label
from rashomon.extract.mentions import find_mentions, resolve_pronoun
from rashomon.extract.parsing import Parsed
from rashomon.extract.units import Unit, split_units, tokens_in, trim_punctuation
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Claim, Mention, Proposition, Voice
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.places import state_of
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Slot

UNNAMED: Final = "unnamed source"
"""The holder of an attribution that names nobody."""

_OWN_VOICE: Final = re.compile(r"(?:I|we|me|us|myself|it|this|that|these|which|(?:my|our)\b.*)", re.IGNORECASE)
"""Sources that are the author speaking, or a thing that says nothing (*it would mean that …*)."""
_UNRESOLVED: Final = frozenset(
    {"", "he", "she", "they", "his", "her", "its", "their", "him", "them", "who", "themselves", "none", "nobody"}
)
_SINGULAR: Final = frozenset("he she him her himself herself".split())
_PRONOUNS: Final = _SINGULAR | {"they", "them", "themselves"}
_PERSON_NAME: Final = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}")
_FEWEST_WORDS: Final = 2
_FEW_TOKENS: Final = 5
_NEAR: Final = 24
"""Characters between a cue and a content that is shown together with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What claims of one document are made from."""

    document: Document
    parsed: Parsed
    by_id: Mapping[str, Attribution]
    recipe: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    """One proposition of a unit, before it is a claim: tokens first..last (exclusive), and the frame it came from."""

    proposition: Proposition
    first: int
    last: int
    mentions: tuple[Mention, ...]
    frame: Frame | None = None


def make_claims(
    document: Document, parsed: Parsed, attributions: Sequence[Attribution], *, recipe: str
) -> tuple[Claim, ...]:
    """Return a document's claims in reading order."""
    context = Context(document=document, parsed=parsed, by_id={a.id: a for a in attributions}, recipe=recipe)
    found: dict[str, Claim] = {}
    for unit in split_units(parsed, attributions):
        for saying in _sayings_of(context, unit):
            claim = _claim(context, unit, saying, len(found))
            found.setdefault(claim.id, claim)
    return tuple(found.values())


def chain_of(context: Context, attribution: Attribution | None) -> tuple[Voice, ...]:
    """Return the voices of a unit, outermost first: the publisher, then every source the attribution is nested in."""
    voices: list[Voice] = []
    while attribution is not None:
        voices.append(_voice(attribution))
        if attribution.medium:
            voices.append(Voice(name=attribution.medium))
        attribution = context.by_id.get(attribution.parent_id) if attribution.parent_id else None
    publisher = Voice(name=context.document.publisher or context.document.input_id)
    own = _fold(publisher.name)
    return (publisher, *(v for v in reversed(voices) if _fold(v.name) != own and not _OWN_VOICE.fullmatch(v.name)))


def _sayings_of(context: Context, unit: Unit) -> Iterator[_Saying]:
    """What a unit says: its counts, its frames, or, where it has no frame, the statement as a whole."""
    parsed = context.parsed
    mentions = find_mentions(parsed, unit.first, unit.last)
    for count in find_counts(parsed, unit.first, unit.last):
        value = parsed.words(count.first, count.last)
        proposition = Proposition(slot=Slot.COUNT, value=value, unit=count.unit, low=count.low, high=count.high)
        first, last = _within(parsed, unit, count.first, count.last)
        yield _Saying(proposition=proposition, first=first, last=last, mentions=mentions)
    cue = tuple(tokens_in(parsed, unit.attribution.cue)) if unit.attribution is not None else ()
    found = find_frames(parsed, unit.first, unit.last, cue=cue)
    frames = [(frame, value) for frame in found if (value := _value_of(context, unit, frame))]
    for frame, value in frames:
        first, last = _within(parsed, unit, frame.first, frame.last) if len(frames) > 1 else (unit.first, unit.last)
        proposition = Proposition(slot=frame.slot, value=value, predicate=frame.predicate, target=frame.target)
        agents = _with_agent(parsed, mentions, frame)
        yield _Saying(proposition=proposition, first=first, last=last, mentions=agents, frame=frame)
    if not frames and unit.attribution is not None and unit.attribution.modality is Modality.CLAIM_OF_RESPONSIBILITY:
        holder = chain_of(context, unit.attribution)[-1].name
        proposition = Proposition(slot=Slot.RESPONSIBLE, value=holder, predicate="claim")
        yield _Saying(proposition=proposition, first=unit.first, last=unit.last, mentions=mentions)
    elif not frames and sum(t.text[0].isalnum() for t in parsed.tokens[unit.first : unit.last]) >= _FEWEST_WORDS:
        quote = parsed.words(unit.first, unit.last)
        proposition = Proposition(slot=Slot.STATEMENT, value=quote)
        yield _Saying(proposition=proposition, first=unit.first, last=unit.last, mentions=mentions)


def _claim(context: Context, unit: Unit, saying: _Saying, order: int) -> Claim:
    document, parsed, attribution = context.document, context.parsed, unit.attribution
    start, end = _offsets(parsed, attribution, saying)
    sentence = parsed.sentence_of(parsed.tokens[saying.first])
    chain = chain_of(context, attribution)
    labels = _labels(context, unit, saying)
    said = saying.proposition
    return Claim(
        id=derive_id("clm", document.id, start, end, said.slot, said.value, said.unit, chain[-1].name, labels.polarity),
        document_id=document.id,
        start=start,
        end=end,
        quote=parsed.text[start:end],
        context_start=sentence.start,
        context_end=sentence.end,
        proposition=said,
        chain=chain,
        polarity=labels.polarity,
        certainty=labels.certainty,
        stance=labels.stance,
        modality=labels.modality,
        mentions=saying.mentions,
        order=order,
        made=Made(recipe=context.recipe, inputs=(document.id,)),
        attribution_id=attribution.id if attribution is not None and len(chain) > 1 else None,
    )


def _offsets(parsed: Parsed, attribution: Attribution | None, saying: _Saying) -> tuple[int, int]:
    """Where a claim stands; a content of a few words is shown with its cue (*strongly rejects any accusation*)."""
    start, end = parsed.tokens[saying.first].start, parsed.tokens[saying.last - 1].end
    cue = attribution.cue[0] if attribution is not None and attribution.cue else None
    if cue is not None and saying.last - saying.first < _FEW_TOKENS and 0 <= start - cue.end <= _NEAR:
        start = cue.start
    return start, end


def _value_of(context: Context, unit: Unit, frame: Frame) -> str:
    """Who a frame names, in the text's words; a pronoun's antecedent; "" for a pronoun that stands for nobody we
    know."""
    parsed, holder = context.parsed, chain_of(context, unit.attribution)[-1].name
    if frame.actor is None:
        return holder
    pronoun = parsed.tokens[frame.actor].text.lower()
    if pronoun in _SINGULAR and unit.attribution is not None and _PERSON_NAME.fullmatch(holder):
        return holder
    if pronoun in _PRONOUNS:
        return resolve_pronoun(parsed, frame.actor, speaker=holder) or ""
    first, last = phrase_of(parsed, frame.actor)
    value = parsed.words(first, last).rstrip(" ,;:-–—")
    return value if _keeps_capital(parsed, first) else value[0].lower() + value[1:]


def _keeps_capital(parsed: Parsed, first: int) -> bool:
    """Tell whether a phrase's capital is its own, rather than that of the sentence it begins."""
    token = parsed.tokens[first]
    begins = first == parsed.sentence_of(token).first
    return not begins or token.pos == "PROPN" or state_of(token.text) is not None or token.text[1:2].isupper()


def _labels(context: Context, unit: Unit, saying: _Saying) -> Appraisal:
    parsed, frame, voice = context.parsed, saying.frame, unit.attribution
    holder = chain_of(context, voice)[-1].name
    actor = None if frame is None or frame.actor is None else parsed.tokens[frame.actor]
    if actor is not None and voice is not None and _fold(saying.proposition.value) == _fold(holder):
        actor = None
    statement = Statement(unit=unit, voice=voice, first=saying.first, last=saying.last, frame=frame, actor=actor)
    found = label(parsed, statement)
    if voice is not None and _is_supposed(parsed, voice):
        owned = found.modality is Modality.CLAIM_OF_RESPONSIBILITY
        found = replace(found, certainty=Certainty.NONE, modality=Modality.ASSERTION if owned else found.modality)
    return found


def _is_supposed(parsed: Parsed, attribution: Attribution) -> bool:
    """*To say that we did it …*: nobody says it; the saying is only thought of."""
    first = next(tokens_in(parsed, attribution.cue), None)
    if attribution.source or first is None:
        return False
    before = parsed.tokens[first - 1].text.lower() if first else ""
    return "to" in {before, parsed.tokens[first].text.lower()}


def _fold(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _voice(attribution: Attribution) -> Voice:
    span = attribution.source[0] if attribution.source else None
    return Voice(
        name=UNNAMED if attribution.source_name.lower() in _UNRESOLVED else attribution.source_name,
        cue=attribution.cue_text,
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


def _within(parsed: Parsed, unit: Unit, first: int, last: int) -> tuple[int, int]:
    """Keep a range inside its unit and free of punctuation at its edges; the whole unit where nothing is left."""
    first, last = trim_punctuation(parsed, max(first, unit.first), min(last, unit.last))
    return (first, last) if first < last else (unit.first, unit.last)
