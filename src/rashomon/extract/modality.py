"""What kind of speech act a claim is: who is said to have done harm, whose side he is on, and who says so.

An accusation says that another did a harmful thing, an admission or a claim of responsibility that the speaker's own
side did; a denial of either is a denial. What inquiries and experts find is a finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rashomon.extract.clauses import FIRST_PERSON, understood_subject_of
from rashomon.extract.harm import deeds_of, doer_of, has_guilty_doer, is_actor
from rashomon.extract.manner import Manner
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child
from rashomon.model.vocabulary import Certainty, Modality, Polarity

OWN_PEOPLE: Final = frozenset(
    """
    man woman soldier troop force officer army navy fighter staff crew side department ministry agency unit patrol
    police agent pilot gunner employee worker company team drone jet aircraft missile gun country government member
    militant sailor squad brigade regiment battalion commando militia guard engineer operative people client party group
    network bomber sniper artillery warplane submarine ship boat vessel marine ranger division service hacker driver
    """.split()
)
"""Whose deeds are those of the side that owns them; a partner's or a brother's are his own."""
_FINDERS: Final = frozenset(
    """
    inquiry enquiry investigation investigator probe study audit auditor autopsy inquest coroner jury juror court
    tribunal judge panel commission commissioner board committee inspector inspectorate examiner pathologist expert
    scientist researcher chemist engineer analyst laboratory lab test examination survey review analysis detective
    police prosecutor watchdog regulator mission ombudsman surveyor toxicologist epidemiologist forensics report
    monitor marshal bureau team experts seismologist geologist ruling verdict
    """.split()
)
_BODIES: Final = frozenset(
    "government agency intelligence service ministry department office authority body council directorate union".split()
)
"""Bodies that find what they have had examined."""
_STUDIES: Final = frozenset(
    "inquiry enquiry investigation probe study audit autopsy inquest examination review analysis test".split()
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

    `stated` is what the cue says of itself; `names_actor` that a frame says who did it, `blames` that it was harm;
    `actor` the frame's token, None for the speaker, whom `own` may name too. `open` marks a cue that does not rule it
    out, `foreign` words in which *he* is not the holder.
    """

    gist: Token
    source: tuple[int, ...]
    cue: tuple[int, ...]
    stated: Modality
    polarity: Polarity
    manner: Manner
    names_actor: bool
    actor: Token | None
    own: bool = False
    blames: bool = True
    main: bool = True
    open: bool = False
    foreign: bool = False


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
    if said.names_actor or own or any(has_guilty_doer(parsed, verb) for verb in deeds_of(parsed, said.gist)):
        return Modality.DENIAL
    return Modality.FINDING if _is_study(parsed, said) else Modality.ASSERTION


def _when_asserted(parsed: Parsed, said: Said) -> Modality:
    if said.names_actor and said.blames:
        own = said.own or said.actor is None or is_own_side(parsed, said.actor, said)
        return _owning_up(parsed, said, said.actor) if own else Modality.ACCUSATION
    for verb in deeds_of(parsed, said.gist):
        actor = doer_of(parsed, verb)
        passive = first_child(parsed, verb, "nsubjpass") is not None
        if actor is not None and passive and not is_own_side(parsed, actor, said):
            return Modality.ACCUSATION
        if actor is None or any(c.text.lower() in _AHEAD for c in children(parsed, verb, "aux")):
            continue
        if is_own_side(parsed, actor, said):
            return _owning_up(parsed, said, actor)
        if is_actor(parsed, actor):
            return Modality.ACCUSATION
    if said.manner.modality is Modality.OPINION:
        return Modality.OPINION
    return Modality.FINDING if _is_study(parsed, said) else Modality.ASSERTION


def _owning_up(parsed: Parsed, said: Said, actor: Token | None) -> Modality:
    """*We did it* is claimed, *I did it* and *he did it himself* admitted unless it is boasted of."""
    if said.stated is Modality.ADMISSION:
        return Modality.ADMISSION
    if actor is None and not said.main:
        return Modality.ASSERTION
    subject = actor or understood_subject_of(parsed, said.gist)
    lower = "" if subject is None else subject.text.lower()
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
    if not said.source or not pronoun or said.foreign or _has_nearer_noun(parsed, actor, said):
        return False
    return _agrees(parsed, pronoun, said.source)


def _is_own_people(parsed: Parsed, actor: Token) -> bool:
    """*Our men*, *none of ours*, *no soldier of mine*."""
    return actor.lemma in OWN_PEOPLE or any(c.text.lower() == "of" for c in children(parsed, actor, "prep"))


def _has_nearer_noun(parsed: Parsed, actor: Token, said: Said) -> bool:
    """*The ship was sunk by its crew*: a noun before the pronoun within the content is what it stands for."""
    clause = parsed.tokens[said.gist.left : actor.left]
    aside = {*said.source, *said.cue}
    return any(t.pos in {"NOUN", "PROPN"} and t.index not in aside for t in clause)


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


def _is_finding(parsed: Parsed, said: Said) -> bool:
    """Whether what is found or concluded comes from an examination: bodies conclude from one, persons need not."""
    head = _head_of(parsed, said.source)
    return head is None or _is_finder(parsed, said.source) or head.lemma in _BODIES


def _is_finder(parsed: Parsed, source: tuple[int, ...]) -> bool:
    return any(parsed.tokens[i].lemma in _FINDERS for i in source)


def _is_study(parsed: Parsed, said: Said) -> bool:
    """*The autopsy showed*, *an inquiry said*; what an inquiry hears, a witness says."""
    head = _head_of(parsed, said.source)
    heard = {parsed.tokens[i].lemma for i in said.cue} & {"hear", "tell"}
    return head is not None and head.lemma in _STUDIES and not heard
