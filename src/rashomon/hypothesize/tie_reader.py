"""The learned reader of ties: which explanation a claim speaks of, and on which side, where no rule is sure.

Six logistic regressions in two passes. The first reads each claim by itself; the second reads it again with the first
guesses at its neighbours, its holder and its report; the mean of both counts. Trained as told in
`tools/train_ties.py`. What the rules weigh stays as it is; ties they guess at are dropped where the reader finds them
unlikely, and claims they tie to nothing are tied where it finds that likely. None of these is weighed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from rashomon.hypothesize.bearings import bearing_of
from rashomon.hypothesize.candidates import Candidate
from rashomon.hypothesize.context import Tie
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.tie_neighbours import Around, Guess, log_odds, look_around
from rashomon.hypothesize.tie_pairs import Before, Setting, pairs_of, set_out, whole_of
from rashomon.hypothesize.tie_signs import cue_words, signs_of
from rashomon.hypothesize.vocabulary import is_answerable
from rashomon.hypothesize.whereabouts import Floats
from rashomon.model.claim import Claim
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Polarity

RECIPE: Final = "hypothesize.tie_reader@1"
WEIGHTS: Final = Path(__file__).parent / "weights" / "ties.npz"
PARTS: Final = ("bears", "meant", "against")
LIKELY: Final = 0.34
"""How probable hypothesis and side together must be for a claim to be tied that no rule ties: on cases left out, the
least at which no larger part of all ties is wrong than by the rules alone."""
UNLIKELY: Final = 0.2
"""How probable a rule's guess at the hypothesis must be to stand."""
_EVEN: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A question's n claims as numbers: `alone` (n, k) without the hypotheses, `pairs` (n, h, m) with each of h;
    `words` are the cue words each claim holds."""

    claims: tuple[Claim, ...]
    alone: Floats
    pairs: Floats
    words: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regression:
    """A logistic regression: one weight for each number it is given."""

    weights: Floats
    bias: float

    def probabilities(self, rows: Floats) -> Floats:
        """Return the probability of each row: (..., k) to (...)."""
        odds = np.clip(rows @ self.weights + self.bias, -30, 30)
        found: Floats = 1 / (1 + np.exp(-odds))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What was learned: the cue words that count, and for each pass a regression for each of PARTS."""

    cues: tuple[str, ...]
    first: tuple[Regression, ...]
    second: tuple[Regression, ...]

    def guess_alone(self, layout: Layout) -> Guess:
        """Return the first pass' guess."""
        return _guess(self.first, rows_alone(layout, self.cues))

    def guess(self, layout: Layout) -> Guess:
        """Return what both passes make of the claims."""
        one = self.guess_alone(layout)
        two = _guess(self.second, rows_around(look_around(layout.claims, one)))
        return Guess(
            bears=_between(one.bears, two.bears),
            meant=_between(one.meant, two.meant),
            against=_between(one.against, two.against),
        )


@lru_cache(maxsize=1)
def load_reader() -> Reader:
    """Return the reader that is shipped."""
    with np.load(WEIGHTS, allow_pickle=False) as kept:
        passes = [
            tuple(Regression(weights=kept[f"{at}.{part}"][1:], bias=float(kept[f"{at}.{part}"][0])) for part in PARTS)
            for at in ("first", "second")
        ]
        return Reader(cues=tuple(str(cue) for cue in kept["cues"]), first=passes[0], second=passes[1])


def read_ties(
    reading: Reading, candidates: Mapping[str, Candidate], bearings: Sequence[ClaimBearing]
) -> tuple[ClaimBearing, ...]:
    """Return what the claims bear on, in their order: what the rules read (`bearings`), amended by the reader."""
    if not candidates:
        return tuple(bearings)
    layout = lay_out(set_out(reading, candidates, bearings))
    if not layout.claims:
        return tuple(bearings)
    ruled = {bearing.claim_id: bearing for bearing in bearings}
    amended = {b.claim_id: b for b in decide(layout, load_reader().guess(layout), list(candidates), ruled)}
    known = {claim.id for claim in layout.claims}
    kept = amended | {b.claim_id: b for b in bearings if b.claim_id not in known}
    return tuple(kept[claim.id] for claim in reading.claims if claim.id in kept)


