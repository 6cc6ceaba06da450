"""Which reports are on the event asked about, and which are on others that came in with them.

Leaving out a report that belongs costs more than keeping one that does not: a report is left out only where its group
is another one, and neither names what is asked about, and it is no straggler nearest to the reports that do.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.event_groups import ALIKE, join_alike
from rashomon.link.event_signs import SignTable, likeness, read_signs
from rashomon.link.features import NAME, NUMBER, Feature, read_outline
from rashomon.model.document import Document

_ENOUGH: Final = 0.6
_ENOUGH_ALONE: Final = 0.8
"""Of what the reports on the event name on the mean: what a group names on the mean, and a report against its group."""

_NAME_WEIGHT: Final = 2.0
_STRAGGLERS: Final = 2
_STRAGGLING: Final = 0.4
_FEWEST_NAMES: Final = 2
_OPENS: Final = re.compile(r"^\W*\w+\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportGroups:
    """Ids of the reports on the event asked about, and of those on each other event, by size."""

    focal: frozenset[str]
    others: tuple[tuple[str, ...], ...]


def part_reports(documents: Sequence[Document], *, question: str) -> ReportGroups:
    """Return the reports by event as seen from a question ("" for none: then from what most reports are on)."""
    everything = frozenset(document.id for document in documents)
    if len(documents) < 2:
        return ReportGroups(focal=everything, others=())
    table = read_signs(documents)
    groups = join_alike(documents, table)
    if len(groups) < 2:
        return ReportGroups(focal=everything, others=())
    if not question.strip():
        focal, others = groups[0], groups[1:]
    else:
        named = _measure_naming(documents, question)
        means = {group: _mean(named[one] for one in group) for group in groups}
        focal = max(groups, key=lambda group: (means[group], len(group)))
        best = means[focal]
        if not best:
            return ReportGroups(focal=everything, others=())  # no report names anything that is asked about
        others = tuple(
            tuple(one for one in group if named[one] < _ENOUGH_ALONE * best)
            for group in groups
            if means[group] < _ENOUGH * best
        )
    strays = _find_stragglers(focal, others, table) | _find_namesakes(focal, others, documents)
    left = tuple(group for group in others if group and not strays.issuperset(group))
    return ReportGroups(focal=everything.difference(*left), others=left)


def _find_stragglers(focal: Sequence[str], others: Sequence[Sequence[str]], table: SignTable) -> frozenset[str]:
    """Return reports nearly alone that are more like those on the focal event than like any other group."""
    sums = {group: _sum_rows(group, table) for group in map(tuple, (focal, *others)) if len(group) > _STRAGGLERS}
    home = tuple(focal)
    found: set[str] = set()
    for group in others:
        if not 0 < len(group) <= _STRAGGLERS or home not in sums:
            continue
        own = _sum_rows(group, table)
        near = {other: likeness(own, total) / (len(other) * len(group)) for other, total in sums.items()}
        if near[home] >= _STRAGGLING * ALIKE and near[home] >= max(near.values()):
            found.update(group)
    return frozenset(found)


def _find_namesakes(
    focal: Sequence[str], others: Sequence[Sequence[str]], documents: Sequence[Document]
) -> frozenset[str]:
    """Return reports nearly alone that name somebody or some place the reports on the event name, or nobody at all.

    In a handful of short reports few words are shared by chance or by the event: names tell what words cannot.
    """
    names = {document.id: _list_names(document) for document in documents}
    known = frozenset[str]().union(*(names[one] for one in focal))
    few = (group for group in others if 0 < len(group) <= _STRAGGLERS)
    return frozenset(one for group in few for one in group if names[one] & known or len(names[one]) < _FEWEST_NAMES)


def _list_names(document: Document) -> frozenset[str]:
    """Return the names in a report, but for those of states: half the news names them."""
    outline = read_outline(f"{document.title}.\n{document.text}")
    return frozenset(f.form for features in outline for f in features if f.kind == NAME and not f.form[:1].isupper())


def _sum_rows(group: Iterable[str], table: SignTable) -> dict[int, float]:
    total: dict[int, float] = defaultdict(float)
    for document_id in group:
        for sign, weight in table.rows[document_id].items():
            if sign > 0:
                total[sign] += weight
    return total


def _measure_naming(documents: Sequence[Document], question: str) -> Mapping[str, float]:
    """Return what part of what is asked about each report names, 0..1; what few reports name says most."""
    # The first word of a question is no name, nor is what no report names.
    asked = frozenset[Feature]().union(*read_outline(_OPENS.sub("of ", question)))
    weights = {feature.form: _NAME_WEIGHT if feature.kind == NAME else 1.0 for feature in asked}
    weights = {form: weight for form, weight in weights.items() if Feature(NUMBER, form) not in asked}
    held = {
        document.id: frozenset(
            feature.form
            for features in read_outline(f"{document.title}.\n{document.text}")
            for feature in features
            if feature.form in weights
        )
        for document in documents
    }
    holders = Counter(form for forms in held.values() for form in forms)
    worth = {form: weights[form] * math.log1p(len(documents) / holders[form]) for form in sorted(holders)}
    total = sum(worth.values())
    return {one: sum(worth[form] for form in sorted(forms)) / total if total else 0.0 for one, forms in held.items()}


def _mean(values: Iterable[float]) -> float:
    listed = tuple(values)
    return sum(listed) / len(listed)
