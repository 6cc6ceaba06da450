"""Who speaks: sources with their aliases and kinds."""

from dataclasses import dataclass

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A holder or a relay. `aliases` are all the names it was met under, as written, the name included.

    `camp` is the state, group or body the source speaks for ("" where the text does not say); two sources of one camp
    are not independent. `reliability` is A-F or "" where it was never graded.
    """

    id: str
    name: str
    kind: SourceKind
    made: Made
    aliases: tuple[str, ...] = ()
    camp: str = ""
    reliability: str = ""
