"""What shows which explanation a claim speaks of, and on which side: one row of numbers for each of a question's
hypotheses.

Where the hypothesis was named last, what the rules of `bearings` read, what its holder and its report say of it
elsewhere, and whether the claim's words are those of sentences that name it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.hypothesize.actors import identify_actor
from rashomon.hypothesize.bearings import find_answers, named_as_actor
from rashomon.hypothesize.candidates import Candidate
from rashomon.hypothesize.context import NEAR
from rashomon.hypothesize.mechanisms import NOBODYS_DEED, STAGED, is_meant
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.vocabulary import Vocabulary, learn_vocabulary, words_of
from rashomon.hypothesize.whereabouts import FAR, Floats, Namer, Whereabouts, find_whereabouts
from rashomon.model.claim import Claim
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Modality, Polarity

_NEAR_SENTENCES: Final = 2
_MOST_TOPICS: Final = 3
_RECENT: Final = 3
_ROUNDED: Final = 30.0
"""Words added to a hypothesis' own, so that a few sentences prove little."""
_SELDOM: Final = 2

Profile = Mapping[str, float]
"""How much more often a word stands beside one hypothesis than anywhere (log ratio, times its rarity)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of a question before its claims are read one by one. Rows run over the hypotheses, in order."""

    reading: Reading
    candidates: Mapping[str, Candidate]
    vocabulary: Vocabulary
    answers: Mapping[str, str]
    rules: Mapping[str, ClaimBearing]
    namer: Namer
    places: Mapping[str, Whereabouts]
    shares: Floats
    profiles: Mapping[str, Profile]
    sides: Mapping[tuple[str, str], float]
    leanings: Mapping[tuple[str, str], tuple[int, int]]

    @property
    def hypotheses(self) -> list[str]:
        """The ids of the hypotheses in the order of all rows."""
        return list(self.candidates)


def set_out(reading: Reading, candidates: Mapping[str, Candidate], bearings: Sequence[ClaimBearing]) -> Setting:
    """Return what is known of a question from its claims and what the rules read (`bearings`)."""
    answers = find_answers(reading, candidates)
    vocabulary = learn_vocabulary(reading, candidates, answers)
    namer = Namer(candidates=candidates, vocabulary=vocabulary)
    places = {document_id: find_whereabouts(text, namer) for document_id, text in reading.texts.items()}
    named = sum((place.named.sum(0) for place in places.values()), np.zeros(len(candidates)))
    return Setting(
        reading=reading, candidates=candidates, vocabulary=vocabulary, answers=answers, namer=namer, places=places,
        rules={bearing.claim_id: bearing for bearing in bearings}, shares=named / max(1.0, float(named.sum())),
        profiles=_learn_profiles(reading, candidates, places), sides=_sides(reading, bearings),
        leanings=_leanings(reading, bearings),
    )  # fmt: skip


def _sides(reading: Reading, bearings: Sequence[ClaimBearing]) -> dict[tuple[str, str], float]:
    """For whom holds what (name, hypothesis): above 0 where it speaks for it in what is weighed, below 0 against it."""
    sides: dict[tuple[str, str], float] = defaultdict(float)
    for bearing in bearings:
        claim = reading.by_id[bearing.claim_id]
        if bearing.weighed and claim.modality is not Modality.QUESTION:
            sides[claim.holder.name, bearing.hypothesis_id] += -1 if bearing.polarity is Polarity.DENY else 1
    return sides


def _leanings(reading: Reading, bearings: Sequence[ClaimBearing]) -> dict[tuple[str, str], tuple[int, int]]:
    """For each report and hypothesis how many claims the rules tie for and against it."""
    counts: Counter[tuple[str, str, Polarity]] = Counter(
        (reading.by_id[b.claim_id].document_id, b.hypothesis_id, b.polarity) for b in bearings
    )
    return {
        (document_id, hypothesis_id): (
            counts[document_id, hypothesis_id, Polarity.ASSERT],
            counts[document_id, hypothesis_id, Polarity.DENY],
        )
        for document_id, hypothesis_id, _ in counts
    }


