"""Words for deeds: verbs and nouns by which a text says that somebody did something, or that something went wrong.

General English, grouped by what they do in a clause. Which deed a question is about is decided later, from the
question; here only the form is known.
"""

from typing import Final

ACT_VERBS: Final = frozenset(
    """
        abduct ambush annihilate arm arrange assassinate assault attack authorise authorize batter behead blast
        blow bomb bombard breach break bug burn bury cause commit compromise concoct conduct contaminate corrupt
        crack crash cripple cut damage deface demolish deploy derail destroy detonate direct disable dispatch
        doctor down drop drown dump dynamite encrypt engineer execute explode explosion expose fabricate fake
        fell fire flood forge frame gas gun hack harm hijack hire hit ignite infect infiltrate inflict injure
        invade jam kidnap kill knock launch lay leak loot machinegun make manipulate mastermind massacre mine
        mount murder ambush neutralise neutralize open orchestrate order organise organize penetrate perpetrate
        pilfer plan plant plot poison post provoke publish pump puncture push raid ram raze release rig rob
        rocket ruin rupture sabotage scuttle send set sever shell shoot sink siphon slaughter slay smuggle spark
        spike spray spread stab stage start steal storm strangle strike swap take tamper target tear throw
        topple torch torpedo trigger undermine unleash use vandalise vandalize wreck wipe wound place put fly
        pull down insert install rupture carry stuff inflate seize detain snatch bribe falsify
        invent hide bring beat smother choke
        """.split()
)
"""Verbs whose subject, or whose agent in the passive, is said to have done the deed."""

CRAFT: Final = frozenset(
    """
        ship vessel boat trawler frigate destroyer submarine jet plane aircraft helicopter tank warship bomber fighter
        gunboat warplane battery artillery convoy
        """.split()
)
"""What acts for whoever steers it."""

PURPOSEFUL: Final = frozenset(
    """
        abduct arrange assassinate bribe commission concoct doctor engineer execute fabricate fake falsify forge frame
        hack hire hijack invent kidnap leak loot mastermind murder orchestrate order organise organize pilfer plan plant
        plot rig rob sabotage seize siphon smuggle stage steal stuff tamper
        """.split()
)
"""Act verbs with which even a house stands for those in it: *the palace forged it*."""

CARRYING: Final = frozenset("carry".split())
"""Verbs that mean a deed only with a deed as their object: *carried out the bombing*."""

WEAK_ACT_VERBS: Final = frozenset(
    """
        make take put place send use open push pull break cut fly drop lay post publish start expose arm hire
        set throw fire hide bring seize
        """.split()
)
"""Act verbs that mean a deed only with an object or a particle."""

BE_GUILTY: Final = frozenset(
    "responsible guilty culpable complicit liable involved implicated behind blame fault".split()
)
"""Words which, said of somebody by a form of *be*, say that he did it."""

CULPRITS: Final = frozenset(
    """
        culprit perpetrator attacker author mastermind organiser organizer bomber killer murderer assassin
        poisoner hacker saboteur arsonist gunman shooter sniper leaker thief plotter offender suspect instigator
        sponsor planner work doing hand handiwork job act operation plot ruse provocation stunt
        """.split()
)
"""Nouns that stand for whoever did it, or for the deed as somebody's."""

DEED_NOUNS: Final = frozenset(
    """
        airstrike aggression ambush arson assassination assault attack atrocity blast bombardment bombing breach
        burglary crime cyberattack cyber-attack downing explosion fabrication fire forgery hack hacking
        hijacking hit incident killing kidnapping launch leak massacre missile mortar murder operation outrage
        plot poisoning provocation raid rocket sabotage shelling shell shooting sinking strike terrorism theft
        torpedo drone bomb mine charge abduction intrusion malware virus poison demolition detonation
        """.split()
)
"""Nouns for a deed or its instrument: *X's attack*, *an attack by X*, *Ukrainian shelling* name who did it."""

INSTRUMENTS: Final = frozenset(
    "missile mortar rocket shell torpedo drone bomb mine charge malware virus poison".split()
)
"""Deed nouns that are things: *Russian drones* names whose they are, not that they did it, unless they are the
subject."""

INVOLVEMENT: Final = frozenset(
    """
        involvement responsibility role part complicity guilt blame hand connection link participation
        culpability
        """.split()
)
"""Nouns that say somebody did it or had a part in it: *denied any role*, *had no part in*."""

REPROACHES: Final = frozenset(
    "accusation allegation charge claim suggestion insinuation imputation report rumour rumor".split()
)
"""What an accused rejects: *strongly rejects any accusation*."""

BLAME_VERBS: Final = frozenset(
    "accuse involve blame suspect charge convict indict condemn implicate finger fault name identify credit".split()
)
"""Verbs whose object is said to have done it: *accused X of it*, *blamed X for it*."""

POINT_VERBS: Final = frozenset("point lead trace attribute ascribe pin link tie belong go hint turn".split())
"""Verbs whose phrase with *to*, *at* or *on* names who did it: *the trail leads to X*, *pinned on X*."""

CAUSE_NOUNS: Final = frozenset(
    """
        accident blunder breakdown carelessness collapse collision corrosion cyclone defect derailment
        earthquake erosion error failure fatigue fault flaw gas glitch hurricane ice icing incompetence
        landslide leak leakage lightning malfunction misfire misfiring mishap mistake misunderstanding
        mismanagement neglect negligence outage overdose overflow overheating overload overpressure overtopping
        pressure quake rust scour self-ignition short-circuit spark spill storm stress suicide turbulence virus
        wave weather wear wind miscalculation mismatch bug congestion contamination fentanyl opiate heatwave
        epidemic outbreak decay fuel meteorite birdstrike disease hysteria inattention recklessness
        oversight sloppiness subsidence sinkhole avalanche tsunami flood drought electrocution asphyxiation
        decompression depressurisation depressurization
        """.split()
)
"""What can have caused a thing without anybody meaning it."""

