"""A feed of reports with the truth about each: copies of every kind among reports that only look alike.

Everything follows from a seed. Reports come one after another, so that any number can be had in little memory. What
makes finding copies hard is what real feeds have: outlets end their reports alike, independent reports quote one
statement, and outlets tell the background of a story again in their own words of last week.
"""

import hashlib
import json
import random
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from copy_edits import (
    COPIES,
    HEAVY,
    LEAD_WORDS,
    LIGHT,
    Kind,
    Text,
    count_words,
    cut_text,
    edit_words,
    insert_passage,
    shuffle_paragraphs,
    take_passage,
)
from copy_texts import Story, Writer
from rashomon.model.document import Document
from rashomon.model.provenance import Made

RECIPE: Final = "benchmark.copies@1"
# What part of a feed each kind is; the rest are originals.
SHARES: Final = {**dict.fromkeys(COPIES, 0.05), Kind.INSERTED: 0.05, Kind.ALIKE: 0.12}
FEWEST_WORDS: Final = 70
MOST_WORDS: Final = 900
_COPIED_FROM: Final = 100
_START: Final = datetime(2024, 1, 1, tzinfo=UTC)
_OUTLETS: Final = 60
_FOOTERS: Final = 15
_FOOTER_LEAST: Final = 8
_WINDOW: Final = 2000
_BACKGROUNDS: Final = 12
_WRITTEN: Final = 0.25
# A passage is a passage while the report around it is longer than it is.
_HOST_AT_LEAST: Final = 3
_QUOTING: Final = 0.6
_QUOTE_WORDS: Final = (20, 60)
_QUOTED_AT_MOST: Final = 0.4
_WITH_BACKGROUND: Final = 0.25
_BACKGROUND_AT_MOST: Final = 0.3
_UNDATED: Final = 0.04
_SKEWED: Final = 0.04
_COPIED_ON: Final = 0.15
_WIDELY_COPIED: Final = 0.1
_WIDELY: Final = 20

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report and the truth about it; spans are code points of `document.text`.

    `lineage` is the same for reports made from one another. `source` is the id of the one this was made from, or whose
    `passage` stands in it. `borrowed` are all spans that other reports may hold without being related: passages,
    quotations, backgrounds, footers. `written` is prose by hand, all else is generated.
    """

    document: Document
    kind: Kind
    lineage: int
    source: str = ""
    passage: Span | None = None
    borrowed: tuple[Span, ...] = ()
    written: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outlet:
    """`footer` ends every report, "{}" in it stands for who wrote that one."""

    name: str
    dated: bool
    footer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """A report's text without its outlet's footer, and what of it stands elsewhere as well."""

    story: Story
    outlet: _Outlet
    text: Text
    lineage: int
    quote: str = ""
    background: str = ""
    id: str = ""
    when: datetime = _START
    written: bool = False


class Feed:
    """An endless feed of reports. `written` are unrelated texts by hand; some originals are such a text, each once."""

    def __init__(self, seed: int, writer: Writer, written: Sequence[str] = ()) -> None:
        self._chance = random.Random(f"feed {seed}")
        self._writer = writer
        self._written = [text for text in written if len(text.split()) >= FEWEST_WORDS]
        self._chance.shuffle(self._written)
        self._fresh = writer.draw_words(20_000)
        self._outlets = self._found_outlets()
        self._backgrounds: dict[str, deque[str]] = {one.name: deque(maxlen=_BACKGROUNDS) for one in self._outlets}
        self._held: deque[_Telling] = deque(maxlen=_WINDOW)
        self._told_widely: list[_Telling] = []
        self._reports = 0
        self._lineages = 0
        self._now = _START

    def __iter__(self) -> Iterator[Report]:
        kinds = [*SHARES, Kind.ORIGINAL]
        weights = [*SHARES.values(), 1.0 - sum(SHARES.values())]
        while True:
            self._now += timedelta(seconds=self._chance.randint(20, 400))
            kind = self._chance.choices(kinds, weights)[0] if self._reports >= 50 else Kind.ORIGINAL
            yield self._make(kind)

    def _make(self, kind: Kind) -> Report:
        if kind is Kind.ORIGINAL:
            return self._tell(self._writer.begin_story(), kind)
        if kind is Kind.ALIKE:
            told = self._pick(0)
            return self._tell(told.story, kind, quote="" if told.written else told.quote)
        if kind is Kind.INSERTED:
            return self._tell(self._writer.begin_story(), kind, donor=self._pick(0))
        return self._copy(kind)

    def _tell(self, story: Story, kind: Kind, *, quote: str = "", donor: _Telling | None = None) -> Report:
        """Write a report that is nobody's copy; `donor` is whose passage stands in it."""
        outlet = self._chance.choice(self._outlets)
        passage = take_passage(donor.text, self._chance) if donor else ""
        written = kind is Kind.ORIGINAL and bool(self._written) and self._chance.random() < _WRITTEN
        if written:
            text: Text = tuple(one for one in self._written.pop().split("\n") if one.strip())
            telling = _Telling(story=story, outlet=outlet, text=text, lineage=self._count_lineage(), written=True)
        else:
            telling = self._write(story, outlet, quote, least=_HOST_AT_LEAST * len(passage.split()))
        text = insert_passage(telling.text, passage, self._chance) if passage else telling.text
        return self._release(telling, text, kind, source=donor.id if donor else "", passage=passage)

    def _write(self, story: Story, outlet: _Outlet, quote: str, *, least: int) -> _Telling:
        wanted = min(MOST_WORDS, max(FEWEST_WORDS, least, round(self._chance.lognormvariate(5.5, 0.6))))
        paragraphs: list[str] = []
        while (left := wanted - count_words(paragraphs)) > 0:
            paragraphs.append(self._writer.write_paragraph(story, min(left, self._chance.randint(15, 70))))
        if not quote and self._chance.random() < _QUOTING:
            quote = self._writer.write_paragraph(story, self._chance.randint(*_QUOTE_WORDS))
        quote = quote if len(quote.split()) <= _QUOTED_AT_MOST * wanted else ""
        if quote:
            said = f"“{quote[:-1]},” {story.names[0]} {self._chance.choice(('said', 'told reporters', 'declared'))}."
            paragraphs.insert(self._chance.randint(1, len(paragraphs)), said)
        background = self._recall_background(story, outlet) if self._chance.random() < _WITH_BACKGROUND else ""
        background = background if len(background.split()) <= _BACKGROUND_AT_MOST * wanted else ""
        return _Telling(
            story=story,
            outlet=outlet,
            text=(*paragraphs, background) if background else tuple(paragraphs),
            lineage=self._count_lineage(),
            quote=quote,
            background=background,
        )

    def _copy(self, kind: Kind) -> Report:
        source = self._pick(_COPIED_FROM)
        chance = self._chance
        outlet = chance.choice([one for one in self._outlets if one is not source.outlet])
        text = source.text
        if kind in (Kind.CUT, Kind.MIXED):
            text = cut_text(text, chance)
        if kind in (Kind.EDITS_LIGHT, Kind.MIXED):
            text = edit_words(text, chance.uniform(*LIGHT), self._fresh, chance)
        if kind is Kind.EDITS_HEAVY:
            text = edit_words(text, chance.uniform(*HEAVY), self._fresh, chance)
        if kind is Kind.REORDERED:
            text = shuffle_paragraphs(text, chance) if len(set(text)) > 1 else text[::-1]
        if kind in (Kind.NEW_LEAD, Kind.MIXED):
            lead = self._writer.write_paragraph(source.story, LEAD_WORDS[0]).split()[: LEAD_WORDS[1]]
            text = (" ".join(lead), *text)
        telling = _Telling(
            story=source.story,
            outlet=outlet,
            text=text,
            lineage=source.lineage,
            quote=source.quote,
            background=source.background,
            written=source.written,
        )
        return self._release(telling, text, kind, source=source.id, copied_at=source.when)

    def _pick(self, words: int) -> _Telling:
        """Return an earlier telling of at least so many words; some are picked again and again."""
        if words and self._told_widely and self._chance.random() < _WIDELY_COPIED:
            return self._told_widely[0]
        while True:
            held = self._held[self._chance.randrange(len(self._held))]
            if count_words(held.text) >= words and (not words or len(held.text) > 1):
                if self._chance.random() < 1 / _WIDELY:
                    self._told_widely = [held]
                return held

    def _release(
        self,
        telling: _Telling,
        text: Text,
        kind: Kind,
        *,
        source: str,
        passage: str = "",
        copied_at: datetime | None = None,
    ) -> Report:
        """Publish a text with its outlet's furniture, and keep it for later copies."""
        outlet, when = telling.outlet, self._now
        if copied_at is not None and self._chance.random() < _SKEWED:
            when = copied_at - timedelta(minutes=self._chance.randint(1, 360))
        opening = f"{self._writer.invent_name().upper()}, {when:%d %B} — " if outlet.dated else ""
        footer = outlet.footer.replace("{}", self._writer.invent_person())
        whole = opening + "\n\n".join((*text, footer) if footer else text)
        document = self._publish(whole, outlet, None if self._chance.random() < _UNDATED else when)
        if kind in (Kind.ORIGINAL, Kind.ALIKE) or self._chance.random() < _COPIED_ON:
            self._held.append(replace(telling, id=document.id, when=when))
        borrowed = (passage, telling.quote[:-1], telling.background, footer)
        return Report(
            document=document,
            kind=kind,
            lineage=telling.lineage,
            source=source,
            passage=_find_span(whole, passage),
            borrowed=tuple(span for one in borrowed if (span := _find_span(whole, one))),
            written=telling.written,
        )

    def _recall_background(self, story: Story, outlet: _Outlet) -> str:
        """Return a paragraph the outlet has used before, or a new one that it will use again."""
        known = self._backgrounds[outlet.name]
        if not known or self._chance.random() < 0.2:
            known.append(self._writer.write_paragraph(story, self._chance.randint(40, 75)))
        return self._chance.choice(known)

    def _found_outlets(self) -> list[_Outlet]:
        """Half of the outlets end their reports alike, two of them share an ending; half of these name the writer."""
        nouns = "Courier Observer Wire Herald Post Gazette Tribune Monitor Dispatch Chronicle Ledger Standard".split()
        footers = []
        for number in range(_FOOTERS):
            length = _FOOTER_LEAST + 2 * number
            words = self._writer.write_paragraph(self._writer.begin_story(), length).split()[:length]
            at = self._chance.randrange(len(words)) if number % 2 else len(words)
            footers.append(" ".join((*words[:at], "{}", *words[at:]) if number % 2 else words))
        return [
            _Outlet(
                name=f"{self._writer.invent_name()} {self._chance.choice(nouns)} {number}",
                dated=number % 3 == 0,
                footer=footers[number // 4] if number % 2 else "",
            )
            for number in range(_OUTLETS)
        ]

    def _publish(self, text: str, outlet: _Outlet, when: datetime | None) -> Document:
        self._reports += 1
        return make_document(f"r{self._reports:07d}", text, outlet.name, when)

    def _count_lineage(self) -> int:
        self._lineages += 1
        return self._lineages


def make_document(name: str, text: str, publisher: str, when: datetime | None, title: str = "") -> Document:
    """Return a report as reading it would; the title is its first words where none is given."""
    return Document(
        id=name,
        input_id=name,
        text=text,
        raw_sha256=hashlib.sha256(text.encode()).hexdigest(),
        made=Made(recipe=RECIPE),
        url=f"https://{publisher.casefold().replace(' ', '-')}.example/{name}",
        publisher=publisher,
        title=title or " ".join(text.split()[:8]),
        published_at=when,
        language="en",
    )


def read_paraphrases(path: Path) -> list[Report]:
    """Return the reports of a JSONL file of triples: a source, its paraphrase, an independent report of the event.

    Lineages are negative, so that they never meet those of a feed.
    """
    reports = []
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        row = json.loads(line)
        for part, kind in (("source", Kind.ORIGINAL), ("paraphrase", Kind.PARAPHRASE), ("independent", Kind.ALIKE)):
            told = row[part]
            when = datetime.fromisoformat(told["published_at"]) if told.get("published_at") else None
            name = f"{row.get('split', 'all')}-{row['id']}"
            document = make_document(f"{name}-{part}", told["text"], told["publisher"], when, told.get("title", ""))
            reports.append(
                Report(
                    document=document,
                    kind=kind,
                    lineage=-2 * number - (2 if kind is Kind.ALIKE else 1),
                    source=f"{name}-source" if kind is Kind.PARAPHRASE else "",
                    written=True,
                )
            )
    return reports


def _find_span(text: str, part: str) -> Span | None:
    at = text.find(part) if part else -1
    return (at, at + len(part)) if at >= 0 else None
