"""The extractors, implementations of the port: by rules alone, and with the trained tagger under them.

The only objects of this package that hold a parser or a model.
"""

import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Final

from rashomon.extract.attributions import find_attributions
from rashomon.extract.claims import make_claims
from rashomon.extract.parsing import Parser
from rashomon.extract.tagger import Reading, Tagger
from rashomon.extract.voices import read_nothing
from rashomon.model.analysis import Extraction
from rashomon.model.attribution import Span
from rashomon.model.document import Document, Passage
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import PassageKind

RULES_RECIPE: Final = "extract.rules@6"
TAGGER_RECIPE: Final = "extract.tagger@5"
# "PARIS (Agency) - ", "TALLINN, Estonia — ": a place and a credit, which a parser takes for a subject.
_DATELINE: Final = re.compile(
    r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:,(?: [A-Z][\w.]*){1,3})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: ?\([^)\n]{2,60}\))?\s*[-–—]{1,2}\s+"
)


class RulesExtractor:
    """Attribution by dependency parse and a cue lexicon. The parser is loaded at the first document."""

    recipe: str = RULES_RECIPE

    @cached_property
    def _parser(self) -> Parser:
        return Parser()

    def extract(self, document: Document, passages: Sequence[Passage]) -> Extraction:
        """Return the attributions and claims of a document, offsets in its text; any text is accepted.

        Only what lies in a passage is read: front matter and stray markup between passages belong to nobody.
        """
        text = _blank_outside(document.text, passages)
        find_reading = self._begin_reading(text, passages)
        parsed = self._parser.parse(text)
        reading = find_reading()
        attributions = find_attributions(
            parsed,
            document_id=document.id,
            made=Made(recipe=self.recipe, inputs=(document.id,)),
            block_quotes=[Span(start=p.start, end=p.end) for p in passages if p.kind is PassageKind.BLOCK_QUOTE],
            tagged=None if reading is None else reading.attributions,
        )
        certainty_at = read_nothing if reading is None else reading.certainty_at
        claims = make_claims(document, parsed, attributions, recipe=self.recipe, certainty_at=certainty_at)
        return Extraction(document_id=document.id, attributions=attributions, claims=claims)

    def _begin_reading(self, text: str, passages: Sequence[Passage]) -> Callable[[], Reading | None]:
        return lambda: None


class TaggerExtractor(RulesExtractor):
    """Attribution by the trained tagger; names, the meaning of cues and most of the nesting by the rules.

    The tagger reads beside the parser, in a thread of its own: neither needs the other, and both let go of the
    interpreter while they compute.
    """

    recipe: str = TAGGER_RECIPE

    @cached_property
    def _tagger(self) -> Tagger:
        return Tagger()

    @cached_property
    def _beside(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="tagger")

    def _begin_reading(self, text: str, passages: Sequence[Passage]) -> Callable[[], Reading | None]:
        spans = [Span(start=p.start, end=p.end) for p in passages]
        return self._beside.submit(self._tagger.read, text, spans).result


def _blank_outside(text: str, passages: Sequence[Passage]) -> str:
    """Blank what no passage covers, and datelines, line breaks kept, so that offsets stay those of the document."""
    parts: list[str] = []
    at = 0
    for passage in passages:
        parts.append(_blank(text[at : passage.start]))
        dateline = _DATELINE.match(passage.text)
        parts.append(_blank(dateline[0]) if dateline else "")
        parts.append(passage.text[dateline.end() if dateline else 0 :])
        at = passage.end
    return "".join([*parts, _blank(text[at:])])


def _blank(text: str) -> str:
    return "".join("\n" if ch == "\n" else " " for ch in text)
