"""What the ties of the claims around a claim say of its own: the second of the reader's two passes."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.hypothesize.whereabouts import Floats
from rashomon.model.claim import Claim

_OFFSETS: Final = (-2, -1, 1, 2)
_OUTSIDE: Final = 0.4
"""How likely a claim bears on the question where there is no claim: about the share of all that do."""
_REACH: Final = 8
"""Claims before and behind among which those that overlap are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Probabilities for n claims and h hypotheses: that a claim bears on the question (n,); that, if it does, it speaks
    of a hypothesis (n, h); that, if it does, it speaks against it (n, h)."""

    bears: Floats
    meant: Floats
    against: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around n claims: `whole` (n, k), `pairs` (n, h, m)."""

    whole: Floats
    pairs: Floats


def log_odds(probabilities: Floats) -> Floats:
    """Return the log odds of probabilities, those next to 0 and 1 kept finite."""
    clipped = np.clip(probabilities, 1e-4, 1 - 1e-4)
    odds: Floats = np.log(clipped / (1 - clipped))
    return odds


def look_around(claims: Sequence[Claim], guess: Guess) -> Around:
    """Return what the first guess at the ties of all claims says of each one's: its neighbours', its holder's, its
    report's. Claims of one report stand together, in reading order. Time is linear in the claims."""
    shares = guess.meant / np.maximum(guess.meant.sum(1, keepdims=True), 1e-9)
    likely = guess.bears[:, None] * guess.meant
    signed = likely * (1 - 2 * guess.against)
    near = guess.bears[:, None] * shares
    reports = np.array([claim.document_id for claim in claims])
    neighbours = [_shift(reports, offset) for offset in _OFFSETS]
    overlapping = [_overlapping(claims, at) for at in range(len(claims))]
    lies_over = np.array([bool(others) for others in overlapping], dtype=np.float64)
    over = np.array([max((guess.bears[o] for o in others), default=0.0) for others in overlapping])
    odds = log_odds(guess.meant)
    holders = [c.holder.name if len(c.chain) > 1 else ("", c.document_id) for c in claims]
    own_likely, own_signed = _others(holders, likely), _others(holders, signed)
    of_report, of_report_signed = _others(list(reports), likely), _others(list(reports), signed)
    mean = _others(list(reports), guess.bears[:, None]) / np.maximum(
        1, _others(list(reports), np.ones((len(claims), 1)))
    )
    whole = [log_odds(guess.bears), odds.max(1)]
    whole += [np.where(at >= 0, guess.bears[at], _OUTSIDE) for at in neighbours]
    whole += [mean[:, 0], over, lies_over]
    pairs = [odds, log_odds(guess.against), shares]
    for at in neighbours:
        pairs += [np.where(at[:, None] >= 0, kind[at], 0.0) for kind in (likely, signed)]
    pairs += [
        _most_before(reports, near),
        own_signed / (1 + own_likely),
        np.log1p(own_likely),
        of_report_signed / (1 + of_report),
        of_report / (0.5 + of_report.sum(1, keepdims=True)),
        np.array([near[list(others)].max(0) if others else np.zeros(near.shape[1]) for others in overlapping]),
        np.array([signed[list(others)].sum(0) if others else np.zeros(near.shape[1]) for others in overlapping]),
        np.broadcast_to(near.mean(0), near.shape),
        np.broadcast_to(signed.sum(0) / (1 + likely.sum(0)), near.shape),
    ]
    return Around(whole=np.stack(whole, 1), pairs=np.stack(pairs, 2))


def _shift(reports: Floats, offset: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The number of the claim some way off in the same report, -1 for none: (n,)."""
    at = np.arange(len(reports)) + offset
    inside = (at >= 0) & (at < len(reports))
    same = inside & (reports[np.clip(at, 0, len(reports) - 1)] == reports)
    return np.where(same, at, -1)


def _others(keys: Iterable[Hashable], values: Floats) -> Floats:
    """The sum over all rows that share a row's key, without its own: (n, h)."""
    rows: dict[Hashable, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        rows[key].append(at)
    sums = np.zeros_like(values)
    for own in rows.values():
        sums[own] = values[own].sum(0) - values[own]
    return np.maximum(sums, 0) if (values >= 0).all() else sums


def _most_before(reports: Floats, near: Floats) -> Floats:
    """The most that one of the four claims before makes of each hypothesis: (n, h)."""
    most = np.zeros_like(near)
    for offset in range(1, 5):
        at = _shift(reports, -offset)
        most = np.maximum(most, np.where(at[:, None] >= 0, near[at], 0.0))
    return most


def _overlapping(claims: Sequence[Claim], at: int) -> tuple[int, ...]:
    own = claims[at]
    nearby = range(max(0, at - _REACH), min(len(claims), at + _REACH + 1))
    return tuple(
        other
        for other in nearby
        if other != at
        and claims[other].document_id == own.document_id
        and min(own.end, claims[other].end) > max(own.start, claims[other].start)
    )
