"""The network's twin."""

import pytest

from rashomon.ingest import FixedFetcher, HttpFetcher
from rashomon.model.errors import InputError
from rashomon.ports import PageFetcher


def test_known_pages_are_returned_and_others_are_not_found():
    fetcher: PageFetcher = FixedFetcher(pages={"https://a.example/": b"x"})
    assert fetcher.fetch("https://a.example/").data == b"x"
    with pytest.raises(InputError, match="R-INGEST-012"):
        fetcher.fetch("https://b.example/")


def test_both_fetchers_fit_the_port():
    fetchers: list[PageFetcher] = [FixedFetcher(), HttpFetcher()]
    assert all(callable(fetcher.fetch) for fetcher in fetchers)
