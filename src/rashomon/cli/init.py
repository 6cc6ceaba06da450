"""`rashomon init`: an empty case file for a question."""

import click

from rashomon.case import Case


@click.command("init")
@click.argument("case_file", metavar="CASE")
@click.argument("question", required=False, default="")
def command(case_file: str, question: str) -> None:
    """Make a case file for a question.

    Without QUESTION the most contested question of the reports added later is taken. CASE is best named *.rashomon:
    other commands find such a file in the current folder by themselves.
    """
    with Case.create(case_file, question):
        click.echo(f"Made {case_file}. Add reports: rashomon add {case_file} INPUT...", err=True)
