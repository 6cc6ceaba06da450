"""`rashomon export`: a case's analysis as one file for somebody else."""

from collections.abc import Callable, Mapping
from typing import Final

import click

from rashomon.case import study_judgement
from rashomon.cli import terminal
from rashomon.cli.case_file import case_argument, find_case, read_analysis
from rashomon.model.analysis import Analysis
from rashomon.present.analysis_json import shape_analysis
from rashomon.present.report_html import render_html
from rashomon.present.report_md import render_markdown
from rashomon.present.shapes import encode_shape


def render_json(analysis: Analysis) -> str:
    """Return the `rashomon/analysis@1` object on one line."""
    return encode_shape(shape_analysis(analysis)) + "\n"


def render_report(analysis: Analysis) -> str:
    """Return the HTML report with all that the judgement hangs on."""
    return render_html(analysis, study=study_judgement(analysis))


FORMATS: Final[Mapping[str, Callable[[Analysis], str]]] = {
    "json": render_json,
    "md": render_markdown,
    "html": render_report,
}


@click.command("export")
@case_argument
@click.option("--to", "to_format", type=click.Choice(list(FORMATS)), default="json", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write to this file instead of standard output.")
def command(case_file: str | None, to_format: str, output: str | None) -> None:
    """Write a case's analysis as JSON, Markdown or HTML."""
    text = FORMATS[to_format](read_analysis(find_case(case_file)))
    if output:
        terminal.write_file(output, text)
    else:
        click.echo(text, nl=False)
