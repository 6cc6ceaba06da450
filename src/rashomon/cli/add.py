"""`rashomon add`: reports into a case, each acknowledged once it is safe, then a new judgement."""

from typing import Final

import click

from rashomon.case import Case, Intake
from rashomon.cli import options, terminal
from rashomon.model.document import Document
from rashomon.model.errors import CaseError, InputError
from rashomon.present.added import say_added, say_leader, shape_added
from rashomon.present.shapes import encode_shape

NOT_CONTESTED: Final = "R-CASE-005"


@click.command("add", epilog=options.INPUT_HELP)
@click.argument("case_file", metavar="CASE")
@options.inputs_argument
@click.option("--analyze/--no-analyze", default=True, help="Judge the case again afterwards.  [default: analyze]")
@options.intake_option
@options.json_option
@click.pass_context
def command(
    ctx: click.Context, case_file: str, inputs: tuple[str, ...], analyze: bool, intake: Intake, as_json: bool
) -> None:
    """Add reports to a case and judge it again.

    One line is printed for each report once it is safely in the case file. A report the case holds already is passed
    over, so that an interrupted run is finished by running it again.
    """
    rejected, added = [], 0
    with Case.open(case_file) as case:
        for item in case.add(inputs, intake=intake):
            if isinstance(item, InputError):
                terminal.print_errors([item])
                rejected.append(item)
            else:
                added += 1
                _acknowledge(item, as_json)
        if analyze and case.documents():
            _judge(case, as_json)
    if not added and not rejected:
        click.echo("Nothing new: the case holds all of it already.", err=True)
    ctx.exit(terminal.exit_status(rejected, done=added))


def _acknowledge(document: Document, as_json: bool) -> None:
    click.echo(encode_shape(shape_added(document)) if as_json else say_added(document))


def _judge(case: Case, as_json: bool) -> None:
    try:
        with terminal.show_progress() as progress:
            analysis = case.analyze(on_progress=progress)
    except CaseError as error:
        # The reports are safe all the same: that nothing is contested yet is news, not a failure.
        if error.code != NOT_CONTESTED:
            raise
        terminal.print_errors([error])
        return
    if not as_json:
        click.echo(say_leader(analysis))
