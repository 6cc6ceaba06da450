"""One loaded parser for all tests of the package, and a short way to say what was found."""

from collections.abc import Callable

import pytest

from rashomon.extract.attributions import find_attributions
from rashomon.extract.parsing import Parsed, Parser
from rashomon.model.attribution import Attribution, Span

Find = Callable[[str], tuple[Attribution, ...]]
Say = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[[str], Parsed]:
    return parser.parse


@pytest.fixture(scope="session")
def find(parser: Parser) -> Find:
    return lambda text: find_attributions(parser.parse(text), document_id="doc_1")


@pytest.fixture(scope="session")
def say(find: Find) -> Say:
    """Source, cue and content of each attribution as words; pieces of a discontinuous content parted by " ... "."""

    def words(text: str, spans: tuple[Span, ...]) -> str:
        return " ... ".join(text[span.start : span.end] for span in spans)

    return lambda text: [(words(text, a.source), a.cue_text, words(text, a.content)) for a in find(text)]
