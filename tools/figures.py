"""What a measured number is, and where the measured program lies."""

import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RASHOMON = Path(sys.executable).parent / "rashomon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured number. `better` is "higher", "lower" or "" (told, not held to anything)."""

    name: str
    value: float
    what: str
    better: str = ""
