"""What befell the people a number counts: killed, injured, ill, missing, arrested and so on, each one slot.

"Eight dead", "eight people died", "killing eight", "the death toll is eight", "eight lost their lives" all count those
killed. Bodies are a slot of their own: those found may be fewer than those killed.
"""

import re
from typing import Final

from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import children

NOUNS: Final = {
    "dead": "killed", "death": "killed", "fatality": "killed", "victim": "killed", "body": "bodies",
    "corpse": "bodies", "coffin": "bodies", "wounded": "injured", "injury": "injured", "injured": "injured",
    "casualty": "casualties", "arrest": "arrested", "hostage": "hostages", "missing": "missing",
    "evacuee": "evacuated", "survivor": "survivors",
}  # fmt: skip
"""Nouns that count those a fate befell; casualties may be dead or hurt, and stay apart."""
_DONE_TO: Final = {
    "kill": "killed", "slay": "killed", "murder": "killed", "massacre": "killed", "martyr": "killed",
    "execute": "killed", "bury": "killed", "mourn": "killed", "claim": "killed", "behead": "killed",
    "drown": "killed", "assassinate": "killed", "crush": "killed",
    "injure": "injured", "wound": "injured", "hurt": "injured", "maim": "injured", "hospitalize": "injured",
    "hospitalise": "injured", "burn": "injured",
    "poison": "ill", "sicken": "ill", "infect": "ill",
    "treat": "treated", "examine": "treated",
    "arrest": "arrested", "detain": "arrested", "imprison": "arrested",
    "charge": "charged", "indict": "charged", "convict": "convicted", "sentence": "convicted",
    "evacuate": "evacuated", "displace": "evacuated", "rescue": "rescued", "save": "rescued",
    "kidnap": "kidnapped", "abduct": "kidnapped", "trap": "trapped", "sack": "dismissed", "dismiss": "dismissed",
}  # fmt: skip
_DOES: Final = {"die": "killed", "perish": "killed", "drown": "killed", "succumb": "killed", "survive": "survivors"}
_STATES: Final = {
    "dead": "killed", "killed": "killed", "wounded": "injured", "injured": "injured", "hurt": "injured",
    "ill": "ill", "sick": "ill", "unwell": "ill", "unconscious": "ill", "poisoned": "ill", "missing": "missing",
    "unaccounted": "missing", "arrested": "arrested", "detained": "arrested", "charged": "charged",
    "evacuated": "evacuated", "homeless": "homeless", "aboard": "people_on_board", "trapped": "trapped",
    "rescued": "rescued",
}  # fmt: skip
_PHRASES: Final = tuple(
    (re.compile(pattern), fate)
    for pattern, fate in (
        (r"\b(?:lost|lose|losing|lost all) (?:their|his|her) (?:own )?(?:life|lives)\b", "killed"),
        (r"\b(?:taken|rushed|brought|admitted|flown|sent) (?:in)?to (?:\w+ ){0,2}hospitals?\b", "injured"),
        (r"\b(?:in|into) (?:a )?(?:critical|serious|grave) condition\b", "ill"),
        (r"\b(?:taken|held|are|is|was|were|remain) (?:in|into) custody\b", "arrested"),
        (r"\b(?:on board|aboard)\b", "people_on_board"),
        (r"\bat risk\b", "people_at_risk"),
        (r"\b(?:not|never) been (?:found|traced|seen)\b", "missing"),
        (r"\b(?:without|lost) (?:their )?homes?\b", "homeless"),
    )
)  # fmt: skip
_TOLL: Final = re.compile(
    r"\b(?:(?P<toll>death toll|toll|dead number(?:ed)?|death count)|number of (?:the )?(?P<of>\w+)(?: [\w'’-]+){0,8}?)"
    r"(?: (?:is|are|was|were|has|had|have|now|stands|stood|rose|rises|risen|climbed|reached|put|fell|fallen|dropped"
    r"|grown|grew|increased|to|at|by|currently|officially|still|of|been|revised|down|up|from)){0,6} $"
)
_TOLL_CHARS: Final = 110
_LINKING: Final = frozenset("leave be find report confirm remain fear feel lie become fall believe presume go".split())
_OBJECTS: Final = frozenset("NUM NOUN PROPN DET ADJ PRON".split())
_ROLES: Final = frozenset("nsubj nsubjpass dobj attr oprd ccomp".split())
_COMPLEMENTS: Final = frozenset("acomp oprd attr ccomp xcomp conj advcl advmod".split())
_CLAUSE_WORDS: Final = 12
_CLAUSE_END: Final = re.compile(
    r"[;:.!?]\s|, (?:and|but|which|who|while)\b|\b(?:after|before|while|but|because|when|as)\b"
)


def fate_of(parsed: Parsed, noun: Token, end: int) -> str:
    """Return what befell the people that a noun or number counts whose phrase ends before token `end`.

    "" where nothing is told.
    """
    if noun.lemma in NOUNS or noun.text.lower() in NOUNS:
        return NOUNS.get(noun.text.lower(), NOUNS.get(noun.lemma, ""))
    return _beside(parsed, end) or _by_verb(parsed, noun) or _by_phrase(parsed, end)


