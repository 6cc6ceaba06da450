"""Learns the reliability of sources from tables of claims that belong to no case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, TypeVar

from rashomon.ingest.claim_lines import read_claims, read_truths
from rashomon.model.errors import CaseError, InputError
from rashomon.model.reliability import KnownTruth, LearnedReliability, SourceClaim, ValueKind
from rashomon.weigh.reliability import learn_reliability

Row = TypeVar("Row", SourceClaim, KnownTruth)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedTables:
    """What was learned from the tables, and what of them was rejected."""

    learned: LearnedReliability
    rejected: tuple[InputError, ...]


class NoClaimsError(CaseError):
    """No claim could be read (R-CASE-010); `rejected` says why of each line."""

    def __init__(self, where: str, rejected: tuple[InputError, ...]) -> None:
        self.rejected = rejected
        super().__init__("R-CASE-010", where)


def learn_from_tables(
    claims: str, *, truths: str | None = None, kind: ValueKind | None = None, stdin: BinaryIO | None = None
) -> LearnedTables:
    """Return what a CSV file of claims says of sources and objects, with one of known truths if there is one.

    `-` is standard input. Raises InputError where a file cannot be read at all, NoClaimsError where it holds no claim.
    """
    rejected: list[InputError] = []
    source = stdin or BytesIO()
    known = tuple(_keep(read_truths(truths, stdin=source), rejected)) if truths is not None else ()
    made = tuple(_keep(read_claims(claims, stdin=source), rejected))
    if not made:
        raise NoClaimsError(claims, tuple(rejected))
    return LearnedTables(learned=learn_reliability(made, known, kind=kind), rejected=tuple(rejected))


def _keep(rows: Iterable[Row | InputError], rejected: list[InputError]) -> Iterator[Row]:
    for row in rows:
        if isinstance(row, InputError):
            rejected.append(row)
        else:
            yield row
