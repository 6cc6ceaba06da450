"""The grades of all a piece of evidence came through: its holder, those who pass it on, the publisher."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.model.analysis import HypothesisSet, Linkage
from rashomon.model.claim import ClaimPlacement
from rashomon.model.question import EvidenceLink, GradedVoice
from rashomon.model.wording import measure_soundness


def grade_evidence(hypothesis_set: HypothesisSet, linkage: Linkage) -> HypothesisSet:
    """Return the set with each piece's voices and their grades, those of the best graded way it came by.

    What stands in two reports need not come through the worse of them; of equals the shortest way is taken, then the
    first.
    """
    grades = {source.id: source.reliability for source in linkage.sources}
    placements = {placement.claim_id: placement for placement in linkage.placements}
    graded = tuple(_grade(link, grades, placements) for link in hypothesis_set.evidence)
    return replace(hypothesis_set, evidence=graded)


def _grade(link: EvidenceLink, grades: Mapping[str, str], placements: Mapping[str, ClaimPlacement]) -> EvidenceLink:
    ways = [_list_voices(placements[one], grades) for one in link.claim_ids if one in placements]
    best = max(ways, key=lambda way: (measure_soundness(v.grade for v in way), -len(way)), default=())
    held = [GradedVoice(source_id=link.holder_id, grade=grades.get(link.holder_id, ""))] if link.holder_id else []
    known = {voice.source_id for voice in best}
    return replace(link, voices=(*best, *(voice for voice in held if voice.source_id not in known)))


def _list_voices(placement: ClaimPlacement, grades: Mapping[str, str]) -> Sequence[GradedVoice]:
    ids = dict.fromkeys(source_id for source_id in placement.source_ids if source_id)
    return tuple(GradedVoice(source_id=source_id, grade=grades.get(source_id, "")) for source_id in ids)
