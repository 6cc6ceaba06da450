"""How factual a holder makes a claim sound, on one scale: -3 certainly not so, 0 open, 3 certainly so.

The scale is that of event factuality (Sauri and Pustejovsky 2009; Lee et al. 2015). Polarity and the words *certain* to
*none* come from cues, modals, negation and conditions; what they are worth is the mean of what an annotator said where
they were read, on the texts of our own that were learned from. The tagger's certainty of the event then moves what is
asserted: within one word some claims are put more surely than others. Of what is denied it tells nothing there
(correlation below 0.05), so it moves nothing.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from rashomon.extract.appraisal import Appraisal
from rashomon.model.vocabulary import Certainty, Polarity

_SAID: Final = MappingProxyType(
    {
        Certainty.CERTAIN: (2.55, 2.58),
        Certainty.PROBABLE: (2.12, 2.24),
        Certainty.POSSIBLE: (1.11, 1.27),
        Certainty.NONE: (0.3, 1.5),
    }
)
"""Mean factuality that an annotator gave, and mean reading of the tagger, for each certainty of what is asserted."""
_DENIED: Final = MappingProxyType({Certainty.CERTAIN: -1.74, Certainty.UNLIKELY: -0.93})
"""Mean factuality that an annotator gave, for each certainty of what is denied."""
_SLOPE: Final = 0.45
"""How far one step of the tagger's reading moves a claim, fitted on the same texts."""


def rate_factuality(appraisal: Appraisal, reading: float | None) -> float:
    """Return the factuality (-3 to 3) of a claim as its holder puts it; `reading` is the tagger's of its event."""
    if appraisal.polarity is Polarity.DENY or appraisal.certainty is Certainty.UNLIKELY:
        return _DENIED.get(appraisal.certainty, 0.0)
    said, usual = _SAID[appraisal.certainty]
    moved = said if reading is None else said + _SLOPE * (reading - usual)
    return round(min(3.0, max(-3.0, moved)), 2)
