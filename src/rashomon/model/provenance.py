"""How a derived record came to be: which recipe made it, from which records, on whose behalf."""

from dataclasses import dataclass

MACHINE = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Stands on every derived record.

    `recipe` is name@version of the code that made it; `inputs` are the ids it was made from; `by` is "machine" or
    "analyst:NAME".
    """

    recipe: str
    inputs: tuple[str, ...] = ()
    by: str = MACHINE
