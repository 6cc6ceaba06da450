"""`rashomon weigh`: the judgement alone, with its settings; priors tried or kept."""

from dataclasses import dataclass, replace
from typing import Any

import click

from rashomon.case import Wanted, list_settings, match_base_rates, read_changes, read_prior, read_settings
from rashomon.cli import options, terminal
from rashomon.cli.case_file import case_argument, find_case
from rashomon.cli.deciding import Wish, by_option, keep, open_analysed, why_option
from rashomon.model.analysis import Analysis
from rashomon.model.scenario import Change, Scenario
from rashomon.model.vocabulary import ChangeKind, DecisionKind
from rashomon.present.shapes import encode_shape
from rashomon.present.weighed import Beside, render_weighed, shape_weighed


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for."""

    case_file: str | None
    settings: tuple[str, ...]
    prior: tuple[str, ...]
    base_rates: bool
    priors_alone: bool
    samples: int | None
    seed: int | None
    keep: bool
    why: str
    by: str
    as_json: bool


@click.command("weigh")
@case_argument
@click.option("--set", "settings", multiple=True, metavar="SETTING=VALUE", help="Try another setting.")
@click.option("--prior", multiple=True, metavar="ANSWER=P", help="How likely an answer is before any evidence.")
@click.option(
    "--base-rates", is_flag=True, help="Published rates for events of this kind as priors, with their source."
)
@click.option("--priors-alone", is_flag=True, help="The priors alone: what one would say before reading a report.")
@click.option("--samples", type=int, metavar="N", help="Settings sampled for the intervals.")
@click.option("--seed", type=int, metavar="N", help="Draw other samples.")
@click.option("--keep", is_flag=True, help="Keep the priors given as your decision.")
@why_option
@by_option
@options.json_option
def command(**given: Any) -> None:
    """Weigh the evidence with other settings and priors, and show the judgement alone.

    Answers given no prior share what is left. Nothing is kept but, with --keep, the priors: they hold from then on,
    until `rashomon undo` takes them back. The settings are told in the reference page of parameters.
    """
    request = Request(**given)
    if request.keep and not (request.prior or request.base_rates):
        raise click.UsageError("Give the priors to keep with --prior or --base-rates.")
    if request.prior and request.base_rates:
        raise click.UsageError("Give --prior or --base-rates: one's own priors or published ones.")
    sampled = [("samples", request.samples), ("seed", request.seed)]
    words = [*request.settings, *(f"{name}={value}" for name, value in sampled if value is not None)]
    parameters = read_settings(words)
    with open_analysed(find_case(request.case_file)) as (case, before):
        rates = match_base_rates(before) if request.base_rates else None
        if rates is not None:
            # *Something else* has what the others leave.
            kept = {one.hypothesis_id for one in before.hypothesis_set.priors}
            named = {one.id: one.label for one in before.hypothesis_set.hypotheses if not one.residual}
            shares = {one.hypothesis_id: one.probability for one in rates.priors}
            priors = tuple(
                f"{label}={shares[hypothesis_id]:.6g}"
                for hypothesis_id, label in named.items()
                if hypothesis_id not in kept
            )
            why = request.why or f"{rates.table.source} ({rates.table.year})"
            request = replace(request, prior=priors, why=why)
        judgement = case.try_scenario(_ask(before, request), parameters=parameters).after
        analysis = before
        if request.keep:
            wishes = [_wish(before, prior) for prior in request.prior]
            keep(case, wishes, by=request.by, why=request.why)
            with terminal.show_progress() as progress:
                analysis = case.analyze(on_progress=progress)
        decisions = case.decisions()
    settings, page = list_settings(parameters), terminal.page_settings()
    if request.as_json:
        click.echo(encode_shape(shape_weighed(judgement, analysis, settings, rates=rates)))
    else:
        terminal.print_page(
            render_weighed(judgement, analysis, settings, Beside(decisions=decisions, rates=rates), **page)
        )


def _ask(analysis: Analysis, request: Request) -> Scenario:
    """Return the priors, and the evidence left out where the priors alone are asked for, as a scenario."""
    changes = read_changes(analysis, Wanted(prior=request.prior))
    evidence = tuple(link.id for link in analysis.hypothesis_set.evidence)
    if request.priors_alone and evidence:
        changes = (*changes, Change(kind=ChangeKind.DROP, about=evidence))
    return Scenario(changes=changes)


def _wish(analysis: Analysis, prior: str) -> Wish:
    label, probability = read_prior(analysis, prior)
    subject_ids = (analysis.hypothesis_set.question.id, label)
    return Wish(kind=DecisionKind.SET_PRIOR, subject_ids=subject_ids, value=f"{probability:g}")
