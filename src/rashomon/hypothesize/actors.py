"""Who is meant by a phrase: the key under which different names for one actor meet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rashomon.hypothesize.stems import stem_of
from rashomon.model.bodies import find_body
from rashomon.model.places import camp_of, states_in
from rashomon.model.vocabulary import SourceKind

_PRONOUNS: Final = frozenset(
    """
        he she they it this that these those who which whom someone somebody anyone anybody nobody one ones others
        other some himself herself themselves itself we i you us them him her each everyone everybody people man men
        woman women no-one none both either neither another what whoever something anything nothing everything
        people persons person someone's self many several two three his its their our my your any no every all such
        same own only nor not there here then now yet but
        """.split()
)
# Heads that say only that somebody did it; alone they name no explanation, whoever uses them.
_NOBODY: Final = frozenset(
    """
        attacker attackers author authors bomber bombers culprit culprits perpetrator perpetrators group groups gang
        party side sides people person persons man men woman women force forces power powers individual individuals
        suspect suspects killer killers murderer assailant assailants intruder intruders body bodies actor actors
        gunman gunmen shooter shooters explanation explanations theory theories enemy opponent thing things unit units
        somebody someone one ones boy girl fellow lot pair couple victim victims accused defendant attack attacks
        explosions explosion blast shot shots holder holders event events
        report reports statement statements account accounts
        """.split()
)
# Heads that are named for a hundred reasons; they name an explanation only where somebody accuses them outright.
_EMPTY_HEADS: Final = _NOBODY | frozenset(
    """
        attacker attackers author authors bomber bombers culprit culprits perpetrator perpetrators hacker hackers
        group groups gang party side sides people person persons man men woman women force forces authority
        authorities power powers individual individuals suspect suspects killer killers murderer assailant
        assailants intruder intruders body bodies actor actors gunman gunmen shooter shooters organisation
        organization explanation explanations theory theories enemy opponent side thing things unit units somebody
        someone one ones official officials officer officers team investigator investigators police inquiry
        commission expert experts prosecutor prosecutors court judge report reports statement statements paper
        newspaper reporter reporters government minister ministry president spokesman spokeswoman spokesperson
        speaker wife husband son daughter mother father brother sister parent parents friend friends neighbour
        neighbours neighbor neighbors reader readers caller voice boy girl uncle aunt cousin colleague colleagues client
        defendant accused lawyer counsel journalist journalists editor staff nation country guy fellow lot pair couple
        victim service services agency agencies office bureau department firm firms victims crew agent agents writer
        writers witness witnesses member members citizen source sources passengers captain attack attacks explosion
        explosions blast
        """.split()
)
_CRAFT: Final = frozenset(
    """
        aircraft aeroplane airplane plane jet helicopter drone quadcopter ship vessel boat submarine tank missile rocket
        shell vehicle truck lorry car van gun artillery
        """.split()
)
"""What acts for whoever steers or fires it."""
_STEERS: Final = frozenset(
    "government army navy police rebel enemy coalition militia opposition insurgent separatist regime rival".split()
)
_TITLES: Final = frozenset(
    """
        mr mrs ms dr sir lord lady president prime minister general colonel major captain sergeant chief
        director senator representative king queen prince professor judge commander the a an mayor governor
        secretary ambassador former deputy foreign defence defense interior spokesman spokeswoman group
        """.split()
)
# Nouns for private people: beside a state's name they do not mean that state.
_PRIVATE: Final = frozenset(
    """
        gangster gangsters criminal criminals mafia gang dissident dissidents opposition partisan partisans
        rebel rebels separatist separatists volunteer volunteers extremist extremists militant militants
        nationalist nationalists exile exiles defector defectors oligarch oligarchs citizen citizens national
        nationals student students worker workers mercenary mercenaries sympathiser sympathisers neo-nazi
        anarchists anarchist terrorists terrorist jihadist jihadists islamist islamists cartel smugglers
        businessman businessmen farmers villagers civilian civilians emigre emigres militia militias militiaman
        militiamen paramilitary paramilitaries vigilantes warlord warlords
        """.split()
)
# Heads that with "foreign" or "outside" before them name a rival explanation: nobody from here.
OWN_SIDE: Final = "own side"
"""The kind of people that *our own men* are in a mouth that nothing places."""
_ABROAD: Final = frozenset("foreign outside overseas".split())
_FROM_ABROAD: Final = frozenset(
    "group power state hand country agent actor element side force service government".split()
)
# With "home-grown" or "domestic" before them they name its counterpart: somebody from here, for no foreign master.
_HOME: Final = frozenset("home-grown homegrown domestic".split())
_AT_HOME: Final = _FROM_ABROAD | frozenset("bomber terrorist extremist radical militant attacker killer".split())
# People of the house: whoever did it had a key.
_INSIDERS: Final = re.compile(
    r"\binsiders?\b|\bmoles?\b|\binside job\b|\b(?:ex-|former |present |current |disgruntled |own |sacked |dismissed )+"
    r"(?:employees?|staff|workers?|colleagues?)\b"
    r"|\b(?:employees?|members? of staff|staff members?|(?<!general )staff)\b"
    r"|\b(?:someone|somebody|person|people|man|woman)\b.{0,30}"
    r"\b(?:inside|within|in the (?:house|building|company|firm))\b",
    re.IGNORECASE,
)
_SUSPECT_INSIDERS: Final = re.compile(
    r"\binsiders?\b|\bmoles?\b|\binside job\b"
    r"|\b(?:ex-|former |disgruntled |sacked |dismissed )(?:employees?|staff|workers?)\b"
    r"|\b(?:someone|somebody)\b.{0,30}\b(?:inside|within|in the (?:house|building|company|firm))\b",
    re.IGNORECASE,
)
_FOR_GAIN: Final = re.compile(
    r"\b(?:common|ordinary|petty|mere|simple|plain|professional|hired|organi[sz]ed|drunken|local) (?:thieves|burglars"
    r"|robbers|criminals|crooks|looters|vandals|gangsters|youths|boys|hooligans|crime)\b"
    r"|\b(?:thieves|burglars|robbers|extortionists|blackmailers|racketeers|gangsters|mobsters)\b"
    r"|\b(?:extortion|criminal|ransom(?:ware)?|crime) (?:gang|group|ring|syndicate|crew)s?\b",
    re.IGNORECASE,
)
# Who acts at a state's orders when called after it: *American divers*, *a Norwegian submarine*.
_AT_ORDERS: Final = frozenset(
    """
        group team cell commando saboteur agent regime troop proxy diver soldier sailor gunner spy operative warship
        submarine frigate jet warplane drone missile artillery squad sniper policeman policemen hacker hangman hangmen
        murderer butcher executioner invader occupier aggressor imperialist fascist nazi airman airmen pilot
        """.split()
)
_PARTS: Final = re.compile(
    r"\s(?:of|on|in|at|from|with|for|against|behind|who|that|which|whose|known|calling|called)\s", re.IGNORECASE
)
# "The rebels, and not the army"; "not the army": whom a phrase sets apart is no part of the name.
_CONTRAST: Final = re.compile(r"(?:,|\band\b|\bbut\b)[ ,]*(?:and |but )?not\b.*$|^not (?=\S)", re.IGNORECASE)
_CALLED: Final = re.compile(
    r"^(?:(?:so-called|called|named|known as|probably|perhaps|possibly|likely|presumably|maybe|only|just|an?|the) )+"
)
# *Officers of the bureau* act for the bureau; former ones need not.
_MEMBERS: Final = re.compile(
    r"^(?:(?:(?:some|certain|several|two|three|unnamed|senior) )?"
    r"(?:representatives?|members?|officers?|units?|elements|men|agents?|operatives|people) of (?:the |an? )?)+"
)
_NATURES: Final = {"terrorism": "terrorist", "jihad": "jihadist", "jihadi": "jihadist", "islamism": "islamist"}
UNNAMED: Final = "unnamed source"
"""The holder of a claim for which nobody is named."""
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
# Common nouns that reports use for one and the same kind of people.
_ALIKE_LIST: Final = """
rebel : rebel insurgent guerrilla guerilla bandit
soldier : soldier troop trooper army battalion regiment brigade military garrison paratrooper serviceman commando
criminal : criminal gangster mafia mobster extortionist blackmailer racketeer underworld thief thieve burglar robber
criminal : looter crook
militant : militant terrorist jihadist jihadi islamist salafist
"""
_ALIKE: Final = {
    word: kind
    for kind, words in (line.split(" : ") for line in _ALIKE_LIST.strip().split("\n"))
    for word in words.split()
}
# Common nouns for people who may have done it; any other common noun is a suspect only where several name it.
GROUPS: Final = frozenset(_ALIKE) | frozenset(
    """
        activist agent agitator airforce anarchist antisemite army assassin caliphate cartel communist conspirator
        contractor crew cult deserter dissident docker emigre employee exile extremist fanatic farmer fascist fighter
        fisherman foreigner forger gang guard gunman gunner hacker hacktivist hardliner hijacker insider intruder
        islamist jihadist junta landowner loner loyalist mercenary militant militia militiaman miner monarchist
        mutineer nationalist navy neo-nazi occupier oligarch owner partisan partner peasant pilot pirate
        poacher police policeman prisoner protester provocateur racist refugee regime rival royalist saboteur sailor
        salafist secessionist sect separatist settler shipowner smuggler spy squad striker student supremacist
        sympathiser syndicate terrorist trafficker traitor tribesman vandal veteran vigilante villager volunteer
        worker zealot
        """.split()
)
_LAND_ENDINGS: Final = frozenset({"", "a", "e", "i", "ia", "o", "y"})
_SHORTEST_ROOT: Final = 4
_DEMONYMS: Final = re.compile(r"(?:i?ans?|i|ish|ese|ers?|ites?|ics?)$")
_COMMON_LAST: Final = frozenset(
    "group army movement front brigade brigades party organisation organization network cell".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor as named: `words` are the folded words that identify it, `camp` the state it acts for ("" unknown).

    `kind` is what kind of people the phrase calls them, one word for *rebels* and *insurgents*; "" where it does not.
    `vague` are heads named for a hundred reasons, an actor only in the mouth of one who accuses it.
    `part` is the body of that actor that is meant, where holders keep it apart from the whole; "" for the whole.
    """

    name: str
    words: frozenset[str]
    camp: str
    proper: bool
    kind: str = ""
    vague: bool = False
    part: str = ""

    @property
    def is_telling(self) -> bool:
        """Whether one report that names it is enough: a state, a name, or a noun for people who do such things."""
        named = bool(self.camp) or self.proper
        return named or bool(self.words & GROUPS) or self.words in {_ABROAD, _HOME} or self.kind == OWN_SIDE

    def same_as(self, other: "Actor") -> bool:
        """Tell whether two phrases mean one actor: the same camp, or one's proper name inside the other's."""
        if self.part != other.part:
            return False
        if self.camp or other.camp:
            return self.camp == other.camp
        if self.proper != other.proper:
            return False
        small, large = sorted((self.words, other.words), key=len)
        return bool(small) and all(word in large or any(_share_root(word, one) for one in large) for word in small)


