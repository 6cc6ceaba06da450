"""Which explanation an argument speaks of, by where it stands: in its own words, or under the theory being discussed.

A report brings a theory up and then argues: *Then there is the lodger. He had a key. Why would he have stayed?*
Whatever the sentences after it bring forward belongs to that theory until another is brought up. Where arguments come
first, they belong to the theory that their paragraph comes to. Such a tie is a reading of the layout, not of words: it
is shown as evidence, and weighs nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.hypothesize.arguments import Argument, asks_why, find_argument, speaks_against
from rashomon.hypothesize.context import turn
from rashomon.hypothesize.deed_families import all_predicates
from rashomon.hypothesize.grounds import find_ground
from rashomon.hypothesize.implications import says_what_follows
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.stems import split_words, stem_of
from rashomon.hypothesize.theories import Discussion, Theory
from rashomon.model.claim import Claim
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import EvidenceKind, Modality, Polarity, Slot

_SAYINGS: Final = {EvidenceKind.TESTIMONY, EvidenceKind.FINDING, EvidenceKind.DENIAL}
"""Weighed as the act of saying it: what such a claim argues besides is shown too."""
_FEWEST_WORDS: Final = 4
_LONGEST_SENTENCE: Final = 400
"""Characters of a sentence that is read for what a part of it argues; a longer one says several things."""
_FAR: Final = 700
"""Characters over which a theory that was brought up in passing stays in scope."""
_CAPTION: Final = re.compile(r"\W*(?:image|photo|picture|video|credit|source|caption|file photo)s?\s*:", re.IGNORECASE)
_BREAK: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopedArgument:
    """An argument tied to a hypothesis by where it stands; `polarity` is for (assert) or against (deny) it."""

    claim_id: str
    hypothesis_id: str
    polarity: Polarity
    argument: Argument


def scope_arguments(
    reading: Reading, discussions: Sequence[Discussion], bearings: Sequence[ClaimBearing]
) -> tuple[ScopedArgument, ...]:
    """Return the arguments that no weighed bearing ties to a hypothesis, in the order of the claims."""
    tied = {bearing.claim_id: bearing for bearing in reversed(bearings)}
    return tuple(found for discussion in discussions for found in _scope_report(reading, discussion, tied))


def _scope_report(
    reading: Reading, discussion: Discussion, tied: Mapping[str, ClaimBearing]
) -> Iterator[ScopedArgument]:
    text = reading.texts[discussion.document_id]
    ahead = _coming_theories(text, discussion)
    before: Theory | None = None
    for claim, own, coming in zip(discussion.claims, discussion.theories, ahead, strict=True):
        bearing = tied.get(claim.id)
        argument = _argument_of(reading, claim)
        if bearing is not None and bearing.weighed and find_ground(claim, bearing.polarity).kind not in _SAYINGS:
            before = own or before
            continue
        theory = own or (before if before and _reaches(text, before, claim) else coming)
        if argument is not None and theory is not None:
            yield ScopedArgument(
                claim_id=claim.id,
                hypothesis_id=theory.hypothesis_id,
                polarity=_side(claim, argument, theory, bearing),
                argument=argument,
            )
        before = own or before


def _argument_of(reading: Reading, claim: Claim) -> Argument | None:
    elsewhere = not reading.on_event(claim) and not reading.on_prior_event(claim)
    if elsewhere or claim.modality is Modality.CONDITIONAL or len(claim.quote.split()) < _FEWEST_WORDS:
        return None
    sentence = reading.context_of(claim)
    if _CAPTION.match(claim.quote) or says_what_follows(sentence):
        return None
    # A part of a sentence may argue by what stands in the rest of it.
    argument = find_argument(claim.quote) or (find_argument(sentence) if len(sentence) < _LONGEST_SENTENCE else None)
    if argument is not None and _is_another_deed(reading, claim):
        return Argument(kind=EvidenceKind.PRECEDENT)
    return argument


def _is_another_deed(reading: Reading, claim: Claim) -> bool:
    """Tell whether a claim says that somebody did a deed of the kind asked about to another thing."""
    said = claim.proposition
    done_to = {stem_of(word) for word in split_words(said.target)}
    deed = said.slot is Slot.RESPONSIBLE and said.predicate in all_predicates()
    return deed and bool(done_to) and not done_to & reading.asked_things


def _coming_theories(text: str, discussion: Discussion) -> list[Theory | None]:
    """For each claim the theory that its paragraph comes to after it."""
    found: list[Theory | None] = []
    coming: Theory | None = None
    following = len(text)
    for claim, own in zip(reversed(discussion.claims), reversed(discussion.theories), strict=True):
        if coming is not None and _BREAK.search(text, claim.end, max(claim.end, following)):
            coming = None
        found.append(coming)
        coming = own or coming
        following = claim.start
    return found[::-1]


def _reaches(text: str, theory: Theory, claim: Claim) -> bool:
    """Tell whether a theory is still in scope: an announced one until the next, any other for some sentences."""
    if theory.announced or claim.start <= theory.end + 1:
        return True
    return claim.start <= theory.end + _FAR and _BREAK.search(text, theory.end, claim.start) is None


def _side(claim: Claim, argument: Argument, theory: Theory, bearing: ClaimBearing | None) -> Polarity:
    """Whether an argument speaks for or against the theory in scope."""
    if bearing is not None and bearing.hypothesis_id == theory.hypothesis_id:
        return bearing.polarity
    denied = claim.holder.name == theory.holder and theory.polarity is Polarity.DENY
    if denied or argument.absence is not None or asks_why(claim.quote):
        return Polarity.DENY
    return turn(claim) if speaks_against(claim.quote) else claim.polarity
