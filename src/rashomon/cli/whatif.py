"""`rashomon whatif`: some things changed, and what becomes of the judgement; scenarios kept by name."""

from dataclasses import dataclass
from typing import Any

import click

from rashomon.case import Case, Wanted, find_scenario, read_changes
from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case
from rashomon.cli.deciding import Wish, by_option, keep, open_analysed, why_option
from rashomon.model.analysis import Analysis
from rashomon.model.scenario import Scenario, write_change
from rashomon.model.vocabulary import DecisionKind
from rashomon.present.decisions import shorten_ids
from rashomon.present.index import index_analysis
from rashomon.present.shapes import encode_shape
from rashomon.present.whatif import render_scenario, render_scenarios, shape_kept, shape_scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for."""

    case_file: str | None
    drop: tuple[str, ...]
    regrade: tuple[str, ...]
    dependent: tuple[str, ...]
    prior: tuple[str, ...]
    suppose: tuple[str, ...]
    forged: tuple[str, ...]
    genuine: tuple[str, ...]
    save: str | None
    scenario: str | None
    listing: bool
    why: str
    by: str
    as_json: bool


@click.command("whatif")
@case_argument
@click.option(
    "--drop",
    multiple=True,
    metavar="ITEM|SOURCE|ORIGIN",
    help="Leave out a piece of evidence, or all that came through a source or from an origin.",
)
@click.option(
    "--regrade", multiple=True, metavar="SOURCE=A-F", help="Grade a source: E weighs least, F changes nothing."
)
@click.option("--dependent", multiple=True, metavar="A,B", help="Count sources or origins as one group.")
@click.option("--prior", multiple=True, metavar="ANSWER=P", help="How likely an answer is before any evidence.")
@click.option(
    "--suppose",
    multiple=True,
    metavar="INDICATOR=yes|no|ANSWER",
    help="Take an indicator for seen, for not seen, or for pointing to an answer.",
)
@click.option("--forged", multiple=True, metavar="ITEM", help="Take the thing a piece of evidence rests on for forged.")
@click.option("--genuine", multiple=True, metavar="ITEM", help="Take it for what it is shown as, whoever doubts it.")
@click.option("--save", metavar="NAME", help="Keep these changes as a scenario.")
@click.option("--scenario", metavar="NAME", help="Try a scenario that is kept, with any further changes.")
@click.option("--list", "listing", is_flag=True, help="List the scenarios that are kept.")
@why_option
@by_option
@options.json_option
def command(**given: Any) -> None:
    """Try some changes on the judgement, and see each answer before and after.

    The case's judgement stays as it is. ITEM is a number as the page prints it, or an id; an INDICATOR is named by its
    place in `rashomon sensitivity`, its id, or words of it. A scenario that is kept is taken back with `rashomon undo`.
    """
    request = Request(**given)
    with open_analysed(find_case(request.case_file)) as (case, analysis):
        if request.listing:
            _list(case, analysis, as_json=request.as_json)
            return
        asked = _read(request, case, analysis)
        outcome = case.try_scenario(asked)
        kept = keep(case, [_wish(analysis, asked)], by=request.by, why=request.why) if request.save else ()
    if request.as_json:
        click.echo(encode_shape(shape_scenario(outcome, index_analysis(analysis))))
        return
    terminal.print_page(render_scenario(outcome, analysis, **terminal.page_settings()))
    for decision in kept:
        click.echo(f"  To take it back: rashomon undo {decision.id}")


def _read(request: Request, case: Case, analysis: Analysis) -> Scenario:
    wanted = Wanted(
        drop=request.drop,
        regrade=request.regrade,
        dependent=request.dependent,
        prior=request.prior,
        suppose=request.suppose,
        forged=request.forged,
        genuine=request.genuine,
    )
    kept = find_scenario(case.scenarios(), request.scenario) if request.scenario else Scenario(changes=())
    changes = (*kept.changes, *read_changes(analysis, wanted))
    if not changes:
        raise click.UsageError("Say what to change, for example --drop 3; or give --scenario NAME or --list.")
    return Scenario(changes=changes, name=request.save or kept.name, by=kept.by, decision_id=kept.decision_id)


def _wish(analysis: Analysis, scenario: Scenario) -> Wish:
    return Wish(
        kind=DecisionKind.KEEP_SCENARIO,
        subject_ids=(analysis.hypothesis_set.question.id,),
        value=scenario.name,
        names=tuple(map(write_change, scenario.changes)),
    )


def _list(case: Case, analysis: Analysis, *, as_json: bool) -> None:
    scenarios = case.scenarios()
    if as_json:
        index = index_analysis(analysis)
        for one in scenarios:
            click.echo(encode_shape(shape_kept(one, index)))
        return
    short = shorten_ids([decision.id for decision in case.decisions()])
    terminal.print_page(render_scenarios(scenarios, analysis, short, **terminal.page_settings()))
