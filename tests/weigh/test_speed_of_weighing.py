"""Times of weighing. Bounds are generous: they catch lost sharing between samples, not a busy machine."""

import time
from collections.abc import Callable
from dataclasses import replace

from rashomon.model.vocabulary import Interest
from rashomon.weigh.columns import tabulate_evidence
from rashomon.weigh.parameters import DEFAULTS
from rashomon.weigh.running import add_evidence, start_running
from rashomon.weigh.sampling import sample_interval

PLACES = {"a": 0, "b": 1, "c": 2, "rest": 3}


def find_least_seconds(ask: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        ask()
        times.append(time.perf_counter() - began)
    return min(times)


def make_reports(make_link, count):
    """Three voices an origin, some examined, in a few large camps."""
    return [
        make_link(
            f"e{n}",
            "abc"[n % 3],
            stakes={"abc"[n % 3]: Interest.RIVAL} if n % 2 else {},
            examined=0.7 if n % 5 == 0 else 0.0,
            origin_id=f"o{n // 3}",
            group_id=f"g{n % 10}",
            days=n / 20,
        )
        for n in range(count)
    ]


def test_an_interval_of_two_thousand_samples_takes_no_more_than_a_moment(make_link):
    columns = tabulate_evidence(make_reports(make_link, 500), PLACES)
    parameters = replace(DEFAULTS, samples=2000)
    least = find_least_seconds(lambda: sample_interval(columns, parameters, list(PLACES), residual=3), 8)
    assert least < 0.15  # 0.03 on two cores of 2026


def test_one_report_more_takes_a_moment_however_many_there_are(make_link, make_set):
    least = []
    for count in (500, 6000):
        links = make_reports(make_link, count + 1)
        running = start_running(make_set(links[:count]))
        least.append(find_least_seconds(lambda: add_evidence(running, links[count:]), 60))  # noqa: B023 called here
    assert least[0] < 0.001  # 0.00016 on two cores of 2026
    assert least[1] < 3 * least[0]
