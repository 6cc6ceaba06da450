"""From arrays to attributions: tags, runs, and which cue a run belongs to."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.decoding import (
    REACH,
    TAGS,
    average_runs,
    constrain,
    find_inner_cues,
    find_runs,
    find_tags,
    join_cues,
    join_runs,
    measure_distances,
    read_nested,
    split_window,
)

FREE = constrain(np.zeros((TAGS, TAGS), np.float32), np.zeros(TAGS, np.float32))


def roles_of(length, *, source=(), cue=(), content=()):
    table = np.zeros((length, 5), np.float32)
    for column, places in enumerate((source, cue, content), start=1):
        table[list(places), column] = 1
    return table


@given(st.lists(st.lists(st.floats(-9, 9), min_size=TAGS, max_size=TAGS), min_size=1, max_size=30))
def test_an_inside_tag_stands_only_behind_its_own_role(rows):
    tags = find_tags(np.array(rows, np.float32), *FREE).tolist()
    for before, after in zip([0, *tags], tags, strict=False):
        assert after % 2 or not after or before in (after - 1, after)


@given(st.lists(st.lists(st.floats(-9, 9), min_size=TAGS, max_size=TAGS), min_size=2, max_size=6))
def test_the_best_sequence_beats_tagging_each_piece_alone(rows):
    emissions = np.array(rows, np.float32)
    moves, begins = FREE

    def worth(tags):
        return begins[tags[0]] + moves[tags[:-1], tags[1:]].sum() + emissions[np.arange(len(tags)), tags].sum()

    found = find_tags(emissions, moves, begins)
    outside = np.zeros(len(rows), np.int64)
    assert worth(found) >= worth(outside) - 1e-3


def test_a_run_is_a_begin_and_the_insides_behind_it():
    assert find_runs(np.array([1, 2, 2, 0, 1, 1, 2]), 0) == [(0, 3), (4, 5), (5, 7)]


def test_runs_are_told_in_positions_of_the_window():
    sources, cues, contents = split_window(np.array([1, 3, 5, 6]), np.array([1, 2, 4, 5]))
    assert (sources, cues, contents) == ([(1, 2)], [(2, 3)], [(4, 6)])


def test_distances_end_at_the_reach_and_are_nought_inside_the_cue():
    far = measure_distances([[(50, 52)]], 120)[0]
    assert far[50] == far[51] == REACH
    assert far[49] == REACH - 1 and far[52] == REACH + 1
    assert far[0] == 0 and far[119] == 2 * REACH


def test_a_cue_is_the_mean_of_its_pieces():
    states = np.arange(8, dtype=np.float32).reshape(4, 2)
    assert np.allclose(average_runs(states, [[(0, 1), (2, 4)]]), [[[10 / 3, 13 / 3]]])


def test_parts_that_claim_each_other_are_one_cue():
    one, other = roles_of(6, cue=(0, 3)), roles_of(6, cue=(0, 3))
    assert join_cues([(0, 1), (3, 4)], np.stack([one, other])) == [[(0, 1), (3, 4)]]


def test_a_content_goes_to_the_cue_that_claims_it_most_and_a_source_may_be_shared():
    cues = [[(1, 2)], [(4, 5)]]
    roles = np.stack([roles_of(8, source=[0], content=[2, 3]), roles_of(8, source=[0], content=[5, 6, 7])])
    first, second = join_runs([(0, 1)], [(2, 4), (5, 8)], cues, roles)
    assert first.source == second.source == ((0, 1),)
    assert first.content == ((2, 4),)
    assert second.content == ((5, 8),)


def test_a_cue_without_content_attributes_nothing():
    assert join_runs([(0, 1)], [], [[(1, 2)]], np.stack([roles_of(3, source=[0])])) == []


def test_a_content_no_cue_claims_is_left_out():
    assert join_runs([], [(2, 3)], [[(0, 1)]], np.stack([roles_of(3, content=[])])) == []


def test_a_cue_inside_anothers_words_needs_to_be_sure_and_begins_anew_at_a_begin_tag():
    outside, begin, inside, unsure = (9, 0, 0), (0, 9, 0), (0, 0, 9), (0.5, 0.5, 0)
    scores = np.array([outside, begin, inside, begin, unsure, outside], np.float32)
    assert find_inner_cues(scores, np.arange(6)) == [(1, 3), (3, 4)]
    assert find_inner_cues(scores, np.array([0, 2, 3])) == [(2, 3), (3, 4)]


def test_a_nested_attribution_is_read_off_the_roles_its_cue_gives():
    roles = roles_of(9, source=(0, 1), cue=(2,), content=(5, 7))
    (found,) = read_nested([[(2, 3)]], roles[None])
    assert (found.source, found.cue, found.nested) == (((0, 2),), ((2, 3),), True)
    assert found.content == ((5, 8),), "a piece between two of one role is skipped"
    assert read_nested([[(2, 3)]], roles_of(9, source=(0, 1), cue=(2,))[None]) == []


def test_a_run_does_not_reach_over_a_piece_of_another_role():
    (found,) = read_nested([[(2, 3)]], roles_of(9, cue=(2,), source=(5,), content=(4, 6))[None])
    assert found.content == ((4, 5), (6, 7))