def decide(
    layout: Layout, guess: Guess, hypotheses: Sequence[str], ruled: Mapping[str, ClaimBearing]
) -> Iterator[ClaimBearing]:
    """Yield the bearings of a layout's claims; `hypotheses` are the ids of its h, `ruled` what the rules read by
    claim."""
    for at, claim in enumerate(layout.claims):
        bearing = ruled.get(claim.id)
        if bearing is not None:
            meant = guess.meant[at, hypotheses.index(bearing.hypothesis_id)]
            if bearing.weighed or guess.bears[at] * meant >= UNLIKELY:
                yield bearing
            continue
        best = int(guess.meant[at].argmax())
        against = float(guess.against[at, best])
        if guess.bears[at] * guess.meant[at, best] * max(against, 1 - against) >= LIKELY:
            polarity = Polarity.DENY if against > _EVEN else Polarity.ASSERT
            tie = Tie(hypothesis_id=hypotheses[best], polarity=polarity, weighed=False)
            yield bearing_of(claim, tie, recipe=RECIPE)


def lay_out(setting: Setting) -> Layout:
    """Return a question's claims as numbers, report by report in reading order."""
    reading = setting.reading
    before: dict[str, Before] = {}
    claims, alone, pairs = [], [], []
    place = {document_id: number for number, document_id in enumerate(reading.texts)}
    for claim in sorted(reading.claims, key=lambda one: (place[one.document_id], one.order)):
        if not is_answerable(claim):
            continue
        so_far = before.get(claim.document_id, Before())
        claims.append(claim)
        alone.append([*signs_of(reading, claim), *whole_of(setting, claim, so_far)])
        pairs.append(pairs_of(setting, claim, so_far))
        before[claim.document_id] = so_far.add(claim, setting.rules.get(claim.id))
    words = tuple(cue_words(claim.quote) for claim in claims)
    return Layout(claims=tuple(claims), alone=np.array(alone), pairs=np.array(pairs), words=words)


def rows_alone(layout: Layout, cues: Sequence[str]) -> tuple[Floats, Floats, Floats]:
    """Return what the first pass' regressions are given, in the order of PARTS: (n, a), (n, h, b), (n, h, c)."""
    marks = np.array([[float(cue in words) for cue in cues] for words in layout.words]).reshape(len(layout.claims), -1)
    alone = np.hstack([layout.alone, marks])
    return (
        np.hstack([alone, layout.pairs.max(1)]),
        _compare(layout.pairs),
        np.concatenate([layout.pairs, _spread(alone, layout.pairs)], axis=2),
    )


def rows_around(around: Around) -> tuple[Floats, Floats, Floats]:
    """Return what the second pass' regressions are given, in the order of PARTS."""
    return (
        np.hstack([around.whole, around.pairs.max(1)]),
        _compare(around.pairs),
        np.concatenate([around.pairs, _spread(around.whole, around.pairs)], axis=2),
    )


def _compare(pairs: Floats) -> Floats:
    return np.concatenate([pairs, pairs - pairs.mean(1, keepdims=True)], axis=2)


def _spread(rows: Floats, pairs: Floats) -> Floats:
    """The same row for each hypothesis: (n, k) to (n, h, k)."""
    return np.broadcast_to(rows[:, None, :], (*pairs.shape[:2], rows.shape[1]))


def _guess(parts: Sequence[Regression], rows: Sequence[Floats]) -> Guess:
    bears, meant, against = (part.probabilities(given) for part, given in zip(parts, rows, strict=True))
    return Guess(bears=bears, meant=meant, against=against)


def _between(one: Floats, two: Floats) -> Floats:
    """The probabilities half way between two, by their log odds."""
    found: Floats = 1 / (1 + np.exp(-(log_odds(one) + log_odds(two)) / 2))
    return found
