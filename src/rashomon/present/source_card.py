"""The register of sources as rows, and one source with all that is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.model.claim import Claim
from rashomon.model.decision import Decision, keep_in_force
from rashomon.model.document import Document
from rashomon.model.lineage import DecidedDependence, Dependence, Origin
from rashomon.model.source import Source
from rashomon.model.wording import word_grade
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex
from rashomon.present.sources_json import Sayings, gather_sayings

MOST_SAID: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source as it is listed; counts of claims it holds and passes on, of reports it is met in."""

    source: Source
    kind: str
    grade: str
    says: int
    passes_on: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """A source with what it says, its origins, what ties it to others, and every decision on it, the latest first."""

    row: SourceRow
    said: tuple[Claim, ...]
    passed_on: tuple[Claim, ...]
    origins: tuple[Origin, ...]
    copies: tuple[Document, ...]
    dependences: tuple[Dependence, ...]
    decided: tuple[DecidedDependence, ...]
    history: tuple[Decision, ...]
    in_force: frozenset[str]


def list_sources(index: AnalysisIndex) -> tuple[SourceRow, ...]:
    """Return the sources, those of most claims first."""
    sayings = gather_sayings(index.analysis)
    rows = [_make_row(source, sayings) for source in index.sources.values()]
    return tuple(sorted(rows, key=lambda row: (-row.says - row.passes_on, row.source.name, row.source.id)))


def view_source(index: AnalysisIndex, source_id: str, decisions: Sequence[Decision]) -> SourceCard:
    """Return one source. Raises KeyError for an unknown id."""
    source, sayings = index.sources[source_id], gather_sayings(index.analysis)
    published = {d.id for d in index.analysis.documents if d.publisher.casefold() == source.name.casefold()}
    evidence = {link.origin_id for link in index.numbered if link.holder_id == source_id}
    origins = tuple(o for o in index.origins.values() if o.id in evidence or published & set(o.document_ids))
    own = {origin.id for origin in origins}
    linkage = index.analysis.linkage
    about = {source_id, *(mention.found_id for mention in linkage.mentions if mention.source_id == source_id)}
    return SourceCard(
        row=_make_row(source, sayings),
        said=_claims(sayings.says.get(source_id, ()), index),
        passed_on=_claims(sayings.passes_on.get(source_id, ()), index),
        origins=origins,
        copies=tuple(index.documents[one] for one in sorted(published) if one in index.copy_of),
        dependences=tuple(one for one in linkage.dependences if own & {one.origin_id, one.other_id}),
        decided=tuple(one for one in linkage.decided if about & {one.one_id, one.other_id}),
        history=tuple(one for one in reversed(decisions) if about & set(one.subject_ids)),
        in_force=frozenset(one.id for one in keep_in_force(decisions)),
    )


def _make_row(source: Source, sayings: Sayings) -> SourceRow:
    return SourceRow(
        source=source,
        kind=phrases.say_source_kind(source),
        grade=f"{source.reliability}: {word_grade(source.reliability)}" if source.reliability else "not graded",
        says=len(sayings.says.get(source.id, ())),
        passes_on=len(sayings.passes_on.get(source.id, ())),
        reports=sayings.reports.get(source.id, 0),
    )


def _claims(claim_ids: Sequence[str], index: AnalysisIndex) -> tuple[Claim, ...]:
    return tuple(index.claims[one] for one in claim_ids if one in index.claims)
