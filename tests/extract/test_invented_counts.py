"""Forty short reports on invented events, half of which were not looked at while the rules were written."""

import re
from pathlib import Path

import pytest

from rashomon.extract.counts import find_counts

REPORTS = Path(__file__).with_name("invented_counts.txt")
LINE = re.compile(r"(\D+?) (?:(\d[\d.]*?)?\.\.(\d[\d.]*)?|(\d[\d.]*))(?: ([a-z ]+))?")


def read_line(line):
    """A line as (slot, low, high, unit); None where a side is open."""
    slot, low, high, one, unit = LINE.fullmatch(line).groups()
    low, high = (None if side is None else float(side) for side in (one or low, one or high))
    return slot.replace("_", " "), low, high, unit or ""


@pytest.mark.parametrize(("half", "least"), [("read", 0.95), ("held", 0.93)])
def test_quantities_of_events_nobody_has_seen_are_read(parse, half, least):
    right = expected = 0
    for block in REPORTS.read_text("utf8").split("\n\n")[1:]:
        kind, text, *lines = block.strip().splitlines()
        if kind != half:
            continue
        parsed = parse(text)
        found = [
            (c.unit.replace("_", " "), c.low, c.high, c.measure) for c in find_counts(parsed, 0, len(parsed.tokens))
        ]
        for line in map(read_line, lines):
            expected += 1
            if line in found:
                right += 1
                found.remove(line)
    assert expected > 40 and right >= least * expected
