"""What befell the people a number counts: killed, injured, ill, missing, arrested and so on, each one slot.

"Eight dead", "eight people died", "killing eight", "the death toll is eight", "eight lost their lives" all count those
killed. Bodies are a slot of their own: those found may be fewer than those killed.
"""

import re
from itertools import pairwise
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
    "rescued": "rescued", "drowned": "killed", "slain": "killed",
}  # fmt: skip
_NAMING: Final = frozenset("killed arrested detained evacuated rescued trapped drowned slain".split())
"""States that name people without a noun: *among the killed were three children*."""
_LIVES: Final = frozenset("claim cost take lose".split())
"""Verbs by which lives are lost; said of people they tell nothing."""
_ON_BOARD: Final = frozenset("people person soul man woman".split())
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
        (r"\b(?:leave|left|flee|fled|forced from|driven from) their homes\b", "evacuated"),
    )
)  # fmt: skip
_TOLL: Final = re.compile(
    r"\b(?:(?P<toll>(?:death toll|toll)(?: (?:from|of|in) [\w'’ -]{1,60}?)?|dead number(?:ed)?|death count)"
    r"|number of (?:the |those |its )?(?P<of>\w+)(?: [\w'’-]+){0,8}?)"
    r"(?: (?:is|are|was|were|has|had|have|now|stands|stood|rose|rises|risen|climbed|reached|put|fell|fallen|dropped"
    r"|grown|grew|increased|to|at|by|currently|officially|still|of|been|revised|down|up|from|[0-9][0-9,]*)){0,7} $"
)
_LABEL: Final = re.compile(
    r"\b(?P<of>dead|killed|lost|injured|wounded|missing|arrested|detained|rescued|survivors|casualties|victims|hurt)"
    r"(?: ?[:=] ?| (?:were|are) (?:at least |some |about )?"
    r"|[^.;,:]{0,40} number(?:s|ed)? (?:at least |some )?)$"
)
_GROWN: Final = re.compile(
    r"\b(?P<of>\w+s)(?: (?:have|has|had|now|already|later|since|again|slightly))* (?:stand|stands|stood|rose|risen|rise"
    r"|climbed|reached|reach|fell|fallen|dropped|grew|grown|jumped|totall?ed|number|numbered)"
    r"(?: (?:again|slightly|to|at|by|at least|some|about|more than))* $"
)
_TOLL_AFTER: Final = re.compile(r"^,? (?:the|its) (?:total )?number of (?:the |those )?(?P<of>\w+)")
_TOLL_CHARS: Final = 110
_LINKING: Final = frozenset("leave be find report confirm remain fear feel lie become fall believe presume go".split())
_OBJECTS: Final = frozenset("NUM NOUN PROPN DET ADJ PRON".split())
_ROLES: Final = frozenset("nsubj nsubjpass dobj attr oprd ccomp".split())
_COMPLEMENTS: Final = frozenset("acomp oprd attr ccomp xcomp conj advcl advmod".split())
_PARTIAL: Final = (("of", "whom"), ("of", "which"))
_OPENING: Final = 4
_VERB_REACH: Final = 5
_CLAUSE_WORDS: Final = 12
_CLAUSE_END: Final = re.compile(
    r"[;:.!?]\s|, (?:and|but|which|who|while)\b|\b(?:after|before|while|but|because|when|as)\b"
)


def fate_after(parsed: Parsed, end: int) -> str:
    """Return what the words after token `end` say befell people (*12 were later charged*), "" for nothing.

    Read in order, for numbers that the parse ties to nothing.
    """
    passive = False
    for token in parsed.tokens[end : end + _VERB_REACH]:
        word = token.text.lower()
        if token.pos == "VERB" or word in _STATES:
            done = _DONE_TO.get(token.lemma, "") if passive and token.tag in {"VBN", "VBD"} else ""
            done = "" if token.lemma in _LIVES else done
            return done or _DOES.get(token.lemma, "") or (_STATES.get(word, "") if passive else "")
        if token.pos not in {"AUX", "ADV"} or word in {"not", "never"}:
            return ""
        passive = passive or token.lemma == "be" or word in {"been", "were", "was", "are"}
    return ""


def fate_told_after(parsed: Parsed, end: int) -> str:
    """Return the fate in *brought to 15 the number of victims*, "" elsewhere; the number ends before token `end`."""
    start = parsed.tokens[end - 1].end
    match = _TOLL_AFTER.match(parsed.text[start : start + _TOLL_CHARS].lower())
    return fate_named(match["of"]) or _STATES.get(match["of"], "") if match is not None else ""


