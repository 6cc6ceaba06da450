"""A question weighed while its reports arrive, against the same question weighed anew."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.errors import WeighError
from rashomon.model.question import CellRating, Stake
from rashomon.model.vocabulary import Access, Certainty, Direction, EvidenceKind, Interest
from rashomon.weigh.parameters import DEFAULTS
from rashomon.weigh.running import add_evidence, drop_evidence, start_running
from rashomon.weigh.weighing import find_probabilities

# Ceilings that are seldom met, and low limits of groups and origins that often are.
OPEN = replace(DEFAULTS, reading=1.0, ceiling=0.999999, testimony_ceiling=0.9999, origin_limit=1.2, group_limit=2.0)
FEW_NAMES = st.sampled_from("uvwxyz")
STAKES = st.builds(
    Stake, hypothesis_id=st.sampled_from("abc"), interest=st.sampled_from(Interest), probability=st.floats(0, 1)
)


@st.composite
def draw_link(draw, build, identity):
    return build(
        identity,
        draw(st.sampled_from("abc")),
        kind=draw(st.sampled_from(EvidenceKind)),
        direction=draw(st.sampled_from(Direction)),
        certainty=draw(st.sampled_from(Certainty)),
        access=draw(st.sampled_from(Access)),
        holder_id=draw(FEW_NAMES),
        origin_id=draw(FEW_NAMES),
        group_id=draw(FEW_NAMES),
        relays=draw(st.integers(0, 3)),
        examined=draw(st.none() | st.floats(0, 1)),
        days=draw(st.none() | st.floats(0, 50)),
        weighed=draw(st.integers(0, 5)) > 0,
    ), tuple(draw(st.lists(STAKES, max_size=3)))


@st.composite
def draw_history(draw, build, *, most=24):
    """Batches of links put in and ids taken out; an id may come again as another link."""
    batches = []
    for _ in range(draw(st.integers(1, 6))):
        batch = []
        for _ in range(draw(st.integers(0, 5))):
            link, stakes = draw(draw_link(build, f"e{draw(st.integers(0, most))}"))
            batch.append(replace(link, stakes=stakes))
        batches.append((batch, draw(st.lists(st.integers(0, most).map(lambda n: f"e{n}"), max_size=2))))
    return batches


def weigh_anew(hypothesis_set, links, parameters):
    return find_probabilities(replace(hypothesis_set, evidence=tuple(links)), parameters)


def assert_same(running, expected):
    assert [p.hypothesis_id for p in running.probabilities] == [p.hypothesis_id for p in expected]
    found, wanted = ([p.probability for p in some] for some in (running.probabilities, expected))
    assert np.abs(np.array(found) - np.array(wanted)).max() <= 1e-12


@pytest.mark.parametrize("parameters", [DEFAULTS, OPEN], ids=["defaults", "open"])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_each_step_is_what_weighing_anew_gives(data, parameters, make_set, make_link):
    rated = data.draw(st.lists(st.builds(
        CellRating,
        evidence_id=st.integers(0, 24).map(lambda n: f"e{n}"),
        hypothesis_id=st.sampled_from(["a", "b", "c", "rest"]),
        bits=st.floats(-3, 3),
        by=st.sampled_from(["one", "other"]),
    ), max_size=3, unique_by=lambda one: (one.evidence_id, one.hypothesis_id, one.by)))  # fmt: skip
    question = replace(make_set(), ratings=tuple(rated))
    running, known = start_running(question, parameters=parameters), {}
    for batch, dropped in data.draw(draw_history(make_link)):
        running = drop_evidence(add_evidence(running, batch), dropped)
        known |= {link.id: link for link in batch}
        known = {name: link for name, link in known.items() if name not in dropped}
        assert_same(running, weigh_anew(question, known.values(), parameters))


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_order_batches_and_what_came_and_went_change_nothing(data, make_set, make_link):
    drawn = [data.draw(draw_link(make_link, f"e{n}")) for n in range(data.draw(st.integers(1, 20)))]
    links = [replace(link, stakes=stakes) for link, stakes in drawn]
    at_once = start_running(make_set(links), parameters=OPEN)
    running = start_running(make_set(), parameters=OPEN)
    for link in data.draw(st.permutations(links)):
        running = add_evidence(running, [link])
    strays = [replace(link, id=f"stray {link.id}", group_id="stray") for link in links[:3]]
    running = drop_evidence(add_evidence(running, strays), [stray.id for stray in strays])
    assert_same(running, at_once.probabilities)


def test_what_was_before_stays_as_it_was(make_set, make_link):
    before = start_running(make_set([make_link("e1")]))
    was = before.probabilities
    after = add_evidence(before, [make_link("e2", "b", kind=EvidenceKind.ADMISSION)])
    assert before.probabilities == was != after.probabilities
    assert drop_evidence(after, ["e2"]).probabilities == was


def test_a_claim_taken_back_weighs_nothing_and_its_copy_speaks_again(make_set, make_link):
    near = make_link("e1", origin_id="o", holder_id="h")
    far = replace(near, id="e2", relays=2)
    running = start_running(make_set([near, far]))
    taken_back = add_evidence(running, [replace(near, weighed=False)])
    assert taken_back.probabilities == start_running(make_set([far])).probabilities != running.probabilities


def test_of_the_copies_left_the_nearest_speaks(make_set, make_link):
    first = make_link("e1", origin_id="o", holder_id="h")
    second, third = replace(first, id="e2", relays=1), replace(first, id="e3", relays=3)
    left = drop_evidence(start_running(make_set([first, third, second])), ["e1"])
    assert left.probabilities == start_running(make_set([second])).probabilities


def test_a_growing_camp_and_its_long_reports_stay_what_weighing_anew_gives(make_set, make_link):
    links = [
        make_link(f"e{n}", "abc"[n % 2], examined=0.9 if n % 3 else 0.0, origin_id=f"o{n // 6}", group_id=f"g{n % 2}")
        for n in range(120)
    ]
    running = start_running(make_set(), parameters=OPEN)
    for n, link in enumerate(links):
        running = add_evidence(running, [link])
        assert_same(running, weigh_anew(make_set(), links[: n + 1], OPEN))
    for n in range(115):
        running = drop_evidence(running, [f"e{n}"])
        assert_same(running, weigh_anew(make_set(), links[n + 1 :], OPEN))


def test_without_evidence_the_priors_stand(make_set):
    assert_same(start_running(make_set()), find_probabilities(make_set(), DEFAULTS))


def test_a_bad_link_is_refused_and_nothing_lost(make_set, make_link):
    running = start_running(make_set([make_link("e1")]))
    with pytest.raises(WeighError) as caught:
        add_evidence(running, [make_link("e2", examined=2.0)])
    assert caught.value.code == "R-WEIGH-003"
    assert_same(running, find_probabilities(make_set([make_link("e1")]), DEFAULTS))
