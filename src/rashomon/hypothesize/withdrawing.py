"""Who took back what it had said of a hypothesis: in so many words, or by saying the opposite in a later report."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from rashomon.hypothesize.drafts import Draft
from rashomon.hypothesize.holders import Standing, name_holder, standing_of
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.stems import split_words, stem_of
from rashomon.hypothesize.vocabulary import words_of
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.question import ClaimBearing, Withdrawal
from rashomon.model.vocabulary import Polarity, SourceKind

_TAKES_BACK: Final = re.compile(
    r"\b(?:withdr(?:ew|aws?|awn|awing)\b(?! (?:from|to|troops|forces|money)\b)"
    r"|(?:retract|recant)(?:s|ed|ing)?\b"
    r"|(?:took|takes?|taken|taking) back\b|disavow(?:s|ed)?\b|disown(?:s|ed)?\b|backtrack(?:s|ed)?\b"
    r"|(?:walk(?:s|ed)|backed) (?:back|away)\b|(?:dropped|abandoned|gave up) (?:the|its|his|her|their|that|this)\b"
    r"|(?:no longer|not any longer) (?:\w+ )?(?:believ|think|thought|say|said|claim|hold|held"
    r"|suspect|accus|blam|maintain|support|regard|consider|stand)\w{0,3}\b"
    r"|(?:was|were|had been) (?:wrong|mistaken) (?:to|in|about)\b"
    r"|(?:revers|correct|reconsider)ed (?:its|his|her|their)\b"
    r"|changed (?:his|her|its|their) (?:mind|view|story|account)\b)",
    re.IGNORECASE,
)
_NOT_DONE: Final = re.compile(
    r"\b(?:not|never|no|refus\w{2,4}|declin\w{2,4}|asked?|urg\w{2,4}|demand\w{0,3}|call\w{0,3} (?:on|for)|if|unless"
    r"|should|must|would|to)\b[^.;]{0,40}$|n['’]t [^.;]{0,20}$",
    re.IGNORECASE,
)
_CONFESSED: Final = re.compile(r"\b(?:confession|admission|guilty plea|claim of responsibility)\b", re.IGNORECASE)
_DENIED: Final = re.compile(r"\b(?:denials?|denied)\b", re.IGNORECASE)
_LAST: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One commitment of a holder: to which hypothesis, which way, in which claim, and when."""

    hypothesis_id: str
    polarity: Polarity
    claim: Claim
    at: datetime | None


def find_withdrawals(
    reading: Reading, documents: Sequence[Document], drafts: Sequence[Draft], bearings: Sequence[ClaimBearing]
) -> Mapping[str, tuple[Withdrawal, ...]]:
    """Return by hypothesis id who took back what it had said of it, in the order of the reports."""
    times = {document.id: document.published_at for document in documents}
    said = _commitments(reading, bearings, times)
    found: dict[str, dict[tuple[str, Polarity], Withdrawal]] = defaultdict(dict)
    for hypothesis_id, withdrawal in (*_in_words(reading, drafts, said, times), *_by_reversal(reading, said)):
        found[hypothesis_id].setdefault((withdrawal.holder, withdrawal.taken_back), withdrawal)
    return {hypothesis_id: tuple(ones.values()) for hypothesis_id, ones in found.items()}


def _commitments(
    reading: Reading, bearings: Sequence[ClaimBearing], times: Mapping[str, datetime | None]
) -> dict[str, list[_Said]]:
    """What each holder commits to, by the id of its source, in the order of time."""
    said: dict[str, list[_Said]] = defaultdict(list)
    for bearing in bearings:
        claim = reading.by_id[bearing.claim_id]
        if standing_of(reading, bearing) in (Standing.ADVANCES, Standing.DENIES) and reading.on_event(claim):
            source = reading.holder_of(claim)
            at = times.get(claim.document_id)
            said[source.id if source is not None else f"{claim.document_id} {claim.holder.name}"].append(
                _Said(hypothesis_id=bearing.hypothesis_id, polarity=bearing.polarity, claim=claim, at=at)
            )
    for ones in said.values():
        ones.sort(key=lambda one: (one.at or _LAST, one.claim.document_id, one.claim.order))
    return said