SUBSTANCES: Final = frozenset(
    """
        acid alcohol ammonia arsenic asbestos bacteria bacterium battery bleach chemical chlorine cyanide drug dust
        dynamite explosive fertiliser fertilizer firework fish food formaldehyde fright fume fumigant germ hydrogen
        insecticide lead liquor meal meat mercury methane methanol mould mold monoxide mushroom pesticide petrol
        phosphine pill pollen pollutant pollution propane radiation rice salad
        sausage sewage shellfish smoke solvent soup stew suggestion toxin vaccine
        vapour vapor water wiring
        """.split()
)
"""Things that can be what did it, where somebody offers them as the answer (*it was the water*)."""

CAUSE_ADJECTIVES: Final = frozenset(
    """
        accidental mechanical structural technical natural electrical meteorological human internal spontaneous
        """.split()
)

CAUSE_VERBS: Final = frozenset(
    "cause trigger explain spark provoke be destroy down sink kill do suspect rule exclude bring remain seem".split()
)
"""Verbs beside which a cause noun is offered as the explanation."""

WEIGHING_VERBS: Final = frozenset("suspect exclude consider rule blame be".split())
"""Verbs whose object is an explanation; the object of *cause* is the effect."""

CAUSABLE_VERBS: Final = frozenset(
    "destroy kill down sink cause trigger wreck break rupture explode ignite burn damage collapse demolish".split()
)
"""Act verbs a thing can be the subject of: *the dust killed them*."""

FAIL_VERBS: Final = frozenset("go fail break collapse explode happen fall burn ignite crack give".split())
"""Verbs which, with *by itself*, say that nobody did it."""

PURPOSES: Final = frozenset(
    """
        arson bomb bombing detonation device dynamite explosive foul-play grenade hijacking mine missile murder rocket
        sabotage semtex suicide-bombing tampering terrorism torpedo attack charge
        """.split()
)
"""What somebody meant to happen, given as the cause (*it was arson*, *an attack cannot be excluded*)."""

EVENTS: Final = DEED_NOUNS | frozenset(
    """
        accident affair blackout blaze catastrophe collapse crash damage death derailment disaster event explosion
        failure fire flood flooding illness incident injury leak loss mishap outage outbreak poisoning power-cut release
        rupture shutdown sinking spill tragedy wreck
        """.split()
)
"""Nouns for what happened, of which a cause is given."""

SETTING_OFF: Final = frozenset("spark trigger provoke prompt ignite start set bring".split())
"""Verbs by which a thing starts or ends another: *a leak set off the blast*, *was brought down by a gust*."""

SEATED: Final = frozenset("government regime leadership authority ruler junta administration master palace".split())
"""Bodies told apart by where they sit: *the government in X*."""

ORIGINS: Final = frozenset(
    "cause origin source explanation reason trigger culprit theory possibility suspicion answer suspect guess".split()
)
"""Nouns that stand for whatever explains the event: *the likeliest cause was dust*."""

MARKS: Final = frozenset("hallmark signature fingerprint trace mark stamp profile pattern style portrait habit".split())
"""What a deed bears of whoever did it."""

SIGNS: Final = frozenset(
    """
        sign trace talk speak theory possibility hypothesis suspicion indication hint involvement evidence notion idea
        question case proof rumour rumor
        """.split()
)
"""Nouns whose *of* phrase names an explanation somebody weighs."""

THEORIES: Final = frozenset("theory explanation version possibility hypothesis scenario suspicion".split())
"""Nouns that announce an explanation."""

STORIES: Final = frozenset("story line lead trail track angle claim tale narrative idea notion camp case".split())
"""Nouns for an account, which a plain noun before them may name: *the insider story*."""

THEORY_FAILS: Final = frozenset(
    """
        collapse shrink crumble fail fall unravel dissolve evaporate fade limp lack thin weak absurd false untenable
        implausible unlikely improbable baseless dead wrong discredit discount debunk dismiss disprove drop reject
        refute exclude
        """.split()
)
"""What is said of an explanation that does not hold."""

PARTIES: Final = frozenset(
    """
        insider employee rebel militia militant militants terrorist jihadist islamist separatist extremist partisan
        guerrilla insurgent army police gang mafia criminal cartel smuggler vigilante loyalist nationalist anarchist
        enemy opposition regime mob hooligan hacker saboteur arsonist striker union student cult pirate bandit burglar
        thief foreign government state mercenary paramilitary lone-wolf copycat
        """.split()
)
"""Plain nouns that say whose a deed or an explanation is: *rebel shells*, *the insider theory*."""

BURDENS: Final = frozenset(
    "responsibility blame suspicion guilt fault finger attention eye inquiry investigation".split()
)
"""What lies with, rests on or falls on whoever is held to have done it."""

NATURES: Final = frozenset("act case deed form kind sort piece result question matter".split())
"""Nouns that only introduce what a thing is: *an act of terrorism*, *a case of hysteria*."""

SPEAKING_DEEDS: Final = frozenset("terrorism".split())
"""Nouns for a deed that name a kind of doer."""

HAPPENINGS: Final = frozenset(
    "event disaster tragedy accident incident affair matter illness death loss failure".split()
)
"""Nouns for what happened, whatever it was."""

TRACEABLE: Final = INSTRUMENTS | frozenset(
    "order instruction command projectile bullet agent substance message e-mail letter traffic signal money shot round "
    "fire explosive weapon aircraft plane".split()
)
"""What comes from somebody: *the order came from X*."""
