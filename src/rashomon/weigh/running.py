"""A question that is weighed while its reports arrive: a new one touches its own groups and origins, nothing else.

What every group and every origin adds is kept, summed in tries (`sum_trie`). A new link changes the power of its group,
and with it what is left of the few origins whose voices together could pass the limit of an origin; both ceilings and
the analysts' cells are applied to the sums. The figures are those of weighing everything anew, whatever the order.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

import numpy as np

from rashomon.model.analysis import HypothesisSet
from rashomon.model.errors import WeighError
from rashomon.model.judgement import PointProbability
from rashomon.model.question import CellRating, EvidenceLink
from rashomon.weigh.ach import move_ratings, rate_columns
from rashomon.weigh.columns import Floats, tabulate_evidence
from rashomon.weigh.groups import name_ground, rank_copy, temper_totals
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.posterior import Balance, Posterior, balance_bits, expect_roles, hear_links, normalise
from rashomon.weigh.sum_trie import (
    NOTHING,
    Leaf,
    Trie,
    drop_leaf,
    find_value,
    list_values,
    name_leaf,
    put_leaf,
    put_leaves,
)
from rashomon.weigh.weighing import Frame, frame_question

T = TypeVar("T")

_SLACK: Final = 2.0
"""How far the power of a group may fall below its bound."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Voice:
    """One link that counts: its strength in bits (0 where it is not heard), and what it adds (2m: talk, then rest)."""

    evidence_id: str
    strength: float
    bits: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Cell:
    """What one origin says in one group; `voices` in order of id, the others summed over them."""

    group_id: str
    origin_id: str
    voices: tuple[_Voice, ...]
    strength: float
    strongest: float
    bits: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Group:
    """The cells of one group by origin, those of heavy origins once more, and the power all are raised to (0..1).

    `bound` is never below the power, and seldom changes.
    The sums of `cells` are the strength, then the bits (2m) of what is not heavy; the peak is the strongest voice.
    """

    cells: Trie[_Cell] = None
    heavy: Trie[_Cell] = None
    power: float = 1.0
    bound: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Origin:
    """The cells of one origin by group, and what its limit leaves of it (0..1).

    Heavy is an origin that could pass its limit: the sums of `cells` say in bits what it comes to with the powers of
    its groups at bounds they once had, never below those they have. Of the others the limit leaves all.
    """

    cells: Trie[_Cell] = None
    heavy: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Ground:
    """Links that count once, by id, and the one that does."""

    kept: EvidenceLink
    copies: Trie[EvidenceLink]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Running:
    """A question and all that was heard of it so far; made by `start_running`, never changed.

    `probabilities` are in the order of the set's hypotheses and sum to 1.
    """

    probabilities: tuple[PointProbability, ...]
    _asked: tuple[str, ...]
    frame: Frame
    _ratings: tuple[CellRating, ...]
    _evidence: Trie[EvidenceLink] = None
    _grounds: Trie[_Ground] = None
    _groups: Trie[_Group] = None
    _origins: Trie[_Origin] = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Work:
    """The groups and origins that one change touches, while it is under way."""

    running: Running
    groups: dict[str, _Group] = field(default_factory=dict)
    origins: dict[str, _Origin] = field(default_factory=dict)

    def find_group(self, group_id: str) -> _Group:
        """Return a group as it stands now, an empty one where there is none yet."""
        return self.groups.get(group_id) or find_value(self.running._groups, name_leaf(group_id)) or _Group()

    def find_origin(self, origin_id: str) -> _Origin:
        """Return an origin as it stands now, an empty one where there is none yet."""
        return self.origins.get(origin_id) or find_value(self.running._origins, name_leaf(origin_id)) or _Origin()


def start_running(hypothesis_set: HypothesisSet, *, parameters: Parameters = DEFAULTS) -> Running:
    """Return a question with all its evidence heard, ready for more.

    Hypotheses, priors and analysts' cells stay as they are here: where one of them changes, start anew. Raises as
    `weigh_evidence`.
    """
    frame = frame_question(hypothesis_set, parameters)
    empty = Running(
        probabilities=(),
        _asked=tuple(hypothesis.id for hypothesis in hypothesis_set.hypotheses),
        frame=frame,
        _ratings=tuple(hypothesis_set.ratings),
    )
    return add_evidence(empty, hypothesis_set.evidence)


