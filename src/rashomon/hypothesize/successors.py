"""States that reports call by the name of one they came from or went into: *the Soviet Union* and *Russia*.

Where the reports use both names, they mean one actor. The name used oftener stands for it.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from rashomon.model.document import Document
from rashomon.model.places import states_in

_CAME_FROM: Final = {
    "Soviet Union": "Russia",
    "West Germany": "Germany",
    "Ottoman Empire": "Turkey",
    "Austria-Hungary": "Austria",
    "Serbia and Montenegro": "Serbia",
    "Rhodesia": "Zimbabwe",
}
"""Former states by the one state that everyday English calls by either name."""


def find_successors(documents: Iterable[Document]) -> dict[str, str]:
    """Return by state the name that both it and its successor go by, where the reports use both names."""
    named: Counter[str] = Counter()
    for document in documents:
        named.update(state for _, _, state in states_in(document.text))
    found = {}
    for former, successor in _CAME_FROM.items():
        if named[former] and named[successor]:
            name, other = (former, successor) if named[former] > named[successor] else (successor, former)
            found[other] = name
    return found
