"""Origins: documents that count as one voice, an original and everything made from it.

Verbatim, near and reworded copies join their original's origin. A relay adds matter of its own, so it stays an origin;
what it only passes on is placed with its source claim by claim (see `placements`).
"""

from collections.abc import Sequence
from typing import Final

from rashomon.link.chronology import precedence_key
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.lineage import JOINING_KINDS, CopyLink, Origin
from rashomon.model.provenance import Made

RECIPE: Final = "link.origins@1"


def group_origins(documents: Sequence[Document], copies: Sequence[CopyLink]) -> tuple[Origin, ...]:
    """Return the origins of the documents, each with its documents earliest first, in the order of the documents.

    The result does not depend on the order of the copies. `holder` is the first one's publisher, or input id.
    """
    leader = {document.id: document.id for document in documents}
    for copy in copies:
        if copy.kind in JOINING_KINDS and copy.document_id in leader and copy.copy_of in leader:
            leader[_find_leader(leader, copy.document_id)] = _find_leader(leader, copy.copy_of)
    members: dict[str, list[Document]] = {}
    for document in documents:
        members.setdefault(_find_leader(leader, document.id), []).append(document)
    copied = {copy.document_id for copy in copies if copy.kind in JOINING_KINDS}
    return tuple(_make_origin(group, copied) for group in members.values())


def _find_leader(leader: dict[str, str], document_id: str) -> str:
    root = document_id
    while leader[root] != root:
        root = leader[root]
    while leader[document_id] != root:
        leader[document_id], document_id = root, leader[document_id]
    return root


def _make_origin(group: Sequence[Document], copied: set[str]) -> Origin:
    ordered = sorted(group, key=lambda document: (document.id in copied, precedence_key(document)))
    ids = tuple(document.id for document in ordered)
    return Origin(
        # The id names the first document alone: a further copy must not rename the origin and everything tied to it.
        id=derive_id("origin", ids[0]),
        document_ids=ids,
        holder=ordered[0].publisher or ordered[0].input_id,
        made=Made(recipe=RECIPE, inputs=ids),
    )