def add_evidence(running: Running, links: Iterable[EvidenceLink]) -> Running:
    """Return the question with more evidence heard; the one before stays as it was.

    A link whose id is known takes the place of the one before: so a claim that its holder took back or replaced comes
    again with `weighed` false. The probabilities are those of weighing all evidence anew (to 1e-12), in whatever order
    and batches it came. Costs what the group and the origins of the links cost, and grows with the logarithm of all
    else; within a group it grows with those of its origins whose voices together could pass the limit of an origin.

    Raises WeighError as `weigh_evidence`: R-WEIGH-001 for evidence without a group or on an unknown hypothesis,
    R-WEIGH-002 and R-WEIGH-003 for values that are not finite or out of range. R-WEIGH-006 for links whose dependence
    an analyst decided: their groups are weighed whole.
    """
    return _change(running, {link.id: link for link in links})


def drop_evidence(running: Running, evidence_ids: Iterable[str]) -> Running:
    """Return the question as if some evidence had never been there; ids that are not known change nothing."""
    return _change(running, dict.fromkeys(evidence_ids))


def _change(running: Running, new: Mapping[str, EvidenceLink | None]) -> Running:
    """Return the question with links put in (or taken out, where None) by id."""
    for link in new.values():
        if link is not None and (link.ties or link.machine_group_id):
            what = "what analysts say of who speaks together is weighed with all evidence at once"
            raise WeighError("R-WEIGH-006", link.id, what=what, advice="Weigh the question anew.")
    rated = {rating.evidence_id for rating in running._ratings}
    evidence, put = running._evidence, []
    grounds: dict[int, _Ground | None] = {}
    for evidence_id, link in new.items():
        at = name_leaf(evidence_id)
        old = find_value(running._evidence, at)
        if link is None:
            evidence = drop_leaf(evidence, at)
        else:
            put.append(_hold(at, link))
        for one in (old, link):
            if one is None or not (one.weighed or one.id in rated):
                continue
            ground = name_leaf(repr(name_ground(one)))
            found = grounds[ground] if ground in grounds else find_value(running._grounds, ground)
            grounds[ground] = _add_copy(found, one) if one is link else _drop_copy(found, one)
    gone, come = [], []
    for ground, found in grounds.items():
        before = find_value(running._grounds, ground)
        if before is None or found is None or before.kept is not found.kept:
            gone += [before.kept] if before else []
            come += [found.kept] if found else []
    heard = replace(running, _evidence=put_leaves(evidence, put), _grounds=_put_all(running._grounds, grounds))
    return _conclude(_settle(heard, gone, come))


def _put_all(trie: Trie[T], values: Mapping[int, T | None]) -> Trie[T]:
    """Return the trie with values put in (or taken out, where None)."""
    for at, value in values.items():
        if value is None:
            trie = drop_leaf(trie, at)
    return put_leaves(trie, [_hold(at, value) for at, value in values.items() if value is not None])


def _hold(digest: int, value: T) -> Leaf[T]:
    return Leaf(digest=digest, value=value, sums=NOTHING)


def _add_copy(ground: _Ground | None, link: EvidenceLink) -> _Ground:
    if ground is None:
        return _Ground(kept=link, copies=_hold(name_leaf(link.id), link))
    copies = put_leaf(ground.copies, _hold(name_leaf(link.id), link))
    return _Ground(kept=min(ground.kept, link, key=rank_copy), copies=copies)


def _drop_copy(ground: _Ground | None, link: EvidenceLink) -> _Ground | None:
    copies = None if ground is None else drop_leaf(ground.copies, name_leaf(link.id))
    if ground is None or copies is None:
        return None
    kept = ground.kept if ground.kept.id != link.id else min(list_values(copies), key=rank_copy)
    return _Ground(kept=kept, copies=copies)


def _settle(running: Running, gone: Sequence[EvidenceLink], come: Sequence[EvidenceLink]) -> Running:
    """Return the question with links that no longer count taken from the sums, and those that do now put in."""
    work = _Work(running=running)
    voices: dict[tuple[str, str], dict[str, _Voice]] = {}
    for link in (*gone, *come):
        place = (link.group_id, link.origin_id)
        if place not in voices:
            cell = find_value(work.find_group(link.group_id).cells, name_leaf(link.origin_id))
            voices[place] = {voice.evidence_id: voice for voice in cell.voices} if cell else {}
    for link in gone:
        del voices[link.group_id, link.origin_id][link.id]
    for link, voice in _speak(running.frame, come):
        voices[link.group_id, link.origin_id][link.id] = voice
    cells = {place: _sum_cell(*place, some) if some else None for place, some in voices.items()}
    for (group_id, origin_id), cell in cells.items():
        heavy = work.find_origin(origin_id).heavy
        work.groups[group_id] = _place_cell(work.find_group(group_id), origin_id, cell, heavy=heavy)
    _temper(work)
    for (group_id, origin_id), cell in cells.items():
        origin = work.find_origin(origin_id)
        work.origins[origin_id] = _join_origin(origin, group_id, cell, work.find_group(group_id).bound)
    _part_heavy(work)
    return replace(running, _groups=_sum_groups(work), _origins=_limit_origins(work))


