"""What a claim's own words and bearing show of whether it speaks of an explanation at all, as numbers.

Nothing here knows a case: kinds of claim and of argument, lengths, and plain English cues.
"""

import math
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from rashomon.hypothesize.arguments import (
    argument_kind,
    asks_why,
    dismisses,
    judges,
    leaves_open,
    rejects_outright,
    speaks_against,
    speaks_of_guilt,
    speaks_of_who_did_it,
)
from rashomon.hypothesize.bearings import EXPLAINS
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.stems import stem_of
from rashomon.hypothesize.vocabulary import words_of
from rashomon.model.claim import Claim
from rashomon.model.vocabulary import (
    Certainty,
    EvidenceKind,
    Modality,
    Polarity,
    QuestionKind,
    Slot,
    Stance,
)

_NEGATIONS: Final = re.compile(
    r"\bnot\b|n['’]t\b|\bno\b|\bnever\b|\bnone\b|\bnothing\b|\bneither\b|\bnor\b|\bwithout\b|\bcannot\b|\bnobody\b",
    re.IGNORECASE,
)
_BEGINS_WITH_NO: Final = re.compile(r"\W*(?:no|not|nothing|never|nobody|neither|none)\b", re.IGNORECASE)
_OWN_VOICE: Final = re.compile(r"\b(?:we|our|us|I|my)\b")
_POINTS: Final = re.compile(r"\b(?:it|that|this|they|he|she|them|him|her|his|their)\b", re.IGNORECASE)
_COMPARES: Final = re.compile(r"\b(?:than|rather|instead|more|less|but|however|only)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CUES: Final = (
    speaks_against, rejects_outright, speaks_of_who_did_it, judges, dismisses, leaves_open, asks_why, speaks_of_guilt,
)  # fmt: skip
_MOST_NEGATIONS: Final = 3
_LONG_CHAIN: Final = 3
_VERY_SHORT: Final = 4
_SHORT: Final = 8
_SHORTEST_STEMMED: Final = 4
_ARGUMENT_KINDS: Final = [kind for kind in EvidenceKind if kind is not EvidenceKind.RETRACTION]
"""What an argument can be; nobody argues by taking back."""


def signs_of(reading: Reading, claim: Claim) -> list[float]:
    """Return what a claim shows by itself: always as many numbers in the same order, 1 for yes and 0 for no."""
    return [*_kinds(reading, claim), *_words(reading, claim), *_standing(reading, claim)]


def cue_words(text: str) -> frozenset[str]:
    """Return the words of a text in a rough base form, without those that are written like names."""
    words = _WORD.findall(text)
    plain = (word.lower().replace("’", "'") for at, word in enumerate(words) if at == 0 or not word[0].isupper())
    return frozenset(stem_of(word) if len(word) >= _SHORTEST_STEMMED else word for word in plain)


def one_of(value: StrEnum | None, kinds: Sequence[StrEnum]) -> list[float]:
    """Return a 1 at the place of a value in a list of kinds, 0 at all others; all 0 for None."""
    return [float(value is kind) for kind in kinds]


def _kinds(reading: Reading, claim: Claim) -> list[float]:
    return [
        *one_of(claim.proposition.slot, list(Slot)),
        *one_of(claim.modality, list(Modality)),
        *one_of(claim.certainty, list(Certainty)),
        *one_of(claim.stance, list(Stance)),
        *one_of(argument_kind(claim.quote), _ARGUMENT_KINDS),
        *one_of(reading.question.kind, list(QuestionKind)),
    ]


def _words(reading: Reading, claim: Claim) -> list[float]:
    quote, sentence = claim.quote, reading.context_of(claim)
    count = len(quote.split())
    asks = "?" in quote or reading.texts[claim.document_id][claim.end : claim.end + 1] == "?"
    return [
        *(float(cue(quote)) for cue in _CUES),
        float(rejects_outright(sentence)),
        float(speaks_against(sentence)),
        math.log1p(count),
        float(count < _VERY_SHORT),
        float(count < _SHORT),
        float(min(_MOST_NEGATIONS, len(_NEGATIONS.findall(quote)))),
        float(bool(_BEGINS_WITH_NO.match(quote))),
        float(asks),
        *(float(bool(pattern.search(quote))) for pattern in (EXPLAINS, _OWN_VOICE, _POINTS, _COMPARES)),
        float(len(words_of(quote) & reading.asked_words)),
    ]


def _standing(reading: Reading, claim: Claim) -> list[float]:
    placement = reading.placements.get(claim.id)
    return [
        float(claim.polarity is Polarity.DENY),
        claim.factuality,
        float(min(len(claim.chain), _LONG_CHAIN)),
        float(len(claim.chain) == 1),
        float(reading.on_event(claim)),
        float(reading.on_prior_event(claim)),
        float(placement is None or placement.event_id is None),
        float(claim.id in reading.copied),
        claim.start / max(1, len(reading.texts[claim.document_id])),
        (claim.end - claim.start) / max(1, claim.context_end - claim.context_start),
    ]
