"""Whose a claim is: the voices of an attribution, outermost first, and those who take up what another says.

A source who rejects, confirms or mentions a claim does not relay it. Where the claim is nobody's (*rejected reports
that*), it is the claim of whoever takes it up; where it is somebody's (*rejected Lund's claim that*), both speak: Lund
says so, and the other says that it is not so.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.extract import attitudes
from rashomon.extract.appraisal import Appraisal, weaken
from rashomon.extract.carried import carrier_of, witness_in
from rashomon.extract.headings import signatory_of, titled_in
from rashomon.extract.parsing import Parsed
from rashomon.extract.units import Unit, tokens_in
from rashomon.extract.voiceless import is_voiceless
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Voice
from rashomon.model.document import Document
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance

UNNAMED: Final = "unnamed source"
"""The holder of an attribution that names nobody."""

_OWN_VOICE: Final = re.compile(r"(?:I|we|me|us|myself|it|this|that|these|which|(?:my|our)\b.*)", re.IGNORECASE)
"""Sources that are the author speaking, or a thing that says nothing (*it would mean that …*)."""
_UNRESOLVED: Final = frozenset(
    {"", "he", "she", "they", "his", "her", "its", "their", "him", "them", "who", "themselves", "none", "nobody"}
) | {"word", "rumour", "rumor", "legend", "gossip"}
_OPENING: Final = 2
"""Words of a content among which the claim that is taken up begins."""

CertaintyAt = Callable[[int], float | None]
"""How certain (-3 to 3) the event is whose word begins at an offset, for whoever reads the text; None if unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What claims of one document are made from; `by_sentence` are the attributions by the sentence of their cue."""

    document: Document
    parsed: Parsed
    by_id: Mapping[str, Attribution]
    by_sentence: Mapping[int, Sequence[Attribution]]
    recipe: str
    certainty_at: CertaintyAt


@dataclass(frozen=True, slots=True, kw_only=True)
class Voicing:
    """One way some words are said: the attribution that holds them, how it means them, and the chain of voices.

    `disputed` tells that they are quoted by whoever rejects them: *its men* are then his, not the holder's.
    """

    attribution: Attribution | None
    appraisal: Appraisal
    chain: tuple[Voice, ...]
    disputed: bool = False


def read_nothing(_: int) -> None:
    """The certainty of events where no tagger reads."""


def voicings_of(context: Context, unit: Unit) -> Iterator[Voicing]:
    """Yield who says a unit, the holder first, then whoever rejects it."""
    attribution = unit.attribution
    if attribution is None:
        yield _uncued(context, unit)
        return
    taker = _taker_of(context, attribution)
    if taker is None:
        yield _plain(context, attribution)
    elif _is_unnamed(attribution):
        joined = _join(_appraisal(taker), _appraisal(attribution))
        yield Voicing(attribution=taker, appraisal=joined, chain=_chain(context, taker))
    elif taker.polarity is Polarity.DENY:
        around = context.by_id.get(taker.parent_id) if taker.parent_id else None
        own = _voices(context, around)
        chain = _with_publisher(context, [*own, _voice(context, attribution)])
        yield Voicing(attribution=attribution, appraisal=_appraisal(attribution), chain=chain, disputed=True)
        yield Voicing(attribution=taker, appraisal=_appraisal(taker), chain=_chain(context, taker))
    else:
        yield _plain(context, attribution)


def _uncued(context: Context, unit: Unit) -> Voicing:
    """The author's own words, those that go on in another's voice, and what a witness is said to have seen."""
    carrier = carrier_of(context.parsed, unit, context.by_sentence.get(context.parsed.tokens[unit.first].sentence, ()))
    if carrier is not None:
        return Voicing(attribution=None, appraisal=Appraisal(), chain=_chain(context, carrier))
    witness = witness_in(context.parsed, unit)
    if witness is not None:
        return Voicing(attribution=None, appraisal=Appraisal(), chain=_with_publisher(context, [witness]))
    signatory = signatory_of(context.document.title)
    voices = [Voice(name=signatory)] if signatory else []
    chain = _with_publisher(context, voices)
    return Voicing(attribution=None, appraisal=Appraisal(stance=Stance.ENDORSES), chain=chain)


def fold_name(name: str) -> str:
    """A name as it is compared: without an article and without regard to capitals."""
    return name.casefold().removeprefix("the ")


def _plain(context: Context, attribution: Attribution) -> Voicing:
    appraisal = _appraisal(attribution)
    if _is_authors(context, attribution):
        around = context.by_id.get(attribution.parent_id) if attribution.parent_id else None
        stance = Stance.ENDORSES if around is None else Stance.REPORTS
        appraisal = replace(appraisal, stance=stance)
        return Voicing(attribution=attribution, appraisal=appraisal, chain=_chain(context, around))
    return Voicing(attribution=attribution, appraisal=appraisal, chain=_chain(context, attribution))


def _chain(context: Context, attribution: Attribution | None) -> tuple[Voice, ...]:
    return _with_publisher(context, _voices(context, attribution))


def _voices(context: Context, attribution: Attribution | None) -> list[Voice]:
    """The voices of an attribution, of who carries its words, and of all it is nested in, outermost first."""
    voices: list[Voice] = []
    while attribution is not None:
        if not is_voiceless(context.parsed, attribution):
            voices.append(_voice(context, attribution))
        if attribution.medium:
            voices.append(Voice(name=attribution.medium))
        attribution = context.by_id.get(attribution.parent_id) if attribution.parent_id else None
    return voices[::-1]


def _with_publisher(context: Context, voices: list[Voice]) -> tuple[Voice, ...]:
    publisher = Voice(name=context.document.publisher or context.document.input_id)
    seen = {fold_name(publisher.name)}
    others: list[Voice] = []
    for voice in voices:
        name = fold_name(voice.name)
        nobody = voice.name == UNNAMED and others and voice.start >= 0
        itself = _is_part_of(voice.name, publisher.name) or _OWN_VOICE.fullmatch(voice.name)
        if nobody or itself or (name in seen and voice.name != UNNAMED):
            continue
        seen.add(name)
        others.append(voice)
    return (publisher, *others)


def _is_part_of(name: str, publisher: str) -> bool:
    """*The office*, *the ministry* in the statement of that office or ministry."""
    words = name.split()
    return all(word.islower() for word in words) and {*words} <= {*publisher.casefold().replace(",", "").split()}


def _taker_of(context: Context, attribution: Attribution) -> Attribution | None:
    """The attribution around a claim, rumour or charge whose content begins with it."""
    around = context.by_id.get(attribution.parent_id) if attribution.parent_id else None
    cue = tuple(tokens_in(context.parsed, attribution.cue))
    if around is None or not any(context.parsed.tokens[i].pos == "NOUN" for i in cue):
        return None
    words = [i for i in tokens_in(context.parsed, around.content) if context.parsed.tokens[i].text[0].isalnum()]
    opening = set(words[:_OPENING])
    return around if opening & {*cue, *tokens_in(context.parsed, attribution.source)} else None


def _is_unnamed(attribution: Attribution) -> bool:
    return not attribution.source or attribution.source_name.lower() in _UNRESOLVED


def _is_authors(context: Context, attribution: Attribution) -> bool:
    """*It is not clear whether*, *it does seem that*: nobody is quoted; whoever writes it says so himself."""
    if attribution.source:
        return False
    if {context.parsed.tokens[i].lemma for i in tokens_in(context.parsed, attribution.cue)} & attitudes.SEEMING:
        return True
    if attribution.certainty is not Certainty.NONE:
        return False
    words = {context.parsed.tokens[i].text.lower() for i in tokens_in(context.parsed, attribution.cue)}
    return bool(words & (attitudes.OPEN_ADJECTIVES | {"unclear", "unknown", "uncertain"}))


def _appraisal(attribution: Attribution) -> Appraisal:
    return Appraisal(
        polarity=attribution.polarity, certainty=attribution.certainty, stance=attribution.stance,
        modality=attribution.modality,
    )  # fmt: skip


def _join(taker: Appraisal, taken: Appraisal) -> Appraisal:
    """How a claim nobody is named for is meant by whoever takes it up."""
    if taker.stance is Stance.ENDORSES and taken.polarity is Polarity.DENY:
        # "There is no evidence that it did, the board found."
        return replace(taker, polarity=Polarity.DENY)
    if taker.polarity is Polarity.DENY or taker.stance is Stance.ENDORSES or taker.certainty is Certainty.NONE:
        return taker
    stance = taken.stance if taken.stance is Stance.DISTANCES else taker.stance
    modality = taken.modality if taker.modality is Modality.ASSERTION else taker.modality
    joined = replace(taker, polarity=taken.polarity, stance=stance, modality=modality)
    return weaken(joined, taken.certainty)


def _voice(context: Context, attribution: Attribution) -> Voice:
    span = attribution.source[0] if attribution.source else None
    name = UNNAMED if attribution.source_name.lower() in _UNRESOLVED else attribution.source_name
    return Voice(
        name=titled_in(context.document.title, name) or name,
        cue=attribution.cue_text,
        start=span.start if span else -1, end=span.end if span else -1,
    )  # fmt: skip
