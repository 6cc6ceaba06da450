"""What the reports themselves say would decide the matter, with the information to expect from it.

A thing that would speak for one hypothesis is seen or not seen, as any other indicator. Of a test whose outcome the
report does not foretell (*the wreckage will tell*) one outcome is reckoned for each hypothesis, and none at all.
"""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np

from rashomon.model.judgement import HypothesisBits, Indicator
from rashomon.model.provenance import Made
from rashomon.model.question import Hypothesis, NamedIndicator
from rashomon.weigh.columns import Floats
from rashomon.weigh.indicators import TURNS_UP, expect_information, list_bits
from rashomon.weigh.parameters import Parameters

RECIPE: Final = "weigh.named@1"
NAMED_MOST: Final = 10
"""A reader is told of no more; the most telling come first, equals in reading order."""

_EXAMINED: Final = re.compile(
    r"\b(?:results?|finding|findings|analys[ie]s|tests?|autops(?:y|ies)|examin\w+|laborator\w+|report|inquiry|verdict"
    r"|investigat\w+|experts?|court|commission)\b",
    re.IGNORECASE,
)


def weigh_named(
    named: Sequence[NamedIndicator], hypotheses: Sequence[Hypothesis], parameters: Parameters, now: Floats
) -> tuple[Indicator, ...]:
    """Return the indicators the reports name, the most telling first; of two in the same words the first.

    `now` are the probabilities of the hypotheses (m long). `expected_bits` is 0 or more.
    """
    places = {hypothesis.id: place for place, hypothesis in enumerate(hypotheses) if not hypothesis.residual}
    once = {" ".join(one.what.casefold().split()): one for one in reversed(named)}
    first = [one for one in named if once[" ".join(one.what.casefold().split())] is one]
    weighed = [(_expect(one, places, parameters, now), one) for one in first]
    chosen = sorted(weighed, key=lambda pair: -pair[0])[:NAMED_MOST]
    return tuple(
        Indicator(
            id=one.id,
            what=one.what,
            hypothesis_id=one.hypothesis_id,
            expected_bits=bits,
            made=Made(recipe=RECIPE, inputs=(one.id,)),
            named=True,
            document_id=one.document_id,
            start=one.start,
            end=one.end,
            if_seen=_list_bits(hypotheses, _imagine(one, places, parameters), seen=True),
            if_not=_list_bits(hypotheses, _imagine(one, places, parameters), seen=False),
        )
        for bits, one in chosen
    )


def weigh_outcome(what: str, parameters: Parameters) -> tuple[float, float]:
    """Return how likely what a report names turns up if it is so (0..1), and its weight in bits."""
    examined = _EXAMINED.search(what) is not None
    bits = parameters.examined_bits if examined else parameters.trace_bits
    return TURNS_UP["finding" if examined else "trace"], bits


def _imagine(one: NamedIndicator, places: dict[str, int], parameters: Parameters) -> Floats | None:
    """Return P(seen | h), *something else* included (m long); None for a test that may point to any hypothesis."""
    place = places.get(one.hypothesis_id or "")
    if place is None:
        return None
    turns_up, bits = weigh_outcome(one.what, parameters)
    likelihoods = np.full(len(places) + 1, turns_up * 2.0**-bits)
    likelihoods[place] = turns_up
    return likelihoods


def _list_bits(
    hypotheses: Sequence[Hypothesis], likelihoods: Floats | None, *, seen: bool
) -> tuple[HypothesisBits, ...]:
    if likelihoods is None:
        return ()
    return list_bits(hypotheses, np.log2(likelihoods if seen else 1.0 - likelihoods))


def _expect(one: NamedIndicator, places: dict[str, int], parameters: Parameters, now: Floats) -> float:
    """Return the bits to expect from what a report names."""
    likelihoods = _imagine(one, places, parameters)
    if likelihoods is None:
        return _expect_of_test(now, list(places.values()), *weigh_outcome(one.what, parameters))
    return expect_information(now, likelihoods)


def _expect_of_test(now: Floats, places: Sequence[int], turns_up: float, bits: float) -> float:
    """Return the bits to expect from a test that may point to any of the hypotheses at `places`, or to none."""
    if not places:
        return 0.0
    outcomes = np.full((len(places) + 1, len(now)), turns_up * 2.0**-bits / len(places))
    for row, place in enumerate(places):
        outcomes[row, place] = turns_up
    outcomes[-1] = 1.0 - outcomes[:-1].sum(axis=0)
    chances = outcomes @ now
    after = outcomes * now / np.where(chances > 0, chances, 1.0)[:, None]
    ratio = np.where(after > 0, after / np.where(now > 0, now, 1.0), 1.0)
    return float(max(0.0, np.sum(chances * np.sum(after * np.log2(ratio), axis=1))))
