"""What analysts decided about single claims, laid over what was read of them: checked, rejected, corrected.

A claim keeps its id whatever is corrected, so that decisions and links hold. A decision means the claim of its id, or
where another reading left none, the claim of the same document that stands in the same place and says the same. One
that finds none is kept and told of, not followed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.model.claim import Claim, ClaimAnchor, ClaimReview, Voice
from rashomon.model.correction import ClaimFix, read_fix
from rashomon.model.decision import BY_ANALYST, CLAIM_DECISIONS, Decision, keep_in_force
from rashomon.model.document import Document
from rashomon.model.question import UnmetDecision
from rashomon.model.vocabulary import Certainty, DecisionKind, Modality, Polarity, ReviewKind, Slot

_STANDING: Final = (DecisionKind.ACCEPT_CLAIM, DecisionKind.REJECT_CLAIM, DecisionKind.FIX_CLAIM)
_FEWEST_SHARED: Final = 0.5
"""The part of both spans together that two readings of one claim must share."""
_FACTUALITY: Final = {
    Certainty.CERTAIN: 2.55,
    Certainty.PROBABLE: 2.12,
    Certainty.POSSIBLE: 1.11,
    Certainty.UNLIKELY: -0.93,
    Certainty.NONE: 0.3,
}
_DENIED_FACTUALITY: Final = {Certainty.CERTAIN: -1.74, Certainty.UNLIKELY: -0.93}
"""Mean factuality that an annotator gave claims so put (see the extractor); what is not listed is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A decision in force on claims, with the claims it means."""

    decision: Decision
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """Claims after the decisions on them, in their order, the rejected among them.

    `settled` are the decisions that found their claims, in the order they were made; `named_sources` the source an
    analyst says a claim's holder is.
    """

    claims: tuple[Claim, ...]
    rejected: frozenset[str] = frozenset()
    reviews: tuple[ClaimReview, ...] = ()
    settled: tuple[Settled, ...] = ()
    named_sources: Mapping[str, str]
    unmet: tuple[UnmetDecision, ...] = ()

    def heard(self) -> tuple[Claim, ...]:
        """Return the claims that count: all that were not rejected."""
        return tuple(claim for claim in self.claims if claim.id not in self.rejected)


def review_claims(
    documents: Sequence[Document], claims: Sequence[Claim], decisions: Sequence[Decision] = ()
) -> Reviewed:
    """Return the claims with the decisions on them followed; of two on one part of a claim the later one wins."""
    in_force = [one for one in keep_in_force(decisions) if one.kind in CLAIM_DECISIONS]
    if not in_force:
        return Reviewed(claims=tuple(claims), named_sources={})
    desk = _Desk(claims, documents)
    for decision in in_force:
        desk.follow(decision)
    return desk.settle()


def review_by(decision: Decision, claim_id: str, kind: ReviewKind, *, other_id: str = "") -> ClaimReview:
    """Return what a decision made of a claim."""
    return ClaimReview(
        claim_id=claim_id,
        kind=kind,
        decision_id=decision.id,
        by=decision.made.by.removeprefix(BY_ANALYST),
        at=decision.at,
        why=decision.why,
        other_id=other_id,
    )


def anchor_claim(claim: Claim) -> ClaimAnchor:
    """Return what a claim is found again by."""
    said = claim.proposition
    return ClaimAnchor(
        document_id=claim.document_id,
        start=claim.start,
        end=claim.end,
        slot=said.slot,
        value=said.value,
        quote=claim.quote,
    )


class _Desk:
    """Claims while decisions are followed, in the order they were made."""

    def __init__(self, claims: Sequence[Claim], documents: Sequence[Document]) -> None:
        self._claims = {claim.id: claim for claim in claims}
        self._documents = {document.id: document for document in documents}
        self._in_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._in_document[claim.document_id].append(claim)
        self._standing: dict[str, Decision] = {}
        self._fixes: dict[str, list[tuple[Decision, ClaimFix]]] = defaultdict(list)
        self._settled: list[Settled] = []
        self._unmet: list[UnmetDecision] = []

    def follow(self, decision: Decision) -> None:
        """Take down what a decision says of its claims, or why it cannot be followed."""
        anchored = len(decision.anchors) == len(decision.subject_ids)
        found: list[str] = []
        for number, subject_id in enumerate(decision.subject_ids):
            anchor = decision.anchors[number] if anchored else None
            claim_id = self._find(subject_id, anchor)
            if not claim_id:
                quote = f": “{anchor.quote}”" if anchor is not None else ""
                self._miss(decision, f"the claim it is about is not read in the reports now{quote}")
                return
            found.append(claim_id)
        if len(set(found)) < len(found):
            self._miss(decision, "the two are one claim now")
            return
        if decision.kind is DecisionKind.FIX_CLAIM:
            fix, claim = read_fix(decision.names), self._claims[found[0]]
            together = _join((*(one for _, one in self._fixes.get(found[0], ())), fix))
            if not _is_within(together, claim, self._documents[claim.document_id]):
                self._miss(decision, "its span lies outside the report's text")
                return
            self._fixes[found[0]].append((decision, fix))
        if decision.kind in _STANDING:
            self._standing[found[0]] = decision
        self._settled.append(Settled(decision=decision, claim_ids=tuple(found)))

    def settle(self) -> Reviewed:
        """Return what has become of the claims."""
        rejected = {one for one, last in self._standing.items() if last.kind is DecisionKind.REJECT_CLAIM}
        fixed = {claim_id: self._fix(claim_id) for claim_id in self._fixes}
        claims = tuple(fixed.get(claim_id, claim) for claim_id, claim in self._claims.items())
        sources = ((claim_id, _join(fix for _, fix in fixes).source) for claim_id, fixes in self._fixes.items())
        return Reviewed(
            claims=claims,
            rejected=frozenset(rejected),
            reviews=tuple(self._list_reviews()),
            settled=tuple(self._settled),
            named_sources={claim_id: source for claim_id, source in sources if source is not None},
            unmet=tuple(self._unmet),
        )

    def _list_reviews(self) -> Iterator[ClaimReview]:
        for claim_id, last in self._standing.items():
            if last.kind is DecisionKind.REJECT_CLAIM:
                yield review_by(last, claim_id, ReviewKind.REJECTED)
            elif last.kind is DecisionKind.ACCEPT_CLAIM:
                yield review_by(last, claim_id, ReviewKind.ACCEPTED)
        for claim_id, fixes in self._fixes.items():
            for decision, _ in fixes:
                yield replace(review_by(decision, claim_id, ReviewKind.FIXED), machine=self._claims[claim_id])

    def _find(self, claim_id: str, anchor: ClaimAnchor | None) -> str:
        if claim_id in self._claims:
            return claim_id
        if anchor is None:
            return ""
        alike = [
            (share, claim)
            for claim in self._in_document.get(anchor.document_id, ())
            if claim.proposition.slot is anchor.slot and (share := _share(claim, anchor)) >= _FEWEST_SHARED
        ]
        same = [pair for pair in alike if _fold(pair[1].proposition.value) == _fold(anchor.value)]
        # What fills in something else is the same claim only where no other stands there.
        meant = same or (alike if len(alike) == 1 and anchor.slot is Slot.STATEMENT else [])
        return max(meant, key=lambda pair: (pair[0], pair[1].id))[1].id if meant else ""

    def _fix(self, claim_id: str) -> Claim:
        claim = self._claims[claim_id]
        return fix_claim(claim, _join(fix for _, fix in self._fixes[claim_id]), self._documents[claim.document_id])

    def _miss(self, decision: Decision, why: str) -> None:
        self._unmet.append(UnmetDecision(decision_id=decision.id, why=why))


def fix_claim(claim: Claim, fix: ClaimFix, document: Document) -> Claim:
    """Return a claim with the parts of a correction; what follows from them (kind of speech, factuality) with them."""
    start = claim.start if fix.start is None else fix.start
    end = claim.end if fix.end is None else fix.end
    polarity = fix.polarity or claim.polarity
    certainty = fix.certainty or claim.certainty
    fixed = replace(
        claim,
        start=start,
        end=end,
        quote=document.text[start:end],
        context_start=min(claim.context_start, start),
        context_end=max(claim.context_end, end),
        mentions=tuple(one for one in claim.mentions if start <= one.start and one.end <= end),
        chain=claim.chain if fix.holder is None else _retell(claim, fix.holder, document),
        polarity=polarity,
        certainty=certainty,
        stance=fix.stance or claim.stance,
    )
    if (polarity, certainty) == (claim.polarity, claim.certainty):
        return fixed
    return replace(fixed, modality=_speak(claim, polarity), factuality=_rate(polarity, certainty))


def _retell(claim: Claim, holder: str, document: Document) -> tuple[Voice, ...]:
    """Return the chain with another holder: who passes the claim on stays, and the author passes on another's."""
    if claim.holder.name == holder:
        return claim.chain
    relays = claim.chain[:-1] if len(claim.chain) > 1 else claim.chain
    if [voice.name for voice in relays] == [holder]:
        return relays
    at = document.text.find(holder, claim.context_start, claim.context_end)
    voice = Voice(name=holder, start=at, end=at + len(holder) if at >= 0 else -1)
    return (*(one for one in relays if one.name != holder), voice)


