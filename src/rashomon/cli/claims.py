"""`rashomon claims`: the claims of a case, and what an analyst corrects of them."""

from collections.abc import Sequence

import click

from rashomon.case import find_claim, find_event, find_source
from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case
from rashomon.cli.deciding import Wish, by_option, follow, make_undo, open_analysed, split_case, why_option
from rashomon.cli.ordered import ListingGroup
from rashomon.model.analysis import Analysis
from rashomon.model.correction import ClaimFix, write_fix
from rashomon.model.errors import CaseError
from rashomon.model.vocabulary import Certainty, DecisionKind, Polarity, Stance
from rashomon.present.analysis_json import shape_claims
from rashomon.present.index import index_analysis
from rashomon.present.listing import render_claims
from rashomon.present.shapes import encode_shape


@click.group("claims", cls=ListingGroup)
def command() -> None:
    """List, accept, reject, correct, place, merge and split the claims of a case.

    CLAIM is a claim's id, the beginning of that, or a report's id and a number: r1:3 is the third claim of report r1.
    CASE may be left out where the current folder holds exactly one *.rashomon file. Decisions are kept apart from what
    the machine says, win over it and last; the case is judged again at once.
    """


@command.command("list")
@case_argument
@options.json_option
def list_claims(case_file: str | None, as_json: bool) -> None:
    """List every claim with its chain of voices, and what analysts made of it."""
    with open_analysed(find_case(case_file)) as (case, analysis):
        decisions = case.decisions()
    if as_json:
        for shape in shape_claims(index_analysis(analysis)):
            click.echo(encode_shape(shape))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_claims(analysis, decisions, width=width, colour=colour))


def _decide_each(kind: DecisionKind, words: Sequence[str], *, why: str, by: str, as_json: bool) -> None:
    """Decide the same on every claim named; none is decided on where one is unknown."""
    case_file, wanted = split_case(words, fewest=1)
    with open_analysed(case_file) as (case, analysis):
        claim_ids = dict.fromkeys(find_claim(analysis, one).id for one in wanted)
        wishes = [Wish(kind=kind, subject_ids=(claim_id,)) for claim_id in claim_ids]
        follow(case, analysis, wishes, by=by, why=why, as_json=as_json)


@command.command("accept")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] CLAIM...")
@why_option
@by_option
@options.json_option
def accept_claims(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say that each CLAIM was checked and read right; no weight changes."""
    _decide_each(DecisionKind.ACCEPT_CLAIM, words, why=why, by=by, as_json=as_json)


@command.command("reject")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] CLAIM...")
@why_option
@by_option
@options.json_option
def reject_claims(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say that nobody claims what CLAIM is read as: it counts nowhere, and stays listed."""
    _decide_each(DecisionKind.REJECT_CLAIM, words, why=why, by=by, as_json=as_json)


@command.command("fix")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] CLAIM")
@click.option("--holder", metavar="SOURCE", help="Whose claim it is: a source of the case, or another name.")
@click.option("--polarity", type=click.Choice([str(one) for one in Polarity]), help="Whether it is said to be so.")
@click.option("--certainty", type=click.Choice([str(one) for one in Certainty]), help="How surely it is said.")
@click.option("--stance", type=click.Choice([str(one) for one in Stance]), help="How it is passed on.")
@click.option("--start", type=click.IntRange(min=0), help="Where its words begin in the report's text.")
@click.option("--end", type=click.IntRange(min=1), help="Where they end, the end excluded.")
@why_option
@by_option
@options.json_option
def fix_claim(words: tuple[str, ...], why: str, by: str, as_json: bool, **parts: str | int | None) -> None:
    """Correct CLAIM: whose it is, how it is put, or which words it is."""
    if all(value is None for value in parts.values()):
        raise click.UsageError("Give --holder, --polarity, --certainty, --stance, --start or --end.")
    case_file, (wanted,) = split_case(words, fewest=1, most=1)
    with open_analysed(case_file) as (case, analysis):
        claim_id = find_claim(analysis, wanted).id
        names = write_fix(_read_parts(analysis, parts))
        wish = Wish(kind=DecisionKind.FIX_CLAIM, subject_ids=(claim_id,), names=names)
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


def _read_parts(analysis: Analysis, parts: dict[str, str | int | None]) -> ClaimFix:
    """Return the parts given; a holder that is a source of the case goes by that source's name."""
    given = {part: value for part, value in parts.items() if value is not None}
    holder, source_id = given.pop("holder", None), None
    if holder is not None:
        try:
            source = find_source(analysis, str(holder))
        except CaseError as error:
            if error.code != "R-CASE-004":
                raise
        else:
            holder, source_id = source.name, source.id
    return ClaimFix(holder=holder, source=source_id, **given)  # type: ignore[arg-type]


@command.command("place")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] CLAIM [EVENT]")
@click.option("--nowhere", is_flag=True, help="It speaks of no event that is known.")
@why_option
@by_option
@options.json_option
def place_claim(words: tuple[str, ...], nowhere: bool, why: str, by: str, as_json: bool) -> None:
    """Say which EVENT the CLAIM speaks of, or with --nowhere that it speaks of none that is known."""
    wanted_words = 1 if nowhere else 2
    case_file, (wanted, *event) = split_case(words, fewest=wanted_words, most=wanted_words)
    with open_analysed(case_file) as (case, analysis):
        claim_id = find_claim(analysis, wanted).id
        found = find_event(analysis.linkage.events, event[0]) if event else None
        names, value = ((found.label,), found.id) if found else ((), "")
        wish = Wish(kind=DecisionKind.PLACE_CLAIM, subject_ids=(claim_id,), value=value, names=names)
        follow(case, analysis, [wish], by=by, why=why, as_json=as_json)


def _decide_pair(kind: DecisionKind, words: Sequence[str], *, why: str, by: str, as_json: bool) -> None:
    case_file, pair = split_case(words, fewest=2, most=2)
    with open_analysed(case_file) as (case, analysis):
        subject_ids = tuple(find_claim(analysis, one).id for one in pair)
        follow(case, analysis, [Wish(kind=kind, subject_ids=subject_ids)], by=by, why=why, as_json=as_json)


@command.command("merge")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] CLAIM OTHER")
@why_option
@by_option
@options.json_option
def merge_claims(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say that CLAIM says the same as OTHER: both come from one origin, and count once."""
    _decide_pair(DecisionKind.MERGE_CLAIMS, words, why=why, by=by, as_json=as_json)


@command.command("split")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] CLAIM OTHER")
@why_option
@by_option
@options.json_option
def split_claims(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
    """Say that CLAIM does not say the same as OTHER, nor was made from it."""
    _decide_pair(DecisionKind.SPLIT_CLAIMS, words, why=why, by=by, as_json=as_json)


command.add_command(make_undo("claims"))
