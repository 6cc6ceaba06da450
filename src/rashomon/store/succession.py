"""The chain of a question's judgements: each supersedes the one before it, and none is changed."""

from collections.abc import Iterable

from rashomon.model.errors import StoreError
from rashomon.model.judgement import Judgement


def check_successor(judgement: Judgement, *, current: Judgement | None, where: str) -> None:
    """Raise StoreError R-STORE-003 where a judgement does not follow the current one: somebody has judged meanwhile.

    The current judgement may come again with more to rest on (a report without evidence) and keeps its predecessor.
    """
    expected = current.id if current is not None else None
    again = current is not None and (judgement.id, judgement.supersedes) == (current.id, current.supersedes)
    if judgement.supersedes != expected and not again:
        raise StoreError("R-STORE-003", where, what="judged by another command meanwhile")


def list_chain(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return judgements without those that only came again; the last of a run stands for it."""
    chain: list[Judgement] = []
    for judgement in judgements:
        if chain and chain[-1].id == judgement.id:
            chain.pop()
        chain.append(judgement)
    return tuple(chain)
