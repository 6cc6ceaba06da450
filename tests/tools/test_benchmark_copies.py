import importlib
import json
import sys

import pytest

import benchmark_copies
from copy_measures import find_threshold


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs the benchmark and returns what it prints and what it writes. Peers are timed elsewhere."""
    monkeypatch.setattr(benchmark_copies, "load_peers", lambda: None)

    def run_parts(*arguments):
        path = tmp_path / "figures.json"
        monkeypatch.setattr(sys, "argv", ["benchmark_copies.py", *arguments, "--json", str(path)])
        assert benchmark_copies.main() == 0
        return capsys.readouterr().out, json.loads(path.read_text("utf-8"))

    return run_parts


def test_recall_and_passages_are_printed_with_what_they_were_measured_on(run):
    printed, figures = run("recall", "passages", "--reports", "400")
    assert printed.count("generated text") == 2
    own = figures["recall"]["rashomon"]
    assert own["recall"]["verbatim"] == 1.0
    assert own["edited"] >= 0.9
    assert own["precision"] >= 0.99
    assert figures["passages"]["rashomon"]["found"] >= 0.8


def test_growth_is_read_at_the_sizes_asked_for(run):
    printed, figures = run("growth", "--sizes", "120,60")
    rows = figures["growth"]["growth"]
    assert [row["reports"] for row in rows] == [60, 120]
    assert all(0 < row["p50"] <= row["p95"] <= row["max"] for row in rows)
    assert rows[0]["adding"] < rows[1]["adding"]
    assert "generated text" in printed


def test_speed_is_told_in_reports_a_second(run):
    printed, figures = run("speed", "--speed-reports", "100", "--rounds", "2")
    assert len(figures["speed"]["cpu_seconds"]["rashomon"]) == 2
    assert "reports/s" in printed


def test_without_paraphrases_that_part_is_empty(run, tmp_path):
    _, figures = run("paraphrases", "--paraphrases", str(tmp_path / "none.jsonl"))
    assert figures == {"paraphrases": {}}


def test_the_bar_is_the_lowest_that_is_precise_enough():
    lineages = [1, 1, 1, 2]
    assert find_threshold(lineages, [(0.9, (0, 1)), (0.8, (1, 2)), (0.7, (2, 3))]) == 0.8
    assert find_threshold(lineages, [(0.9, (0, 3)), (0.8, (1, 2))]) > 1


@pytest.mark.parametrize("name", ["Datasketch", "Rensa"])
def test_a_peer_links_a_copy_and_no_stranger(name):
    pytest.importorskip("datasketch")
    pytest.importorskip("rensa")
    peers = importlib.import_module("copy_peers")
    one = " ".join(f"alpha{number}" for number in range(80))
    texts = [one, " ".join(f"beta{number}" for number in range(80)), f"{one} and a few words more"]
    for _, peer, settings in peers.list_tuned():
        if type(peer).__name__ == name:
            assert peers.link_texts(texts, peer, settings) == [(0, 2)]


def test_paragraphs_of_many_reports_are_dropped_but_never_a_whole_text():
    pytest.importorskip("datasketch")
    pytest.importorskip("rensa")
    peers = importlib.import_module("copy_peers")
    texts = ["a\n\nfooter", "b\n\nfooter", "footer"]
    assert peers.drop_repeated(texts, 3) == ["a", "b", "footer"]
    assert peers.drop_repeated(texts, 0) == texts
    assert peers.make_shingles(["a", "b", "c", "a", "b"], 2) == ["a b", "b c", "c a"]
    assert peers.make_shingles(["a"], 3) == ["a"]