def fate_of(parsed: Parsed, noun: Token, end: int) -> str:
    """Return what befell the people that a noun or number counts whose phrase ends before token `end`.

    "" where nothing is told.
    """
    named = fate_named(noun.text.lower()) or NOUNS.get(noun.lemma, "")
    if named:
        return named
    return fate_beside(parsed, end) or _by_adjective(parsed, noun) or _by_verb(parsed, noun) or _by_phrase(parsed, end)


def fate_named(word: str) -> str:
    """Return the fate a word in lower case names by itself (*dead*, *corpses*, *wounded*); "" for none."""
    for one in (word, word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y"):
        if one in NOUNS:
            return NOUNS[one]
    return _STATES.get(word, "") if word in _NAMING else ""


def fate_of_toll(parsed: Parsed, at: int) -> tuple[str, str]:
    """Return the fate a toll before token `at` counts (*the number of dead is*), or the noun; "" for neither."""
    start = parsed.tokens[at].start
    before = re.sub(r"\s+", " ", parsed.text[max(0, start - _TOLL_CHARS) : start].lower())
    match = _TOLL.search(before)
    if match is None:
        label, grown = _LABEL.search(before), _GROWN.search(before)
        word = label["of"] if label is not None else ""
        fate = "killed" if word == "lost" else fate_named(word) or _STATES.get(word, "")
        return fate or (fate_named(grown["of"]) if grown is not None else ""), ""
    if match["toll"]:
        return "killed", ""
    word = match["of"]
    fate = fate_named(word) or _STATES.get(word, "")
    return fate, "" if fate else word


def fate_beside(parsed: Parsed, end: int) -> str:
    """Return a state right after the people: *two Rangers wounded*, *29 dead*, *81 people on board*."""
    word = parsed.tokens[end].text.lower() if end < len(parsed.tokens) else ""
    after = parsed.tokens[end + 1] if end + 1 < len(parsed.tokens) else None
    if after is not None and parsed.tokens[end].tag == "VBD" and after.pos in _OBJECTS:
        return ""  # "three men wounded two guards"
    if word == "on" and end + 1 < len(parsed.tokens) and parsed.tokens[end + 1].text.lower() == "board":
        return "people_on_board"
    done = parsed.tokens[end].lemma if word and parsed.tokens[end].tag in {"VBN", "VBD"} else ""
    return _STATES.get(word, "") or (_DONE_TO.get(done, "") if done not in _LIVES else "")


def _by_adjective(parsed: Parsed, noun: Token) -> str:
    """*Five wounded men*, *30 missing persons*."""
    before = (child for child in children(parsed, noun, "amod") if child.index < noun.index)
    # "A booby-trapped lorry" traps nobody.
    words = (child.text.lower() for child in before if parsed.text[max(0, child.start - 1)] != "-")
    return next((_STATES[word] for word in words if word in _STATES), "")


def _by_verb(parsed: Parsed, noun: Token) -> str:
    """What the verbs say that stand around the people: below them, then above."""
    below = _by_relative(parsed, noun)
    if below:
        return below
    top = top_of(parsed, noun)
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
        if verb.lemma in _LIVES:
            fate = "killed" if noun.lemma in {"life", "victim"} or (passive and verb.lemma == "lose") else ""
        if fate:
            return fate
        carried = verb.lemma == "carry" and noun.lemma in _ON_BOARD and not _is_carried_off(parsed, verb)
        if carried:
            return "people_on_board"
    return _by_state(parsed, verb, top)


def _is_carried_off(parsed: Parsed, verb: Token) -> bool:
    """*They carried two men out*, *stretchers carried to the road*: people are carried somewhere, not aboard."""
    return not children(parsed, verb, "nsubj") or bool(children(parsed, verb, "prt", "prep", "advmod"))


def top_of(parsed: Parsed, noun: Token) -> Token:
    """Return the noun above the people: *hundreds* of *hundreds of people*, *men* of *two men and three women*."""
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
        opening = [t.text.lower() for t in parsed.tokens[child.left : child.left + _OPENING]]
        if any(pair in _PARTIAL for pair in pairwise(opening)):
            continue  # "forty patients, of whom five died", "five guards, two of whom died"
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
