"""`rashomon analyze`: reports in, the whole analysis out; kept only where a case file is named."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click

from rashomon.case import Case, Intake, NothingReadableError, Progress, analyze_reports, study_judgement
from rashomon.cli import options, terminal
from rashomon.model.analysis import Analysis
from rashomon.model.errors import CaseError, InputError
from rashomon.ports import Extractor
from rashomon.present.analysis_json import shape_analysis
from rashomon.present.page import render_page
from rashomon.present.phrases import say_unanswered
from rashomon.present.report_html import render_html
from rashomon.present.shapes import encode_shape

UNANSWERED: Final = 1
"""The status where all was read and the question stands, but no report answers it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for."""

    inputs: tuple[str, ...]
    question: str | None
    case_file: str | None
    as_of: datetime | None
    extractor: Extractor
    intake: Intake
    html_file: str | None
    as_json: bool


@click.command("analyze", epilog=options.INPUT_HELP)
@options.inputs_argument
@click.option("--question", help="What to ask; without it the most contested question of the reports.")
@click.option("--case", "case_file", metavar="FILE", help="Keep reports and judgement in this case file.")
@options.as_of_option
@options.extractor_option
@click.option("--html", "html_file", metavar="FILE", help="Write the report as one HTML file, too.")
@options.intake_option
@options.json_option
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Analyse reports: who says what, which answers compete, how likely each is."""
    request = Request(**given)
    try:
        with terminal.show_progress() as progress:
            analysis, rejected = _analyze(request, progress)
    except NothingReadableError as error:
        terminal.print_errors(error.rejected)
        raise
    terminal.print_errors(rejected)
    if request.html_file:
        terminal.write_file(request.html_file, render_html(analysis, study=study_judgement(analysis)))
    if request.as_json:
        click.echo(encode_shape(shape_analysis(analysis)))
    else:
        width, colour = terminal.page_width(), terminal.colour_wanted()
        terminal.print_page(render_page(analysis, width=width, colour=colour, case_file=request.case_file or ""))
    if say_unanswered(analysis.hypothesis_set) and not request.as_json:
        terminal.print_errors([CaseError("R-CASE-008", f"'{analysis.hypothesis_set.question.text}'")])
        ctx.exit(UNANSWERED)
    ctx.exit(terminal.exit_status(rejected, done=len(analysis.documents)))


def _analyze(request: Request, progress: Progress) -> tuple[Analysis, tuple[InputError, ...]]:
    if request.case_file is None:
        return analyze_reports(
            request.inputs,
            question=request.question,
            as_of=request.as_of,
            extractor=request.extractor,
            intake=request.intake,
            on_progress=progress,
        )
    with _open_or_create(request.case_file) as case:
        items = tuple(case.add(request.inputs, intake=request.intake))
        rejected = tuple(item for item in items if isinstance(item, InputError))
        if not case.documents():
            raise NothingReadableError(" ".join(request.inputs), rejected)
        analysis = case.analyze(
            question=request.question, as_of=request.as_of, extractor=request.extractor, on_progress=progress
        )
    return analysis, rejected


def _open_or_create(case_file: str) -> Case:
    return Case.open(case_file) if Path(case_file).exists() else Case.create(case_file)
