"""Which state's a body is where its name does not say ("the foreign ministry"): by its place in the report.

A state that is merely spoken of says nothing: after a sentence on an attack, "the air force said" is most often the air
force of who was attacked. A state must stand right beside the name, publish, speak alone in the paragraph, or date it.
"""

import re
from typing import Final

from rashomon.link.names_met import Met
from rashomon.link.scene import Scene
from rashomon.link.source_names import KeySort, SourceKey
from rashomon.model.places import camp_of, states_in

_DATELINE: Final = re.compile(
    r"^\s*(?P<place>[A-Z][A-Z .'’-]{2,30}?)(?:,[^\n–—-]{0,30})?\s*(?:\([^)\n]{2,40}\)\s*)?[-–—]"
)
_POSSESSIVE_GAP: Final = re.compile(r"(?:['’]s?)?\s+")
_ARTICLE: Final = re.compile(r"the\s+", re.IGNORECASE)
_JOINED: Final = re.compile(r"\s+(?:in|of)\s+")
_NEAR_CHARS: Final = 400
_BESIDE_CHARS: Final = 40


def find_unsaid_state(met: Met, scene: Scene) -> tuple[str, str] | None:
    """Return the state whose body a name means, and how one can tell; None where the report leaves it open."""
    document = scene.documents[met.document_id]
    official = camp_of(document.publisher) if document.publisher else None
    if met.start < 0:
        return (official, f"{document.publisher} publishes the report") if official else None
    before = document.text[max(0, met.start - _BESIDE_CHARS) : met.start]
    for _, end, state in states_in(before)[-1:]:
        if _POSSESSIVE_GAP.fullmatch(before, end):
            return state, "named right before it"
    for start, _, state in states_in(_words_after(met, document.text))[:1]:
        if start == 0:
            return state, "named right after it"
    if official:
        return official, f"{document.publisher} publishes the report"
    return _state_of_speakers(met, scene)


def _words_after(met: Met, text: str) -> str:
    """Return the words behind "in" or "of" that follow a name; "" where neither follows."""
    article = _ARTICLE.match(text, met.start)
    start = article.end() if article else met.start
    end = start + len(met.name)
    joined = _JOINED.match(text, end) if text[start:end].casefold() == met.name.casefold() else None
    return text[joined.end() : joined.end() + _BESIDE_CHARS] if joined else ""


def _state_of_speakers(met: Met, scene: Scene) -> tuple[str, str] | None:
    """The state that spoke before in the same paragraph, if only one did; else that of the dateline."""
    text = scene.documents[met.document_id].text
    first = text.rfind("\n", 0, met.start) + 1
    speaking = [
        (one.start, _state_in_key(one.key), one.name)
        for one in scene.met_in[met.document_id]
        if one.start >= 0 and _state_in_key(one.key)
    ]
    dateline = _DATELINE.match(text)
    place = dateline["place"].title() if dateline else ""
    home = {state for _, _, state in states_in(place)[:1]}
    before = [said for said in speaking if max(first, met.start - _NEAR_CHARS) <= said[0] < met.start]
    states = {state for _, state, _ in before} | home
    if before and len(states) == 1:
        return max(before)[1], f"{max(before)[2]} speaks just before"
    if home and {state for _, state, _ in speaking} <= home:
        return next(iter(home)), f"the report comes from {place}"
    return None


def _state_in_key(key: SourceKey) -> str:
    return key.words[0] if key.sort in (KeySort.STATE, KeySort.BODY) else ""
