"""The JSON shapes of `rashomon copies`."""

from rashomon.present.shape import Shape


class SharedPassageShape(Shape, frozen=True, kw_only=True):
    """A passage seen earlier elsewhere; `first_seen` is an input id."""

    start: int
    end: int
    first_seen: str
    at: int
    quotation: bool


class CopyShape(Shape, frozen=True, kw_only=True):
    """Where one report comes from, by input ids."""

    document: str
    origin: str
    copy_of: str | None
    kind: str | None
    share: float
    confidence: float | None
    why: str
    version: int
    passages: list[SharedPassageShape]
