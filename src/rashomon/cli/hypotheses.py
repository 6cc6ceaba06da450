"""`rashomon hypotheses`: the competing answers of a case, and what an analyst decides about them."""

import click

from rashomon.case import find_hypothesis
from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case
from rashomon.cli.deciding import Wish, by_option, follow, make_undo, open_analysed, split_case, why_option
from rashomon.cli.ordered import ListingGroup
from rashomon.model.vocabulary import DecisionKind, HypothesisRelationKind
from rashomon.present.analysis_json import shape_hypothesis
from rashomon.present.hypotheses_text import render_hypotheses, render_hypothesis
from rashomon.present.index import index_analysis
from rashomon.present.shapes import encode_shape

RELATIONS = "|".join(HypothesisRelationKind)


@click.group("hypotheses", cls=ListingGroup)
def command() -> None:
    """List, add, merge, split, rename and relate the answers of a case.

    Without a command they are listed. ANSWER is an answer's label, any other name it goes by, its id or the beginning
    of that. CASE may be left out where the current folder holds exactly one *.rashomon file. Decisions are kept apart
    from what the machine says, win over it and last; the case is judged again at once.
    """


@command.command("list")
@case_argument
@options.json_option
def list_hypotheses(case_file: str | None, as_json: bool) -> None:
    """List the competing answers of a case, and who holds them."""
    with open_analysed(find_case(case_file)) as (case, analysis):
        decisions = case.decisions()
    if as_json:
        index = index_analysis(analysis)
        for hypothesis in index.hypotheses_by_rank:
            click.echo(encode_shape(shape_hypothesis(hypothesis, index)))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_hypotheses(analysis, decisions, width=width, colour=colour))


@command.command("show")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] ANSWER")
@options.json_option
def show_hypothesis(words: tuple[str, ...], as_json: bool) -> None:
    """Show one answer: who holds it, how it stands to the others, its sentences, and what was decided on it."""
    case_file, (wanted,) = split_case(words, fewest=1, most=1)
    with open_analysed(case_file) as (case, analysis):
        hypothesis, decisions = find_hypothesis(analysis, wanted), case.decisions()
    if as_json:
        click.echo(encode_shape(shape_hypothesis(hypothesis, index_analysis(analysis))))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_hypothesis(hypothesis, analysis, decisions, width=width, colour=colour))


@command.command("add")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] LABEL")
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="Another name of it; may be given again.")
@why_option
@by_option
@options.json_option
def add_hypothesis(words: tuple[str, ...], aliases: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Add an answer the machine did not find; claims that name it bear on it."""
    case_file, (label,) = split_case(words, fewest=1, most=1)
    with open_analysed(case_file) as (case, analysis):
        question_id = analysis.hypothesis_set.question.id
        wish = Wish(kind=DecisionKind.ADD_HYPOTHESIS, subject_ids=(question_id,), value=label, names=aliases)
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


@command.command("merge")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] ANSWER INTO")
@why_option
@by_option
@options.json_option
def merge_hypotheses(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say that ANSWER is the same as INTO, whose label and id stay."""
    case_file, wanted = split_case(words, fewest=2, most=2)
    with open_analysed(case_file) as (case, analysis):
        labels = tuple(find_hypothesis(analysis, one).label for one in wanted)
        subject_ids = (analysis.hypothesis_set.question.id, *labels)
        follow(
            case,
            analysis,
            [Wish(kind=DecisionKind.MERGE_HYPOTHESES, subject_ids=subject_ids)],
            by=by,
            why=why,
            as_json=as_json,
        )


@command.command("split")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] ANSWER NAME...")
@why_option
@by_option
@options.json_option
def split_hypothesis(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say that each NAME of ANSWER is another answer's.

    Names that a merge brought in go back, with all that was merged with them; names the machine had joined become an
    answer of their own, with the claims that use them.
    """
    case_file, (wanted, *names) = split_case(words, fewest=2)
    with open_analysed(case_file) as (case, analysis):
        subject_ids = (analysis.hypothesis_set.question.id, find_hypothesis(analysis, wanted).label)
        wish = Wish(kind=DecisionKind.SPLIT_HYPOTHESIS, subject_ids=subject_ids, names=tuple(names))
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


@command.command("rename")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] ANSWER LABEL")
@why_option
@by_option
@options.json_option
def rename_hypothesis(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Call ANSWER something else; its id stays, and its old label is one of its names."""
    case_file, (wanted, label) = split_case(words, fewest=2, most=2)
    with open_analysed(case_file) as (case, analysis):
        subject_ids = (analysis.hypothesis_set.question.id, find_hypothesis(analysis, wanted).label)
        wish = Wish(kind=DecisionKind.RENAME_HYPOTHESIS, subject_ids=subject_ids, value=label)
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


@command.command("relate")
@click.argument("words", nargs=-1, required=True, metavar=f"[CASE] ANSWER {RELATIONS} OTHER")
@why_option
@by_option
@options.json_option
def relate_hypotheses(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say how ANSWER stands to OTHER: not both, perhaps both, or OTHER is a case of ANSWER."""
    case_file, (one, kind, other) = split_case(words, fewest=3, most=3)
    with open_analysed(case_file) as (case, analysis):
        labels = (find_hypothesis(analysis, one).label, find_hypothesis(analysis, other).label)
        subject_ids = (analysis.hypothesis_set.question.id, *labels)
        wish = Wish(kind=DecisionKind.RELATE_HYPOTHESES, subject_ids=subject_ids, value=kind.lower())
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


command.add_command(make_undo("hypotheses"))
