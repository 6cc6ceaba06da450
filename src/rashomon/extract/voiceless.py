"""Sources that say nothing of their own: things that show something, and *nobody*, *anybody*, *somebody*.

*The signals indicate an explosion*, *the crater proves nothing*, *nobody believes in the boy*: whoever writes it says
so. A document speaks (*the report says*); a trace does not.
"""

from __future__ import annotations

from typing import Final

from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.units import tokens_in
from rashomon.model.attribution import Attribution

_THINGS: Final = frozenset(
    """
        absence angle bang blast bullet burn camera circumstance clue code collapse condition consideration crater
        damage data debris detail difference direction distance dust echo engine event evidence example explosion
        fact figure film fingerprint fire fit footage fragment fuse glass ground history hole image incident
        indication information instrument length logic mark material math method metal missile moment motive name
        needle noise number object pattern photo photograph physics picture piece place plane point position powder
        precedent proof radar reading recorder recording residue result scene sensor shape shard shell ship signal
        signature silence site size smell sound speed splinter symptom tape thing timing tool trace trail vehicle
        video voice weapon weather wind work world wound wreck wreckage
    """.split()
)
_ANYBODY: Final = frozenset("none nobody nothing anything anyone anybody somebody someone those whoever".split())
_ONE: Final = frozenset("no any some".split())


def is_voiceless(parsed: Parsed, attribution: Attribution) -> bool:
    """Tell whether an attribution's source is a thing, or nobody in particular, so that its claims are the author's."""
    source = tuple(tokens_in(parsed, attribution.source))
    if not source:
        return False
    head = _head_of(parsed, source)
    if head.text.lower() in _ANYBODY:
        return True
    if head.text.lower() == "one" and parsed.tokens[max(0, head.index - 1)].text.lower() in _ONE:
        return True
    return head.pos == "NOUN" and head.lemma in _THINGS


def _head_of(parsed: Parsed, source: tuple[int, ...]) -> Token:
    inside = set(source)
    tops = [t for i in source if (t := parsed.tokens[i]).head not in inside and t.pos not in {"DET", "PUNCT", "ADP"}]
    return next((t for t in tops if t.pos in {"NOUN", "PROPN", "PRON"}), tops[0] if tops else parsed.tokens[source[0]])
