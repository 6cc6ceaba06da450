"""`rashomon calibration`: judgements of several cases held against the truth."""

from collections.abc import Iterator

import click

from rashomon.case import calibrate, examine_case, find_case_files
from rashomon.cli import options, terminal
from rashomon.cli.case_file import SUFFIX, find_case
from rashomon.model.calibration import PostMortem
from rashomon.model.errors import CaseError, RashomonError
from rashomon.present.calibration_html import render_calibration_html
from rashomon.present.calibration_json import shape_calibration
from rashomon.present.calibration_text import render_calibration
from rashomon.present.shapes import encode_shape


@click.command("calibration")
@click.argument("paths", nargs=-1, metavar="[CASE...|FOLDER...]")
@click.option("--html", "html_file", metavar="FILE", help="Write the page as one HTML file, too.")
@options.json_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], html_file: str | None, as_json: bool) -> None:
    """Hold the judgements of resolved cases against the truth.

    Every resolved case with what was said before the truth was known; Brier and its parts, surprise, sharpness; a
    diagram of what was said against how often it came true. Of a single case also what misled. Cases are resolved with
    `rashomon resolve`; those that are not are left out. A folder means all case files below it.
    """
    files = find_case_files(paths, SUFFIX) if paths else (find_case(None),)
    if not files:
        raise CaseError("R-CASE-001", " ".join(paths), what=f"no *{SUFFIX} file there")
    rejected: list[RashomonError] = []
    post_mortems = tuple(_examine(files, rejected))
    terminal.print_errors(rejected)
    calibration = calibrate(post_mortems)
    if html_file:
        terminal.write_file(html_file, render_calibration_html(post_mortems, calibration))
    if as_json:
        click.echo(encode_shape(shape_calibration(post_mortems, calibration)))
    else:
        terminal.print_page(render_calibration(post_mortems, calibration, **terminal.page_settings()))
    ctx.exit(terminal.exit_status(rejected, done=len(files) - len(rejected)))


def _examine(files: tuple[str, ...], rejected: list[RashomonError]) -> Iterator[PostMortem]:
    """Yield what the case files were resolved to; one that cannot be read is told of, and the rest goes on."""
    for path in files:
        try:
            with terminal.show_progress() as progress:
                yield from examine_case(path, on_progress=progress)
        except RashomonError as error:
            rejected.append(error)
