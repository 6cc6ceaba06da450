"""Why a weight is as small as it is."""

from dataclasses import replace

import pytest

from rashomon.model.vocabulary import Access, Certainty, EvidenceKind, Interest
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.weighing import weigh_evidence

QUICK = Parameters(samples=0, reading=1.0)


def explain(hypothesis_set):
    return weigh_evidence(hypothesis_set, parameters=QUICK, as_of=None).contributions


def test_bits_and_discounts_add_up_to_the_undiscounted_weight(make_set, make_link):
    links = [make_link(f"e{n}", group_id="g", relays=n, stakes={}) for n in range(4)]
    for contribution in explain(make_set(links)):
        assert contribution.bits + sum(d.bits for d in contribution.discounts) == pytest.approx(DEFAULTS.testimony_bits)


def test_each_discount_names_its_reason(make_set, make_link):
    links = [
        make_link("e1", group_id="g", why_group="both are officials", relays=1, stakes={"a": Interest.RIVAL}),
        make_link("e2", group_id="g", why_group="both are officials"),
    ]
    assert [discount.why for discount in explain(make_set(links))[0].discounts] == [
        "a rival accuses: would say so anyway",
        "passed on by 1 relay",
        "one of 2 that count as little more than one: both are officials",
    ]


def test_a_finding_by_one_who_was_told_says_what_it_lacks(make_set, make_link):
    (contribution,) = explain(make_set([make_link("e1", kind=EvidenceKind.FINDING, access=Access.BRIEFED)]))
    assert contribution.bits == pytest.approx(1.0)
    assert contribution.discounts[0].bits == pytest.approx(2.0)


def test_a_mention_is_discounted_to_nothing(make_set, make_link):
    (contribution,) = explain(make_set([make_link("e1", certainty=Certainty.NONE)]))
    assert contribution.bits == 0
    assert [(d.why, d.bits) for d in contribution.discounts] == [("mentioned, endorsed by nobody", pytest.approx(1.0))]


def test_a_copy_is_listed_with_nothing_to_add(make_set, make_link):
    link = make_link("e1")
    first, second = explain(make_set([link, replace(link, id="e2")]))
    assert first.bits == pytest.approx(1.0)
    assert second.bits == 0
    assert "counted once" in second.discounts[0].why
