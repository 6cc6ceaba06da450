"""The block of `key: value` lines between `---` that a text may begin with."""

import re
from dataclasses import dataclass
from typing import Final

_MAX_LINES: Final = 200
_FENCE: Final = re.compile(r"---[ \t]*\r?(?:\n|\Z)")
_LINE: Final = re.compile(r"[^\n]*(?:\n|\Z)")
_ENTRY: Final = re.compile(r"([A-Za-z][\w -]*?)[ \t]*:(?:[ \t]+(.*))?$")
_CONTINUED: Final = re.compile(r"(?:[ \t]+\S|- |#)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the block says, as written, and where the text after it begins (code points; 0 where there is no block)."""

    end: int = 0
    publisher: str = ""
    published_at: str = ""
    title: str = ""
    url: str = ""
    author: str = ""
    language: str = ""


def read_front_matter(text: str) -> FrontMatter:
    """Return the front matter of a text.

    A block counts only if it is closed within 200 lines, holds at least one entry, and nothing but entries, their
    continuation lines, lists and comments; a text that begins with a rule is left alone. Unknown keys are ignored.
    """
    opening = _FENCE.match(text)
    if not opening:
        return FrontMatter()
    entries: list[tuple[str, str]] = []
    position = opening.end()
    for _ in range(_MAX_LINES):
        if closing := _FENCE.match(text, position):
            return _name_fields(entries, end=closing.end()) if entries else FrontMatter()
        line = _LINE.match(text, position)
        content = line.group().rstrip() if line else ""
        entry = _ENTRY.match(content)
        if entry:
            entries.append((entry.group(1).lower().replace("-", "_"), _unquote(entry.group(2) or "")))
        elif content and not _CONTINUED.match(content):
            return FrontMatter()
        position = line.end() if line else len(text)
    return FrontMatter()


def _name_fields(entries: list[tuple[str, str]], *, end: int) -> FrontMatter:
    found = dict(reversed(entries))
    return FrontMatter(
        end=end,
        publisher=found.get("publisher", ""),
        published_at=found.get("published_at", "") or found.get("date", ""),
        title=found.get("title", ""),
        url=found.get("url", ""),
        author=found.get("author", ""),
        language=found.get("language", ""),
    )


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
