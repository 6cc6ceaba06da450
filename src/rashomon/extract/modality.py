"""What kind of speech act a claim is: who is said to have done harm, whose side he is on, and who says so.

An accusation says that another did a harmful thing, an admission or a claim of responsibility that the speaker's own
side did; a denial of either is a denial. What inquiries and experts find is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rashomon.extract import deeds
from rashomon.extract.animacy import may_act
from rashomon.extract.clauses import FIRST_PERSON, understood_subject_of
from rashomon.extract.manner import Manner
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child
from rashomon.model.vocabulary import Certainty, Modality, Polarity

_HARM: Final = (deeds.ACT_VERBS - deeds.WEAK_ACT_VERBS) | frozenset(
    """
    falsify torture rape beat bribe embezzle launder torch slash cheat deceive mislead lock bolt conceal hide
    silence bury fake rig recruit bankroll finance fund arm incite provoke abet tamper jam spy evict starve punish push
    mow trample snag drag abandon ignore neglect endanger defy suppress withhold obstruct thwart stifle pollute flood
    invent frame coerce blackmail extort defraud plunder pillage ransack lynch behead maim shell strafe level raze
    disconnect switch unleash smear dump tip betray sell forge doctor destroy shred wiretap bug intimidate threaten
    """.split()
) - frozenset("make hit open arrange conduct direct release plan organise organize order dispatch launch deploy drop hire "
              "publish push blow bury down authorise authorize cut crack sink".split())  # fmt: skip
_HARM_WITH_OBJECT: Final = frozenset(
    "order blow hit drop launch cut sink crack bury push dispatch deploy down start set light throw plant lay pull trip "
    "shut strew mine fire shoot open".split()
)
"""Verbs that do harm only to something: *cut the cable*, but not *the line cut out*."""
_HARM_WITH_PARTICLE: Final = frozenset(
    "bring-down shoot-down gun-down tear-down tear-up run-over run-down knock-down burn-down blow-up blow-down tip-off "
    "wipe-out cut-off cut-down mow-down beat-up cover-up break-into break-down set-off take-down hush-up hold-up".split()
)
_OUTBREAKS: Final = frozenset(
    "it this fire blaze riot fight war violence trouble shooting stampede crush brawl panic mob attack raid assault coup "
    "massacre lynching clash crash pile-up disaster shootout unrest looting".split()
)
"""What is begun, caused or led to somebody's harm."""
_BEGINNING: Final = frozenset("begin start cause lead instigate trigger".split())
_WEAPONS: Final = frozenset("bomb mine grenade missile rocket shell torpedo gas poison virus explosive munition".split())
_VEHICLES: Final = frozenset(
    "ship boat vessel trawler frigate destroyer submarine drone jet plane aircraft helicopter tank missile rocket tanker "
    "warship bomber fighter gunboat warplane truck convoy shell artillery gun battery".split()
)
"""Things that act for whoever steers them."""
_OWN_PEOPLE: Final = frozenset(
    """
    man woman soldier troop force officer army navy fighter staff crew side department ministry agency unit patrol police
    agent pilot gunner employee worker company team drone jet aircraft missile gun country government member militant
    sailor squad brigade regiment battalion commando militia guard engineer operative people client party group network
    bomber sniper artillery warplane submarine ship boat vessel marine ranger division service hacker driver
    """.split()
)
"""Whose deeds are those of the side that owns them; a partner's or a brother's are his own."""
_ANYWAY: Final = frozenset("anyway regardless nonetheless nevertheless knowingly deliberately".split())
_ORDERING: Final = frozenset("rig order direct plan plot orchestrate run command steer control".split())
_BY_HELP: Final = frozenset("order have pay hire tell help force let instruct get make use show".split())
"""Verbs by whose subject another does the harm: *ordered the hall burnt down*."""
_ILL_GAINS: Final = frozenset("bribe kickback hostage backhander ransom shortcut payoff".split())
_GUILTY: Final = deeds.BE_GUILTY | frozenset("behind lying negligent reckless corrupt crooked".split())
_NEGLECTED: Final = frozenset(
    """
    worn faulty leak gas hack risk danger defect breach attack threat fraud abuse corruption plot crime crack flaw rot
    unsafe dangerous contaminated poisoned broken warning
    """.split()
)
"""What a body that knew of it ought to have dealt with."""
_FINDERS: Final = frozenset(
    """
    inquiry enquiry investigation investigator probe study audit auditor autopsy inquest coroner jury juror court
    tribunal judge panel commission commissioner board committee inspector inspectorate examiner pathologist expert
    scientist researcher chemist engineer analyst laboratory lab test examination survey review analysis detective
    police prosecutor watchdog regulator mission ombudsman surveyor toxicologist epidemiologist forensics report
    monitor marshal bureau team experts seismologist geologist ruling verdict
    """.split()
)
_STUDIES: Final = frozenset(
    "inquiry enquiry investigation probe study audit autopsy inquest examination review analysis test post-mortem".split()
)
_EXCLUDING: Final = frozenset("rule exclude eliminate discount".split())
_CONFIRMING: Final = frozenset({"confirm", "corroborate", "verify"})
_BOASTING: Final = frozenset("boast brag crow gloat".split())
_MINE: Final = frozenset("my our".split())
_SINGULAR: Final = frozenset("he she his her him himself herself".split())
_NEUTER: Final = frozenset("it its itself".split())
_PLURAL: Final = frozenset("they their them themselves".split())
_AHEAD: Final = frozenset("will shall would 'll wo going".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a claim's modality is read from: its gist, who says it by which cue, and whom a frame names, if any.

    `stated` is what the cue says of itself; `names_actor` that a frame says who did it; `actor` the frame's token, None
    for the speaker. `open` marks a cue that does not rule it out.
    """

    gist: Token
    source: tuple[int, ...]
    cue: tuple[int, ...]
    stated: Modality
    polarity: Polarity
    manner: Manner
    names_actor: bool
    actor: Token | None
    main: bool = True
    open: bool = False


def find_modality(parsed: Parsed, said: Said) -> Modality:
    """The kind of speech act of one claim."""
    if said.manner.modality in {Modality.CONDITIONAL, Modality.QUESTION}:
        return said.manner.modality
    if said.stated in {Modality.CONDITIONAL, Modality.QUESTION, Modality.CLAIM_OF_RESPONSIBILITY}:
        return said.stated
    if said.polarity is Polarity.DENY:
        return _when_denied(parsed, said)
    if said.stated is Modality.ADMISSION and said.manner.certainty is Certainty.CERTAIN and not said.open:
        return Modality.ADMISSION
    confirmed = {parsed.tokens[i].lemma for i in said.cue} & _CONFIRMING and _is_finder(parsed, said.source)
    if confirmed or (said.stated is Modality.FINDING and _is_finding(parsed, said)):
        return Modality.FINDING
    if said.stated in {Modality.ACCUSATION, Modality.OPINION, Modality.DENIAL}:
        return said.stated
    if said.open:
        return Modality.ASSERTION
    return _when_asserted(parsed, said)


def _when_denied(parsed: Parsed, said: Said) -> Modality:
    if said.stated is Modality.DENIAL:
        excluded = {parsed.tokens[i].lemma for i in said.cue} & _EXCLUDING
        return Modality.FINDING if excluded and _is_finder(parsed, said.source) else Modality.DENIAL
    if said.stated is Modality.FINDING:
        return Modality.FINDING if _is_finding(parsed, said) else Modality.DENIAL
    if said.stated is Modality.OPINION or said.manner.modality is Modality.OPINION:
        return Modality.OPINION
    if said.stated is Modality.ACCUSATION:
        return said.stated
    subject = understood_subject_of(parsed, said.gist)
    own = subject is not None and is_own_side(parsed, subject, said)
    doers = (_doer_of(parsed, verb) for verb in _deeds_of(parsed, said.gist))
    if said.names_actor or own or any(doer is not None and _is_actor(doer) for doer in doers):
        return Modality.DENIAL
    return Modality.FINDING if _is_study(parsed, said.source) else Modality.ASSERTION


def _when_asserted(parsed: Parsed, said: Said) -> Modality:
    if said.names_actor:
        own = said.actor is None or is_own_side(parsed, said.actor, said)
        return _owning_up(parsed, said, said.actor) if own else Modality.ACCUSATION
    for verb in _deeds_of(parsed, said.gist):
        actor = _doer_of(parsed, verb)
        passive = first_child(parsed, verb, "nsubjpass") is not None
        if actor is not None and passive and not is_own_side(parsed, actor, said):
            return Modality.ACCUSATION
        if actor is None or any(c.text.lower() in _AHEAD for c in children(parsed, verb, "aux")):
            continue
        if is_own_side(parsed, actor, said):
            return _owning_up(parsed, said, actor)
        if _is_actor(actor):
            return Modality.ACCUSATION
    if said.manner.modality is Modality.OPINION:
        return Modality.OPINION
    return Modality.FINDING if _is_study(parsed, said.source) else Modality.ASSERTION


def _owning_up(parsed: Parsed, said: Said, actor: Token | None) -> Modality:
    """*We did it* is claimed, *I did it* and *he did it himself* admitted unless it is boasted of."""
    if said.stated is Modality.ADMISSION:
        return Modality.ADMISSION
    if actor is None and not said.main:
        return Modality.ASSERTION
    lower = "" if actor is None else actor.text.lower()
    boasted = {parsed.tokens[i].lemma for i in said.cue} & _BOASTING
    person = lower in _SINGULAR or lower in {"i", "me"} or _owner_of(parsed, actor) in _SINGULAR | {"my"}
    return Modality.ADMISSION if person and not boasted else Modality.CLAIM_OF_RESPONSIBILITY


def is_own_side(parsed: Parsed, actor: Token, said: Said) -> bool:
    """Whether an actor is the speaker or the speaker's: *we*, *our men*, *he* and *its troops* in indirect speech."""
    lower = actor.text.lower()
    owner = _owner_of(parsed, actor) if _is_own_people(parsed, actor) else ""
    if lower in FIRST_PERSON or owner in _MINE:
        return True
    pronoun = lower if lower in _SINGULAR | _NEUTER | _PLURAL else owner
    if not said.source or not pronoun or _has_nearer_noun(parsed, actor, said):
        return False
    return _agrees(parsed, pronoun, said.source)


def _is_own_people(parsed: Parsed, actor: Token) -> bool:
    """*Our men*, *none of ours*, *no soldier of mine*."""
    return actor.lemma in _OWN_PEOPLE or any(c.text.lower() == "of" for c in children(parsed, actor, "prep"))


def _has_nearer_noun(parsed: Parsed, actor: Token, said: Said) -> bool:
    """*The ship was sunk by its crew*: a noun before the pronoun within the content is what it stands for."""
    clause = parsed.tokens[said.gist.left : actor.left]
    aside = {*said.source, *said.cue}
    return any(t.pos in {"NOUN", "PROPN"} and t.index not in aside for t in clause)


def _is_actor(token: Token) -> bool:
    return token.pos == "PROPN" or may_act(token) or token.lemma in _VEHICLES or token.text.lower() in {"you", "it"}


def _owner_of(parsed: Parsed, actor: Token | None) -> str:
    owner = first_child(parsed, actor, "poss") if actor is not None else None
    if owner is None and actor is not None:
        of = next((p for p in children(parsed, actor, "prep") if p.text.lower() == "of"), None)
        named = first_child(parsed, of, "pobj") if of is not None else None
        if named is not None and named.text.lower() in {"mine", "ours", "his", "hers", "theirs"}:
            return {"mine": "my", "ours": "our", "hers": "her", "theirs": "their"}.get(named.text.lower(), "his")
        owner = first_child(parsed, named, "poss") if named is not None else None
    return owner.text.lower() if owner is not None else ""


def _agrees(parsed: Parsed, pronoun: str, source: tuple[int, ...]) -> bool:
    head = _head_of(parsed, source)
    if head is None or not pronoun:
        return False
    said_by = head.text.lower()
    if said_by in _SINGULAR | _NEUTER | _PLURAL:
        return any({said_by, pronoun} <= kind for kind in (_SINGULAR, _NEUTER, _PLURAL))
    plural = head.tag in {"NNS", "NNPS"}
    if pronoun in _PLURAL:
        return plural or head.pos == "PROPN" or not head.lemma.endswith(("man", "er", "or"))
    return pronoun in _SINGULAR | _NEUTER and not plural


def _head_of(parsed: Parsed, source: tuple[int, ...]) -> Token | None:
    inside = set(source)
    nominal = [t for i in source if (t := parsed.tokens[i]).pos in {"NOUN", "PROPN", "PRON"}]
    return next((t for t in nominal if t.head not in inside), nominal[0] if nominal else None)


def _deeds_of(parsed: Parsed, gist: Token) -> Iterator[Token]:
    """The verbs of a clause, and of those joined to it, by which somebody is said to have done harm."""
    waiting = [gist]
    while waiting:
        verb = waiting.pop(0)
        waiting.extend(c for c in children(parsed, verb, "conj") if c.pos in {"VERB", "AUX"})
        if _is_deed(parsed, verb):
            yield verb
        elif verb.lemma in _BY_HELP:
            below = children(parsed, verb, "xcomp", "ccomp")
            if any(_is_deed(parsed, c) for c in below):
                yield verb


def _is_deed(parsed: Parsed, verb: Token) -> bool:
    if verb.pos not in {"VERB", "AUX"}:
        return False
    thing = first_child(parsed, verb, "dobj", "nsubjpass")
    particle = first_child(parsed, verb, "prt")
    if particle is not None and f"{verb.lemma}-{particle.text.lower()}" in _HARM_WITH_PARTICLE:
        return True
    if verb.lemma in _HARM or (verb.lemma in _HARM_WITH_OBJECT and thing is not None):
        return True
    if thing is not None and (verb.lemma in _BEGINNING and (thing.lemma in _OUTBREAKS or thing.text == "it")):
        return True
    defied = thing is not None and any(c.text.lower() in _ANYWAY for c in children(parsed, verb, "advmod"))
    if defied or (thing is not None and thing.lemma in _WEAPONS and verb.lemma in {"drop", "lay", "plant", "use"}):
        return True
    if verb.lemma == "run" and any(c.text.lower() == "over" for c in children(parsed, verb, "prep")):
        return True
    below = parsed.tokens[verb.left : verb.right]
    if verb.lemma == "take" and thing is not None and thing.lemma in _ILL_GAINS:
        return True
    if verb.lemma in {"know", "fail"}:
        return verb.lemma == "fail" and first_child(parsed, verb, "xcomp") is not None or any(
            t.lemma in _NEGLECTED or t.text.lower() in _NEGLECTED for t in below
        )  # fmt: skip
    if verb.lemma == "be":
        said_of = [c for c in children(parsed, verb, "acomp", "prep", "attr", "advmod", "xcomp") if c.index > verb.index]
        return any(c.lemma in _GUILTY or c.lemma in deeds.CULPRITS for c in said_of)
    return False


def _doer_of(parsed: Parsed, verb: Token) -> Token | None:
    """Who does it; in the passive whoever is named by *by*, or from where it came."""
    passive = first_child(parsed, verb, "nsubjpass", "auxpass") is not None
    if not passive:
        return understood_subject_of(parsed, verb)
    for prep in children(parsed, verb, "agent", "prep"):
        named = first_child(parsed, prep, "pobj")
        word = prep.text.lower()
        if named is None or word not in {"by", "from", "on"}:
            continue
        if word == "by" and (may_act(named) or named.lemma in _VEHICLES):
            return named
        if word == "on" and named.lemma in {"order", "instruction", "command"}:
            return next((n for p in children(parsed, named, "prep") for n in children(parsed, p, "pobj")), None)
        # "Fired from a Ruvian submarine", "rigged from the palace".
        owned = any(c.text[0].isupper() for c in children(parsed, named, "amod", "compound", "poss"))
        if word == "from" and (owned or verb.lemma in _ORDERING):
            return named
    return None


def _is_finding(parsed: Parsed, said: Said) -> bool:
    return not said.source or _is_finder(parsed, said.source)


def _is_finder(parsed: Parsed, source: tuple[int, ...]) -> bool:
    return any(parsed.tokens[i].lemma in _FINDERS for i in source)


def _is_study(parsed: Parsed, source: tuple[int, ...]) -> bool:
    head = _head_of(parsed, source)
    return head is not None and head.lemma in _STUDIES