def _speak(claim: Claim, polarity: Polarity) -> Modality:
    """Return the kind of speech that fits a polarity: whoever says it is not so does not accuse."""
    if polarity is claim.polarity:
        return claim.modality
    if polarity is Polarity.DENY:
        speaks = claim.modality in (Modality.QUESTION, Modality.CONDITIONAL, Modality.OPINION, Modality.FINDING)
        return claim.modality if speaks else Modality.DENIAL
    if claim.modality is not Modality.DENIAL:
        return claim.modality
    return Modality.ACCUSATION if claim.proposition.slot is Slot.RESPONSIBLE else Modality.ASSERTION


def _rate(polarity: Polarity, certainty: Certainty) -> float:
    return _DENIED_FACTUALITY.get(certainty, 0.0) if polarity is Polarity.DENY else _FACTUALITY[certainty]


def _join(fixes: Iterable[ClaimFix]) -> ClaimFix:
    """Return all corrections as one; of two of one part the later one wins. A new name is no longer the old source."""
    joined = ClaimFix()
    for fix in fixes:
        joined = ClaimFix(
            holder=fix.holder or joined.holder,
            source=fix.source or (None if fix.holder else joined.source),
            polarity=fix.polarity or joined.polarity,
            certainty=fix.certainty or joined.certainty,
            stance=fix.stance or joined.stance,
            start=joined.start if fix.start is None else fix.start,
            end=joined.end if fix.end is None else fix.end,
        )
    return joined


def _is_within(fix: ClaimFix, claim: Claim, document: Document) -> bool:
    start = claim.start if fix.start is None else fix.start
    end = claim.end if fix.end is None else fix.end
    return 0 <= start < end <= len(document.text)


def _share(claim: Claim, anchor: ClaimAnchor) -> float:
    common = min(claim.end, anchor.end) - max(claim.start, anchor.start)
    return max(0, common) / max(1, max(claim.end, anchor.end) - min(claim.start, anchor.start))


def _fold(value: str) -> str:
    return " ".join(value.casefold().split()).removeprefix("the ")
