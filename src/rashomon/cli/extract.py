"""`rashomon extract`: who says what in each report, one report at a time."""

import click

from rashomon.case import Intake, extract_reports
from rashomon.cli import options, terminal
from rashomon.model.errors import InputError
from rashomon.ports import Extractor
from rashomon.present.extract_json import shape_extraction
from rashomon.present.extract_text import render_extraction
from rashomon.present.shapes import encode_shape


@click.command("extract", epilog=options.INPUT_HELP)
@options.inputs_argument
@options.extractor_option
@options.intake_option
@options.json_option
@click.pass_context
def command(ctx: click.Context, inputs: tuple[str, ...], extractor: Extractor, intake: Intake, as_json: bool) -> None:
    """Show who says what in each report."""
    rejected, done = [], 0
    for item in extract_reports(inputs, extractor=extractor, intake=intake):
        if isinstance(item, InputError):
            terminal.print_errors([item])
            rejected.append(item)
            continue
        done += 1
        document, extraction = item
        if as_json:
            click.echo(encode_shape(shape_extraction(document, extraction)))
        else:
            width, colour = terminal.page_width(), terminal.colour_wanted()
            terminal.print_page(render_extraction(document, extraction, width=width, colour=colour))
    ctx.exit(terminal.exit_status(rejected, done=done))
