"""Sayings: claims as somebody else than the author makes them, with what is told apart from who tells it.

A saying is what a relay may change. Two sayings are told by the same voice where a name of one stands in or beside the
other, and they tell the same where the words of content agree, numbers and hedges aside.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.features import NAME, NUMBER, PLAIN, Feature, read_outline, stem_word
from rashomon.link.fingerprints import map_words
from rashomon.link.sentences import Sentence, find_sentence, split_sentences
from rashomon.link.speaker_kinds import name_kind
from rashomon.link.stop_words import STOP_WORDS
from rashomon.link.times import MONTHS, WEEKDAYS
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.vocabulary import Modality, Polarity, Slot, SourceKind

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_NUMBERED: Final = re.compile(r"\b([A-Z][a-z]+) (\d+|[IVX]+)\b")
_BLOCK_QUOTE: Final = re.compile(r"^[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*", re.MULTILINE)
_NEAR_CHARS: Final = 320
_FEWEST_FEATURES: Final = 3
_WINDOW: Final = 60
_NAME_LETTERS: Final = 3
_LIST: Final = """
unnamed source sources spokesman spokeswoman person people one he she they who we i it report statement account word
paper news story told tells tell stated states state declared declare confirmed confirm warned warn added found find
believe believes believed think thinks thought suspect suspects suspected appears appear appeared seems seem seemed
likely probably possibly perhaps apparently claim claims claimed insist insisted view opinion judgement according says
two three four five six some several head chief leader miss sir
"""
_NO_NAME: Final = frozenset(stem_word(word) for word in (*_LIST.split(), *STOP_WORDS))

_NOT_TOLD: Final = _NO_NAME | {feature.form for feature in frozenset[Feature]().union(*read_outline(_LIST))}
_TIMES: Final = frozenset(form for word in (*MONTHS, *WEEKDAYS, "about", "some") for form in (word, stem_word(word)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Saying:
    """A claim with the sentence it stands in, `sentence`, and its `clause`: its quote and the cues of its voices.

    `voices` are the stems of the names of who speaks, `names_of_voices` those of each, `named` says whether one is a
    person's name; `beside` are the stems of the sentence, `near` those of all words around it. `own` are the features
    of the quote, `told` those of what is told, without voices, numbers and words of saying; `names` are the names among
    it. `quoted` says whether it stands in quotation marks or a block quote.
    """

    document: Document
    claim: Claim
    sentence: str
    clause: str
    voices: frozenset[str]
    names_of_voices: tuple[frozenset[str], ...]
    named: bool
    beside: frozenset[str]
    near: frozenset[str]
    own: frozenset[Feature]
    told: frozenset[Feature]
    names: frozenset[str]
    quoted: bool


def read_sayings(document: Document, claims: Sequence[Claim]) -> tuple[Saying, ...]:
    """Return the sayings among the claims of a document: those of other voices than the author, and what is quoted."""
    if not claims:
        return ()
    sentences = split_sentences(document.text)
    quoted = _mark_quoted(document.text)
    read = (_read(document, sentences[max(0, find_sentence(sentences, one.start))], one, quoted) for one in claims)
    return tuple(saying for saying in read if saying.quoted or len(saying.claim.chain) > 1)


def same_voice(relay: Saying, source: Saying) -> bool:
    """Tell whether two sayings are told by the same voice: a name of one stands in what introduces the other.

    Somebody named in full and somebody described are the same where the whole description stands around the name.
    """
    if source.voices & (relay.voices | relay.beside) or relay.voices & source.beside:
        return True
    # In one document everybody stands around everybody: there a name is asked for, unless the quotation has none.
    in_one = relay.document.id == source.document.id
    if (relay.named and source.named) or (in_one and source.voices):
        return False
    return any(name <= source.near for name in relay.names_of_voices)


def likeness(one: Saying, other: Saying) -> float:
    """Return how much of the shorter saying the other tells too (0..1); names weigh double."""
    common = _weigh(one.told & other.told)
    return common / max(1.0, min(_weigh(one.told), _weigh(other.told)))


def affirms(claim: Claim) -> bool:
    """Tell whether a claim says that something is so, however certainly."""
    return claim.polarity is Polarity.ASSERT and claim.modality is not Modality.QUESTION


def stems_of(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that are names or content."""
    return frozenset(stem_word(word.casefold()) for word in _WORD.findall(text)) - _NO_NAME


