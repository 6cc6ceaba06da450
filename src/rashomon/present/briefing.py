"""The page to send: bottom line, key judgements in the words of ICD-203, evidence, what would change it, sources.

Its order is that of U.S. Intelligence Community Directive 203 (*Analytic Standards*, 2015): the judgement first, how
likely and how solid said apart, alternatives with their evidence, sources described.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rashomon.model.judgement import HypothesisProbability
from rashomon.model.question import EvidenceLink, Hypothesis
from rashomon.model.source import Source
from rashomon.model.vocabulary import Direction
from rashomon.model.wording import word_grade, word_probability
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex
from rashomon.present.overview import Changer, list_changers, list_gaps
from rashomon.present.plain import show_inline
from rashomon.present.study_view import order_indicators

APART: Final = 0.10
"""Two answers nearer than this (0..1) are not told apart in the bottom line."""
MOST_EVIDENCE: Final = 4
MOST_SIGNS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyJudgement:
    """One answer with its probability in words and figures, and the heaviest evidence on either side."""

    hypothesis: Hypothesis
    probability: HypothesisProbability
    words: str
    speaks_for: tuple[EvidenceLink, ...]
    speaks_against: tuple[EvidenceLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """A source of the evidence cited: who it is, for whom it speaks, how it was graded, in which evidence."""

    source: Source
    kind: str
    grade: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The report of a judgement, ready to be worded in any format."""

    question: str
    judgement_id: str
    as_of: datetime | None
    bottom_line: str
    basis: str
    judgements: tuple[KeyJudgement, ...]
    changers: tuple[Changer, ...]
    signs: tuple[str, ...]
    gaps: tuple[str, ...]
    sources: tuple[CitedSource, ...]


def build_briefing(index: AnalysisIndex) -> Briefing:
    """Return the report of an analysis; the residual answer comes last and has no evidence of its own."""
    judgements = tuple(_judge(hypothesis, index) for hypothesis in index.hypotheses_by_rank)
    judgement = index.analysis.judgement
    cited = [link for one in judgements for link in (*one.speaks_for, *one.speaks_against)]
    return Briefing(
        question=index.analysis.hypothesis_set.question.text,
        judgement_id=judgement.id,
        as_of=judgement.as_of,
        bottom_line=say_bottom_line(judgements),
        basis=phrases.say_basis(index),
        judgements=judgements,
        changers=list_changers(index),
        signs=tuple(
            phrases.say_indicator(one, index.documents)
            for one in order_indicators(judgement.sensitivity.watch_for)[:MOST_SIGNS]
        ),
        gaps=list_gaps(index),
        sources=_cite(cited, index),
    )


def say_bottom_line(judgements: Iterable[KeyJudgement]) -> str:
    """Return the answer in one sentence; where the first two are close, that the reports do not tell them apart."""
    named = [one for one in judgements if not one.hypothesis.residual]
    if not named:
        return "No report names an answer."
    first, *others = named
    if others and first.probability.probability - others[0].probability.probability < APART:
        close = [one for one in named if first.probability.probability - one.probability.probability < APART]
        names = [show_inline(one.hypothesis.label) for one in close]
        return f"The reports do not tell {', '.join(names[:-1])} and {names[-1]} apart."
    return f"Of the answers named, {show_inline(first.hypothesis.label)} is the most probable: {say_likelihood(first)}."


def say_likelihood(judgement: KeyJudgement) -> str:
    """Return words and figures: "unlikely (36 %, between 18 and 59)"."""
    point = judgement.probability
    figures = f"{phrases.say_percent(point.probability)}, between {100 * point.low:.0f} and {100 * point.high:.0f}"
    return f"{judgement.words} ({figures})"


def _judge(hypothesis: Hypothesis, index: AnalysisIndex) -> KeyJudgement:
    probability = index.probabilities[hypothesis.id]
    return KeyJudgement(
        hypothesis=hypothesis,
        probability=probability,
        words=word_probability(probability.probability),
        speaks_for=_heaviest(index, hypothesis, Direction.FOR),
        speaks_against=_heaviest(index, hypothesis, Direction.AGAINST),
    )


def _heaviest(index: AnalysisIndex, hypothesis: Hypothesis, direction: Direction) -> tuple[EvidenceLink, ...]:
    links = (link for link in index.evidence_on(hypothesis.id, direction) if not index.is_shown_only(link))
    return tuple(sorted(links, key=lambda link: (-abs(index.bits(link.id)), index.numbers[link.id]))[:MOST_EVIDENCE])


def _cite(links: Iterable[EvidenceLink], index: AnalysisIndex) -> tuple[CitedSource, ...]:
    numbers: dict[str, list[int]] = {}
    for link in links:
        for source_id in dict.fromkeys((link.holder_id, *(voice.source_id for voice in link.voices))):
            if source_id in index.sources:
                numbers.setdefault(source_id, []).append(index.numbers[link.id])
    cited = [
        CitedSource(
            source=index.sources[source_id],
            kind=phrases.say_source_kind(index.sources[source_id]),
            grade=word_grade(index.sources[source_id].reliability),
            numbers=tuple(sorted(set(found))),
        )
        for source_id, found in numbers.items()
    ]
    return tuple(sorted(cited, key=lambda one: (one.numbers, one.source.name)))
