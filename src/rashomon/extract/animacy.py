"""Whether a noun can act on purpose: people, bodies and states can; dust, valves and lightning cannot.

By list and by ending, for want of a lexical database in the default install. A proper name or a pronoun may act unless
it is a date; a common noun may act when it is listed, or ends like the nouns of people do and is not one of the
exceptions.
"""

from typing import Final

from rashomon.extract.deeds import CAUSE_NOUNS, SUBSTANCES
from rashomon.extract.lexicon import DOCUMENTS, SPEAKER_NOUNS
from rashomon.extract.parsing import Token
from rashomon.model.places import state_of

_PEOPLE_AND_BODIES: Final = frozenset(
    """
        accomplice activist agency agent airforce airline alliance ally anarchist apparatus army artillery assassin
        assailant authority bandit battalion bloc body boy brigade brother bureau caliphate camp captain cartel cell
        chief child citizen civilian clan coalition command commander commando commission committee company
        conspirator corps council countryman country coast-guard crew criminal cult custodian daughter defector
        department detachment dictator diplomat director dissident division employee enemy establishment everyone
        extremist faction family father federation fighter firm fleet force freedom-fighter friend front gang
        garrison general girl government group guard guerrilla gunman hardliner helper holder husband individual
        industry informant insider institution intelligence intruder jihadi junta kingdom lad leadership lobby loner
        loyalist mafia man management manager mayor member men mercenary militant militia minister ministry mob
        monarch mother movement national nationalist nation navy neighbour neighbor neo-nazi network occupant
        occupier officer official oligarch operative operator opponent opposition organisation organization outfit
        outsider owner parliament partisan partner party passenger patrol people peasant person pilot pirate plotter
        police policeman politician power president prime-minister prisoner proxy psychopath rebel regiment regime
        reservist resident resistance rival ring rogue ruler saboteur sailor scientist secret-service sect security
        separatist service settler side sister skipper society soldier somebody someone son source spouse spy squad
        squadron staff state state-actor striker student supporter suspect syndicate sympathiser sympathizer team
        technician teenager terrorist thief thug traitor tribe troop undercover union unit vessel-owner veteran
        victim-group vigilante villager volunteer warlord wife wing woman women worker workforce youth hacker
        hacktivist regime-forces bomber guerilla contractor band bunch crowd handful syndicate fringe element
        underworld wannabe copycat fanatic admiral ambassador brigadier captain colonel corporal envoy lieutenant
        marshal mufti pope sheikh emir imam bishop boss clerk judge king queen prince princess nurse athlete villain
        aide secretary delegate chancellor premier amateur kid sniper gangster mutineer deserter foreigner arab jew
        representative relative delegate cook chef butcher nanny maid shepherd monk nun trooper recruit conscript cadet
        deckhand farmhand stagehand cowhand
        muslim christian sikh hindu colleague cousin uncle aunt nephew niece relative stranger crook coward
        """.split()
)
_ENDINGS: Final = ("ist", "eer", "ian", "man", "men", "woman", "women", "or", "er", "ee", "ant")
_THINGS_WITH_SUCH_ENDINGS: Final = frozenset(
    """
        amber anger boiler border bumper bunker calendar cancer carrier cellar center centre chamber character
        charter cluster colour color computer condenser container controller conveyor copter corner counter cover
        cracker crater crusher cylinder danger data-center detector detonator december disaster door dryer elevator
        error exterior factor favor favour fever fiber filter fire-door floor flavor flower folder freighter
        furnace-liner generator heater helicopter hammer header humor igniter indicator injector interior
        keyboard-layer labor labour ladder laser launcher layer letter lever liner litter locker manner marker
        master matter meteor meter mirror monitor mortar motor murder minor number october order paper pepper
        plaster pointer poster powder power-meter printer processor propeller quarter radar radiator reactor
        recorder refer register regulator river rocket-launcher roller router rubber rudder rumor rumour sector
        semester sensor september server shelter shower shutter silver slaughter sticker summer supper tanker temper
        terror theater theatre thunder timer tower tractor trailer transformer transmitter trawler trigger tumor
        turbo-charger under vapor vapour water weather whisper whether winter wonder another other rather either
        neither former latter corridor airliner freighter steamer bulldozer ammunition-carrier plant elephant
        restaurant current grant variant warrant covenant hydrant pollutant oxidant lubricant propellant coolant
        fragrance want pedestrian-bridge agreement committee-room coffee degree fee knee tree three guarantee toffee
        factor tremor valour mayor-office doctor-report supervisor-console chapter matter encounter charger frontier
        barrier copier courier-bag premier-league feeder mixer burner breaker duster damper digger crane freezer
        cooler compressor converter
        """.split()
)
CALENDAR: Final = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december
        """.split()
)
_TIMES: Final = CALENDAR | {"morning", "evening", "night", "today", "tonight", "yesterday", "tomorrow"}


def may_act(token: Token) -> bool:
    """Tell whether a noun or pronoun can be somebody who does a thing on purpose."""
    lower = token.text.lower()
    if lower in _TIMES or token.tag.startswith("W"):
        return False
    # "Fright did it": a thing whose capital is that of the sentence is taken for a name; "Mr Bird" is one.
    if token.lemma.lower() in CAUSE_NOUNS | SUBSTANCES and (token.pos != "PROPN" or token.left == token.index):
        return False
    if token.pos in {"PROPN", "PRON"} or lower in {"one", "own"} or state_of(token.text) is not None:
        return True
    lemma = token.lemma
    if lemma in _PEOPLE_AND_BODIES or lower in _PEOPLE_AND_BODIES:
        return True
    return lemma.endswith(_ENDINGS) and lemma not in _THINGS_WITH_SUCH_ENDINGS and len(lemma) > 4


def may_speak(token: Token) -> bool:
    """Tell whether a noun or pronoun can be somebody who says a thing, or a document that does."""
    return token.lemma in DOCUMENTS or token.lemma in SPEAKER_NOUNS or may_act(token)
