"""`rashomon sensitivity`: what a judgement hangs on."""

import click

from rashomon.case import study_judgement
from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case
from rashomon.cli.deciding import open_analysed
from rashomon.present.shapes import encode_shape
from rashomon.present.study_text import render_study, shape_study


@click.command("sensitivity")
@case_argument
@click.option("--all", "everything", is_flag=True, help="Cut no list short.")
@options.json_option
def command(case_file: str | None, everything: bool, as_json: bool) -> None:
    """Show what the judgement hangs on.

    How the weights add up; the answer without each origin and each holder; how far settings, priors and the roles of
    speakers move it; the least that puts another answer in the lead; what to look for.
    """
    with open_analysed(find_case(case_file)) as (_, analysis):
        study = study_judgement(analysis)
    if as_json:
        click.echo(encode_shape(shape_study(study, analysis)))
        return
    terminal.print_page(render_study(study, analysis, everything=everything, **terminal.page_settings()))
