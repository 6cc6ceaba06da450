"""Where it comes from, as the HTML report shows it: safe, reachable by keyboard and anchor, readable, bounded."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.lineage import CopyLink
from rashomon.present.index import index_analysis
from rashomon.present.origin_views import PASSAGES_A_PAGE, PASSAGES_A_REPORT, view_lineage
from rashomon.present.report_html import hash_style, name_language, render_html

HOSTILE = "</bdi></blockquote><script>alert(1)</script>\x1b]0;owned\x07 \u202eevil “&quot;” onload=x ' \" {{ 7*7 }}"
VOID = {"meta", "br", "rect", "path"}


class Reader(HTMLParser):
    """Collects tags with their attributes, the text, and tags that were closed out of turn."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.misnested: list[str] = []
        self.inside: dict[str, list[str]] = {}
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)
            self.inside.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.misnested.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data
        for tag in set(self.open):
            self.inside[tag][-1] += data

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def read(analysis: Analysis) -> Reader:
    reader = Reader()
    reader.feed(render_html(analysis))
    return reader


def make_hostile(told: Analysis) -> Analysis:
    """The case where every word that came from outside tries to break out; passages stay where they were."""
    documents = tuple(
        replace(
            document,
            text=(HOSTILE * (len(document.text) // len(HOSTILE) + 1))[: len(document.text)],
            title=HOSTILE,
            publisher=HOSTILE,
            input_id=HOSTILE,
            language=HOSTILE,
            url="javascript:alert(1)",
        )
        for document in told.documents
    )
    linkage = replace(
        told.linkage,
        copies=tuple(
            replace(copy, why=HOSTILE, made=replace(copy.made, by=f"analyst:{HOSTILE}")) for copy in told.linkage.copies
        ),
        origins=tuple(replace(origin, holder=HOSTILE) for origin in told.linkage.origins),
        relations=tuple(replace(relation, why=HOSTILE) for relation in told.linkage.relations),
    )
    return replace(told, documents=documents, linkage=linkage)


@pytest.fixture
def page(told: Analysis) -> Reader:
    return read(told)


@pytest.fixture
def hostile_page(told: Analysis) -> Reader:
    return read(make_hostile(told))


def test_words_that_differ_are_told_apart_by_more_than_colour(page: Reader) -> None:
    assert "most likely" in page.inside["ins"]
    assert "probably" in page.inside["del"]
    style = files("rashomon.present").joinpath("templates", "report.css").read_text("utf-8")
    assert re.search(r"ins \{[^}]*underline", style)
    assert re.search(r"del \{[^}]*line-through", style)


def test_what_a_rewrite_has_in_common_is_marked(page: Reader) -> None:
    assert page.inside["mark"].count("Quill") >= 2


def test_hedges_and_numbers_of_a_drift_are_marked(page: Reader) -> None:
    assert {"probably", "At least", "three", "Dozens"} <= set(page.inside["mark"])


@pytest.mark.parametrize(
    "said",
    [
        "near copy of The Wire · 80 % of its words · sure",
        "rewrite of The Wire · 40 % of what it tells · likely (72 %)",
        "verbatim copy of Quay Gazette · 100 % of its words · confirmed by Mina",
        "passes on The Wire · 20 % of what it tells · very likely (90 %)",
        "because: the same names in the same order",
        "3 Apr 2031, 06:00 UTC to 3 Apr 2031, 09:00 UTC, 1 undated · 1 verbatim copy, 1 near copy, 1 rewrite",
        "the hedge was lost; a person or group became a state or movement",
        "First seen in The Wire, 3 Apr 2031, 06:00 UTC",
        "said in 4 reports, 1 origin",
    ],
)
def test_page_says_how_and_how_sure(page: Reader, said: str) -> None:
    assert said in " ".join(page.text.split())


def test_reports_of_an_origin_stand_in_time_order_the_undated_last(told: Analysis) -> None:
    (voice,) = view_lineage(index_analysis(told)).voices
    assert [view.document.id for view in voice.reports] == ["doc_wire", "doc_gazette", "doc_observer", "doc_digest"]


def test_anchors_are_stable(page: Reader, told: Analysis) -> None:
    ids = page.values("id")
    assert {"origin-wire", "origin-echo"} <= set(ids)
    assert {f"passages-{copy.document_id}" for copy in told.linkage.copies} <= set(ids)
    assert {f"drift-{r.id}" for r in told.linkage.relations if r.kind == "drift"} <= set(ids)


def test_every_report_and_claim_leads_to_where_it_comes_from(page: Reader, told: Analysis) -> None:
    links = page.values("href")
    assert links.count("#origin-wire") + links.count("#origin-echo") >= len(told.claims) + len(told.documents)
    assert links.count("#drift-rel_clm_echo_clm_wire") == 2


def check_structure(page: Reader) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)
    assert {one for labels in page.values("aria-labelledby") for one in labels.split()} <= set(ids)
    assert not page.misnested
    assert not page.open
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_structure_is_sound(page: Reader, hostile_page: Reader, analysis: Analysis) -> None:
    for one in (page, hostile_page, read(analysis)):
        check_structure(one)


def test_blocks_open_by_keyboard_and_are_named(page: Reader) -> None:
    tags = [tag for tag, _ in page.tags]
    for position, tag in enumerate(tags):
        if tag == "details":
            assert tags[position + 1] == "summary"
    assert tags.count("details") == tags.count("summary")
    groups = [attributes for _, attributes in page.tags if attributes.get("role") in ("group", "region")]
    assert groups
    assert all(attributes.get("aria-label") for attributes in groups)


def test_hostile_words_make_no_tag_and_no_attribute(page: Reader, hostile_page: Reader) -> None:
    assert {tag for tag, _ in hostile_page.tags} <= {tag for tag, _ in page.tags}
    names = {name for _, attributes in hostile_page.tags for name in attributes}
    assert not [name for name in names if name.startswith("on") or name == "style"]
    assert all(re.match(r"#|https?://", link) for link in hostile_page.values("href"))
    assert not {"\x1b", "\u202e", "\x07"} & set(hostile_page.text)
    assert "<script>alert(1)</script>" in hostile_page.text
    assert "{{ 7*7 }}" in hostile_page.text


def test_a_language_is_named_only_where_it_is_one(page: Reader, hostile_page: Reader) -> None:
    assert set(page.values("lang")) == {"en"}
    assert set(hostile_page.values("lang")) == {"en"}
    assert [name_language(one) for one in ("en-GB", "pt", "", "x", 'en" onload="', "en\n")] == ["en-GB", "pt"] + [
        ""
    ] * 4


def test_policy_names_the_style_and_forbids_the_rest(told: Analysis) -> None:
    html = render_html(told)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    assert f"default-src &#39;none&#39;; style-src &#39;{hash_style(style[1])}&#39;" in html.replace("'", "&#39;")
    assert "<script" not in html


def test_page_of_three_hundred_copies_stays_small(copied_often: Callable[[int], Analysis]) -> None:
    case = copied_often(300)
    html = render_html(case)
    texts = sum(len(document.text) for document in case.documents)
    assert len(html.encode()) < 3_000_000 + 2 * texts
    assert html.count('class="pair"') <= PASSAGES_A_PAGE
    assert "299 near copies" not in html
    assert "300 near copies" in html


def test_few_copies_show_more_passages_each(copied_often: Callable[[int], Analysis]) -> None:
    (voice,) = view_lineage(index_analysis(copied_often(2))).voices
    for report in voice.reports[1:]:
        assert 1 <= len(report.comparison.pairs) <= PASSAGES_A_REPORT


def test_passages_left_out_of_the_page_are_named(copied_often: Callable[[int], Analysis]) -> None:
    case = copied_often(PASSAGES_A_PAGE + 5)
    reader = read(case)
    check_structure(reader)
    assert reader.text.count("passages are left out of this page: rashomon why doc_copy") == 5


def test_many_voices_are_folded_few_stand_open(told: Analysis, copied_often: Callable[[int], Analysis]) -> None:
    assert view_lineage(index_analysis(told)).opened
    assert not view_lineage(index_analysis(copied_often(30))).opened


def test_a_copy_of_a_report_that_is_not_here_breaks_nothing(told: Analysis) -> None:
    def cut_loose(copy: CopyLink) -> CopyLink:
        return replace(copy, copy_of="doc_gone", passages=())

    linkage = replace(told.linkage, copies=tuple(cut_loose(copy) for copy in told.linkage.copies))
    check_structure(read(replace(told, linkage=linkage)))


def test_a_single_report_makes_a_page(told: Analysis) -> None:
    linkage = replace(told.linkage, copies=(), origins=(), placements=(), relations=())
    hypothesis_set = replace(told.hypothesis_set, evidence=())
    alone = replace(
        told, documents=told.documents[:1], claims=told.claims[:1], linkage=linkage, hypothesis_set=hypothesis_set
    )
    check_structure(read(alone))


def read_themes() -> Iterator[dict[str, str]]:
    """The colours of the light theme, of the dark one and of paper, by the names the style sheet gives them."""
    style = files("rashomon.present").joinpath("templates", "report.css").read_text("utf-8")
    light, *others = (
        dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    )
    yield light
    yield from ({**light, **other} for other in others)


def find_luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("text", "ink quiet accent for against".split())
@pytest.mark.parametrize("ground", ["paper", "panel"])
def test_text_is_readable_on_its_ground(text: str, ground: str) -> None:
    for theme in read_themes():
        assert find_contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("ground", ["mark", "new", "old"])
def test_marked_words_are_readable(ground: str) -> None:
    for theme in read_themes():
        assert find_contrast(theme["ink"], theme[ground]) >= 4.5


def find_contrast(one: str, other: str) -> float:
    light, dark = sorted((find_luminance(one), find_luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
