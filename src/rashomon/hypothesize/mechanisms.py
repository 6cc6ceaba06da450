"""What can bring a thing about: mechanisms nobody means, and the means of a deliberate act, each a family of nouns.

Plain English words for the causes that inquiries weigh; no list of cases. Whoever asks for a cause wants bomb, missile
and mine apart; whoever asks who did it wants one rival for all that nobody meant.
"""

from typing import Final

from rashomon.hypothesize.stems import stem_of

DELIBERATE: Final = "sabotage or another deliberate act"
"""The family of what somebody meant, where nothing says by what means."""

NOBODYS_DEED: Final = "an accident or failure, nobody's deed"
"""What answers *who* where nobody meant it."""

STAGED: Final = "staged, or a provocation"
"""The family of deeds done to be laid to somebody else, or never done at all."""

OWN_FIRE: Final = "fire of their own side, by mistake"
MEANT_BY_OWN: Final = "one of their own side, on purpose"
BATTLE: Final = "a battle, the dead caught in it"
FALLEN_DEFENCE: Final = "an air-defence missile that fell back"
STORED_ARMS: Final = "arms or fuel kept there"
COLLISION: Final = "a collision"
GENUINE: Final = "genuine, by whoever it names as its author"

_MEANT: Final = f"""
a bomb : bomb explosive dynamite charge device detonator semtex grenade bombing bomber gelignite tnt
a missile or rocket : missile rocket warhead projectile
a mine or torpedo : mine torpedo
shelling : shell shelling mortar artillery howitzer bombardment gunner
an air strike : airstrike drone warplane jet bombardier
arson : arson arsonist firebomb incendiary torch
forgery : forgery forger fabrication
{STAGED} : provocation staged stage-managed faked fake hoax farce frame-up set-up false-flag mannequin masquerade
{DELIBERATE} : sabotage deliberate attack saboteur terrorism terrorist hijack hijacking tampering purpose intentional
{DELIBERATE} : murder assassination crime criminal agitator vandalism vandal tamper plot
"""
_UNMEANT: Final = f"""
a mechanical or structural failure : failure malfunction fault defect flaw fatigue breakdown corrosion rust erosion
a mechanical or structural failure : scour collapse wear decay crack itself themselves own overtopping decompression
a mechanical or structural failure : depressurisation depressurization lock hinge bolt visor valve bearing weld rivet
a mechanical or structural failure : pump brake rail axle wheel rudder engine strut airframe gasket pipe boiler seal
an electrical fault : short-circuit arc spark surge transformer wiring electricity electric electrical
a software or computer fault : glitch bug software update upgrade crash
{COLLISION} : collision ram collide collided rammed near-miss
{FALLEN_DEFENCE} : interceptor
{STORED_ARMS} : munition ammunition
{OWN_FIRE} : friendly-fire fratricide
a bird strike : bird birdstrike goose geese
grounding : grounding reef rock sandbank shoal
overloading or shifting cargo : overload overloading overloaded heavy overcrowded overweight top-heavy cargo ballast
overloading or shifting cargo : overcrowding stability overcrowd freight lorry
human error or accident : accident error mistake blunder carelessness incompetence misfire misfiring mishap
human error or accident : misunderstanding miscalculation overdose opiate fentanyl suicide contamination inattention
speed : speed speeding fast
human error or accident : accidentally inadvertently mistakenly unintentionally mix-up confusion
human error or accident : drunk drunken intoxicated asleep drowsy distracted inexperienced untrained drunkenness
a mechanical or structural failure : worn rotten rusty rusted corroded cracked defective faulty jammed misaligned
human error or accident : oversight sloppiness recklessness neglect mismanagement negligence seamanship
weather or nature : storm weather wind wave lightning ice icing earthquake quake landslide hurricane cyclone turbulence
weather or nature : meteorite heatwave flood drought avalanche tsunami subsidence sinkhole
weather or nature : overflow rain frost
fire : fire blaze cigarette
gas or fuel : gas leak leakage spill fuel pressure overpressure fumigant fume phosphine methane propane monoxide
gas or fuel : vapour vapor hydrogen smoke petrol
dust : dust
self-heating or decomposition : self-ignition self-heating overheating heating combustion decomposition fermentation
chemicals : chemical chlorine bleach ammonia acid cyanide arsenic mercury pesticide insecticide solvent formaldehyde
chemicals : toxin pollutant pollution
spoiled food : food meal meat fish stew soup salad sausage shellfish mushroom mould mold
water or germs : water bacteria bacterium germ algae alga bloom sewage
disease : virus epidemic outbreak disease infection
fright or suggestion : hysteria panic fright suggestion stress psychosis
{BATTLE} : crossfire firefight skirmish gunfight shootout
"""


