"""What every JSON object of the output is."""

import msgspec


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """One JSON object of the output."""
