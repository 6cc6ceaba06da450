"""Events for the terminal: a line for each under how it stands to the one asked about, or one with its sentences."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from rashomon.model.event import Event
from rashomon.present import phrases
from rashomon.present.event_phrases import RELATION_PHRASES, RELATION_TITLES, say_when
from rashomon.present.event_shapes import QuantityShape
from rashomon.present.events_json import Spoken, list_quantities
from rashomon.present.layout import fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline

ID_CELLS = 22
COUNT_CELLS = 24
MOST_SENTENCES = 40


def render_events(events: Sequence[Event], spoken: Spoken, *, width: int = 100, colour: bool = False) -> str:
    """Return the events as text: what, when, where, who, and how many reports and claims speak of each."""
    return render_lines(_list(events, spoken, width), width=width, colour=colour)


def render_event(event: Event, spoken: Spoken, *, width: int = 100, colour: bool = False) -> str:
    """Return one event as text: all that is known of it, and the sentences that speak of it, report by report."""
    return render_lines(_event(event, spoken, width), width=width, colour=colour)


def _list(events: Sequence[Event], spoken: Spoken, width: int) -> Iterator[Text]:
    yield Text(phrases.say_count(len(events), "event"), style="bold")
    for relation, title in RELATION_TITLES.items():
        group = [event for event in events if event.relation is relation]
        if group:
            yield Text()
            yield Text(title, style="bold")
        for event in group:
            yield from _listed(event, spoken, width)


def _listed(event: Event, spoken: Spoken, width: int) -> Iterator[Text]:
    counts = (
        f"{phrases.say_count(len(spoken.reports.get(event.id, ())), 'report')} · "
        f"{phrases.say_count(len(spoken.claims.get(event.id, ())), 'claim')}"
    )
    label = fit_cells(show_inline(event.label), max(20, width - ID_CELLS - COUNT_CELLS - 4))
    yield join(Text(f"  {label} "), Text(fit_cells(counts, COUNT_CELLS)), Text(f" {event.id}", style="dim"))
    quantities = [_say_quantity(one) for one in list_quantities(spoken.claims.get(event.id, ()))]
    for line in (_say_facts(event), "; ".join(quantities[:6])):
        if line:
            yield from wrap_lines(Text(line, style="dim"), width, indent=4, first=4)


def _say_facts(event: Event) -> str:
    participants = ", ".join(map(show_inline, event.participants))
    return " · ".join(
        part for part in (say_when(event) or "time unknown", show_inline(event.place), participants) if part
    )


def _say_quantity(quantity: QuantityShape) -> str:
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        figures = phrases.say_amount(low) if low == high else f"{phrases.say_amount(low)} to {phrases.say_amount(high)}"
    elif low is not None:
        figures = f"at least {phrases.say_amount(low)}"
    else:
        figures = f"at most {phrases.say_amount(high)}" if high is not None else "not counted"
    return f"{show_inline(quantity.unit)} {figures}"


def _event(event: Event, spoken: Spoken, width: int) -> Iterator[Text]:
    yield Text(show_inline(event.label), style="bold")
    yield Text(f"  {event.id}", style="dim")
    told = (
        ("relation", RELATION_PHRASES[event.relation]),
        ("when", f"{say_when(event) or 'unknown'}{f' (to the {_word(event.precision)})' if event.precision else ''}"),
        ("where", show_inline(event.place) or "unknown"),
        ("who", ", ".join(map(show_inline, event.participants)) or "unknown"),
        ("called", ", ".join(map(show_inline, event.terms))),
        ("counted", "; ".join(map(_say_quantity, list_quantities(spoken.claims.get(event.id, ()))))),
    )
    for name, words in told:
        if words:
            yield from wrap_lines(join(Text(f"{name:<9}", style="dim"), Text(words)), width, indent=11, first=2)
    sentences = spoken.sentences.get(event.id, ())
    yield Text()
    claims = phrases.say_count(len(spoken.claims.get(event.id, ())), "claim")
    yield Text(f"Spoken of in {phrases.say_count(len(sentences), 'sentence')}, with {claims}", style="bold")
    before = ""
    for one in sentences[:MOST_SENTENCES]:
        if one.document.id != before:
            before = one.document.id
            when = phrases.say_time(one.document.published_at)
            yield join(Text(f"  {phrases.say_document(one.document)}"), Text(f" · {when}", style="dim"))
        yield from wrap_lines(Text(phrases.say_quote(one.quote), style="italic"), width, indent=4, first=4)
    if len(sentences) > MOST_SENTENCES:
        yield Text(f"  and {len(sentences) - MOST_SENTENCES} more: --json has them all", style="dim")


def _word(precision: str) -> str:
    return precision.replace("_", " ")
