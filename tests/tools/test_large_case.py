"""The large case is the same for the same seed, and is what it says."""

from large_case import make_reports


def test_the_same_seed_gives_the_same_feed():
    assert list(make_reports(50, 3)) == list(make_reports(50, 3))
    assert list(make_reports(50, 3)) != list(make_reports(50, 4))


def test_most_of_it_is_copied_and_it_is_in_order():
    reports = list(make_reports(400, 1))
    assert len({report["text"] for report in reports}) < 300
    times = [report["published_at"] for report in reports]
    assert times == sorted(times)
    assert len({report["id"] for report in reports}) == 400
