"""The words that give a hypothesis away: its names, and what is said only of it.

A report seldom names the suspect in every sentence. *Shells could never have broken it* speaks of the side that had
been said to shell. So each hypothesis has topic words: words that stand in claims which name it and in no claim that
names another.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rashomon.hypothesize.candidates import Candidate
from rashomon.hypothesize.mechanisms import NOBODYS_DEED, accidents, family_words, telling_words
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.stems import STOP_WORDS, split_words, stem_of
from rashomon.model.claim import Claim
from rashomon.model.places import states_in
from rashomon.model.vocabulary import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """For each hypothesis id: the words of its names, and the words said only of it."""

    names: Mapping[str, frozenset[str]]
    topics: Mapping[str, frozenset[str]]

    def named_in(self, words: frozenset[str]) -> list[str]:
        """Return the hypotheses whose names' words occur, most words first."""
        hits = {h: len(words & own) for h, own in self.names.items() if words & own}
        return sorted(hits, key=lambda h: -hits[h])

    def spoken_of_in(self, words: frozenset[str], *, fewest: int = 1) -> str | None:
        """Return the one hypothesis most of whose topic words occur; None where several tie, or fewer than `fewest`."""
        hits = Counter({h: len(words & own) for h, own in self.topics.items() if words & own}).most_common(2)
        if not hits or hits[0][1] < fewest or (len(hits) == 2 and hits[0][1] == hits[1][1]):
            return None
        return hits[0][0]


@lru_cache(maxsize=1 << 13)
def words_of(text: str) -> frozenset[str]:
    """Return the content words of a text in a rough base form."""
    return frozenset(stem for word in split_words(text) if (stem := stem_of(word)) not in STOP_WORDS and len(stem) > 2)


def learn_vocabulary(reading: Reading, candidates: Mapping[str, Candidate], answers: Mapping[str, str]) -> Vocabulary:
    """Return the hypotheses' vocabulary, from the claims that name one outright (`answers`: claim to hypothesis id)."""
    names = {hypothesis_id: _names_of(reading, candidate) for hypothesis_id, candidate in candidates.items()}
    seen: dict[str, Counter[str]] = {hypothesis_id: Counter() for hypothesis_id in candidates}
    everywhere: Counter[str] = Counter()
    for claim in reading.claims:
        words = words_of(claim.quote)
        everywhere.update(words)
        if claim.id in answers:
            seen[answers[claim.id]].update(words - _state_words(claim))
    common = {word for word, count in everywhere.items() if count > max(6, len(reading.claims) // 12)}
    all_names = frozenset().union(*names.values()) if names else frozenset()
    topics = {
        hypothesis_id: frozenset(
            word
            for word in counts
            if word not in common | reading.asked_words | all_names
            and not any(word in other for h, other in seen.items() if h != hypothesis_id)
        )
        for hypothesis_id, counts in seen.items()
    }
    return Vocabulary(names=names, topics=topics)


def _names_of(reading: Reading, candidate: Candidate) -> frozenset[str]:
    """A state is found by its mentions, not by words; any other explanation by the words of its names."""
    if candidate.actor is not None:
        # Several common words name an actor only together; one of them alone names nobody.
        telling = not candidate.actor.camp and (candidate.actor.proper or len(candidate.actor.words) == 1)
        words = frozenset(stem_of(word) for word in candidate.actor.words) if telling else frozenset()
    else:
        named = frozenset(word for name in candidate.names for word in words_of(name))
        own = family_words(candidate.cause)
        words = telling_words(candidate.cause) | (own & named)
        if not own:
            words = accidents() & named if candidate.cause == NOBODYS_DEED else named
    return words - reading.asked_words - STOP_WORDS


def _state_words(claim: Claim) -> frozenset[str]:
    return frozenset(stem_of(w) for s, e, _ in states_in(claim.quote) for w in split_words(claim.quote[s:e]))


def is_answerable(claim: Claim) -> bool:
    """Tell whether a claim can bear on who or what did it: a bare number cannot."""
    return claim.proposition.slot is not Slot.COUNT
