"""An analysis as a page for the terminal: quiet, dense, aligned; words before numbers where a person decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import AbsenceKind, Direction, EvidenceKind
from rashomon.model.wording import word_probability
from rashomon.present import phrases
from rashomon.present.fact_order import choose_notable, is_focal
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import draw_bar, fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline

MIN_WIDTH: Final = 60
MAX_WIDTH: Final = 140
BAR_CELLS: Final = 24
ROOMY: Final = 90
"""From this width on, quotes stand beside their voices, not below."""
PLAIN_KINDS: Final = frozenset({EvidenceKind.TESTIMONY, EvidenceKind.DENIAL})
HYPOTHESES_SHOWN: Final = 3
LEADER_LINKS: Final = 4
OTHER_LINKS: Final = 2
LOOK_FOR: Final = 3
FACTS_SHOWN: Final = 8
RELATIONS_SHOWN: Final = 4
QUESTIONS_SHOWN: Final = 5
SHOWN_ONLY: Final = 1
"""What was looked for and not found, without weight, that a side shows where it has room."""
THEN_LETTERS: Final = 160
LEAST_BITS: Final = 0.005
"""Evidence below this prints as 0.0 bits: a reader would ask why it is there."""
WORTH_TELLING: Final = 0.1
"""Discounts smaller than this many bits are left to `why`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The evidence shown for or against one hypothesis, and how many pieces that weigh something are not."""

    heading: str
    links: tuple[EvidenceLink, ...]
    more: int


def render_page(analysis: Analysis, *, width: int = 100, colour: bool = False, case_file: str = "") -> str:
    """Return the page as text, with ANSI colours where asked. `width` is in cells, held within 60..140."""
    width = max(MIN_WIDTH, min(width, MAX_WIDTH))
    index = index_analysis(analysis)
    sections = (
        _head(index, width),
        _bars(index, width),
        _evidence(index, width),
        _asides(index, width),
        _next(case_file, width),
    )
    return render_lines(chain.from_iterable(sections), width=width, colour=colour)


def _head(index: AnalysisIndex, width: int) -> Iterator[Text]:
    question = show_inline(index.analysis.hypothesis_set.question.text)
    state = f"as of {phrases.say_time(index.analysis.judgement.as_of)} · {phrases.say_reports(index)}"
    room = width - cell_len(question) - cell_len(state)
    yield Text()
    if room >= 2:
        yield join(Text(question, style="bold"), Text(" " * room), Text(state, style="dim"))
    else:
        yield from wrap_lines(Text(question, style="bold"), width, indent=0)
        yield Text(state, style="dim")


def _bars(index: AnalysisIndex, width: int) -> Iterator[Text]:
    labels = {h.id: show_inline(h.label) for h in index.hypotheses_by_rank}
    bar_cells = BAR_CELLS if width >= ROOMY else BAR_CELLS // 2
    room = width - bar_cells - len("    >99 %   00-100   roughly even chance") - 2
    label_cells = min(max(map(cell_len, labels.values())), max(12, room))
    for position, hypothesis in enumerate(index.hypotheses_by_rank):
        probability = index.probabilities[hypothesis.id]
        style = "bold" if position == 0 else ""
        line = Text("  ") + Text(fit_cells(labels[hypothesis.id], label_cells), style=style) + Text("  ")
        line += draw_bar(probability.probability, bar_cells)
        line += Text(f"{phrases.say_percent(probability.probability):>7}", style="bold")
        line += Text(f"{phrases.say_interval(probability):>9}   ", style="dim")
        # A residual is a reserve, not an answer: wording it "very unlikely" would read as a finding.
        words = "" if hypothesis.residual else word_probability(probability.probability)
        yield line + Text(words, style=style)
    yield Text()
    yield from wrap_lines(Text(phrases.say_basis(index), style="italic"), width, indent=2, first=2)


def _evidence(index: AnalysisIndex, width: int) -> Iterator[Text]:
    sides = tuple(_choose_sides(index))
    notes = _choose_notes([link for side in sides for link in side.links], index)
    for side in sides:
        yield Text()
        yield Text(side.heading, style="bold")
        for link in side.links:
            yield from _link(link, notes[link.id], index, width)
        if side.more > 0:
            yield Text(f"  and {side.more} more", style="dim")
    if not sides:
        said = phrases.say_unanswered(index.analysis.hypothesis_set)
        yield Text()
        yield Text(said or "No evidence speaks for or against any answer.", style="bold" if said else "dim")


def _choose_sides(index: AnalysisIndex) -> Iterator[Side]:
    supported = [h for h in index.hypotheses_by_rank if index.evidence_on(h.id)]
    for position, hypothesis in enumerate(supported[:HYPOTHESES_SHOWN]):
        limit = OTHER_LINKS if position else LEADER_LINKS
        for direction in Direction:
            links = index.evidence_on(hypothesis.id, direction)
            if links:
                word = "For" if direction is Direction.FOR else "Against"
                heading = f"{word} {show_inline(hypothesis.label)}"
                weighed = [
                    link for link in links if not index.is_shown_only(link) and abs(index.bits(link.id)) >= LEAST_BITS
                ]
                room = min(SHOWN_ONLY, max(0, limit - len(weighed)))
                absent = [one for one in links if one.absence is AbsenceKind.NOT_FOUND and one not in weighed]
                shown = [*weighed[:limit], *absent[:room]]
                if not shown:
                    continue
                yield Side(heading=heading, links=tuple(shown), more=len(weighed) - len(weighed[:limit]))


def _choose_notes(links: Sequence[EvidenceLink], index: AnalysisIndex) -> dict[str, list[str]]:
    """Return what is told below each link, by its id. A reason told once is not told again: the page is to be read."""
    notes: dict[str, list[str]] = {}
    told: set[str] = set()
    for link in links:
        contribution = index.contributions.get(link.id)
        discounts = sorted(contribution.discounts if contribution else (), key=lambda d: -abs(d.bits))
        fresh = [d for d in discounts if abs(d.bits) >= WORTH_TELLING and d.why not in told]
        told.update(discount.why for discount in fresh)
        drifts = dict.fromkeys(
            phrases.say_drift(drift) for claim_id in link.claim_ids for drift in index.drifts(claim_id)
        )
        notes[link.id] = [phrases.say_discount(discount) for discount in fresh]
        if index.is_shown_only(link) and (why := phrases.say_unweighed(link)) not in told:
            told.add(why)
            notes[link.id].append(why)
        notes[link.id] += [f"drift: {drift}; counted once" for drift in drifts]
    return notes


def _link(link: EvidenceLink, notes: Sequence[str], index: AnalysisIndex, width: int) -> Iterator[Text]:
    bits = index.bits(link.id)
    style = "green" if bits > 0 else "red" if bits < 0 else ""
    number = f"[{index.numbers[link.id]}]"
    line = join(Text(f"  {number:<5}", style="dim"), Text(f"{phrases.say_bits(bits):<7}", style=style))
    indent = line.cell_len
    voices = phrases.say_evidence_voices(link, index)
    if link.kind not in PLAIN_KINDS:
        voices = f"{phrases.say_kind(link)}{phrases.RELAYED_BY}{voices}"
    claim = index.key_claim(link)
    beside = width >= ROOMY
    voice_cells = int(width * 0.38) if beside else width - indent
    line += Text(fit_cells(voices, voice_cells))
    quote_cells = width - line.cell_len - 2 if beside else width - indent
    quote = Text(phrases.say_quote(claim.quote, quote_cells) if claim else "", style="italic")
    if beside:
        yield line + Text("  ") + quote
    else:
        yield line
        yield Text(" " * indent) + quote
    for note in notes:
        yield from wrap_lines(Text(note, style="dim"), width, indent=indent, first=indent)


def _asides(index: AnalysisIndex, width: int) -> Iterator[Text]:
    hypothesis_set = index.analysis.hypothesis_set
    asides = [
        ("Mentioned, endorsed by nobody", phrases.say_bare_mentions(index.hypotheses_by_rank)),
        ("Withdrawn", phrases.say_withdrawals(index.hypotheses_by_rank)),
        ("Not exclusive", "; ".join(phrases.say_relations(hypothesis_set)[:RELATIONS_SHOWN])),
        ("Facts", _facts(index)),
    ]
    for hypothesis in index.hypotheses_by_rank:
        then = [
            phrases.cut_words(show_inline(i.then), THEN_LETTERS)
            for i in hypothesis_set.implications
            if i.hypothesis_id == hypothesis.id
        ]
        asides.append((f"If {show_inline(hypothesis.label)}", "; ".join(then[:LOOK_FOR])))
    asides.append(("Would change it most", _changes(index)))
    contested = phrases.list_also_contested(hypothesis_set)[:QUESTIONS_SHOWN]
    asides.append(("Also contested", " · ".join(show_inline(question.text) for question in contested)))
    shown = [(name, said) for name, said in asides if said]
    if shown:
        yield Text()
    for name, content in shown:
        yield from wrap_lines(join(Text(f"{name}: ", style="bold"), Text(content)), width, indent=2)


def _facts(index: AnalysisIndex) -> str:
    """The quantities of the event asked about that are grave or that several origins number; the others are left to
    `rashomon facts`."""
    shown = choose_notable(index)[:FACTS_SHOWN]
    said = [f"{phrases.say_slot(fact)} {phrases.say_range(fact)}" for fact in shown]
    others = sum(is_focal(fact, index) for fact in index.analysis.hypothesis_set.facts) - len(shown)
    if others:
        said.append(f"and {others} more: rashomon facts" if shown else f"{others} told once: rashomon facts")
    return " · ".join(said)


def _changes(index: AnalysisIndex) -> str:
    sensitivity = index.analysis.judgement.sensitivity
    indicators = sorted(sensitivity.watch_for, key=lambda i: -i.expected_bits)
    derived = [indicator for indicator in indicators if not indicator.named][:LOOK_FOR]
    named = [indicator for indicator in indicators if indicator.named][:LOOK_FOR]
    flips = sorted(sensitivity.flips, key=lambda f: abs(f.bits_needed))[:1]
    said = [phrases.say_indicator(indicator, index.documents) for indicator in (*derived, *named)]
    said += [f"{show_inline(flip.what)} ({abs(flip.bits_needed):.1f} bits)" for flip in flips]
    return " · ".join(said)


def _next(case_file: str, width: int) -> Iterator[Text]:
    case = show_inline(case_file)
    commands = ["keep it: rashomon analyze … --case FILE.rashomon", "then: rashomon why 1"]
    if case:
        commands = [f"rashomon why {case} 1", f"rashomon matrix {case}", f"rashomon export {case} --to html"]
    one_line = "  " + "     ".join(commands)
    yield Text()
    for line in [one_line] if cell_len(one_line) <= width else [f"  {command}" for command in commands]:
        yield Text(line, style="dim")
