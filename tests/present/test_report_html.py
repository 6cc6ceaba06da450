import re
from html.parser import HTMLParser

import pytest

from rashomon.model.analysis import Analysis
from rashomon.present.report_html import render_html


class Collector(HTMLParser):
    """Collects tags, ids, links and the text outside style."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str]:
        return [value for attribute, value in self.attributes if attribute == name]


def read(html: str) -> Collector:
    collector = Collector()
    collector.feed(html)
    return collector


@pytest.fixture
def page(analysis: Analysis) -> Collector:
    return read(render_html(analysis))


@pytest.fixture
def hostile_page(hostile_analysis: Analysis) -> Collector:
    return read(render_html(hostile_analysis))


def test_hostile_text_makes_no_tag(page: Collector, hostile_page: Collector) -> None:
    assert "script" not in hostile_page.tags
    assert set(hostile_page.tags) <= set(page.tags)
    assert "<script>alert(1)</script>" in hostile_page.text


def test_no_attribute_runs_anything(hostile_page: Collector) -> None:
    assert not [name for name, _ in hostile_page.attributes if name.startswith("on") or name == "style"]


def test_only_web_links_and_anchors_are_clickable(hostile_page: Collector) -> None:
    assert all(re.match(r"#|https?://", link) for link in hostile_page.values("href"))
    assert "javascript:alert(1)" in hostile_page.text


def test_direction_override_and_escape_are_made_visible(hostile_page: Collector) -> None:
    assert "\u202e" not in hostile_page.text
    assert "\x1b" not in hostile_page.text
    assert "[U+202E]" in hostile_page.text


def test_nothing_is_fetched_and_the_policy_forbids_it(page: Collector) -> None:
    assert not {"img", "link", "iframe", "object", "video", "script"} & set(page.tags)
    assert not page.values("src")
    policy = next(value for value in page.values("content") if "default-src" in value)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_every_anchor_has_its_target_once(page: Collector) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)


def test_full_texts_are_there_to_the_letter(analysis: Analysis, page: Collector) -> None:
    for document in analysis.documents:
        assert document.text in page.text


def test_analytic_confidence_stands_apart_from_probabilities(page: Collector) -> None:
    sentence = re.search(r"Analytic confidence: [^\n]*", page.text)
    assert sentence
    assert "%" not in sentence.group()
