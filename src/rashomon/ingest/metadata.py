"""What a page says about itself: JSON-LD first, then its meta tags, then the marked parts of its visible text.

A date that cannot be read falls through to the next place that gives one.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from rashomon.ingest.dates import parse_time
from rashomon.ingest.linked_data import LinkedArticle, read_linked_data
from rashomon.ingest.report import name_host

_CREDIT_CLASSES: Final = "byline|credit|agency|source-line|article-source|attribution"
_META_TAGS: Final = 1_000
_MARKED_LINES: Final = 40
_LINE_CHARS: Final = 300
_PUBLISHED_TAGS: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "publishdate",
)
_MODIFIED_TAGS: Final = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """A page about itself. `bad_date` is a date of publication as written where none of those given can be read."""

    url: str = ""
    publisher: str = ""
    title: str = ""
    published_at: datetime | None = None
    modified_at: datetime | None = None
    bad_date: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    credit_lines: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    body: str = ""


def read_metadata(page: HtmlElement, *, url: str = "") -> PageMetadata:
    """Return what a parsed page says about itself. `url` is where it was fetched from, "" for a file."""
    article = read_linked_data(_texts(page.iterfind(".//script[@type='application/ld+json']")))
    tags = _MetaTags.of(page)
    published = [article.published, *tags.all_of(_PUBLISHED_TAGS), *_marked_times(page)]
    times = [moment for moment in map(_parse_loosely, published) if moment]
    modified = [_parse_loosely(text) for text in (article.modified, *tags.all_of(_MODIFIED_TAGS))]
    address = _choose_address(page, article, tags, url)
    return PageMetadata(
        url=address,
        publisher=article.publisher or tags.first("og:site_name", "application-name", "publisher"),
        title=article.headline or tags.first("og:title", "twitter:title") or _visible_title(page),
        published_at=times[0] if times else None,
        modified_at=next((moment for moment in modified if moment), None),
        bad_date="" if times else next((text for text in published if text), ""),
        authors=article.authors or tuple(tags.all_of(("author", "article:author", "parsely-author", "byl"))),
        language=article.language or (page.get("lang") or "").strip(),
        credit_lines=(*article.credit_lines, *_credit_lines(page)),
        based_on=tuple(filter(None, (_join_address(address, other) for other in article.based_on))),
        body=article.body,
    )


@dataclass(frozen=True, slots=True)
class _MetaTags:
    """Meta tags by their name or property in lower case, in the order of the page."""

    entries: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, page: HtmlElement) -> "_MetaTags":
        found = tuple(
            (name.lower(), " ".join((tag.get("content") or "").split())[:_LINE_CHARS])
            for tag in itertools.islice(page.iterfind(".//meta"), _META_TAGS)
            for name in (tag.get("name"), tag.get("property"), tag.get("itemprop"))
            if name
        )
        return cls(tuple((name, content) for name, content in found if content))

    def all_of(self, names: Iterable[str]) -> list[str]:
        return [content for name in names for key, content in self.entries if key == name]

    def first(self, *names: str) -> str:
        return next(iter(self.all_of(names)), "")


def _choose_address(page: HtmlElement, article: LinkedArticle, tags: _MetaTags, url: str) -> str:
    """The page's own address. One that was fetched may rename itself within its host, not to another's."""
    links = (link.get("href") or "" for link in page.iterfind(".//link[@rel='canonical']"))
    for candidate in (*links, tags.first("og:url"), article.url):
        address = _join_address(url, candidate)
        if address and (not url or name_host(address) == name_host(url)):
            return address
    return url


def _join_address(base: str, other: str) -> str:
    """Return an address on a page in full, or "" where it is none of the web's."""
    try:
        address: str = urljoin(base, other.strip())
        is_web = urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return ""
    return address if other.strip() and is_web else ""


def _marked_times(page: HtmlElement) -> Iterator[str]:
    """Times marked in the article itself: `itemprop`, then a `time` in its header, then the first within it."""
    for path in (".//*[@itemprop='datePublished']", ".//article//header//time", ".//article//time", ".//main//time"):
        for element in itertools.islice(page.iterfind(path), 1):
            if written := (element.get("datetime") or element.get("content") or "").strip():
                yield written[:_LINE_CHARS]


def _credit_lines(page: HtmlElement) -> Iterator[str]:
    classes = _CREDIT_CLASSES.split("|")
    marked = (
        element
        for element in page.iterfind(".//*[@class]")
        if any(part in element.get("class", "").lower() for part in classes)
    )
    for element in itertools.islice(marked, _MARKED_LINES):
        line = " ".join(element.text_content().split())
        if line and len(line) <= _LINE_CHARS:
            yield line


def _visible_title(page: HtmlElement) -> str:
    for path in (".//article//h1", ".//h1", ".//title"):
        for title in _texts(itertools.islice(page.iterfind(path), 1)):
            if title.strip():
                return " ".join(title.split())[:_LINE_CHARS]
    return ""


def _texts(elements: Iterable[HtmlElement]) -> Iterator[str]:
    for element in elements:
        yield element.text_content()


def _parse_loosely(text: str) -> datetime | None:
    """ISO 8601 as everywhere; pages also give dates as mail does ("Tue, 30 May 2023 04:20:00 GMT")."""
    if moment := parse_time(text):
        return moment
    try:
        return parse_time(parsedate_to_datetime(text).isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
