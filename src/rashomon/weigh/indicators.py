"""What to look for next: events that would tell the leading hypotheses apart, by the information to expect from each.

The expected information of an indicator x is sum over x of P(x) KL(P(h|x) || P(h)): the mutual information of the
hypotheses and of seeing it or not. How often such a thing turns up at all is a guess, the same for every question.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from rashomon.model.ids import derive_id
from rashomon.model.judgement import HypothesisBits, Indicator
from rashomon.model.provenance import Made
from rashomon.model.question import Hypothesis
from rashomon.model.vocabulary import Access, Direction, Interest
from rashomon.weigh.columns import EvidenceColumns, Floats
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.posterior import Posterior, Roles, Settings, find_posterior
from rashomon.weigh.testimony import WeightClass

INDICATORS_MOST: Final = 5
LEADERS_MOST: Final = 4
SAME_KIND_MOST: Final = 2

TURNS_UP: Final = {"finding": 0.4, "trace": 0.4, "claim": 0.2, "admission": 0.1, "withdrawal": 0.1}
"""How likely each turns up if the hypothesis is true: findings and traces are common, admissions rare."""

EXAMINED_AFTER_ALL: Final = 0.25
"""How likely a holder whose access is not known turns out to have examined the evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    kind: str
    what: str
    hypothesis_id: str
    expected_bits: float
    if_seen: Floats
    if_not: Floats


def find_indicators(
    hypotheses: Sequence[Hypothesis],
    columns: EvidenceColumns,
    parameters: Parameters,
    *,
    settings: Settings,
    roles: Roles,
    posterior: Posterior,
) -> tuple[Indicator, ...]:
    """Return what would tell most, the most telling first: at most five, of one kind at most two.

    One place is kept for a question about a speaker's role, since roles decide more than any weight.
    """
    now = posterior.probabilities[0]
    places = [h for h in np.argsort(-now, kind="stable").tolist() if not hypotheses[h].residual][:LEADERS_MOST]
    events = [c for h in places for c in _imagine_events(hypotheses[h], h, columns, parameters, now)]
    asked = _choose(_question_roles(hypotheses, columns, settings, roles, posterior), most=1)
    chosen = _choose([*_choose(events, most=INDICATORS_MOST - len(asked)), *asked], most=INDICATORS_MOST)
    return tuple(
        Indicator(
            id=derive_id("indicator", c.hypothesis_id, c.kind, c.what),
            what=c.what,
            hypothesis_id=c.hypothesis_id,
            expected_bits=c.expected_bits,
            made=Made(recipe="weigh.indicators@1", inputs=(c.hypothesis_id,)),
            if_seen=list_bits(hypotheses, c.if_seen),
            if_not=list_bits(hypotheses, c.if_not),
        )
        for c in chosen
    )


def list_bits(hypotheses: Sequence[Hypothesis], bits: Floats) -> tuple[HypothesisBits, ...]:
    """Return bits (m long) as records, those of the hypotheses in their order."""
    pairs = zip(hypotheses, bits.tolist(), strict=True)
    return tuple(HypothesisBits(hypothesis_id=hypothesis.id, bits=own) for hypothesis, own in pairs)


def _choose(candidates: Iterable[_Candidate], *, most: int) -> list[_Candidate]:
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.expected_bits, c.what)):
        if candidate.expected_bits > 0 and sum(c.kind == candidate.kind for c in chosen) < SAME_KIND_MOST:
            chosen.append(candidate)
    return chosen[:most]


def expect_information(probabilities: Floats, likelihoods: Floats) -> float:
    """Return the bits expected from learning a yes or no, given P(h) and P(yes | h), both m long."""
    expected = 0.0
    for seen in (likelihoods, 1.0 - likelihoods):
        joint = probabilities * seen
        chance = float(joint.sum())
        if chance > 0:
            expected += chance * _diverge(joint / chance, probabilities)
    return expected


def _diverge(after: Floats, before: Floats) -> float:
    """Return KL(after || before) in bits."""
    held = after > 0
    return max(0.0, float(np.sum(after[held] * np.log2(after[held] / before[held]))))