def _by_reversal(reading: Reading, said: Mapping[str, Sequence[_Said]]) -> Iterator[tuple[str, Withdrawal]]:
    """A holder who says the opposite of a hypothesis in every later report than it had in every earlier one."""
    for ones in said.values():
        source = reading.holder_of(ones[0].claim)
        if source is None or source.kind is SourceKind.UNNAMED_OFFICIALS:
            continue  # officials nobody names may be others the next time
        for hypothesis_id in dict.fromkeys(one.hypothesis_id for one in ones):
            dated = [one for one in ones if one.hypothesis_id == hypothesis_id and one.at is not None]
            # Who speaks for itself in a paper of its own is the paper; it tells what others think both ways.
            dated = [one for one in dated if len(one.claim.chain) > 1]
            if len({one.polarity for one in dated}) < 2:
                continue
            first = dated[0].polarity
            before = [one for one in dated if one.polarity is first]
            after = [one for one in dated if one.polarity is not first]
            turned = after[0].at
            if turned is None or any(one.at is None or one.at >= turned for one in before):
                continue
            yield (
                hypothesis_id,
                Withdrawal(
                    holder=source.name,
                    taken_back=first,
                    earlier_ids=tuple(one.claim.id for one in before),
                    claim_ids=tuple(one.claim.id for one in after),
                    at=turned,
                    why="says the opposite in a later report",
                ),
            )


def _in_words(
    reading: Reading,
    drafts: Sequence[Draft],
    said: Mapping[str, Sequence[_Said]],
    times: Mapping[str, datetime | None],
) -> Iterator[tuple[str, Withdrawal]]:
    """*The minister withdrew the accusation*: somebody who had spoken before, named before the words of taking back."""
    names = {id_: words for id_, words in ((draft.id, _names_of(draft)) for draft in drafts) if words}
    for claim in sorted(reading.claims, key=lambda c: (times.get(c.document_id) or _LAST, c.document_id, c.order)):
        context = reading.context_of(claim)
        match = _TAKES_BACK.search(context) if reading.on_event(claim) else None
        at = claim.start - claim.context_start
        if match is None or not at - len(context) <= match.start() or _NOT_DONE.search(context[: match.start()]):
            continue
        holder = _taker(reading, claim, context[: match.start()], said)
        if holder is None:
            continue
        taken = Polarity.DENY if _DENIED.search(context[match.end() :]) else Polarity.ASSERT
        when = times.get(claim.document_id)
        earlier = [
            one for one in said[holder]
            if one.polarity is taken and one.claim.id != claim.id and not _later(one, claim, when)
        ]  # fmt: skip
        meant = _meant(names, context[match.start() :], earlier)
        own = [one for one in earlier if one.hypothesis_id == meant]
        if meant and own:
            yield (
                meant,
                Withdrawal(
                    holder=name_holder(reading, own[0].claim),
                    taken_back=taken,
                    earlier_ids=tuple(one.claim.id for one in own),
                    claim_ids=(claim.id,),
                    at=when,
                    why=f"“{match[0]}”",
                ),
            )


def _taker(reading: Reading, claim: Claim, before: str, said: Mapping[str, Sequence[_Said]]) -> str | None:
    """The holder named last before the words of taking back, else the one whose claim they stand in."""
    best: tuple[int, str] | None = None
    folded = before.casefold()
    for holder, ones in said.items():
        source = reading.holder_of(ones[0].claim)
        aliases = (source.name, *source.aliases) if source is not None else (ones[0].claim.holder.name,)
        for alias in aliases:
            for name in {alias, alias.split()[-1]} if alias.split() else ():
                place = folded.rfind(name.casefold()) if len(name) > 2 else -1
                if place >= 0 and (best is None or place > best[0]):
                    best = (place, holder)
    if best is not None:
        return best[1]
    source = reading.holder_of(claim)
    return source.id if source is not None and source.id in said and len(claim.chain) > 1 else None


def _later(one: _Said, claim: Claim, when: datetime | None) -> bool:
    """Tell whether something was said after the claim that takes it back."""
    if one.claim.document_id == claim.document_id:
        return one.claim.order > claim.order
    return one.at is None or when is None or one.at > when


def _meant(names: Mapping[str, frozenset[str]], after: str, earlier: Sequence[_Said]) -> str:
    """The hypothesis taken back: the one named after the words, else the only one the holder had spoken of."""
    words = {stem_of(word) for word in split_words(after)}
    named = [id_ for id_, own in names.items() if own & words]
    own = list(dict.fromkeys(one.hypothesis_id for one in earlier))
    both = [id_ for id_ in named if id_ in own]
    if len(both) == 1:
        return both[0]
    return own[0] if len(own) == 1 and not (named and not both) else ""


def _names_of(draft: Draft) -> frozenset[str]:
    return frozenset().union(*(words_of(name) for name in (draft.label, *draft.names)))
