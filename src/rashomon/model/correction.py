"""What an analyst corrects of a claim: each part by itself, written as `part=value` in the names of a decision."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Final

from rashomon.model.errors import DecisionError
from rashomon.model.vocabulary import Certainty, Polarity, Stance

HOLDER_CHARS: Final = 200
"""The longest name of a holder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFix:
    """The parts of a claim that are read anew; None where a part stays as it is.

    `holder` is the name of who the claim belongs to, `source` the id of the source that name means (without it the
    name is looked up as any other). `start` and `end` are offsets into the text of the claim's document.
    """

    holder: str | None = None
    source: str | None = None
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    stance: Stance | None = None
    start: int | None = None
    end: int | None = None


PARTS: Final = tuple(field.name for field in fields(ClaimFix))


def write_fix(fix: ClaimFix) -> tuple[str, ...]:
    """Return a correction as the names of a decision hold it: `polarity=deny`, `start=12`."""
    return tuple(f"{part}={getattr(fix, part)}" for part in PARTS if getattr(fix, part) is not None)


def read_fix(written: Iterable[str]) -> ClaimFix:
    """Return the correction that was written. Raises DecisionError R-DECIDE-001 (nothing, no such part), -002."""
    told: dict[str, str] = {}
    for one in written:
        part, equals, value = one.partition("=")
        if not equals or part not in PARTS or not value.strip():
            raise DecisionError("R-DECIDE-001", f"'{one}'", what=f"not a correction: write {'|'.join(PARTS)}=value")
        told[part] = value.strip()
    if not told:
        raise DecisionError("R-DECIDE-001", "fix_claim", what="needs what to correct")
    if len(told.get("holder", "")) > HOLDER_CHARS:
        raise DecisionError("R-DECIDE-001", "fix_claim", what="the name of the holder is too long")
    polarity, certainty, stance = told.get("polarity"), told.get("certainty"), told.get("stance")
    try:
        return ClaimFix(
            holder=told.get("holder"),
            source=told.get("source"),
            polarity=None if polarity is None else Polarity(polarity),
            certainty=None if certainty is None else Certainty(certainty),
            stance=None if stance is None else Stance(stance),
            start=_read_offset(told.get("start")),
            end=_read_offset(told.get("end")),
        )
    except ValueError as error:
        words = ", ".join((*Polarity, *Certainty, *Stance))
        advice = f"Choose one of: {words}; offsets are whole numbers."
        raise DecisionError("R-DECIDE-002", str(error), advice=advice) from error


def _read_offset(written: str | None) -> int | None:
    if written is None:
        return None
    if not (written.isascii() and written.isdigit() and len(written) < HOLDER_CHARS // 10):
        raise ValueError(f"'{written[:40]}' is not an offset")
    return int(written)
