"""What a page says about itself in JSON-LD (schema.org): the article among its nodes, with references followed."""

import html
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

_ARTICLE_TYPES: Final = frozenset(
    {
        "Article",
        "BlogPosting",
        "LiveBlogPosting",
        "Report",
        "SocialMediaPosting",
        "DiscussionForumPosting",
        "TechArticle",
    }
)
_MAX_NODES: Final = 2_000
_NAME_CHARS: Final = 300


class _Node(msgspec.Struct, rename="camel"):
    """A node of the graph. Every value may be text, a node, or a list of either, so the fields stay open."""

    type_: object = msgspec.field(default=None, name="@type")
    id_: object = msgspec.field(default=None, name="@id")
    graph: object = msgspec.field(default=None, name="@graph")
    value: object = msgspec.field(default=None, name="@value")
    name: object = None
    url: object = None
    headline: object = None
    author: object = None
    creator: object = None
    publisher: object = None
    date_published: object = None
    date_modified: object = None
    is_based_on: object = None
    credit_text: object = None
    source_organization: object = None
    provider: object = None
    in_language: object = None
    article_body: object = None
    main_entity: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedArticle:
    """The article a page describes; times as written. `credit_lines` are its credit text and its named suppliers."""

    headline: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    body: str = ""
    authors: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    credit_lines: tuple[str, ...] = ()


def read_linked_data(scripts: Iterable[str]) -> LinkedArticle:
    """Return the first article described in a page's JSON-LD scripts; an empty one where there is none.

    News articles go before other kinds. Broken scripts are passed over: pages in the wild are full of them.
    """
    nodes = [node for script in scripts for node in _read_nodes(script)]
    articles = sorted((node for node in nodes if _is_article(node)), key=lambda node: not _is_news(node))
    if not articles:
        return LinkedArticle()
    named = {node.id_: node for node in reversed(nodes) if isinstance(node.id_, str) and (node.name or node.url)}
    return _describe(articles[0], named)


def _read_nodes(script: str) -> list[_Node]:
    bare = script.strip().removeprefix("<!--").removesuffix("-->").strip().removesuffix(";")
    try:
        parsed: object = json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return []
    nodes: list[_Node] = []
    waiting: list[object] = [parsed]
    while waiting and len(nodes) < _MAX_NODES:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_MAX_NODES]
        elif isinstance(value, dict):
            node = msgspec.convert(value, _Node)
            nodes.append(node)
            waiting[:0] = [node.graph, node.main_entity]
    return nodes


def _is_article(node: _Node) -> bool:
    return any(kind in _ARTICLE_TYPES or kind.endswith("NewsArticle") for kind in _kinds(node))


def _is_news(node: _Node) -> bool:
    return any(kind.endswith("NewsArticle") for kind in _kinds(node))


def _kinds(node: _Node) -> Sequence[str]:
    kinds = node.type_ if isinstance(node.type_, list) else [node.type_]
    return [kind.rpartition("/")[2].rpartition(":")[2] for kind in kinds if isinstance(kind, str)]


def _describe(article: _Node, named: dict[str, _Node]) -> LinkedArticle:
    suppliers = [*_names(article.source_organization, named), *_names(article.provider, named)]
    publishers = _names(article.publisher, named)
    return LinkedArticle(
        headline=_first(_names(article.headline, named)) or _first(_names(article.name, named)),
        url=_first(_addresses(article.url, named)),
        publisher=_first(publishers),
        published=_first(_names(article.date_published, named)),
        modified=_first(_names(article.date_modified, named)),
        language=_first(_names(article.in_language, named)),
        body=html.unescape(article.article_body) if isinstance(article.article_body, str) else "",
        authors=_once(_names(article.author, named)) or _once(_names(article.creator, named)),
        based_on=_once(_addresses(article.is_based_on, named)),
        credit_lines=_once([*_names(article.credit_text, named), *suppliers]),
    )


def _flatten(value: object, named: dict[str, _Node]) -> Iterator[str | _Node]:
    """Yield the texts and nodes of a value, a node that is only a reference replaced by what it refers to."""
    for item in value[:_MAX_NODES] if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            node = msgspec.convert(item, _Node)
            known = named.get(node.id_) if isinstance(node.id_, str) else None
            yield known if known and node.name is None and node.url is None else node


def _names(value: object, named: dict[str, _Node]) -> list[str]:
    found: list[str] = []
    for item in _flatten(value, named):
        text = item if isinstance(item, str) else item.name or item.value
        if isinstance(text, list):
            text = next((part for part in text if isinstance(part, str)), None)
        if isinstance(text, str) and text.strip():
            found.append(" ".join(html.unescape(text).split())[:_NAME_CHARS])
    return found


def _addresses(value: object, named: dict[str, _Node]) -> list[str]:
    found: list[str] = []
    for item in _flatten(value, named):
        text = item if isinstance(item, str) else item.url or item.id_
        if isinstance(text, str) and text.strip():
            found.append(text.strip())
    return found


def _first(texts: Sequence[str]) -> str:
    return texts[0] if texts else ""


def _once(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
