"""Run `rashomon analyze` and remember what it printed: several scorers read the same cases.

usage: analyze_once.py FOLDER REPORTS.jsonl --question TEXT --json

What was printed is kept in FOLDER under a digest of the reports and the question, and printed again when it is asked
for again. The folder belongs to one run of one version: nothing in it says which.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

from figures import RASHOMON


def main() -> int:
    folder, reports, *asked = sys.argv[1:]
    digest = hashlib.sha256("\0".join(asked).encode() + b"\0" + Path(reports).read_bytes()).hexdigest()
    kept = Path(folder) / f"{digest}.json"
    if not kept.exists():
        done = subprocess.run([RASHOMON, "analyze", reports, *asked], stdout=subprocess.PIPE, check=False)
        if done.returncode:
            return done.returncode
        kept.write_bytes(done.stdout)
    sys.stdout.write(kept.read_text("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
