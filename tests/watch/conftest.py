"""Small factories: judgements of the answers A and *something else* with hand-made contributions."""

from collections.abc import Callable, Mapping

import pytest

from rashomon.model.judgement import Contribution, HypothesisBits, HypothesisProbability, Judgement, Sensitivity
from rashomon.model.provenance import Made
from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import Access, AnalyticConfidence, Certainty, Direction, EvidenceKind

MADE = Made(recipe="test@1")


def build_link(identity: str, origin_id: str) -> EvidenceLink:
    """A link of an origin."""
    return EvidenceLink(
        id=identity,
        question_id="q",
        hypothesis_id="a",
        kind=EvidenceKind.TESTIMONY,
        direction=Direction.FOR,
        certainty=Certainty.CERTAIN,
        holder_id="s",
        holder="Speaker",
        origin_id=origin_id,
        group_id="g",
        why_group="",
        claim_ids=(),
        access=Access.UNKNOWN,
        relays=0,
        made=MADE,
    )


def build_judgement(
    identity: str, bits: Mapping[str, Mapping[str, float]], named: tuple[str, ...] = ("a",)
) -> Judgement:
    """A judgement with a contribution for each evidence id: hypothesis id to bits."""
    ids = (*named, "rest")
    return Judgement(
        id=identity,
        question_id="q",
        as_of=None,
        probabilities=tuple(
            HypothesisProbability(hypothesis_id=h, probability=1 / len(ids), low=0, high=1, prior=1 / len(ids))
            for h in ids
        ),
        contributions=tuple(
            Contribution(
                evidence_id=evidence_id,
                bits=0,
                log_likelihoods=tuple(HypothesisBits(hypothesis_id=h, bits=b) for h, b in entry.items()),
            )
            for evidence_id, entry in bits.items()
        ),
        sensitivity=Sensitivity(),
        confidence=AnalyticConfidence.LOW,
        basis="",
        made=MADE,
    )


@pytest.fixture(scope="session")
def make_link() -> Callable[..., EvidenceLink]:
    """Return the factory of links."""
    return build_link


@pytest.fixture(scope="session")
def make_judgement() -> Callable[..., Judgement]:
    """Return the factory of judgements."""
    return build_judgement
