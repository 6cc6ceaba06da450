"""Accuracy and calibration error are what they are said to be; ties count as their chance."""

import numpy as np
import pytest

from rashomon.weigh.claim_table import tabulate_claims
from score_truth import OURS, VOTES, CrowdSet, measure, read_sets


def make_set(rows, truth):
    source, held, value = np.array(rows).T
    table = tabulate_claims(source, held, value, sizes=(3, len(truth), 2))
    return CrowdSet(name="made", table=table, judged=np.arange(len(truth)), truth=np.array(truth))


def test_ties_of_majority_vote_count_as_their_chance():
    one = make_set([(0, 0, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1)], [0, 1])
    votes = measure(one)[VOTES]
    assert votes.accuracy == pytest.approx(0.75)
    assert votes.error == pytest.approx(0)


def test_a_truth_nobody_claims_is_never_right():
    one = make_set([(source, held, 0) for source in range(3) for held in range(4)], [-1] * 4)
    measured = measure(one)
    assert measured[OURS].accuracy == measured[VOTES].accuracy == 0
    assert measured[OURS].error > 0.8


def test_sets_are_read_with_numbers_of_their_own(tmp_path):
    folder = tmp_path / "data" / "truth"
    folder.mkdir(parents=True)
    (folder / "toy.claims.csv").write_text("source,object,value\n7,100,3\n9,100,5\n7,50,5\n", "utf-8")
    (folder / "toy.gold.csv").write_text("object,value\n100,5\n50,4\n77,3\n", "utf-8")
    (one,) = read_sets(tmp_path)
    assert (one.table.sources, one.table.objects, one.table.values) == (2, 2, 2)
    assert one.judged.tolist() == [1, 0]
    assert one.truth.tolist() == [1, -1]


def test_no_sets_is_said(tmp_path):
    with pytest.raises(SystemExit, match="no tables"):
        list(read_sets(tmp_path))
