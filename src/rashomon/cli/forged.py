"""`rashomon forged`: an analyst's word on whether the thing a piece of evidence rests on is genuine."""

import click

from rashomon.case import find_item
from rashomon.cli import options
from rashomon.cli.deciding import Wish, by_option, follow, open_analysed, split_case, why_option
from rashomon.model.decision import MOST_NAMES
from rashomon.model.vocabulary import DecisionKind, Forgery

_WORDS = {"yes": Forgery.FORGED, "no": Forgery.GENUINE, "unknown": Forgery.UNKNOWN}


@click.command("forged")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] ITEM yes|no|unknown")
@why_option
@by_option
@options.json_option
def command(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say whether what a piece of evidence rests on is forged, staged or planted.

    ITEM is a number as the page prints it, or an id. With yes the video, letter or trace says nothing, and neither does
    any other evidence that rests on it; with no it counts as genuine, whoever doubts it; unknown leaves it to the
    reports. `rashomon undo` takes it back; `rashomon whatif --forged` tries it first.
    """
    case_file, (item, said) = split_case(words, fewest=2, most=2)
    if said.lower() not in _WORDS:
        raise click.UsageError(f"'{said}' is none of yes, no, unknown.")
    with open_analysed(case_file) as (case, analysis):
        link = find_item(analysis, item)
        wish = Wish(
            kind=DecisionKind.SET_FORGED,
            subject_ids=(analysis.hypothesis_set.question.id, link.id),
            value=_WORDS[said.lower()],
            names=link.claim_ids[:MOST_NAMES],
        )
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)
