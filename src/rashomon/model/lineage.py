"""Dependence between documents: which was made from which, and the origins that remain."""

from dataclasses import dataclass

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import CopyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """A passage seen earlier elsewhere: start..end here begins at `at` in the document `first_seen`."""

    start: int
    end: int
    first_seen: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """`document_id` was made from `copy_of`. `share` (0..1) is the part of its words found there."""

    id: str
    document_id: str
    copy_of: str
    kind: CopyKind
    share: float
    why: str
    passages: tuple[SharedPassage, ...]
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Documents that count as one voice: an original, whose publisher is `holder`, and everything made from it."""

    id: str
    document_ids: tuple[str, ...]
    holder: str
    made: Made
