"""Laws of what is learned about sources: order and names mean nothing, copies count once, little tells little."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.errors import WeighError
from rashomon.model.reliability import KnownBy, KnownTruth, ReliabilityModel, SourceClaim, ValueKind
from rashomon.weigh.claim_table import tabulate_claims
from rashomon.weigh.reliability import learn_reliability
from rashomon.weigh.reliability_columns import estimate_accuracy, learn_columns

KINDS = list(ValueKind)


def claims_of(drawn):
    rows = zip(drawn.source, drawn.object, drawn.value, strict=True)
    return [SourceClaim(f"s{source:03}", f"o{held:04}", f"v{value}") for source, held, value in rows]


def used_models(learned):
    return {trial.model for trial in learned.choice.trials if trial.used}


def numbers_of(learned):
    for answer in learned.answers:
        yield from (one.probability for one in answer.values)
    for source in learned.sources:
        yield from (source.accuracy, source.low, source.high)


def check_sane(learned):
    assert all(math.isfinite(number) and -1e-12 <= number <= 1 + 1e-12 for number in numbers_of(learned))
    assert all(source.low <= source.accuracy <= source.high for source in learned.sources)
    for answer in learned.answers:
        shown = [one.probability for one in answer.values]
        assert sum(shown) <= 1 + 1e-9
        assert shown == sorted(shown, key=lambda p: -round(p, 9))


claim_lists = st.lists(
    st.builds(SourceClaim, st.sampled_from("abcd"), st.sampled_from("wxyz"), st.sampled_from("123")), max_size=40
)
truth_lists = st.lists(st.builds(KnownTruth, st.sampled_from("wxyz"), st.sampled_from("1239")), max_size=3)


@settings(max_examples=30, deadline=None)
@given(claims=claim_lists, truths=truth_lists, kind=st.sampled_from([None, *KINDS]))
def test_whatever_is_claimed_the_numbers_are_numbers(claims, truths, kind):
    learned = learn_reliability(claims, truths, kind=kind)
    check_sane(learned)
    assert [answer.object for answer in learned.answers] == sorted({claim.object for claim in claims})
    assert [source.source for source in learned.sources] == sorted({claim.source for claim in claims})
    known = {truth.object: truth.value for truth in truths}
    for answer in learned.answers:
        if answer.object in known:
            assert (answer.values[0].value, answer.values[0].probability) == (known[answer.object], 1)
            assert answer.known


@settings(max_examples=15, deadline=None)
@given(claims=claim_lists, kind=st.sampled_from(KINDS), random=st.randoms())
def test_order_and_repetition_mean_nothing(claims, kind, random):
    shuffled = [*claims, *claims[: len(claims) // 2]]
    random.shuffle(shuffled)
    assert learn_reliability(shuffled, kind=kind) == learn_reliability(claims, kind=kind)


@pytest.mark.parametrize("kind", KINDS)
def test_names_mean_nothing_where_the_claims_are_clear(draw, kind):
    drawn = draw(11, objects=150, accuracy=[0.5, 0.6, 0.7, 0.8, 0.9] * 4, each=9)
    rng = np.random.default_rng(3)
    sources, objects, values = (rng.permutation(size) for size in drawn.sizes)
    columns = sources[drawn.source], objects[drawn.object], values[drawn.value]
    plain = learn_columns(drawn.table, kind=kind)
    renamed = learn_columns(tabulate_claims(*columns, sizes=drawn.sizes), kind=kind)
    best = plain.truths.value[plain.truths.starts]
    best_renamed = renamed.truths.value[renamed.truths.starts][objects]
    assert (values[best] == best_renamed).mean() > 0.98
    assert np.abs(renamed.accuracy[sources] - plain.accuracy).max() < 0.03


@pytest.mark.parametrize("kind", KINDS)
def test_a_perfect_source_stands_out(draw, kind):
    drawn = draw(5, accuracy=[1.0] + [0.6] * 15, each=9)
    learned = learn_columns(drawn.table, kind=kind)
    assert learned.accuracy[0] == learned.accuracy.max()
    assert learned.accuracy[0] > np.sort(learned.accuracy)[-2] + 0.1


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_that_misleads_is_found_out(draw, kind):
    drawn = draw(6, accuracy=[0.05] + [0.8] * 15, each=9, classes=2)
    learned = learn_columns(drawn.table, kind=kind)
    assert learned.accuracy[0] < 0.35
    assert learned.high[0] < 0.5


def test_sources_of_unlike_reliability_are_used_and_do_better(draw):
    drawn = draw(3, objects=600, accuracy=[0.95] * 3 + [0.4] * 9, each=9)
    learned = learn_columns(drawn.table)
    best = learned.truths.value[learned.truths.starts]
    votes = np.zeros((600, 3))
    np.add.at(votes, (drawn.object, drawn.value), 1)
    assert any(trial.used for trial in learned.choice.trials[1:])
    assert (best == drawn.truth).mean() > (votes.argmax(axis=1) == drawn.truth).mean() + 0.03


@pytest.mark.parametrize("seed", range(3))
def test_sources_all_alike_leave_answers_to_the_majority(draw, seed):
    # Three claims an object by a thousand sources of two claims each: there is nothing to learn of any.
    drawn = draw(seed, objects=600, accuracy=[0.75] * 900, each=3, classes=2)
    learned = learn_columns(drawn.table)
    votes = np.zeros((600, 2))
    np.add.at(votes, (drawn.object, drawn.value), 1)
    best = learned.truths.value[learned.truths.starts]
    assert (best == votes.argmax(axis=1)).mean() > 0.97


def test_probabilities_are_as_sure_as_they_are_right_though_errors_go_together():
    # On a fifth of the objects everybody errs together, which no model here knows.
    rng = np.random.default_rng(4)
    objects, sources, classes = 800, 30, 4
    truth = rng.integers(0, classes, objects)
    lure = (truth + rng.integers(1, classes, objects)) % classes
    hard = rng.random(objects) < 0.2
    held = np.repeat(np.arange(objects), 10)
    source = np.concatenate([rng.permutation(sources)[:10] for _ in range(objects)])
    drawn = rng.random(len(held))
    value = np.where(drawn < np.where(hard, 0.45, 0.85)[held], truth[held], lure[held])
    learned = learn_columns(tabulate_claims(source, held, value, sizes=(sources, objects, classes)))
    best, sure = learned.truths.value[learned.truths.starts], learned.truths.probability[learned.truths.starts]
    assert learned.choice.sharpness < 1
    assert abs(sure.mean() - (best == truth).mean()) < 0.06


@pytest.mark.parametrize("kind", KINDS)
def test_probabilities_are_as_sure_as_they_are_right_where_claims_are_independent(draw, kind):
    drawn = draw(2, objects=500, accuracy=np.linspace(0.45, 0.95, 20), each=6)
    learned = learn_columns(drawn.table, kind=kind)
    best, sure = learned.truths.value[learned.truths.starts], learned.truths.probability[learned.truths.starts]
    assert abs(sure.mean() - (best == drawn.truth).mean()) < 0.1
    assert np.abs(learned.accuracy - drawn.accuracy).mean() < 0.1


def test_known_truths_that_contradict_the_majority_change_what_is_thought_of_sources():
    claims = [SourceClaim(s, f"o{n}", "yes" if s != "d" else "no") for n in range(40) for s in "abcd"]
    plain = learn_reliability(claims)
    known = learn_reliability(claims, [KnownTruth(f"o{n}", "no") for n in range(30)])
    assert plain.sources[3].accuracy < plain.sources[0].accuracy
    assert known.sources[3].accuracy > known.sources[0].accuracy
    assert known.sources[3].known_by is KnownBy.BOTH
    assert known.sources[3].known_claims == 30
    assert known.answers[-1].values[0].value == "no"


def test_one_claim_tells_little():
    learned = learn_reliability([SourceClaim("a", "x", "1")])
    (answer,), (source,) = learned.answers, learned.sources
    assert 0.5 < answer.values[0].probability < 0.9
    assert source.high - source.low > 0.3
    assert used_models(learned) == {ReliabilityModel.MAJORITY}
    assert "too few" in learned.choice.why


def test_ties_are_even_and_said_to_be_ties():
    claims = [SourceClaim("a", "x", "1"), SourceClaim("b", "x", "2")]
    (answer,) = learn_reliability(claims).answers
    assert answer.tied
    assert answer.values[0].probability == pytest.approx(answer.values[1].probability)
    assert answer.values[0].value == "1"


def test_a_source_with_one_claim_stays_near_the_others(draw):
    drawn = draw(9, accuracy=[0.9] * 12, each=6)
    rare = [*claims_of(drawn), SourceClaim("once", "o0000", f"v{(drawn.truth[0] + 1) % 3}")]
    learned = learn_reliability(rare)
    once = next(source for source in learned.sources if source.source == "once")
    assert once.claims == 1
    assert once.accuracy > 0.4
    assert once.high - once.low > 0.3


def test_all_agree():
    claims = [SourceClaim(s, f"o{n}", "yes") for n in range(30) for s in "abc"]
    learned = learn_reliability(claims)
    check_sane(learned)
    assert min(answer.values[0].probability for answer in learned.answers) > 0.9
    assert min(source.accuracy for source in learned.sources) > 0.85


def test_no_claims_no_answers():
    learned = learn_reliability([], [KnownTruth("x", "1")])
    assert (learned.answers, learned.sources) == ((), ())


def test_a_source_without_a_claim_has_the_prior():
    table = tabulate_claims(np.array([0, 0]), np.array([0, 1]), np.array([0, 1]), sizes=(2, 2, 2))
    learned = learn_columns(table)
    assert learned.claims.tolist() == [2, 0]
    assert np.isfinite(learned.accuracy).all()
    assert learned.low[1] < learned.accuracy[1] < learned.high[1]


@pytest.mark.parametrize(("right", "wrong"), [(9.0, 1.0), (1.0, 9.0), (50.0, 50.0), (0.0, 0.0)])
def test_intervals_hold_nine_tenths_of_what_is_possible(right, wrong):
    accuracy, low, high = (
        column[0] for column in estimate_accuracy(np.array([right]), np.array([right + wrong]), np.zeros(1))
    )
    assert low <= accuracy <= high
    rng = np.random.default_rng(0)
    # The prior is fitted to this one source, so only the width is compared, with that of counts alone.
    drawn = rng.beta(right + 1.4, wrong + 0.6, 100_000)
    wide = np.quantile(drawn, 0.95) - np.quantile(drawn, 0.05)
    assert 0.5 * wide < high - low < 1.5 * wide


@pytest.mark.parametrize("columns", [([0], [0, 1], [0]), ([-1], [0], [0]), ([0], [5], [0]), ([0.5], [0], [0])], ids=str)
def test_columns_that_are_none_are_refused(columns):
    with pytest.raises(WeighError, match="R-WEIGH-007"):
        tabulate_claims(*(np.array(column) for column in columns), sizes=(2, 3, 2))


@pytest.mark.parametrize("anchors", [[0], [0, 7, -1], [-3, 0, 0]])
def test_anchors_that_are_none_are_refused(anchors):
    table = tabulate_claims(np.array([0]), np.array([0]), np.array([0]), sizes=(1, 3, 2))
    with pytest.raises(WeighError, match="R-WEIGH-007"):
        learn_columns(table, np.array(anchors))


def test_classes_that_would_not_fit_are_open_or_refused():
    count = np.arange(6_000)
    table = tabulate_claims(count, count, count, sizes=(6_000, 6_000, 6_000))
    with pytest.raises(WeighError, match="R-WEIGH-007"):
        learn_columns(table, kind=ValueKind.CLASSES)
    assert learn_columns(table).kind is ValueKind.OPEN


def test_doubt_about_truths_widens_the_interval():
    right, claims = np.array([8.0, 8.0]), np.array([10, 10])
    accuracy, low, high = estimate_accuracy(right, claims, np.array([0.0, 2.0]))
    assert accuracy[0] == accuracy[1]
    assert low[1] < low[0]
    assert high[0] < high[1]


def test_sources_that_always_say_the_same_do_not_draw_truths_to_it():
    rng = np.random.default_rng(1)
    truth = rng.integers(0, 2, 400)
    source, held = np.tile(np.arange(9), 400), np.repeat(np.arange(400), 9)
    right = rng.random(len(held)) < 0.8
    value = np.where(source < 2, 1, np.where(right, truth[held], 1 - truth[held]))
    learned = learn_columns(tabulate_claims(source, held, value, sizes=(9, 400, 2)))
    votes = np.zeros((400, 2))
    np.add.at(votes, (held, value), 1)
    best = learned.truths.value[learned.truths.starts]
    assert (best == truth).mean() >= (votes.argmax(axis=1) == truth).mean() - 0.005
