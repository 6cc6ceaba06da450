"""Who a holder is in this question: for whom it speaks, and whether it examined anything, each with a probability.

The text seldom says so outright. A rule here holds for any event and any speaker; where none applies, nothing is known.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.question import ClaimBearing, Hypothesis, Stake
from rashomon.model.source import Source
from rashomon.model.vocabulary import Access, Certainty, EvidenceKind, Interest, Modality, Polarity, SourceKind

ACCUSED_PROBABILITY: Final = 0.95
"""That a camp named by a hypothesis has an interest in it being false."""
RIVAL_PROBABILITY: Final = 0.8
"""That an accused camp has an interest in the guilt of any other."""
DENIER_PROBABILITY: Final = 0.5
"""That one who flatly denies what an actor is accused of, and is placed nowhere, speaks for that actor. In conflicts
most flat denials come from the accused; an even chance leaves room for those who just know better."""

SAID_TO_EXAMINE: Final = 0.9
"""That an inquiry or an expert who is said to have examined or found something has done so."""
OFFICE_EXAMINES: Final = 0.7
"""That a body whose office is to inquire (a commission, a court, detectives) speaks of what it examined."""
OTHERS_EXAMINE: Final = 0.3
"""That anybody else who is said to have found something did so himself, rather than being told."""

_EXAMINED: Final = re.compile(
    r"examin|inspect|analy[sz]ed?\b|analysis of|tested|laborator|measured|recorded|recovered|autops|forensic"
    r"|we (?:walked|looked|went|checked|found)",
    re.IGNORECASE,
)
_INQUIRES: Final = re.compile(
    r"investigat|inquir|enquir|inquest|tribunal|\bcourts?\b|\bjudges?\b|prosecut|magistrat|\bdetectives?\b|coroner"
    r"|patholog|forensic|\binspectors?\b|\bexaminers?\b|laborator|\bpanel\b|\bsafety board\b|\bsurvey|\bexperts\b"
    r"|\b(?:fact-finding|expert|technical|diving|truth) (?:team|mission|group|commission)\b",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"(?:those|some|many|others?|people|anybody|anyone|everybody|everyone|users|critics|observers|the internet)\b",
    re.IGNORECASE,
)
"""Nobody in particular: *those online who say that our own people did it* own up to nothing."""
_CONCEIVABLE: Final = re.compile(
    r"\bamong the (?:lines|leads|possibilities|hypotheses|theories)\b|\b(?:lines?|leads?) (?:being )?followed\b"
    r"|\bconceivable\b|\bcould (?:\w+ )?have been\b.*\b(?:either|any)\b"
    r"|\bcannot (?:yet )?be (?:dismissed|excluded|ruled out)\b"
    r"|\bone of (?:several|the|many) (?:possibilities|lines|leads|hypotheses)\b|\bby either\b|\bdoes not permit\b",
    re.IGNORECASE,
)
"""Who calls something conceivable has not found it, whatever he examined."""
_PAPER: Final = re.compile(
    r"\b(?:magazine|news\w*|journal|nightly|daily|weekly|television|tv|radio|broadcast\w*|digest|gazette|review)\b",
    re.IGNORECASE,
)
OWN_DEED: Final = frozenset({EvidenceKind.ADMISSION, EvidenceKind.CLAIM_OF_RESPONSIBILITY})
"""What one can only say of oneself."""
_INQUIRERS: Final = frozenset({SourceKind.EXPERT_BODY, SourceKind.COURT})
_OFFICIAL: Final = {SourceKind.STATE_BODY, SourceKind.OFFICIAL, SourceKind.UNNAMED_OFFICIALS, SourceKind.ARMED_GROUP}
_COMMENTERS: Final = frozenset(
    {SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.EXPERT, SourceKind.ACCOUNT, SourceKind.PERSON}
)
_PRESS: Final = frozenset({SourceKind.OUTLET, SourceKind.ACCOUNT})
_NO_PARTY: Final = frozenset({SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.ACCOUNT})
"""Who denies guilt without being suspected of speaking for the accused: it is their trade to say who did not do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessReading:
    """How near a holder was to the evidence: the likeliest word for it, and the probability that it examined any."""

    access: Access
    examined: float
    why: str


