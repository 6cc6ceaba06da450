"""The evidence of one question as columns of numbers, so that many settings are weighed at once."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from rashomon.model.errors import WeighError
from rashomon.model.question import EvidenceLink, ItemDoubt
from rashomon.model.vocabulary import Direction
from rashomon.model.wording import measure_soundness
from rashomon.weigh.dependence import measure_dependence
from rashomon.weigh.testimony import (
    CHEAP,
    KNOWN_AT_ONCE,
    Motive,
    WeightClass,
    classify_weight,
    is_endorsed,
    read_examined,
    read_motive,
    rests_on_thing,
    state_doubts,
)

LIKELIER: Final = 0.5
"""Whoever examined the evidence as likely as not, or likelier, is no mere talker."""

Floats: TypeAlias = npt.NDArray[np.float64]
Bools: TypeAlias = npt.NDArray[np.bool_]
Ints: TypeAlias = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EvidenceColumns:
    """K links in order of group and id, over m hypotheses. One entry a link unless said otherwise.

    `starts` is where each group begins; `group` and `origin` number a link's group and its origin. `guilty_*` have one
    entry for each pair of a link and a hypothesis under which its speaker's camp did it. `placement` (K x m) says where
    a link's log-likelihood falls: -1 at its own hypothesis if it favours it (beside +1 everywhere), +1 there if it does
    not. `examined` is the probability that the holder examined what it speaks of; `days` is infinite where it does not
    matter. `item` says which links rest on a thing that could be forged; `forged` is the probability an analyst set
    that it is (nan: none). `doubts` are what is said of these things as columns of statements, `doubt_link` the link
    each is about, `doubt_sign` 1 for *forged* and -1 for *genuine*. `soundness` is how likely no graded voice garbles
    or invents; `rated` (K x m) is what analysts' cells add to the log-likelihoods.
    `group_share` is the part of a group's pairs that depend on each other as strongly as is set, `group_added` what
    analysts' own strengths add, one entry a group: the mean dependence of its pairs is
    `group_share * dependence + group_added`.
    """

    links: tuple[EvidenceLink, ...]
    motives: tuple[Motive, ...]
    hypothesis: Ints
    favours: Bools
    endorsed: Bools
    cheap: Bools
    weight: Ints
    examined: Floats
    served: Floats
    against: Floats
    unknown: Floats
    relays: Floats
    days: Floats
    soundness: Floats
    item: Bools
    forged: Floats
    doubts: "EvidenceColumns | None"
    doubt_link: Ints
    doubt_sign: Floats
    rated: Floats
    group: Ints
    starts: Ints
    group_share: Floats
    group_added: Floats
    origin: Ints
    placement: Floats
    guilty_link: Ints
    guilty_hypothesis: Ints
    guilty_share: Floats


def tabulate_evidence(links: Sequence[EvidenceLink], positions: Mapping[str, int]) -> EvidenceColumns:
    """Return links as columns; `positions` gives each hypothesis id its place.

    Raises WeighError: R-WEIGH-001 for a link without a group or on an unknown hypothesis, R-WEIGH-002 for a probability
    that is not finite, R-WEIGH-003 for one outside 0..1 or a negative number of relays or days.
    """
    for link in links:
        _check_link(link, positions)
    ordered = tuple(sorted(links, key=lambda link: (link.group_id, link.id)))
    motives = tuple(read_motive(link) for link in ordered)
    classes = [classify_weight(link) for link in ordered]
    examined = np.array([read_examined(link) for link in ordered], dtype=np.float64)
    hypothesis = np.array([positions[link.hypothesis_id] for link in ordered], dtype=np.intp)
    favours = np.array([link.direction is Direction.FOR for link in ordered], dtype=np.bool_)
    placement = np.zeros((len(ordered), len(positions)))
    placement[np.arange(len(ordered)), hypothesis] = np.where(favours, -1.0, 1.0)
    group, starts = _number_groups(ordered)
    share, added = measure_dependence(ordered, starts)
    origins = {origin_id: number for number, origin_id in enumerate(sorted({link.origin_id for link in ordered}))}
    # A camp may be guilty under a hypothesis that lost its place; such stakes say nothing here.
    guilty = [(k, positions[h], p) for k, motive in enumerate(motives) for h, p in motive.guilty if h in positions]
    doubts, doubt_link, doubt_sign = _tabulate_doubts(ordered, positions)
    return EvidenceColumns(
        links=ordered,
        motives=motives,
        hypothesis=hypothesis,
        favours=favours,
        endorsed=np.array([is_endorsed(link) for link in ordered], dtype=np.bool_),
        cheap=np.array([weight in CHEAP for weight in classes], dtype=np.bool_) & (examined < LIKELIER),
        weight=_whole(classes),
        examined=examined,
        served=np.array([motive.served for motive in motives], dtype=np.float64),
        against=np.array([motive.against for motive in motives], dtype=np.float64),
        unknown=np.array([motive.unknown for motive in motives], dtype=np.float64),
        relays=np.array([link.relays for link in ordered], dtype=np.float64),
        days=np.array([_count_days(link, kind) for link, kind in zip(ordered, classes, strict=True)], dtype=np.float64),
        soundness=np.array([measure_soundness(v.grade for v in link.voices) for link in ordered], dtype=np.float64),
        item=np.array([rests_on_thing(link) for link in ordered], dtype=np.bool_),
        forged=np.array([math.nan if link.forged is None else link.forged for link in ordered], dtype=np.float64),
        doubts=doubts,
        doubt_link=doubt_link,
        doubt_sign=doubt_sign,
        rated=np.zeros((len(ordered), len(positions))),
        group=group,
        starts=starts,
        group_share=share,
        group_added=added,
        origin=_whole([origins[link.origin_id] for link in ordered]),
        placement=placement,
        guilty_link=_whole([k for k, _, _ in guilty]),
        guilty_hypothesis=_whole([h for _, h, _ in guilty]),
        guilty_share=np.array([p for _, _, p in guilty], dtype=np.float64),
    )


def _tabulate_doubts(
    ordered: Sequence[EvidenceLink], positions: Mapping[str, int]
) -> tuple[EvidenceColumns | None, Ints, Floats]:
    """Return what is said of the links' things as columns, with the link each is about and its sign."""
    about = {one.id: (k, doubt.forged) for k, link in enumerate(ordered) for one, doubt in _pair_doubts(link)}
    if not about:
        return None, _whole([]), np.zeros(0)
    stated = [one for link in ordered for one, _ in _pair_doubts(link)]
    columns = tabulate_evidence(stated, positions)
    placed = [about[link.id] for link in columns.links]
    return columns, _whole([k for k, _ in placed]), np.array([1.0 if forged else -1.0 for _, forged in placed])


