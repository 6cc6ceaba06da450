"""What analysts decided about a speaker's role, laid over what the machine reads: it wins, and says who decided it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.hypothesize.edits import fold_label
from rashomon.model.decision import BY_ANALYST, ROLE_DECISIONS, Decision, keep_in_force
from rashomon.model.question import EvidenceLink, Hypothesis, Stake
from rashomon.model.vocabulary import Access, DecisionKind, Interest


def follow_role_decisions(
    links: Sequence[EvidenceLink], hypotheses: Sequence[Hypothesis], decisions: Iterable[Decision]
) -> tuple[EvidenceLink, ...]:
    """Return the links with the roles analysts gave their holders; of two decisions on one role the later one wins.

    A decision on an answer that is not among the hypotheses, or on a source that holds nothing, passes by.
    """
    in_force = [one for one in keep_in_force(decisions) if one.kind in ROLE_DECISIONS]
    places = {fold_label(name): h.id for h in hypotheses for name in (*h.aliases, h.label)}
    decided = list(links)
    for decision in in_force:
        decided = [
            _decide(link, decision, places) if link.holder_id == decision.subject_ids[0] else link for link in decided
        ]
    return tuple(decided)


def _decide(link: EvidenceLink, decision: Decision, places: Mapping[str, str]) -> EvidenceLink:
    why = f"says {decision.made.by.removeprefix(BY_ANALYST)}" + (f": {decision.why}" if decision.why else "")
    if decision.kind is DecisionKind.SET_ACCESS:
        access = Access(decision.value)
        return replace(link, access=access, examined=float(access is Access.EXAMINED), why_access=why)
    about = places.get(fold_label(decision.subject_ids[1]))
    if about is None:
        return link
    interest = Interest(decision.value)
    others = tuple(stake for stake in link.stakes if stake.hypothesis_id != about)
    if interest is Interest.UNKNOWN:
        return replace(link, stakes=others)
    return replace(link, stakes=(*others, Stake(hypothesis_id=about, interest=interest, probability=1.0, why=why)))