def _speak(frame: Frame, links: Sequence[EvidenceLink]) -> list[tuple[EvidenceLink, _Voice]]:
    """Return what each link says by itself."""
    if not links:
        return []
    columns = tabulate_evidence(links, frame.places)
    said = hear_links(columns, frame.settings, expect_roles(columns, frame.settings))
    heard, cheap = columns.endorsed[:, None], columns.cheap[:, None]
    bits = said.if_false[0][:, None] * columns.placement
    bits[columns.guilty_link, columns.guilty_hypothesis] += said.if_guilty[0]
    sides = np.hstack([np.where(heard & cheap, bits, 0.0), np.where(heard & ~cheap, bits, 0.0)])
    strengths = np.where(columns.endorsed, -said.if_false[0], 0.0).tolist()
    return [
        (link, _Voice(evidence_id=link.id, strength=strength, bits=row))
        for link, strength, row in zip(columns.links, strengths, sides, strict=True)
    ]


def _sum_cell(group_id: str, origin_id: str, voices: Mapping[str, _Voice]) -> _Cell:
    ordered = tuple(voices[evidence_id] for evidence_id in sorted(voices))
    return _Cell(
        group_id=group_id,
        origin_id=origin_id,
        voices=ordered,
        strength=math.fsum(voice.strength for voice in ordered),
        strongest=max(voice.strength for voice in ordered),
        bits=np.add.reduce([voice.bits for voice in ordered]),
    )


def _join_origin(origin: _Origin, group_id: str, cell: _Cell | None, bound: float) -> _Origin:
    """Return the origin with its cell in a group, none where None; `bound` is the group's."""
    at = name_leaf(group_id)
    if cell is None:
        return _Origin(cells=drop_leaf(origin.cells, at), heavy=origin.heavy)
    leaf = Leaf(digest=at, value=cell, sums=np.array([bound * cell.strength]))
    return _Origin(cells=put_leaf(origin.cells, leaf), heavy=origin.heavy)


def _place_cell(group: _Group, origin_id: str, cell: _Cell | None, *, heavy: bool) -> _Group:
    """Return the group with an origin's cell in it, by itself where the origin is heavy."""
    at = name_leaf(origin_id)
    if cell is None:
        cells, apart = drop_leaf(group.cells, at), drop_leaf(group.heavy, at)
        return _Group(cells=cells, heavy=apart, power=group.power, bound=group.bound)
    bits = np.zeros_like(cell.bits) if heavy else cell.bits
    leaf = Leaf(digest=at, value=cell, sums=np.concatenate(([cell.strength], bits)), peak=cell.strongest)
    apart = put_leaf(group.heavy, _hold(at, cell)) if heavy else drop_leaf(group.heavy, at)
    return _Group(cells=put_leaf(group.cells, leaf), heavy=apart, power=group.power, bound=group.bound)


def _temper(work: _Work) -> None:
    """Find the powers of the groups touched; where one left its bound, touch the origins this makes heavy or light."""
    settings = work.running.frame.settings
    for group_id, group in work.groups.items():
        cells = group.cells
        if cells is None:
            continue
        peak = np.array([cells.peak])
        found = temper_totals(cells.sums[:1], peak, settings.dependence, limit=settings.group_limit)
        power, bound = float(found[0, 0]), group.bound
        if not bound / _SLACK <= power <= bound:
            # A group that grows loses power: only what is heavy need hear of it, as the others stay below their limit.
            told = cells if power > bound else group.heavy
            bound = min(1.0, power * math.sqrt(_SLACK))
            for cell in list_values(told):
                origin = work.find_origin(cell.origin_id)
                work.origins[cell.origin_id] = _join_origin(origin, group_id, cell, bound)
        work.groups[group_id] = _Group(cells=cells, heavy=group.heavy, power=power, bound=bound)


