"""Words signed by whoever says them: testimonials, letters, street interviews.

"…" — Name, place. "…" (Name, 24, student). A paragraph, and below it a name behind a dash or "signed", or a name alone
under words in the first person. The cue is the dash, the bracket or the word; of a bare name there is none but itself.
"""

from __future__ import annotations

from itertools import dropwhile
from typing import Final

from rashomon.extract.candidate import Candidate
from rashomon.extract.lexicon import CueClass
from rashomon.extract.parsing import Parsed, Stretch, Token
from rashomon.extract.quotes import CLOSING, DOUBLE, SINGLE

_DASHES: Final = frozenset({"—", "–", "-", "―", "~", "--"})
_OWN_VOICE: Final = frozenset({"i", "we", "my", "our", "us", "me"})
_SENTENCE_MARKS: Final = frozenset({".", "!", "?", "…"})
_LONGEST_NAME: Final = 12
"""Tokens of a signature with its place and trade."""
_LONGEST_BARE_NAME: Final = 6


def find_signatures(parsed: Parsed) -> list[Candidate]:
    """Return one attribution for each signature, its content the paragraph it signs."""
    found: list[Candidate] = []
    for number, paragraph in enumerate(parsed.paragraphs):
        before = parsed.paragraphs[number - 1] if number else None
        candidate = _signed_inside(parsed, paragraph)
        if candidate is None and before is not None:
            candidate = _signed_below(parsed, before, paragraph)
        if candidate is not None:
            found.append(candidate)
    return found


def _signed_inside(parsed: Parsed, paragraph: Stretch) -> Candidate | None:
    """A dash or an opening bracket behind the end of what is said, and then a name to the end of the paragraph."""
    tokens = parsed.tokens[paragraph.first : paragraph.last]
    for at in range(len(tokens) - 2, max(1, len(tokens) - _LONGEST_NAME), -1):
        mark, before = tokens[at], tokens[at - 1]
        ends = before.text in CLOSING | DOUBLE | SINGLE | _SENTENCE_MARKS
        if not ends or (mark.text not in _DASHES and mark.text != "("):
            continue
        name = _name_in(tokens[at + 1 :])
        if name and _is_sparse(tokens[at + 1 :]):
            return _signed(name, mark, tokens[:at])
    return None


def _signed_below(parsed: Parsed, said: Stretch, paragraph: Stretch) -> Candidate | None:
    tokens = parsed.tokens[paragraph.first : paragraph.last]
    words = [t.text.lower() for t in tokens]
    first = words.index("signed") + 1 if "signed" in words[:2] else 1 if words[0] in _DASHES else 0
    if len(tokens) > _LONGEST_NAME or words[-1] in _SENTENCE_MARKS | {":"} or not _is_sparse(tokens[first:]):
        return None
    content = parsed.tokens[said.first : said.last]
    if first:
        name = _name_in(list(dropwhile(lambda t: t.pos == "PUNCT", tokens[first:])))
        return _signed(name, tokens[first - 1], content) if name else None
    own = any(t.text.lower() in _OWN_VOICE for t in content) and content[-1].text in _SENTENCE_MARKS
    name = _name_in(tokens)
    if own and name and len(name) == len(tokens) <= _LONGEST_BARE_NAME:
        return _signed(name, tokens[-1], content)
    return None


def _name_in(tokens: tuple[Token, ...] | list[Token]) -> list[Token]:
    """The name a signature begins with, up to its first comma."""
    name: list[Token] = []
    for token in tokens:
        if token.pos == "PUNCT" and token.text not in ("-", "’", "'", "."):
            break
        name.append(token)
    named = any(t.text[:1].isupper() and t.pos in ("PROPN", "NOUN", "ADJ") for t in name)
    return name if named and name[0].text[:1].isupper() else []


def _is_sparse(tokens: tuple[Token, ...] | list[Token]) -> bool:
    return not any(t.pos in ("VERB", "AUX", "PRON") and not t.text[:1].isupper() for t in tokens)


def _signed(name: list[Token], cue: Token, content: tuple[Token, ...] | list[Token]) -> Candidate | None:
    words = [t for t in content if t.pos != "PUNCT"]
    if len(words) < 2:
        return None
    source = frozenset(t.index for t in name) - {cue.index} or frozenset({cue.index})
    return Candidate(
        source=source, cue=frozenset({cue.index}), content=frozenset(t.index for t in content), anchor=cue.index,
        kind="label", cue_class=CueClass.SPEECH,
    )  # fmt: skip
