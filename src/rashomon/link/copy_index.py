"""An index of reports that says for each which earlier one it was made from, by the words they share.

A report costs one look-up. One that arrives late (an earlier report found afterwards) or makes a run of words
boilerplate leaves the reports that this touches to be judged again when they are asked for, so that the lineage never
depends on the order of arrival. Texts of the same words are held once: a million identical posts need the room of one.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from rashomon.link.boilerplate import MANY_HOLDERS, Holder, are_related, is_held_by_many
from rashomon.link.chronology import precedence_key
from rashomon.link.fingerprints import (
    GRAM_WORDS,
    Fingerprint,
    Flags,
    Marks,
    Positions,
    cover_words,
    is_fine,
    mark_quoted,
    select_content,
    take_fine_grams,
    take_fingerprint,
)
from rashomon.link.overlap import SHORT_WORDS, WHOLE, Overlap, choose_words, is_copy, is_short_copy, measure_overlap
from rashomon.link.passages import Hit, Run, find_runs
from rashomon.link.postings import MOST_HOLDERS, Postings
from rashomon.link.sharing import Chronicle, Shared, find_sharing
from rashomon.model.document import Document

# Of the holders of a fingerprint the first so many are asked whether they are the source, and the first so many are
# looked at to tell whether it is boilerplate.
_NOMINATING: Final = 4
_LOOKED_AT: Final = 8
_CANDIDATES: Final = 4
_COMPARED: Final = 2
_FEWEST_HITS: Final = 2
# A text that shares less with all its candidates is no copy, whatever of it is boilerplate.
_LEAST_SHARE: Final = 0.1
_CHUNK: Final = 128
# Weights are compared in steps, so that rounding in sums of another order decides nothing.
_WEIGHT_STEPS: Final = 1000
_REMEMBERED_TEXTS: Final = 1 << 13
_REMEMBERED_GROUPS: Final = 1 << 15
_REMEMBERED_PAIRS: Final = 1 << 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a document was made from: the id of the earlier document, and how much of it stands there."""

    source: str
    overlap: Overlap


