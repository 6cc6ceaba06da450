"""The command `rashomon`: a command is imported only when it is run, so that --help stays quick."""

import importlib
import io
import sys
from typing import Any, Final

import click

from rashomon.model.errors import RashomonError
from rashomon.present.plain import show_inline

COMMANDS: Final = {
    "analyze": ("rashomon.cli.analyze", "Analyse reports: who says what, which answers compete, how likely each is."),
    "extract": ("rashomon.cli.extract", "Show who says what in each report."),
    "copies": ("rashomon.cli.copies", "Show which reports were made from which."),
    "init": ("rashomon.cli.init", "Make a case file for a question."),
    "add": ("rashomon.cli.add", "Add reports to a case and judge it again."),
    "claims": ("rashomon.cli.claims", "List, accept, reject, correct, place, merge and split the claims of a case."),
    "questions": ("rashomon.cli.questions", "List, show, add, word and choose the questions of a case."),
    "hypotheses": (
        "rashomon.cli.hypotheses",
        "List, add, merge, split, rename and relate the answers of a case.",
    ),
    "facts": ("rashomon.cli.facts", "List quantities: from how many to how many, and who says which."),
    "matrix": ("rashomon.cli.matrix", "Show how each piece of evidence fits each answer."),
    "weigh": ("rashomon.cli.weigh", "Weigh the evidence with other settings and priors, and show the judgement alone."),
    "whatif": ("rashomon.cli.whatif", "Try some changes on the judgement, and see each answer before and after."),
    "sensitivity": ("rashomon.cli.sensitivity", "Show what the judgement hangs on."),
    "resolve": ("rashomon.cli.resolve", "Say which ANSWER turned out to be true, and see what misled."),
    "calibration": ("rashomon.cli.calibration", "Hold the judgements of resolved cases against the truth."),
    "undo": ("rashomon.cli.undo", "Take any decision back."),
    "rate": (
        "rashomon.cli.rate",
        "Say how well a piece of evidence fits an answer.",
    ),
    "forged": ("rashomon.cli.forged", "Say whether what a piece of evidence rests on is forged, staged or planted."),
    "why": ("rashomon.cli.why", "Walk from a number or an id down to the sentences."),
    "sources": ("rashomon.cli.sources", "List, show, merge, split, grade and tie the sources of a case."),
    "events": ("rashomon.cli.events", "List the events reports speak of, or show one with its sentences."),
    "lineage": ("rashomon.cli.lineage", "List, confirm and cut which reports of a case were made from which."),
    "reliability": (
        "rashomon.cli.reliability",
        "Learn how often sources are right from what they claim, and what is probably true.",
    ),
    "serve": ("rashomon.cli.serve", "Open a case in the browser: read, correct, try, report."),
    "export": ("rashomon.cli.export", "Write a case's analysis as JSON, Markdown or HTML."),
}
"""Name to module, which holds the click command as `command`, and its help line."""

NOTHING_DONE: Final = 2
INTERRUPTED: Final = 130


class RejectedCommandError(click.ClickException):
    """A RashomonError as the one clean line a user sees."""

    exit_code = NOTHING_DONE

    def show(self, file: Any = None) -> None:
        """Print the error with its code and what to do."""
        click.echo(show_inline(self.message), file=file, err=file is None)


class LazyGroup(click.Group):
    """A group whose commands stand in a table and are imported when needed; turns our errors into clean lines."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command line; whatever the locale, output is UTF-8."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A lone surrogate from hostile input becomes \\udXXX, which is also right inside a JSON string.
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        return super().main(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the walk."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command; None where the name is unknown."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table, importing none of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line) for name, (_, help_line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of ours is one line and status 2, Ctrl-C one line and status 130."""
        try:
            return super().invoke(ctx)
        except RashomonError as error:
            raise RejectedCommandError(str(error)) from error
        except KeyboardInterrupt:
            click.echo("\nInterrupted. What was acknowledged is kept; run the command again to go on.", err=True)
            ctx.exit(INTERRUPTED)


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="rashomon")
def cli() -> None:
    """One event, told by everyone.

    Rashomon reads conflicting reports about an event and shows who claims what, which explanations compete, how well
    the evidence supports each, and what would change the answer.
    """


def main() -> None:
    """Run the command line and exit with its status."""
    cli(prog_name="rashomon")
