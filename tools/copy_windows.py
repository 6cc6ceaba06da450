"""Passages as MinHash-LSH can find them: reports in overlapping windows of words, each window a text of its own."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from copy_feed import Span
from copy_peers import WORD, Check, Peer, Settings, compare_shingles, make_shingles
from rashomon.model.document import Document
from rashomon.model.lineage import SharedPassage

# Of widths of 10 to 24 words, shingles of 3 to 5 and bars of 0.3 to 0.7 the best at our precision, on another feed.
TUNED_WIDTH: Final = 16
TUNED: Final = Settings(shingle=4, hashes=64, bands=32, rows=2, check=Check.CONTAINMENT, check_shingle=4, least=0.5)


def find_window_passages(
    documents: Sequence[Document], peer: Peer, settings: Settings, width: int
) -> dict[str, list[SharedPassage]]:
    """Return for each document the windows of so many words that are like one of an earlier document.

    Windows overlap by half. Each is marked with the first document, in the order given, that has a window like it.
    """
    owners: list[int] = []
    spans: list[Span] = []
    shingles: list[list[str]] = []
    for number, document in enumerate(documents):
        for span, words in _cut_windows(document.text, width):
            owners.append(number)
            spans.append(span)
            shingles.append(make_shingles(words, settings.shingle))
    sets = [frozenset(one) for one in shingles]
    first: dict[int, int] = {}
    for earlier, later in peer.nominate(peer.sketch(shingles, settings.hashes), settings):
        if owners[earlier] == owners[later] or (later in first and first[later] <= earlier):
            continue
        if compare_shingles(sets[earlier], sets[later], settings.check) >= settings.least:
            first[later] = earlier
    found: dict[str, list[SharedPassage]] = defaultdict(list)
    for later, earlier in sorted(first.items()):
        start, end = spans[later]
        held = documents[owners[earlier]].id
        mark = SharedPassage(start=start, end=end, first_seen=held, at=spans[earlier][0])
        found[documents[owners[later]].id].append(mark)
    return found


def _cut_windows(text: str, width: int) -> list[tuple[Span, list[str]]]:
    matches = list(WORD.finditer(text))
    windows = []
    for at in range(0, max(1, len(matches) - width // 2), width // 2):
        row = matches[at : at + width]
        if row:
            windows.append(((row[0].start(), row[-1].end()), [match[0].casefold() for match in row]))
    return windows
