"""Measure the weighing on cases whose answer is known: apart from the reading (on gold claims), and with it.

usage: weigh_figures.py [CASES_DIR]... [--kept DIR] [--rows] [--json]
       weigh_figures.py --write [--kept DIR]

Without a folder: the shared development cases (../shared, or where RASHOMON_DATA says) and our own, without those set
aside. `--kept` keeps what the extractor read in a folder, to be read again by the same version; `--rows` prints a line
a case (on gold claims, end to end), `--json` the table as JSON on the last line. `--write` measures the development
cases and those set aside, and writes the tables into docs/reference/weighing-figures.md and README.md between their
markers.

Columns, each with the middle nine tenths of 10,000 bootstrap draws over cases:
  brier   mean over resolved cases of sum_h (p_h - [h is the answer])^2 over gold hypotheses and *something else*
          (0 best, 2 worst)
  log2    mean log2 probability of the answer (0 best; no lower than -20)
  right   resolved cases whose most probable named hypothesis is the answer, and no other as probable
  open    the largest probability given to a named hypothesis on a case without an answer

Rows:
  engine                what `weigh` makes of the evidence
  without X             the same with one part taken out; its Brier less the engine's stands beside it, as a mean of
                        paired differences with its interval: where that holds 0 the part's worth is noise
      interest          no stakes known, and none suspected
      roles             nothing known of a speaker: no stakes, no access, no camp (each holder a group of its own)
      groups            every piece of evidence is a group of its own
      arguments         an argument weighs as a statement does
      certainty         what is only mentioned weighs as what is said
      time              nothing weighs less for being told early
      copies            every report is an origin of its own
  even split            the same for each gold hypothesis
  most asserted         shares of the asserting claims (those nobody commits to left out here and below)
    , copies once       without those that stand in copies
  one vote per holder   shares of the innermost speakers, one who advances several answers splits its vote
  last three reports    shares of the claims in the last three reports that are no copies
  votes by certainty    as `copies once`, certain counted 1, probable 3/4, possible 1/2, unlikely 1/4

On gold claims (`weigh_cases.py` says what is taken from the gold record) the hypotheses are the gold ones. End to end
all is the engine's own; its hypotheses are matched to the gold ones as `eval/score_cases.py` does, and the votes are
its own claims.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Final

from figures import ROOT, load_scorer
from rashomon.model.analysis import Analysis, HypothesisSet
from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import Access, Certainty, EvidenceKind
from rashomon.present.analysis_json import shape_analysis
from rashomon.present.shapes import encode_shape
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.weighing import weigh_evidence
from weigh_baselines import BASELINES, Ballot, Shares, Vote
from weigh_cases import OWN, SET_ASIDE, Read, analyse, build_gold, forget_copies, read_cases
from weigh_pages import CaseTables, MeasuredWeighing, render_table, write_pages
from weigh_rows import ENGINE, Outcome, judge, tabulate

POINT: Final = replace(DEFAULTS, samples=0)
_ARGUMENTS: Final = frozenset(EvidenceKind) - {
    EvidenceKind.TESTIMONY,
    EvidenceKind.FINDING,
    EvidenceKind.ADMISSION,
    EvidenceKind.CLAIM_OF_RESPONSIBILITY,
    EvidenceKind.DENIAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way to weigh: what is done to each link, with which parameters, and whether copies are known."""

    change: Callable[[EvidenceLink], EvidenceLink] = lambda link: link
    parameters: Parameters = POINT
    copies_known: bool = True


def _forget_interest(link: EvidenceLink) -> EvidenceLink:
    return replace(link, stakes=())


def _forget_roles(link: EvidenceLink) -> EvidenceLink:
    return replace(
        link,
        stakes=(),
        access=Access.UNKNOWN,
        examined=0.0,
        group_id=f"{link.holder_id or link.holder} {link.direction}",
    )


