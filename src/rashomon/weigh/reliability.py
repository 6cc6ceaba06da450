"""Learns across questions how reliable sources are, from what they claimed and from truths that are known."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from rashomon.model.reliability import (
    KnownBy,
    KnownTruth,
    LearnedReliability,
    ObjectAnswer,
    SourceClaim,
    SourceReliability,
    ValueKind,
    ValueProbability,
)
from rashomon.weigh.claim_table import Ints, tabulate_claims
from rashomon.weigh.class_models import UNKNOWN
from rashomon.weigh.reliability_columns import LearnedColumns, learn_columns

TIED: Final = 1e-9


def learn_reliability(
    claims: Iterable[SourceClaim], truths: Iterable[KnownTruth] = (), *, kind: ValueKind | None = None
) -> LearnedReliability:
    """Return what claims, and truths that are known, say of objects and of sources.

    A claim made twice counts once. Models of how sources err are used only where they foretell what is hidden from them
    better than majority vote does; `choice` says which were used and why. Without `kind`, values are taken for classes
    where a few come back from object to object. Objects nobody claims anything of have no answer.
    """
    made = [(claim.source, claim.object, claim.value) for claim in claims]
    known = {truth.object: truth.value for truth in truths}
    sources = sorted({source for source, _, _ in made})
    objects = sorted({object_ for _, object_, _ in made})
    values = sorted({value for _, _, value in made} | {known[name] for name in objects if name in known})
    table = tabulate_claims(
        _number([source for source, _, _ in made], sources),
        _number([object_ for _, object_, _ in made], objects),
        _number([value for _, _, value in made], values),
        sizes=(len(sources), len(objects), len(values)),
    )
    value_numbers = {name: number for number, name in enumerate(values)}
    anchors = np.array([value_numbers[known[name]] if name in known else UNKNOWN for name in objects], dtype=np.intp)
    learned = learn_columns(table, anchors, kind=kind)
    return LearnedReliability(
        kind=learned.kind,
        answers=tuple(_list_answers(learned, objects, values, anchors)),
        sources=tuple(_list_sources(learned, sources)),
        choice=learned.choice,
    )


def _number(column: Sequence[str], names: Sequence[str]) -> Ints:
    numbers = {name: number for number, name in enumerate(names)}
    return np.fromiter((numbers[name] for name in column), dtype=np.intp, count=len(column))


def _list_answers(
    learned: LearnedColumns, objects: Sequence[str], values: Sequence[str], anchors: Ints
) -> Iterator[ObjectAnswer]:
    truths = learned.truths
    bounds = [*truths.starts.tolist(), len(truths.object)]
    told = [
        ValueProbability(value=values[value] if value < len(values) else "", probability=probability)
        for value, probability in zip(truths.value.tolist(), truths.probability.tolist(), strict=True)
    ]
    votes = truths.votes.tolist()
    for number, (start, end) in enumerate(pairwise(bounds)):
        possible = told[start:end]
        yield ObjectAnswer(
            object=objects[number],
            values=tuple(one for one in possible if one.value),
            claims=sum(votes[start:end]),
            votes=votes[start],
            tied=len(possible) > 1 and possible[0].probability - possible[1].probability < TIED,
            known=bool(anchors[number] != UNKNOWN),
        )


def _list_sources(learned: LearnedColumns, sources: Sequence[str]) -> Iterator[SourceReliability]:
    columns = (learned.accuracy, learned.low, learned.high, learned.claims, learned.known_claims)
    rows = zip(sources, *(column.tolist() for column in columns), strict=True)
    for source, accuracy, low, high, claims, known_claims in rows:
        yield SourceReliability(
            source=source,
            accuracy=accuracy,
            low=low,
            high=high,
            claims=claims,
            known_claims=known_claims,
            known_by=_say_basis(claims, known_claims),
        )


def _say_basis(claims: int, known_claims: int) -> KnownBy:
    if not claims:
        return KnownBy.NOTHING
    if not known_claims:
        return KnownBy.AGREEMENT
    return KnownBy.TRUTHS if known_claims == claims else KnownBy.BOTH
