"""What each piece of evidence adds, in bits, and why it does not add more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from rashomon.model.judgement import SET_BY_ANALYST, Contribution, Discount, HypothesisBits
from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import EvidenceKind
from rashomon.weigh.columns import EvidenceColumns, Floats
from rashomon.weigh.posterior import Posterior, Roles, Settings, likelihood_if_false, normalise

_SMALLEST: Final = 1e-12
"""Discounts below this many bits are rounding."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Stages:
    """Bits of each link on its own hypothesis, discount after discount (each K long)."""

    full: Floats
    endorsed: Floats
    accessed: Floats
    interested: Floats
    relayed: Floats
    informed: Floats
    read: Floats
    graded: Floats
    shown: Floats
    doubted: Floats
    grouped: Floats
    limited: Floats


def explain_contributions(
    columns: EvidenceColumns, settings: Settings, roles: Roles, posterior: Posterior, hypothesis_ids: Sequence[str]
) -> tuple[Contribution, ...]:
    """Return a contribution for each link of the columns, in order of evidence id.

    Discounts carry the sign of the weight they were taken from: `bits` and all discounts add up to the undiscounted
    weight.
    """
    if not columns.links:
        return ()
    stages = _weigh_in_stages(columns, settings, roles, posterior)
    likelihoods = tabulate_likelihoods(columns, posterior)
    machine = likelihoods - columns.rated
    rated = _weigh_rated(columns, normalise(settings.log_prior)[0])
    crowds = np.bincount(columns.group)[columns.group]
    order = sorted(range(len(columns.links)), key=lambda k: columns.links[k].id)
    return tuple(
        Contribution(
            evidence_id=columns.links[k].id,
            bits=float(stages.limited[k] + rated[k]),
            log_likelihoods=_list_bits(hypothesis_ids, likelihoods[k]),
            discounts=(
                *_name_discounts(columns, stages, k, crowd=int(crowds[k])),
                *_name_rating(columns, k, float(rated[k])),
            ),
            machine=_list_bits(hypothesis_ids, machine[k]) if np.any(columns.rated[k]) else (),
        )
        for k in order
    )


def _list_bits(hypothesis_ids: Sequence[str], row: Floats) -> tuple[HypothesisBits, ...]:
    pairs = zip(hypothesis_ids, row.tolist(), strict=True)
    return tuple([HypothesisBits(hypothesis_id=h, bits=b) for h, b in pairs])


def note_copies(copies: Sequence[EvidenceLink], hypothesis_ids: Sequence[str]) -> tuple[Contribution, ...]:
    """Return contributions of nothing for links that repeat another of the same origin, holder, kind and direction."""
    nothing = tuple(HypothesisBits(hypothesis_id=h, bits=0.0) for h in hypothesis_ids)
    return tuple(
        Contribution(
            evidence_id=link.id,
            bits=0.0,
            log_likelihoods=nothing,
            discounts=(Discount(why="the same origin and holder again: counted once", bits=0.0),),
        )
        for link in copies
    )


def note_unweighed(shown: Sequence[EvidenceLink], hypothesis_ids: Sequence[str]) -> tuple[Contribution, ...]:
    """Return contributions of nothing for links that are shown and not weighed."""
    nothing = tuple(HypothesisBits(hypothesis_id=h, bits=0.0) for h in hypothesis_ids)
    return tuple(
        Contribution(
            evidence_id=link.id,
            bits=0.0,
            log_likelihoods=nothing,
            discounts=(Discount(why=link.why_unweighed, bits=0.0),) if link.why_unweighed else (),
        )
        for link in shown
    )


def tabulate_likelihoods(columns: EvidenceColumns, posterior: Posterior) -> Floats:
    """Return log2 P(link | h), tempered, for each link and hypothesis (K x m), analysts' cells included."""
    exponents = posterior.exponents[0]
    bits = exponents * posterior.if_false[0]
    table = bits[:, None] * columns.placement + np.where(columns.favours, bits, 0.0)[:, None]
    pairs = columns.guilty_link
    np.add.at(table, (pairs, columns.guilty_hypothesis), exponents[pairs] * posterior.if_guilty[0])
    return np.asarray(table + columns.rated + 0.0)


