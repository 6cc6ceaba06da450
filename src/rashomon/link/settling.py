"""What analysts decided about sources, laid over what the machine found.

The names the machine joined stay together as a group under the group's id, whatever is decided. A merge only hangs one
group under another, a split moves names into a group of their own, so that taking a decision back restores all that was
there before, ids included. Decisions are followed in the order they were made.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.names_met import Met
from rashomon.link.resolution import Resolved
from rashomon.link.source_names import KeySort
from rashomon.model.decision import Decision, keep_in_force
from rashomon.model.ids import derive_id
from rashomon.model.vocabulary import DecisionKind

TRAITS: Final = (DecisionKind.GRADE_SOURCE, DecisionKind.SET_KIND, DecisionKind.SET_CAMP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Names that the machine joined, or that a split took out together, by their places in the list of names."""

    id: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Which names make up each source after the decisions.

    `groups` holds, for each source id, the source's own group first, then those merged into it. `traits` are the
    decisions on what a source is, `shaped_by` the ids of all decisions that count for it; `moved_by` the decision that
    put a name where it is, by the name's place.
    """

    groups: Mapping[str, tuple[Group, ...]]
    traits: Mapping[str, Mapping[DecisionKind, Decision]]
    shaped_by: Mapping[str, tuple[str, ...]]
    moved_by: Mapping[int, Decision]


def settle_names(met: Sequence[Met], resolved: Sequence[Resolved], decisions: Sequence[Decision]) -> Settled:
    """Return which names make up each source. Decisions on sources nobody here names are passed over."""
    grove = _Grove(met, resolved)
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.MERGE_SOURCES:
            grove.merge(decision)
        elif decision.kind is DecisionKind.SPLIT_SOURCE:
            grove.split(decision)
        elif decision.kind in TRAITS:
            grove.set_trait(decision)
    return grove.settle()


def fold_name(name: str) -> str:
    """Return what two spellings of a name must share for a split to take both."""
    return " ".join(name.casefold().split())


class _Grove:
    """Groups of names while decisions are followed: each a tree under the group whose name and id it goes by."""

    def __init__(self, met: Sequence[Met], resolved: Sequence[Resolved]) -> None:
        self._met = met
        self._members: dict[str, list[int]] = defaultdict(list)
        self._alone: dict[str, list[int]] = defaultdict(list)
        self._group: list[str] = []
        self._parent: dict[str, tuple[str, Decision]] = {}
        self._freed: dict[str, Decision] = {}
        self._shaped: dict[str, list[Decision]] = defaultdict(list)
        self._traits: dict[str, dict[DecisionKind, tuple[int, Decision]]] = defaultdict(dict)
        self._traits_set = 0
        for place, (one, meant) in enumerate(zip(met, resolved, strict=True)):
            self._group.append(meant.key.source_id)
            self._members[meant.key.source_id].append(place)
            self._alone[one.key.source_id].append(place)

    def merge(self, decision: Decision) -> None:
        """Hang the first subject under the second."""
        merged, into = (self._find(subject_id) for subject_id in decision.subject_ids)
        if not merged or not into:
            return
        for group in (*merged, *into[1:]):
            if group != into[0]:
                self._hang(group, into[0], decision)

    def split(self, decision: Decision) -> None:
        """Take names out of the subject: with the group merged into it that holds one of them, else by themselves."""
        names = {fold_name(name) for name in decision.names}
        for group in self._find(decision.subject_ids[0]):
            below = sorted(other for other in self._members if group in self._above(other))
            let_go = [other for other in below if names & self._names_in(other)]
            for other in let_go:
                # What had been merged before it came here leaves together.
                if self._parent[other][0] not in let_go:
                    self._let_go(other, decision)
            kept = [other for other in below if other not in let_go]
            for other in kept:
                above, link = self._parent[other]
                self._parent[other] = (group if above in let_go else above, link)
            own = names.difference(*map(self._names_in, let_go))
            if kept and own >= self._names_in(group):
                # All of its own names are somebody else's than those merged into it: these stay together.
                self._let_go(kept[0], decision)
                for other in kept[1:]:
                    self._parent[other] = (kept[0], self._parent[other][1])
            else:
                self._take_out(group, own, decision)
            if below:
                self._shaped[group].append(decision)

    def set_trait(self, decision: Decision) -> None:
        """Take down what a source is said to be; the last word on it counts."""
        self._traits_set += 1
        for group in self._find(decision.subject_ids[0]):
            self._traits[group][decision.kind] = (self._traits_set, decision)

    def settle(self) -> Settled:
        """Return what has become of the names."""
        trees: dict[str, list[str]] = defaultdict(list)
        for group in self._members:
            if self._members[group]:
                trees[self._root(group)].append(group)
        moved = {
            place: self._parent[group][1] if group in self._parent else self._freed[group]
            for group, places in self._members.items()
            if group in self._parent or group in self._freed
            for place in places
        }
        return Settled(
            groups={root: tuple(map(self._gather, _lead(tree, root))) for root, tree in trees.items()},
            traits={root: self._traits_of(_lead(tree, root)) for root, tree in trees.items()},
            shaped_by={root: tuple(dict.fromkeys(self._shaping(_lead(tree, root)))) for root, tree in trees.items()},
            moved_by=moved,
        )

    def _let_go(self, group: str, decision: Decision) -> None:
        del self._parent[group]
        self._freed[group] = decision
        self._shaped[group].append(decision)

    def _gather(self, group: str) -> Group:
        return Group(id=group, places=tuple(sorted(self._members[group])))

    def _find(self, source_id: str) -> list[str]:
        """Return the groups an id means: the group of that id, else those of the names that have it by themselves.

        A report that came later may have joined a name to a fuller one: what was decided on it goes along.
        """
        if self._members.get(source_id):
            return [source_id]
        return list(dict.fromkeys(self._group[place] for place in self._alone.get(source_id, ())))

    def _hang(self, group: str, under: str, decision: Decision) -> None:
        """Hang a group under another; where that one hangs below it, turn the way between them round first."""
        if group in self._above(under):
            way = [under, *self._above(under)]
            way = way[: way.index(group) + 1]
            links = [self._parent[one][1] for one in way[:-1]]
            for below, above, link in zip(way, way[1:], links, strict=False):
                self._parent[above] = (below, link)
            del self._parent[under]
        self._parent[group] = (under, decision)

    def _above(self, group: str) -> list[str]:
        found = []
        while group in self._parent:
            group = self._parent[group][0]
            found.append(group)
        return found

    def _root(self, group: str) -> str:
        above = self._above(group)
        return above[-1] if above else group

    def _names_in(self, group: str) -> set[str]:
        return {fold_name(self._met[place].name) for place in self._members[group]}

    def _take_out(self, group: str, names: set[str], decision: Decision) -> None:
        """Move names into groups of their own: one for all of them, but a description for each report's."""
        taken = [place for place in self._members[group] if fold_name(self._met[place].name) in names]
        if not taken or len(taken) == len(self._members[group]):
            return
        for place in taken:
            one = self._met[place]
            report = one.document_id if one.key.sort is KeySort.DESCRIBED else ""
            new = derive_id("source", "split", decision.subject_ids[0], report, *sorted(map(fold_name, decision.names)))
            self._members[group].remove(place)
            self._members[new].append(place)
            self._group[place] = new
            self._freed[new] = decision
            self._shaped[new].append(decision)
        self._shaped[group].append(decision)

    def _traits_of(self, groups: Sequence[str]) -> dict[DecisionKind, Decision]:
        """What was decided on the source itself counts before what was decided on those merged into it."""
        found: dict[DecisionKind, Decision] = {}
        for kind in TRAITS:
            own = self._traits.get(groups[0], {}).get(kind)
            told = [self._traits[group][kind] for group in groups[1:] if kind in self._traits.get(group, {})]
            last = own or max(told, key=lambda numbered: numbered[0], default=None)
            if last is not None:
                found[kind] = last[1]
        return found

    def _shaping(self, groups: Sequence[str]) -> Iterator[str]:
        for group in groups:
            if group in self._parent:
                yield self._parent[group][1].id
            yield from (decision.id for decision in self._shaped.get(group, ()))
        yield from (decision.id for decision in self._traits_of(groups).values())


def _lead(tree: Sequence[str], root: str) -> list[str]:
    return sorted(tree, key=lambda group: (group != root, group))
