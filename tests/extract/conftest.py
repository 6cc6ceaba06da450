"""One loaded parser for all tests of the package, and a short way to say what was found."""

from collections.abc import Callable

import pytest

from rashomon.extract.attributions import find_attributions
from rashomon.extract.claims import make_claims
from rashomon.extract.extractor import TaggerExtractor
from rashomon.extract.parsing import Parsed, Parser
from rashomon.ingest.passages import split_passages
from rashomon.model.analysis import Extraction
from rashomon.model.attribution import Attribution, Span
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.provenance import Made

Find = Callable[[str], tuple[Attribution, ...]]
Say = Callable[[str], list[tuple[str, str, str]]]
Claims = Callable[[str], tuple[Claim, ...]]


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


@pytest.fixture(scope="session")
def claims(parser: Parser) -> Claims:
    """The claims of a text that a paper prints."""

    def claims(text: str) -> tuple[Claim, ...]:
        made = Made(recipe="test@1")
        document = Document(id="doc", input_id="report", text=text, raw_sha256="", made=made, publisher="Paper")
        parsed = parser.parse(text)
        return make_claims(document, parsed, find_attributions(parsed, document_id="doc"), recipe="test@1")

    return claims


@pytest.fixture(scope="session")
def about(claims: Claims) -> Callable[[str, str], Claim]:
    """The first claim of a text whose quote holds some words."""
    return lambda text, words: next(claim for claim in claims(text) if words in claim.quote)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Extraction]:
    """What the tagger's extractor finds in a text that a paper prints."""
    extractor = TaggerExtractor()

    def read(text: str) -> Extraction:
        made = Made(recipe="test@1")
        document = Document(id="d", input_id="d", text=text, raw_sha256="", made=made, publisher="Gazette")
        return extractor.extract(document, split_passages(document))

    return read
