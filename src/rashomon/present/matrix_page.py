"""The matrix as a page of the workbench: groups by origin, orders, filters, pages, and one cell looked at closely."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.model.decision import BY_ANALYST, Decision, keep_in_force
from rashomon.model.document import Document
from rashomon.model.question import CellRating, EvidenceLink, Hypothesis
from rashomon.model.vocabulary import Consistency, DecisionKind, Grade
from rashomon.model.wording import CELL_BITS, CELL_BOUNDS, word_consistency
from rashomon.present import phrases
from rashomon.present.ach_counts import Inconsistency, count_inconsistency
from rashomon.present.blind import Blindfold
from rashomon.present.index import AnalysisIndex
from rashomon.present.matrix import Cell, Matrix, build_matrix, find_time, order_evidence, select_columns, sum_bits
from rashomon.present.origin_views import show_claim
from rashomon.present.plain import show_inline
from rashomon.present.reasons import explain_evidence
from rashomon.present.shapes import ReasonShape
from rashomon.present.side_by_side import Place

COLUMNS_A_PAGE: Final = 40
MOST_SENTENCES: Final = 6
SHOWN: Final = ("all", "unrated", "rated", "differ")
UNGRADED: Final = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixWish:
    """What a page of the matrix is to show.

    `order` is one of ORDERS, `show` one of SHOWN (as to the rater's own cells, or where analysts differ), `grade` a
    letter, UNGRADED or "" for any. `flipped` are origins that stand otherwise than `collapsed` says. Where `page` is
    None it is the one with `item`. With `blind` nothing is shown, and nothing orders or filters, that tells what
    anybody but `rater` thinks.
    """

    rater: str
    order: str = "origin"
    hide_flat: bool = False
    find: str = ""
    grade: str = ""
    show: str = SHOWN[0]
    collapsed: bool = False
    flipped: frozenset[str] = frozenset()
    page: int | None = None
    item: str = ""
    blind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A cell as shown: `text` is "II/C" where an analyst sets II and the machine says C, `bits` "" where hidden.

    `fit` names its colour: a symbol in small letters, or "open" where a blind rater has not set it.
    """

    text: str
    fit: str
    bits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """A piece of evidence, or all pieces of a collapsed origin (`link` is None), with a cell for each hypothesis."""

    link: EvidenceLink | None
    number: int | None
    voices: str
    grade: str
    when: str
    spread: float | None
    quote: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The columns of one origin; `pieces` is how many pieces of evidence these are."""

    origin_id: str
    name: str
    pieces: int
    collapsed: bool
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPage:
    """One page. `shown` of `total` pieces of evidence pass the filters; `before` and `after` stand on other pages.

    `counts` are of the whole matrix, None while a blind rater has cells to set; `done` is how many items they rated.
    """

    hypotheses: tuple[Hypothesis, ...]
    groups: tuple[GroupView, ...]
    counts: tuple[Inconsistency, ...] | None
    page: int
    pages: int
    total: int
    shown: int
    before: int
    after: int
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """A voice that a piece of evidence came through, with its grade ("" where never graded)."""

    name: str
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellDetail:
    """One cell: the sentences, the values side by side, and why. `seen` is False where a blind rater may not look."""

    link: EvidenceLink
    hypothesis: Hypothesis
    cell: Cell
    own: CellRating | None
    seen: bool
    voices: tuple[VoiceView, ...]
    places: tuple[Place, ...]
    claim_ids: tuple[str, ...]
    more_places: int
    reason: ReasonShape | None


def settle_ratings(index: AnalysisIndex, decisions: Sequence[Decision]) -> tuple[CellRating, ...]:
    """Return the cells that analysts set as they stand now, those included that the analysis does not know yet."""
    analysed = index.analysis.hypothesis_set
    in_force = [one for one in keep_in_force(decisions) if one.kind is DecisionKind.RATE_CELL]
    kept = {one.id for one in in_force}
    settled = {_place(one): one for one in analysed.ratings if one.decision_id in kept}
    labels = {hypothesis.label: hypothesis.id for hypothesis in analysed.hypotheses}
    for decision in in_force:
        question_id, evidence_id, label = decision.subject_ids
        if question_id == analysed.question.id and evidence_id in index.numbers and label in labels:
            rating = CellRating(
                evidence_id=evidence_id,
                hypothesis_id=labels[label],
                consistency=Consistency(decision.value),
                bits=CELL_BITS[decision.value],
                by=decision.made.by.removeprefix(BY_ANALYST),
                decision_id=decision.id,
            )
            settled[_place(rating)] = rating
    return tuple(sorted(settled.values(), key=_place))


def build_whole(index: AnalysisIndex, ratings: tuple[CellRating, ...] | None = None) -> Matrix:
    """Return the matrix with all its evidence; cells set since it was judged show the symbol and bits they were given.

    `ratings` are all that stand now; None: those the analysis knows.
    """
    matrix = build_matrix(index)
    if ratings is None:
        return matrix
    cells = [list(row) for row in matrix.cells]
    for row, hypothesis in enumerate(matrix.hypotheses):
        of_row = [one for one in ratings if one.hypothesis_id == hypothesis.id]
        for at, link in enumerate(matrix.columns):
            own = tuple(one for one in of_row if one.evidence_id == link.id)
            judged = cells[row][at]
            if {one.decision_id for one in own} != {one.decision_id for one in judged.ratings}:
                bits = sum(one.bits for one in own) / len(own) if own else judged.machine.bits
                cells[row][at] = replace(judged, bits=bits, consistency=word_consistency(bits), ratings=own)
    return replace(matrix, cells=tuple(map(tuple, cells)))


def is_judged(index: AnalysisIndex, ratings: tuple[CellRating, ...]) -> bool:
    """Tell whether the judgement knows the cells that analysts set."""
    return {one.decision_id for one in ratings} == {one.decision_id for one in index.analysis.hypothesis_set.ratings}


def _place(rating: CellRating) -> tuple[str, str, str]:
    return rating.evidence_id, rating.hypothesis_id, rating.by


def count_whole(index: AnalysisIndex) -> tuple[Inconsistency, ...]:
    """Return what ACH tools would count over all the evidence."""
    return count_inconsistency(build_matrix(index))


def select_matrix(whole: Matrix, index: AnalysisIndex, wish: MatrixWish) -> Matrix:
    """Return the evidence that passes the filters, in order, that of one origin together."""
    places = {link.id: at for at, link in enumerate(whole.columns)}
    kept = [link for link in whole.columns if _passes(whole, places[link.id], index, wish)]
    if wish.blind:
        by_holder = wish.order == "holder"
        kept.sort(key=lambda link: (link.holder.casefold() if by_holder else "", find_time(link, index), link.id))
        by_name = sorted(whole.hypotheses, key=lambda one: (one.residual, one.label))
        rows = [whole.hypotheses.index(one) for one in by_name]
    else:
        spreads = dict(zip(places, whole.spreads, strict=True))
        kept = list(order_evidence(kept, index, spreads, wish.order))
        rows = list(range(len(whole.hypotheses)))
    together: dict[str, list[int]] = {}
    for link in kept:
        together.setdefault(link.origin_id, []).append(places[link.id])
    return select_columns(whole, [at for group in together.values() for at in group], rows)


def view_matrix_page(
    whole: Matrix, counts: tuple[Inconsistency, ...], index: AnalysisIndex, wish: MatrixWish
) -> MatrixPage:
    """Return one page of the matrix; a page beyond the last is the last."""
    matrix = select_matrix(whole, index, wish)
    blindfold = Blindfold(rater=wish.rater) if wish.blind else None
    done = sum(Blindfold(rater=wish.rater).is_lifted(whole.column(at)) for at in range(len(whole.columns)))
    chunks = list(_cut_groups(matrix, wish))
    pages = _fill_pages(chunks)
    number = _find_page(pages, matrix, wish)
    own = pages[number - 1] if pages else []
    sizes = [sum(len(chunk) for chunk, _ in page) for page in pages]
    return MatrixPage(
        hypotheses=matrix.hypotheses,
        groups=tuple(_view_group(chunk, folded, matrix, index, blindfold) for chunk, folded in own),
        counts=None if blindfold and done < len(whole.columns) else counts,
        page=number,
        pages=max(1, len(pages)),
        total=len(whole.columns),
        shown=len(matrix.columns),
        before=sum(sizes[: number - 1]),
        after=sum(sizes[number:]),
        done=done,
    )


def view_cell(whole: Matrix, index: AnalysisIndex, item: str, answer: str, wish: MatrixWish) -> CellDetail | None:
    """Return one cell looked at closely; None where there is no such piece of evidence or answer."""
    at = next((at for at, link in enumerate(whole.columns) if link.id == item), None)
    row = next((row for row, hypothesis in enumerate(whole.hypotheses) if hypothesis.id == answer), None)
    if at is None or row is None:
        return None
    link, cell = whole.columns[at], whole.cells[row][at]
    seen = not wish.blind or Blindfold(rater=wish.rater).is_lifted(whole.column(at))
    claims = [index.claims[one] for one in link.claim_ids if one in index.claims]
    first = index.key_claim(link)
    claims.sort(key=lambda claim: claim is not first)
    shown = [(claim.id, place) for claim in claims if (place := show_claim(claim, index)) is not None]
    return CellDetail(
        link=link,
        hypothesis=whole.hypotheses[row],
        cell=cell,
        own=next((rating for rating in cell.ratings if rating.by == wish.rater), None),
        seen=seen,
        voices=tuple(_name_voices(link, index)),
        places=tuple(place for _, place in shown[:MOST_SENTENCES]),
        claim_ids=tuple(claim_id for claim_id, _ in shown[:MOST_SENTENCES]),
        more_places=max(0, len(shown) - MOST_SENTENCES),
        reason=explain_evidence(link, index) if seen else None,
    )


def find_grade(link: EvidenceLink) -> str:
    """Return the grade of the worst graded voice a piece of evidence came through; "" where none was graded."""
    grades = sorted(str(voice.grade) for voice in link.voices if voice.grade not in ("", Grade.F))
    unjudged = str(Grade.F) if any(voice.grade == Grade.F for voice in link.voices) else ""
    return grades[-1] if grades else unjudged


def _passes(whole: Matrix, at: int, index: AnalysisIndex, wish: MatrixWish) -> bool:
    link, column, blindfold = whole.columns[at], whole.column(at), Blindfold(rater=wish.rater)
    if wish.hide_flat and not wish.blind and whole.spreads[at] < CELL_BOUNDS[0]:
        return False
    if wish.grade and find_grade(link) != ("" if wish.grade == UNGRADED else wish.grade):
        return False
    own = any(blindfold.own(cell) for cell in column)
    if (wish.show == "unrated" and blindfold.is_lifted(column)) or (wish.show == "rated" and not own):
        return False
    if wish.show == "differ" and not wish.blind and not any(cell.disagreement for cell in column):
        return False
    wanted = wish.find.casefold().split()
    return not wanted or all(word in _read_words(link, index) for word in wanted)


def _read_words(link: EvidenceLink, index: AnalysisIndex) -> str:
    claim = index.key_claim(link)
    return f"{phrases.say_evidence_voices(link, index)} {claim.quote if claim else ''}".casefold()


def _cut_groups(matrix: Matrix, wish: MatrixWish) -> Iterator[tuple[range, bool]]:
    """Yield the positions of each origin and whether it is collapsed; what fills more than a page is cut."""
    first = 0
    for origin_id, width in matrix.origin_widths:
        folded = wish.collapsed != (origin_id in wish.flipped) and width > 1
        size = width if folded else COLUMNS_A_PAGE
        for start in range(first, first + width, size):
            yield range(start, min(start + size, first + width)), folded
        first += width


def _fill_pages(chunks: Sequence[tuple[range, bool]]) -> list[list[tuple[range, bool]]]:
    pages: list[list[tuple[range, bool]]] = []
    taken = COLUMNS_A_PAGE
    for chunk, folded in chunks:
        columns = 1 if folded else len(chunk)
        if taken + columns > COLUMNS_A_PAGE:
            pages.append([])
            taken = 0
        pages[-1].append((chunk, folded))
        taken += columns
    return pages


def _find_page(pages: Sequence[Sequence[tuple[range, bool]]], matrix: Matrix, wish: MatrixWish) -> int:
    if wish.page is not None:
        return max(1, min(wish.page, len(pages)))
    for number, page in enumerate(pages, 1):
        if any(matrix.columns[at].id == wish.item for chunk, _ in page for at in chunk):
            return number
    return 1


def _view_group(
    chunk: range, folded: bool, matrix: Matrix, index: AnalysisIndex, blindfold: Blindfold | None
) -> GroupView:
    links = [matrix.columns[at] for at in chunk]
    origin = index.origins.get(links[0].origin_id)
    if folded:
        columns = [_view_folded(chunk, matrix, index, blindfold)]
    else:
        columns = [_view_column(at, matrix, index, blindfold) for at in chunk]
    name = show_inline(origin.holder) if origin else links[0].origin_id
    return GroupView(
        origin_id=links[0].origin_id, name=name, pieces=len(chunk), collapsed=folded, columns=tuple(columns)
    )


def _view_folded(chunk: range, matrix: Matrix, index: AnalysisIndex, blindfold: Blindfold | None) -> ColumnView:
    """Return the one column of a collapsed origin: what all its pieces weigh together."""
    links = [matrix.columns[at] for at in chunk]
    seen = blindfold is None or all(blindfold.is_lifted(matrix.column(at)) for at in chunk)
    summed = dict(zip((h.id for h in index.hypotheses_by_rank), sum_bits(links, index), strict=True))
    cells = []
    for hypothesis in matrix.hypotheses:
        bits = summed[hypothesis.id]
        symbol = str(word_consistency(bits))
        cells.append(
            CellView(text=symbol, fit=symbol.lower(), bits=phrases.say_bits(bits))
            if seen
            else CellView(text="·", fit="open", bits="")
        )
    origin = index.origins.get(links[0].origin_id)
    said = f"{show_inline(origin.holder) if origin else links[0].origin_id}: {phrases.say_count(len(links), 'piece')}"
    return ColumnView(link=None, number=None, voices=said, grade="", when="", spread=None, quote="", cells=tuple(cells))


def _view_column(at: int, matrix: Matrix, index: AnalysisIndex, blindfold: Blindfold | None) -> ColumnView:
    link, column = matrix.columns[at], matrix.column(at)
    seen = blindfold is None or blindfold.is_lifted(column)
    claim = index.key_claim(link)
    document: Document | None = index.documents.get(claim.document_id) if claim else None
    when = document.published_at if document else None
    return ColumnView(
        link=link,
        number=index.numbers[link.id] if seen else None,
        voices=phrases.say_evidence_voices(link, index),
        grade=find_grade(link),
        when=f"{when.day} {when:%b %Y}" if when else "",
        spread=matrix.spreads[at] if seen else None,
        quote=phrases.say_quote(claim.quote, 120) if claim else "",
        cells=tuple(_show_cell(cell, blindfold, seen=seen) for cell in column),
    )


def _show_cell(cell: Cell, blindfold: Blindfold | None, *, seen: bool) -> CellView:
    if not seen and blindfold is not None:
        own = str(blindfold.own(cell))
        return CellView(text=own or "·", fit=own.lower() or "open", bits="")
    symbol = str(cell.consistency)
    text = f"{symbol}/{cell.machine.consistency}" if cell.ratings else symbol
    return CellView(text=text, fit=symbol.lower(), bits=phrases.say_bits(cell.bits))


def _name_voices(link: EvidenceLink, index: AnalysisIndex) -> Iterator[VoiceView]:
    for voice in link.voices:
        if voice.source_id in index.sources:
            yield VoiceView(name=show_inline(index.sources[voice.source_id].name), grade=str(voice.grade))
