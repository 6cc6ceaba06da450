"""Units of measure: which quantity each measures, and how they convert.

A unit is known by any name a text may use ("km", "kilometres"); values of one dimension convert by a factor to its base
unit. Money does not convert: each currency is a dimension of its own.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of measure. `name` is its singular, `plural` what is printed beside a number; a value times `factor` is
    one in the base unit of `dimension`."""

    name: str
    plural: str
    dimension: str
    factor: float


_TABLE: Final = """
length | metre metres meter meters m | 1
length | kilometre kilometres kilometer kilometers km kms | 1000
length | centimetre centimetres centimeter centimeters cm | 0.01
length | millimetre millimetres millimeter millimeters mm | 0.001
length | mile miles | 1609.344
length | yard yards yds | 0.9144
length | foot feet ft | 0.3048
length | inch inches | 0.0254
length | nautical-mile nautical-miles | 1852
length | fathom fathoms | 1.8288
weight | kilogram kilograms kilo kilos kilogramme kilogrammes kg | 1
weight | gram grams gramme grammes | 0.001
weight | milligram milligrams milligramme milligrammes mg | 0.000001
weight | microgram micrograms | 0.000000001
weight | tonne tonnes | 1000
weight | ton tons | 1000
weight | pound-weight pounds-weight lb lbs | 0.45359237
weight | ounce ounces | 0.028349523
weight | hundredweight | 50.80234544
weight | kiloton kilotons kilotonne kilotonnes | 1000000
weight | megaton megatons megatonne megatonnes | 1000000000
time | second seconds secs | 1
time | minute minutes mins | 60
time | hour hours hrs | 3600
time | day days | 86400
time | week weeks | 604800
time | fortnight fortnights | 1209600
time | month months | 2629746
time | year years | 31556952
data | byte bytes | 1
data | kilobyte kilobytes kb | 1000
data | megabyte megabytes mb | 1000000
data | gigabyte gigabytes gb | 1000000000
data | terabyte terabytes tb | 1000000000000
data | petabyte petabytes pb | 1000000000000000
volume | litre litres liter liters | 1
volume | gallon gallons | 4.546
volume | cubic-metre cubic-metres cubic-meter cubic-meters | 1000
area | square-metre square-metres square-meter square-meters | 1
area | hectare hectares | 10000
area | acre acres | 4046.856
area | square-kilometre square-kilometres square-kilometer square-kilometers | 1000000
area | square-mile square-miles | 2589988
speed | kilometre-per-hour kph | 1
speed | mile-per-hour mph | 1.609344
speed | knot knots | 1.852
power | watt watts | 1
power | kilowatt kilowatts kw | 1000
power | megawatt megawatts mw | 1000000
power | gigawatt gigawatts gw | 1000000000
voltage | volt volts | 1
voltage | kilovolt kilovolts kv | 1000
pressure | atmosphere atmospheres | 1
pressure | bar bars | 0.987
angle | degree degrees | 1
magnitude | magnitude magnitudes | 1
share | percent percent % pct | 1
dollars | dollar dollars $ usd | 1
euros | euro euros € eur | 1
pounds | pound pounds £ gbp pound-sterling | 1
roubles | rouble roubles ruble rubles | 1
yen | yen ¥ | 1
francs | franc francs | 1
marks | mark marks deutschmark deutschmarks | 1
crowns | krona kronor krone kroner crown crowns | 1
lire | lira lire liras | 1
rupees | rupee rupees | 1
pesos | peso pesos | 1
yuan | yuan renminbi | 1
rand | rand rands | 1
dinars | dinar dinars | 1
shillings | shilling shillings | 1
zlotys | zloty zlotys | 1
hryvnias | hryvnia hryvnias | 1
guilders | guilder guilders | 1
"""
MONEY: Final = frozenset(
    """
    dollars euros pounds roubles yen francs marks crowns lire rupees pesos yuan rand dinars shillings zlotys hryvnias
    guilders
    """.split()
)

FATES: Final = frozenset(
    """
    killed injured ill missing arrested charged convicted evacuated rescued kidnapped trapped homeless treated dismissed
    casualties bodies survivors hostages people_on_board people_at_risk
    """.split()
)
"""Slots that count people by what befell them."""
UNNAMED: Final = frozenset(
    """
    distance weight duration money data volume area speed power degrees voltage pressure time_before time_after
    people
    """.split()
)
"""Slots that say in which kind of unit something is measured, and not what, and people of whom nothing is told: two
lengths need not be one."""


def _read_table() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        dimension, names, factor = (part.strip() for part in line.split("|"))
        known = [name.replace("-", " ") for name in names.split()]
        unit = Unit(name=known[0], plural=known[min(1, len(known) - 1)], dimension=dimension, factor=float(factor))
        units |= dict.fromkeys(known, unit)
    return units


_UNITS: Final = _read_table()


def find_unit(name: str) -> Unit | None:
    """Return the unit a word means ("km", "kilometres", "$"), None for none."""
    return _UNITS.get(name.casefold().replace("_", " "))


def convert(value: float, unit: Unit, into: Unit) -> float:
    """Return a value in another unit of the same dimension. Raises ValueError where the dimensions differ."""
    if unit.dimension != into.dimension:
        raise ValueError(f"{unit.name} is no {into.name}")
    return value if unit == into else value * unit.factor / into.factor
