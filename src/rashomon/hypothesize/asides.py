"""What names an explanation and says nothing of whether it is so: it is shown with it, and puts no weight on it.

A topic announced (*as for the engineer*), a promise of secrecy, what somebody could do, what does not follow, other
deeds of the same actor, a list of suspects, what everybody once believed, and what is conceded and taken back at once
are no evidence on the event asked about.
"""

import re
from typing import Final

from rashomon.hypothesize.arguments import rejects_outright, speaks_against
from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.vocabulary import Modality, Slot

_ASIDE: Final = re.compile(
    r"^\W*(?:as (?:for|to)|regarding|concerning|turning to) [^,;:.]+$"
    r"|\b(?:not|never|n['’]t) (?:to )?be (?:named|identified|quoted)\b|\bcondition of anonymity\b"
    r"|\b(?:does|do|did|need)(?: not|n['’]t) (?:(?:by itself|in itself|yet|necessarily|at all) )?(?:mean|prove|imply)\b"
    r"|\b(?:such as|like) (?:that|those|the ones?) (?:at|in|of|on) [A-Z]"
    r"|\b(?:suspects|candidates|culprits)\b[^:.;]{0,40}:"
    r"|\bpossible\b\W+(?:but|though|although|yet)\b"
    r"|^\W*(?:after|at first|once|back (?:then|in)|in those days|at the time)\b.{0,60}\b(?:were|was|had been)"
    r" (?:\w+ )?(?:sure|certain|convinced)\b",
    re.IGNORECASE,
)
_TAKEN_BACK: Final = re.compile(
    r"\s*[;,—–]\s*(?:but |though |yet )?(?:it|this|that|they) (?:did|does|do|was|were|is|are|could|can|would)"
    r"(?: not|n['’]t)\b",
    re.IGNORECASE,
)
"""*It may have hastened the end; it did not begin it.*"""
_WOULD_DO: Final = re.compile(
    r"\b(?:would|will|could|can|might)\b (?!have\b|not have\b)|\b(?:he|she|they|we|I)['’](?:d|ll) ", re.IGNORECASE
)
"""What one would do is not owned up to: *swears he would do it with four*."""
_OWNING_UP: Final = frozenset({Modality.ADMISSION, Modality.CLAIM_OF_RESPONSIBILITY})
_SO_IS: Final = re.compile(r"^\W*So (?:is|are|was|were|does|do|did|has|have|had) \w")
_SENTENCE_BEFORE: Final = re.compile(r"[^.!?\n]*[.!?]?\s*$")
_REACH: Final = 400
_LONGEST_READ: Final = 2_000
"""Characters of a claim that are read: no sentence is longer."""


def is_aside(reading: Reading, claim: Claim) -> bool:
    """Tell whether a claim's words say nothing of whether what they name is so, or are taken back at once."""
    quote = claim.quote[:_LONGEST_READ]
    names_doer = claim.proposition.slot is Slot.RESPONSIBLE
    if names_doer and claim.modality in _OWNING_UP and _WOULD_DO.search(quote):
        return True
    onward = reading.texts[claim.document_id][claim.end : claim.context_end]
    return _ASIDE.search(quote) is not None or _TAKEN_BACK.match(onward) is not None


def takes_up_rejection(reading: Reading, claim: Claim) -> bool:
    """Tell whether a claim says *so is X* after a sentence that rejects something."""
    if _SO_IS.match(claim.quote) is None:
        return False
    before = reading.texts[claim.document_id][max(0, claim.start - _REACH) : claim.start].rstrip().rstrip(".!?")
    found = _SENTENCE_BEFORE.search(before)
    sentence = found[0] if found is not None else ""
    return rejects_outright(sentence) or speaks_against(sentence)
