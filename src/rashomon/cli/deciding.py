"""What the commands that decide have in common: which case they mean, who decides, the case judged again at once."""

import getpass
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from rashomon.case import Case, find_decision
from rashomon.cli import options, terminal
from rashomon.cli.case_file import SUFFIX, find_case
from rashomon.model.analysis import Analysis
from rashomon.model.decision import Decision, make_decision
from rashomon.model.vocabulary import DecisionKind
from rashomon.present.decisions import name_records, render_decided, say_decision, shape_decided
from rashomon.present.shapes import encode_shape

NOBODY = "unnamed"


def name_analyst(ctx: click.Context, parameter: click.Parameter, named: str | None) -> str:
    """Return who decides: the name given, else that of the account the program runs under."""
    if named is not None and named.strip():
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in some containers
        return NOBODY


why_option = click.option("--why", default="", metavar="TEXT", help="The reason, kept beside the decision.")
by_option = click.option(
    "--by", metavar="NAME", envvar="RASHOMON_ANALYST", callback=name_analyst, help="Who decides.  [default: your login]"
)


def split_case(words: Sequence[str], *, fewest: int, most: int | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the case file and the other words; the first word is the case where it is a file or ends as one.

    `fewest` and `most` (None: any number) are how many words there may be beside it. Raises click.UsageError where the
    number is wrong, CaseError (R-CASE-001) where no case is named and the folder holds none or several.
    """
    first = words[0]
    named = first.endswith(SUFFIX) or Path(first).is_file()
    rest = tuple(words[1:] if named else words)
    if len(rest) < fewest:
        raise click.UsageError("Too few words.")
    if most is not None and len(rest) > most:
        raise click.UsageError("Too many words: put a name of several words in quotation marks.")
    return find_case(first if named else None), rest


@contextmanager
def open_analysed(case_file: str) -> Iterator[tuple[Case, Analysis]]:
    """Open a case with its current analysis, made now where there is none or an earlier version knew less."""
    with Case.open(case_file) as case:
        kept = case.analysis()
        if kept is None or _is_outdated(kept):
            with terminal.show_progress() as progress:
                kept = case.analyze(on_progress=progress)
        yield case, kept


def _is_outdated(kept: Analysis) -> bool:
    """Tell whether an earlier version made the analysis, and knew less than the commands need."""
    graded = all(link.voices for link in kept.hypothesis_set.evidence if link.holder_id)
    return not kept.linkage.mentions or not kept.hypothesis_set.questions or not graded


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the command line wants decided, before anybody and any time is put to it."""

    kind: DecisionKind
    subject_ids: tuple[str, ...]
    value: str = ""
    names: tuple[str, ...] = ()


def keep(case: Case, wishes: Sequence[Wish], *, by: str, why: str) -> tuple[Decision, ...]:
    """Keep decisions as made now and return them; the case is not judged again. Raises as `Case.decide`."""
    at = datetime.now(UTC)
    made = tuple(
        make_decision(wish.kind, *wish.subject_ids, by=by, at=at, value=wish.value, names=wish.names, why=why)
        for wish in wishes
    )
    return tuple(case.decide(decision) for decision in made)


def follow(case: Case, before: Analysis, wishes: Sequence[Wish], *, by: str, why: str, as_json: bool) -> None:
    """Keep decisions, bring the analysis up to date, and print what they did. Raises as `Case.decide`."""
    names = name_records(before, case.decisions())
    made = keep(case, wishes, by=by, why=why)
    said = [say_decision(decision, names) for decision in made]
    with terminal.show_progress() as progress:
        after = case.analyze(on_progress=progress)
    decided = shape_decided(made, case.decisions(), before, after)
    if as_json:
        click.echo(encode_shape(decided))
        return
    width, colour = terminal.page_width(), terminal.colour_wanted()
    terminal.print_page(render_decided(decided, said, width=width, colour=colour))


def make_undo(about: str) -> click.Command:
    """Return the command `undo` of a group; `about` says which decisions it is told to take back."""

    @click.command("undo", help=f"Take a decision on {about} back; what was before it is restored.")
    @click.argument("words", nargs=-1, required=True, metavar="[CASE] DECISION")
    @why_option
    @by_option
    @options.json_option
    def undo(words: tuple[str, ...], why: str, by: str, as_json: bool) -> None:
        case_file, (wanted,) = split_case(words, fewest=1, most=1)
        with open_analysed(case_file) as (case, analysis):
            decision: Decision = find_decision(case.decisions(), wanted)
            wish = Wish(kind=DecisionKind.WITHDRAW, subject_ids=(decision.id,))
            follow(case, analysis, [wish], by=by, why=why, as_json=as_json)

    return undo
