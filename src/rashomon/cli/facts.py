"""`rashomon facts`: the quantities the reports give, by event, with who gives which."""

from collections.abc import Sequence

import click

from rashomon.case import Case, NothingReadableError, analyze_reports
from rashomon.cli import options, terminal
from rashomon.cli.case_file import SUFFIX, find_case
from rashomon.cli.ordered import ListingGroup
from rashomon.model.analysis import Analysis
from rashomon.model.errors import CaseError, InputError
from rashomon.present.analysis_json import shape_fact
from rashomon.present.fact_order import find_facts, rank_facts
from rashomon.present.facts_text import render_fact, render_facts
from rashomon.present.index import index_analysis
from rashomon.present.shapes import encode_shape

Read = tuple[Analysis, tuple[InputError, ...]]


question_option = click.option("--question", help="What to ask of reports that are no case.")


@click.group("facts", cls=ListingGroup)
def command() -> None:
    """List quantities: from how many to how many, and who says which.

    `rashomon facts CASE` and `rashomon facts INPUT...` list them. A later count of one holder replaces an earlier one;
    "best" is what independent origins and the latest reports bear out most.
    """


@command.command("list", epilog=options.INPUT_HELP)
@click.argument("words", nargs=-1, metavar="[CASE | INPUT...]")
@question_option
@options.json_option
@click.pass_context
def list_facts(ctx: click.Context, words: tuple[str, ...], question: str | None, as_json: bool) -> None:
    """List the quantities of each event, the event asked about first."""
    analysis, rejected = _read(words, question)
    if as_json:
        for fact in rank_facts(index_analysis(analysis)):
            click.echo(encode_shape(shape_fact(fact)))
    else:
        terminal.print_page(render_facts(analysis, **terminal.page_settings()))
    ctx.exit(terminal.exit_status(rejected, done=len(analysis.documents)))


@command.command("show", epilog=options.INPUT_HELP)
@click.argument("words", nargs=-1, required=True, metavar="[CASE | INPUT...] SLOT")
@question_option
@options.json_option
@click.pass_context
def show_facts(ctx: click.Context, words: tuple[str, ...], question: str | None, as_json: bool) -> None:
    """Show one quantity with every value and its words.

    SLOT is what is counted or measured ("killed", "depth"), a word of it, or a fact's id.
    """
    *given, wanted = words
    analysis, rejected = _read(given, question)
    facts = find_facts(index_analysis(analysis), wanted)
    if not facts:
        raise CaseError(
            "R-CASE-004", f"'{wanted}'", what="nothing counted goes by that name", advice="List with `rashomon facts`."
        )
    if as_json:
        for fact in facts:
            click.echo(encode_shape(shape_fact(fact)))
    else:
        terminal.print_page(render_fact(facts, analysis, **terminal.page_settings()))
    ctx.exit(terminal.exit_status(rejected, done=len(analysis.documents)))


def _read(words: Sequence[str], question: str | None) -> Read:
    """Return the analysis of a case file, of the only one here where no word is given, or of reports nobody keeps."""
    if len(words) > 1 or (words and not words[0].endswith(SUFFIX)):
        try:
            with terminal.show_progress() as progress:
                analysis, rejected = analyze_reports(list(words), question=question, on_progress=progress)
        except NothingReadableError as error:
            terminal.print_errors(error.rejected)
            raise
        terminal.print_errors(rejected)
        return analysis, rejected
    with Case.open(find_case(words[0] if words else None)) as case:
        kept = case.analysis()
        # Analyses of earlier versions did not keep the values.
        if kept is None or not all(fact.values for fact in kept.hypothesis_set.facts):
            with terminal.show_progress() as progress:
                kept = case.analyze(on_progress=progress)
    return kept, ()
