"""What analysts say of who speaks together, laid over the machine's groups of evidence.

Two pieces said to depend on each other come into one group; two said to be independent leave it where nothing else
holds them together. How strongly each pair of a group depends on each other stands on the pieces themselves, so that
the weighing can follow it; the machine's group stays beside.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from rashomon.model.ids import derive_id
from rashomon.model.lineage import DecidedDependence
from rashomon.model.question import EvidenceLink, EvidenceTie

_INDEPENDENT: Final = 0.0


def follow_dependences(links: Sequence[EvidenceLink], decided: Sequence[DecidedDependence]) -> tuple[EvidenceLink, ...]:
    """Return the links, in their order, in the groups that follow from what was decided; the rest stay as they are.

    Only pieces of one side (one hypothesis, one direction) are tied. A decision on a pair of sources holds for all they
    say; of two decisions on one pair of pieces the stronger dependence counts.
    """
    pairs = _list_pairs(links, decided)
    if not pairs:
        return tuple(links)
    ties: dict[str, dict[str, DecidedDependence]] = defaultdict(dict)
    for (one, other), decision in pairs.items():
        ties[one][other] = decision
        ties[other][one] = decision
    by_id = {link.id: link for link in links}
    touched = {by_id[evidence_id].group_id for evidence_id in ties}
    members: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.group_id in touched:
            members[link.group_id].append(link.id)
    group_of = {evidence_id: group for group, ids in members.items() for evidence_id in ids}
    moved: dict[str, EvidenceLink] = {}
    for component in _find_components(members, group_of, ties):
        groups = {group_of[evidence_id] for evidence_id in component}
        whole = len(groups) == 1 and len(component) == len(members[next(iter(groups))])
        group_id = "" if whole else derive_id("grp", "decided", *sorted(component))
        moved |= {one: _regroup(by_id[one], group_id, ties.get(one, {})) for one in component}
    return tuple(moved.get(link.id, link) for link in links)


def _list_pairs(
    links: Sequence[EvidenceLink], decided: Sequence[DecidedDependence]
) -> dict[tuple[str, str], DecidedDependence]:
    wanted = {one for tie in decided for one in (tie.one_id, tie.other_id)}
    spoken: dict[str, list[EvidenceLink]] = defaultdict(list)
    for link in links:
        for record_id in {link.holder_id, link.origin_id} & wanted:
            spoken[record_id].append(link)
    pairs: dict[tuple[str, str], DecidedDependence] = {}
    for tie in decided:
        for one in spoken[tie.one_id]:
            for other in spoken[tie.other_id]:
                if one.id == other.id or _side(one) != _side(other):
                    continue
                pair = min(one.id, other.id), max(one.id, other.id)
                known = pairs.get(pair)
                if known is None or _strength(tie) > _strength(known):
                    pairs[pair] = tie
    return pairs


def _side(link: EvidenceLink) -> tuple[str, str]:
    return link.hypothesis_id, link.direction


def _strength(tie: DecidedDependence) -> float:
    """How strong a dependence is; one of no strength of its own is stronger than none."""
    return tie.strength if tie.strength is not None else 0.5


def _find_components(
    members: Mapping[str, Iterable[str]],
    group_of: Mapping[str, str],
    ties: Mapping[str, Mapping[str, DecidedDependence]],
) -> Iterator[list[str]]:
    """Yield the pieces that hang together: over a group of the machine, but for pairs cut apart, or over a tie."""
    left = {group: dict.fromkeys(ids) for group, ids in members.items()}
    for start in group_of:
        if start not in left[group_of[start]]:
            continue
        del left[group_of[start]][start]
        component, waiting = [], [start]
        while waiting:
            one = waiting.pop()
            component.append(one)
            own = ties.get(one, {})
            cut = {other for other, tie in own.items() if tie.strength == _INDEPENDENT}
            near = [other for other in left[group_of[one]] if other not in cut]
            near += [other for other in own if other not in cut and other in left[group_of[other]]]
            for other in dict.fromkeys(near):
                del left[group_of[other]][other]
                waiting.append(other)
        yield component


def _regroup(link: EvidenceLink, group_id: str, ties: Mapping[str, DecidedDependence]) -> EvidenceLink:
    said = tuple(EvidenceTie(evidence_id=other, strength=ties[other].strength) for other in sorted(ties))
    told = {tie.decision_id: tie for tie in ties.values()}
    why = "; ".join(_say(told[decision_id]) for decision_id in sorted(told)) or link.why_group
    if not group_id:
        return replace(link, ties=said, why_group=why)
    return replace(link, ties=said, group_id=group_id, machine_group_id=link.group_id, why_group=why)


def _say(tie: DecidedDependence) -> str:
    how = "independent" if tie.strength == _INDEPENDENT else "not independent"
    return f"{how}, says {tie.by}" + (f": {tie.why}" if tie.why else "")
