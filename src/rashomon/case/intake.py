"""How inputs are read: the limits, who fetches pages, and what `-` stands for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

from rashomon.ingest.fetcher import HttpFetcher
from rashomon.ingest.limits import Limits
from rashomon.ingest.reader import STDIN, read_inputs
from rashomon.ingest.report import Report
from rashomon.model.errors import InputError
from rashomon.ports import PageFetcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The surroundings of reading. `-` is read from `stdin` (empty unless given), http(s) URLs through `fetcher`."""

    limits: Limits = field(default_factory=Limits)
    fetcher: PageFetcher = field(default_factory=HttpFetcher)
    stdin: BinaryIO = field(default_factory=BytesIO)


def read_reports(inputs: Sequence[str], *, intake: Intake, stdin_id: str = STDIN) -> Iterator[Report | InputError]:
    """Yield a report, or the reason why it is none, for each item of the inputs, in order; nothing is kept.

    What comes from standard input goes by `stdin_id`.
    """
    return read_inputs(inputs, limits=intake.limits, fetcher=intake.fetcher, stdin=intake.stdin, stdin_id=stdin_id)