def _imagine_events(
    hypothesis: Hypothesis, place: int, columns: EvidenceColumns, parameters: Parameters, now: Floats
) -> list[_Candidate]:
    label = hypothesis.label
    events = [
        ("finding", f"a finding for {label} by a body that examined the evidence", parameters.examined_bits),
        ("trace", f"a physical trace that points to {label}, shown by someone independent", parameters.trace_bits),
    ]
    heard = {int(w) for w, h in zip(columns.weight, columns.hypothesis, strict=True) if h == place}
    if hypothesis.camp and WeightClass.RESPONSIBILITY not in heard:
        events.append(("claim", f"a claim of responsibility by {label}", parameters.responsibility_bits))
    if hypothesis.camp and WeightClass.ADMISSION not in heard:
        events.append(("admission", f"an admission from within {label}", parameters.admission_bits))
    denier = _find_denier(columns, place)
    if denier:
        events.append(("withdrawal", f"{denier} no longer denies {label}", parameters.testimony_bits))
    found = []
    for kind, what, bits in events:
        likelihoods = np.full(len(now), TURNS_UP[kind] * 2.0**-bits)
        likelihoods[place] = TURNS_UP[kind]
        found.append(
            _Candidate(
                kind=kind,
                what=what,
                hypothesis_id=hypothesis.id,
                expected_bits=expect_information(now, likelihoods),
                if_seen=np.log2(likelihoods),
                if_not=np.log2(1.0 - likelihoods),
            )
        )
    return found


def _find_denier(columns: EvidenceColumns, place: int) -> str:
    """Return the first holder with a stake that denies a hypothesis, or nothing."""
    deniers = [
        link.holder
        for k, link in enumerate(columns.links)
        if columns.hypothesis[k] == place
        and link.direction is Direction.AGAINST
        and any(s.interest is Interest.ACCUSED and s.hypothesis_id == link.hypothesis_id for s in link.stakes)
    ]
    return min(deniers, default="")


def _question_roles(
    hypotheses: Sequence[Hypothesis], columns: EvidenceColumns, settings: Settings, roles: Roles, posterior: Posterior
) -> list[_Candidate]:
    """Ask about the heaviest link whose holder's access, and the heaviest whose interest, the text does not tell."""
    if not columns.links:
        return []
    weights = -(posterior.exponents * posterior.if_false)[0]
    far = np.array([link.access is Access.UNKNOWN for link in columns.links])
    asked = (
        ("access", int(np.argmax(np.where(far & columns.cheap, weights, 0.0)))),
        ("interest", int(np.argmax(weights * columns.unknown))),
    )
    found = []
    for kind, k in asked:
        holder = columns.links[k].holder
        if kind == "access":
            what, learnt = f"whether {holder} examined anything", _learn_access(columns, settings, roles, posterior, k)
        else:
            what, learnt = f"what {holder} has at stake", _learn_interest(columns, settings, roles, posterior, k)
        bits, if_so, if_not = learnt
        about = hypotheses[int(columns.hypothesis[k])].id
        found.append(
            _Candidate(kind=kind, what=what, hypothesis_id=about, expected_bits=bits, if_seen=if_so, if_not=if_not)
        )
    return found


def _learn_access(
    columns: EvidenceColumns, settings: Settings, roles: Roles, posterior: Posterior, k: int
) -> tuple[float, Floats, Floats]:
    """Return the bits expected from learning whether link k's holder examined evidence; no leaves all as it is.

    The two others (m long) are the bits that yes, and no, put on each hypothesis.
    """
    nothing = np.zeros_like(posterior.probabilities[0])
    if columns.links[k].access is not Access.UNKNOWN or not columns.cheap[k]:
        return 0.0, nothing, nothing
    examined = roles.examined.copy()
    examined[0, k] = 1.0
    after = find_posterior(columns, settings, replace(roles, examined=examined)).probabilities[0]
    now = posterior.probabilities[0]
    return EXAMINED_AFTER_ALL * _diverge(after, now), np.log2(after) - np.log2(now), nothing


def _learn_interest(
    columns: EvidenceColumns, settings: Settings, roles: Roles, posterior: Posterior, k: int
) -> tuple[float, Floats, Floats]:
    """Return the bits expected from learning whether link k's holder has a stake, and what yes and no put on each."""
    now = posterior.probabilities[0]
    if columns.unknown[k] == 0:
        return 0.0, np.zeros_like(now), np.zeros_like(now)
    chance = float(settings.hidden_interest[0, 0])
    expected = 0.0
    learnt = []
    for probability, hidden in ((chance, 1.0), (1.0 - chance, 0.0)):
        driven = roles.driven.copy()
        driven[0, k] = columns.served[k] + columns.unknown[k] * hidden
        after = find_posterior(columns, settings, replace(roles, driven=driven)).probabilities[0]
        expected += probability * _diverge(after, now)
        learnt.append(np.log2(after) - np.log2(now))
    return expected, learnt[0], learnt[1]
