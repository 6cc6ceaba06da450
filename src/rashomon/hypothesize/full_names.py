"""Full names behind short ones: *the Movement*, where the reports know of one Tarn Home Movement only."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from rashomon.hypothesize.stems import STOP_WORDS
from rashomon.model.document import Document

_HEADS: Final = (
    r"(?:Movement|Front|Union|Party|Brotherhood|Bureau|League|Column|Battalion|Brigade|Regiment|Guards?|Army|Service"
    r"|Company|Corporation|Society|Order|Group|Gang|Cartel|Syndicate|Legion|Militia|Division|Unit|Alliance|Coalition"
    r"|Congress|Council|Committee|Federation|Organisation|Organization|Faction|Cell|Clan|Circle|Institute|Agency)"
)
_FULL: Final = re.compile(rf"\b((?:[A-Z][\w’'-]* ){{1,4}})({_HEADS})\b(?! [A-Z])")


def find_full_names(documents: Iterable[Document]) -> dict[str, str]:
    """Return by short name (*Movement*) the one full name that ends in it; short names of several are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for match in _FULL.finditer(document.text):
            before = match[1].split()
            while before and (before[0].lower() in STOP_WORDS or before[0].isupper()):
                before = before[1:]
            if before:
                found[match[2]].add(" ".join((*before, match[2])))
    return {short: one for short, full in found.items() if (one := _one_of(full))}


def _one_of(full: set[str]) -> str:
    """The longest of names that are each the end of the next longer one; "" where they are several names."""
    longest = max(full, key=len)
    return longest if all(longest.endswith(name) for name in full) else ""
