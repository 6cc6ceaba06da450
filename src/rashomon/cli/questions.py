"""`rashomon questions`: what the reports of a case contest, and which question an analyst wants answered."""

import click

from rashomon.case import find_question, list_questions
from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case
from rashomon.cli.deciding import Wish, by_option, follow, make_undo, open_analysed, split_case, why_option
from rashomon.cli.ordered import ListingGroup
from rashomon.model.vocabulary import DecisionKind
from rashomon.present.analysis_json import shape_question
from rashomon.present.questions_text import render_question, render_questions
from rashomon.present.shapes import encode_shape


@click.group("questions", cls=ListingGroup)
def command() -> None:
    """List, show, add, word and choose the questions of a case.

    Without a command they are listed: the one the case answers, then those its reports contest, the weightiest first.
    QUESTION is an id, the beginning of one, or words that only one question has. CASE may be left out where the
    current folder holds exactly one *.rashomon file.
    """


@command.command("list")
@case_argument
@options.json_option
def show_questions(case_file: str | None, as_json: bool) -> None:
    """List the questions, and who answers them how."""
    with open_analysed(find_case(case_file)) as (case, analysis):
        questions, decisions = list_questions(analysis, case.questions()), case.decisions()
    if as_json:
        for question in questions:
            click.echo(encode_shape(shape_question(question)))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_questions(analysis, questions, decisions, width=width, colour=colour))


@command.command("show")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] QUESTION")
@options.json_option
def show_question(words: tuple[str, ...], as_json: bool) -> None:
    """Show one question: the sides holders take, and their sentences."""
    case_file, (wanted,) = split_case(words, fewest=1, most=1)
    with open_analysed(case_file) as (case, analysis):
        question = find_question(list_questions(analysis, case.questions()), wanted)
        decisions = case.decisions()
    if as_json:
        click.echo(encode_shape(shape_question(question)))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_question(question, analysis, decisions, width=width, colour=colour))


@command.command("add")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] TEXT")
@why_option
@by_option
@options.json_option
def add_question(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Add a question in your own words; `choose` has it answered."""
    case_file, (text,) = split_case(words, fewest=1, most=1)
    with open_analysed(case_file) as (case, analysis):
        wish = Wish(kind=DecisionKind.ADD_QUESTION, subject_ids=(), value=text)
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


@command.command("word")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] QUESTION TEXT")
@why_option
@by_option
@options.json_option
def word_question(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Put QUESTION in other words; its id, and what it asks for, stay."""
    case_file, (wanted, text) = split_case(words, fewest=2, most=2)
    with open_analysed(case_file) as (case, analysis):
        question = find_question(list_questions(analysis, case.questions()), wanted)
        wish = Wish(kind=DecisionKind.WORD_QUESTION, subject_ids=(question.id,), value=text)
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


@command.command("choose")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] QUESTION")
@why_option
@by_option
@options.json_option
def choose_question(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Have the case answer QUESTION from now on; answers, evidence and judgement are those of that question."""
    case_file, (wanted,) = split_case(words, fewest=1, most=1)
    with open_analysed(case_file) as (case, analysis):
        asked = case.questions()
        question = find_question(list_questions(analysis, asked), wanted)
        before = [one.id for one in asked[:1] if one.id != question.id]
        wish = Wish(kind=DecisionKind.CHOOSE_QUESTION, subject_ids=(question.id, *before), value=question.text)
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


command.add_command(make_undo("questions"))
