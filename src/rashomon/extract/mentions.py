"""Actors named in a stretch of text, and whom a pronoun stands for: names by part of speech, states by gazetteer."""

import re
from typing import Final

from rashomon.extract.animacy import CALENDAR, may_act
from rashomon.extract.clauses import phrase_of
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.model.claim import Mention
from rashomon.model.places import state_of, states_in
from rashomon.model.vocabulary import MentionRole

_CLIENT: Final = re.compile(
    r"\b(?:[Cc]ounsel|[Ll]awyers?|[Aa]ttorneys?|[Ss]olicitors?|[Ff]amily|[Ss]pokes\w+) (?:for|of) "
    r"((?:[A-Z][\w'’-]+ ?)+)"
)
_PERSON_PLACES: Final = frozenset({"nsubj", "nsubjpass", "appos", "dobj", "conj", "pobj", "ROOT"})
_PERSON_ENDINGS: Final = (
    "man",
    "woman",
    "er",
    "or",
    "ist",
    "ian",
    "guard",
    "student",
    "pilot",
    "suspect",
    "soldier",
    "boy",
)
_PERSONS: Final = frozenset(
    """
        colleague friend witness neighbour chief boss captain colonel general nurse clerk agent official sergeant
        corporal lieutenant major admiral relative cousin brother uncle boy girl aide spy rebel insider militant
        terrorist convict
        """.split()
)
_LOCATIVES: Final = frozenset(
    """
        in at near around outside inside across over into through within throughout above against on under beneath
        below beyond
    """.split()
)
_REACH: Final = 400
"""How many tokens back a pronoun looks for its name: about four paragraphs of news."""


def find_mentions(parsed: Parsed, first: int, last: int) -> tuple[Mention, ...]:
    """Return the named actors, and nouns with a state's adjective, among tokens first..last (exclusive), in order."""
    found: list[Mention] = []
    at = first
    while at < last:
        if not _starts_name(parsed, at):
            at += 1
            continue
        end = at + 1
        while end < last and (_continues_name(parsed, end) or _joins(parsed, end, last)):
            end += 1
        found.append(_mention(parsed, at, end))
        at = end
    for token in parsed.tokens[first:last]:
        if token.pos == "NOUN" and token.dep in {"nsubj", "nsubjpass", "pobj", "dobj", "attr", "conj"}:
            head, tail = phrase_of(parsed, token.index)
            head, tail = max(head, first), min(tail, last)
            if head < tail and not any(m.start <= token.start < m.end for m in found):
                found.append(_mention(parsed, head, tail))
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def resolve_pronoun(parsed: Parsed, index: int, *, speaker: str = "") -> str | None:
    """Return whom a pronoun stands for: the nearest fitting noun before it, or None.

    *He* and *she* look for a person within a few paragraphs, then for the client of a speaker who speaks for somebody
    ("Counsel for X"); *they* looks for actors in its own sentence.
    """
    token = parsed.tokens[index]
    if any(parsed.tokens[c].dep == "relcl" for c in token.children):
        return None  # "he who gains": whoever that may be
    if token.text.lower() in {"they", "them", "themselves"}:
        return _plural_before(parsed, index)
    for at in range(index - 1, max(-1, index - _REACH), -1):
        name = _person_at(parsed, at)
        if name:
            return name
    client = _CLIENT.search(speaker)
    return client[1] if client else None


def _person_at(parsed: Parsed, at: int) -> str:
    token = parsed.tokens[at]
    if token.dep not in _PERSON_PLACES or state_of(token.text) or not may_act(token) or _is_place(parsed, at):
        return ""
    first, last = phrase_of(parsed, at)
    if token.pos == "PROPN":
        name = " ".join(t.text for t in parsed.tokens[first:last] if t.pos == "PROPN" and not state_of(t.text))
        return "" if name.isupper() or name.lower().startswith("the ") else name
    # A common noun stands for one person only where it is singular and ends like the nouns of persons.
    person = token.lemma.endswith(_PERSON_ENDINGS) or token.lemma in _PERSONS
    singular = token.pos == "NOUN" and token.tag == "NN" and person
    return parsed.words(first, at + 1) if singular else ""


def _plural_before(parsed: Parsed, index: int) -> str | None:
    sentence = parsed.sentence_of(parsed.tokens[index])
    for at in range(index - 1, sentence.first - 1, -1):
        token = parsed.tokens[at]
        if token.tag in {"NNS", "NNPS"} and may_act(token):
            return parsed.words(*phrase_of(parsed, at))
    return None


def _starts_name(parsed: Parsed, at: int) -> bool:
    token = parsed.tokens[at]
    if not token.text[0].isupper() or token.text.lower() in CALENDAR:
        return False
    return token.pos == "PROPN" or state_of(token.text) is not None


def _continues_name(parsed: Parsed, at: int) -> bool:
    token = parsed.tokens[at]
    return token.text[0].isupper() and (token.pos == "PROPN" or state_of(token.text) is not None)


def _joins(parsed: Parsed, at: int, last: int) -> bool:
    return parsed.tokens[at].text.lower() in {"of", "-"} and at + 1 < last and _continues_name(parsed, at + 1)


def _is_agent(parsed: Parsed, token: Token) -> bool:
    return token.dep == "pobj" and token.head != NO_HEAD and parsed.tokens[token.head].dep == "agent"


def _is_place(parsed: Parsed, index: int) -> bool:
    token = parsed.tokens[index]
    return token.dep == "pobj" and token.head != NO_HEAD and parsed.tokens[token.head].text.lower() in _LOCATIVES


def _mention(parsed: Parsed, first: int, last: int) -> Mention:
    start, end = parsed.tokens[first].start, parsed.tokens[last - 1].end
    text = parsed.text[start:end]
    label = "state" if states_in(text) else "name" if parsed.tokens[first].pos == "PROPN" else "noun"
    subject = any(t.dep == "nsubj" or _is_agent(parsed, t) for t in parsed.tokens[first:last])
    target = any(t.dep in {"dobj", "nsubjpass"} for t in parsed.tokens[first:last])
    role = MentionRole.AGENT if subject else MentionRole.TARGET if target else MentionRole.OTHER
    if label != "noun" and any(_is_place(parsed, index) for index in range(first, last)):
        role = MentionRole.PLACE
    return Mention(text=text, label=label, start=start, end=end, role=role)
