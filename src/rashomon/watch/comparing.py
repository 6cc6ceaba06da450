"""How one judgement moved to the next, and which origin moved it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from rashomon.model.ids import derive_id
from rashomon.model.judgement import Contribution, HypothesisBits, Judgement, OriginMove, Revision
from rashomon.model.provenance import Made
from rashomon.model.question import EvidenceLink

RECIPE: Final = "watch@1"

SMALLEST_MOVE: Final = 1e-6
"""Bits below which an origin has not moved anything: rounding."""


def compare_judgements(
    previous: Judgement | None,
    new: Judgement,
    evidence: Sequence[EvidenceLink],
    document_ids: Sequence[str],
) -> Revision:
    """Return what each origin moved between two judgements of a question, the largest move first.

    `evidence` are the links of both judgements (a contribution whose link is missing has no origin and is left out);
    `document_ids` are the reports that arrived. Without a previous judgement everything is a move from the priors.
    A move is in bits, centred on the prior-weighted mean: the difference between two hypotheses is by how many bits
    the origin moved one against the other. An origin moves, too, where a newcomer tempers what it said before.
    """
    origins = {link.id: link.origin_id for link in evidence}
    before = {c.evidence_id: c for c in previous.contributions} if previous else {}
    after = {c.evidence_id: c for c in new.contributions}
    moved: dict[str, dict[str, float]] = defaultdict(
        lambda: dict.fromkeys((p.hypothesis_id for p in new.probabilities), 0.0)
    )
    for evidence_id in sorted(before.keys() | after.keys()):
        if evidence_id in origins:
            bits = moved[origins[evidence_id]]
            for hypothesis_id, change in _change(before.get(evidence_id), after.get(evidence_id)).items():
                if hypothesis_id in bits:
                    bits[hypothesis_id] += change
    priors = {p.hypothesis_id: p.prior for p in new.probabilities}
    centred = {origin_id: _centre(bits, priors) for origin_id, bits in moved.items()}
    sizes = {origin_id: max(map(abs, bits.values()), default=0.0) for origin_id, bits in centred.items()}
    return Revision(
        id=derive_id("revision", previous.id if previous else None, new.id),
        previous_id=previous.id if previous else None,
        judgement_id=new.id,
        document_ids=tuple(document_ids),
        moves=tuple(
            OriginMove(
                origin_id=origin_id,
                bits=tuple(HypothesisBits(hypothesis_id=h, bits=b) for h, b in centred[origin_id].items()),
            )
            for origin_id in sorted(centred, key=lambda origin_id: (-sizes[origin_id], origin_id))
            if sizes[origin_id] > SMALLEST_MOVE
        ),
        made=Made(recipe=RECIPE, inputs=(*((previous.id,) if previous else ()), new.id)),
    )


def _change(before: Contribution | None, after: Contribution | None) -> dict[str, float]:
    """Return the change of a link's log-likelihoods; a hypothesis only one of two judgements knows did not move."""
    old = {entry.hypothesis_id: entry.bits for entry in before.log_likelihoods} if before else {}
    new = {entry.hypothesis_id: entry.bits for entry in after.log_likelihoods} if after else {}
    if before and after:
        return {h: new[h] - old[h] for h in new if h in old}
    return new or {h: -bits for h, bits in old.items()}


def _centre(bits: Mapping[str, float], priors: Mapping[str, float]) -> dict[str, float]:
    mean = sum(priors[h] * b for h, b in bits.items())
    return {h: b - mean for h, b in bits.items()}
