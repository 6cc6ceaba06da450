"""Reworded copies and relays: dependence that shared phrases do not show.

A rewrite tells one earlier report's story in other words and adds next to nothing; a relay says that it passes on what
an earlier report said, among matter of its own. Both are recognised by what the texts speak of (`features`), in which
order, and by explicit citations. Two reports of one event also share names and numbers, so likeness must be great.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.citations import (
    OutletNames,
    cites_unnamed_outlet,
    find_base_documents,
    find_citations,
    fold_url,
    has_own_reporting,
    name_outlets,
)
from rashomon.link.features import PLAIN, Feature, read_features
from rashomon.model.document import Document
from rashomon.model.vocabulary import CopyKind

# Of the weight of all a report speaks of, the part found in the other: unrelated reports of one event stay below 0.17
# in our examples, rewrites begin at 0.20. Measured on `examples/` and invented pairs; see tests/link/test_rewrites.py.
NAMED_SHARE: Final = 0.15
UNNAMED_SHARE: Final = 0.17
UNCITED_SHARE: Final = 0.28
RELAY_SHARE: Final = 0.04
BASED_SHARE: Final = 0.1
CLEAR_LEAD: Final = 1.4
SHARED_NAMES: Final = 0.3
UNCITED_NAMES: Final = 0.5
IN_ORDER: Final = 0.35
LEAST_IN_ORDER: Final = 5
UNCITED_IN_ORDER: Final = 8
DAYS_TO_REWRITE: Final = 7.0
_POSTINGS: Final = 40
_CANDIDATES: Final = 5
_FEWEST_FEATURES: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """A document told again (REWRITE) or passed on (RELAY); `share` is the weight of what it speaks of found there."""

    document_id: str
    source_id: str
    kind: CopyKind
    share: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """How one text's features stand to an earlier one's: shares by weight, and how many stand in the same order."""

    source: Document
    share: float
    names: float
    common: int
    in_order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Corpus:
    """All originals with their features, and how much each feature weighs among them."""

    features: Mapping[str, tuple[Feature, ...]]
    counts: Mapping[Feature, int]
    outlets: OutletNames
    by_url: Mapping[str, str]

    def weigh(self, feature: Feature) -> float:
        """Return a feature's weight: rare ones and names and numbers weigh more."""
        rarity = math.log((len(self.features) + 1) / self.counts[feature]) + 0.3
        return rarity if feature.kind == PLAIN else 2 * rarity


def find_rewrites(ordered: Sequence[Document], copied: Mapping[str, str]) -> tuple[Rewrite, ...]:
    """Return the reworded copies and relays among documents in time order.

    `copied` holds what is known already to be a copy, with its source's id: such documents are neither looked at nor
    taken as sources, and do not make a feature common.
    """
    originals = [document for document in ordered if document.id not in copied]
    features = {document.id: read_features(document.text) for document in originals}
    corpus = _Corpus(
        features=features,
        counts=Counter(feature for found in features.values() for feature in found),
        outlets=name_outlets(document.publisher for document in ordered if document.publisher),
        by_url={fold_url(document.url): document.id for document in ordered if document.url},
    )
    by_id = {document.id: document for document in ordered}
    root = {document.id: _find_root(document.id, copied) for document in ordered}
    by_publisher: dict[str, list[Document]] = {}
    holders: dict[Feature, list[Document]] = {}
    found = []
    for document in ordered:
        cited = _list_cited(document, corpus, by_publisher, by_id)
        if document.id not in copied:
            rewrite = _judge(document, [by_id[root[one]] for one in cited], holders, corpus)
            if rewrite is not None:
                found.append(rewrite)
            for feature in features[document.id]:
                _hold(holders, feature, document)
        by_publisher.setdefault(document.publisher, []).append(document)
    return tuple(found)


def _find_root(document_id: str, copied: Mapping[str, str]) -> str:
    while document_id in copied:
        document_id = copied[document_id]
    return document_id


def _hold(holders: dict[Feature, list[Document]], feature: Feature, document: Document) -> None:
    """Keep the latest holders of a feature; what more hold than that says little about any of them."""
    held = holders.setdefault(feature, [])
    held.append(document)
    if len(held) > _POSTINGS:
        del held[0]


def _list_cited(
    document: Document, corpus: _Corpus, by_publisher: Mapping[str, list[Document]], by_id: Mapping[str, Document]
) -> tuple[str, ...]:
    """Return the ids of earlier documents that the text, its credits or its page's data name as where it is from."""
    based = [one for one in find_base_documents(document, corpus.by_url) if one in by_id and one != document.id]
    publishers = [
        citation.publisher for citation in find_citations(document.text, corpus.outlets, publisher=document.publisher)
    ]
    publishers += [
        citation.publisher
        for credit in document.credits
        for citation in find_citations(f"via {credit}", corpus.outlets, publisher=document.publisher)
    ]
    latest = [held.id for publisher in publishers for held in by_publisher.get(publisher, ())[-_CANDIDATES:]]
    return tuple(dict.fromkeys(based + latest))


