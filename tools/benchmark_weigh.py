"""Time the weighing beside two Bayesian network programs, in one run, on the same question.

usage: benchmark_weigh.py [--reports N] [--rounds N] [--grow N ...]

The question has four answers and N reports, each by a speaker of its own. For the peers it is written as the network
it is: a node for the answer, a node for each report with the likelihood the weighing gives it, every report observed.
*One report more* is one that arrives when all others were heard: rashomon adds it (`add_evidence`); pyagrum, which is
given its node beforehand, is told one observation more; pgmpy keeps nothing between questions and is asked anew.
`--grow` times rashomon's at more reports. Times are medians; all agree on the answer to 1e-9, or the run stops. The
peers are installed by `make .venv/.peers`.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from pgmpy.factors.discrete import TabularCPD
from pgmpy.inference import VariableElimination
from pgmpy.models import DiscreteBayesianNetwork
from pyagrum import BayesNet, LabelizedVariable, LazyPropagation

from rashomon.model.analysis import HypothesisSet
from rashomon.model.provenance import Made
from rashomon.model.question import EvidenceLink, Hypothesis, Question, Stake
from rashomon.model.vocabulary import Access, Certainty, Direction, EvidenceKind, Interest, QuestionKind
from rashomon.weigh.columns import EvidenceColumns, Floats, tabulate_evidence
from rashomon.weigh.parameters import DEFAULTS
from rashomon.weigh.posterior import expect_roles, find_posterior, set_point
from rashomon.weigh.running import add_evidence, start_running
from rashomon.weigh.sampling import sample_interval
from rashomon.weigh.weighing import find_probabilities

ANSWERS = ("a", "b", "c", "rest")
PLACES = {answer: place for place, answer in enumerate(ANSWERS)}
NO_CEILING = 1 - 1e-12
FREE = replace(DEFAULTS, ceiling=NO_CEILING, testimony_ceiling=NO_CEILING, samples=2000)
AGREED = 1e-9


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--grow", type=int, nargs="*", default=[10_000, 100_000])
    options = parser.parse_args()
    links = make_links(options.reports)
    columns = tabulate_evidence(links, PLACES)
    likelihoods = list_likelihoods(columns)
    ours = weigh(columns)
    times = {
        "rashomon, records to columns": measure(lambda: tabulate_evidence(links, PLACES), options.rounds),
        "rashomon, posterior": measure(lambda: weigh(columns), options.rounds),
        "rashomon, interval of 2,000 samples": measure(
            lambda: sample_interval(columns, FREE, ANSWERS, residual=PLACES["rest"]), options.rounds
        ),
    }
    adding = "rashomon, one report more"
    times[adding] = measure(build_addition(options.reports), 20 * options.rounds)
    for reports in options.grow:
        times[f"{adding}, at {reports:,}"] = measure(build_addition(reports), 20 * options.rounds)
    peers = (
        ("pyagrum, posterior", build_pyagrum),
        ("pyagrum, one report more", build_pyagrum_addition),
        ("pgmpy, posterior (and one report more)", build_pgmpy),
    )
    for name, build in peers:
        ask = build(likelihoods)
        gap = float(np.abs(ask() - ours).max())
        if gap > AGREED:
            raise SystemExit(f"{name} differs by {gap:g}")
        times[name] = measure(ask, max(3, options.rounds // 5))
    base, added = times["rashomon, posterior"], times[adding]
    print(f"{options.reports} reports, medians\n\n| | ms | times the posterior | times one report more |")
    print("|---|--:|--:|--:|")
    for name, seconds in times.items():
        print(f"| {name} | {1e3 * seconds:.2f} | {seconds / base:.1f} | {seconds / added:.1f} |")
    return 0


def build_addition(count: int) -> Callable[[], Floats]:
    """Return the addition of the last of some reports to a question that has heard all others."""
    links = make_links(count)
    running = start_running(frame_links(links[:-1]), parameters=FREE)

    def add() -> Floats:
        return np.array([one.probability for one in add_evidence(running, links[-1:]).probabilities])

    expected = np.array([one.probability for one in find_probabilities(frame_links(links), FREE)])
    if float(np.abs(add() - expected).max()) > AGREED:
        raise SystemExit("one report more differs from all reports anew")
    return add


def frame_links(links: list[EvidenceLink]) -> HypothesisSet:
    """Return the reports as a question with its answers."""
    made = Made(recipe="benchmark@1", inputs=())
    return HypothesisSet(
        question=Question(id="q", text="Who did it?", kind=QuestionKind.WHO, event_id=None, made=made),
        hypotheses=tuple(
            Hypothesis(id=answer, question_id="q", label=answer, residual=answer == "rest", made=made)
            for answer in ANSWERS
        ),
        bearings=(),
        evidence=tuple(links),
        facts=(),
        implications=(),
    )


def make_links(count: int) -> list[EvidenceLink]:
    """Return reports by speakers of all kinds, seeded; so balanced that no limit is met."""
    chance = random.Random(1950)
    return [
        EvidenceLink(
            id=f"e{number}",
            question_id="q",
            hypothesis_id=ANSWERS[number % 3],
            kind=EvidenceKind.TESTIMONY,
            direction=Direction.FOR,
            certainty=Certainty.CERTAIN,
            holder_id=f"h{number}",
            holder=f"Speaker {number}",
            origin_id=f"o{number}",
            group_id=f"g{number}",
            why_group="",
            claim_ids=(f"c{number}",),
            access=Access.UNKNOWN,
            relays=number % 3,
            made=Made(recipe="benchmark@1", inputs=()),
            stakes=(Stake(hypothesis_id=ANSWERS[number % 3], interest=chance.choice(list(Interest)), probability=0.5),),
            examined=chance.choice((0.0, 0.0, 0.7)),
            days=number / 20,
        )
        for number in range(count)
    ]


def weigh(columns: EvidenceColumns) -> Floats:
    settings = set_point(FREE, residual=PLACES["rest"], size=len(ANSWERS))
    return np.asarray(find_posterior(columns, settings, expect_roles(columns, settings)).probabilities[0])


def list_likelihoods(columns: EvidenceColumns) -> Floats:
    """Return P(said | answer) of each report (reports x answers)."""
    settings = set_point(FREE, residual=PLACES["rest"], size=len(ANSWERS))
    found = find_posterior(columns, settings, expect_roles(columns, settings))
    bits = found.exponents[0] * found.if_false[0]
    return np.asarray(np.exp2(bits[:, None] * columns.placement + bits[:, None]))


def prior() -> Floats:
    shares = np.array([1.0, 1.0, 1.0, FREE.residual_weight])
    return np.asarray(shares / shares.sum())


def build_pyagrum(likelihoods: Floats) -> Callable[[], Floats]:
    """Return a question to a network in pyagrum."""
    net = build_network(likelihoods)
    said = {f"said{number}": 1 for number in range(len(likelihoods))}

    def ask() -> Floats:
        inference = LazyPropagation(net)
        inference.setEvidence(said)
        inference.makeInference()
        return read_answer(inference)

    return ask


def build_pyagrum_addition(likelihoods: Floats) -> Callable[[], Floats]:
    """Return the observation of the last report where all others are observed; the inference is kept between."""
    net = build_network(likelihoods)
    last = f"said{len(likelihoods) - 1}"
    inference = LazyPropagation(net)
    inference.setEvidence({f"said{number}": 1 for number in range(len(likelihoods) - 1)})
    inference.makeInference()

    def add() -> Floats:
        # What it is told is taken back first: cheap, as nothing is inferred until it is told again.
        if inference.hasEvidence(last):
            inference.eraseEvidence(last)
        inference.addEvidence(last, 1)
        inference.makeInference()
        return read_answer(inference)

    return add


def read_answer(inference: LazyPropagation) -> Floats:
    return np.array([inference.posterior("answer")[place] for place in range(len(ANSWERS))])


def build_network(likelihoods: Floats) -> BayesNet:
    net = BayesNet()
    net.add(LabelizedVariable("answer", "answer", len(ANSWERS)))
    net.cpt("answer").fillWith(list(prior()))
    for number, row in enumerate(likelihoods):
        name = f"said{number}"
        net.add(LabelizedVariable(name, name, 2))
        net.addArc("answer", name)
        for place, chance in enumerate(row):
            net.cpt(name)[{"answer": place}] = [1.0 - chance, chance]
    return net


def build_pgmpy(likelihoods: Floats) -> Callable[[], Floats]:
    """Return a question to a network in pgmpy."""
    net = DiscreteBayesianNetwork([("answer", f"said{number}") for number in range(len(likelihoods))])
    net.add_cpds(TabularCPD("answer", len(ANSWERS), [[share] for share in prior()]))
    for number, row in enumerate(likelihoods):
        table = [list(1.0 - row), list(row)]
        net.add_cpds(TabularCPD(f"said{number}", 2, table, evidence=["answer"], evidence_card=[len(ANSWERS)]))
    said = {f"said{number}": 1 for number in range(len(likelihoods))}
    asked = VariableElimination(net)

    def ask() -> Floats:
        return np.asarray(asked.query(["answer"], evidence=said, show_progress=False).values)

    return ask


def measure(ask: Callable[[], object], rounds: int) -> float:
    """Return the median seconds of some rounds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        ask()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
