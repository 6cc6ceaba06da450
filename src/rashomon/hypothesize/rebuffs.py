"""Whoever rejects an accusation without repeating it rejects the one against himself, or against whom he speaks for.

*Denti's lawyer called the charge fantasy*; *the embassy said it never attacks hospitals*; *the director called this
slander*.
"""

import re
from collections.abc import Mapping
from typing import Final

from rashomon.hypothesize.actors import identify_accused
from rashomon.hypothesize.candidates import Candidate
from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.principals import principal_of
from rashomon.model.vocabulary import Certainty, Modality, Polarity

_REPROACH: Final = re.compile(
    r"\b(?:accusations?|charges?|allegations?|claims?|suggestions?|suspicions?|story|stories|version|reports?|rumou?rs?"
    r"|findings?|conclusions?|talk|insinuations?|idea|this|that|it|them|confession)\b",
    re.IGNORECASE,
)
_REJECTED: Final = re.compile(
    r"\b(?:reject(?:s|ed)?|den(?:y|ies|ied)|dismiss(?:es|ed)?|refut(?:es|ed)|rebut(?:s|ted)?|disput(?:es|ed)|absurd"
    r"|ridiculous|laughable|preposterous|false|untrue|baseless|unfounded|groundless|malicious|outrageous|nonsense|lies?"
    r"|slanders?|slanderous|libel|smears?|fantasy|fantasies|fiction|inventions?|fabrications?|fabricated|rubbish"
    r"|insult|(?:not|n['’]t) accept|forced|propaganda|worthless|mistaken|wrong)\b",
    re.IGNORECASE,
)
_NEVER: Final = re.compile(r"\b(?:it|they|we|he|she|I) (?:(?:would|has|have|had|does|do|did) )?never\b", re.IGNORECASE)


def rejects_what_was_said(claim: Claim) -> bool:
    """Tell whether a claim rejects an accusation, a finding or a story without repeating it."""
    if len(claim.chain) < 2 or claim.modality in {Modality.QUESTION, Modality.CONDITIONAL}:
        return False
    denies = claim.polarity is Polarity.DENY and claim.certainty is not Certainty.NONE
    rejects = _REPROACH.search(claim.quote) is not None and _REJECTED.search(claim.quote) is not None
    return rejects or (denies and _NEVER.search(claim.quote) is not None)


def rebuffed_by(reading: Reading, claim: Claim, candidates: Mapping[str, Candidate]) -> str | None:
    """Return the hypothesis whose accused, or somebody who speaks for him, rejects in a claim what is said of him."""
    if not rejects_what_was_said(claim):
        return None
    return accused_in_voice(reading, claim, candidates)


def denied_by(reading: Reading, claim: Claim, candidates: Mapping[str, Candidate]) -> str | None:
    """Return the hypothesis whose accused says flatly that something is not so: *none of his men had been there*."""
    flatly = len(claim.chain) > 1 and claim.polarity is Polarity.DENY and claim.certainty is Certainty.CERTAIN
    return accused_in_voice(reading, claim, candidates) if flatly else None


def accused_in_voice(reading: Reading, claim: Claim, candidates: Mapping[str, Candidate]) -> str | None:
    """Return the hypothesis that names a claim's holder, or for whom he speaks; None for none."""
    name = claim.holder.name
    for accused in (principal_of(name), name):
        actor = (reading.actor_in(accused, claim) or identify_accused(accused)) if accused else None
        found = (h for h, candidate in candidates.items() if actor is not None and candidate.means(actor, ""))
        if (hypothesis_id := next(found, None)) is not None:
            return hypothesis_id
    return None
