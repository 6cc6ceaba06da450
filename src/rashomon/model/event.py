"""What happened: events told apart, with time as an interval, place and type; facts as ranges."""

from dataclasses import dataclass
from datetime import datetime

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import EventRelation, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event the reports speak of. `focal` is the one asked about; `prior` ones happened before it.

    `relation` says how it stands to the focal one. `start` and `end` bound its time (aware datetimes; None where
    unknown), `precision` says how exactly it is known. `terms` are the words that name it, `participants` the states,
    bodies and persons named beside it, most often named first. `document_ids` are the reports that are on it.
    """

    id: str
    label: str
    type: str
    place: str
    focal: bool
    prior: bool
    made: Made
    start: datetime | None = None
    end: datetime | None = None
    terms: tuple[str, ...] = ()
    relation: EventRelation = EventRelation.OTHER
    precision: Precision | None = None
    participants: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Let the relation say what the two booleans say: cases kept by earlier versions have no relations."""
        if self.focal or self.prior:
            object.__setattr__(self, "relation", EventRelation.FOCAL if self.focal else EventRelation.PRIOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """Where a report speaks of an event: its words for it, `text[starts[n]:ends[n]]`, in reading order."""

    event_id: str
    document_id: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class FactValue:
    """What one claim says of a quantity, in the fact's unit. None: open on that side.

    `holder` is the innermost voice, `as_of` when it was true at the latest (an aware datetime; None where undated),
    `origin_id` the origin it comes from; `superseded_by` is the later claim of the same holder that replaces it.
    """

    claim_id: str
    low: float | None
    high: float | None
    holder: str
    as_of: datetime | None
    origin_id: str
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A quantity of an event as a range over all who named it. None: unbounded or not named on that side.

    `slot` is what is counted or measured ("drones", "killed", "depth"), `unit` the unit of measure of all its values
    ("metre"; "" for a plain count). `low` and `high` span the values that no later one supersedes; `best` is the value
    that independent origins and the latest reports bear out most; low <= best <= high where all are known. `values`
    run parallel to `claim_ids`.
    """

    id: str
    slot: str
    event_id: str | None
    low: float | None
    best: float | None
    high: float | None
    claim_ids: tuple[str, ...]
    made: Made
    unit: str = ""
    values: tuple[FactValue, ...] = ()

    def behind(self, number: float) -> tuple[str, ...]:
        """Return the claims not superseded that name a number, or give it as a bound."""
        return tuple(v.claim_id for v in self.values if v.superseded_by is None and number in {v.low, v.high})
