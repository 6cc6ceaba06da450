"""Reports parted by the event they are on, without a question and without knowing how many events there are.

Reports that share rare signs are neighbours (an inverted index finds a handful for each), and groups are joined, the
most alike first, as long as their reports are alike on the mean (average linkage, Sokal and Michener 1958). A group is
kept as the sum of its rows, which makes the mean over all pairs one product. Nothing is quadratic: ten thousand posts
have some eighty thousand neighbours.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from rashomon.link.chronology import publication_key
from rashomon.link.event_signs import Signs, SignTable, likeness, read_signs
from rashomon.model.document import Document

ALIKE: Final = 0.04
"""Mean likeness from which two groups of reports are on one event."""

_NEIGHBOURS: Final = 8
_PROBES: Final = 20
_REACH: Final = 40


def group_reports(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Return ids of reports by event: every report in one group, groups by size, then by their first report.

    Whatever the order given, the groups are the same. Each group lists its reports by time of publication.
    """
    return join_alike(documents, read_signs(documents))


def join_alike(documents: Sequence[Document], table: SignTable) -> tuple[tuple[str, ...], ...]:
    """Return the groups of reports whose signs are known."""
    ordered = [document.id for document in sorted(documents, key=publication_key)]
    groups = _Groups(table.rows)
    different = list(_leave_twins(ordered, table.rows, groups))
    queue = [(-weight, one, other, 2) for (one, other), weight in _find_neighbours(different, table.rows).items()]
    heapq.heapify(queue)
    while queue:
        weight, one, other, size = heapq.heappop(queue)
        if -weight < ALIKE:
            break
        one, other = groups.find(one), groups.find(other)
        if one == other:
            continue
        if size != groups.size(one, other):
            # One of the two has grown since: the mean over their pairs is another now.
            weight = -groups.compare(one, other)
            if weight > -ALIKE:
                continue
            if queue and weight > queue[0][0]:
                heapq.heappush(queue, (weight, one, other, groups.size(one, other)))
                continue
        groups.join(one, other)
    found: dict[str, list[str]] = defaultdict(list)
    for document_id in ordered:
        found[groups.find(document_id)].append(document_id)
    return tuple(sorted(map(tuple, found.values()), key=lambda group: -len(group)))


class _Groups:
    """Disjoint groups of reports with the sum of their rows."""

    def __init__(self, rows: Mapping[str, Signs]) -> None:
        self._parent = {document_id: document_id for document_id in rows}
        self._sums: dict[str, dict[int, float]] = {document_id: dict(row) for document_id, row in rows.items()}
        self._sizes = dict.fromkeys(rows, 1)

    def find(self, document_id: str) -> str:
        """Return the report that stands for a report's group."""
        while self._parent[document_id] != document_id:
            self._parent[document_id] = self._parent[self._parent[document_id]]
            document_id = self._parent[document_id]
        return document_id

    def adopt(self, document_id: str, group: str) -> None:
        """Put a report that stands alone into a group, whose signs stay as they are."""
        self._parent[document_id] = group

    def size(self, one: str, other: str) -> int:
        """Return how many reports two groups have together."""
        return self._sizes[one] + self._sizes[other]

    def compare(self, one: str, other: str) -> float:
        """Return the mean likeness of the reports of one group to those of the other."""
        return likeness(self._sums[one], self._sums[other]) / (self._sizes[one] * self._sizes[other])

    def join(self, one: str, other: str) -> None:
        """Make one group of two."""
        if (self._sizes[one], other) < (self._sizes[other], one):
            one, other = other, one
        self._parent[other] = one
        self._sizes[one] += self._sizes[other]
        total = self._sums[one]
        for sign, weight in self._sums.pop(other).items():
            total[sign] = total.get(sign, 0.0) + weight


def _leave_twins(ordered: Iterable[str], rows: Mapping[str, Signs], groups: _Groups) -> Iterator[str]:
    """Yield the reports without those that say in the same words what an earlier one says, which join its group."""
    first: dict[frozenset[int], str] = {}
    for document_id in ordered:
        words = frozenset(sign for sign in rows[document_id] if sign > 0)
        if not words or first.setdefault(words, document_id) == document_id:
            yield document_id
        else:
            groups.adopt(document_id, first[words])


def _find_neighbours(ordered: Iterable[str], rows: Mapping[str, Signs]) -> dict[tuple[str, str], float]:
    """Return for each report the most alike of those before it that share one of its strongest signs."""
    holders: dict[int, list[str]] = defaultdict(list)
    found: dict[tuple[str, str], float] = {}
    for document_id in ordered:
        row = rows[document_id]
        probes = [sign for sign in list(row)[:_PROBES] if sign > 0]
        shared: dict[str, float] = defaultdict(float)
        for sign in probes:
            for other in holders[sign][-_REACH:]:
                shared[other] += row[sign] * rows[other][sign]
        near = heapq.nlargest(2 * _NEIGHBOURS, shared.items(), key=lambda item: (item[1], item[0]))
        measured = [(likeness(row, rows[other]), other) for other, _ in near]
        for weight, other in heapq.nlargest(_NEIGHBOURS, measured):
            found[other, document_id] = weight
        for sign in probes:
            holders[sign].append(document_id)
    return found
