"""What happened: events told apart, with time as an interval, place and type; facts as ranges."""

from dataclasses import dataclass
from datetime import datetime

from rashomon.model.provenance import Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event the reports speak of. `focal` is the one asked about; `prior` ones happened before it.

    `start` and `end` bound its time (aware datetimes; None where unknown). `terms` are the words that name it.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A quantity of an event as a range over all who named it. None: unbounded or not named on that side.

    `slot` is what is counted ("drones", "killed"); `best` is the value most origins name.
    """

    id: str
    slot: str
    event_id: str | None
    low: float | None
    best: float | None
    high: float | None
    claim_ids: tuple[str, ...]
    made: Made
