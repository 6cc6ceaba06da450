"""The best value of a quantity and the range of what is said; its laws."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rashomon.hypothesize.fact_best import choose_best, span_values
from rashomon.model.event import FactValue

START = datetime(2020, 5, 4, tzinfo=UTC)


def value(number, low, high, *, origin=None, day=0.0, superseded=False):
    return FactValue(
        claim_id=f"c{number}",
        low=low,
        high=high,
        holder=f"holder {number}",
        as_of=None if day is None else START + timedelta(days=day),
        origin_id=origin or f"o{number}",
        superseded_by="later" if superseded else None,
    )


def best(*values, measured=False, **known):
    return choose_best(values, measured=measured, **known)


def test_bound_bears_out_what_it_admits():
    assert best(value(1, 8, None), value(2, 12, 12, day=1)) == 12


def test_bound_does_not_bear_out_what_it_excludes():
    assert best(value(1, 8, None), value(2, 9, 9), value(3, 5, 5)) == 9


def test_most_origins_win_on_one_day():
    assert best(value(1, 3, 3), value(2, 3, 3), value(3, 5, 5)) == 3


def test_later_value_outweighs_one_earlier():
    assert best(value(1, 3, 3), value(2, 5, 5, day=4)) == 5


def test_what_is_told_years_later_has_settled_whenever_it_was_told():
    assert (
        best(value(1, 11, 11), value(2, 81, 81, day=900), value(3, 81, 81, day=2000), value(4, 85, 85, day=9000)) == 81
    )


def test_superseded_value_has_no_vote():
    assert best(value(1, 3, 3, superseded=True), value(2, 3, 3, superseded=True), value(3, 5, 5)) == 5


def test_range_stands_for_its_middle_in_whole_people():
    assert best(value(1, 4, 7)) == 6
    assert best(value(1, 4, 7), measured=True) == 5.5


def test_range_bears_out_what_lies_in_it():
    assert best(value(1, 200, 300), value(2, 300, 300), value(3, 500, 500)) == 300


def test_lengths_nearly_equal_are_one():
    assert best(value(1, 10, 10), value(2, 9.84, 9.84), value(3, 60, 60), measured=True) in {10, 9.84}


def test_somebody_bounds_no_tally():
    values = (value(1, 1, None), value(2, 8, 8))
    assert best(*values, instances={"c1"}) == 8
    assert span_values(values, instances={"c1"}) == (8, 8)


def test_nothing_said_has_no_best():
    assert best() is None and span_values(()) == (None, None)


numbers = st.integers(min_value=0, max_value=10**12).map(float)
bounds = st.one_of(
    numbers.map(lambda n: (n, n)),
    numbers.map(lambda n: (n, None)),
    numbers.map(lambda n: (None, n)),
    st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair))),
)
said = st.tuples(bounds, st.sampled_from(["a", "b", "c"]), st.one_of(st.none(), st.integers(0, 400)))


def read(told):
    return [value(n, low, high, origin=origin, day=day) for n, ((low, high), origin, day) in enumerate(told)]


@given(st.lists(said, min_size=1, max_size=8), st.booleans(), st.randoms())
def test_order_never_matters(told, measured, chance):
    values = read(told)
    mixed = chance.sample(values, len(values))
    assert best(*values, measured=measured) == best(*mixed, measured=measured)
    assert span_values(values) == span_values(mixed)


@given(st.lists(said, min_size=1, max_size=8), st.integers(1, 5), st.booleans())
def test_copies_add_nothing_to_best(told, copies, measured):
    values = read(told)
    repeated = [value(100 + n, values[0].low, values[0].high, origin=values[0].origin_id, day=9) for n in range(copies)]
    known = {v.claim_id for v in repeated}
    assert best(*values, *repeated, measured=measured, copied=known) == best(*values, measured=measured)


@given(st.lists(said, min_size=1, max_size=8), st.booleans())
def test_best_lies_within_the_range(told, measured):
    values = read(told)
    low, high = span_values(values)
    chosen = best(*values, measured=measured)
    assert chosen is not None
    assert (low is None or low <= chosen) and (high is None or chosen <= high)