def _part_heavy(work: _Work) -> None:
    """Tell which of the origins touched are heavy, and place the cells of those that were not, or no longer are."""
    limit = work.running.frame.settings.origin_limit
    for origin_id, origin in work.origins.items():
        heavy = origin.cells is not None and float(origin.cells.sums[0]) > limit
        if heavy != origin.heavy:
            work.origins[origin_id] = replace(origin, heavy=heavy)
            for cell in list_values(origin.cells):
                group = work.find_group(cell.group_id)
                work.groups[cell.group_id] = _place_cell(group, origin_id, cell, heavy=heavy)


def _sum_groups(work: _Work) -> Trie[_Group]:
    """Return the groups with those touched put in; touches the heavy origins of these."""
    groups, put = work.running._groups, []
    for group_id, group in work.groups.items():
        at = name_leaf(group_id)
        if group.cells is None:
            groups = drop_leaf(groups, at)
            continue
        put.append(Leaf(digest=at, value=group, sums=group.power * group.cells.sums[1:]))
        for cell in list_values(group.heavy):
            work.origins[cell.origin_id] = work.find_origin(cell.origin_id)
    return put_leaves(groups, put)


def _limit_origins(work: _Work) -> Trie[_Origin]:
    """Return the origins with what the limit leaves of those touched found anew."""
    origins, put, frame = work.running._origins, [], work.running.frame
    limit = frame.settings.origin_limit
    for origin_id, origin in work.origins.items():
        at = name_leaf(origin_id)
        if origin.cells is None:
            origins = drop_leaf(origins, at)
            continue
        share, bits = 1.0, np.zeros(2 * len(frame.hypotheses))
        if origin.heavy:
            cells = list(list_values(origin.cells))
            powers = np.array([work.find_group(cell.group_id).power for cell in cells])
            share = limit / max(float(powers @ np.array([cell.strength for cell in cells])), limit)
            bits = share * (powers @ np.array([cell.bits for cell in cells]))
        limited = _Origin(cells=origin.cells, heavy=origin.heavy, share=share)
        put.append(Leaf(digest=at, value=limited, sums=bits))
    return put_leaves(origins, put)


def _conclude(running: Running) -> Running:
    """Return the question with the ceilings and the analysts' cells applied to the sums."""
    frame = running.frame
    size = len(frame.hypotheses)
    bits = sum((trie.sums for trie in (running._groups, running._origins) if trie), np.zeros(2 * size))[None, :]
    balance = balance_bits(bits[:, :size], bits[:, size:], frame.settings)
    added = _rate(running, balance) if running._ratings else 0.0
    found = normalise(frame.settings.log_prior + balance.bits + added)[0].tolist()
    probabilities = tuple(PointProbability(hypothesis_id=h, probability=found[frame.places[h]]) for h in running._asked)
    return replace(running, probabilities=probabilities)


def _rate(running: Running, balance: Balance) -> Floats:
    """Return what analysts' cells add (m long, log2)."""
    copies, counted = {}, {}
    for rating in running._ratings:
        link = find_value(running._evidence, name_leaf(rating.evidence_id))
        ground = link and find_value(running._grounds, name_leaf(repr(name_ground(link))))
        if link and ground:
            counted[ground.kept.id] = ground.kept
            copies[link.id] = link
    frame = running.frame
    columns = tabulate_evidence(list(counted.values()), frame.places)
    if not columns.links:
        return np.zeros(len(frame.hypotheses))
    said = hear_links(columns, frame.settings, expect_roles(columns, frame.settings))
    held = np.array([_find_power(running, link) for link in columns.links])
    exponents = np.where(columns.endorsed, held, 0.0) * np.where(columns.cheap, balance.less_talk, 1.0)
    posterior = Posterior(
        probabilities=normalise(frame.settings.log_prior),
        if_false=said.if_false,
        if_guilty=said.if_guilty,
        tempered=exponents,
        exponents=exponents * balance.less_all,
    )
    repeated = [link for link in copies.values() if link.id not in counted]
    ratings = move_ratings(running._ratings, repeated, columns.links)
    rated = rate_columns(columns, posterior, posterior.probabilities[0], ratings, frame.places).rated
    return np.asarray(rated.sum(axis=0))


def _find_power(running: Running, link: EvidenceLink) -> float:
    """Return what a link that counts is raised to before the ceilings."""
    group = find_value(running._groups, name_leaf(link.group_id))
    origin = find_value(running._origins, name_leaf(link.origin_id))
    return (group.power if group else 1.0) * (origin.share if origin else 1.0)
