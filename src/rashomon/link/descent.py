"""What sets the descent of reports right after their words have spoken: credits, versions, an analyst's decisions.

A descent is a forest: each report has at most one link to the one it was made from, and links never form a circle.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Final

from rashomon.link.chronology import precedence_key
from rashomon.model.document import Document, number_versions
from rashomon.model.lineage import JOINING_KINDS
from rashomon.model.provenance import MACHINE
from rashomon.model.vocabulary import CopyKind

# Clocks of editorial systems differ by hours where a time zone is wrong; a bare date says the day alone.
CLOCK_SKEW: Final = timedelta(hours=3)
_MOST_RIVALS: Final = 8
_ANY: Final = frozenset(CopyKind)
_MOST_ASKED: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """What one report was made from. `share` and `confidence` are from 0 to 1."""

    source: str
    kind: CopyKind
    share: float
    confidence: float
    why: str
    by: str = MACHINE


def find_root(document_id: str, descents: Mapping[str, Descent], *, kinds: frozenset[CopyKind] = JOINING_KINDS) -> str:
    """Return the id at the end of the links of some kinds that lead away from a report."""
    while document_id in descents and descents[document_id].kind in kinds:
        document_id = descents[document_id].source
    return document_id


def join_versions(
    documents: Sequence[Document],
    descents: Mapping[str, Descent],
    *,
    share_in: Callable[[str, str], float],
) -> dict[str, Descent]:
    """Return the descents with the versions of each article (documents of one input id) in one tree.

    `share_in` tells how much of the first document stands in the second.
    """
    joined = dict(descents)
    latest: dict[str, Document] = {}
    versions = number_versions(documents)
    for document in sorted(documents, key=lambda one: (versions[one.id], precedence_key(one))):
        before = latest.get(document.input_id)
        latest[document.input_id] = document
        if before is None or before.id == document.id:
            continue
        roots = {find_root(one.id, joined) for one in (before, document)}
        if len(roots) == 2:
            joined[document.id] = Descent(
                source=before.id,
                kind=CopyKind.NEAR,
                share=share_in(document.id, before.id),
                confidence=1.0,
                why="a later version of the same article",
            )
    return joined


def prefer_named(
    documents: Sequence[Document],
    descents: Mapping[str, Descent],
    *,
    names: Callable[[Document], frozenset[str]],
    share_in: Callable[[str, str], float],
) -> dict[str, Descent]:
    """Return the descents with each tree's root where its reports say it is, as far as their times allow it.

    `names` gives the ids of documents whose outlet a report credits, cites or is based on. Where a copy seems to be
    minutes older than what it credits, a clock was wrong.
    """
    trees: dict[str, list[Document]] = {}
    for document in documents:
        trees.setdefault(find_root(document.id, descents), []).append(document)
    turned = dict(descents)
    for root_id, members in trees.items():
        if len(members) > 1:
            root = next(document for document in members if document.id == root_id)
            better = _find_named(root, sorted(members, key=precedence_key), names)
            if better is not None:
                _reroot(turned, better, share_in=share_in)
    return turned


def confirm_link(descents: Mapping[str, Descent], document_id: str, link: Descent) -> dict[str, Descent]:
    """Return the descents with one link set; a link that would close a circle with it is dropped."""
    settled = dict(descents)
    settled.pop(document_id, None)
    above = link.source
    while above in settled and settled[above].source != document_id:
        above = settled[above].source
    settled.pop(above, None)
    settled[document_id] = link
    return settled


def cut_link(descents: Mapping[str, Descent], document_id: str, source_id: str) -> dict[str, Descent]:
    """Return the descents without any path between two reports: the link out of the later of both is dropped."""
    settled = dict(descents)
    for later, earlier in ((document_id, source_id), (source_id, document_id)):
        above = later
        while above in settled:
            above = settled[above].source
            if above == earlier:
                settled.pop(later)
                return settled
    if find_root(document_id, settled, kinds=_ANY) == find_root(source_id, settled, kinds=_ANY):
        settled.pop(document_id)
    return settled


def _find_named(root: Document, members: Sequence[Document], names: Callable[[Document], frozenset[str]]) -> str | None:
    """Return the member that others name as their source and the root's time does not rule out; None to keep it."""
    rivals = [one for one in members if one.id != root.id and _may_precede(one, root)][:_MOST_RIVALS]
    if not rivals:
        return None
    asked = [root, *(one for one in members if one.id != root.id)][:_MOST_ASKED]
    named = {one.id: names(one) for one in asked}
    if any(root.id in ids for one, ids in named.items() if one != root.id):
        return None
    for rival in rivals:
        by = [one for one, ids in named.items() if rival.id in ids and one != rival.id]
        if (root.id in by or len(by) >= 2) and not named.get(rival.id, frozenset()) & {one.id for one in members}:
            return rival.id
    return None


def _may_precede(document: Document, other: Document) -> bool:
    if document.published_at is None or other.published_at is None:
        return True
    return _bound(document.published_at)[0] <= _bound(other.published_at)[1]


def _bound(when: datetime) -> tuple[datetime, datetime]:
    """Return the earliest and latest moment a time of publication may mean."""
    utc = when.astimezone(UTC)
    day = timedelta(days=1) if utc.time() == time.min else timedelta(0)
    try:
        return utc - CLOCK_SKEW, utc + day + CLOCK_SKEW
    except OverflowError:
        return utc, utc


def _reroot(
    descents: dict[str, Descent],
    document_id: str,
    *,
    share_in: Callable[[str, str], float],
) -> None:
    """Turn round the links from a report to the root of its tree."""
    below, link = document_id, descents.pop(document_id, None)
    while link is not None and link.kind in JOINING_KINDS:
        above = link.source
        following = descents.get(above)
        share = link.share if link.kind is CopyKind.REWRITE else share_in(above, below)
        why = f"{link.why}; named as the source, whatever the clocks say" if below == document_id else link.why
        descents[above] = replace(link, source=below, share=share, why=why)
        below, link = above, following
