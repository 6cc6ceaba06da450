"""What was learned about sources for the terminal: an answer for each object, how often each source is right."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text

from rashomon.model.reliability import KnownBy, LearnedReliability, ObjectAnswer, SourceReliability
from rashomon.present import phrases
from rashomon.present.layout import draw_bar, fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline

BAR_CELLS: Final = 12
ROWS: Final = 20
"""Rows of each table; the rest is only counted, but where all are wanted."""
BASES: Final = {
    KnownBy.TRUTHS: "known truths",
    KnownBy.AGREEMENT: "agreement",
    KnownBy.BOTH: "both",
    KnownBy.NOTHING: "nothing",
}
ANSWER_CELLS: Final = 2 + 1 + 1 + BAR_CELLS + 1 + 5 + 2 + 9 + 2 + 5
SOURCE_CELLS: Final = 2 + 1 + BAR_CELLS + 1 + 5 + 2 + 7 + 2 + 6 + 2 + 12


def render_reliability(
    learned: LearnedReliability, *, everything: bool = False, width: int = 100, colour: bool = False
) -> str:
    """Return answers, the least sure first, and sources, the least reliable first, as text."""
    return render_lines(_lines(learned, everything, width), width=width, colour=colour)


def _lines(learned: LearnedReliability, everything: bool, width: int) -> Iterator[Text]:
    claims = sum(source.claims for source in learned.sources)
    counted = [
        phrases.say_count(claims, "claim"),
        f"on {phrases.say_count(len(learned.answers), 'object')}",
        f"by {phrases.say_count(len(learned.sources), 'source')}",
    ]
    yield Text(" ".join(counted), style="bold")
    yield from wrap_lines(Text(learned.choice.why, style="dim"), width, indent=2, first=2)
    answers = sorted(learned.answers, key=lambda answer: (answer.known, answer.values[0].probability))
    yield Text()
    yield from _answers(answers if everything else answers[:ROWS], width)
    yield from _say_hidden(len(answers), everything, "object")
    sources = sorted(learned.sources, key=lambda source: (source.accuracy, source.source))
    yield Text()
    yield from _sources(sources if everything else sources[:ROWS], width)
    yield from _say_hidden(len(sources), everything, "source")


def _answers(answers: Sequence[ObjectAnswer], width: int) -> Iterator[Text]:
    room = max(16, width - ANSWER_CELLS)
    name_cells, value_cells = room // 2, room - room // 2
    yield Text("Answers, the least sure first", style="bold")
    head = f"  {fit_cells('object', name_cells)} {fit_cells('value', value_cells)}"
    yield Text(f"{head} {'probability':<{BAR_CELLS + 6}}  {'votes':>9}", style="dim")
    for answer in answers:
        best = answer.values[0]
        note = "known" if answer.known else "tied" if answer.tied else ""
        yield join(
            Text(f"  {fit_cells(show_inline(answer.object), name_cells)} "),
            Text(f"{fit_cells(show_inline(best.value), value_cells)} "),
            draw_bar(best.probability, BAR_CELLS),
            Text(f" {best.probability:>4.0%}  {f'{answer.votes} of {answer.claims}':>9}"),
            Text(f"  {note}", style="dim"),
        )


def _sources(sources: Sequence[SourceReliability], width: int) -> Iterator[Text]:
    name_cells = max(10, width - SOURCE_CELLS)
    yield Text("Sources, the least reliable first", style="bold")
    head = f"  {fit_cells('source', name_cells)} {'right':<{BAR_CELLS + 6}}  {'90 %':<7}  {'claims':>6}"
    yield Text(f"{head}  known by", style="dim")
    for source in sources:
        span = f"{100 * source.low:.0f}-{100 * source.high:.0f}"
        yield join(
            Text(f"  {fit_cells(show_inline(source.source), name_cells)} "),
            draw_bar(source.accuracy, BAR_CELLS),
            Text(f" {source.accuracy:>4.0%}   {span:<7} {source.claims:>6}"),
            Text(f"  {BASES[source.known_by]}", style="dim"),
        )


def _say_hidden(number: int, everything: bool, noun: str) -> Iterator[Text]:
    if number > ROWS and not everything:
        yield Text(f"  and {phrases.say_count(number - ROWS, noun)} more: --all", style="dim")
