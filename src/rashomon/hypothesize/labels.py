"""What a reader sees an explanation called by: the cleanest noun phrase among those that name it.

Reports name a suspect in passing: *a so-called Red Heron*, *two captured members of the Tarn Brotherhood*, *probably
a fisherman*. An analyst's list has Red Heron, Tarn Brotherhood, fisherman.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from rashomon.hypothesize.stems import STOP_WORDS

_HEDGES: Final = (
    r"(?:so-called|called|named|known as|probably|perhaps|possibly|likely|presumably|maybe|apparently|allegedly|only"
    r"|just|merely|really|alleged|suspected|unidentified|unknown|some|certain|several|any|an?|the|this|that|those|these)"
)
_NUMBER: Final = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|hundreds of|a few|a couple of)"
)
_AT_HEAD: Final = re.compile(rf"^(?:(?:{_HEDGES}|{_NUMBER}) )+", re.IGNORECASE)
_AT_END: Final = re.compile(r" (?:the )?(?:most|more|less|least) (?:likely|probable|plausible)$|['’]s?$|[ ,;:.]+$")
# "The rebels, and not the army": whom a phrase sets apart is no part of the name.
_SET_APART: Final = re.compile(r"(?:,| and\b| but\b)[ ,]*(?:and |but )?(?:not|rather than)\b.*$| rather than .*$")
_ADDED: Final = re.compile(r",\s.*$|\s\(.*$")
_STAYS: Final = (
    r"(?!(?:former|ex|rogue|renegade|dissident|disgruntled|sacked|dismissed|breakaway|exiled|opponents?|enemy|enemies"
    r"|critics?|rivals?|foes?)\b)"
)
_PEOPLE: Final = (
    r"(?:representatives?|members?|officers?|units?|elements|men|women|agents?|operatives|people|militants?|fighters?"
    r"|gunmen|rebels?|guerrillas?|insurgents?|terrorists?|hackers?|followers|supporters|soldiers?|sailors?|divers?"
    r"|pilots?|spies|troops|forces?"
    r"|aircraft|planes?|jets?|warships?|ships?|guns?|gunners|artillery|positions?|wing|cell|branch|leaders?"
    r"|commanders?|executioners|part|faction)"
)
_PEOPLE_OF: Final = re.compile(
    rf"^(?:{_STAYS}[a-z][\w-]* ){{0,3}}?(?i:{_PEOPLE}) (?:of|from|in) (?:(?:the|an?|so-called) )*"
    rf"(?:{_STAYS}[a-z][\w-]* ){{0,3}}(?=[A-Z])"
)
_MEMBERS_OF: Final = re.compile(r"^(?:members?|representatives?|elements|units?) of (?:the|an?) (?=[a-z])")
_LOWER_BEFORE_NAME: Final = re.compile(
    rf"^(?:{_STAYS}[a-z][\w-]* )+(?<! of )(?<! from )(?<! in )"
    r"(?<! of the )(?<! from the )(?<! in the )(?=[A-Z])"
)
_GROUP_AFTER_NAME: Final = re.compile(r"(?<=[a-z\d]) (?:group|organisation|organization|movement)$")
_FILLERS: Final = frozenset("of the for and in de del la al el von van bin".split())
_MOST_WORDS: Final = 4


def clean_name(phrase: str) -> str:
    """Return a phrase that names an actor without hedges, numbers and articles; the group's name for its members."""
    name = _SET_APART.sub("", " ".join(phrase.split()))
    name = _ADDED.sub("", name) or name
    previous = ""
    while name != previous:
        previous = name
        name = _MEMBERS_OF.sub("", _AT_END.sub("", _AT_HEAD.sub("", name)))
        shorter = _GROUP_AFTER_NAME.sub("", _PEOPLE_OF.sub("", name))
        name = shorter if _is_name(shorter) else name
    if (bare := _LOWER_BEFORE_NAME.sub("", name)) != name and _is_name(bare):
        name = bare
    # *The miners* are so called; only before a name an article is no part of it.
    plain = " ".join(phrase.split())
    return plain if not name or (plain == f"the {name}" and name[0].islower()) else name


def choose_name(phrases: Iterable[str]) -> str:
    """Return the cleanest and fullest of the phrases that name one actor, "" for none.

    A name proper before a description, a full name before a part of it, the commoner before the rarer.
    """
    counts = Counter(clean_name(phrase) for phrase in phrases)
    return max(counts, key=lambda name: (_fullness(name), counts[name], -abs(len(name) - 16)), default="")


def _is_name(phrase: str) -> bool:
    """Tell whether a phrase is nothing but a name: every word capitalised, but for *of the* within."""
    words = phrase.split()
    inner = (word[0].isupper() or word[0].isdigit() or word in _FILLERS for word in words)
    return bool(words) and words[0][0].isupper() and words[0].lower() not in STOP_WORDS and all(inner)


def _fullness(name: str) -> int:
    return min(len(name.split()), _MOST_WORDS) if _is_name(name) else 0
