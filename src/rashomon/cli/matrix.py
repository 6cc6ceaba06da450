"""`rashomon matrix`: the ACH matrix of a case."""

import click

from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case, read_analysis
from rashomon.present.matrix import render_matrix, shape_matrix
from rashomon.present.shapes import encode_shape


@click.command("matrix")
@case_argument
@click.option("--evidence-in-rows", is_flag=True, help="The classic orientation.")
@options.json_option
def command(case_file: str | None, evidence_in_rows: bool, as_json: bool) -> None:
    """Show how each piece of evidence fits each answer."""
    analysis = read_analysis(find_case(case_file))
    if as_json:
        click.echo(encode_shape(shape_matrix(analysis)))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_matrix(analysis, evidence_in_rows=evidence_in_rows, width=width, colour=colour))
