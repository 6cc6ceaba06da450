"""What a measured number is, and where the measured program lies."""

import importlib.util
import re
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


def write_between(page: Path, markers: tuple[str, str], block: str) -> None:
    """Write a block between two lines of a page. SystemExit: the page does not hold both, once, in this order."""
    begin, end = markers
    text = page.read_text("utf-8")
    place = re.compile(f"{re.escape(begin)}\n.*?{re.escape(end)}", re.DOTALL)
    if len(place.findall(text)) != 1 or text.count(begin) != 1:
        raise SystemExit(f"{page}: put '{begin}' and '{end}' around the table, once")
    page.write_text(place.sub(lambda _: f"{begin}\n{block}\n{end}", text), "utf-8")