@lru_cache(maxsize=1 << 13)
def identify_actor(phrase: str) -> Actor | None:
    """Return the actor a noun phrase names, or None where it names nobody in particular.

    A state and its bodies meet under the state; a proper name under its capitalised words; anything else under its own.
    """
    phrase = _strip(phrase)
    words = _WORD.findall(phrase)
    folded = [stem_of(word) for word in words]
    if phrase.lower() == UNNAMED or not words:
        return None
    if _FROM_ABROAD & set(folded) and _ABROAD & set(folded):
        return Actor(name=phrase, words=_ABROAD, camp="", proper=False)
    if _AT_HOME & set(folded) and _HOME & set(folded):
        return Actor(name=phrase, words=_HOME, camp="", proper=False)
    if all(word.lower() in _PRONOUNS or word.lower() in _TITLES for word in words):
        return None
    private = any(word.lower() in _PRIVATE for word in words)
    if _is_armed_group(phrase):
        own = frozenset(stem_of(word) for word in words if word[0].isupper() and word.lower() not in _TITLES)
        return Actor(name=phrase, words=own, camp="", proper=True)
    camp = None if private else camp_of(phrase)
    if camp is None and not private:
        camp = _camp_of_group(phrase, folded)
    if camp:
        return Actor(name=phrase, words=frozenset({camp.lower()}), camp=camp, proper=True)
    if _INSIDERS.search(phrase):
        return Actor(name=phrase, words=frozenset({"insider"}), camp="", proper=False)
    named = (w for w in words if w[0].isupper() and len(w) > 1)
    capitals = frozenset(stem_of(w) for w in named if w.lower() not in _TITLES | _PRONOUNS)
    stateless = capitals - frozenset(stem_of(w) for s, e, _ in states_in(phrase) for w in _WORD.findall(phrase[s:e]))
    if stateless:
        kind = next((_ALIKE[word] for word in folded if word in _ALIKE), "")
        return Actor(name=phrase, words=stateless - _COMMON_LAST or stateless, camp="", proper=True, kind=kind)
    content = _telling_words(phrase)
    if content & _CRAFT:
        # "Unmanned aircraft struck": what flew says nothing of who; "government helicopters" does.
        content = frozenset(word for word in folded if word in _STEERS)
    kind = next((word for word in content if word in _ALIKE), "")
    return Actor(name=phrase, words=content, camp="", proper=False, kind=kind) if content else None


