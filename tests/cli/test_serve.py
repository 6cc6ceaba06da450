"""`rashomon serve`: says where it is, serves until it is told to end, and refuses clearly what it cannot do."""

import os
import signal
import socket
import subprocess
import sys
import time

import httpx
import pytest


@pytest.fixture
def serving(case_file):
    """A workbench on a case of this folder, on any free port; yields its process and the address it printed."""
    words = [sys.executable, "-m", "rashomon", "serve", case_file, "--no-browser", "--port", "0"]
    running = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    yield running, running.stderr.readline().split()[-1]
    running.kill()
    running.communicate()


def test_it_serves_until_it_is_told_to_end(serving):
    running, url = serving
    for _ in range(100):
        try:
            assert httpx.get(url).status_code == 200
            break
        except httpx.TransportError:
            time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=20) == 0
    assert "Interrupted" not in running.stderr.read()


def test_a_port_that_is_taken_is_refused(run, case_file):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", case_file, "--no-browser", "--port", str(taken.getsockname()[1]))
    assert done.exit_code == 2 and "R-CASE-011" in done.output


def test_a_case_that_is_not_there_is_refused(run, tmp_path):
    done = run("serve", str(tmp_path / "nowhere.rashomon"), "--no-browser")
    assert done.exit_code == 2 and "R-CASE-001" in done.output
