"""Run `rashomon analyze` and remember what it printed: several scorers read the same cases.

usage: analyze_once.py FOLDER REPORTS.jsonl --question TEXT --json

What was printed is kept in FOLDER under a digest of the reports and the question, and printed again when it is asked
for again. The folder belongs to one run of one version: nothing in it says which.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from figures import RASHOMON


def main() -> int:
    folder, reports, *asked = sys.argv[1:]
    kept = name_kept(Path(folder), asked, Path(reports).read_bytes())
    if not kept.exists():
        done = subprocess.run([RASHOMON, "analyze", reports, *asked], stdout=subprocess.PIPE, check=False)
        if done.returncode:
            return done.returncode
        kept.write_bytes(done.stdout)
    sys.stdout.write(kept.read_text("utf-8"))
    return 0


def name_kept(folder: Path, asked: Sequence[str], reports: bytes) -> Path:
    """Return the file that keeps what was printed for these reports, asked about with these options."""
    digest = hashlib.sha256("\0".join(asked).encode() + b"\0" + reports).hexdigest()
    return folder / f"{digest}.json"


def keep_printed(folder: Path, *, question: str, reports: str, printed: str) -> None:
    """Keep an analysis made by the same walk as what the command prints for the same reports and question.

    SystemExit: the command was run on them before and printed something else.
    """
    kept = name_kept(folder, ["--question", question, "--json"], reports.encode())
    if kept.exists() and json.loads(kept.read_text("utf-8")) != json.loads(printed):
        raise SystemExit(f"analyze printed another analysis than the same walk made: {question}")
    kept.write_text(printed, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
