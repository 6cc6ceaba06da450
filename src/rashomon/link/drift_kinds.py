"""What a relay changed: two sayings of one voice that tell the same, compared for what differs.

Each kind asks for a positive sign on both sides (a hedge there and none here, another place there and here), because
whoever relays words rewords them: a difference alone is no drift.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rashomon.link.features import stem_word
from rashomon.link.sayings import Saying, stems_of
from rashomon.link.speaker_kinds import name_kind
from rashomon.model.claim import Claim, Proposition
from rashomon.model.places import camp_of
from rashomon.model.vocabulary import Certainty, DriftKind, MentionRole, Modality, Slot, SourceKind

_RANK: Final = {
    Certainty.CERTAIN: 3,
    Certainty.PROBABLE: 2,
    Certainty.POSSIBLE: 1,
    Certainty.UNLIKELY: 0,
    Certainty.NONE: 0,
}
_HEDGE: Final = re.compile(
    r"\b(?:probabl[ey]|probability|(?:un)?likely|likelihood|believ\w+|belief|suspect\w*|suspicion|appear(?:s|ed)?"
    r"|seem(?:s|ed)?|apparently|presum\w+|assum\w+|inclined|perhaps|possibl[ey]|possibility|reckon\w*|provisional\w*"
    r"|hypothes\w+|guess\w*|think(?:s|ing)?|thought|(?:may|might) well|looks?(?:ed)? (?:as if|like|to)|as if"
    r"|in \w+ view|in the (?:view|eyes|judgement|opinion) of|points? to|pointed to|suggest\w*|indicat\w+"
    r"|(?<!no )(?<!without )doubt\w*|not (?:yet )?sure|without being sure|no more than that|reading|could not say"
    r"|(?:leading|working) theory|assess\w*|estimat\w+|conceivabl\w+|alleg\w+|supposed\w*|reported to have"
    r"|understood to)\b",
    re.IGNORECASE,
)
_ADVERB: Final = re.compile(
    r"\b(?:(?:most|very|quite|highly) (?:likely|probably)|probably|likely|possibly|perhaps|in all likelihood"
    r"|apparently)\b",
    re.IGNORECASE,
)
_BELIEFS: Final = frozenset("think thinks thinking thought believe believes believed".split())
_UNREAL: Final = re.compile(
    r"\b(?:(?:could|may|might|would)(?! (?:well|tell|say|see|judge)\b)(?:n't)?|able to|capable of"
    r"|enough\b[^.;]{0,60}? to|in a position to|plan(?:s|ned|ning)? (?:to|for|on)|the plan|plot(?:s|ted|ting)? to"
    r"|intend(?:s|ed|ing)? to|threaten(?:s|ed|ing)?|threats?|tr(?:y|ies|ied|ying) to|attempt(?:s|ed|ing)?|meant to"
    r"|prepar(?:ed|es|ing) to|about to|ready to|s(?:eeks?|ought) to|aim(?:s|ed|ing)? to|want(?:s|ed)? to|going to"
    r"|hoped? to|unless|before they (?:could|were)|foiled|failed to|warn(?:s|ed|ing)? (?:that|of)|risk(?:s|ed)?"
    r"|potential(?:ly)?)\b",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(
    r"\b(?:now|later|since|updated?|revised?|rais(?:ed|es)|ris(?:e[ns]?|ing)|rose|climb(?:ed|s)|newer?|latest|withdr[ae]w\w*"
    r"|corrected|counted again|first (?:spoke|said|put|gave)|had (?:first )?(?:spoken|said|told|put)|bulletin|final)\b",
    re.IGNORECASE,
)
_NARROW: Final = re.compile(
    r"\b(?:an?|one|two|three|four|five|several|some|former|ex|one-time|retired|dismissed|rogue|breakaway|private|pair|group"
    r"|handful|member|members|man|men|woman|women|officer|officers|gunm[ae]n|soldiers?|deserters?|contractors?|firm|company"
    r"|cell|faction|unit|trawler|ship|crew|agents?|captain|sergeant|colonel|loyal|linked|ties|belong\w*|cousins|brothers"
    r"|students|farmhands|clerk|clerks|worker|workers|employee|special)\b",
    re.IGNORECASE,
)
_COLLECTIVE: Final = re.compile(
    r"\b(?:government|state|regime|army|navy|air force|military|forces?|ministry|police|services?|party|union|front"
    r"|movement|guild|league|brotherhood|rebels|militia|company|church|tribe|clan|kingdom|republic|federation"
    r"|authorities|leadership|command|side)\b",
    re.IGNORECASE,
)
_GENERIC: Final = frozenset(map(stem_word, "government state army navy military police regime ministry forces".split()))
_BODIES: Final = frozenset((SourceKind.STATE_BODY, SourceKind.ARMED_GROUP, SourceKind.UNKNOWN))
# A figure rounded by a tenth has not grown.
_ROUNDING: Final = 1.1
_NAME_LETTERS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The event asked about, and the event each claim, by its id, speaks of."""

    event_id: str
    events: Mapping[str, str | None]

    def speaks(self, claim_id: str) -> bool:
        """Tell whether a claim speaks of the event asked about."""
        return self.events.get(claim_id) == self.event_id

    def speaks_elsewhere(self, claim_id: str) -> bool:
        """Tell whether a claim speaks of another event that is known."""
        return self.events.get(claim_id) not in (None, self.event_id)


