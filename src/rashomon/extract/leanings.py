"""Where a writer leans: words by which an author's own sentence is an opinion, not a report."""

import re
from typing import Final

_LEANING: Final = re.compile(
    r"\b(?:seems?|seemed|appears?|appeared) (?:to|like|as|that|\w+ly|it|he|she|they|\w+)\b"
    r"|\b(?:does|do|did)(?:n['’]t| not)? (?:seem|appear|look|sound)\b|\b(?:looks?|sounds?|feels?) (?:like|as if"
    r"|as though)\b"
    r"|\b(?:I|we) (?:think|believe|suspect|guess|doubt|suppose|find|feel|fear|lean|bet|reckon|consider|would (?:bet"
    r"|say|guess))\b"
    r"|\bI['’](?:m|d|ve) \w+|\b(?:in|to) my (?:view|opinion|mind|judgement|eyes)\b|\bmy (?:money|guess|bet|hunch"
    r"|feeling|view)\b"
    r"|\b(?:obviously|surely|to say the least|frankly|admittedly|clearly|arguably)\b"
    r"|\bsomething to be said for\b|\b(?:may|might) (?:very )?well be\b|\bit is (?:hard|difficult|easy|tempting) to\b"
    r"|\b(?:absurd|ridiculous|preposterous|nonsense|implausible|far-fetched|laughable|persuasive|convincing"
    r"|plausible)\b",
    re.IGNORECASE,
)
_LONGEST_READ: Final = 1_000


def leans(text: str) -> bool:
    """Tell whether a sentence nobody is quoted in weighs or judges rather than reports."""
    return _LEANING.search(text[:_LONGEST_READ]) is not None
