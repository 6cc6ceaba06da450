"""`rashomon events`: which events reports speak of, and the sentences that speak of one."""

from collections.abc import Sequence

import click

from rashomon.case import EventTrace, Intake, NothingReadableError, find_event, trace_events
from rashomon.cli import options, terminal
from rashomon.cli.case_file import find_case, is_case
from rashomon.cli.deciding import open_analysed
from rashomon.cli.ordered import ListingGroup
from rashomon.present.events_json import gather_spoken, shape_event_detail, shape_events
from rashomon.present.events_text import render_event, render_events
from rashomon.present.shapes import encode_shape

question_option = click.option("--question", default="", help="From which question INPUT is seen; a case has its own.")


@click.group("events", cls=ListingGroup)
def command() -> None:
    """List the events reports speak of, or show one with its sentences.

    The event asked about comes first; the others stand under how they are set beside it: at the same time elsewhere,
    before, afterwards, foreseen, or told of in reports that are on something else. INPUT is a case file, or reports as
    `analyze` takes them; nothing is kept of those. Without INPUT it is the only *.rashomon file in the current folder.
    """


@command.command("list")
@click.argument("inputs", nargs=-1, metavar="[CASE|INPUT...]")
@question_option
@options.intake_option
@options.json_option
@click.pass_context
def list_events(ctx: click.Context, inputs: tuple[str, ...], question: str, intake: Intake, as_json: bool) -> None:
    """List events: when, where, who, and how many reports and claims speak of them."""
    trace = _trace(inputs, question, intake)
    spoken = gather_spoken(trace.documents, trace.claims, trace.linkage)
    if as_json:
        for shape in shape_events(trace.linkage.events, spoken):
            click.echo(encode_shape(shape))
    else:
        terminal.print_page(render_events(trace.linkage.events, spoken, **terminal.page_settings()))
    ctx.exit(terminal.exit_status(trace.rejected, done=len(trace.documents)))


@command.command("show")
@click.argument("words", nargs=-1, required=True, metavar="[CASE|INPUT...] EVENT")
@question_option
@options.intake_option
@options.json_option
@click.pass_context
def show_event(ctx: click.Context, words: tuple[str, ...], question: str, intake: Intake, as_json: bool) -> None:
    """Show one event and every sentence that speaks of it.

    EVENT is its id, the beginning of that, or words of its label.
    """
    trace = _trace(words[:-1], question, intake)
    event = find_event(trace.linkage.events, words[-1])
    spoken = gather_spoken(trace.documents, trace.claims, trace.linkage)
    if as_json:
        click.echo(encode_shape(shape_event_detail(event, spoken)))
    else:
        terminal.print_page(render_event(event, spoken, **terminal.page_settings()))
    ctx.exit(terminal.exit_status(trace.rejected, done=len(trace.documents)))


def _trace(inputs: Sequence[str], question: str, intake: Intake) -> EventTrace:
    if not inputs or (len(inputs) == 1 and is_case(inputs[0])):
        with open_analysed(find_case(inputs[0] if inputs else None)) as (_, analysis):
            return EventTrace(documents=analysis.documents, claims=analysis.claims, linkage=analysis.linkage)
    try:
        trace = trace_events(inputs, question=question, intake=intake)
    except NothingReadableError as error:
        terminal.print_errors(error.rejected)
        raise
    terminal.print_errors(trace.rejected)
    return trace
