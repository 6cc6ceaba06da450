"""What a measured number is, and where the measured program lies."""

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
RASHOMON = Path(sys.executable).parent / "rashomon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured number. `better` is "higher", "lower" or "" (told, not held to anything)."""

    name: str
    value: float
    what: str
    better: str = ""


def load_scorer(data: Path, name: str) -> ModuleType:
    """Return a scorer of the data directory as a module. SystemExit: it is not there."""
    path = data / "eval" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"no {path}")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer
