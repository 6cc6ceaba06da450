"""`rashomon rate`: an analyst's cell of the matrix, which wins over the machine's."""

import click

from rashomon.case import Case, find_hypothesis, find_item
from rashomon.cli import options, terminal
from rashomon.cli.deciding import Wish, by_option, follow, keep, open_analysed, split_case, why_option
from rashomon.model.decision import MOST_NAMES
from rashomon.model.vocabulary import DecisionKind
from rashomon.present.matrix import MatrixRequest
from rashomon.present.matrix_json import shape_matrix
from rashomon.present.matrix_text import render_matrix
from rashomon.present.shapes import encode_shape


@click.command("rate")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] ITEM ANSWER CC|C|N|I|II")
@click.option("--blind", is_flag=True, help="Say nothing of what it does to the judgement.")
@why_option
@by_option
@options.json_option
def command(words: tuple[str, ...], blind: bool, why: str, by: str, as_json: bool) -> None:
    """Say how well a piece of evidence fits an answer.

    It wins over what the machine says, which stays beside it. ITEM is a number as the page prints it, or an id. CC fits
    well, C fits, N neutral, I does not fit, II does not fit at all. Each analyst has one cell an item and answer, the
    last one given; where several rate a cell, their mean holds. `rashomon undo` takes a rating back.
    """
    case_file, (item, answer, symbol) = split_case(words, fewest=3, most=3)
    with open_analysed(case_file) as (case, analysis):
        link = find_item(analysis, item)
        label = find_hypothesis(analysis, answer).label
        subject_ids = (analysis.hypothesis_set.question.id, link.id, label)
        claim_ids = link.claim_ids[:MOST_NAMES]
        kind = DecisionKind.RATE_CELL
        wish = Wish(kind=kind, subject_ids=subject_ids, value=symbol.upper(), names=claim_ids)
        if blind:
            keep(case, [wish], by=by, why=why)
            _show_blind(case, by, as_json=as_json)
        else:
            follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


def _show_blind(case: Case, rater: str, *, as_json: bool) -> None:
    """Judge the case again and print the sheet of a rater who is to see no more than that."""
    with terminal.show_progress() as progress:
        analysis = case.analyze(on_progress=progress)
    request = MatrixRequest(blind_for=rater)
    if as_json:
        click.echo(encode_shape(shape_matrix(analysis, request)))
    else:
        terminal.print_page(render_matrix(analysis, request=request, **terminal.page_settings()))
