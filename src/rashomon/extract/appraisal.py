"""What a cue word says by itself of whoever uses it: one appraisal for each class of cue, and for words that differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from rashomon.extract.lexicon import CueClass
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance

LADDER: Final = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNLIKELY, Certainty.NONE)
"""Certainties from the strongest to the weakest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """How a source stands to what it says, and whoever relays it to the source."""

    polarity: Polarity = Polarity.ASSERT
    certainty: Certainty = Certainty.CERTAIN
    stance: Stance = Stance.REPORTS
    modality: Modality = Modality.ASSERTION


_PLAIN: Final = Appraisal()
_OPINION: Final = Appraisal(modality=Modality.OPINION)
_MAYBE: Final = Appraisal(certainty=Certainty.POSSIBLE, modality=Modality.OPINION)
_ASKED: Final = Appraisal(certainty=Certainty.NONE, modality=Modality.QUESTION)
_KNOWN: Final = Appraisal(stance=Stance.ENDORSES)
_CHARGED: Final = Appraisal(modality=Modality.ACCUSATION)
_ALLEGED: Final = Appraisal(stance=Stance.DISTANCES, modality=Modality.ACCUSATION)
_SUSPECTED: Final = Appraisal(certainty=Certainty.PROBABLE, modality=Modality.ACCUSATION)
_FICTION: Final = Appraisal(stance=Stance.DISTANCES)

BY_CLASS: Final = MappingProxyType(
    {
        CueClass.SPEECH: _PLAIN,
        CueClass.ASSERTIVE: _PLAIN,
        CueClass.DISTANCING: Appraisal(stance=Stance.DISTANCES),
        CueClass.BELIEF: Appraisal(certainty=Certainty.PROBABLE, modality=Modality.OPINION),
        CueClass.FINDING: Appraisal(stance=Stance.ENDORSES, modality=Modality.FINDING),
        CueClass.KNOWLEDGE: _KNOWN,
        CueClass.CONFIRMATION: _KNOWN,
        CueClass.ADMISSION: Appraisal(stance=Stance.ENDORSES, modality=Modality.ADMISSION),
        CueClass.DENIAL: Appraisal(polarity=Polarity.DENY, modality=Modality.DENIAL),
        CueClass.DOUBT: Appraisal(polarity=Polarity.DENY, certainty=Certainty.UNLIKELY, modality=Modality.OPINION),
        CueClass.ACCUSATION: _CHARGED,
        CueClass.HEDGE: Appraisal(certainty=Certainty.POSSIBLE),
        CueClass.QUESTION: _ASKED,
        CueClass.WITHHOLDING: _ASKED,
        CueClass.DIRECTIVE: Appraisal(certainty=Certainty.NONE, modality=Modality.OPINION),
        CueClass.INTENTION: _OPINION,
        CueClass.EMOTION: _OPINION,
        CueClass.APPROVAL: _OPINION,
        CueClass.DISAPPROVAL: _OPINION,
        CueClass.MENTION: Appraisal(certainty=Certainty.NONE),
        CueClass.RETRACTION: Appraisal(certainty=Certainty.NONE),
    }
)
# Words that say less, or more, than their class.
BY_LEMMA: Final = MappingProxyType(
    dict.fromkeys(("suspect", "suspicion"), _SUSPECTED)
    | dict.fromkeys(("allege", "allegation", "allegedly"), _ALLEGED)
    | dict.fromkeys(("theory", "idea", "hypothesis", "scenario", "explanation", "hope", "fear", "worry"), _MAYBE)
    | dict.fromkeys(("concern", "imagine", "dread", "possibility", "chance", "risk"), _MAYBE)
    | dict.fromkeys(("convince", "convinced", "certain", "sure", "positive"), _OPINION)
    | dict.fromkeys(("assess", "assessment", "judge"), Appraisal(certainty=Certainty.PROBABLE))
    | dict.fromkeys(("guess", "likelihood", "probability"), BY_CLASS[CueClass.BELIEF])
    | dict.fromkeys(("myth", "fiction", "fable", "fantasy", "propaganda", "lie", "fabrication", "smear"), _FICTION)
    | dict.fromkeys(("conclude", "conclusion", "decide", "verdict"), Appraisal(modality=Modality.FINDING))
    | dict.fromkeys("rumour rumor gossip hearsay legend folklore tale joke chatter".split(), BY_CLASS[CueClass.MENTION])
    | dict.fromkeys(("insist", "insistence", "purportedly", "supposedly"), _FICTION)
    | dict.fromkeys(("note", "disclose", "expose", "divulge", "disclosure", "revelation", "recognition"), _KNOWN)
    | {
        "reveal": _KNOWN,
        "indicate": Appraisal(certainty=Certainty.PROBABLE),
        "suggestion": Appraisal(certainty=Certainty.POSSIBLE),
        "reportedly": _PLAIN,
    }
)


def weaken(appraisal: Appraisal, certainty: Certainty) -> Appraisal:
    """The appraisal with a certainty no stronger than the one given."""
    weaker = LADDER.index(certainty) > LADDER.index(appraisal.certainty)
    return replace(appraisal, certainty=certainty) if weaker else appraisal
