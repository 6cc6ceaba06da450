"""Reworded copies and relays: dependence that shared phrases do not show.

A rewrite tells one earlier report's story in other words and adds next to nothing; a relay says that it passes on what
an earlier report said, among matter of its own. Both are recognised by what the texts speak of, in which order
(`tellings`), and by explicit citations. Two reports of one event share names and numbers too: likeness must be great.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.citations import (
    OutletNames,
    cite_publishers,
    cites_unnamed_outlet,
    find_base_documents,
    fold_url,
    has_own_reporting,
    name_outlets,
)
from rashomon.link.features import Feature
from rashomon.link.tellings import (
    Outline,
    Telling,
    compare_tellings,
    days_between,
    measure_rarity,
    outline_document,
    weigh_feature,
)
from rashomon.model.document import Document
from rashomon.model.lineage import SharedPassage
from rashomon.model.vocabulary import CopyKind

# Log odds from which a telling is called a retelling; of 580 independent pairs the likeliest reached -1.3. Among few
# reports what is rare cannot be told from what everybody says of the event, so more is asked.
RETOLD: Final = -0.9
RETOLD_AMONG_FEW: Final = -0.6
ENOUGH_REPORTS: Final = 5
RELAY_SHARE: Final = 0.06
BASED_SHARE: Final = 0.12
BASED_NAMES: Final = 0.3
# How sure a link is at least where a text names its source, and where its page's data do.
CITED_CONFIDENCE: Final = 0.8
BASED_CONFIDENCE: Final = 0.95
DAYS_TO_REWRITE: Final = 7.0
# Of the weight shared with the nearest report; what shares less is of another event, where this one's words are rare.
RELATED_SHARE: Final = 0.1
# Times the weight shared with the twelfth nearest other report.
STANDS_OUT: Final = 2.0
_POSTINGS: Final = 20
_CIRCLE: Final = 12
_CANDIDATES: Final = 5
_FEWEST_FEATURES: Final = 12
_FEWEST_COMMON: Final = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """A document told again (REWRITE) or passed on (RELAY); `share` is the weight of what it speaks of found there.

    `confidence` (0..1) is how sure it is that the one was made from the other.
    """

    document_id: str
    source_id: str
    kind: CopyKind
    share: float
    confidence: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Corpus:
    """All originals in time order, and which of them speak of each feature (numbers of outlines, rising)."""

    outlines: Sequence[Outline]
    number: Mapping[str, int]
    holders: Mapping[Feature, Sequence[int]]
    outlets: OutletNames
    by_url: Mapping[str, str]


def find_rewrites(
    ordered: Sequence[Document], copied: Mapping[str, str], passages: Mapping[str, Sequence[SharedPassage]]
) -> tuple[Rewrite, ...]:
    """Return the reworded copies and relays among documents in time order.

    `copied` holds what is known already to be a copy, with its source's id: such documents are neither looked at nor
    taken as sources, and do not make a feature common. `passages` are those that earlier documents had word for word.
    """
    corpus = _read_corpus(ordered, copied, passages)
    by_id = {document.id: document for document in ordered}
    by_publisher: dict[str, list[Document]] = {}
    found: list[Rewrite] = []
    joined: dict[int, int] = {}
    for document in ordered:
        if document.id not in copied:
            cited = _list_cited(document, corpus, by_publisher, by_id)
            number = corpus.number[document.id]
            rewrite = _judge(corpus, number, {_find_root(one, copied) for one in cited}, joined)
            if rewrite is not None:
                found.append(rewrite)
                if rewrite.kind is CopyKind.REWRITE:
                    source = corpus.number[rewrite.source_id]
                    joined[number] = joined.get(source, source)
        by_publisher.setdefault(document.publisher, []).append(document)
    return tuple(found)


def _read_corpus(
    ordered: Sequence[Document], copied: Mapping[str, str], passages: Mapping[str, Sequence[SharedPassage]]
) -> _Corpus:
    originals = (document for document in ordered if document.id not in copied)
    outlines = [outline_document(document, passages[document.id]) for document in originals]
    holders: dict[Feature, list[int]] = {}
    for number, outline in enumerate(outlines):
        for feature in outline.features:
            holders.setdefault(feature, []).append(number)
    return _Corpus(
        outlines=outlines,
        number={outline.document.id: number for number, outline in enumerate(outlines)},
        holders=holders,
        outlets=name_outlets(document.publisher for document in ordered if document.publisher),
        by_url={fold_url(document.url): document.id for document in ordered if document.url},
    )


def _find_root(document_id: str, copied: Mapping[str, str]) -> str:
    while document_id in copied:
        document_id = copied[document_id]
    return document_id


def _list_cited(
    document: Document, corpus: _Corpus, by_publisher: Mapping[str, list[Document]], by_id: Mapping[str, Document]
) -> tuple[str, ...]:
    """Return the ids of earlier documents that the text, its credits or its page's data name as where it is from."""
    based = [one for one in find_base_documents(document, corpus.by_url) if one in by_id and one != document.id]
    publishers = cite_publishers(document, corpus.outlets)
    latest = [held.id for publisher in publishers for held in by_publisher.get(publisher, ())[-_CANDIDATES:]]
    return tuple(dict.fromkeys(based + latest))


