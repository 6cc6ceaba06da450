"""Who is no suspect though reports name him beside the deed: media, inquiries, offices, the victims themselves.

A channel that was sent a tape, a commission that looks into the matter, a ministry that speaks: each is named for its
work. It is a suspect only where somebody else says outright that it did the deed. Nor does a name make one that stands
for what somebody said (*the Bureau's announcement*).
"""

import re
from collections.abc import Mapping
from typing import Final

from rashomon.hypothesize.actors import GROUPS, Actor
from rashomon.hypothesize.media import names_medium
from rashomon.hypothesize.reading import Reading
from rashomon.hypothesize.stems import split_words, stem_of
from rashomon.model.places import BODY_WORDS, INSTITUTIONS, states_in

_INQUIRIES: Final = frozenset(
    """
        commission inquiry enquiry tribunal court panel board mission committee investigation inspectorate coroner
        prosecution prosecutor ombudsman jury observer organiser organizer
        """.split()
)
_POSSESSED: Final = re.compile(r"['’]s? ((?:[a-z][\w-]* )*[a-z][\w-]*)$")
_SAYINGS: Final = frozenset(
    """
        account accusation address admission analysis announcement answer article assessment assurance calculation
        certainty claim comment communique conclusion decision denial document estimate evidence explanation figure
        file finding hint idea interview judgement judgment letter memo message note opinion order paper picture
        position press question record remark report request reply silence speech statement story suggestion suspicion
        testimony theory tweet verdict version view visit warning word
        """.split()
)


def is_saying(phrase: str) -> bool:
    """Tell whether a phrase is what somebody said or wrote (*the Bureau's announcement*), not somebody."""
    owned = _POSSESSED.search(phrase)
    return owned is not None and stem_of(owned[1].split()[-1]) in _SAYINGS


def names_victims(reading: Reading, phrase: str) -> bool:
    """Tell whether a phrase names a state's people that the question says it was done to, in its own words."""
    states = states_in(phrase)
    words = {stem_of(word) for word in split_words(phrase)} - {"the"}
    own = words - {stem_of(word) for start, end, _ in states for word in split_words(phrase[start:end])}
    return bool(own and states) and words <= {stem_of(word) for word in split_words(reading.question.text)}


def is_no_suspect(reading: Reading, phrase: str) -> bool:
    """Tell whether a phrase cannot name who did it: what somebody said, or those it was done to."""
    return is_saying(phrase) or names_victims(reading, phrase)


def is_named_for_its_work(actor: Actor) -> bool:
    """Tell whether an actor is a medium, an inquiry or an office with no name beyond its kind."""
    if actor.camp:
        return False
    words = [stem_of(word) for word in split_words(actor.name)]
    if not words:
        return False
    if names_medium(actor.name) or words[-1] in _INQUIRIES:
        return True
    bare = all(word in BODY_WORDS or word in INSTITUTIONS for word in words)
    return actor.proper and bare and not actor.words & GROUPS


def accusers(support: Mapping[str, float], actor: Actor, *, outright: float) -> int:
    """Return how many others say outright that an actor did it; `support` as of a candidate."""
    own = actor.name.lower()
    return sum(1 for holder, weight in support.items() if weight >= outright and own not in holder)
