"""Who holds what: how a claim's holder stands to a hypothesis the claim bears on."""

from collections.abc import Iterable
from enum import StrEnum

from rashomon.hypothesize.arguments import argument_kind, speaks_of_who_did_it
from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot


class Standing(StrEnum):
    """What a holder does with a hypothesis in one claim."""

    ADVANCES = "advances"
    DENIES = "denies"
    MENTIONS = "mentions"


def standing_of(reading: Reading, bearing: ClaimBearing) -> Standing | None:
    """Return how a claim's holder stands to the hypothesis; None where the tie is only a guess.

    A hypothesis named without commitment, or only argued about, is mentioned.
    """
    if not bearing.weighed:
        return None
    if bearing.polarity is Polarity.DENY:
        return Standing.DENIES
    bare = bearing.certainty is Certainty.NONE or _only_argues(reading.by_id[bearing.claim_id])
    return Standing.MENTIONS if bare else Standing.ADVANCES


def name_holder(reading: Reading, claim: Claim) -> str:
    """Return the name of a claim's holder: that of its source, else as the claim has it."""
    source = reading.holder_of(claim)
    return source.name if source is not None else claim.holder.name


def list_holders(reading: Reading, bearings: Iterable[ClaimBearing], standing: Standing) -> tuple[str, ...]:
    """Return the names of the holders that stand so to a hypothesis, each once, in the order of their claims."""
    claims = (reading.by_id[b.claim_id] for b in bearings if standing_of(reading, b) is standing)
    return tuple(dict.fromkeys(name_holder(reading, claim) for claim in claims))


def _only_argues(claim: Claim) -> bool:
    """Tell whether a claim argues without saying who did it: whoever weighs a theory does not thereby hold it."""
    stated = claim.proposition.slot is not Slot.STATEMENT or claim.modality is not Modality.ASSERTION
    return not stated and argument_kind(claim.quote) is not None and not speaks_of_who_did_it(claim.quote)
