"""What an analyst may mean by a few words, and whether a decision can be made in the case as it stands."""

from collections.abc import Iterable, Sequence

from rashomon.model.analysis import Analysis
from rashomon.model.decision import COPY_DECISIONS, Decision, keep_in_force
from rashomon.model.document import Document
from rashomon.model.errors import CaseError, DecisionError
from rashomon.model.source import Source
from rashomon.model.vocabulary import DecisionKind

FEWEST_ID_CHARS = 4
"""Characters of an id after its kind that say enough to be taken for one."""


def find_source(analysis: Analysis, wanted: str) -> Source:
    """Return the source of an id, the beginning of one, one of its names, or words of one, case and article aside.

    The id of a source that was merged into another means that other. Raises CaseError R-CASE-004 where nobody goes by
    the words, R-CASE-007 where several do.
    """
    sources = {source.id: source for source in analysis.linkage.sources}
    by_id = {mention.found_id: mention.source_id for mention in analysis.linkage.mentions} | {
        one: one for one in sources
    }
    meant = {by_id[one] for one in _match_ids(wanted, by_id)}
    if not meant:
        named = [source for source in sources.values() if _fold(source.name) == _fold(wanted)]
        named = named or [s for s in sources.values() if any(_fold(alias) == _fold(wanted) for alias in s.aliases)]
        named = named or [s for s in sources.values() if any(_holds_words(alias, wanted) for alias in s.aliases)]
        meant = {source.id for source in named}
    _ensure_one(wanted, [f"{sources[one].name} ({one})" for one in sorted(meant)], what="source")
    return sources[next(iter(meant))]


def find_document(documents: Iterable[Document], wanted: str) -> Document:
    """Return the report of an id, the beginning of one, the id it was given, or a publisher with a single report.

    Raises CaseError R-CASE-004 where none goes by the words, R-CASE-007 where several do.
    """
    held = {document.id: document for document in documents}
    given = [document.id for document in held.values() if document.input_id == wanted]
    meant = given or _match_ids(wanted, held)
    meant = meant or [one.id for one in held.values() if one.publisher and _fold(one.publisher) == _fold(wanted)]
    _ensure_one(wanted, [f"{held[one].input_id} ({one})" for one in meant], what="report")
    return held[meant[0]]


def find_decision(decisions: Sequence[Decision], wanted: str) -> Decision:
    """Return the decision in force of an id or the beginning of one.

    Raises DecisionError R-DECIDE-005 where none goes by it, CaseError R-CASE-007 where several do.
    """
    in_force = {decision.id: decision for decision in keep_in_force(decisions)}
    meant = _match_ids(wanted, in_force)
    if not meant:
        raise DecisionError("R-DECIDE-005", f"'{wanted}'")
    _ensure_one(wanted, meant, what="decision")
    return in_force[meant[0]]


def check_decision(
    decision: Decision, *, documents: Sequence[Document], analysis: Analysis | None, made: Sequence[Decision]
) -> None:
    """Raise where a decision is about what the case does not hold, or would change nothing.

    CaseError R-CASE-004 (unknown report or source), DecisionError R-DECIDE-004 (names to split off that the source has
    not, or all it has), -005 (nothing in force to take back).
    """
    if decision.kind is DecisionKind.WITHDRAW:
        open_to_it = {one.id for one in keep_in_force(made)} | {one.id for one in made if one.kind is decision.kind}
        if decision.subject_ids[0] not in open_to_it:
            raise DecisionError("R-DECIDE-005", decision.subject_ids[0])
        return
    if decision.kind in COPY_DECISIONS:
        known = {document.id for document in documents}
    else:
        known = {source.id for source in analysis.linkage.sources} if analysis is not None else set()
    for subject_id in decision.subject_ids:
        if subject_id not in known:
            raise CaseError("R-CASE-004", subject_id)
    if decision.kind is DecisionKind.SPLIT_SOURCE and analysis is not None:
        _check_split(decision, analysis)


def _check_split(decision: Decision, analysis: Analysis) -> None:
    source = next(one for one in analysis.linkage.sources if one.id == decision.subject_ids[0])
    held = {_fold_spaces(alias) for alias in source.aliases}
    taken = {_fold_spaces(name) for name in decision.names}
    missing = [name for name in decision.names if _fold_spaces(name) not in held]
    if missing:
        what = f"{source.name} has no name '{missing[0]}'"
        raise DecisionError("R-DECIDE-004", source.id, what=what, advice=f"Its names: {', '.join(source.aliases)}.")
    joined = {mention.found_id for mention in analysis.linkage.mentions if mention.source_id == source.id}
    if taken >= held and len(joined) < 2:
        raise DecisionError("R-DECIDE-004", source.id, what=f"nothing would be left of {source.name}")


def _match_ids(wanted: str, ids: Iterable[str]) -> list[str]:
    known = list(ids)
    if wanted in known:
        return [wanted]
    long_enough = len(wanted.partition("_")[2]) >= FEWEST_ID_CHARS
    return [one for one in known if long_enough and one.startswith(wanted)]


def _ensure_one(wanted: str, found: Sequence[str], *, what: str) -> None:
    if not found:
        advice = f"List them with `rashomon {'lineage' if what == 'report' else 'sources'} list`."
        raise CaseError("R-CASE-004", f"'{wanted}'", what=f"no such {what}", advice=advice)
    if len(found) > 1:
        listed = ", ".join(found[:4]) + (f" and {len(found) - 4} more" if len(found) > 4 else "")
        raise CaseError("R-CASE-007", f"'{wanted}': {listed}")


def _fold(name: str) -> str:
    return _fold_spaces(name).removeprefix("the ")


def _holds_words(name: str, wanted: str) -> bool:
    return bool(_fold(wanted)) and f" {_fold(wanted)} " in f" {_fold(name)} "


def _fold_spaces(name: str) -> str:
    return " ".join(name.casefold().split())
