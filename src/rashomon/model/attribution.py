"""Who says what, as spans in a text: the source, the cue and the content of one attribution."""

from dataclasses import dataclass

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Code points start (included) to end (excluded) of a document's text."""

    start: int
    end: int

    def overlap(self, other: "Span") -> int:
        """Return how many code points both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: "Span") -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution in a document. Every role may be discontinuous; `source` is empty where nobody is named.

    `source_name` is the source resolved within the document ("he" to "Yves Bigot"), or its own words.
    `medium` names whoever merely carries the words ("told the BBC"), or is empty. `parent_id` is the attribution whose
    content encloses this one. `certainty` and `polarity` are the source's.
    """

    id: str
    document_id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_name: str
    cue_text: str
    polarity: Polarity
    certainty: Certainty
    stance: Stance
    modality: Modality
    made: Made
    parent_id: str | None = None
    medium: str = ""
