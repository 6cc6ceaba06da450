"""Reads one evidence link as a statement: how dear its kind is, and who would say this anyway.

Only the ratio between "said though false" and "said because true" matters, so a statement's likelihood is 1 where it is
true and below 1 where it is false. Interest, relays and limits bring the latter back towards 1.
"""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import Access, Certainty, Direction, EvidenceKind, Interest


class WeightClass(IntEnum):
    """What sets a statement's undiscounted weight; the value is its column among the sampled weights."""

    TESTIMONY = 0
    EXAMINED = 1
    ADMISSION = 2
    RESPONSIBILITY = 3
    TRACE = 4
    ARGUMENT = 5
    RETRACTION = 6


CHEAP: Final = frozenset({WeightClass.TESTIMONY, WeightClass.ARGUMENT})
"""What anybody can say without having seen anything: all of it together stays below the ceiling of testimony."""

KNOWN_AT_ONCE: Final = frozenset({WeightClass.ADMISSION, WeightClass.RESPONSIBILITY})
"""Who did it knows so from the first hour: what he owns up to does not grow with what others find out."""

_EXAMINABLE: Final = frozenset(
    {
        EvidenceKind.TESTIMONY,
        EvidenceKind.DENIAL,
        EvidenceKind.FINDING,
        EvidenceKind.PHYSICAL,
        EvidenceKind.DOCUMENT,
        EvidenceKind.INTERCEPT,
        EvidenceKind.IMAGE,
    }
)
_TRACES: Final = frozenset({EvidenceKind.PHYSICAL, EvidenceKind.DOCUMENT, EvidenceKind.INTERCEPT, EvidenceKind.IMAGE})
_CAPABILITIES: Final = frozenset({EvidenceKind.MEANS, EvidenceKind.OPPORTUNITY})
_STATEMENTS: Final = frozenset({EvidenceKind.TESTIMONY, EvidenceKind.FINDING})
_OWN_GUILT: Final = frozenset({EvidenceKind.ADMISSION, EvidenceKind.CLAIM_OF_RESPONSIBILITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Motive:
    """Whom a statement serves. Shares are probabilities: `served` that the speaker gains by saying it, `against` that
    it costs the speaker, `unknown` that nothing is known; the rest is nothing at stake.

    `guilty` holds (hypothesis id, probability) of the worlds in which the speaker's camp did it and would say the same.
    `why` says in words what the interest is.
    """

    served: float
    against: float
    unknown: float
    guilty: tuple[tuple[str, float], ...] = ()
    why: str = ""


def rests_on_thing(link: EvidenceLink) -> bool:
    """Tell whether a link rests on a thing that could be forged or planted: a trace, a paper, a picture."""
    return link.kind in _TRACES or bool(link.item)


def state_doubts(link: EvidenceLink) -> tuple[EvidenceLink, ...]:
    """Return what is said of a link's thing as statements: *it is forged* speaks against what the thing speaks for.

    So whoever the thing accuses gains by calling it forged, and whoever it serves by calling it genuine.
    """
    onward = {Direction.FOR: Direction.AGAINST, Direction.AGAINST: Direction.FOR}
    return tuple(
        replace(
            link,
            id=f"{link.id} {place}",
            kind=EvidenceKind.TESTIMONY,
            direction=onward[link.direction] if doubt.forged else link.direction,
            certainty=Certainty.CERTAIN,
            holder_id=doubt.holder_id,
            holder=doubt.holder,
            origin_id=doubt.claim_id,
            group_id=f"{link.id} {doubt.forged} {doubt.group}",
            claim_ids=(doubt.claim_id,),
            access=Access.UNKNOWN,
            relays=doubt.relays,
            stakes=doubt.stakes,
            voices=(),
            examined=doubt.examined,
            days=doubt.days,
            item="",
            doubts=(),
            forged=None,
            ties=(),
            machine_group_id="",
        )
        for place, doubt in enumerate(link.doubts)
    )


def is_endorsed(link: EvidenceLink) -> bool:
    """Tell whether its holder commits to it and its tie is no guess; loud certainty weighs no more than a hedge."""
    return link.weighed and link.certainty is not Certainty.NONE


def classify_weight(link: EvidenceLink) -> WeightClass:
    """Return the class of a link's weight as far as its holder examined nothing: flat, with a few dear exceptions."""
    if link.kind is EvidenceKind.RETRACTION:
        return WeightClass.RETRACTION
    if link.kind is EvidenceKind.ADMISSION:
        return WeightClass.ADMISSION
    if link.kind is EvidenceKind.CLAIM_OF_RESPONSIBILITY:
        return WeightClass.RESPONSIBILITY
    if link.kind in _TRACES:
        return WeightClass.TRACE
    if link.kind in _CAPABILITIES:
        # Lacking the means rules out; having them is shared by many.
        return WeightClass.TRACE if link.direction is Direction.AGAINST else WeightClass.ARGUMENT
    # A body that only repeats what it was told is a relay, not an inquiry.
    if link.kind in (EvidenceKind.TESTIMONY, EvidenceKind.DENIAL, EvidenceKind.FINDING):
        return WeightClass.TESTIMONY
    return WeightClass.ARGUMENT


def read_examined(link: EvidenceLink) -> float:
    """Return the probability that the holder examined what it speaks of, 0 where that would say nothing (a motive)."""
    if link.kind not in _EXAMINABLE:
        return 0.0
    if link.examined is not None:
        return link.examined
    return 1.0 if link.access is Access.EXAMINED else 0.0


def read_motive(link: EvidenceLink) -> Motive:
    """Return whom a link's statement serves, from the stakes of its holder; stakes not given are unknown."""
    shares = dict.fromkeys(Interest, 0.0)
    for stake in link.stakes:
        if stake.hypothesis_id == link.hypothesis_id:
            shares[stake.interest] += stake.probability
    stated = shares[Interest.ACCUSED] + shares[Interest.RIVAL] + shares[Interest.NONE]
    scale = 1.0 / max(1.0, stated)
    accused, rival, free = (scale * shares[i] for i in (Interest.ACCUSED, Interest.RIVAL, Interest.NONE))
    unknown = max(0.0, 1.0 - accused - rival - free)
    if link.direction is Direction.AGAINST:
        return Motive(
            served=accused,
            against=0.0,
            unknown=unknown,
            why="the accused denies: would say so anyway" if accused else _explain_unknown(unknown),
        )
    if link.kind in _OWN_GUILT:
        # Naming oneself is what the kind means; only a rival who is said to admit is not believed.
        return Motive(served=rival, against=0.0, unknown=0.0, why="a rival says it: would say so anyway")
    against = accused if link.kind in _STATEMENTS else 0.0
    return _read_accusation(link, Motive(served=rival, against=against, unknown=unknown))


def _read_accusation(link: EvidenceLink, motive: Motive) -> Motive:
    """Add what a speaker accused under another hypothesis gains by pointing elsewhere."""
    guilty: dict[str, float] = {}
    for stake in link.stakes:
        if stake.interest is Interest.ACCUSED and stake.hypothesis_id != link.hypothesis_id and stake.probability > 0:
            share = stake.probability * (1.0 - motive.against)
            guilty[stake.hypothesis_id] = max(guilty.get(stake.hypothesis_id, 0.0), share)
    deflecting = max(guilty.values(), default=0.0)
    # One who may be a rival and may be the culprit is driven by either; what is left keeps its proportions.
    moved = (1.0 - motive.served - motive.against) * deflecting
    unknown = motive.unknown * (1.0 - deflecting)
    why = "a rival accuses: would say so anyway" if motive.served else _explain_unknown(unknown)
    if deflecting > motive.served:
        why = "one accused points elsewhere: would say so anyway"
    return Motive(
        served=motive.served + moved,
        against=motive.against,
        unknown=unknown,
        guilty=tuple(sorted(guilty.items())),
        why=why,
    )


def _explain_unknown(unknown: float) -> str:
    return "interest not known" if unknown else "may have an interest"
