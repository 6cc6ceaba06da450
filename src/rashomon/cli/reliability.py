"""`rashomon reliability`: how often sources are right, learned from what they claimed of many objects."""

import sys

import click

from rashomon.case import NoClaimsError, learn_from_tables
from rashomon.cli import options, terminal
from rashomon.model.reliability import ValueKind
from rashomon.present.reliability_json import shape_reliability
from rashomon.present.reliability_text import render_reliability
from rashomon.present.shapes import encode_shape


@click.command("reliability")
@click.argument("claims", metavar="CLAIMS.csv")
@click.option("--gold", metavar="GOLD.csv", help="Known truths: a table with the columns object and value.")
@click.option(
    "--values",
    type=click.Choice([str(kind) for kind in ValueKind]),
    help="Whether all objects share the same few values or each has its own.  [default: judged from the claims]",
)
@click.option("--all", "everything", is_flag=True, help="Show every object and source.")
@options.json_option
@click.pass_context
def command(
    ctx: click.Context, claims: str, gold: str | None, values: str | None, everything: bool, as_json: bool
) -> None:
    """Learn how often sources are right from what they claim, and what is probably true.

    CLAIMS.csv is a table with the columns source, object and value; - is standard input. What sources are like is used
    only where it foretells claims that were held out (or known truths) better than majority vote does.
    """
    try:
        found = learn_from_tables(
            claims, truths=gold, kind=ValueKind(values) if values else None, stdin=sys.stdin.buffer
        )
    except NoClaimsError as error:
        terminal.print_errors(error.rejected)
        raise
    terminal.print_errors(found.rejected)
    if as_json:
        click.echo(encode_shape(shape_reliability(found.learned)))
    else:
        terminal.print_page(render_reliability(found.learned, everything=everything, **terminal.page_settings()))
    ctx.exit(terminal.exit_status(found.rejected, done=len(found.learned.answers)))