@lru_cache(maxsize=1 << 13)
def identify_accused(phrase: str) -> Actor | None:
    """Return the actor a phrase names in the mouth of one who accuses it; None for one that is nobody in particular.

    *The government*, *the crew*, *two officials* are named for a hundred reasons; who is accused outright is somebody.
    """
    known = identify_actor(phrase)
    if known is not None:
        return known
    content = _telling_words(_strip(phrase), empty=_NOBODY, titles=frozenset({"a", "an", "the"}))
    content = content if not content & _CRAFT else content & _STEERS
    kind = next((word for word in content if word in _ALIKE), "")
    return Actor(name=phrase, words=content, camp="", proper=False, kind=kind, vague=True) if content else None


def find_insiders(text: str) -> Iterator[Actor]:
    """Yield the people of the house whom a text makes suspects of; *staff* alone is named for a hundred reasons."""
    for match in _SUSPECT_INSIDERS.finditer(text):
        yield Actor(name=match[0], words=frozenset({"insider"}), camp="", proper=False)


def find_criminals(text: str) -> Iterator[Actor]:
    """Yield the criminals out for gain whom a text brings up: thieves, a gang that asks for ransom, drunken boys."""
    for match in _FOR_GAIN.finditer(text):
        yield Actor(name=match[0], words=frozenset({"criminal"}), camp="", proper=False, kind="criminal")