def _weigh_in_stages(columns: EvidenceColumns, settings: Settings, roles: Roles, posterior: Posterior) -> _Stages:
    candid = replace(roles, driven=np.zeros_like(roles.driven), guilty=np.zeros_like(roles.guilty))
    genuine = replace(columns, item=np.zeros_like(columns.item), forged=np.full_like(columns.forged, np.nan))
    shown = replace(columns, doubts=None, forged=np.full_like(columns.forged, np.nan))
    sound = replace(genuine, soundness=np.ones_like(columns.soundness))
    clear = replace(settings, reading=np.ones_like(settings.reading))
    informed = replace(clear, early=np.ones_like(settings.early))
    faithful = replace(informed, fidelity=np.ones_like(settings.fidelity))
    called_so = np.array([link.kind is EvidenceKind.FINDING for link in columns.links])
    examined = replace(candid, examined=np.where((columns.examined > 0) | called_so, 1.0, 0.0)[None, :])
    prior = normalise(settings.log_prior)[0]
    full = _weigh_own(columns, prior, likelihood_if_false(sound, faithful, examined)[0], candid)
    accessed = _weigh_own(columns, prior, likelihood_if_false(sound, faithful, candid)[0], candid)
    interested = _weigh_own(columns, prior, likelihood_if_false(sound, faithful, roles)[0], roles)
    relayed = _weigh_own(columns, prior, likelihood_if_false(sound, informed, roles)[0], roles)
    told = _weigh_own(columns, prior, likelihood_if_false(sound, clear, roles)[0], roles)
    read = _weigh_own(columns, prior, likelihood_if_false(sound, settings, roles)[0], roles)
    graded = _weigh_own(columns, prior, likelihood_if_false(genuine, settings, roles)[0], roles)
    unsaid = _weigh_own(columns, prior, likelihood_if_false(shown, settings, roles)[0], roles)
    doubted = _weigh_own(columns, prior, np.exp2(posterior.if_false[0]), roles)
    heard = columns.endorsed.astype(np.float64)
    return _Stages(
        full=full,
        endorsed=full * heard,
        accessed=accessed * heard,
        interested=interested * heard,
        relayed=relayed * heard,
        informed=told * heard,
        read=read * heard,
        graded=graded * heard,
        shown=unsaid * heard,
        doubted=doubted * heard,
        grouped=doubted * posterior.tempered[0],
        limited=doubted * posterior.exponents[0] + 0.0,
    )


def _weigh_own(columns: EvidenceColumns, prior: Floats, false: Floats, roles: Roles) -> Floats:
    """Return each link's log2 likelihood of its own hypothesis less the prior-weighted mean over the others."""
    bits = np.log2(false)
    pairs = columns.guilty_link
    others = 1.0 - prior[columns.hypothesis]
    share = np.divide(1.0, others, out=np.zeros_like(others), where=others > 1e-12)
    guilty = roles.guilty[0]
    excess = np.log2(guilty + (1.0 - guilty) * false[pairs]) - bits[pairs]
    mean = bits.copy()
    np.add.at(mean, pairs, prior[columns.guilty_hypothesis] * share[pairs] * excess)
    return np.asarray(np.where(columns.favours, -mean, bits) * (share > 0))


def _name_discounts(columns: EvidenceColumns, stages: _Stages, k: int, *, crowd: int) -> tuple[Discount, ...]:
    link = columns.links[k]
    company = f": {link.why_group}" if link.why_group else ""
    lost = (
        (
            "mentioned, endorsed by nobody" if link.weighed else "only a guess ties it to this answer",
            stages.full[k] - stages.endorsed[k],
        ),
        ("may not have examined the evidence", stages.endorsed[k] - stages.accessed[k]),
        (columns.motives[k].why, stages.accessed[k] - stages.interested[k]),
        (f"passed on by {_count(link.relays, 'relay')}", stages.interested[k] - stages.relayed[k]),
        ("told early, when little was known", stages.relayed[k] - stages.informed[k]),
        ("may have been misread by the program", stages.informed[k] - stages.read[k]),
        (f"came through a source graded {_list_grades(link)}", stages.read[k] - stages.graded[k]),
        ("may be forged or planted", stages.graded[k] - stages.shown[k]),
        (_say_doubts(link), stages.shown[k] - stages.doubted[k]),
        (f"one of {crowd} that count as little more than one{company}", stages.doubted[k] - stages.grouped[k]),
        ("more of this kind would not say more", stages.grouped[k] - stages.limited[k]),
    )
    return tuple(
        [
            Discount(why=why, bits=float(bits), adds=bool(bits * stages.full[k] < 0))
            for why, bits in lost
            if abs(bits) > _SMALLEST
        ]
    )


def _say_doubts(link: EvidenceLink) -> str:
    """Return what is said of whether a link's thing is genuine, and by whom."""
    if link.forged is not None:
        return link.why_forged or "supposed to be forged or genuine"
    told = []
    for forged, said in ((True, "said to be forged by"), (False, "said to be genuine by")):
        holders = dict.fromkeys(doubt.holder for doubt in link.doubts if doubt.forged is forged)
        if holders:
            told.append(f"{said} {', '.join(holders)}")
    return "; ".join(told)


def _name_rating(columns: EvidenceColumns, k: int, bits: float) -> tuple[Discount, ...]:
    return (Discount(why=SET_BY_ANALYST, bits=-bits),) if np.any(columns.rated[k]) else ()


def _weigh_rated(columns: EvidenceColumns, prior: Floats) -> Floats:
    """Return what analysts' cells add to each link's weight on its own hypothesis (K long)."""
    own = columns.rated[np.arange(len(columns.links)), columns.hypothesis]
    others = 1.0 - prior[columns.hypothesis]
    share = np.divide(1.0, others, out=np.zeros_like(others), where=others > 1e-12)
    return np.asarray(own - share * (columns.rated @ prior - prior[columns.hypothesis] * own))


def _list_grades(link: EvidenceLink) -> str:
    return " and ".join(sorted({voice.grade for voice in link.voices if voice.grade}))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