class CopyIndex:
    """Reports by their fingerprints, added in any order; what is told of them is of all added so far."""

    def __init__(self) -> None:
        self._chronicle = Chronicle()
        self._postings = Postings(self._chronicle)
        self._documents: list[Document] = []
        self._prints: list[Fingerprint] = []
        self._by_text: dict[bytes, int] = {}
        self._by_words: dict[bytes, int] = {}
        self._replaced: dict[int, int] = {}
        self._matches: dict[int, tuple[int, Overlap]] = {}
        self._nominated: set[int] = set()
        self._unsettled: set[int] = set()
        self._holder = lru_cache(maxsize=_REMEMBERED_TEXTS)(self._read_holder)
        self._is_boilerplate = lru_cache(maxsize=_REMEMBERED_GROUPS)(self._tell_boilerplate)
        self._are_related = lru_cache(maxsize=_REMEMBERED_PAIRS)(self._compare_holders)

    def add(self, document: Document) -> Match | None:
        """Add a report and return what it was made from among those added so far; None where it is an original."""
        number = self._register(document)
        if number is not None:
            self._postings.add(self._prints[number].marks, self._prints[number].places, number)
            self._unsettle(number)
        return self.find(document)

    def extend(self, documents: Iterable[Document]) -> None:
        """Add many reports; their lineage is worked out when it is asked for."""
        first = len(self._documents)
        for document in documents:
            self._register(document)
        new = range(first, len(self._documents))
        held = [self._prints[number] for number in new]
        if held:
            owners = np.repeat(np.array(new, dtype=np.int64), [len(one.marks) for one in held])
            marks = np.concatenate([one.marks for one in held])
            self._postings.add_many(marks, np.concatenate([one.places for one in held]), owners)
        self._unsettled.update(new)
        for number in new if first else ():
            self._unsettle(number)

    def settle(self) -> None:
        """Work out what is not known yet of all reports added; to be called before many are asked for."""
        self._settle(set(self._unsettled))

    def find(self, document: Document) -> Match | None:
        """Return what a report was made from. KeyError: no report of this text was added."""
        number = self._find_number(document)
        if number in self._unsettled:
            self._settle({number})
        held = self._documents[number]
        if held.id != document.id:
            return Match(source=held.id, overlap=WHOLE) if len(self._prints[number]) else None
        found = self._matches.get(number)
        return None if found is None else Match(source=self._documents[found[0]].id, overlap=found[1])

    def trace(self) -> Mapping[str, Match]:
        """Return what each text that was made from another is from, by the id of the earliest report of its words."""
        self.settle()
        return {
            self._documents[number].id: Match(source=self._documents[source].id, overlap=overlap)
            for number, (source, overlap) in sorted(self._matches.items())
        }

    def find_passages(self, documents: Sequence[Document]) -> dict[str, tuple[tuple[Run, Document], ...]]:
        """Return the passages that earlier reports had first, in reading order, each with who had it, by document id.

        KeyError: no report of this text was added.
        """
        found: dict[str, tuple[tuple[Run, Document], ...]] = {}
        asked: dict[int, str] = {}
        for document in documents:
            number = self._find_number(document)
            held, length = self._documents[number], len(self._prints[number])
            if held.id == document.id:
                asked[number] = document.id
            else:
                whole = Run(at=0, end=length, source=number, source_at=0, source_end=length)
                found[document.id] = ((whole, held),) if length else ()
        numbers = list(asked)
        for start in range(0, len(numbers), _CHUNK):
            for number, shared in self._look_up(numbers[start : start + _CHUNK]).items():
                runs = self._find_runs(self._prints[number], shared)
                found[asked[number]] = tuple((run, self._documents[run.source]) for run in runs)
        return found

    def fingerprint(self, document: Document) -> Fingerprint:
        """Return the fingerprint of a report. KeyError: no report of this text was added."""
        return self._prints[self._find_number(document)]

    def _register(self, document: Document) -> int | None:
        """Return the number of a report's text, None where an earlier report of the same words stands for it."""
        text_key = _digest(document.text.encode("utf-8", "surrogatepass"))
        known = self._by_text.get(text_key)
        fingerprint = take_fingerprint(document.text) if known is None else self._prints[known]
        # Texts without a word are all alike, and none is a copy of another.
        words_key = _digest(fingerprint.words.tobytes() or document.id.encode())
        known = self._by_words.get(words_key)
        if known is not None and precedence_key(self._documents[known]) <= precedence_key(document):
            self._by_text.setdefault(text_key, known)
            return None
        number = len(self._documents)
        self._documents.append(document)
        self._prints.append(fingerprint)
        self._chronicle.append(document)
        self._by_words[words_key] = self._by_text[text_key] = number
        if known is not None:
            self._replaced[known] = number
            self._forget(known)
            self._unsettled.discard(known)
        return number

    def _find_number(self, document: Document) -> int:
        return self._stand_in(self._by_text[_digest(document.text.encode("utf-8", "surrogatepass"))])

    def _stand_in(self, number: int) -> int:
        """Return the text that stands for one: of reports of the same words the earliest."""
        while number in self._replaced:
            number = self._replaced[number]
        return number

    def _forget(self, number: int) -> None:
        self._matches.pop(number, None)
        self._nominated.discard(number)

    def _unsettle(self, number: int) -> None:
        """Note whose lineage a new text may change: its own, that of later holders, that of who has new boilerplate."""
        self._unsettled.add(number)
        (shared,) = self._look_up([number]).values()
        counts = shared.count_holders()
        is_own = shared.holders == number
        later = ~shared.earlier & ~is_own
        early = shared.numbers[is_own & (shared.rank < _LOOKED_AT)]
        if (counts[np.intersect1d(shared.numbers[later], early)] >= MOST_HOLDERS).any():
            # There may be holders that the index no longer names: all are judged again.
            self._unsettled.update(other for other in range(len(self._documents)) if other not in self._replaced)
            return
        self._unsettled.update(shared.holders[later].tolist())
        crowded = early[(counts[early] >= MANY_HOLDERS) & ~is_fine(shared.known[early])]
        stands_for_others = number in self._replaced.values()
        for mark, holders in shared.list_holders(crowded, most=_LOOKED_AT + 1):
            before = tuple(holder for holder in holders if holder != number)
            was = self._is_boilerplate(before[:_LOOKED_AT])
            if stands_for_others or was != self._is_boilerplate(holders[:_LOOKED_AT]):
                self._unsettled |= self._nominated.intersection(shared.holders[shared.numbers == mark].tolist())
                if counts[mark] >= MOST_HOLDERS:
                    self._unsettled |= self._nominated

    def _settle(self, unsettled: set[int]) -> None:
        """Judge texts whose lineage may have changed. What one was made from does not depend on what others were."""
        numbers = sorted(number for number in unsettled if number not in self._replaced)
        self._unsettled -= unsettled
        for start in range(0, len(numbers), _CHUNK):
            for number, shared in self._look_up(numbers[start : start + _CHUNK]).items():
                self._judge(number, shared)

    def _look_up(self, numbers: Sequence[int]) -> dict[int, Shared]:
        texts = [(number, self._prints[number].marks) for number in numbers]
        stand_in = self._stand_in if self._replaced else None
        return find_sharing(texts, self._postings, self._chronicle, stand_in=stand_in)

    def _judge(self, number: int, shared: Shared) -> None:
        self._forget(number)
        if not shared.earlier.any():
            return
        fingerprint = self._prints[number]
        least = min(_FEWEST_HITS, max(1, len(shared.known) // 3))
        nominating = shared.earlier & (shared.rank < _NOMINATING)
        # Only who came before counts: what follows must not change what a report was made from.
        rarity = 1 / shared.preceding.clip(1, _LOOKED_AT)
        covered: dict[int, Flags] = {}
        for holder in self._nominate(shared.holders[nominating], rarity[nominating], least):
            covered[holder] = self._cover(number, holder)
        if max(map(np.count_nonzero, covered.values()), default=0) < _LEAST_SHARE * len(fingerprint):
            return
        self._nominated.add(number)
        common = self._find_boilerplate(shared)
        if not len(common):
            self._choose(number, covered, np.zeros(len(fingerprint), dtype=np.bool_))
            return
        is_common = np.zeros(len(shared.known), dtype=np.bool_)
        is_common[common] = True
        telling = nominating & ~is_common[shared.numbers]
        for holder in self._nominate(shared.holders[telling], rarity[telling], least):
            if holder not in covered:
                covered[holder] = self._cover(number, holder)
        self._choose(number, covered, _cover_runs(len(fingerprint), fingerprint.places[common]))

    def _nominate(self, holders: Positions, rarity: npt.NDArray[np.float64], least: int) -> list[int]:
        """Return the likeliest of the holders met at least so often: those who share what few others have."""
        if len(holders) < least:
            return []
        order = np.argsort(holders, kind="stable")
        ordered = holders[order]
        starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
        often = np.diff(np.append(starts, len(ordered))) >= least
        weights = np.round(np.add.reduceat(rarity[order], starts)[often] * _WEIGHT_STEPS).tolist()
        ranked = [
            (-weight, self._chronicle.rank_of(holder), holder)
            for weight, holder in zip(weights, ordered[starts[often]].tolist(), strict=True)
        ]
        return [holder for _, _, holder in sorted(ranked)[:_CANDIDATES]]

    def _choose(self, number: int, covered: Mapping[int, Flags], boilerplate: Flags) -> None:
        """Keep the candidate that holds most of a text, of equals the earliest, where the text is a copy of it."""
        text = self._documents[number].text
        counting = choose_words(boilerplate, mark_quoted(text, len(boilerplate)))
        own = {source: np.count_nonzero(words & counting.own) for source, words in covered.items()}
        nearest = sorted(covered, key=lambda one: (-own[one], self._chronicle.rank_of(one)))[:_COMPARED]
        best: tuple[tuple[float, ...], int, Overlap] | None = None
        for source in nearest:
            known = self._holder(source).content
            overlap = measure_overlap(self._prints[number].words, covered[source], counting, known)
            key = (-round(overlap.share, 2), *self._chronicle.rank_of(source))
            if (best is None or key < best[0]) and self._is_copy(number, source, overlap):
                best = (key, source, overlap)
        if best is not None:
            self._matches[number] = best[1:]

    def _is_copy(self, number: int, source: int, overlap: Overlap) -> bool:
        if len(self._prints[number]) < SHORT_WORDS:
            return is_short_copy(self._documents[number].text, self._documents[source].text, overlap)
        return is_copy(overlap, lambda: float(self._cover(source, number).mean()))

    def _cover(self, number: int, other: int) -> Flags:
        return cover_words(self._holder(number).grams, self._holder(other).grams)

    def _find_runs(self, fingerprint: Fingerprint, shared: Shared) -> tuple[Run, ...]:
        first = shared.earlier & (shared.rank == 0) & ~is_fine(shared.known)[shared.numbers]
        marks = shared.known[shared.numbers[first]].tolist()
        held = dict(
            zip(marks, zip(shared.holders[first].tolist(), shared.places[first].tolist(), strict=True), strict=True)
        )
        hits = [
            Hit(place=place, source=held[mark][0], source_place=held[mark][1])
            for place, mark in sorted(zip(fingerprint.places.tolist(), fingerprint.marks.tolist(), strict=True))
            if mark in held
        ]
        return find_runs(fingerprint.words, hits, lambda source: self._prints[source].words)

    def _find_boilerplate(self, shared: Shared) -> Positions:
        """Return which of a text's marks are boilerplate, as their numbers; those of three words are not looked at."""
        crowded = np.flatnonzero((shared.count_holders() >= MANY_HOLDERS) & ~is_fine(shared.known))
        marks = shared.list_holders(crowded, most=_LOOKED_AT)
        return np.array([mark for mark, holders in marks if self._is_boilerplate(holders)], dtype=np.int64)

    def _tell_boilerplate(self, holders: tuple[int, ...]) -> bool:
        return is_held_by_many(holders, self._are_related)

    def _read_holder(self, number: int) -> Holder:
        words = self._prints[number].words
        return Holder(
            words=words,
            grams=take_fine_grams(words),
            content=select_content(words),
            outlet=self._documents[number].publisher,
        )

    def _compare_holders(self, one: int, other: int) -> bool:
        return are_related(self._holder(one), self._holder(other))


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


def _cover_runs(count: int, places: Marks) -> Flags:
    """Mark which of the `count` words of a text lie in the runs of six words that begin at some places."""
    covered = np.zeros(count, dtype=np.bool_)
    for offset in range(GRAM_WORDS):
        covered[places + offset] = True
    return covered