def _forget_groups(link: EvidenceLink) -> EvidenceLink:
    return replace(link, group_id=link.id)


def _forget_arguments(link: EvidenceLink) -> EvidenceLink:
    return replace(link, kind=EvidenceKind.TESTIMONY) if link.kind in _ARGUMENTS else link


def _forget_certainty(link: EvidenceLink) -> EvidenceLink:
    return replace(link, certainty=Certainty.CERTAIN)


VARIANTS: Final[Mapping[str, Variant]] = {
    ENGINE: Variant(),
    "without interest": Variant(change=_forget_interest, parameters=replace(POINT, hidden_interest=1e-9)),
    "without roles": Variant(change=_forget_roles),
    "without groups": Variant(change=_forget_groups),
    "without arguments": Variant(change=_forget_arguments),
    "without certainty": Variant(change=_forget_certainty),
    "without time": Variant(parameters=replace(POINT, early=1.0)),
    "without copies": Variant(copies_known=False),
}


def weigh(hypothesis_set: HypothesisSet, names: Mapping[str, str], variant: Variant) -> Shares:
    """Return the probability of each gold hypothesis; `names` gives it by hypothesis id."""
    changed = replace(hypothesis_set, evidence=tuple(variant.change(link) for link in hypothesis_set.evidence))
    judgement = weigh_evidence(changed, parameters=variant.parameters, as_of=None)
    shares: Shares = {}
    for one in judgement.probabilities:
        name = names.get(one.hypothesis_id)
        if name is not None:
            shares[name] = shares.get(name, 0.0) + one.probability
    return shares


def answer_on_gold(read: Read) -> dict[str, Outcome]:
    """Return the outcome of every row on a case's gold claims."""
    gold = {known: build_gold(read, copies_known=known) for known in (True, False)}
    given = [(name, _read_by_people(variant), gold[variant.copies_known]) for name, variant in VARIANTS.items()]
    shares = {name: weigh(one.hypothesis_set, one.names, variant) for name, variant, one in given}
    ballot = _ballot_of_gold(read)
    return _judge_all(read, shares, ballot)


