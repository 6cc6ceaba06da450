"""Many claims take little memory beside their columns, and no table of objects by sources is ever made."""

import tracemalloc

import numpy as np

from rashomon.model.reliability import ReliabilityModel
from rashomon.weigh.claim_table import tabulate_claims
from rashomon.weigh.class_models import fit_classes


def test_two_hundred_thousand_claims_by_as_many_sources_take_less_than_120_megabytes():
    rng = np.random.default_rng(0)
    claims, objects, sources = 200_000, 40_000, 100_000
    columns = rng.integers(0, sources, claims), np.repeat(np.arange(objects), 5), rng.integers(0, 3, claims)
    tracemalloc.start()
    table = tabulate_claims(*columns, sizes=(sources, objects, 3))
    fit_classes(table, ReliabilityModel.ONE_COIN, np.full(objects, -1), rounds=3)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 120e6
