"""Judgements held against the truth, for the terminal: the table of cases, the figures, the diagram, what misled."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text

from rashomon.model.calibration import Bin, Calibration, PostMortem, ResolvedCase, TruthWeight
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline

FEW: Final = 10
"""Below this many cases a bin of ten is uncertain by a quarter either way or more: nothing can be said."""
SOME: Final = 30
WEIGHTS_SHOWN: Final = 5
WORTH_TELLING: Final = 0.05
DIAGRAM_CELLS: Final = 50


def say_sample(cases: int) -> str:
    """Return what so many resolved cases allow one to say."""
    counted = phrases.say_count(cases, "resolved case")
    if cases < FEW:
        return f"{counted}: nothing can be said about calibration yet."
    if cases < SOME:
        return f"{counted}: only gross miscalibration would show."
    return f"{counted}."


def render_calibration(
    post_mortems: Sequence[PostMortem], calibration: Calibration | None, *, width: int = 100, colour: bool = False
) -> str:
    """Return the table of resolved cases with figures and diagram; of a single case also what misled."""
    lines = _calibration(post_mortems, calibration, width)
    return render_lines(lines, width=width, colour=colour)


def render_post_mortem(post_mortem: PostMortem, *, width: int = 100, colour: bool = False) -> str:
    """Return what was said of one resolved question, and which weights misled."""
    return render_lines(_post_mortem(post_mortem, width), width=width, colour=colour)


def split_weights(weights: Sequence[TruthWeight]) -> tuple[list[TruthWeight], list[TruthWeight]]:
    """Return the weights against the truth, the worst first, and those for it, the best first, if worth telling."""
    misled = [one for one in weights if one.bits <= -WORTH_TELLING]
    helped = [one for one in reversed(weights) if one.bits >= WORTH_TELLING]
    return misled, helped


def _calibration(post_mortems: Sequence[PostMortem], calibration: Calibration | None, width: int) -> Iterator[Text]:
    yield Text()
    yield from wrap_lines(Text(say_sample(calibration.cases if calibration else 0), style="bold"), width, indent=2)
    if not post_mortems:
        yield Text("  Say what turned out to be true with `rashomon resolve CASE ANSWER`.", style="dim")
    if post_mortems:
        yield Text()
        yield from _table([one.resolved for one in post_mortems], width)
    if calibration is not None:
        yield Text()
        yield from _figures(calibration, width)
        yield Text()
        yield from _diagram(calibration.bins, width)
    if len(post_mortems) == 1:
        yield from _post_mortem(post_mortems[0], width)


def _table(resolved: Sequence[ResolvedCase], width: int) -> Iterator[Text]:
    figures = f"{'truth':>8}  {'Brier':>5}  {'surprise':>8}"
    room = max(30, width - len(figures) - 8)
    case, truth = room // 4, (room - room // 4) // 2
    first = room - case - truth
    head = f"  {'case':<{case}}  {'came true':<{truth}}  {'said likeliest':<{first}}{figures}"
    yield Text(head, style="dim")
    for one in resolved:
        came_true = next((f for f in one.forecasts if f.came_true), None)
        likeliest = one.forecasts[0]
        right = likeliest.came_true
        said = f"{show_inline(likeliest.label)} {phrases.say_percent(likeliest.probability)}"
        line = Text(f"  {fit_cells(show_inline(one.case), case)}  ")
        line += join(Text(f"{fit_cells(show_inline(came_true.label) if came_true else '', truth)}  "))
        line += join(Text(fit_cells(said, first), style="green" if right else "red"))
        chance = phrases.say_percent(came_true.probability) if came_true else ""
        yield line + Text(f"{chance:>8}  {one.brier:>5.2f}  {one.surprise:>8.1f}")
        if one.hindsight:
            yield Text("    in hindsight, not counted: it holds reports from after the truth was known", style="yellow")


def _figures(calibration: Calibration, width: int) -> Iterator[Text]:
    c = calibration
    rows = (
        ("Brier, a case", f"{c.brier:.2f}", f"0 is right, 2 is wrong; an even split {c.even:.2f}"),
        ("surprise", f"{c.surprise:.1f}", "bits, -log2 of what the truth was given"),
        ("sharpness", phrases.say_percent(c.sharpness), "what the likeliest answer was given, on average"),
        (
            "Brier, a forecast",
            f"{c.brier_each:.3f}",
            f"= reliability {c.reliability:.3f} - resolution {c.resolution:.3f} + uncertainty {c.uncertainty:.3f} "
            f"{'+' if c.within >= 0 else '-'} within bins {abs(c.within):.3f}",
        ),
    )
    for name, figure, said in rows:
        head = f"  {name:<18}{figure:>7}   "
        for number, line in enumerate(wrap_lines(Text(said, style="dim"), width, indent=len(head), first=len(head))):
            yield join(Text("" if number else head), line if number else line[len(head) :])


def _diagram(bins: Sequence[Bin], width: int) -> Iterator[Text]:
    """Yield a reliability diagram lying on its side: a line a bin, the rate that came true with its 95 % interval."""
    cells = max(20, min(DIAGRAM_CELLS, width - 34))
    yield Text(f"  {'said':<10}{'n':>4}{'came true':>11}   {'0':<{cells - 5}}100 %", style="dim")
    for one in bins:
        said = f"{100 * one.low:.0f}-{100 * one.high:.0f} %"
        line = Text(f"  {said:<10}{one.count:>4}{f'{100 * one.rate:.0f} %':>11}   ")
        yield line + draw_rate(one, cells)
    yield Text("  ● came true, with the 95 % interval ├─┤ (Wilson)   ┊ said, on average", style="dim")


def draw_rate(one: Bin, cells: int) -> Text:
    """Return one bin as a line of cells from 0 to 1: the interval, the rate that came true, and what was said."""

    def place(share: float) -> int:
        return min(cells - 1, int(share * cells))

    low, high, rate, said = map(place, (one.rate_low, one.rate_high, one.rate, one.mean))
    drawn = Text()
    within = one.rate_low <= one.mean <= one.rate_high
    for cell in range(cells):
        if cell == rate:
            drawn += join(Text("●", style="green" if within else "red"))
        elif cell == said:
            drawn += join(Text("┊", style="bold"))
        elif cell in (low, high):
            drawn += join(Text("├" if cell == low else "┤", style="dim"))
        else:
            drawn += join(Text("─" if low < cell < high else "·", style="dim"))
    return drawn


def _post_mortem(post_mortem: PostMortem, width: int) -> Iterator[Text]:
    index, resolved = index_analysis(post_mortem.analysis), post_mortem.resolved
    resolution = resolved.resolution
    truth = next((f for f in resolved.forecasts if f.came_true), None)
    place = 1 + next((at for at, f in enumerate(resolved.forecasts) if f.came_true), 0)
    yield Text()
    yield from wrap_lines(Text(show_inline(resolved.question), style="bold"), width, indent=2)
    known = f", known on {show_inline(resolution.on)}" if resolution.on else ""
    source = f" ({show_inline(resolution.source)})" if resolution.source else ""
    yield from wrap_lines(
        Text(f"The answer is {show_inline(resolution.label)}{known}{source}."), width, indent=2, first=2
    )
    if truth is not None:
        asked = f"as of {phrases.say_time(resolved.as_of)}"
        given = phrases.say_percent(truth.probability)
        said = f"It was given {given}, place {place} of {len(resolved.forecasts)}, {asked}."
        yield from wrap_lines(Text(said), width, indent=2, first=2)
        if truth.label.casefold() != resolution.label.casefold():
            yield from wrap_lines(
                Text(f"It counts as {show_inline(truth.label)}: it was not among the answers then."),
                width,
                indent=2,
                first=2,
            )
    if resolved.hindsight:
        yield Text("  In hindsight: reports from after the truth was known are in it.", style="yellow")
    misled, helped = split_weights(post_mortem.weights)
    for title, weights in (("Misled", misled), ("Pointed to it", helped)):
        if weights:
            yield Text()
            yield Text(title, style="bold")
        for one in weights[:WEIGHTS_SHOWN]:
            yield _weight(one, index, width)
        if len(weights) > WEIGHTS_SHOWN:
            yield Text(f"  and {len(weights) - WEIGHTS_SHOWN} weaker", style="dim")
    if not misled:
        yield Text("  Nothing spoke against it.", style="dim")


def _weight(one: TruthWeight, index: AnalysisIndex, width: int) -> Text:
    link = index.numbered[index.numbers[one.evidence_id] - 1]
    claim = index.key_claim(link)
    number = f"[{index.numbers[link.id]}]"
    line = join(
        Text(f"  {number:<6}", style="dim"),
        Text(f"{phrases.say_bits(one.bits):<6} ", style="green" if one.bits > 0 else "red"),
    )
    line += Text(fit_cells(phrases.say_evidence_voices(link, index), int(width * 0.38)) + "  ")
    quote_cells = max(10, width - line.cell_len)
    return line + Text(phrases.say_quote(claim.quote, quote_cells) if claim else "", style="italic")
