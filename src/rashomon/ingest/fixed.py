"""The network's in-memory twin: pages known beforehand, for tests and for runs that must not reach out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rashomon.ingest.rejection import reject
from rashomon.model.document import RawInput
from rashomon.model.ids import digest_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedFetcher:
    """Implements ports.PageFetcher over a mapping from address to bytes; every other address cannot be fetched."""

    pages: Mapping[str, bytes] = field(default_factory=dict)
    media_type: str = "text/html"

    def fetch(self, url: str) -> RawInput:
        """Return a page by its address as written. Raises InputError R-INGEST-012 for any other."""
        if url not in self.pages:
            raise reject("R-INGEST-012", url)
        data = self.pages[url]
        return RawInput(sha256=digest_bytes(data), media_type=self.media_type, data=data)
