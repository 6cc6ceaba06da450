"""How well claimed pairs agree with the truth: recall for each kind of copy, precision, and the same for passages."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from copy_edits import COPIES, Kind
from copy_feed import Report, Span
from rashomon.model.lineage import SharedPassage

EDITED: Final = tuple(kind for kind in COPIES if kind is not Kind.VERBATIM)
FOUND_SHARE: Final = 0.5
LEAST_PRECISION: Final = 0.99

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Recall (0..1) by kind; `precision` of all pairs within clusters, `link_precision` of the links that join them.

    `by_hand` is the recall of edited copies of texts written by hand.
    """

    recall: Mapping[Kind, float]
    by_hand: float
    precision: float
    link_precision: float
    pairs: int

    @property
    def edited(self) -> float:
        """The mean recall of the edited kinds there are."""
        edited = [self.recall[kind] for kind in EDITED if kind in self.recall]
        return sum(edited) / max(1, len(edited))


class Clusters:
    """Reports joined by claimed pairs, transitively, with the number of pairs claimed and of those that are true."""

    def __init__(self, lineages: Sequence[int]) -> None:
        self._parents = list(range(len(lineages)))
        self._members = [Counter({lineage: 1}) for lineage in lineages]
        self.claimed = 0
        self.true = 0
        self.links = 0
        self.true_links = 0

    def find(self, number: int) -> int:
        """Return the number that stands for a report's cluster."""
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Put two clusters together."""
        one, other = sorted((self.find(one), self.find(other)), key=lambda root: len(self._members[root]))
        if one == other:
            return
        small, large = self._members[one], self._members[other]
        self.claimed += small.total() * large.total()
        shared = sum(count * large[lineage] for lineage, count in small.items())
        self.true += shared
        self.links += 1
        self.true_links += shared > 0
        large.update(small)
        self._members[one] = Counter()
        self._parents[one] = other

    @property
    def precision(self) -> float:
        """The share of true ones among all pairs of reports in one cluster; 1.0 where nothing is claimed."""
        return self.true / self.claimed if self.claimed else 1.0


def measure_agreement(reports: Sequence[Report], pairs: Iterable[Pair]) -> Agreement:
    """Hold claimed pairs (positions of reports) against the truth. A copy is found if its source is in its cluster."""
    clusters = Clusters([report.lineage for report in reports])
    for one, other in pairs:
        clusters.join(one, other)
    return read_agreement(reports, clusters)


def read_agreement(reports: Sequence[Report], clusters: Clusters) -> Agreement:
    """Return how clusters of these reports agree with the truth."""
    place = {report.document.id: number for number, report in enumerate(reports)}
    found: dict[Kind, list[bool]] = {kind: [] for kind in (*COPIES, Kind.PARAPHRASE)}
    by_hand: list[bool] = []
    for number, report in enumerate(reports):
        if report.kind in found and report.source in place:
            hit = clusters.find(number) == clusters.find(place[report.source])
            found[report.kind].append(hit)
            if report.written and report.kind in EDITED:
                by_hand.append(hit)
    return Agreement(
        recall={kind: sum(hits) / len(hits) for kind, hits in found.items() if hits},
        by_hand=sum(by_hand) / max(1, len(by_hand)),
        precision=clusters.precision,
        link_precision=clusters.true_links / max(1, clusters.links),
        pairs=clusters.claimed,
    )


def find_threshold(lineages: Sequence[int], values: Sequence[tuple[float, Pair]]) -> float:
    """Return the lowest value down to which pairs, given from the highest, are precise enough; above 1 if none is."""
    clusters = Clusters(lineages)
    least = 1.01
    for number, (value, pair) in enumerate(values, start=1):
        clusters.join(*pair)
        ends = number == len(values) or values[number][0] < value
        if ends and clusters.precision >= LEAST_PRECISION:
            least = value
    return least


def count_pairs(reports: Sequence[Report]) -> Counter[Kind]:
    """Return the number of pairs of copy and source, both among the reports, of each kind."""
    ids = {report.document.id for report in reports}
    return Counter(report.kind for report in reports if report.source in ids)


def covers(spans: Iterable[Span], wanted: Span) -> bool:
    """Tell whether spans cover at least half of a wanted one."""
    covered, reached = 0, wanted[0]
    for start, end in sorted(spans):
        covered += max(0, min(end, wanted[1]) - max(start, reached))
        reached = max(reached, end)
    return covered >= FOUND_SHARE * (wanted[1] - wanted[0])


def is_asked_for(host: Report, by_id: Mapping[str, Report]) -> bool:
    """Tell whether a passage of a known donor stands in a report, and its time does not put it before the donor."""
    donor = by_id.get(host.source) if host.passage is not None else None
    return donor is not None and (donor.document.published_at is not None or host.document.published_at is None)


def measure_passages(
    reports: Sequence[Report], passages: Mapping[str, Sequence[SharedPassage]]
) -> tuple[float, float, float]:
    """Return recall of inserted passages, the share of them traced to the right lineage, and precision.

    A passage is found where at least half of it is marked; where only its donor has no date, nothing tells that the
    donor was first, and the passage is not asked for. Precision counts marks in reports that are nobody's copy:
    one is right if at least half of it is something borrowed, or if it is of the report's own lineage (a copy with an
    earlier date).
    """
    by_id = {report.document.id: report for report in reports}
    lineages = {name: report.lineage for name, report in by_id.items()}
    found, traced, right = [], [], []
    for report in reports:
        marks = passages.get(report.document.id, ())
        if report.passage is not None and is_asked_for(report, by_id):
            found.append(covers([(mark.start, mark.end) for mark in marks], report.passage))
            own = [m for m in marks if lineages.get(m.first_seen) == lineages[report.source]]
            traced.append(covers([(mark.start, mark.end) for mark in own], report.passage))
        if report.kind in (Kind.ORIGINAL, Kind.ALIKE, Kind.INSERTED):
            right += [
                lineages.get(mark.first_seen) == report.lineage or covers(report.borrowed, (mark.start, mark.end))
                for mark in marks
            ]
    return _mean(found), _mean(traced), _mean(right)


def _mean(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 1.0
