"""Reports that mean nothing they say: satire and parody, by what they call themselves or by whom they come from."""

import re
from typing import Final

from rashomon.model.document import Document

_CALLED: Final = re.compile(
    r"\bsatir(?:e|es|ical|ically|ist|ists)\b|\bparody\b|\bparodies\b|\bspoof(?:s|ed)?\b"
    r"|\bhumou?r (?:column|page|section)\b"
    r"|\bfake[- ]news (?:site|page) for fun\b|\bapril[- ]fools?\b",
    re.IGNORECASE,
)
_OUTLETS: Final = re.compile(
    r"\bthe onion\b|\bbabylon bee\b|\bdaily mash\b|\bnewsthump\b|\bpostillon\b|\bgorafi\b|\bwaterford whispers\b"
    r"|\bthe beaverton\b|\bel mundo today\b|\breductress\b|\bclickhole\b|\bbetoota advocate\b|\bthe shovel\b"
    r"|\bprivate eye\b|\bborowitz report\b|\blercio\b|\bspeld\b|\bpanorama satire\b",
    re.IGNORECASE,
)
_SHELF: Final = re.compile(r"/(?:satire|humou?r|parody|spoof)(?:/|$)", re.IGNORECASE)
_EDGE: Final = 240
"""Characters at either end of a text in which it may own up to being a jest."""
_OWNS_UP: Final = re.compile(
    r"\b(?:this|the) (?:article|piece|story|text|site|page|column) is (?:a )?(?:work of )?(?:satir\w+|parody|fiction)\b"
    r"|^\W*(?:satire|parody)\b",
    re.IGNORECASE,
)


def is_jest(document: Document) -> bool:
    """Tell whether a report is satire, as its publisher, its title, its address or itself says.

    A report *about* a satirical paper is none: in its text only a plain admission at either end counts.
    """
    edges = f"{document.text[:_EDGE]}\n{document.text[-_EDGE:]}"
    named = _CALLED.search(document.publisher) or _OUTLETS.search(document.publisher)
    return bool(named or _SHELF.search(document.url) or _OWNS_UP.search(document.title) or _OWNS_UP.search(edges))
