"""Small factories: evidence on the answers A, B and C and *something else*."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from rashomon.model.analysis import HypothesisSet
from rashomon.model.provenance import Made
from rashomon.model.question import EvidenceLink, Hypothesis, Question, Stake
from rashomon.model.vocabulary import Access, Certainty, Direction, EvidenceKind, Interest, QuestionKind
from rashomon.weigh.claim_table import ClaimTable, tabulate_claims

MADE = Made(recipe="test@1")


def build_link(identity: str, about: str = "a", **changes: Any) -> EvidenceLink:
    """A statement for an answer by a speaker of its own, with nothing at stake; `stakes` is {hypothesis: interest}."""
    interests = changes.pop("stakes", {about: Interest.NONE})
    values: dict[str, Any] = {
        "id": identity,
        "question_id": "q",
        "hypothesis_id": about,
        "kind": EvidenceKind.TESTIMONY,
        "direction": Direction.FOR,
        "certainty": Certainty.CERTAIN,
        "holder_id": f"holder of {identity}",
        "holder": f"Speaker {identity}",
        "origin_id": f"origin of {identity}",
        "group_id": f"group of {identity}",
        "why_group": "",
        "claim_ids": (f"claim of {identity}",),
        "access": Access.UNKNOWN,
        "relays": 0,
        "made": MADE,
        "stakes": tuple(Stake(hypothesis_id=h, interest=i, probability=1.0) for h, i in interests.items()),
    }
    return EvidenceLink(**(values | changes))


def build_set(evidence: Sequence[EvidenceLink] = (), named: Sequence[str] = ("a", "b", "c")) -> HypothesisSet:
    """A question with the named answers and *something else*."""
    hypotheses = [
        Hypothesis(id=h, question_id="q", label=h.upper(), residual=False, camp=f"camp {h}", made=MADE) for h in named
    ]
    rest = Hypothesis(id="rest", question_id="q", label="something else", residual=True, made=MADE)
    return HypothesisSet(
        question=Question(id="q", text="Who did it?", kind=QuestionKind.WHO, event_id=None, made=MADE),
        hypotheses=(*hypotheses, rest),
        bearings=(),
        evidence=tuple(evidence),
        facts=(),
        implications=(),
    )


@pytest.fixture(scope="session")
def make_link() -> Callable[..., EvidenceLink]:
    """Return the factory of links."""
    return build_link


@pytest.fixture(scope="session")
def make_set() -> Callable[..., HypothesisSet]:
    """Return the factory of hypothesis sets."""
    return build_set


@dataclass(frozen=True)
class DrawnClaims:
    """Columns of claims, the truth of each object, and how often each source is right."""

    source: np.ndarray
    object: np.ndarray
    value: np.ndarray
    truth: np.ndarray
    accuracy: np.ndarray
    classes: int

    @property
    def table(self) -> ClaimTable:
        return tabulate_claims(self.source, self.object, self.value, sizes=self.sizes)

    @property
    def sizes(self) -> tuple[int, int, int]:
        return len(self.accuracy), len(self.truth), self.classes


def draw_claims(seed, *, objects=200, sources=20, each=6, classes=3, accuracy=None) -> DrawnClaims:
    rng = np.random.default_rng(seed)
    accuracy = rng.beta(6, 3, sources) if accuracy is None else np.asarray(accuracy, dtype=float)
    truth = rng.integers(0, classes, objects)
    source = np.concatenate([rng.permutation(len(accuracy))[:each] for _ in range(objects)])
    held = np.repeat(np.arange(objects), each)
    right = rng.random(len(held)) < accuracy[source]
    value = np.where(right, truth[held], (truth[held] + rng.integers(1, classes, len(held))) % classes)
    return DrawnClaims(source, held, value, truth, accuracy, classes)


@pytest.fixture(scope="session")
def draw():
    """Return the function that draws claims from sources of known reliability."""
    return draw_claims
