"""`rashomon copies`: which reports were made from which, and how many origins remain."""

import click

from rashomon.case import Intake, trace_copies
from rashomon.cli import options, terminal
from rashomon.present.copies_json import shape_copies
from rashomon.present.copies_text import render_copies
from rashomon.present.shapes import encode_shape


@click.command("copies", epilog=options.INPUT_HELP)
@options.inputs_argument
@options.intake_option
@options.json_option
@click.pass_context
def command(ctx: click.Context, inputs: tuple[str, ...], intake: Intake, as_json: bool) -> None:
    """Show which reports were made from which."""
    lineage = trace_copies(inputs, intake=intake)
    terminal.print_errors(lineage.rejected)
    linked = lineage.documents, lineage.copies, lineage.origins
    if as_json:
        for shape in shape_copies(*linked, passages=lineage.passages):
            click.echo(encode_shape(shape))
    else:
        width, colour = terminal.page_width(), terminal.colour_wanted()
        terminal.print_page(render_copies(*linked, width=width, colour=colour))
    ctx.exit(terminal.exit_status(lineage.rejected, done=len(lineage.documents)))
