"""Evidence that cannot be weighed is refused with its reason."""

from dataclasses import replace

import pytest

from rashomon.model.errors import WeighError
from rashomon.model.question import Stake
from rashomon.model.vocabulary import Interest
from rashomon.weigh.columns import tabulate_evidence

POSITIONS = {"a": 0, "rest": 1}


def test_an_empty_group_is_an_error(make_link):
    with pytest.raises(WeighError, match="R-WEIGH-001: evidence without a group: e1"):
        tabulate_evidence([make_link("e1", group_id="")], POSITIONS)


def test_evidence_on_an_unknown_hypothesis_is_an_error(make_link):
    with pytest.raises(WeighError, match="e1 on z"):
        tabulate_evidence([make_link("e1", "z")], POSITIONS)


@pytest.mark.parametrize(("value", "code"), [(float("nan"), "R-WEIGH-002"), (1.5, "R-WEIGH-003")])
def test_a_stake_that_is_no_probability_is_an_error(make_link, value, code):
    stake = Stake(hypothesis_id="a", interest=Interest.RIVAL, probability=value)
    with pytest.raises(WeighError, match=code):
        tabulate_evidence([replace(make_link("e1"), stakes=(stake,))], POSITIONS)


def test_a_negative_number_of_relays_is_an_error(make_link):
    with pytest.raises(WeighError, match="R-WEIGH-003"):
        tabulate_evidence([make_link("e1", relays=-1)], POSITIONS)


def test_links_stand_in_order_of_group(make_link):
    links = [make_link("e1", group_id="y"), make_link("e2", group_id="x"), make_link("e3", group_id="y")]
    columns = tabulate_evidence(links, POSITIONS)
    assert [link.id for link in columns.links] == ["e2", "e1", "e3"]
    assert columns.starts.tolist() == [0, 1]
    assert columns.group.tolist() == [0, 1, 1]


def test_a_stake_in_a_hypothesis_that_is_gone_says_nothing(make_link):
    columns = tabulate_evidence([make_link("e1", stakes={"gone": Interest.ACCUSED})], POSITIONS)
    assert columns.guilty_link.size == 0
