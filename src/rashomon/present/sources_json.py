"""The register of sources as JSON: one object a source, or one source with all that is known of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.analysis import Analysis
from rashomon.model.decision import Decision, keep_in_force
from rashomon.model.source import Source
from rashomon.model.vocabulary import ReviewKind
from rashomon.model.wording import word_grade
from rashomon.present.source_shapes import (
    DecisionShape,
    ListedSourceShape,
    MentionShape,
    PartyShape,
    SourceDetailShape,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """Which claims each source holds, which it only passes on, and in how many reports it is met; by source id."""

    says: Mapping[str, tuple[str, ...]]
    passes_on: Mapping[str, tuple[str, ...]]
    reports: Mapping[str, int]


def gather_sayings(analysis: Analysis) -> Sayings:
    """Return what each source says and passes on, in the order of the claims; what an analyst rejected nobody says."""
    reviews = analysis.linkage.reviews
    rejected = {review.claim_id for review in reviews if review.kind is ReviewKind.REJECTED}
    says: dict[str, list[str]] = {}
    passes_on: dict[str, list[str]] = {}
    for placement in analysis.linkage.placements:
        if placement.source_ids and placement.claim_id not in rejected:
            *relays, holder = placement.source_ids
            says.setdefault(holder, []).append(placement.claim_id)
            for relay in dict.fromkeys(relays):
                if relay != holder:
                    passes_on.setdefault(relay, []).append(placement.claim_id)
    reports: dict[str, set[str]] = {}
    for mention in analysis.linkage.mentions:
        reports.setdefault(mention.source_id, set()).add(mention.document_id)
    return Sayings(
        says={source_id: tuple(ids) for source_id, ids in says.items()},
        passes_on={source_id: tuple(ids) for source_id, ids in passes_on.items()},
        reports={source_id: len(documents) for source_id, documents in reports.items()},
    )


def shape_sources(analysis: Analysis) -> Iterator[ListedSourceShape]:
    """Yield the sources, in the order of the register."""
    sayings = gather_sayings(analysis)
    for source in analysis.linkage.sources:
        yield shape_listed(source, sayings)


def shape_listed(source: Source, sayings: Sayings) -> ListedSourceShape:
    """Return one source as the list shows it."""
    return ListedSourceShape(
        id=source.id,
        name=source.name,
        aliases=list(source.aliases),
        kind=source.kind,
        machine_kind=source.machine.kind if source.machine else None,
        camp=source.camp,
        machine_camp=source.machine.camp if source.machine else None,
        party=[tie.party for tie in source.parties],
        reliability=source.reliability,
        reliability_words=word_grade(source.reliability),
        reliability_basis=source.reliability_basis,
        says=len(sayings.says.get(source.id, ())),
        passes_on=len(sayings.passes_on.get(source.id, ())),
        reports=sayings.reports.get(source.id, 0),
        decision_ids=list(source.decision_ids),
    )


def shape_source(source: Source, analysis: Analysis, decisions: Sequence[Decision]) -> SourceDetailShape:
    """Return one source with its mentions, its claims and the decisions that shaped it."""
    sayings = gather_sayings(analysis)
    input_ids = {document.id: document.input_id for document in analysis.documents}
    return SourceDetailShape(
        source=shape_listed(source, sayings),
        parties=[PartyShape(party=t.party, why=t.why, claim_ids=list(t.claim_ids)) for t in source.parties],
        mentions=[
            MentionShape(
                document=input_ids.get(mention.document_id, mention.document_id),
                name=mention.name,
                start=mention.start,
                found_id=mention.found_id,
                why=mention.why,
                claim_ids=list(mention.claim_ids),
            )
            for mention in analysis.linkage.mentions
            if mention.source_id == source.id
        ],
        says_ids=list(sayings.says.get(source.id, ())),
        passes_on_ids=list(sayings.passes_on.get(source.id, ())),
        decisions=[shape_decision(one, decisions) for one in decisions if one.id in source.decision_ids],
    )


def shape_decision(decision: Decision, decisions: Sequence[Decision]) -> DecisionShape:
    """Return a decision as its JSON shape; `decisions` are all there are."""
    return DecisionShape(
        id=decision.id,
        kind=decision.kind,
        subject_ids=list(decision.subject_ids),
        value=decision.value,
        names=list(decision.names),
        why=decision.why,
        at=decision.at.isoformat(),
        by=decision.made.by,
        in_force=decision in keep_in_force(decisions),
    )