def _read_by_people(variant: Variant) -> Variant:
    return replace(variant, parameters=replace(variant.parameters, reading=1.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A case as it was read, what the engine makes of it, and that as `analyze --json` prints it."""

    read: Read
    analysis: Analysis
    printed: str


def answer_case(read: Read) -> Answered:
    """Return the engine's own analysis of a case."""
    analysis = analyse(read)
    return Answered(read=read, analysis=analysis, printed=encode_shape(shape_analysis(analysis)))


def answer_end_to_end(answered: Answered, scorer: ModuleType) -> dict[str, Outcome]:
    """Return the outcome of every row on what the engine reads by itself."""
    read, analysis = answered.read, answered.analysis
    out = json.loads(answered.printed)
    names = {one: gold for one, gold in scorer.match(read.case, out).items() if gold is not None}
    sets = {True: analysis.hypothesis_set, False: forget_copies(analysis, read)}
    shares = {name: weigh(sets[variant.copies_known], names, variant) for name, variant in VARIANTS.items()}
    return _judge_all(read, shares, _ballot_of_engine(read, analysis, names))


def _judge_all(read: Read, shares: Mapping[str, Shares], ballot: Ballot) -> dict[str, Outcome]:
    voted = {name: rule(ballot) for name, rule in BASELINES.items()}
    return {name: judge(one, ballot.names, read.answer) for name, one in {**shares, **voted}.items()}


def _ballot_of_gold(read: Read) -> Ballot:
    copied = {report["id"] for report in read.case["reports"] if report["copy_of"]}
    return Ballot(
        names=[h["id"] for h in read.case["hypotheses_gold"]],
        reports=_order_reports(read),
        votes=[
            Vote(
                hypothesis=claim["hypothesis"],
                holder=" ".join(claim["source_chain"][-1].casefold().split()),
                report=claim["report"],
                certainty=claim["certainty"],
                copied=claim["report"] in copied,
            )
            for claim in read.case["gold_claims"]
            if claim["polarity"] == "assert" and claim["certainty"] != "none"
        ],
    )


def _ballot_of_engine(read: Read, analysis: Analysis, names: Mapping[str, str]) -> Ballot:
    claims = {claim.id: claim for claim in analysis.claims}
    placed = {one.claim_id: one for one in analysis.linkage.placements}
    first = {origin.id: origin.document_ids[0] for origin in analysis.linkage.origins}
    origin_of = {d: origin.id for origin in analysis.linkage.origins for d in origin.document_ids}
    votes = []
    for bearing in analysis.hypothesis_set.bearings:
        claim = claims[bearing.claim_id]
        asserted = bearing.polarity == "assert" and bearing.certainty != "none" and bearing.weighed
        if asserted and bearing.hypothesis_id in names and claim.id in placed:
            votes.append(
                Vote(
                    hypothesis=names[bearing.hypothesis_id],
                    holder=placed[claim.id].source_ids[-1],
                    report=read.report_of(claim.document_id),
                    certainty=bearing.certainty,
                    copied=first[origin_of[claim.document_id]] != claim.document_id,
                )
            )
    return Ballot(names=[h["id"] for h in read.case["hypotheses_gold"]], reports=_order_reports(read), votes=votes)


def _order_reports(read: Read) -> list[str]:
    return [one["id"] for one in sorted(read.case["reports"], key=lambda one: (one["published_at"], one["id"]))]


def tabulate_cases(answered: Sequence[Answered], scorer: ModuleType) -> CaseTables:
    """Return both tables over some cases."""
    return CaseTables(
        cases=len(answered),
        gold=tabulate([answer_on_gold(one.read) for one in answered]),
        end_to_end=tabulate([answer_end_to_end(one, scorer) for one in answered]),
    )


def read_development(data: Path, kept: Path | None = None) -> list[Answered]:
    """Return the cases that settings were chosen on: the shared ones and our own."""
    return [answer_case(read) for folder in (data / "cases", OWN) for read in read_cases(folder, kept)]


def read_aside(kept: Path | None = None) -> list[Answered]:
    """Return our own cases that were set aside: only totals over them are told."""
    return [answer_case(read) for read in read_cases(SET_ASIDE, kept)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--rows", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    data = Path(os.environ.get("RASHOMON_DATA", ROOT.parent / "shared"))
    scorer = load_scorer(data, "score_cases")
    if options.write:
        aside = tabulate_cases(read_aside(options.kept), scorer)
        development = tabulate_cases(read_development(data, options.kept), scorer)
        write_pages(MeasuredWeighing(development=development, aside=aside))
        return 0
    folders = options.folders or [data / "cases", OWN]
    cases = [answer_case(read) for folder in folders for read in read_cases(folder, options.kept)]
    tables = tabulate_cases(cases, scorer)
    titled = {"on gold claims": tables.gold, "end to end": tables.end_to_end}
    for title, rows in titled.items():
        print(f"\n**{title}, {tables.cases} cases**\n\n{render_table(rows)}")
    if options.rows:
        print_cases(cases, scorer)
    if options.json:
        shown = {t: {r.name: [r.brier.value, r.right, r.highest_open] for r in rows} for t, rows in titled.items()}
        print(json.dumps(shown))
    return 0


def print_cases(cases: Sequence[Answered], scorer: ModuleType) -> None:
    """Print a line a case: what the engine came to on gold claims, and end to end."""
    for one in cases:
        pair = (answer_on_gold(one.read)[ENGINE], answer_end_to_end(one, scorer)[ENGINE])
        told = "   ".join(f"brier {o.brier:.2f} right {o.right:.0f} highest {o.highest:.2f}" for o in pair)
        print(f"{one.read.slug:24} {told}")


if __name__ == "__main__":
    sys.exit(main())
