"""Words by which news sets one event beside another: what follows upon it, what is foreseen, what answers a blow."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_KINDS: Final = {
    "arrest": "arrested arrest arrests detained detention custody",
    "charges": "indicted indictment indictments arraigned",
    "trial": "trial sentenced convicted acquitted acquittal",
    "hearing": "hearing hearings inquest",
    "sanctions": "sanctions sanctioned",
    "expulsion": "expelled expulsion expulsions",
    "resignation": "resigned resignation resignations",
    "funeral": "funeral funerals buried burial",
    "exhumation": "exhumed exhumation exhumations",
    "vote": "vote votes election elections referendum",
    "evacuation": "evacuated evacuation evacuations",
    "retaliation": "retaliation retaliated retaliate retaliates reprisal reprisals",
    "counteroffensive": "counteroffensive counterattack counterattacks",
    "protest": "protest protests demonstration demonstrations",
    "ceasefire": "ceasefire truce armistice",
}
FOLLOW_UPS: Final[Mapping[str, str]] = MappingProxyType(
    {word: kind for kind, words in _KINDS.items() for word in words.split()}
)
"""Words for what follows upon an event or is set beside it, with their kind."""

_FORESEEN: Final = re.compile(
    r"\b(?:will|shall|vow(?:ed|s)? to|threaten(?:ed|s)?(?: to)?|plan(?:s|ned)? to|planning|planned|expected(?: to)?"
    r"|feared|(?:is|are) to|going to|prepar(?:es?|ing|ations?)(?: to| for)?|looming|upcoming|imminent"
    r"|warn(?:ed|s)? of|future"
    r"|would (?:strike|hit|attack|retaliate|respond)(?: back)?|ahead of)\s+(?:\S+\s+){0,4}$",
    re.IGNORECASE,
)
_RETALIATION: Final = re.compile(
    r"\b(?:in (?:retaliation|reprisal|revenge|response) (?:for|to)|retaliatory"
    r"|(?:days|weeks|months|years) (?:later|afterwards))\b",
    re.IGNORECASE,
)
_SIMULTANEOUS: Final = re.compile(
    r"\b(?:the same (?:night|day|morning|evening|time)|that (?:night|day|morning|evening)"
    r"|(?:hours|minutes) (?:earlier|before|later|after)|simultaneous(?:ly)?|meanwhile)\b",
    re.IGNORECASE,
)
_LOOK_CHARS: Final = 90


def is_foreseen(words: str, start: int, place: int) -> bool:
    """Tell whether what is named at a place was still to come when it was told ("vowed to strike", "feared attack")."""
    return _FORESEEN.search(words[max(start, place - _LOOK_CHARS) : place]) is not None


def is_retaliation(segment: str) -> bool:
    """Tell whether a stretch of a sentence speaks of what came afterwards, or in answer to something."""
    return _RETALIATION.search(segment) is not None


def is_simultaneous(segment: str) -> bool:
    """Tell whether a stretch of a sentence sets what it names at the time of something else."""
    return _SIMULTANEOUS.search(segment) is not None
