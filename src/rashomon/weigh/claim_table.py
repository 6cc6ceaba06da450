"""Claims of sources about objects as sorted columns of integers: what the models of reliability count in."""

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from rashomon.model.errors import WeighError

Floats: TypeAlias = npt.NDArray[np.float64]
Bools: TypeAlias = npt.NDArray[np.bool_]
Ints: TypeAlias = npt.NDArray[np.intp]
Small: TypeAlias = npt.NDArray[np.int32]

_LARGEST: Final = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClaimTable:
    """n distinct claims in order of object, source and value; the same claim made twice by one source is one claim.

    `source`, `object`, `value` (n) number from 0 and lie below `sources`, `objects`, `values`."""

    source: Small
    object: Small
    value: Small
    sources: int
    objects: int
    values: int

    def __len__(self) -> int:
        return len(self.source)

    def keep(self, kept: Bools) -> "ClaimTable":
        """Return the table of some of the claims (n); sources, objects and values keep their numbers."""
        return _collect(
            self.source[kept], self.object[kept], self.value[kept], (self.sources, self.objects, self.values)
        )


def tabulate_claims(source: Ints, object_: Ints, value: Ints, *, sizes: tuple[int, int, int]) -> ClaimTable:
    """Return claims, given as three columns of the same length in any order, as a table.

    `sizes` are how many sources, objects and values there are. Raises WeighError (R-WEIGH-007) where a column has
    another length, a number is negative or not below its size, or all numbers together are too large to be sorted.
    """
    columns = [np.asarray(column) for column in (source, object_, value)]
    if len({column.shape for column in columns}) != 1 or columns[0].ndim != 1:
        raise WeighError("R-WEIGH-007", "sources, objects and values differ in length")
    for column, size, name in zip(columns, sizes, ("source", "object", "value"), strict=True):
        if column.size and (column.dtype.kind not in "iu" or int(column.min()) < 0 or int(column.max()) >= size):
            raise WeighError("R-WEIGH-007", f"a {name} is not a whole number from 0 to {size - 1}")
    sources, objects, values = sizes
    if sources * objects * values > _LARGEST:
        raise WeighError("R-WEIGH-007", "too many sources, objects and values", advice="Split the claims.")
    # One number for a claim: numbers are sorted several times faster than rows, and need no second copy.
    whole = columns[1].astype(np.int64)
    whole *= sources
    whole += columns[0]
    whole *= values
    whole += columns[2]
    whole.sort()
    if whole.size:
        whole = whole[np.concatenate(([True], whole[1:] != whole[:-1]))]
    pairs, told = np.divmod(whole, values) if whole.size else (whole, whole)
    held, of = np.divmod(pairs, sources) if whole.size else (pairs, pairs)
    return _collect(of.astype(np.int32), held.astype(np.int32), told.astype(np.int32), sizes)


def _collect(source: Small, object_: Small, value: Small, sizes: tuple[int, int, int]) -> ClaimTable:
    sources, objects, values = sizes
    return ClaimTable(source=source, object=object_, value=value, sources=sources, objects=objects, values=values)


def count_votes(table: ClaimTable) -> Floats:
    """Return how many sources claim each value of each object (objects x values)."""
    cells = table.object.astype(np.intp) * table.values + table.value
    votes = np.bincount(cells, minlength=table.objects * table.values)
    return votes.reshape(table.objects, table.values).astype(np.float64)
