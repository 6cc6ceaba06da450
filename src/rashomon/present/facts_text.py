"""Quantities for the terminal: by event what is counted, from how many to how many, and who says which, as of when."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.event import Fact, FactValue
from rashomon.present import phrases
from rashomon.present.fact_order import group_facts
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline

ROLES: Final = {True: "the event asked about", False: "another event"}
SLOT_CELLS: Final = 22
TIME_CELLS: Final = 23
VALUES_SHOWN: Final = 6
"""Values told of a fact in the list; `facts show` has them all."""


def render_facts(analysis: Analysis, *, width: int = 100, colour: bool = False) -> str:
    """Return the facts of every event as text, the event asked about first, with who says what."""
    return render_lines(_facts(index_analysis(analysis), width), width=width, colour=colour)


def render_fact(facts: Sequence[Fact], analysis: Analysis, *, width: int = 100, colour: bool = False) -> str:
    """Return some facts as text with every value and its words; those replaced say by which."""
    return render_lines(_details(facts, index_analysis(analysis), width), width=width, colour=colour)


def _facts(index: AnalysisIndex, width: int) -> Iterator[Text]:
    groups = group_facts(index)
    count = phrases.say_count(sum(len(facts) for _, facts in groups), "quantity").replace("quantitys", "quantities")
    yield Text(f"{count} in {phrases.say_count(len(index.analysis.documents), 'report')}", style="bold")
    for event_id, facts in groups:
        yield Text()
        yield from wrap_lines(Text(_say_event(event_id, index), style="bold"), width, indent=2)
        for fact in facts:
            yield _line(fact, width)
            told = _join_alike(fact.values)
            shown = told if len(told) <= VALUES_SHOWN else told[: VALUES_SHOWN - 1]
            for value, times in shown:
                yield from _value(value, fact, index, width, times=times)
            if len(shown) < len(told):
                yield Text(f"      and {len(told) - len(shown)} more", style="dim")


def _join_alike(values: Sequence[FactValue]) -> tuple[tuple[FactValue, int], ...]:
    """Return the values with how often each is told: what one holder gave once is told again by every copy."""
    first: dict[tuple[object, ...], FactValue] = {}
    times: Counter[tuple[object, ...]] = Counter()
    for value in values:
        key = (value.holder, value.low, value.high, value.as_of, value.superseded_by is None)
        first.setdefault(key, value)
        times[key] += 1
    return tuple((value, times[key]) for key, value in first.items())


def _details(facts: Sequence[Fact], index: AnalysisIndex, width: int) -> Iterator[Text]:
    for fact in facts:
        yield Text()
        yield from wrap_lines(Text(_say_event(fact.event_id or "", index), style="dim"), width, indent=2)
        yield _line(fact, width)
        yield Text(f"  {fact.id}", style="dim")
        for number, side in ((fact.low, "lowest"), (fact.best, "best"), (fact.high, "highest")):
            if number is not None:
                holders = dict.fromkeys(_holder(v) for v in fact.values if v.claim_id in fact.behind(number))
                said = ", ".join(holders) or "between what is said"
                told = join(Text(f"{side} {phrases.say_measured(number, fact.unit)}: ", style="dim"), Text(said))
                yield from wrap_lines(told, width, indent=6, first=4)
        for value in fact.values:
            yield from _value(value, fact, index, width)
            if value.superseded_by is not None:
                yield Text(f"        replaced by {value.superseded_by}", style="dim")


def _say_event(event_id: str, index: AnalysisIndex) -> str:
    event = index.events.get(event_id)
    if event is None:
        return "no event in particular"
    role = "happened before it" if event.prior else ROLES[event.focal]
    return f"{phrases.say_event(event)} ({role})"


def _line(fact: Fact, width: int) -> Text:
    origins = len({value.origin_id for value in fact.values})
    claims = phrases.say_count(len(fact.claim_ids), "claim")
    basis = f"{claims}, {phrases.say_count(origins, 'origin')}" if origins else claims
    room = max(12, width - SLOT_CELLS - len(basis) - 4)
    said = fit_cells(phrases.say_range(fact), room)
    return join(Text(f"  {fit_cells(phrases.say_slot(fact), SLOT_CELLS)}"), Text(f"{said} "), Text(basis, style="dim"))


def _value(value: FactValue, fact: Fact, index: AnalysisIndex, width: int, *, times: int = 1) -> Iterator[Text]:
    """One value: the number, its holder, as of when, and the words; a replaced one is dim and says so."""
    claim = index.claims.get(value.claim_id)
    number = phrases.say_value(value, fact.unit)
    number += f" ({times} times)" if times > 1 else ""
    number += " replaced" if value.superseded_by is not None else ""
    left = f"      {fit_cells(number, SLOT_CELLS + 2)} "
    when = phrases.say_time(value.as_of)
    holder_cells = max(12, (width - len(left) - TIME_CELLS) // 2)
    quote_cells = max(10, width - len(left) - TIME_CELLS - holder_cells - 2)
    quote = phrases.say_quote(claim.quote, quote_cells) if claim is not None else ""
    style = "dim" if value.superseded_by is not None else ""
    yield join(
        Text(f"{left}{fit_cells(_holder(value), holder_cells)} {fit_cells(when, TIME_CELLS)} ", style=style),
        Text(quote, style="dim italic" if style else "italic"),
    )


def _holder(value: FactValue) -> str:
    return show_inline(value.holder) or "unnamed"