def find_denials(reading: Reading, bearings: Sequence[ClaimBearing]) -> Mapping[str, frozenset[str]]:
    """Return, by source id, the hypotheses a holder flatly denies."""
    denied: dict[str, set[str]] = defaultdict(set)
    for bearing in bearings:
        claim = reading.by_id[bearing.claim_id]
        source = reading.holder_of(claim)
        flat = bearing.polarity is Polarity.DENY and bearing.certainty is Certainty.CERTAIN
        if source is not None and flat and claim.modality is Modality.DENIAL:
            denied[source.id].add(bearing.hypothesis_id)
    return {source_id: frozenset(ids) for source_id, ids in denied.items()}


def owns_up(claim: Claim, bearing: ClaimBearing, denied: frozenset[str], stakes: Sequence[Stake]) -> bool:
    """Tell whether an admission or a claim of responsibility is one: firm, for the answer, and of one's own deed.

    Whoever denies the same elsewhere owned up to nothing (a forced, forged or misread confession), and what is said of
    another camp's deed is an accusation.
    """
    firm = bearing.polarity is Polarity.ASSERT and bearing.certainty in (Certainty.CERTAIN, Certainty.PROBABLE)
    accused = {stake.hypothesis_id for stake in stakes if stake.interest is Interest.ACCUSED}
    own = bearing.hypothesis_id in accused or (not accused and _VAGUE.match(claim.holder.name) is None)
    return firm and own and bearing.hypothesis_id not in denied


def find_stakes(
    camp: str, holder: Source | None, denied: frozenset[str], hypotheses: Sequence[Hypothesis]
) -> tuple[Stake, ...]:
    """Return what a holder has at stake in each hypothesis: by the camp it speaks for, else by what it denies."""
    accused = [h.id for h in hypotheses if h.camp and h.camp == camp]
    if accused:
        return _list_stakes(hypotheses, accused, ACCUSED_PROBABILITY, 1.0, f"speaks for {camp}")
    own = [h.id for h in hypotheses if h.camp and h.id in denied]
    if not own or holder is None or holder.kind in _NO_PARTY:
        return ()
    why = "denies it flatly, as the accused do"
    return _list_stakes(hypotheses, own, DENIER_PROBABILITY / len(own), DENIER_PROBABILITY, why)


def _list_stakes(
    hypotheses: Sequence[Hypothesis], accused: Sequence[str], chance: float, party: float, why: str
) -> tuple[Stake, ...]:
    """Accused in some hypotheses, each with a chance, and so a rival in the others if it is a party at all."""
    return tuple(
        Stake(hypothesis_id=h.id, interest=Interest.ACCUSED, probability=chance, why=why)
        if h.id in accused
        else Stake(hypothesis_id=h.id, interest=Interest.RIVAL, probability=RIVAL_PROBABILITY * party, why=why)
        for h in hypotheses
        if not h.residual
    )


def read_access(holder: Source | None, name: str, claims: Sequence[Claim]) -> AccessReading:
    """Return how near a holder was to the evidence, where its kind, its name or its words say so."""
    kind = holder.kind if holder is not None else SourceKind.UNKNOWN
    inquires = _inquires(kind, name)
    if all(_CONCEIVABLE.search(c.quote) for c in claims):
        return AccessReading(access=_word_access(kind), examined=0.0, why="")
    said = any(c.modality is Modality.FINDING or _EXAMINED.search(c.quote) is not None for c in claims)
    if said and kind not in _PRESS:
        if inquires or kind in (SourceKind.EXPERT, SourceKind.WITNESS):
            return AccessReading(access=Access.EXAMINED, examined=SAID_TO_EXAMINE, why="said to have examined it")
        return AccessReading(access=_word_access(kind), examined=OTHERS_EXAMINE, why="may have examined it himself")
    if inquires:
        return AccessReading(access=Access.EXAMINED, examined=OFFICE_EXAMINES, why="its office is to inquire")
    return AccessReading(access=_word_access(kind), examined=0.0, why="")


def _inquires(kind: SourceKind, name: str) -> bool:
    """Tell whether it is a holder's office to inquire; a paper may be called after what it looks into."""
    if kind in _PRESS or _PAPER.search(name):
        return False
    return kind in _INQUIRERS or _INQUIRES.search(name) is not None


def _word_access(kind: SourceKind) -> Access:
    if kind in _OFFICIAL or kind is SourceKind.COURT:
        return Access.BRIEFED
    return Access.COMMENTS if kind in _COMMENTERS else Access.UNKNOWN
