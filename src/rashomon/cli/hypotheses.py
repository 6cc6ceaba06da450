"""`rashomon hypotheses`: the hypotheses of a case as a list, or as JSON lines."""

import click

from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case, read_analysis
from rashomon.present.analysis_json import shape_hypothesis
from rashomon.present.index import index_analysis
from rashomon.present.listing import render_hypotheses
from rashomon.present.shapes import encode_shape


@click.command("hypotheses")
@case_argument
@options.json_option
def command(case_file: str | None, as_json: bool) -> None:
    """List the competing answers of a case."""
    analysis = read_analysis(find_case(case_file))
    if as_json:
        index = index_analysis(analysis)
        for shape in [shape_hypothesis(hypothesis, index) for hypothesis in index.hypotheses_by_rank]:
            click.echo(encode_shape(shape))
        return
    terminal.print_page(render_hypotheses(analysis, width=terminal.page_width(), colour=terminal.colour_wanted()))