def _judge(
    document: Document, cited: Sequence[Document], holders: Mapping[Feature, Sequence[Document]], corpus: _Corpus
) -> Rewrite | None:
    if len(corpus.features[document.id]) < _FEWEST_FEATURES:
        return None
    sources = {one.id: one for one in cited if one.id != document.id}
    sources |= {one.id: one for one in _nominate(document, holders, corpus)}
    tellings = [_compare(document, source, corpus) for source in sources.values()]
    tellings = [telling for telling in tellings if telling.common]
    if not tellings:
        return None
    tellings.sort(key=lambda telling: -telling.share)
    cited_ids = {one.id for one in cited}
    for telling in tellings:
        if telling.source.id in cited_ids:
            return _judge_cited(document, telling, corpus)
    return _judge_uncited(document, tellings)


def _nominate(document: Document, holders: Mapping[Feature, Sequence[Document]], corpus: _Corpus) -> list[Document]:
    """Return the earlier documents of other publishers that share most weight with this one, a week back at most."""
    weights: Counter[str] = Counter()
    seen: dict[str, Document] = {}
    for feature in corpus.features[document.id]:
        weight = corpus.weigh(feature)
        for holder in holders.get(feature, ()):
            weights[holder.id] += weight  # type: ignore[assignment]
            seen[holder.id] = holder
    ranked = (seen[one] for one, _ in weights.most_common(4 * _CANDIDATES))
    return [one for one in ranked if _may_retell(document, one)][:_CANDIDATES]


def _may_retell(document: Document, source: Document) -> bool:
    if document.publisher and document.publisher == source.publisher:
        return False
    if document.published_at is None or source.published_at is None:
        return True
    days = (document.published_at - source.published_at).total_seconds() / 86400
    return 0 <= days <= DAYS_TO_REWRITE


def _compare(document: Document, source: Document, corpus: _Corpus) -> _Telling:
    mine = corpus.features[document.id]
    places = {feature: place for place, feature in enumerate(corpus.features[source.id])}
    common = [feature for feature in mine if feature in places]
    total = sum(map(corpus.weigh, mine))
    names = sum(corpus.weigh(feature) for feature in mine if feature.kind != PLAIN)
    shared_names = sum(corpus.weigh(feature) for feature in common if feature.kind != PLAIN)
    return _Telling(
        source=source,
        share=sum(map(corpus.weigh, common)) / total if total else 0.0,
        names=shared_names / names if names else 0.0,
        common=len(common),
        in_order=_count_in_order([places[feature] for feature in common]),
    )


def _count_in_order(places: Sequence[int]) -> int:
    """Return the length of the longest rising run, gaps allowed."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


def _judge_cited(document: Document, telling: _Telling, corpus: _Corpus) -> Rewrite | None:
    based = telling.source.id in find_base_documents(document, corpus.by_url)
    what = "the page says it is based on it" if based else f"cites {telling.source.publisher}"
    why = f"{what}; {telling.common} names, numbers and words in common, {telling.in_order} in the same order"
    whole = telling.share >= (BASED_SHARE if based else NAMED_SHARE) and telling.names >= SHARED_NAMES
    if whole and (based or not has_own_reporting(document.text)):
        return _make(document, telling, CopyKind.REWRITE, why)
    return _make(document, telling, CopyKind.RELAY, why) if based or telling.share >= RELAY_SHARE else None


def _judge_uncited(document: Document, tellings: Sequence[_Telling]) -> Rewrite | None:
    best = tellings[0]
    if has_own_reporting(document.text) or best.in_order < max(LEAST_IN_ORDER, IN_ORDER * best.common):
        return None
    shared = f"{best.common} names, numbers and words in common, {best.in_order} in the same order"
    clear = len(tellings) == 1 or best.share >= CLEAR_LEAD * tellings[1].share
    if best.share >= UNNAMED_SHARE and best.names >= SHARED_NAMES and clear and cites_unnamed_outlet(document.text):
        return _make(document, best, CopyKind.REWRITE, f"cites an outlet without naming it; {shared}")
    if best.share >= UNCITED_SHARE and best.names >= UNCITED_NAMES and best.in_order >= UNCITED_IN_ORDER:
        return _make(document, best, CopyKind.REWRITE, f"same story, nothing of its own; {shared}")
    return None


def _make(document: Document, telling: _Telling, kind: CopyKind, why: str) -> Rewrite:
    return Rewrite(
        document_id=document.id, source_id=telling.source.id, kind=kind, share=min(1.0, telling.share), why=why
    )
