"""Make a large case: a seeded feed of reports about an invented event, analysed by the engine into a case file.

usage: large_case.py FILE [--reports N] [--seed N] [--feed FEED.jsonl]

The feed is what a contested event looks like from a desk: a few wire stories that many outlets copy whole or lightly
edited, statements of named holders of four camps that contradict each other, unnamed officials, findings, ranges of
killed and hurt, an earlier event that is mixed up with this one. Prints the seconds each step took.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from rashomon.case import Case

QUESTION: Final = "Who blew up the Orlen bridge?"
START: Final = datetime(2031, 3, 4, 5, 30, tzinfo=UTC)
DAYS: Final = 20
OUTLETS: Final = 150
WIRE_STORIES: Final = 40
COPIED: Final = 0.7
"""How much of the feed is copied from the wire."""

PLACES: Final = ("Tessin", "Orlen", "Varda", "Kolm", "Halden", "Brask", "Lindau", "Ostrava", "Mirsk", "Almar")
PAPERS: Final = ("Courier", "Post", "Gazette", "Herald", "Observer", "Dispatch", "Tribune", "Chronicle", "Star", "Echo",
                 "Sentinel", "Monitor", "Bulletin", "Record", "Journal")  # fmt: skip
GIVEN: Final = ("Anna", "Boris", "Clara", "Dmitri", "Elsa", "Fedor", "Greta", "Henrik", "Ilse", "Jonas", "Karin", "Leo",
                "Mira", "Nils", "Olga")  # fmt: skip
FAMILY: Final = ("Brenn", "Lomm", "Velk", "Tarrik", "Sand", "Holm", "Kray", "Dorn", "Falk", "Weir", "Stahl", "Moor",
                 "Lind", "Berg", "Roth", "Kast", "Vogel", "Hart")  # fmt: skip
ROLES: Final = (
    "a spokesman for the government of Tessin",
    "a spokeswoman for the government of Kolm",
    "a commander of the River Brigade",
    "an engineer of the bridge authority",
    "a deputy of the Orlen council",
    "a lawyer for the Dockers' Union",
)
SUSPECTS: Final = ("Kolm", "Tessin", "the River Brigade", "the Dockers' Union", "smugglers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who speaks: a name, a role, whom they blame and whom they clear."""

    name: str
    role: str
    blames: str
    clears: str


