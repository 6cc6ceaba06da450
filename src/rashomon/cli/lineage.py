"""`rashomon lineage`: which reports of a case were made from which, and what an analyst decides about it."""

import click

from rashomon.case import find_document
from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case
from rashomon.cli.deciding import Wish, by_option, follow, make_undo, open_analysed, split_case, why_option
from rashomon.cli.ordered import OrderedGroup
from rashomon.model.analysis import Analysis
from rashomon.model.document import Document
from rashomon.model.errors import DecisionError
from rashomon.model.vocabulary import CopyKind, DecisionKind
from rashomon.present.lineage_json import shape_links
from rashomon.present.lineage_text import render_lineage
from rashomon.present.shapes import encode_shape


@click.group("lineage", cls=OrderedGroup)
def command() -> None:
    """List, confirm and cut which reports of a case were made from which.

    REPORT and SOURCE are reports: the id one was given under, its own id or the beginning of that, or its publisher, if
    that has a single report here. CASE may be left out where the current folder holds exactly one *.rashomon file.
    Decisions win over what the machine finds and last; the case is judged again at once.
    """


@command.command("list")
@case_argument
@options.json_option
def list_links(case_file: str | None, as_json: bool) -> None:
    """List which reports were made from which: how, how much, how sure, why."""
    with open_analysed(find_case(case_file)) as (case, analysis):
        decisions = case.decisions()
    if as_json:
        for shape in shape_links(analysis, decisions):
            click.echo(encode_shape(shape))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_lineage(analysis, decisions, width=width, colour=colour))


@command.command("confirm")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] REPORT SOURCE")
@click.option("--kind", type=click.Choice([str(kind) for kind in CopyKind]), help="How it was made from it.")
@why_option
@by_option
@options.json_option
def confirm_link(words: tuple[str, ...], kind: str | None, why: str, by: str, as_json: bool) -> None:
    """Say that REPORT was made from SOURCE, whether or not the machine found it so."""
    case_file, (report, source) = split_case(words, fewest=2, most=2)
    with open_analysed(case_file) as (case, analysis):
        subject_ids = (find_document(case.documents(), report).id, find_document(case.documents(), source).id)
        wish = Wish(kind=DecisionKind.CONFIRM_COPY, subject_ids=subject_ids, value=kind or "")
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


@command.command("cut")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] REPORT [SOURCE]")
@why_option
@by_option
@options.json_option
def cut_link(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say that REPORT was not made from SOURCE; without SOURCE, from the report it is linked to now."""
    case_file, (report, *source) = split_case(words, fewest=1, most=2)
    with open_analysed(case_file) as (case, analysis):
        cut = find_document(case.documents(), report)
        other_id = find_document(case.documents(), source[0]).id if source else _find_linked(cut, analysis)
        wish = Wish(kind=DecisionKind.CUT_COPY, subject_ids=(cut.id, other_id))
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


def _find_linked(document: Document, analysis: Analysis) -> str:
    """Return the report that another is linked to. Raises DecisionError (R-DECIDE-004) where it is linked to none."""
    for link in analysis.linkage.copies:
        if link.document_id == document.id:
            return link.copy_of
    raise DecisionError("R-DECIDE-004", document.input_id, what="made from no other report, as far as is known")


command.add_command(make_undo("copies"))
