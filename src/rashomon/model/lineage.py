"""Dependence between documents: which was made from which, and the origins that remain."""

from dataclasses import dataclass
from typing import Final

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import CopyKind, DependenceKind

JOINING_KINDS: Final = frozenset({CopyKind.VERBATIM, CopyKind.NEAR, CopyKind.REWRITE})
"""Kinds of copies that share their original's origin; a relay has matter of its own and stays an origin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """A passage seen earlier elsewhere: start..end here begins at `at` in the document `first_seen`.

    Between its first and last words a few may differ. `quotation` says that only the words in quotation marks are the
    same.
    """

    start: int
    end: int
    first_seen: str
    at: int
    quotation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """`document_id` was made from `copy_of`. `share` (0..1) is the part of its words found there.

    `confidence` (0..1) is how sure the link is, `why` what it rests on; `made.by` names the analyst who confirmed it.
    """

    id: str
    document_id: str
    copy_of: str
    kind: CopyKind
    share: float
    why: str
    passages: tuple[SharedPassage, ...]
    made: Made
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Documents that count as one voice: an original, whose publisher is `holder`, and everything made from it."""

    id: str
    document_ids: tuple[str, ...]
    holder: str
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """Two origins that do not speak independently, `other_id` the earlier one.

    `claim_ids` are the claims that show it, one of each origin; none where the reports as wholes are tied. `strength`
    is how strongly an analyst says they depend on each other (above 0, up to 1); None: as the weighing is set.
    """

    id: str
    origin_id: str
    other_id: str
    kind: DependenceKind
    why: str
    claim_ids: tuple[str, ...]
    made: Made
    strength: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedDependence:
    """What an analyst says of two sources, two origins, or one of each: how far they speak together.

    `strength` is 0 (independently) to 1 (as one); None: they do not speak independently, for the reason `kind`, as
    strongly as the weighing is set. `by` is the analyst's bare name.
    """

    one_id: str
    other_id: str
    strength: float | None
    kind: DependenceKind
    decision_id: str
    by: str
    why: str = ""