def fate_of_toll(parsed: Parsed, at: int) -> tuple[str, str]:
    """Return the fate a toll before token `at` counts (*the number of dead is*), or the noun; "" for neither."""
    start = parsed.tokens[at].start
    before = re.sub(r"\s+", " ", parsed.text[max(0, start - _TOLL_CHARS) : start].lower())
    match = _TOLL.search(before)
    if match is None:
        return "", ""
    if match["toll"]:
        return "killed", ""
    word = match["of"]
    fate = NOUNS.get(word) or NOUNS.get(word.removesuffix("s")) or _STATES.get(word) or ""
    fate = fate or {"deaths": "killed", "casualties": "casualties", "bodies": "bodies"}.get(word, "")
    return fate, "" if fate else word


def _beside(parsed: Parsed, end: int) -> str:
    """A state right after the people: *two Rangers wounded*, *29 dead*, *81 people on board*."""
    word = parsed.tokens[end].text.lower() if end < len(parsed.tokens) else ""
    after = parsed.tokens[end + 1] if end + 1 < len(parsed.tokens) else None
    if after is not None and parsed.tokens[end].tag == "VBD" and after.pos in _OBJECTS:
        return ""  # "three men wounded two guards"
    if word == "on" and end + 1 < len(parsed.tokens) and parsed.tokens[end + 1].text.lower() == "board":
        return "people_on_board"
    return _STATES.get(word, "")


def _by_verb(parsed: Parsed, noun: Token) -> str:
    """What the verbs say that stand around the people: below them, then above."""
    below = _by_relative(parsed, noun)
    if below:
        return below
    top = _top_of(parsed, noun)
    verb = governor_of(parsed, top)
    if verb is None or verb.pos not in {"VERB", "AUX"} or top.dep not in _ROLES or _is_negated(parsed, verb):
        return ""
    if top.dep == "nsubj":
        fate = "missing" if verb.text.lower() == "missing" else _DOES.get(verb.lemma, "")
        if fate:
            return fate
    passive = _is_passive(parsed, verb, top)
    if passive if top.dep in {"nsubj", "nsubjpass"} else top.dep == "dobj" and not passive:
        fate = _DONE_TO.get(verb.lemma, "")
        if fate and not (verb.lemma == "claim" and noun.lemma not in {"life", "victim"}):
            return fate
    return _by_state(parsed, verb, top)


def _top_of(parsed: Parsed, noun: Token) -> Token:
    """The noun above the people: *hundreds* of *hundreds of people*, *men* of *two men and three women*."""
    top = noun
    while top.head != NO_HEAD:
        head = parsed.tokens[top.head]
        joined = top.dep in {"nummod", "quantmod", "compound"} or "of" in {head.text.lower(), top.text.lower()}
        if not joined and (top.dep != "conj" or head.pos in {"VERB", "AUX"}):
            break
        top = head
    return top


def governor_of(parsed: Parsed, token: Token) -> Token | None:
    """Return the verb a noun belongs to; its main verb where the parse ties the noun to an auxiliary."""
    verb = parsed.tokens[token.head] if token.head != NO_HEAD else None
    if verb is not None and verb.dep in {"aux", "auxpass"} and verb.head != NO_HEAD:
        return parsed.tokens[verb.head]
    return verb


def _by_relative(parsed: Parsed, noun: Token) -> str:
    """*Two people who died*, *nine people killed*, *the ten colleagues whom we have lost*."""
    for child in children(parsed, noun, "relcl", "acl"):
        if any(c.text.lower() not in {"whom", "who", "that"} for c in children(parsed, child, "dobj")):
            continue
        fate = _DOES.get(child.lemma) or (_DONE_TO.get(child.lemma) if child.tag in {"VBN", "VBD"} else "")
        if fate or (child.lemma == "lose" and child.dep == "relcl"):
            return fate or "killed"
    return ""


def _is_passive(parsed: Parsed, verb: Token, top: Token) -> bool:
    if top.dep == "nsubjpass" or children(parsed, verb, "auxpass"):
        return True
    # "Were hurt" is parsed as often active as passive.
    return verb.tag == "VBN" and any(c.lemma == "be" for c in children(parsed, verb, "aux"))


def _by_state(parsed: Parsed, verb: Token, top: Token) -> str:
    """*Are missing*, *left two people dead*."""
    if verb.lemma in _LINKING:
        near = [c for c in children(parsed, verb) if c.index > top.index]
        near += [below for c in near if c.dep in {"ccomp", "oprd", "xcomp"} for below in children(parsed, c)]
        for child in near:
            if child.dep in _COMPLEMENTS and child.text.lower() in _STATES:
                return _STATES[child.text.lower()]
    # "Leaving one person dead": the person is the subject of a clause without a verb.
    if verb.dep in {"ccomp", "oprd"} and top.dep in {"nsubj", "nsubjpass"}:
        return _STATES.get(verb.text.lower(), "")
    return ""


def _is_negated(parsed: Parsed, verb: Token) -> bool:
    return bool(children(parsed, verb, "neg"))


def _by_phrase(parsed: Parsed, end: int) -> str:
    """A phrase later in the same clause: *eight people lost their lives*, *are in critical condition*."""
    if end >= len(parsed.tokens) or end == 0:
        return ""
    sentence = parsed.sentence_of(parsed.tokens[end - 1])
    stop = min(sentence.last, end + _CLAUSE_WORDS)
    if stop <= end:
        return ""
    words = re.sub(r"\s+", " ", parsed.text[parsed.tokens[end].start : parsed.tokens[stop - 1].end].lower())
    cut = _CLAUSE_END.search(words)
    words = words[: cut.start()] if cut else words
    return next((fate for pattern, fate in _PHRASES if pattern.search(words)), "")
