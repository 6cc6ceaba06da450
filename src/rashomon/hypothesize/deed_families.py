"""Which verbs answer which question: *who planted the bomb* is answered by plant, place, bomb, set off.

Families of general English for contested deeds, one line each. A question's words pick its families; verbs that mean
being behind any deed always count.
"""

from typing import Final

ANY_DEED: Final = frozenset(
    """
        do be have play blame accuse suspect charge convict indict implicate point lead trace attribute ascribe
        pin link tie orchestrate organise organize mastermind stage plan plot order direct commit perpetrate
        conduct carry mount execute sponsor hire engineer arrange claim take accept admit acknowledge deny
        reject dismiss refute disclaim rebut bear show involvement responsibility role part guilt hand blame
        complicity work doing culprit perpetrator author mastermind suspect operation provocation plot sabotage
        attack crime finger identify name authorise authorize launch cause turn belong fault provoke act
        terrorism atrocity instigator sponsor ruse stunt incident theory contrast consistent compatible confess own know
        """.split()
)

_TABLE: Final = """
attack strike raid assault bombardment airstrike : attack strike hit raid assault storm drone shell fire launch
attack strike raid assault bombardment airstrike : target send fly bomb bombard rocket mortar ambush drop burn
bomb bombing plant detonate blast : bomb plant place blow set detonate explode blast explosion leave put lay mine
bomb bombing plant detonate blast : charge device
destroy destruction breach demolish demolition : destroy breach break blow damage demolish mine sabotage shell
destroy destruction breach demolish demolition : shelling hit
destroy destruction breach demolish demolition : undermine wreck rupture burst flood explode detonate set cripple
destroy destruction breach demolish demolition : raze dynamite
poison poisoning gas : poison spray smear administer use contaminate gas expose put attack kill murder assassinate
poison poisoning gas : spike
down shoot downing plane : down shoot fire launch hit crash missile shooting strike blow bomb bring destroy explode
kill murder killing assassinate assassination death die : kill murder assassinate shoot stab execute massacre
kill murder killing assassinate assassination death die : slaughter strangle
kill murder killing assassinate assassination death die : slay bomb beat smother choke behead
kill murder killing assassinate assassination death die : shell shelling assassination poison plant
kill murder killing assassinate assassination death die : detonate fire attack bombing hit strike ambush raid launch
kill murder killing assassinate assassination death die : drop torpedo gas burn drown run knife open
hack hacking cyber cyberattack breach intrusion : hack knock breach penetrate infiltrate infect wipe disrupt encrypt
hack hacking cyber cyberattack breach intrusion : attack
hack hacking cyber cyberattack breach intrusion : cripple disable steal seize jam plant cyberattack black
leak steal theft publish : leak steal publish release post pass disclose dump obtain hack theft
sink sinking torpedo : sink torpedo ram mine scuttle hit fire blow explode capsize
burn fire arson torch : burn torch ignite arson set start raze
abduct kidnap abduction kidnapping hijack hijacking disappear : abduct kidnap seize hijack detain take hold snatch
rig falsify forge fake fraud forgery count vote election ballot : rig falsify inflate print stuff invent miscount
rig falsify forge fake fraud forgery : rig falsify manipulate steal fix tamper stuff doctor forge fake fabricate alter
massacre shell shelling mortar : massacre shell mortar fire strike kill shoot bombard gas drop launch rocket execute
derail crash collide collision derailment : derail collide sabotage tamper damage cut wreck crash
cut sever rupture pipeline cable : cut sever damage rupture blow sabotage drag anchor explode mine attack destroy
release spread contaminate spill outbreak : release spread contaminate spill leak dump discharge
break burgle burglary raid rob robbery : break burgle enter raid steal search bug hire rob ransack force smash empty
break burgle burglary raid rob robbery : climb take carry loot burglary theft robbery
write author letter document cable : write compose draft sign forge dictate fabricate fake type author leak
shoot execute execution grave : shoot execute kill murder bury massacre liquidate
fired shot gunfire crossfire : fire shoot open shell shot attack return strike
explode explosion blow : explode blow bomb plant set detonate mine sabotage ignite fire strike hit
"""
FAMILIES: Final[tuple[tuple[frozenset[str], frozenset[str]], ...]] = tuple(
    (frozenset(keys.split()), frozenset(keys.split()) | frozenset(answers.split()))
    for keys, answers in (line.split(" : ") for line in _TABLE.strip().split("\n"))
)
"""What a question may ask about, and the words that answer it."""

MANY_USES: Final = frozenset(
    """
    take make put place send use open pull break cut fly drop lay post publish start hire set carry conduct have play
    show bear direct order arrange plan stage name identify link lead trace leave bring give release spread seize hold
    pass
    """.split()
)
"""Verbs that answer a question only together with what they are done to."""


def all_predicates() -> frozenset[str]:
    """Return every verb and noun of every family: what can answer a question for a cause."""
    return ANY_DEED.union(*(answers for _, answers in FAMILIES))


def predicates_for(words: frozenset[str]) -> frozenset[str]:
    """Return the verbs and nouns that can answer a question containing these lemmas; all deeds where none is known."""
    chosen = [answers for keys, answers in FAMILIES if keys & words]
    return ANY_DEED.union(*chosen) if chosen else all_predicates()
