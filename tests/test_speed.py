"""Times a user feels, start-up included. Bounds are generous: they catch a lost laziness, not a busy machine."""

import itertools
import subprocess
import sys
import time
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "moscow" / "reports.jsonl"
QUESTION = "Who carried out the drone attack on Moscow?"


def time_command(*words: str) -> float:
    """Seconds on the clock for one run of the command line."""
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "rashomon", *words], capture_output=True, check=False, timeout=60)
    took = time.perf_counter() - began
    assert done.returncode == 0, done.stderr
    return took


def test_twelve_reports_are_analysed_within_ten_seconds(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    with EXAMPLE.open(encoding="utf-8") as lines:
        path.write_text("".join(itertools.islice(lines, 12)), "utf-8")
    times = (time_command("analyze", str(path), "--question", QUESTION, "--json") for _ in range(2))
    # The second run is spared where the first is fast enough.
    assert any(took < 10 for took in times)


def test_help_is_there_at_once() -> None:
    assert min(time_command("--help") for _ in range(3)) < 0.4