def _read(document: Document, sentence: Sentence, claim: Claim, quoted: Sequence[tuple[int, int]]) -> Saying:
    text = document.text[sentence.start : sentence.end]
    around = document.text[max(0, sentence.start - _NEAR_CHARS) : sentence.end + _NEAR_CHARS]
    speakers = [voice.name for voice in claim.chain[1:] if _speaks(voice.name)]
    names_of_voices = tuple(filter(None, map(_name_stems, speakers)))
    voices = frozenset().union(*names_of_voices)
    start, end = claim.start - sentence.start, claim.end - sentence.start
    own = told = _read_told(claim.quote, voices)
    short = len(told) < _FEWEST_FEATURES and claim.proposition.slot is not Slot.RESPONSIBLE
    if short:
        told = _read_told(text, voices)
    cues = " ".join(voice.cue for voice in claim.chain)
    return Saying(
        document=document,
        claim=claim,
        sentence=text,
        clause=text[max(0, start - _WINDOW) : end] if short else f"{cues} {claim.quote}",
        voices=voices,
        names_of_voices=names_of_voices,
        named=any(name_kind(name) is SourceKind.PERSON for name in speakers),
        beside=stems_of(text),
        near=stems_of(around),
        own=own,
        told=told,
        names=_list_names(text if short else claim.quote, told, claim) - voices,
        quoted=_ends_inside(claim.end, quoted),
    )


def _speaks(name: str) -> bool:
    """Tell whether a voice is somebody whose words an outlet carries, not an outlet."""
    return name_kind(name) not in (SourceKind.OUTLET, SourceKind.AGENCY)


def _name_stems(name: str) -> frozenset[str]:
    """Return the stems that tell a voice from others: those of its capitalised words, if it has any."""
    capitals = " ".join(word for word in _WORD.findall(name) if word[0].isupper() and len(word) >= _NAME_LETTERS)
    return stems_of(capitals) or stems_of(name)


def _read_told(text: str, voices: frozenset[str]) -> frozenset[Feature]:
    told = frozenset().union(*read_outline(text))
    return frozenset(one for one in told if one.kind != NUMBER and one.form not in voices | _NOT_TOLD)


def _list_names(text: str, told: frozenset[Feature], claim: Claim) -> frozenset[str]:
    """Return the names in what is told, which tell one event from another: "Pier 9" whole, no days, not the actor's."""
    names = {f"{word} {number}".casefold() for word, number in _NUMBERED.findall(text)}
    names |= {feature.form.casefold() for feature in told if feature.kind == NAME}
    if claim.proposition.slot is Slot.RESPONSIBLE:
        names -= stems_of(claim.proposition.value)
    return frozenset(name for name in names if name.split()[0] not in _TIMES)


def _mark_quoted(text: str) -> list[tuple[int, int]]:
    """Return the spans of block quotes and of words in quotation marks, ascending and apart."""
    spans = [match.span() for match in _BLOCK_QUOTE.finditer(text)]
    placed = map_words(text)
    spans += [(int(placed.starts[first]), int(placed.ends[last - 1])) for first, last in placed.list_quotations()]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _ends_inside(end: int, spans: Sequence[tuple[int, int]]) -> bool:
    before = bisect_left(spans, (end, 0))
    return before > 0 and end <= spans[before - 1][1]


def _weigh(features: Iterable[Feature]) -> float:
    return sum(1.0 if feature.kind == PLAIN else 2.0 for feature in features)
