"""Which explanation each report is speaking of, sentence after sentence.

A theory is brought up by a claim that bears on it, or by a sentence that names it. A state is named for a hundred
reasons: it is brought up only where the sentence announces a theory, or argues about the state as an agent.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from rashomon.hypothesize.arguments import argument_kind
from rashomon.hypothesize.bearings import named_as_actor
from rashomon.hypothesize.candidates import Candidate
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.vocabulary import Vocabulary, is_answerable, learn_vocabulary, words_of
from rashomon.model.claim import Claim
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Polarity

_NAME: Final = re.compile(r"\b[A-Z][^\W\d_]{2,}\b")
_READ_FOR_ANNOUNCEMENT: Final = 200
"""Characters of a claim within which it would announce a theory."""
_ANNOUNCES: Final = re.compile(
    r"\b(?:first|second|third|fourth|fifth|other|another|last|final|rival|competing|alternative|main|leading|next"
    r"|only"
    r"|one|two|three|favou?rite|prevailing|official) (?:\w+ )?(?:theor(?:y|ies)|possibilit(?:y|ies)|explanations?"
    r"|hypothes[ie]s|versions?|scenarios?|suspects?|candidates?|reading|school|camp|line of inquiry|case)\b"
    r"|\b(?:then|finally|lastly|next|also) there (?:is|are|'s)\b|\bthere (?:is|are) (?:also|finally|then|those who)\b"
    r"|^\W*(?:as )?(?:for|against|regarding|concerning|consider|take|enter) (?:the|those|that|an?)\b"
    r"|\b(?:theory|hypothesis|version|scenario) (?:number )?(?:one|two|three|four|a|b|c|1|2|3)\b"
    r"|^\W*(?:some|others|many|a few|those who) (?:\w+ )?(?:say|point|blame|suspect|believe|think|hold|insist"
    r"|prefer)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theory:
    """A theory as a claim at `start`..`end` of its document brings it up: whether announced, by whom, on which side.

    `end` is the end of the claim's sentence.
    """

    hypothesis_id: str
    start: int
    end: int
    announced: bool
    holder: str
    polarity: Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """One report's claims in reading order, and beside each the theory it brings up (None: none)."""

    document_id: str
    claims: tuple[Claim, ...]
    theories: tuple[Theory | None, ...]

    def brought_up(self) -> tuple[Theory, ...]:
        """Return the theories alone, in the order of their places."""
        return tuple(sorted((t for t in self.theories if t is not None), key=_place))


def last_before(theories: Sequence[Theory], offset: int) -> Theory | None:
    """Return the theory last brought up before a place in the text; `theories` in the order of their places."""
    at = bisect_left(theories, offset, key=_place)
    return theories[at - 1] if at else None


def first_within(theories: Sequence[Theory], start: int, end: int) -> Theory | None:
    """Return the theory first brought up between two places; `theories` in the order of their places."""
    at = bisect_left(theories, start, key=_place)
    return theories[at] if at < len(theories) and theories[at].start < end else None


def _place(theory: Theory) -> int:
    return theory.start


def follow_theories(
    reading: Reading, candidates: Mapping[str, Candidate], bearings: Sequence[ClaimBearing]
) -> tuple[Discussion, ...]:
    """Return each report's discussion, in the order of the reports."""
    tied = {bearing.claim_id: bearing for bearing in reversed(bearings)}
    answers = {
        b.claim_id: b.hypothesis_id
        for b in bearings
        if b.weighed and b.polarity is Polarity.ASSERT and b.hypothesis_id in candidates
    }
    vocabulary = learn_vocabulary(reading, candidates, answers)
    claims = (claim for claim in reading.claims if is_answerable(claim))
    discussions = []
    for document_id, group in groupby(claims, key=lambda claim: claim.document_id):
        told = tuple(group)
        known = _bearings_by_sentence(told, tied)
        theories = tuple(_theory_of(reading, claim, candidates, vocabulary, known.get(claim.id)) for claim in told)
        discussions.append(Discussion(document_id=document_id, claims=told, theories=theories))
    return tuple(discussions)


def move_theories(discussions: Sequence[Discussion], home: Mapping[str, str]) -> tuple[Discussion, ...]:
    """Return the discussions with each theory under the hypothesis it is part of now; unchanged where none moved."""
    return tuple(
        replace(
            discussion,
            theories=tuple(
                theory and replace(theory, hypothesis_id=home.get(theory.hypothesis_id, theory.hypothesis_id))
                for theory in discussion.theories
            ),
        )
        for discussion in discussions
    )


def _bearings_by_sentence(claims: Sequence[Claim], tied: Mapping[str, ClaimBearing]) -> dict[str, ClaimBearing]:
    """Return each claim's bearing: its own, where that is weighed; else the one by which its sentence says who did it
    (*it was not X, it was Y, some citing …*); else its own."""
    asserted: dict[int, dict[str, ClaimBearing]] = {}
    for claim in claims:
        bearing = tied.get(claim.id)
        if bearing and bearing.weighed and bearing.polarity is Polarity.ASSERT:
            asserted.setdefault(claim.context_start, {}).setdefault(bearing.hypothesis_id, bearing)
    outright = {start: next(iter(found.values())) for start, found in asserted.items() if len(found) == 1}
    known: dict[str, ClaimBearing] = {}
    for claim in claims:
        own = tied.get(claim.id)
        bearing = own if own and own.weighed else outright.get(claim.context_start, own)
        if bearing is not None:
            known[claim.id] = bearing
    return known


def _theory_of(
    reading: Reading,
    claim: Claim,
    candidates: Mapping[str, Candidate],
    vocabulary: Vocabulary,
    bearing: ClaimBearing | None,
) -> Theory | None:
    announced = _ANNOUNCES.search(claim.quote[:_READ_FOR_ANNOUNCEMENT]) is not None
    hypothesis_id = bearing.hypothesis_id if bearing else _named_in(reading, claim, candidates, vocabulary, announced)
    if hypothesis_id is None:
        return None
    return Theory(
        hypothesis_id=hypothesis_id,
        start=claim.start,
        end=claim.context_end,
        announced=announced,
        holder=claim.holder.name,
        polarity=bearing.polarity if bearing is not None else Polarity.ASSERT,
    )


def _named_in(
    reading: Reading, claim: Claim, candidates: Mapping[str, Candidate], vocabulary: Vocabulary, announced: bool
) -> str | None:
    if announced and (first := _announced_in(reading, claim, candidates)) is not None:
        return first
    hypothesis_id = named_as_actor(reading, claim, candidates)
    if hypothesis_id is not None:
        actor = candidates[hypothesis_id].actor
        state = actor is not None and bool(actor.camp)
        if not state or announced or argument_kind(claim.quote) is not None:
            return hypothesis_id
    words = words_of(claim.quote)
    return next(iter(vocabulary.named_in(words)), None) or vocabulary.spoken_of_in(words)


def _announced_in(reading: Reading, claim: Claim, candidates: Mapping[str, Candidate]) -> str | None:
    """The actor whose name an announcement holds, alone or in a joined word (*the Norland-did-it camp*)."""
    for name in _NAME.findall(claim.quote[:_READ_FOR_ANNOUNCEMENT]):
        actor = reading.actor_in(name, claim)
        if actor is not None and actor.proper:
            for hypothesis_id, candidate in candidates.items():
                if candidate.means(actor, ""):
                    return hypothesis_id
    return None
