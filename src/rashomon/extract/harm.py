"""Harmful deeds: the verbs of a clause by which somebody is said to have done harm, and who that is.

Stricter than the frames' words for deeds, which are about any event: *cut taxes* and *ordered an inquiry* blame nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rashomon.extract import deeds
from rashomon.extract.animacy import may_act
from rashomon.extract.clauses import understood_subject_of
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child

_HARM: Final = frozenset(
    """
    abandon abduct abet abuse ambush annihilate arm assassinate assault attack bankroll batter beat behead betray
    blackmail blast bomb bombard breach bribe bug burn cheat coerce compromise conceal contaminate corrupt cripple
    damage deceive deface defraud demolish derail destroy detonate disable doctor drown dynamite embezzle endanger evict
    execute extort fabricate falsify finance firebomb flood forge gas hack harm hide hijack ignite ignore incite
    infiltrate injure intimidate invade invent jam kidnap kill launder leak lock loot lynch maim manipulate mastermind
    massacre mislead molest mow murder neglect obstruct orchestrate oust pelt perpetrate persecute pillage plot plunder
    poison pollute provoke punish raid ram ransack rape raze rig rob ruin sabotage scuttle sever shell shoot shred
    silence slash slaughter slay smear smuggle spy stab starve steal stifle stone storm strafe strangle suppress swindle
    tamper target terrorise terrorize thwart topple torch torpedo torture trample trap undermine unleash vandalise
    vandalize wiretap withhold wound wreck
    """.split()
)
_WITH_PARTICLE: Final = frozenset(
    """
    bring-down shoot-down gun-down tear-down tear-up run-over run-down knock-down burn-down blow-up blow-down tip-off
    wipe-out cut-off cut-down mow-down beat-up cover-up set-off take-down hush-up hold-up
    """.split()
)
_WEAPONS: Final = frozenset(
    """
    bomb mine grenade missile rocket shell torpedo gas poison virus explosive munition petrol-bomb firebomb stone brick
    bottle molotov nail drone malware charge
    """.split()
)
_USING: Final = frozenset("drop lay plant use fire launch throw hurl strew lob release deploy".split())
_OUTBREAKS: Final = frozenset(
    """
    it this fire blaze riot fight war violence trouble shooting stampede crush brawl panic mob attack raid assault coup
    massacre lynching clash crash pile-up disaster shootout unrest looting explosion outbreak collapse death fuse
    """.split()
)
_BEGINNING: Final = frozenset("begin start cause lead instigate trigger light set open order".split())
"""Verbs that do harm by what they begin: *started the riot*, *opened fire*, *set fire to it*."""
_PERFORMING: Final = frozenset(
    "carry stage mount launch conduct commit perpetrate plan order lead organise organize".split()
)
_CIVILIAN: Final = frozenset(
    """
    hospital clinic school market house home village town church mosque temple convoy bus train bridge dam plant station
    embassy camp crowd civilian child protester patient passenger building cable pipeline pipe fence wire line rope
    railway road harbour harbor ship boat vessel plane airliner jet helicopter tanker ferry power electricity water
    supply throat brake mast tower
    """.split()
)
_STRIKING: Final = frozenset("hit strike cut mine sink down block crash shut break smash light".split())
"""Verbs that do harm to people and to what they live by: *hit a school*, *cut the cable*."""
_BY_HELP: Final = frozenset("order have pay hire tell help force let instruct get make use show send".split())
"""Verbs by whose subject another does the harm: *ordered the hall burnt down*."""
_ILL_GAINS: Final = frozenset("bribe kickback hostage backhander ransom payoff".split())
_ANYWAY: Final = frozenset("anyway regardless nonetheless nevertheless knowingly".split())
_GUILTY: Final = deeds.BE_GUILTY | frozenset("behind lying negligent reckless corrupt".split())
_NEGLECTED: Final = frozenset(
    """
    worn faulty leak gas hack risk danger defect breach attack threat fraud abuse corruption plot crime crack flaw rot
    unsafe dangerous contaminated poisoned broken warning
    """.split()
)
"""What a body that knew of it ought to have dealt with."""
_NEUTRAL: Final = frozenset(
    """
    order launch release publish direct conduct arrange plan organise organize dispatch install insert deploy authorise
    authorize stage lay open make take put place send use post hire
    """.split()
)
"""Verbs for deeds that blame somebody only with some objects."""
_VEHICLES: Final = deeds.CRAFT | frozenset("tanker drone truck missile rocket shell gun".split())
"""Things that act for whoever steers them."""
_STEERING: Final = frozenset("army navy naval military police air enemy rebel government state coalition".split())
_COMMANDING: Final = frozenset("rig order direct plan plot orchestrate command steer control".split())


def deeds_of(parsed: Parsed, gist: Token) -> Iterator[Token]:
    """The verbs of a clause, and of those joined to it, by which somebody is said to have done harm."""
    waiting = [gist]
    while waiting:
        verb = waiting.pop(0)
        waiting.extend(c for c in children(parsed, verb, "conj") if c.pos in {"VERB", "AUX"})
        if verb.pos not in {"VERB", "AUX"}:
            continue
        if _does_harm(parsed, verb):
            yield verb


def doer_of(parsed: Parsed, verb: Token) -> Token | None:
    """Who does a deed; in the passive whoever is named by *by*, or whence or on whose orders it came."""
    if first_child(parsed, verb, "nsubjpass", "auxpass") is None:
        return understood_subject_of(parsed, verb)
    for prep in children(parsed, verb, "agent", "prep"):
        named, word = first_child(parsed, prep, "pobj"), prep.text.lower()
        if named is None:
            continue
        if word == "by" and is_actor(parsed, named):
            return named
        if _is_order(parsed, prep):
            return next((n for p in children(parsed, named, "prep") for n in children(parsed, p, "pobj")), None)
        # "Fired from a Norlandic submarine", "rigged from the palace".
        if word == "from" and (_is_owned(parsed, named) or verb.lemma in _COMMANDING):
            return named
    return None


def is_blameable(parsed: Parsed, verb: Token) -> bool:
    """Whether a frame's word says something bad of its actor: *ordered an inquiry* does not."""
    return verb.lemma not in _NEUTRAL or _does_harm(parsed, verb)


