"""What can be changed to see what comes of it: answers' priors, sources, origins, evidence, things to look for.

What matters most comes first; the rest is found by words. What is changed already is always shown.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from rashomon.model.judgement import Indicator
from rashomon.model.lineage import Origin
from rashomon.model.question import EvidenceLink, Hypothesis
from rashomon.model.scenario import NO, YES, Change, WeighedAnswers
from rashomon.model.source import Source
from rashomon.model.vocabulary import ChangeKind, EvidenceKind
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex
from rashomon.present.plain import show_inline
from rashomon.present.study_view import order_indicators
from rashomon.present.tried import Tried, find_answer, write_pairs

FIRST_SHOWN: Final = 6
MOST_FOUND: Final = 20
QUOTE_LETTERS: Final = 140
SMALLEST_STEP: Final = 1e-6
THINGS: Final = frozenset({EvidenceKind.PHYSICAL, EvidenceKind.DOCUMENT, EvidenceKind.INTERCEPT, EvidenceKind.IMAGE})
"""Kinds of evidence that rest on a thing: it could be forged or planted."""


class Part(Protocol):
    """Something that can be changed: its id, and the folded words it is found by."""

    @property
    def id(self) -> str:
        """The id of what can be changed."""

    @property
    def words(self) -> str:
        """Its words, case-folded."""


Shown = TypeVar("Shown", bound=Part)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePart:
    """A source with what comes through it: how many pieces of evidence, and how many bits in all (0 or more)."""

    id: str
    words: str
    source: Source
    pieces: int
    bits: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginPart:
    """An origin, its first report's title, and how many points the answers would move without it."""

    id: str
    words: str
    origin: Origin
    title: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPart:
    """A piece of evidence; `thing` says whether it rests on something that could be forged."""

    id: str
    words: str
    link: EvidenceLink
    bits: float
    voices: str
    quote: str
    claim_id: str
    document_id: str
    thing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that carries evidence, what matters most first."""

    sources: tuple[SourcePart, ...]
    origins: tuple[OriginPart, ...]
    items: tuple[ItemPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorControl:
    """An answer's prior in whole percent as it is tried; at `stands` its slider changes nothing."""

    hypothesis: Hypothesis
    stands: int
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignControl:
    """Something to look for, and what is supposed of it: "", "yes", "no" or an answer's id."""

    indicator: Indicator
    words: str
    supposed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """The controls of one page, and what each is set to.

    `others` says how many parts of each sort are not shown. `grades` are by source id, `states` (forged or genuine) by
    evidence id. `carried` are names and values of an address that no control here holds.
    """

    priors: tuple[PriorControl, ...]
    signs: tuple[SignControl, ...]
    parts: Parts
    others: tuple[int, int, int]
    dropped: frozenset[str]
    joined: frozenset[str]
    grades: Mapping[str, str]
    states: Mapping[str, str]
    carried: tuple[tuple[str, str], ...]
    find: str


def rank_parts(index: AnalysisIndex) -> Parts:
    """Return all sources, origins and pieces of evidence that carry weight or could, what matters most first."""
    links = [link for link in index.numbered if not index.is_shown_only(link)]
    items = (_view_item(link, index) for link in index.numbered)
    return Parts(
        sources=_rank_sources(links, index),
        origins=_rank_origins(links, index),
        items=tuple(sorted(items, key=lambda one: -abs(one.bits))),
    )


def list_controls(tried: Tried, before: WeighedAnswers, parts: Parts, index: AnalysisIndex) -> Controls:
    """Return the controls beside the answers: what matters most, or what is searched for, and what is changed."""
    dropped = frozenset(one for change in _of(tried, ChangeKind.DROP) for one in change.about)
    grades, states = _pair(tried, ChangeKind.REGRADE), _pair(tried, ChangeKind.FORGED)
    touched = frozenset((*dropped, *tried.joined, *grades, *states))
    shown = Parts(
        sources=_choose(parts.sources, touched, tried.find),
        origins=_choose(parts.origins, touched, tried.find),
        items=_choose(parts.items, touched, tried.find),
    )
    signs = _list_signs(tried, index)
    return Controls(
        priors=_list_priors(tried, before, index),
        signs=signs,
        parts=shown,
        others=(
            len(parts.sources) - len(shown.sources),
            len(parts.origins) - len(shown.origins),
            len(parts.items) - len(shown.items),
        ),
        dropped=dropped,
        joined=frozenset(tried.joined),
        grades=grades,
        states=states,
        carried=tuple(_carry(tried, shown, {one.indicator.id for one in signs}, index)),
        find=tried.find,
    )


def _of(tried: Tried, kind: ChangeKind) -> list[Change]:
    return [change for change in tried.changes if change.kind is kind]


def _pair(tried: Tried, kind: ChangeKind) -> dict[str, str]:
    return {one: change.value for change in _of(tried, kind) for one in change.about}


def _choose(parts: Sequence[Shown], touched: frozenset[str], find: str) -> tuple[Shown, ...]:
    """Return in their order what is changed already, and what is found by all words, or comes first where none is."""
    wanted = find.casefold().split()
    found = [one.id for one in parts if all(word in one.words for word in wanted)]
    chosen = touched.union(found[: MOST_FOUND if wanted else FIRST_SHOWN])
    return tuple(one for one in parts if one.id in chosen)


