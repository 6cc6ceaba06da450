"""Which report was made from which: verbatim and edited copies by shared words, reworded ones and relays by `rewrites`.

The index finds the nearest earlier source of each report; what is known beside the words (credits, versions of one
article, what an analyst confirmed or cut) then sets the descent right.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.link.chronology import sort_by_time
from rashomon.link.copy_index import CopyIndex, Match
from rashomon.link.crediting import name_sources
from rashomon.link.descent import Descent, confirm_link, cut_link, join_versions, prefer_named
from rashomon.link.fingerprints import WordMap, cover_words, map_words, take_fine_grams
from rashomon.link.passages import Run
from rashomon.link.quotes import QuoteRegister, add_quotations
from rashomon.link.rewrites import find_rewrites
from rashomon.model.decision import Decision, settle_copies
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.lineage import CopyLink, SharedPassage
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import CopyKind, DecisionKind

RECIPE: Final = "link.copies@3"
VERBATIM_SHARE: Final = 0.995
# How sure a link by words is: certain from this share on; at the least share that makes a copy, nine in ten.
SURE_SHARE: Final = 0.6
LEAST_SURE: Final = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The links between documents, in the order of the documents, and the passages each had from earlier ones."""

    links: tuple[CopyLink, ...]
    passages: Mapping[str, tuple[SharedPassage, ...]]


def find_copies(documents: Sequence[Document], *, decisions: Sequence[Decision] = ()) -> tuple[CopyLink, ...]:
    """Return for every document made from another one a link to the nearest earlier document it was made from.

    Documents are taken in time order, undated last; the order they are given in does not matter. At most one link a
    document; links never form a circle. `share` is containment by runs of three words. What analysts decided wins: a
    confirmed link is there, a cut one is not, nor any other path between its two reports. The time needed grows about
    linearly with the text.
    """
    return trace_lineage(documents, decisions=decisions).links


def trace_lineage(documents: Sequence[Document], *, decisions: Sequence[Decision] = ()) -> Trace:
    """Return the links and the passages of documents; see `find_copies`."""
    ordered = sort_by_time(documents)
    index = CopyIndex()
    index.extend(ordered)
    index.settle()
    passages = _locate_passages(ordered, index)
    descents = _find_descents(ordered, index, passages)
    by_id = {document.id: document for document in ordered}

    def share_in(document_id: str, source_id: str) -> float:
        text, other = (take_fine_grams(index.fingerprint(by_id[one]).words) for one in (document_id, source_id))
        covered = cover_words(text, other)
        return float(covered.mean()) if len(covered) else 0.0

    descents = join_versions(ordered, descents, share_in=share_in)
    descents = prefer_named(ordered, descents, names=name_sources(ordered), share_in=share_in)
    for decision in settle_copies(decisions):
        document_id, source_id = decision.subject_ids
        if document_id in by_id and source_id in by_id:
            descents = _follow(decision, descents, share_in)
    links = [_make_link(document, descents[document.id], passages) for document in documents if document.id in descents]
    return Trace(links=tuple(links), passages=passages)


def _find_descents(
    ordered: Sequence[Document], index: CopyIndex, passages: Mapping[str, tuple[SharedPassage, ...]]
) -> dict[str, Descent]:
    """Return what each document was made from, by its words or by what it tells."""
    by_id = {document.id: document for document in ordered}
    matches = ((document, index.find(document)) for document in ordered)
    descents = {document.id: _descend(match, by_id) for document, match in matches if match is not None}
    copied = {document_id: descent.source for document_id, descent in descents.items()}
    told = {name: tuple(one for one in held if not one.quotation) for name, held in passages.items()}
    for rewrite in find_rewrites(ordered, copied, told):
        descents[rewrite.document_id] = Descent(
            source=rewrite.source_id,
            kind=rewrite.kind,
            share=rewrite.share,
            confidence=rewrite.confidence,
            why=rewrite.why,
        )
    return descents


def _follow(
    decision: Decision, descents: Mapping[str, Descent], share_in: Callable[[str, str], float]
) -> dict[str, Descent]:
    """Return the descents as an analyst has decided on two documents."""
    document_id, source_id = decision.subject_ids
    if decision.kind is DecisionKind.CUT_COPY:
        return cut_link(descents, document_id, source_id)
    found = descents.get(document_id)
    if found is None or found.source != source_id:
        kind = CopyKind(decision.value) if decision.value else CopyKind.REWRITE
        found = Descent(source=source_id, kind=kind, share=share_in(document_id, source_id), confidence=1.0, why="")
    link = replace(
        found,
        kind=CopyKind(decision.value) if decision.value else found.kind,
        confidence=1.0,
        why=decision.why or found.why or "confirmed by an analyst",
        by=decision.made.by,
    )
    return confirm_link(descents, document_id, link)


def _descend(match: Match, by_id: Mapping[str, Document]) -> Descent:
    share = match.overlap.share
    source = by_id[match.source]
    sure = LEAST_SURE + (1 - LEAST_SURE) * min(1.0, share / SURE_SHARE)
    return Descent(
        source=match.source,
        kind=CopyKind.VERBATIM if share >= VERBATIM_SHARE else CopyKind.NEAR,
        share=share,
        confidence=sure,
        why=f"{share:.0%} of its words stand in runs of three or more in {source.input_id or source.id}",
    )


def _locate_passages(ordered: Sequence[Document], index: CopyIndex) -> dict[str, tuple[SharedPassage, ...]]:
    register = QuoteRegister()
    found = index.find_passages(ordered)
    maps: dict[str, WordMap] = {}
    located = {}
    for document in ordered:
        maps[document.id] = map_words(document.text)
        passages = [_locate(run, maps[document.id], first, maps[first.id]) for run, first in found[document.id]]
        quotations = register.read(document, index.fingerprint(document), maps[document.id])
        located[document.id] = add_quotations(passages, quotations)
    return located


def _locate(run: Run, here: WordMap, first: Document, there: WordMap) -> SharedPassage:
    return SharedPassage(
        start=int(here.starts[run.at]),
        end=int(here.ends[run.end - 1]),
        first_seen=first.id,
        at=int(there.starts[run.source_at]),
    )


def _make_link(document: Document, descent: Descent, passages: Mapping[str, tuple[SharedPassage, ...]]) -> CopyLink:
    return CopyLink(
        id=derive_id("copy", document.id, descent.source, descent.kind),
        document_id=document.id,
        copy_of=descent.source,
        kind=descent.kind,
        share=round(descent.share, 4),
        why=descent.why,
        passages=passages[document.id],
        made=Made(recipe=RECIPE, inputs=(document.id, descent.source), by=descent.by),
        confidence=round(descent.confidence, 3),
    )