def _judge(corpus: _Corpus, number: int, cited: set[str], joined: Mapping[int, int]) -> Rewrite | None:
    """Judge one original; `joined` holds the earlier rewrites by number, each with its source's."""
    outline = corpus.outlines[number]
    if len(outline.features) < _FEWEST_FEATURES:
        return None
    shared = _share_weight(corpus, number)
    near = _find_circle(shared)
    sources = [corpus.number[one] for one in cited if corpus.number[one] < number]
    circle = [outline, *(corpus.outlines[one] for one in dict.fromkeys(near + sources))]
    rarity = measure_rarity(circle)
    earlier = [one for one in near if one < number and _may_retell(outline, corpus.outlines[one])][:_CANDIDATES]
    tellings = [
        compare_tellings(outline, corpus.outlines[one], rarity) for one in sorted(dict.fromkeys(sources + earlier))
    ]
    # What a text says of itself goes before what it looks like.
    named = [telling for telling in tellings if telling.source.id in cited]
    if not tellings:
        return None
    best = max(named or tellings, key=lambda telling: telling.weigh_retelling(cited=bool(named)))
    least = RETOLD if len(circle) >= ENOUGH_REPORTS else RETOLD_AMONG_FEW
    retold = best.common >= _FEWEST_COMMON and best.weigh_retelling(cited=bool(named)) >= least
    retold = retold and not has_own_reporting(outline.document.text)
    if named:
        return _judge_cited(outline.document, best, corpus, retold=retold)
    standing = retold and _stands_out(shared, number, corpus.number[best.source.id], joined)
    return _join_uncited(outline.document, best) if standing else None


def _share_weight(corpus: _Corpus, number: int) -> dict[int, float]:
    """Return the weight that other documents, earlier and later, share with one.

    Common features ask only the holders closest in time: the work for a document is bounded, so that the whole grows
    with the text and not with its square.
    """
    shared: dict[int, float] = {}
    for feature in corpus.outlines[number].features:
        holders = corpus.holders[feature]
        at = bisect_left(holders, number)
        weight = weigh_feature(feature, len(holders), len(corpus.outlines))
        for holder in (*holders[max(0, at - _POSTINGS) : at], *holders[at + 1 : at + 1 + _POSTINGS]):
            shared[holder] = shared.get(holder, 0.0) + weight
    return shared


def _find_circle(shared: Mapping[int, float]) -> list[int]:
    """Return the documents that share most, the nearest first."""
    ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:_CIRCLE]
    return [holder for holder, weight in ranked if weight >= RELATED_SHARE * ranked[0][1]]


def _stands_out(shared: Mapping[int, float], number: int, source: int, joined: Mapping[int, int]) -> bool:
    """Tell whether a source is nearer than a crowd of other earlier reports: the nearest of a crowd is so by chance."""
    root = joined.get(source, source)
    others = [
        weight
        for holder, weight in shared.items()
        if holder < number and holder != source and joined.get(holder, holder) != root
    ]
    return len(others) < _CIRCLE or shared.get(source, 0.0) >= STANDS_OUT * sorted(others)[-_CIRCLE]


def _may_retell(later: Outline, earlier: Outline) -> bool:
    if later.document.publisher and later.document.publisher == earlier.document.publisher:
        return False
    return 0 <= days_between(earlier.document, later.document) <= DAYS_TO_REWRITE


def _judge_cited(document: Document, telling: Telling, corpus: _Corpus, *, retold: bool) -> Rewrite | None:
    based = telling.source.id in find_base_documents(document, corpus.by_url)
    why = f"{'the page says it is based on it' if based else f'cites {telling.source.publisher}'}; {_describe(telling)}"
    sure = max(CITED_CONFIDENCE, BASED_CONFIDENCE * based, telling.confide_retelling(cited=True))
    if retold or (based and telling.share >= BASED_SHARE and telling.names >= BASED_NAMES):
        return _make(document, telling, CopyKind.REWRITE, sure, why)
    return _make(document, telling, CopyKind.RELAY, sure, why) if based or telling.share >= RELAY_SHARE else None


def _join_uncited(document: Document, telling: Telling) -> Rewrite:
    how = "cites an outlet without naming it" if cites_unnamed_outlet(document.text) else "tells the same story"
    sure = telling.confide_retelling(cited=False)
    return _make(document, telling, CopyKind.REWRITE, sure, f"{how}; {_describe(telling)}")


def _describe(telling: Telling) -> str:
    return (
        f"{telling.common} names, numbers and words in common, {telling.order:.0%} of its sentences in the same order"
    )


def _make(document: Document, telling: Telling, kind: CopyKind, confidence: float, why: str) -> Rewrite:
    return Rewrite(
        document_id=document.id,
        source_id=telling.source.id,
        kind=kind,
        share=min(1.0, telling.share),
        confidence=confidence,
        why=why,
    )