def _carry(tried: Tried, shown: Parts, signs: Set[str], index: AnalysisIndex) -> Iterator[tuple[str, str]]:
    """Yield what is tried and has no control on the page: groups put together, and what nobody here knows."""
    sources = {one.id for one in shown.sources}
    placed = sources | {one.id for one in shown.origins} | {one.id for one in shown.items}
    held: Mapping[ChangeKind, Set[str]] = {
        ChangeKind.DROP: placed,
        ChangeKind.REGRADE: sources,
        ChangeKind.FORGED: {one.id for one in shown.items if one.thing},
        ChangeKind.SUPPOSE: signs,
        ChangeKind.DEPENDENT: frozenset(),
    }
    for change in tried.changes:
        if change.kind is ChangeKind.PRIOR:
            known = find_answer(change.about[0], index) is not None and _is_whole(change)
        else:
            known = all(one in held[change.kind] for one in change.about)
        if not known:
            yield from write_pairs(change, index)
    yield from (("join", one) for one in tried.joined if one not in placed)


def _list_priors(tried: Tried, before: WeighedAnswers, index: AnalysisIndex) -> tuple[PriorControl, ...]:
    held = {one.hypothesis_id: _to_percent(one.prior) for one in before.probabilities}
    asked = {change.about[0]: change for change in _of(tried, ChangeKind.PRIOR)}
    controls = []
    for one in index.hypotheses_by_rank:
        change = asked.get(one.label)
        percent = _to_percent(float(change.value)) if change else held[one.id]
        stands = percent if change and not _is_whole(change) else held[one.id]
        controls.append(PriorControl(hypothesis=one, stands=stands, percent=percent))
    return tuple(controls)


def _to_percent(probability: float) -> int:
    return min(99, max(1, round(100.0 * probability)))


def _is_whole(change: Change) -> bool:
    """Tell whether a slider can stand at a prior; what lies between two percent is carried beside it until it moves."""
    return abs(100.0 * float(change.value) - _to_percent(float(change.value))) < SMALLEST_STEP


def _list_signs(tried: Tried, index: AnalysisIndex) -> tuple[SignControl, ...]:
    supposed = {change.about[0]: change.value for change in _of(tried, ChangeKind.SUPPOSE)}
    return tuple(
        SignControl(
            indicator=one,
            words=phrases.say_indicator(one, index.documents),
            supposed=_name_outcome(supposed.get(one.id, ""), index),
        )
        for one in order_indicators(index.analysis.judgement.sensitivity.watch_for)
    )


def _name_outcome(value: str, index: AnalysisIndex) -> str:
    """Return "yes", "no", "" or the id of the answer that is meant."""
    found = find_answer(value, index) if value not in ("", YES, NO) else None
    return found.id if found else value


def _rank_sources(links: Sequence[EvidenceLink], index: AnalysisIndex) -> tuple[SourcePart, ...]:
    carried: dict[str, list[float]] = {}
    for link in links:
        for source_id in {link.holder_id, *(voice.source_id for voice in link.voices)}:
            carried.setdefault(source_id, []).append(abs(index.bits(link.id)))
    parts = (
        SourcePart(
            id=source.id,
            words=" ".join((source.name, *source.aliases, source.camp)).casefold(),
            source=source,
            pieces=len(carried[source.id]),
            bits=sum(carried[source.id]),
        )
        for source in index.sources.values()
        if source.id in carried
    )
    return tuple(sorted(parts, key=lambda one: (-one.bits, one.words)))


def _rank_origins(links: Sequence[EvidenceLink], index: AnalysisIndex) -> tuple[OriginPart, ...]:
    shifts = {}
    for left in index.analysis.judgement.sensitivity.leave_one_out:
        moved = (
            abs(one.probability - index.probabilities[one.hypothesis_id].probability) for one in left.probabilities
        )
        shifts[left.origin_id] = 50.0 * sum(moved)
    parts = []
    for origin_id in dict.fromkeys(link.origin_id for link in links):
        origin = index.origins.get(origin_id)
        if origin is not None:
            first = index.documents.get(next(iter(origin.document_ids), ""))
            title = show_inline(first.title) if first else ""
            words = f"{origin.holder} {title}".casefold()
            points = shifts.get(origin_id, 0.0)
            parts.append(OriginPart(id=origin_id, words=words, origin=origin, title=title, points=points))
    return tuple(sorted(parts, key=lambda one: (-one.points, one.words)))


def _view_item(link: EvidenceLink, index: AnalysisIndex) -> ItemPart:
    claim = index.key_claim(link)
    quote, voices = (claim.quote if claim else ""), phrases.say_evidence_voices(link, index)
    return ItemPart(
        id=link.id,
        words=f"[{index.numbers[link.id]}] {voices} {quote} {phrases.say_kind(link)}".casefold(),
        link=link,
        bits=index.bits(link.id),
        voices=voices,
        quote=phrases.say_quote(quote, QUOTE_LETTERS) if quote else "",
        claim_id=claim.id if claim else "",
        document_id=claim.document_id if claim else "",
        thing=link.kind in THINGS or bool(link.item),
    )