def _learn_profiles(
    reading: Reading, candidates: Mapping[str, Candidate], places: Mapping[str, Whereabouts]
) -> dict[str, Profile]:
    """The words of the sentences that name one hypothesis and no other, against those of all sentences."""
    own: dict[str, Counter[str]] = {hypothesis_id: Counter() for hypothesis_id in candidates}
    everywhere: Counter[str] = Counter()
    sentences = 0
    for document_id, place in places.items():
        start = 0
        for end, row in zip(place.ends, place.named, strict=True):
            words = words_of(reading.texts[document_id][start : int(end)].strip())
            start, sentences = int(end), sentences + 1
            everywhere.update(words)
            if row.sum() == 1:
                own[list(candidates)[int(row.argmax())]].update(words)
    every = sum(everywhere.values())
    profiles: dict[str, Profile] = {}
    for hypothesis_id, counts in own.items():
        total = sum(counts.values()) + 1
        profiles[hypothesis_id] = {
            word: math.log(sentences / everywhere[word])
            * math.log(((n + 0.3) / (total + _ROUNDED)) / ((everywhere[word] + 3) / (every + 10 * _ROUNDED)))
            for word, n in counts.items()
            if everywhere[word] >= _SELDOM
        }
    return profiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the rules tied the claims of a report to before one claim: the last ties ("" for none), where they end."""

    ties: tuple[str, ...] = ()
    last: str = ""
    end: int = -1

    def add(self, claim: Claim, bearing: ClaimBearing | None) -> "Before":
        """Return what stands before the next claim."""
        if bearing is None:
            return Before(ties=(*self.ties, "")[-_RECENT:], last=self.last, end=self.end)
        tied = bearing.hypothesis_id
        return Before(ties=(*self.ties, tied)[-_RECENT:], last=tied, end=claim.context_end)


def whole_of(setting: Setting, claim: Claim, before: Before) -> list[float]:
    """Return what a claim and its surroundings show of all hypotheses together."""
    place = setting.places[claim.document_id]
    here, sentence = setting.namer.named_in(claim.quote), setting.namer.named_in(setting.reading.context_of(claim))
    rule = setting.rules.get(claim.id)
    return [
        float(here.sum()),
        float(sentence.sum()),
        float((place.shares() > 0).sum()),
        float(place.since[place.sentence_at(claim.start)].min(initial=FAR)),
        float(claim.id in setting.answers),
        float(rule is not None),
        float(rule is not None and rule.weighed),
        float(bool(before.ties and before.ties[-1])),
        float(sum(bool(tie) for tie in before.ties)),
        float(len(setting.candidates)),
    ]


def pairs_of(setting: Setting, claim: Claim, before: Before) -> Floats:
    """Return what shows whether a claim speaks of each hypothesis: one row for each, all of one length."""
    columns = [*_named_columns(setting, claim), *_place_columns(setting, claim)]
    profile = _profile_column(setting, claim)
    gaps = [own - max([*profile[:at], *profile[at + 1 :]], default=0.0) for at, own in enumerate(profile)]
    columns += [profile, [float(own == max(profile) > 0) for own in profile], gaps]
    rows = np.array([np.asarray(column, dtype=np.float64) for column in columns]).T
    said = [_said_of(setting, claim, before, hypothesis_id) for hypothesis_id in setting.hypotheses]
    return np.hstack([rows, np.array(said, dtype=np.float64)])


def _named_columns(setting: Setting, claim: Claim) -> list[list[float]]:
    """Whether the claim itself names the hypothesis, in each of several ways; and whether it names another so."""
    words, vocabulary = words_of(claim.quote), setting.vocabulary
    named = vocabulary.named_in(words)
    columns = []
    for one in (
        setting.answers.get(claim.id),
        named_as_actor(setting.reading, claim, setting.candidates),
        named[0] if named else None,
        vocabulary.spoken_of_in(words),
    ):
        columns.append([float(h == one) for h in setting.hypotheses])
        columns.append([float(one is not None and h != one) for h in setting.hypotheses])
    columns.append([float(h in named) for h in setting.hypotheses])
    columns.append([float(min(_MOST_TOPICS, len(words & vocabulary.topics[h]))) for h in setting.hypotheses])
    return columns


def _place_columns(setting: Setting, claim: Claim) -> list[Floats]:
    """Where the hypothesis is named around the claim, whether it alone is, and whether only others are."""
    place = setting.places[claim.document_id]
    at = place.sentence_at(claim.start)
    columns: list[Floats] = []
    since = place.since[at]
    nearest = float(since.min(initial=FAR))
    last = (since == nearest) & (since < FAR)
    for row in (
        setting.namer.named_in(claim.quote),
        setting.namer.named_in(setting.reading.context_of(claim)),
        *(place.around(at, offset) for offset in (-1, -2, 1)),
        place.beside[at],
    ):
        alone, others = row & (row.sum() == 1), ~row & row.any()
        columns += [one.astype(np.float64) for one in (row, alone, others)]
    shares = place.shares()
    flags = (
        last,
        last & (last.sum() == 1),
        last & (nearest <= _NEAR_SENTENCES),
        since == FAR,
        (shares > 0) & (shares == shares.max(initial=0)),
        shares == 1,
    )
    return [*columns, *(flag.astype(np.float64) for flag in flags), np.log1p(since), shares, setting.shares]


def _profile_column(setting: Setting, claim: Claim) -> list[float]:
    words = sorted(words_of(claim.quote))
    return [
        sum(setting.profiles[h].get(word, 0.0) for word in words if word not in setting.vocabulary.names[h])
        / math.sqrt(1 + len(words))
        for h in setting.hypotheses
    ]


def _said_of(setting: Setting, claim: Claim, before: Before, hypothesis_id: str) -> list[float]:
    """What the rules read, what holder and report say of the hypothesis elsewhere, and what it is."""
    candidate, rule = setting.candidates[hypothesis_id], setting.rules.get(claim.id)
    ruled = rule is not None and rule.hypothesis_id == hypothesis_id
    side = setting.sides.get((claim.holder.name, hypothesis_id), 0.0) if len(claim.chain) > 1 else 0.0
    leaning = setting.leanings.get((claim.document_id, hypothesis_id), (0, 0))
    camp = setting.reading.camp_of_holder(claim)
    actor = candidate.actor
    holder = identify_actor(claim.holder.name)
    return [
        float(ruled),
        float(rule is not None and not ruled),
        float(rule is not None and ruled and rule.polarity is Polarity.DENY),
        float(rule is not None and ruled and rule.weighed),
        float(before.last == hypothesis_id),
        float(bool(before.last) and before.last != hypothesis_id),
        float(before.last == hypothesis_id and claim.context_start <= before.end + NEAR),
        float(before.ties[-1:] == (hypothesis_id,)),
        float(before.ties.count(hypothesis_id)),
        float(side > 0),
        float(side < 0),
        float(leaning[0] > leaning[1]),
        float(leaning[0] < leaning[1]),
        math.log1p(sum(leaning)),
        float(bool(camp) and actor is not None and actor.camp == camp),
        float(bool(camp) and actor is not None and bool(actor.camp) and actor.camp != camp),
        float(holder is not None and candidate.means(holder, "")),
        math.log1p(candidate.weight),
        float(setting.hypotheses.index(hypothesis_id)),
        *_kind_of(candidate),
    ]


def _kind_of(candidate: Candidate) -> list[float]:
    """A state, a name or people; something staged, nobody's deed, a means or a mechanism: 1 at its place."""
    actor = candidate.actor
    if actor is not None:
        place = 0 if actor.camp else 1 if actor.proper else 2
    elif candidate.cause == STAGED:
        place = 3
    else:
        place = 4 if candidate.cause == NOBODYS_DEED else 5 if is_meant(candidate.cause) else 6
    return [float(place == kind) for kind in range(7)]
