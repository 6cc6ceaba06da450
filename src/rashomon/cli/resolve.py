"""`rashomon resolve`: the truth, where it is known, and what misled."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from rashomon.case import Case, examine_question, find_hypothesis, find_question, list_questions, list_resolutions
from rashomon.cli import options, terminal
from rashomon.cli.deciding import by_option, open_analysed, split_case
from rashomon.model.analysis import Analysis
from rashomon.model.decision import make_decision
from rashomon.model.errors import CaseError
from rashomon.model.vocabulary import DecisionKind
from rashomon.present.calibration_json import shape_resolved
from rashomon.present.calibration_text import render_post_mortem
from rashomon.present.shapes import encode_shape


def read_day(ctx: click.Context, parameter: click.Parameter, written: str | None) -> str:
    """Return a day as ISO 8601. Raises CaseError (R-CASE-006) where it is none."""
    if written is None:
        return ""
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError as error:
        advice = "Write the day as ISO 8601, for example 2023-05-30."
        raise CaseError("R-CASE-006", f"'{written}'", what="not a day", advice=advice) from error


@click.command("resolve")
@click.argument("words", nargs=-1, required=True, metavar="[CASE] ANSWER")
@click.option("--question", metavar="QUESTION", help="Another question of the case than the one it answers.")
@click.option("--on", metavar="DATE", callback=read_day, help="The day on which the truth was known.")
@click.option("--source", default="", metavar="TEXT", help="Who says so.")
@by_option
@options.json_option
def command(words: tuple[str, ...], question: str | None, on: str, source: str, by: str, as_json: bool) -> None:
    """Say which ANSWER turned out to be true, and see what misled.

    What was said is taken from before the day given with --on: later reports are left out. An answer that nobody had
    then counts as *something else*. The judgement stays as it is; `rashomon undo` takes it back.
    """
    case_file, (wanted,) = split_case(words, fewest=1, most=1)
    with open_analysed(case_file) as (case, current):
        analysis = _choose(case, current, question) if question is not None else current
        label, question_id = find_hypothesis(analysis, wanted).label, analysis.hypothesis_set.question.id
        at = datetime.now(UTC)
        kind = DecisionKind.RESOLVE
        decision = make_decision(kind, question_id, label, by=by, at=at, value=on, why=source)
        (resolution,) = list_resolutions([decision])
        # What cannot be looked back on is not kept.
        with terminal.show_progress() as progress:
            post_mortem = examine_question(case, resolution, name=Path(case_file).stem, on_progress=progress)
        case.decide(decision)
    if as_json:
        click.echo(encode_shape(shape_resolved(post_mortem)))
        return
    terminal.print_page(render_post_mortem(post_mortem, **terminal.page_settings()))
    click.echo(f"\n  To take it back: rashomon undo {decision.id}")


def _choose(case: Case, current: Analysis, wanted: str) -> Analysis:
    """Return the analysis of another question of the case. Raises CaseError (R-CASE-004) where it has none."""
    question = find_question(list_questions(current, case.questions()), wanted)
    kept = case.analysis(question.id)
    if kept is None:
        advice = "Have it answered first with `rashomon questions choose`."
        raise CaseError("R-CASE-004", question.text, what="a question the case has not answered", advice=advice)
    return kept
