"""How much of the input is read before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Upper bounds in bytes, inclusive; what is larger is rejected (R-INGEST-005) without being read whole.

    `max_bytes` holds for one text, one page and one line of JSONL, so a JSONL file may be of any length.
    `max_html_bytes` is lower: parsing a page costs many times its size.
    """

    max_bytes: int = 2_000_000
    max_html_bytes: int = 5_000_000

    @property
    def page_bytes(self) -> int:
        """The limit in force for a page: never above the general one."""
        return min(self.max_bytes, self.max_html_bytes)
