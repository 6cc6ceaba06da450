"""Pages: main text, layout, and what the page says about itself."""

import io
import json
from datetime import UTC, datetime

from rashomon.ingest import FixedFetcher, Limits, Report, read_inputs

URL = "https://www.sentinel.example/ferry"
BODY = "<p>The ferry sank in the night, the harbour master said on Friday.</p><p>Nobody knows why it did so.</p>"


def read_items(page, url=URL):
    data = page if isinstance(page, bytes) else page.encode()
    return list(read_inputs([url], limits=Limits(), fetcher=FixedFetcher(pages={url: data}), stdin=io.BytesIO()))


def read_document(page):
    (report,) = [item for item in read_items(page) if isinstance(item, Report)]
    return report.document


def page_with(*, head="", linked=None, body=BODY):
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked is not None else ""
    return f"<html lang='en'><head><title>T</title>{head}{script}</head><body><article>{body}</article></body></html>"


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry &amp; crew lost",
    "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ray"}],
    "publisher": {"@type": "Organization", "name": "The Sentinel"},
    "datePublished": "2023-05-30T12:20:00-04:00",
    "dateModified": "2023-05-30T13:05:00-04:00",
    "isBasedOn": {"@type": "NewsArticle", "url": "https://wire.example/1"},
    "creditText": "With Lakeside News Agency",
}


def test_linked_data_is_read_with_full_times():
    document = read_document(page_with(linked=ARTICLE))
    assert (document.title, document.publisher, document.authors) == (
        "Ferry & crew lost",
        "The Sentinel",
        ("Ann Lee", "Bo Ray"),
    )
    assert document.published_at == datetime(2023, 5, 30, 16, 20, tzinfo=UTC)
    assert document.modified_at == datetime(2023, 5, 30, 17, 5, tzinfo=UTC)
    assert (document.based_on, document.credits) == (("https://wire.example/1",), ("Lakeside News Agency",))


def test_linked_data_is_found_in_lists_and_graphs_and_by_reference():
    organization = {"@type": "Organization", "@id": "#org", "name": "The Sentinel"}
    article = {
        **ARTICLE,
        "@type": ["Thing", "ReportageNewsArticle"],
        "publisher": {"@id": "#org"},
        "isBasedOn": ["/1", "/2"],
    }
    for linked in (
        [{"@type": "WebSite"}, organization, article],
        {"@graph": [organization, {"@type": "WebPage"}, article]},
    ):
        document = read_document(page_with(linked=linked))
        assert (document.title, document.publisher) == ("Ferry & crew lost", "The Sentinel")
        assert document.based_on == ("https://www.sentinel.example/1", "https://www.sentinel.example/2")


def test_meta_tags_serve_where_there_is_no_linked_data():
    head = """<meta property="og:site_name" content="The Sentinel"><meta property="og:title" content="Ferry lost">
        <meta property="article:published_time" content="2023-05-30T12:20:00Z"><meta name="author" content="Ann Lee">
        <link rel="canonical" href="/2023/ferry">
        <script type="application/ld+json">{"@type": "NewsArticle", </script>"""
    document = read_document(page_with(head=head))
    assert (document.publisher, document.title, document.authors) == ("The Sentinel", "Ferry lost", ("Ann Lee",))
    assert document.published_at == datetime(2023, 5, 30, 12, 20, tzinfo=UTC)
    assert (document.url, document.language) == ("https://www.sentinel.example/2023/ferry", "en")


def test_visible_marks_serve_where_there_is_nothing_else():
    header = (
        "<h1>Ferry lost</h1><div class='byline'>By Ann Lee, with LNA</div><time datetime='2023-05-30T01:00Z'></time>"
    )
    document = read_document(page_with(body=f"<header>{header}</header>{BODY}"))
    assert (document.title, document.credits, document.publisher) == ("Ferry lost", ("LNA",), "sentinel.example")
    assert document.published_at == datetime(2023, 5, 30, 1, tzinfo=UTC)


def test_a_fetched_page_cannot_give_itself_another_s_address():
    document = read_document(page_with(head="<link rel='canonical' href='https://wire.example/real'>"))
    assert document.url == URL


def test_a_date_that_cannot_be_read_falls_through_to_the_next_or_is_reported():
    meta = "<meta property='article:published_time' content='Tue, 30 May 2023 04:20:00 GMT'>"
    document = read_document(page_with(head=meta, linked={**ARTICLE, "datePublished": "a while ago"}))
    assert document.published_at == datetime(2023, 5, 30, 4, 20, tzinfo=UTC)
    notice, report = read_items(page_with(linked={**ARTICLE, "datePublished": "a while ago"}))
    assert (notice.code, report.document.published_at) == ("R-INGEST-008", None)


def test_blocks_keep_their_kind_and_blank_lines_part_them():
    quotes = "<blockquote><p>It was a leak.</p><p>Or was it?</p></blockquote>"
    items = "<ul><li>wind and rain</li><li>waves</li></ul>"
    (report,) = read_items(page_with(body=f"{BODY}<h2>Causes</h2>{quotes}{items}"))
    assert [(p.kind.value, p.text) for p in report.passages][2:] == [
        ("heading", "Causes"), ("block_quote", "It was a leak."), ("block_quote", "Or was it?"),
        ("list_item", "wind and rain"), ("list_item", "waves"),
    ]  # fmt: skip
    assert report.document.text == "\n\n".join(p.text for p in report.passages)


def test_a_page_of_pictures_has_no_text_unless_its_linked_data_carries_it():
    body = "<header><h1>Ferry lost</h1><time datetime='2023-05-30'>30 May 2023</time></header><img src=a><img src=b>"
    (error,) = read_items(page_with(body=body))
    assert error.code == "R-INGEST-004"
    document = read_document(page_with(body=body, linked={**ARTICLE, "articleBody": "It sank.\n\nNobody knows why."}))
    assert document.text == "It sank.\n\nNobody knows why."


def test_the_charset_a_page_declares_is_used():
    page = page_with(head="<meta charset='windows-1251'>", body="<p>Паром затонул ночью, сообщил начальник порта.</p>")
    assert read_document(page.encode("cp1251")).text == "Паром затонул ночью, сообщил начальник порта."


def test_hostile_pages_are_read_or_refused_without_a_crash():
    pages = [
        "<div>" * 100_000 + "text",
        "<p>" + "<b>" * 50_000 + "x",
        f"<p title='{'a' * 1_000_000}'>The ferry sank in the night.</p>",
        page_with(head=f"<script type='application/ld+json'>{'[' * 200_000}</script>"),
        page_with(
            linked=[
                {"@type": {"@type": []}, "@id": []},
                {"@type": "NewsArticle", "author": {"name": {"name": 5}}, "url": 3},
            ]
        ),
        page_with(head="<link rel=canonical href='http://[bad'>", linked={**ARTICLE, "isBasedOn": "http://[bad"}),
        "<" * 100_000,
        "\ufeff",
    ]
    for page in pages:
        assert len(read_items(page)) == 1