_ANY_FAULT: Final = frozenset(
    "failure malfunction fault defect flaw breakdown error accident collapse worn faulty".split()
)


def _read(table: str) -> dict[str, str]:
    lines = (line.split(" : ") for line in table.strip().split("\n"))
    return {word: name for name, words in lines for word in words.split()}


_MEANT_BY: Final = _read(_MEANT)
_UNMEANT_BY: Final = _read(_UNMEANT)
_NATURE_BY: Final = _read(f"\n{GENUINE} : authentic authenticity genuine genuineness\n")
_TABLES: Final = (_MEANT_BY, _UNMEANT_BY, _NATURE_BY)
_ALONE: Final = frozenset("own itself themselves".split())
"""Words that tell of a cause only where they end the phrase: *of its own*, not *our own engineers*."""
ANSWERS_WHO: Final = (STAGED, OWN_FIRE, BATTLE, FALLEN_DEFENCE, STORED_ARMS)
"""Families that are answers of their own to who did it: no actor behind them is what the reports look for."""
FAMILIES: Final[tuple[str, ...]] = tuple(
    dict.fromkeys(family for table in (_UNMEANT_BY, _MEANT_BY) for family in table.values())
)
"""The names of all families, as a reader may see them."""


_EVERYDAY: Final = frozenset(
    """
        attack ballast belt boiler bloom brake cargo charge cigarette crash crime current device door electric
        electricity engine error failure fire fish food freight fuel gas heating ice jet load lock lorry meal meat mine
        own itself themselves pipe plot pump rail rain rock shell smoke software stress update upgrade water wave wheel
        wind axle accident update seal salad soup stew weather wear ammunition munition
        """.split()
)
"""Nouns of a family that reports use for a hundred things: alone they do not say that this was the cause."""


def cause_family(word: str) -> str | None:
    """Return the family of mechanisms that a noun in its base form belongs to, None for none."""
    return _MEANT_BY.get(word) or _UNMEANT_BY.get(word)


def family_in(phrase: str) -> str:
    """Return the family of the last word of a phrase that has one, "" where none has."""
    words = [stem_of(word.strip(".,;:")) for word in phrase.split()]
    telling = [word for word in words[:-1] if word not in _ALONE] + words[-1:]
    told = [word for word in reversed(telling) if cause_family(word) is not None]
    # "An electrical fault": a head that fits every mechanism leaves it to the word before.
    told.sort(key=lambda word: word in _ANY_FAULT)
    return cause_family(told[0]) or "" if told else ""


def is_meant(family: str) -> bool:
    """Tell whether a family is of deliberate acts."""
    return family in _MEANT_BY.values()


def family_words(name: str) -> frozenset[str]:
    """Return the nouns of a family; empty for a name that is no family."""
    return frozenset(word for table in _TABLES for word, family in table.items() if family == name)


def is_everyday(word: str) -> bool:
    """Tell whether a noun of a family is one that reports use for a hundred things."""
    return word in _EVERYDAY - _ALONE


def telling_words(name: str) -> frozenset[str]:
    """Return the nouns of a family that hardly speak of anything else."""
    return family_words(name) - _EVERYDAY


def accidents() -> frozenset[str]:
    """Return the nouns of every mechanism that nobody means."""
    return frozenset(_UNMEANT_BY)
