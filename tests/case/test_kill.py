"""A killed command loses nothing it has acknowledged, keeps nothing twice, and is finished by running it again."""

import json
import random
import sqlite3
import subprocess
import sys

import pytest

from rashomon.case import Case

REPORTS = 60
KILLS = 4

ADD = """
import sys
from rashomon.case import Case
with Case.open(sys.argv[1]) as case:
    print("ready", flush=True)
    for document in case.add([sys.argv[2]]):
        print(document.input_id, flush=True)
"""


@pytest.fixture
def reports(tmp_path):
    path = tmp_path / "reports.jsonl"
    lines = (
        json.dumps({"id": f"r{number}", "text": f"Report {number}. " + f"The ferry sank at pier {number}. " * 40})
        for number in range(REPORTS)
    )
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def add_and_kill(case_file, reports, *, after):
    """Start adding, kill -9 once `after` reports were acknowledged, and return all that were until it was dead."""
    command = [sys.executable, "-c", ADD, str(case_file), str(reports)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        lines = [process.stdout.readline() for _ in range(after)]
        process.kill()
        lines += process.stdout.readlines()
    # A line cut in half was not acknowledged.
    return [line.strip() for line in lines if line.endswith("\n")]


def check_integrity(case_file):
    with sqlite3.connect(case_file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')")
        connection.rollback()


def test_kill_9_at_any_moment_loses_no_acknowledged_report(tmp_path, reports):
    case_file = tmp_path / "case.rashomon"
    Case.create(case_file, "Who sank the ferry?").close()
    seed = random.randrange(2**32)
    moments = random.Random(seed)
    acknowledged = []
    for _ in range(KILLS):
        after = moments.randrange(REPORTS // KILLS)
        acknowledged += add_and_kill(case_file, reports, after=after)
        check_integrity(case_file)
        with Case.open(case_file) as case:
            held = [document.input_id for document in case.documents()]
        assert set(acknowledged) <= set(held), f"seed {seed}"
        assert len(held) == len(set(held)), f"seed {seed}"
    with Case.open(case_file) as case:
        before = {document.input_id for document in case.documents()}
        added = [document.input_id for document in case.add([str(reports)])]
        assert [document.input_id for document in case.documents()] == [f"r{number}" for number in range(REPORTS)]
        assert before.isdisjoint(added)
        assert len(case.search("pier", limit=1000)) == sum(len(case.passages(d.id)) for d in case.documents())
    check_integrity(case_file)
