"""Which explanations compete: actors and causes named for the deed, clustered under all their names."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from rashomon.hypothesize.actors import Actor
from rashomon.hypothesize.deed_families import cause_family
from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.vocabulary import Certainty, Polarity, QuestionKind, Slot

MOST_HYPOTHESES: Final = 7
"""More rivals than this are noise to a reader (and to ACH, whose manuals ask for at most seven)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One explanation before it is a hypothesis: an actor, or a family of causes, with the claims that name it."""

    actor: Actor | None
    cause: str
    names: tuple[str, ...]
    claim_ids: tuple[str, ...]
    holders: frozenset[str]

    def means(self, actor: Actor | None, cause: str) -> bool:
        """Tell whether an actor or a cause belongs to this explanation."""
        if self.actor is None or actor is None:
            return self.actor is None and actor is None and bool(cause) and cause == self.cause
        return self.actor.same_as(actor)


def answer_in(reading: Reading, claim: Claim) -> tuple[Actor | None, str]:
    """Return the actor or the cause a claim gives as an answer to the question; (None, "") where it gives none."""
    proposition = claim.proposition
    if proposition.slot is Slot.CAUSE:
        words = [w.strip(".,;") for w in proposition.value.lower().split()]
        family = next((f for w in reversed(words) for form in (w, w.rstrip("s")) if (f := cause_family(form))), "")
        return None, _merge_family(reading, family)
    if proposition.slot is not Slot.RESPONSIBLE or proposition.predicate not in reading.predicates:
        return None, ""
    actor = reading.actor_in(proposition.value, claim)
    if actor is None or not reading.on_event(claim):
        return None, ""
    return actor, ""


def gather_candidates(reading: Reading) -> tuple[Candidate, ...]:
    """Return the explanations named by somebody, those with most holders first, at most `MOST_HYPOTHESES`."""
    candidates: list[Candidate] = []
    for claim in reading.claims:
        actor, cause = answer_in(reading, claim)
        if actor is None and not cause:
            continue
        _join(candidates, actor, cause, claim)
    serious = [c for c in candidates if _is_serious(reading, c)]
    merged = _merge_overlapping(serious)
    ranked = sorted(merged, key=lambda c: (-len(c.holders), -len(c.claim_ids)))
    return tuple(ranked[:MOST_HYPOTHESES])


def label_of(candidate: Candidate) -> str:
    """Return the name a reader knows an explanation by: the state, the commonest name, or the family of causes."""
    if candidate.actor is None:
        return candidate.cause[0].upper() + candidate.cause[1:]
    if candidate.actor.camp:
        return candidate.actor.camp
    counts = Counter(candidate.names)
    return max(counts, key=lambda name: (counts[name], -abs(len(name) - 16)))


def _merge_family(reading: Reading, family: str) -> str:
    """Whoever asks *who* wants one rival for all that nobody meant; whoever asks for the cause wants them apart."""
    if family and reading.question.kind is QuestionKind.WHO:
        return "an accident or failure, nobody's deed"
    return family


def _join(candidates: list[Candidate], actor: Actor | None, cause: str, claim: Claim) -> None:
    holder = claim.holder.name.lower()
    name = claim.proposition.value
    for index, candidate in enumerate(candidates):
        if candidate.means(actor, cause):
            candidates[index] = Candidate(
                actor=_fuller(candidate.actor, actor), cause=cause, names=(*candidate.names, name),
                claim_ids=(*candidate.claim_ids, claim.id), holders=candidate.holders | {holder},
            )  # fmt: skip
            return
    candidates.append(
        Candidate(actor=actor, cause=cause, names=(name,), claim_ids=(claim.id,), holders=frozenset({holder}))
    )


def _fuller(one: Actor | None, other: Actor | None) -> Actor | None:
    """Keep the longer of two names of one actor, so that later mentions of any part of it meet."""
    return max((a for a in (one, other) if a is not None), key=lambda a: len(a.words), default=None)


def _merge_overlapping(candidates: list[Candidate]) -> list[Candidate]:
    """Join explanations that turned out to share an actor once the fuller name was known."""
    merged: list[Candidate] = []
    for candidate in candidates:
        at = next((i for i, kept in enumerate(merged) if kept.means(candidate.actor, candidate.cause)), None)
        if at is None:
            merged.append(candidate)
            continue
        kept = merged[at]
        merged[at] = Candidate(
            actor=_fuller(kept.actor, candidate.actor), cause=kept.cause, names=kept.names + candidate.names,
            claim_ids=kept.claim_ids + candidate.claim_ids, holders=kept.holders | candidate.holders,
        )  # fmt: skip
    return merged


def _is_serious(reading: Reading, candidate: Candidate) -> bool:
    """An explanation counts when somebody advances it or mentions it as one, or it names somebody; not if only asked about."""
    asked = candidate.actor is not None and not candidate.actor.camp and candidate.actor.words <= reading.asked_words
    if asked:
        return False
    claims = [reading.by_id[claim_id] for claim_id in candidate.claim_ids]
    advanced = any(c.polarity is Polarity.ASSERT and c.certainty is not Certainty.NONE for c in claims)
    return advanced or (candidate.actor is not None and candidate.actor.proper) or len(candidate.holders) > 1