def _strip(phrase: str) -> str:
    """A phrase without what it sets apart, hedges, and whose members it speaks of."""
    return _MEMBERS.sub("", _CALLED.sub("", _CONTRAST.sub("", " ".join(phrase.split()))))


def _telling_words(
    phrase: str, *, empty: frozenset[str] = _EMPTY_HEADS, titles: frozenset[str] = _TITLES
) -> frozenset[str]:
    """The common words that say who is meant: the head, or what an empty head is made of (*a gang of smugglers*)."""
    for part in _PARTS.split(phrase)[:2]:
        natural = (_NATURES.get(stem, stem) for stem in map(stem_of, _WORD.findall(part)))
        folded = [_ALIKE.get(word, word) for word in natural]
        content = [w for w in folded if w not in _PRONOUNS and w not in titles and not w.isdigit()]
        if content and content[-1] not in empty:
            return frozenset(content[-1:] if titles is _TITLES else content)
        if any(word not in empty for word in content):
            return frozenset(content)
    return frozenset()


def _is_armed_group(phrase: str) -> bool:
    """Tell whether a phrase is the name of a group that fights, or has fought, the state it belongs to."""
    body = find_body(phrase)
    return body is not None and body.kind is SourceKind.ARMED_GROUP


def _camp_of_group(phrase: str, folded: list[str]) -> str | None:
    """A group called after a state (*the Russian group known as X*) acts for it, as far as the text says."""
    states = states_in(phrase)
    return states[0][2] if states and _AT_ORDERS & set(folded) else None


def _share_root(one: str, other: str) -> bool:
    """*Harvia* and *Harvian*: one name is the other with the ending of a people."""
    short, long = sorted((one, other), key=len)
    root = _DEMONYMS.sub("", long)
    is_longer = len(long) > len(short) and len(root) >= _SHORTEST_ROOT
    return is_longer and short.startswith(root) and short[len(root) :] in _LAND_ENDINGS