def is_actor(parsed: Parsed, token: Token) -> bool:
    """Whether a noun may be guilty of a deed: a person, a body, a ship or a weapon that is somebody's."""
    if token.lemma in _VEHICLES and token.pos == "NOUN":
        return _is_owned(parsed, token)
    return token.pos == "PROPN" or may_act(token) or token.text.lower() in {"you", "it"}


def has_guilty_doer(parsed: Parsed, verb: Token) -> bool:
    """Whether a deed has a doer who may be guilty of it, named or, in the passive, not named."""
    doer = doer_of(parsed, verb)
    if doer is None:
        return first_child(parsed, verb, "nsubjpass", "auxpass") is not None
    return is_actor(parsed, doer)


def _does_harm(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is a harmful deed, or has another do one."""
    helped: list[Token] = []
    if verb.lemma in _BY_HELP:
        helped = children(parsed, verb, "xcomp", "ccomp", "oprd", "advcl")
        helped += [below for thing in children(parsed, verb, "dobj") for below in children(parsed, thing, "acl")]
    return _is_deed(parsed, verb) or any(_is_deed(parsed, c) for c in helped)


def _is_deed(parsed: Parsed, verb: Token) -> bool:
    if verb.lemma == "be":
        said_of = [
            c for c in children(parsed, verb, "acomp", "prep", "attr", "advmod", "xcomp") if c.index > verb.index
        ]
        return any(c.lemma in _GUILTY or c.lemma in deeds.CULPRITS for c in said_of)
    thing = first_child(parsed, verb, "dobj", "nsubjpass")
    particle = first_child(parsed, verb, "prt")
    if particle is not None:
        return f"{verb.lemma}-{particle.text.lower()}" in _WITH_PARTICLE or _is_deed_to(parsed, verb, thing)
    if verb.lemma == "sink" and thing is not None:
        return True
    if verb.lemma in _HARM or (verb.lemma == "run" and any(c.text == "over" for c in children(parsed, verb, "prep"))):
        return True
    if verb.lemma == "lie" and verb.text.lower() in {"lied", "lying"}:
        return not any(c.text.lower() in {"in", "on", "at", "by"} for c in children(parsed, verb, "prep"))
    if verb.lemma == "know":
        below = parsed.tokens[verb.left : verb.right]
        return any(t.lemma in _NEGLECTED or t.text.lower() in _NEGLECTED for t in below)
    if any(_is_order(parsed, prep) for prep in children(parsed, verb, "prep")) and thing is not None:
        return True
    if verb.lemma == "fail":
        return first_child(parsed, verb, "xcomp") is not None
    return _is_deed_to(parsed, verb, thing)


def _is_order(parsed: Parsed, prep: Token) -> bool:
    """*On orders from the capital*: whatever was done so is laid at somebody's door."""
    named = first_child(parsed, prep, "pobj")
    return prep.text.lower() == "on" and named is not None and named.lemma in {"order", "instruction", "command"}


def _is_deed_to(parsed: Parsed, verb: Token, thing: Token | None) -> bool:
    """Whether a verb does harm with or to its object: *dropped mines*, *carried out the attack*, *cut the cable*."""
    if thing is None:
        return verb.lemma == "fire" and any(c.text in {"on", "at"} for c in children(parsed, verb, "prep"))
    if any(c.text.lower() in _ANYWAY for c in children(parsed, verb, "advmod")):
        return True
    alight = {c.text.lower() for c in children(parsed, verb, "advmod", "oprd", "acomp", "dobj")} & {"alight", "ablaze"}
    kinds = (
        (_USING, _WEAPONS),
        (_BEGINNING, _OUTBREAKS),
        (_PERFORMING, deeds.DEED_NOUNS - deeds.INSTRUMENTS),
        (_STRIKING, _CIVILIAN),
        ({"take"}, _ILL_GAINS),
    )
    return bool(alight) or any(verb.lemma in verbs and thing.lemma in things for verbs, things in kinds)


def _is_owned(parsed: Parsed, token: Token) -> bool:
    """*A Norlandic submarine*, *an army helicopter*, *their missile*."""
    beside = children(parsed, token, "amod", "compound", "poss", "nmod")
    return any(c.text[0].isupper() or c.text.lower() in _STEERING or c.dep == "poss" for c in beside)
