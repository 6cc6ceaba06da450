"""`rashomon sources`: who speaks in a case, and what an analyst decides about them."""

from typing import Any

import click

from rashomon.case import find_hypothesis, find_source
from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case
from rashomon.cli.deciding import Wish, by_option, follow, make_undo, open_analysed, split_case, why_option
from rashomon.cli.ordered import OrderedGroup
from rashomon.model.analysis import Analysis
from rashomon.model.vocabulary import Access, DecisionKind, DependenceKind, Grade, Interest, SourceKind
from rashomon.model.wording import GRADES
from rashomon.present.shapes import encode_shape
from rashomon.present.sources_json import shape_source, shape_sources
from rashomon.present.sources_text import render_source, render_sources

GRADE_LIST = "; ".join(f"{grade} {words}" for grade, words in GRADES.items())


@click.group("sources", cls=OrderedGroup)
def command() -> None:
    """List, show, merge, split, grade and tie the sources of a case.

    SOURCE is a source's name, any other name it goes by, its id or the beginning of that. CASE may be left out where
    the current folder holds exactly one *.rashomon file. Decisions are kept apart from what the machine says, win over
    it and last; the case is judged again at once.
    """


@command.command("list")
@case_argument
@click.option("--all", "everybody", is_flag=True, help="Also voices of unknown kind with one claim or none.")
@options.json_option
def list_sources(case_file: str | None, everybody: bool, as_json: bool) -> None:
    """List who speaks, for whom, and how much."""
    with open_analysed(find_case(case_file)) as (case, analysis):
        decisions = case.decisions()
    if as_json:
        for shape in shape_sources(analysis):
            click.echo(encode_shape(shape))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_sources(analysis, decisions, everybody=everybody, width=width, colour=colour))


@command.command("show")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] SOURCE")
@options.json_option
def show_source(words: tuple[str, ...], as_json: bool) -> None:
    """Show one source: every name it goes by and why, and what it says."""
    case_file, (wanted,) = split_case(words, fewest=1, most=1)
    with open_analysed(case_file) as (case, analysis):
        source, decisions = find_source(analysis, wanted), case.decisions()
    if as_json:
        click.echo(encode_shape(shape_source(source, analysis, decisions)))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_source(source, analysis, decisions, width=width, colour=colour))


@command.command("merge")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] SOURCE INTO")
@why_option
@by_option
@options.json_option
def merge_sources(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say that SOURCE is the same as INTO, whose name and id stay."""
    case_file, (merged, into) = split_case(words, fewest=2, most=2)
    with open_analysed(case_file) as (case, analysis):
        subject_ids = (find_source(analysis, merged).id, find_source(analysis, into).id)
        wish = Wish(kind=DecisionKind.MERGE_SOURCES, subject_ids=subject_ids)
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


@command.command("split")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] SOURCE NAME...")
@why_option
@by_option
@options.json_option
def split_source(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say that each NAME of SOURCE is somebody else's.

    Names that a merge brought in go back, with all that was merged with them; names the machine had joined become a
    source of their own.
    """
    case_file, (wanted, *names) = split_case(words, fewest=2)
    with open_analysed(case_file) as (case, analysis):
        subject_ids = (find_source(analysis, wanted).id,)
        wish = Wish(kind=DecisionKind.SPLIT_SOURCE, subject_ids=subject_ids, names=tuple(names))
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


@command.command("grade", help=f"Grade how reliable SOURCE is, with the basis as --why.\n\n{GRADE_LIST}.")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] SOURCE A|B|C|D|E|F")
@why_option
@by_option
@options.json_option
def grade_source(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Keep a grade, in upper case however it was typed."""
    case_file, (wanted, grade) = split_case(words, fewest=2, most=2)
    with open_analysed(case_file) as (case, analysis):
        subject_ids = (find_source(analysis, wanted).id,)
        value = grade.upper() if grade.upper() in tuple(Grade) else grade
        wish = Wish(kind=DecisionKind.GRADE_SOURCE, subject_ids=subject_ids, value=value)
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


@command.command("set")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] SOURCE")
@click.option("--kind", type=click.Choice([str(kind) for kind in SourceKind]), help="What kind of source it is.")
@click.option("--camp", metavar="NAME", help='For whom it speaks; "" where nobody knows.')
@click.option("--access", type=click.Choice([str(one) for one in Access]), help="How near it was to the evidence.")
@click.option(
    "--stake",
    "stakes",
    multiple=True,
    metavar="ANSWER=" + "|".join(Interest),
    help="What it has at stake in an answer; may be given again.",
)
@why_option
@by_option
@options.json_option
def set_source(
    words: tuple[str, ...], kind: str | None, camp: str | None, access: str | None, stakes: tuple[str, ...], **how: Any
) -> None:
    """Set what is known of SOURCE: its kind, for whom it speaks, how near it was, what it has at stake."""
    if kind is None and camp is None and access is None and not stakes:
        raise click.UsageError("Give --kind, --camp, --access or --stake.")
    case_file, (wanted,) = split_case(words, fewest=1, most=1)
    with open_analysed(case_file) as (case, analysis):
        source_id = find_source(analysis, wanted).id
        told = ((DecisionKind.SET_KIND, kind), (DecisionKind.SET_CAMP, camp), (DecisionKind.SET_ACCESS, access))
        wishes = [Wish(kind=what, subject_ids=(source_id,), value=value) for what, value in told if value is not None]
        wishes += [_wish_stake(analysis, source_id, stake) for stake in stakes]
        follow(case, analysis, wishes, **how)


def _wish_stake(analysis: Analysis, source_id: str, stake: str) -> Wish:
    answer, equals, interest = stake.rpartition("=")
    if not equals:
        raise click.UsageError(f"'{stake}' is no ANSWER={'|'.join(Interest)}.")
    label = find_hypothesis(analysis, answer).label
    return Wish(kind=DecisionKind.SET_STAKE, subject_ids=(source_id, label), value=interest.lower())


@command.command("dependent")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] SOURCE OTHER")
@click.option("--strength", type=float, metavar="NUMBER", help="How far, above 0 and up to 1.  [default: as is set]")
@click.option("--as", "reason", type=click.Choice([str(one) for one in DependenceKind]), help="In what way.")
@why_option
@by_option
@options.json_option
def tie_sources(words: tuple[str, ...], strength: float | None, reason: str | None, **how: Any) -> None:
    """Say that SOURCE and OTHER do not speak independently; either may be the id of an origin."""
    if strength is not None and reason is not None:
        raise click.UsageError("Give --strength or --as, not both.")
    value = str(strength) if strength is not None else reason or DependenceKind.DECIDED
    _decide_pair(DecisionKind.SET_DEPENDENCE, words, value, **how)


@command.command("independent")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] SOURCE OTHER")
@why_option
@by_option
@options.json_option
def cut_sources(words: tuple[str, ...], **how: Any) -> None:
    """Say that SOURCE and OTHER speak independently; either may be the id of an origin."""
    _decide_pair(DecisionKind.CUT_DEPENDENCE, words, "", **how)


def _decide_pair(kind: DecisionKind, words: tuple[str, ...], value: str, **how: Any) -> None:
    case_file, pair = split_case(words, fewest=2, most=2)
    with open_analysed(case_file) as (case, analysis):
        origins = {origin.id for origin in analysis.linkage.origins}
        subject_ids = tuple(one if one in origins else find_source(analysis, one).id for one in pair)
        follow(case, analysis, [Wish(kind=kind, subject_ids=subject_ids, value=value)], **how)


command.add_command(make_undo("sources"))
