"""The stage as one function: claims and their linkage in, a question's hypotheses with all that is tied to them out."""

from collections.abc import Sequence
from typing import Final

from rashomon.hypothesize.arguments import argument_kind, speaks_of_who_did_it
from rashomon.hypothesize.bearings import find_bearings
from rashomon.hypothesize.candidates import Candidate, gather_candidates, label_of
from rashomon.hypothesize.evidence import link_evidence
from rashomon.hypothesize.facts import gather_facts
from rashomon.hypothesize.implications import find_implications
from rashomon.hypothesize.named_indicators import find_named_indicators
from rashomon.hypothesize.reading import Reading, read_claims
from rashomon.hypothesize.scope import scope_arguments
from rashomon.hypothesize.theories import follow_theories
from rashomon.model.analysis import HypothesisSet, Linkage
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing, Hypothesis, Question
from rashomon.model.vocabulary import Certainty, CopyKind, Modality, Polarity, Slot

RECIPE: Final = "hypothesize@1"
SOMETHING_ELSE: Final = "something else"


def propose_hypotheses(
    documents: Sequence[Document], claims: Sequence[Claim], linkage: Linkage, *, question: Question
) -> HypothesisSet:
    """Return the hypotheses of a question, *something else* last, with bearings, evidence, facts and implications.

    Where nobody gives an answer the residual stands alone.
    """
    reading = read_claims(documents, claims, linkage, question)
    copies = {link.document_id for link in linkage.copies if link.kind is not CopyKind.RELAY}
    originals = [document for document in documents if document.id not in copies]
    candidates = {derive_id("hyp", question.id, label_of(c)): c for c in gather_candidates(reading, originals)}
    bearings = find_bearings(reading, candidates)
    discussions = follow_theories(reading, candidates, bearings)
    named = tuple(_hypothesis(reading, hypothesis_id, c, bearings) for hypothesis_id, c in candidates.items())
    hypotheses = (*named, _something_else(question))
    return HypothesisSet(
        question=question,
        hypotheses=hypotheses,
        bearings=bearings,
        evidence=link_evidence(reading, hypotheses, bearings, scope_arguments(reading, discussions, bearings)),
        facts=gather_facts(reading),
        implications=find_implications(reading, discussions),
        indicators=find_named_indicators(reading, discussions),
    )


def _hypothesis(
    reading: Reading, hypothesis_id: str, candidate: Candidate, bearings: Sequence[ClaimBearing]
) -> Hypothesis:
    own = [bearing for bearing in bearings if bearing.hypothesis_id == hypothesis_id]
    label = label_of(candidate)
    camp = ""
    if candidate.actor is not None:
        camp = candidate.actor.camp or (label if candidate.actor.proper else "")
    return Hypothesis(
        id=hypothesis_id,
        question_id=reading.question.id,
        label=label,
        residual=False,
        made=Made(recipe=RECIPE, inputs=candidate.claim_ids),
        aliases=tuple(dict.fromkeys(name for name in candidate.names if name != label)),
        camp=camp,
        advances=_holders(reading, own, Polarity.ASSERT, mentioned=False),
        denies=_holders(reading, own, Polarity.DENY, mentioned=False),
        mentions=_holders(reading, own, Polarity.ASSERT, mentioned=True),
        claim_ids=tuple(bearing.claim_id for bearing in own),
    )


def _holders(
    reading: Reading, bearings: Sequence[ClaimBearing], polarity: Polarity, *, mentioned: bool
) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for bearing in bearings:
        claim = reading.by_id[bearing.claim_id]
        is_mention = bearing.polarity is Polarity.ASSERT and (
            bearing.certainty is Certainty.NONE or _only_argues(claim)
        )
        if bearing.weighed and bearing.polarity is polarity and is_mention is mentioned:
            source = reading.holder_of(claim)
            names[source.name if source is not None else claim.holder.name] = None
    return tuple(names)


def _only_argues(claim: Claim) -> bool:
    """Tell whether a claim argues without saying who did it: whoever weighs a theory does not thereby hold it."""
    stated = claim.proposition.slot is not Slot.STATEMENT or claim.modality is not Modality.ASSERTION
    return not stated and argument_kind(claim.quote) is not None and not speaks_of_who_did_it(claim.quote)


def _something_else(question: Question) -> Hypothesis:
    return Hypothesis(
        id=derive_id("hyp", question.id, SOMETHING_ELSE), question_id=question.id, label=SOMETHING_ELSE, residual=True,
        made=Made(recipe=RECIPE, inputs=(question.id,)),
    )  # fmt: skip
