"""The settings of the weighing by name: one set to another value, its name and its range checked."""

import math
from dataclasses import fields, replace

from rashomon.model.errors import WeighError
from rashomon.weigh.parameters import Parameters


def change_setting(parameters: Parameters, name: str, value: float) -> Parameters:
    """Return the parameters with one set to a value.

    Raises WeighError R-WEIGH-005 for a name there is not, -002 and -003 for a value that is not finite or out of range.
    """
    names = [field.name for field in fields(parameters)]
    if name not in names:
        raise WeighError("R-WEIGH-005", f"'{name}'", advice=f"Choose one of: {', '.join(names)}.")
    whole = isinstance(getattr(parameters, name), int)
    if whole and math.isfinite(value) and not float(value).is_integer():
        raise WeighError("R-WEIGH-003", f"{name} = {value:g}", advice="Give a whole number.")
    given = int(value) if whole and math.isfinite(value) else value
    return replace(parameters, **{name: given})  # type: ignore[arg-type]
