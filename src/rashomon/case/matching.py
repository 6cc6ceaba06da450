"""How words of an analyst meet ids and names: whole ids, beginnings of ids, names whatever their case and article."""

from collections.abc import Iterable, Sequence
from typing import Final

from rashomon.model.errors import CaseError

FEWEST_ID_CHARS: Final = 4
"""Characters of an id after its kind that say enough to be taken for one."""
_LISTS: Final = {
    "claim": "claims",
    "report": "lineage list",
    "hypothesis": "hypotheses list",
    "question": "questions list",
}


def match_ids(wanted: str, ids: Iterable[str]) -> list[str]:
    """Return the id that the words are, else the ids that begin with them."""
    known = list(ids)
    if wanted in known:
        return [wanted]
    long_enough = len(wanted.partition("_")[2]) >= FEWEST_ID_CHARS
    return [one for one in known if long_enough and one.startswith(wanted)]


def ensure_one(wanted: str, found: Sequence[str], *, what: str) -> None:
    """Raise CaseError R-CASE-004 where nothing was found, R-CASE-007 where several were."""
    if not found:
        advice = f"List them with `rashomon {_LISTS.get(what, 'sources list')}`."
        raise CaseError("R-CASE-004", f"'{wanted}'", what=f"no such {what}", advice=advice)
    if len(found) > 1:
        listed = ", ".join(found[:4]) + (f" and {len(found) - 4} more" if len(found) > 4 else "")
        raise CaseError("R-CASE-007", f"'{wanted}': {listed}")


def fold_words(name: str) -> str:
    """Return a name without case, article and surplus spaces."""
    return fold_spaces(name).removeprefix("the ")


def holds_words(name: str, wanted: str) -> bool:
    """Tell whether a name holds the words wanted as whole words."""
    return bool(fold_words(wanted)) and f" {fold_words(wanted)} " in f" {fold_words(name)} "


def fold_spaces(name: str) -> str:
    """Return a name without case and surplus spaces."""
    return " ".join(name.casefold().split())
