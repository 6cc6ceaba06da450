"""Words by which a text commits to a clause more or less: tales, theories, evidence, adjectives of truth and chance.

General English, grouped by what they do to the clause they govern. Cue words that attribute stand in `lexicon`; these
stand within what somebody says, or within the cue beside the word that attributes.
"""

from types import MappingProxyType
from typing import Final

from rashomon.model.vocabulary import Certainty

MODALS: Final = MappingProxyType(
    {"may": Certainty.POSSIBLE, "might": Certainty.POSSIBLE, "could": Certainty.POSSIBLE, "must": Certainty.PROBABLE}
)
HEDGES: Final = MappingProxyType(
    dict.fromkeys("likely probably presumably apparently seemingly evidently ostensibly".split(), Certainty.PROBABLE)
    | dict.fromkeys("possibly perhaps maybe conceivably potentially".split(), Certainty.POSSIBLE)
    | dict.fromkeys("probable presumable apparent suspected presumed".split(), Certainty.PROBABLE)
    | dict.fromkeys("possible plausible conceivable thinkable feasible".split(), Certainty.POSSIBLE)
    | dict.fromkeys("unlikely improbable implausible doubtful inconceivable unthinkable".split(), Certainty.UNLIKELY)
    | dict.fromkeys("unclear unknown uncertain unsure undetermined debatable moot".split(), Certainty.NONE)
)
"""Adverbs and adjectives by which a clause is less than certain."""

ATTRIBUTIVE_HEDGES: Final = frozenset("possible probable likely apparent suspected presumed unlikely".split())
"""Adjectives that hedge the noun they stand before (*a suspected leak*)."""

OPEN_ADJECTIVES: Final = frozenset("clear certain sure known established apparent evident obvious".split())
"""Adjectives which, negated, say that nobody knows (*it is not clear whether*)."""
TRUE: Final = frozenset("true so case correct accurate right fact".split())
FALSE: Final = frozenset(
    "untrue false wrong incorrect inaccurate mistaken absurd nonsense lie slander ridiculous impossible".split()
)
"""Predicates that say a clause is so, or is not so."""
DISPROVED: Final = frozenset(
    """
    groundless baseless unfounded untrue false wrong bogus mistaken fictitious hollow nonsense fabrication hoax lie fake
    invention unsubstantiated exaggerated fiction absurd slander rubbish
    """.split()
)
"""Predicates that say a claim is not worth believing."""
SURPRISES: Final = frozenset(
    """
    surprise surprising secret mystery wonder coincidence news new strange odd important relevant enough good bad sad
    shame pity accident acceptable normal fair
    """.split()
)
"""Predicates that take a clause for granted, negated or not (*it is no secret that*)."""
FACTIVE: Final = frozenset(
    "know realize realise regret mind care matter remember forget notice hide conceal mention like surprise".split()
)
"""Verbs that take their clause for granted, negated or not."""
SEEMING: Final = frozenset("appear seem look".split())
SUPPOSING: Final = frozenset("suppose assume imagine say grant presume".split())
"""Verbs which, as an order or a participle, only suppose what follows (*suppose it was us*)."""
IMPLYING: Final = frozenset(
    "mean imply suggest show prove indicate make require explain constitute amount confirm demonstrate".split()
)
"""Verbs which, under *would*, make what follows the consequence of something nobody has established."""

SUPPOSED: Final = frozenset({"would", "'d", "could", "might"})
"""Auxiliaries under which they do so."""

TALES: Final = frozenset(
    """
    rumour rumor gossip tale joke legend folklore hearsay whisper yarn chatter scuttlebutt talk conjecture innuendo
    gossiping tittle-tattle
    """.split()
)
"""Nouns for what is passed on without anybody standing in for it."""
THEORIES: Final = frozenset(
    """
    theory hypothesis scenario notion version possibility explanation speculation conjecture narrative supposition
    line idea thesis lead
    """.split()
)
"""Nouns for an explanation that is weighed."""
REPORTS: Final = frozenset(
    "report claim account allegation accusation assertion suggestion story charge remark rumour rumor".split()
)
"""Nouns for what somebody said, which another may mention."""
EVIDENCE: Final = frozenset("evidence proof sign indication trace hint grounds reason basis suggestion".split())
"""Nouns which, with *no*, say that their clause is not so (*no evidence that*)."""
MISGIVINGS: Final = frozenset("doubt question scepticism skepticism".split())

MENTION_VERBS: Final = frozenset(
    """
    note mention recall list cite reprint forward relay repeat describe circulate pass set recount rehearse trade
    quote reproduce retell recite swap outline record carry entertain raise discuss consider float weigh examine
    explore investigate trace summarise summarize float air hear register refer read print lay footnote
    canvass catalogue catalog enumerate tabulate acknowledge
    """.split()
)
"""Verbs by which somebody passes on, or weighs, what he need not hold."""

SUPPORT_VERBS: Final = frozenset(
    "endorse share support back embrace adopt believe accept buy confirm vouch verify assess check credit".split()
)
SUPPORT_NOUNS: Final = frozenset(
    """
    endorsement comment prejudice judgment judgement confirmation commitment vouching verification support credence
    weight position view opinion stock side evaluation assessment attribution finding stand
    """.split()
)
"""Words of backing: *without endorsing it*, *takes no position*, *attaches no weight to it*."""
