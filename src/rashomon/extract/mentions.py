"""Actors named in a stretch of text, and the person a pronoun stands for: names by part of speech, states by the gazetteer."""

from typing import Final

from rashomon.extract.clauses import phrase_of
from rashomon.extract.parsing import Parsed
from rashomon.model.claim import Mention
from rashomon.model.places import state_of, states_in
from rashomon.model.vocabulary import MentionRole

_PERSONAL: Final = frozenset({"he", "she", "him", "her", "himself", "herself", "his"})
_CALENDAR: Final = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december
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


def resolve_pronoun(parsed: Parsed, index: int) -> str | None:
    """Return the name *he* or *she* stands for: the nearest person's name before it that was a subject; None if none."""
    if parsed.tokens[index].text.lower() not in _PERSONAL:
        return None
    for at in range(index - 1, max(-1, index - _REACH), -1):
        token = parsed.tokens[at]
        if (
            token.pos == "PROPN"
            and token.dep in {"nsubj", "nsubjpass", "appos", "dobj", "conj"}
            and not state_of(token.text)
        ):
            first, last = phrase_of(parsed, at)
            name = " ".join(t.text for t in parsed.tokens[first:last] if t.pos == "PROPN" and not state_of(t.text))
            if name and name.lower() not in _CALENDAR:
                return name
    return None


def _starts_name(parsed: Parsed, at: int) -> bool:
    token = parsed.tokens[at]
    if not token.text[0].isupper() or token.text.lower() in _CALENDAR:
        return False
    return token.pos == "PROPN" or state_of(token.text) is not None


def _continues_name(parsed: Parsed, at: int) -> bool:
    token = parsed.tokens[at]
    return token.text[0].isupper() and (token.pos == "PROPN" or state_of(token.text) is not None)


def _joins(parsed: Parsed, at: int, last: int) -> bool:
    return parsed.tokens[at].text.lower() in {"of", "-"} and at + 1 < last and _continues_name(parsed, at + 1)


def _mention(parsed: Parsed, first: int, last: int) -> Mention:
    start, end = parsed.tokens[first].start, parsed.tokens[last - 1].end
    text = parsed.text[start:end]
    label = "state" if states_in(text) else "name" if parsed.tokens[first].pos == "PROPN" else "noun"
    subject = any(t.dep in {"nsubj", "agent"} for t in parsed.tokens[first:last])
    target = any(t.dep in {"dobj", "nsubjpass"} for t in parsed.tokens[first:last])
    role = MentionRole.AGENT if subject else MentionRole.TARGET if target else MentionRole.OTHER
    return Mention(text=text, label=label, start=start, end=end, role=role)
