"""Who speaks: sources with their aliases and kinds, what the machine said where an analyst says otherwise."""

from dataclasses import dataclass

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Party, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyTie:
    """How a source's camp is tied to the event asked about; `claim_ids` are the first claims that say so."""

    party: Party
    why: str
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineReading:
    """What the machine reads of a source, kept where an analyst has set its kind or its camp."""

    kind: SourceKind
    camp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A holder or a relay. `aliases` are all the names it was met under, as written, the name included.

    `camp` is the state, group or body the source speaks for ("" where the text does not say); two sources of one camp
    are not independent. `reliability` is A-F or "" where it was never graded, `reliability_basis` what the grade rests
    on. `parties` has at least one tie once the claims were placed. `decision_ids` are the analysts' decisions in force
    that made the source what it is; `machine` is set where they changed its kind or its camp.
    """

    id: str
    name: str
    kind: SourceKind
    made: Made
    aliases: tuple[str, ...] = ()
    camp: str = ""
    reliability: str = ""
    reliability_basis: str = ""
    parties: tuple[PartyTie, ...] = ()
    machine: MachineReading | None = None
    decision_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMention:
    """Whom a name means in one report: it is kept whatever is joined, so that any joining can be undone.

    `found_id` is the source the machine finds, `source_id` the one that stands after the analysts' decisions; `why`
    says how one can tell. `start` is where the name first stands in the text, -1 where it does not (the publisher).
    `claim_ids` are the claims it is a voice of.
    """

    document_id: str
    name: str
    source_id: str
    found_id: str
    start: int
    claim_ids: tuple[str, ...]
    why: str
    made: Made
