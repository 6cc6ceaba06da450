"""`rashomon matrix`: the ACH matrix of a case."""

from typing import Any

import click

from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case
from rashomon.cli.deciding import by_option, open_analysed
from rashomon.present.matrix import ORDERS, MatrixRequest
from rashomon.present.matrix_json import shape_matrix
from rashomon.present.matrix_text import render_matrix
from rashomon.present.shapes import encode_shape


@click.command("matrix")
@case_argument
@click.option("--classic", "--evidence-in-rows", "evidence_in_rows", is_flag=True, help="Evidence in rows.")
@click.option("--sort", "order", type=click.Choice(ORDERS), default=ORDERS[0], show_default=True)
@click.option("--hide-flat", is_flag=True, help="Leave out what tells no answers apart.")
@click.option("--blind", is_flag=True, help="A sheet to rate on: nothing shown of an item before you have rated it.")
@by_option
@options.json_option
def command(case_file: str | None, blind: bool, by: str, as_json: bool, **wanted: Any) -> None:
    """Show how each piece of evidence fits each answer."""
    request = MatrixRequest(**wanted, blind_for=by if blind else None)
    with open_analysed(find_case(case_file)) as (case, analysis):
        decisions = case.decisions()
    if as_json:
        click.echo(encode_shape(shape_matrix(analysis, request)))
    else:
        terminal.print_page(render_matrix(analysis, decisions, request=request, **terminal.page_settings()))
