"""`rashomon claims`: the claims of a case as a list, or as JSON lines."""

import click

from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case, read_analysis
from rashomon.present.analysis_json import shape_claims
from rashomon.present.index import index_analysis
from rashomon.present.listing import render_claims
from rashomon.present.shapes import encode_shape


@click.command("claims")
@case_argument
@options.json_option
def command(case_file: str | None, as_json: bool) -> None:
    """List every claim of a case with its chain of voices."""
    analysis = read_analysis(find_case(case_file))
    if as_json:
        index = index_analysis(analysis)
        for shape in shape_claims(index):
            click.echo(encode_shape(shape))
        return
    terminal.print_page(render_claims(analysis, width=terminal.page_width(), colour=terminal.colour_wanted()))
