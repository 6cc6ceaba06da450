"""How fast the workbench answers, and how heavy its pages are, on a large case.

usage: benchmark_web.py CASE [--rounds N] [--json]

Every screen is asked for N times, one after the other, over HTTP on the loopback address; the time is from the request
to the last byte. Of each the median and the 95th percentile are printed in milliseconds, and the page's weight: HTML,
style sheets and scripts together, uncompressed.
"""

import argparse
import json
import re
import statistics
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx

from rashomon.web.screens import SCREENS
from take_screenshots import serve

ASSET = re.compile(r'(?:href|src)="(/static/[^"]+)"')
WARM_UP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Milliseconds and kilobytes (1000 bytes) of one address."""

    path: str
    median_ms: float
    p95_ms: float
    kilobytes: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with serve(asked.case) as url, httpx.Client(base_url=url, timeout=60) as client:
        timings = [measure(client, path, rounds=asked.rounds) for path in list_paths(client)]
    if asked.json:
        print(json.dumps([asdict(one) for one in timings]))
        return 0
    print("| page | median ms | 95th percentile ms | kB |\n|---|--:|--:|--:|")
    for one in timings:
        print(f"| {one.path} | {one.median_ms:.0f} | {one.p95_ms:.0f} | {one.kilobytes:.0f} |")
    return 0


def list_paths(client: httpx.Client) -> list[str]:
    """Return the address of every screen that exists, of one report in the reader, and of something tried."""
    told = client.get("/", headers={"Accept": "application/json"}).json()
    document_id, source_id = told["documents"][-1]["id"], told["sources"][0]["id"]
    tried = f"/whatif/outcome?format=json&without={source_id}&prior={told['hypotheses'][0]['id']}:40"
    paths = [*(screen.path for screen in SCREENS), f"/reader/{document_id}", tried]
    return [path for path in paths if client.get(path).status_code == 200]


def measure(client: httpx.Client, path: str, *, rounds: int) -> Timing:
    """Return the times and the weight of an address."""
    for _ in range(WARM_UP):
        page = client.get(path)
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        page = client.get(path)
        times.append(1000 * (time.perf_counter() - begun))
        page.raise_for_status()
    assets = sum(len(client.get(asset).content) for asset in dict.fromkeys(ASSET.findall(page.text)))
    return Timing(
        path=path,
        median_ms=statistics.median(times),
        p95_ms=statistics.quantiles(times, n=20)[-1],
        kilobytes=(len(page.content) + assets) / 1000,
    )


if __name__ == "__main__":
    sys.exit(main())
