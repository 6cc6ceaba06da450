"""The rule-based extractor: an implementation of the port, and the only object of this package that holds a parser."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from rashomon.extract.attributions import find_attributions
from rashomon.extract.claims import make_claims
from rashomon.extract.parsing import Parser
from rashomon.model.analysis import Extraction
from rashomon.model.attribution import Span
from rashomon.model.document import Document, Passage
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import PassageKind

RECIPE: Final = "extract.rules@1"
# "PARIS (Agency) - ", "TALLINN, Estonia — ": a place and a credit, which a parser takes for a subject.
_DATELINE: Final = re.compile(
    r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:,(?: [A-Z][\w.]*){1,3})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: ?\([^)\n]{2,60}\))?\s*[-–—]{1,2}\s+"
)


class RulesExtractor:
    """Attribution by dependency parse and a cue lexicon. The parser is loaded at the first document."""

    recipe: Final = RECIPE

    @cached_property
    def _parser(self) -> Parser:
        return Parser()

    def extract(self, document: Document, passages: Sequence[Passage]) -> Extraction:
        """Return the attributions and claims of a document, offsets in its text; any text is accepted.

        Only what lies in a passage is read: front matter and stray markup between passages belong to nobody.
        """
        parsed = self._parser.parse(_blank_outside(document.text, passages))
        block_quotes = [Span(start=p.start, end=p.end) for p in passages if p.kind is PassageKind.BLOCK_QUOTE]
        made = Made(recipe=RECIPE, inputs=(document.id,))
        attributions = find_attributions(parsed, document_id=document.id, made=made, block_quotes=block_quotes)
        claims = make_claims(document, parsed, attributions, recipe=RECIPE)
        return Extraction(document_id=document.id, attributions=attributions, claims=claims)


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
