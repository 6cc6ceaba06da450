"""Settings are checked when they are made."""

from dataclasses import fields

import pytest

from rashomon.model.errors import WeighError
from rashomon.weigh.parameters import Parameters


@pytest.mark.parametrize("name", [field.name for field in fields(Parameters)])
def test_a_setting_that_is_not_finite_is_refused_by_name(name):
    for value in (float("nan"), float("inf")):
        with pytest.raises(WeighError, match=f"R-WEIGH-002.*{name}"):
            Parameters(**{name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("testimony_bits", 0.0),
        ("examined_bits", 21.0),
        ("group_limit", -1.0),
        ("origin_limit", 0.0),
        ("interest", 1.0),
        ("fidelity", 0.0),
        ("ceiling", 1.2),
        ("residual_weight", 0.0),
        ("uncertainty", -0.1),
        ("samples", -1),
    ],
)
def test_a_setting_out_of_range_is_refused_by_name(name, value):
    with pytest.raises(WeighError, match=f"R-WEIGH-003.*{name}"):
        Parameters(**{name: value})