def _pair_doubts(link: EvidenceLink) -> list[tuple[EvidenceLink, ItemDoubt]]:
    return list(zip(state_doubts(link), link.doubts, strict=True))


def _count_days(link: EvidenceLink, weight: WeightClass) -> float:
    """Return how late a link was told, without end for what does not depend on what had come out by then."""
    return math.inf if link.days is None or weight in KNOWN_AT_ONCE else link.days


def _check_link(link: EvidenceLink, positions: Mapping[str, int]) -> None:
    if not link.group_id:
        raise WeighError(
            "R-WEIGH-001", link.id, what="evidence without a group", advice="Give every piece of evidence a group_id."
        )
    if link.hypothesis_id not in positions:
        raise WeighError(
            "R-WEIGH-001",
            f"{link.id} on {link.hypothesis_id}",
            what="evidence on a hypothesis that is not among those weighed",
            advice="Add the hypothesis, or leave the evidence out.",
        )
    if link.examined is not None and not 0.0 <= link.examined <= 1.0:
        code = "R-WEIGH-003" if math.isfinite(link.examined) else "R-WEIGH-002"
        raise WeighError(code, f"examined = {link.examined:g} of {link.id}")
    if link.forged is not None and not 0.0 <= link.forged <= 1.0:
        code = "R-WEIGH-003" if math.isfinite(link.forged) else "R-WEIGH-002"
        raise WeighError(code, f"forged = {link.forged:g} of {link.id}")
    if link.relays < 0:
        raise WeighError("R-WEIGH-003", f"relays = {link.relays} of {link.id}")
    if link.days is not None and not (link.days >= 0.0 and math.isfinite(link.days)):
        raise WeighError("R-WEIGH-003" if link.days < 0 else "R-WEIGH-002", f"days = {link.days:g} of {link.id}")
    for stake in link.stakes:
        if not math.isfinite(stake.probability):
            raise WeighError("R-WEIGH-002", f"stake of {link.id} in {stake.hypothesis_id}")
        if not 0.0 <= stake.probability <= 1.0:
            raise WeighError("R-WEIGH-003", f"stake {stake.probability:g} of {link.id} in {stake.hypothesis_id}")


def _number_groups(ordered: Sequence[EvidenceLink]) -> tuple[Ints, Ints]:
    numbers: list[int] = []
    starts: list[int] = []
    for position, link in enumerate(ordered):
        if position == 0 or link.group_id != ordered[position - 1].group_id:
            starts.append(position)
        numbers.append(len(starts) - 1)
    return _whole(numbers), _whole(starts)


def _whole(values: Sequence[int] | Sequence[WeightClass]) -> Ints:
    return np.array(values, dtype=np.intp)