def compare_sayings(relay: Saying, source: Saying, focus: Focus) -> dict[DriftKind, str]:
    """Return what a relay changed of an upstream saying that tells the same, each kind with its reason."""
    realised = _tell_realised(relay, source)
    told = {
        # What was foreseen and is told as done lies at another time for that reason alone.
        DriftKind.EVENT_MOVED: _tell_renamed(relay, source) if realised else _tell_moved(relay, source, focus),
        DriftKind.ACTOR_WIDENED: _tell_widened(relay, source),
        DriftKind.NUMBER_GROWN: _tell_grown(relay, source),
        DriftKind.POSSIBILITY_TO_FACT: realised,
    }
    if not realised:
        told[DriftKind.HEDGE_LOST] = _tell_unhedged(relay, source)
    return {kind: why for kind, why in told.items() if why}


def _tell_unhedged(relay: Saying, source: Saying) -> str:
    if _UNREAL.search(relay.sentence):
        return ""
    kept = [match[0].casefold() for match in _HEDGE.finditer(relay.sentence)]
    if kept:
        # "Said it was most likely" became "think it was": what hedged the matter itself is gone.
        hedge = _ADVERB.search(source.claim.quote)
        return f"the hedge was lost: “{hedge[0]}” is gone" if hedge and _BELIEFS.issuperset(kept) else ""
    hedge = _HEDGE.search(source.clause)
    if _RANK[relay.claim.certainty] < 3 or (hedge is None and not 0 < _RANK[source.claim.certainty] < 3):
        return ""
    how = f"“{hedge[0]}”" if hedge else str(source.claim.certainty)
    return f"the hedge was lost: {how} became {relay.claim.certainty}"


def _tell_realised(relay: Saying, source: Saying) -> str:
    unreal, hedge = _UNREAL.search(source.clause), _HEDGE.search(source.clause)
    # What stands beside a figure counts only where the figure itself was read as no fact.
    inside = unreal is not None and unreal[0] in source.claim.quote
    if not inside and _RANK[source.claim.certainty] == 3:
        return ""
    if unreal is None or (hedge is not None and hedge.start() < unreal.start()):
        return ""
    if _UNREAL.search(relay.clause) or _HEDGE.search(relay.clause):
        return ""
    if relay.claim.modality is Modality.CONDITIONAL or relay.claim.certainty is Certainty.POSSIBLE:
        return ""
    return f"“{unreal[0]}” is told as done"


def _tell_grown(relay: Saying, source: Saying) -> str:
    said, was = relay.claim.proposition, source.claim.proposition
    if said.slot is not Slot.COUNT or was.slot is not Slot.COUNT or not _same_unit(said, was):
        return ""
    top = was.high if was.high is not None else was.low
    if top is None:
        return ""
    grown = (said.low is not None and said.low > _ROUNDING * top) or (
        # An upper bound became a lower one, or the top of a range rose.
        was.high is not None
        and was.low != was.high
        and (
            (said.high is None and said.low is not None and said.low >= was.high)
            or (said.high is not None and said.high > _ROUNDING * was.high)
        )
    )
    return f"“{was.value}” became “{said.value}”" if grown and not _is_update(relay, source) else ""


def _same_unit(one: Proposition, other: Proposition) -> bool:
    return stem_word(one.unit.casefold()) == stem_word(other.unit.casefold())


def _is_update(relay: Saying, source: Saying) -> bool:
    """Tell whether a relay says itself that the voice has changed its figure: then nobody else has."""
    figures = [word for word in re.findall(r"\w+", source.claim.proposition.value) if word[0].isdigit()]
    own = relay.claim.proposition.value
    named = any(re.search(rf"\b{one}\b", relay.sentence) and one not in own for one in figures)
    return named or bool(_UPDATED.search(relay.sentence))


def _tell_widened(relay: Saying, source: Saying) -> str:
    actor, was = _name_actor(relay.claim), _name_actor(source.claim)
    if not actor or not was or not _is_collective(actor) or _is_collective(was):
        return ""
    blamed, replaced = stems_of(actor), stems_of(was)
    # Who was the actor there and is still named here was not replaced.
    if replaced <= blamed or replaced & (stems_of(relay.claim.quote) - blamed):
        return ""
    # Whoever is blamed here was spoken of there, or else two accusations are meant.
    names = blamed - _GENERIC
    spoken_of = not names or any(_begin_alike(name, word) for name in names for word in stems_of(source.sentence))
    return f"“{was}” became “{actor}”" if spoken_of else ""


def _begin_alike(one: str, other: str) -> bool:
    """Tell whether two stems are of one name, as those of a state and of its people."""
    return min(len(one), len(other)) >= _NAME_LETTERS and (one.startswith(other) or other.startswith(one))


def _name_actor(claim: Claim) -> str:
    if claim.proposition.slot is Slot.RESPONSIBLE:
        return claim.proposition.value
    agents = (mention.text for mention in claim.mentions if mention.role is MentionRole.AGENT)
    return next(agents, "") if claim.proposition.slot is Slot.STATEMENT else ""


def _is_collective(actor: str) -> bool:
    """Tell whether an actor is a state, a body or a movement as a whole, not some of its people."""
    if _NARROW.search(actor):
        return False
    if camp_of(actor) is not None or _COLLECTIVE.search(actor):
        return True
    return actor[:1].isupper() and name_kind(actor) in _BODIES


def _tell_moved(relay: Saying, source: Saying, focus: Focus) -> str:
    if focus.speaks(relay.claim.id) and focus.speaks_elsewhere(source.claim.id):
        return "told of another event"
    return _tell_renamed(relay, source)


def _tell_renamed(relay: Saying, source: Saying) -> str:
    same = relay.document.id == source.document.id
    new = relay.names - (source.near if same else stems_of(source.document.text)) - source.names
    left = source.names - relay.beside - relay.names
    return f"told of another event ({min(new)}, not {min(left)})" if new and left else ""