class Stopwatch:
    """Adds up how long each stage of an analysis takes; what lies between them is "rest"."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage, self._since = "rest", time.perf_counter()

    def note(self, stage: str, done: int, total: int) -> None:
        """Take a report of progress."""
        now = time.perf_counter()
        self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage if done < total else "rest", now


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--feed", type=Path)
    asked = parser.parse_args()
    feed = asked.feed or asked.file.with_suffix(".jsonl")
    write_feed(feed, reports=asked.reports, seed=asked.seed)
    build_case(asked.file, feed, tell=lambda what, seconds: print(f"{what:<12}{seconds:8.1f} s"))
    return 0


def write_feed(path: Path, *, reports: int, seed: int = 1) -> None:
    """Write a feed of that many reports as JSONL, in the order of their times."""
    with path.open("w", encoding="utf-8") as file:
        for report in make_reports(reports, seed):
            file.write(json.dumps(report) + "\n")


def build_case(path: Path, feed: Path, *, tell: Callable[[str, float], None] = lambda what, seconds: None) -> None:
    """Make a case file of a feed and judge it; `tell` is given each step with its seconds."""
    begun = time.perf_counter()
    with Case.create(path, QUESTION) as case:
        count = sum(1 for _ in case.add([str(feed)]))
        tell(f"add {count}", time.perf_counter() - begun)
        stages = Stopwatch()
        case.analyze(on_progress=stages.note)
        stages.note("end", 1, 1)
    for stage, seconds in stages.seconds.items():
        tell(stage, seconds)


def make_reports(count: int, seed: int) -> Iterator[dict[str, str]]:
    """Yield reports in the order of their times: copies of wire stories among statements of their own."""
    chance = random.Random(seed)
    outlets = [f"{chance.choice(PLACES)} {chance.choice(PAPERS)} {number}" for number in range(OUTLETS)]
    holders = [make_holder(chance) for _ in range(60)]
    wire = [make_story(chance, holders) for _ in range(WIRE_STORIES)]
    step = timedelta(days=DAYS) / max(1, count)
    for number in range(count):
        copied = chance.random() < COPIED
        known = wire[: 1 + int(len(wire) * number / count)]
        text = edit(chance, chance.choice(known)) if copied else make_story(chance, holders)
        yield {
            "id": f"r{number:05}",
            "publisher": chance.choice(outlets),
            "published_at": (START + number * step).isoformat(),
            "title": text.split(".")[0][:80],
            "text": text,
        }


def make_holder(chance: random.Random) -> Holder:
    """Return somebody with a name, a role, and a side."""
    blames, clears = chance.sample(SUSPECTS, 2)
    name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    return Holder(name=name, role=chance.choice(ROLES), blames=blames, clears=clears)


def make_story(chance: random.Random, holders: list[Holder]) -> str:
    """Return two to four sentences: what somebody says of the event, or what is counted."""
    parts = [make_sentence(chance, chance.choice(holders)) for _ in range(chance.choice((1, 2)))]
    parts += chance.sample([make_count(chance), make_earlier(chance), make_scene(chance)], chance.choice((1, 2)))
    return " ".join(parts)


def make_sentence(chance: random.Random, holder: Holder) -> str:
    """Return what a holder says of who did it."""
    day = chance.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))
    return chance.choice(
        (
            f"{holder.name}, {holder.role}, said on {day} that {holder.blames} blew up the Orlen bridge.",
            f"{holder.name}, {holder.role}, accused {holder.blames} of blowing up the Orlen bridge.",
            f"{holder.name}, {holder.role}, denied on {day} that {holder.clears} blew up the Orlen bridge.",
            f"Officials in {chance.choice(PLACES)} said {holder.blames} probably blew up the Orlen bridge.",
            f"Investigators who examined the piers found no trace of {holder.clears}, {holder.name} said.",
            f"“It was {holder.blames}, and everybody here knows it,” {holder.name}, {holder.role}, told reporters.",
            f"{holder.blames[0].upper() + holder.blames[1:]} wanted the bridge gone, {holder.name} said.",
        )
    )


def make_count(chance: random.Random) -> str:
    """Return how many were killed or hurt."""
    killed, hurt = chance.randint(3, 12), chance.randint(10, 60)
    return chance.choice(
        (
            f"At least {killed} people were killed, police said.",
            f"A hospital in {chance.choice(PLACES)} said it had treated {hurt} people.",
            f"The mayor of Orlen put the number of injured at more than {hurt}.",
        )
    )


def make_earlier(chance: random.Random) -> str:
    """Return what is said of an earlier event."""
    month = chance.choice(("January", "February"))
    return f"In {month} a ferry sank near {chance.choice(PLACES)}, and {chance.choice(SUSPECTS)} was blamed for it."


def make_scene(chance: random.Random) -> str:
    """Return what is seen."""
    return chance.choice(
        (
            f"Traffic between {chance.choice(PLACES)} and Orlen was stopped for hours.",
            "Divers searched the river until nightfall.",
            f"Windows broke as far away as {chance.choice(PLACES)}.",
        )
    )


def edit(chance: random.Random, text: str) -> str:
    """Return a wire story as an outlet prints it: whole, cut by its last sentence, or with a line before it."""
    sentences = text.split(". ")
    how = chance.random()
    if how < 0.5:
        return text
    if how < 0.75 and len(sentences) > 1:
        return ". ".join(sentences[:-1]) + "."
    return f"{chance.choice(PLACES)} woke to the news on that day. {text}"


if __name__ == "__main__":
    sys.exit(main())
