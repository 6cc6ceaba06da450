"""What the reports say would follow from each answer: the sentence, how surely, and where it stands."""

from dataclasses import dataclass
from typing import Final

from rashomon.model.document import Document
from rashomon.model.judgement import HypothesisProbability
from rashomon.model.question import Hypothesis, Implication
from rashomon.model.vocabulary import Certainty
from rashomon.present.alignment import split_sentences
from rashomon.present.index import AnalysisIndex

MOST_SHOWN: Final = 12
"""Consequences shown of one answer; the others are counted."""

SURELY: Final = {
    Certainty.CERTAIN: "would follow",
    Certainty.PROBABLE: "should follow",
    Certainty.POSSIBLE: "might follow",
    Certainty.UNLIKELY: "would hardly follow",
    Certainty.NONE: "is said to follow",
}
ORDER: Final = tuple(SURELY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What would follow, in its sentence: `before` and `after` stand around it; `surely` says how surely.

    `claim_id` is a claim that stands in the same place, "" where there is none.
    """

    implication: Implication
    surely: str
    before: str
    after: str
    document: Document
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One answer with its probability, and what would follow from it, the surest first; `more` are not shown."""

    hypothesis: Hypothesis
    probability: HypothesisProbability
    consequences: tuple[Consequence, ...]
    more: int


def grow_branches(index: AnalysisIndex) -> tuple[Branch, ...]:
    """Return a branch for each answer from which something is said to follow, the most probable first."""
    said: dict[str, list[Implication]] = {}
    for implication in index.analysis.hypothesis_set.implications:
        if implication.document_id in index.documents:
            said.setdefault(implication.hypothesis_id, []).append(implication)
    branches = []
    for hypothesis in index.hypotheses_by_rank:
        implied = sorted(said.get(hypothesis.id, ()), key=lambda one: ORDER.index(one.certainty))
        if implied:
            branches.append(
                Branch(
                    hypothesis=hypothesis,
                    probability=index.probabilities[hypothesis.id],
                    consequences=tuple(_view(one, index) for one in implied[:MOST_SHOWN]),
                    more=max(0, len(implied) - MOST_SHOWN),
                )
            )
    return tuple(branches)


def _view(implication: Implication, index: AnalysisIndex) -> Consequence:
    document = index.documents[implication.document_id]
    text, start, end = document.text, implication.start, implication.end
    sentences = [(first, last) for first, last in split_sentences(text) if first < end and start < last]
    first = min([start, *(one for one, _ in sentences)])
    last = max([end, *(one for _, one in sentences)])
    return Consequence(
        implication=implication,
        surely=SURELY[implication.certainty],
        before=text[first:start],
        after=text[end:last],
        document=document,
        claim_id=_find_claim(document, start, end, index),
    )


def _find_claim(document: Document, start: int, end: int, index: AnalysisIndex) -> str:
    """Return the id of the shortest claim that touches a place, "" where none does."""
    touching = [one for one in index.claims_in.get(document.id, ()) if one.start < end and start < one.end]
    return min(touching, key=lambda one: (one.end - one.start, one.id)).id if touching else ""
