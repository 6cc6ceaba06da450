"""`rashomon why`: from a number or an id down to the sentences."""

import click

from rashomon.cli import options, terminal
from rashomon.cli.case_file import find_case, read_analysis
from rashomon.present.shapes import encode_shape
from rashomon.present.why import render_reasons, shape_reasons


@click.command("why")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] ID")
@options.json_option
def command(words: tuple[str, ...], as_json: bool) -> None:
    """Walk from a number or an id down to the sentences.

    ID is a number as the page prints it, [1], or the id (or its beginning) of a hypothesis, evidence, claim, report,
    origin, source, fact, event, question or judgement. CASE may be left out where the current folder holds exactly
    one *.rashomon file.
    """
    if len(words) > 2:
        raise click.UsageError("Give at most a case file and one id.")
    analysis = read_analysis(find_case(words[0] if len(words) == 2 else None))
    if as_json:
        click.echo(encode_shape(shape_reasons(analysis, words[-1])))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_reasons(analysis, words[-1], width=width, colour=colour))
