"""What deeds are done with: words for weapons and other means, those for one thing together."""

from typing import Final

from rashomon.hypothesize.stems import stem_of

_TABLE: Final = """
a missile or rocket : missile rocket
a torpedo : torpedo
a mine : mine
a bomb or another explosive charge : bomb explosive charge dynamite semtex tnt gelignite
shells or mortar bombs : shell mortar artillery howitzer shelling
a drone : drone uav
a firearm : gun rifle pistol bullet revolver machine-gun handgun shotgun gunfire
a blade : knife axe machete sword dagger
poison : poison toxin cyanide arsenic polonium ricin sarin venom nerve-agent
a grenade : grenade
fire or fuel : petrol firebomb arson molotov kerosene
malicious software : malware worm wiper ransomware trojan spyware
an air strike : airstrike warplane fighter-bomber
"""
_FAMILIES: Final[dict[str, str]] = {
    word: family.strip()
    for line in _TABLE.strip().splitlines()
    for family, words in [line.split(" : ")]
    for word in words.split()
}
OWNED: Final = frozenset(
    "missile rocket torpedo mine shell drone bomb grenade rifle mortar submarine warplane explosive weapon".split()
)
"""Nouns for what belongs to somebody, whoever used it."""


def means_in(word: str) -> str:
    """Return the family of means a word belongs to, "" for none."""
    return _FAMILIES.get(stem_of(word), "")
