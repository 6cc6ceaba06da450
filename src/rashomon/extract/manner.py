"""How a clause is meant within a run of words: negated, hedged, asked, supposed, by itself or by what governs it.

Read from the clause upwards: its own negation, modals and adverbs first, then every verb, adjective and noun above it
within the run (*it is not true that*, *no evidence that*, *I think that*, *if ... then*). What stands above it outside
the run is another voice's cue and is read by `certainty`. Subordinate clauses beside it change nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from rashomon.extract import attitudes
from rashomon.extract.appraisal import BY_CLASS, BY_LEMMA, LADDER
from rashomon.extract.clauses import negatives_of
from rashomon.extract.hedges import find_hedges, hedge_of_adjective
from rashomon.extract.lexicon import NOUNS, VERBS, CueClass
from rashomon.extract.mentioning import is_noun_disowned
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.stance import is_doubted
from rashomon.extract.suppositions import is_asked, is_consequence, is_supposed
from rashomon.extract.tree import children, first_child
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance

_DEEPEST: Final = 8
_WITHIN_CLAUSE: Final = frozenset(
    "pobj prep dobj attr agent acomp nsubj nsubjpass oprd compound amod poss appos".split()
)
_EMBEDDED: Final = frozenset("ccomp xcomp acl pcomp csubj csubjpass".split())
_WEIGHED: Final = attitudes.TALES | attitudes.THEORIES | attitudes.REPORTS | attitudes.EVIDENCE | attitudes.MISGIVINGS
_MADE: Final = frozenset("finding claim allegation accusation judgment judgement suggestion conclusion".split())
_GENERIC: Final = frozenset("you one some people anyone somebody someone".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The words one voice says: tokens first to last (exclusive) without the barred ones."""

    first: int
    last: int
    barred: frozenset[int] = frozenset()

    def holds(self, index: int) -> bool:
        """Whether a token is among them."""
        return self.first <= index < self.last and index not in self.barred


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a clause is meant: `negated` is about its positive form; None leaves the cue's word.

    `heard` tells that some negative was found, whether or not another cancelled it.
    """

    negated: bool = False
    certainty: Certainty = Certainty.CERTAIN
    modality: Modality | None = None
    stance: Stance | None = None
    heard: bool = False


def read_manner(parsed: Parsed, index: int, scope: Scope) -> Manner:
    """Read the manner of the clause a token stands in, from the token up to the edge of the scope."""
    node = parsed.tokens[index]
    counted: set[int] = set()
    manner = _with_own_words(parsed, node, Manner(), counted)
    if _leaves_open(parsed, node):
        manner = _weaken(replace(manner, negated=False), Certainty.POSSIBLE)
    for _ in range(_DEEPEST):
        if is_supposed(parsed, node):
            return _weaken(replace(manner, modality=Modality.CONDITIONAL), Certainty.NONE)
        if is_asked(parsed, node):
            return _weaken(replace(manner, modality=Modality.QUESTION), Certainty.NONE)
        if node.head == NO_HEAD or not scope.holds(node.head):
            return replace(manner, heard=bool(counted))
        governor = parsed.tokens[node.head]
        if node.dep == "conj":
            manner = _with_shared_negation(parsed, node, governor, manner, counted)
        elif node.dep == "prep" and governor.pos == "NOUN" and governor.lemma in _WEIGHED:
            manner = _under_noun(parsed, governor, manner, counted)
        elif node.dep in {"dobj", "nsubjpass"} and _class_of(parsed, governor, "np") is CueClass.DENIAL:
            manner = _under_exclusion(parsed, governor, manner, counted)
        elif node.dep in _WITHIN_CLAUSE and (told := _theory_of(parsed, governor)) is not None:
            manner = _under_noun(parsed, told, manner, counted)
        elif node.dep in _WITHIN_CLAUSE:
            manner = _with_own_words(parsed, governor, manner, counted)
        elif node.dep in _EMBEDDED or _names_content(parsed, node, governor):
            manner = _governed(parsed, governor, node, manner, counted, scope)
        else:
            break
        node = governor
    return replace(manner, heard=bool(counted))


def _with_own_words(parsed: Parsed, node: Token, manner: Manner, counted: set[int]) -> Manner:
    """What the words of one clause do to it: its negatives, its modals and adverbs, a condition it stands under."""
    here = negatives_of(parsed, node)
    if here and not counted & set(here):
        manner = replace(manner, negated=not manner.negated)
    counted.update(here)
    for hedge in find_hedges(parsed, node, negated=bool(here)):
        manner = _hedged(manner, hedge)
    if here and node.lemma == "be" and _is_on_the_table(parsed, node):
        manner = _weaken(replace(manner, negated=False), Certainty.POSSIBLE)
    if here and (manner.certainty is Certainty.NONE or _is_open(parsed, node)):
        # "Is not clear", "is not known": nothing is denied.
        manner = _weaken(replace(manner, negated=False, modality=Modality.QUESTION), Certainty.NONE)
    if is_consequence(parsed, node):
        manner = _weaken(replace(manner, modality=Modality.CONDITIONAL), Certainty.NONE)
    adverbs = {c.text.lower() for c in children(parsed, node, "advmod", "amod")}
    if adverbs & {"allegedly", "purportedly", "supposedly", "alleged", "purported", "supposed"}:
        manner = replace(manner, stance=Stance.DISTANCES)
    return manner


def _is_on_the_table(parsed: Parsed, verb: Token) -> bool:
    """*Nothing is off the table*."""
    off = next((c for c in children(parsed, verb, "prep") if c.text.lower() == "off"), None)
    named = first_child(parsed, off, "pobj") if off is not None else None
    return named is not None and named.lemma == "table"


def _under_exclusion(parsed: Parsed, verb: Token, manner: Manner, counted: set[int]) -> Manner:
    """*A leak has been ruled out*, *cannot be ruled out*."""
    negatives = negatives_of(parsed, verb)
    counted.update(negatives)
    return _weaken(manner, Certainty.POSSIBLE) if negatives else replace(manner, negated=not manner.negated)


def _is_open(parsed: Parsed, node: Token) -> bool:
    """*The cause is not known*, *has not been established*."""
    passive = first_child(parsed, node, "nsubjpass", "auxpass") is not None
    return passive and node.lemma in {"know", "establish", "determine", "identify", "explain", "settle"}


def _leaves_open(parsed: Parsed, node: Token) -> bool:
    """*Have not ruled out arson*, *cannot be excluded*: a denial that is not made."""
    denies = node.pos == "VERB" and _class_of(parsed, node, "np") is CueClass.DENIAL
    return denies and bool(negatives_of(parsed, node)) and first_child(parsed, node, "dobj", "nsubjpass") is not None


def _with_shared_negation(
    parsed: Parsed, node: Token, first: Token, manner: Manner, counted: set[int]
) -> Manner:  # fmt: skip
    """*Did not burn or loot*: a negative before the first of two verbs covers the second that *or* joins."""
    own_subject = first_child(parsed, node, "nsubj", "nsubjpass") is not None
    joined = {c.text.lower() for c in children(parsed, first, "cc")} & {"or", "nor"}
    here = negatives_of(parsed, first)
    if own_subject or not joined or not here or counted & set(here):
        return manner
    counted.update(here)
    return replace(manner, negated=not manner.negated)


def _names_content(parsed: Parsed, node: Token, governor: Token) -> bool:
    """A clause the parser takes for a relative one though it says what a tale is: *the rumour that he paid them*."""
    told = attitudes.TALES | attitudes.THEORIES | attitudes.REPORTS
    if node.dep != "relcl" or not (governor.lemma in told or "that" in NOUNS.get(governor.lemma, {})):
        return False
    opening = parsed.tokens[node.left]
    within = opening.text.lower() in {"in", "under", "by"} and parsed.tokens[node.left + 1].text.lower() == "which"
    named = first_child(parsed, node, "nsubj", "nsubjpass")
    return within or (opening.text.lower() == "that" and named is not None and named.index != opening.index)


def _governed(
    parsed: Parsed, governor: Token, clause: Token, manner: Manner, counted: set[int], scope: Scope
) -> Manner:
    """What a verb, an adjective or a noun does to the clause it governs."""
    if governor.pos in {"NOUN", "PROPN"}:
        return _under_noun(parsed, governor, manner, counted, scope)
    if governor.pos == "ADJ":
        return _under_adjective(parsed, governor, governor, manner, counted)
    if governor.lemma == "be":
        return _under_copula(parsed, governor, clause, manner, counted)
    if governor.pos in {"VERB", "AUX"}:
        return _under_verb(parsed, governor, manner, counted)
    return manner


def _under_noun(
    parsed: Parsed, noun: Token, manner: Manner, counted: set[int], scope: Scope | None = None
) -> Manner:  # fmt: skip
    head = parsed.tokens[noun.head] if noun.head != NO_HEAD else None
    # "Rejects every tale that": a verb outside the scope is the cue, and read there.
    own = head is not None and (scope is None or scope.holds(head.index))
    excluded = own and noun.dep in {"dobj", "nsubjpass"}
    if head is not None and excluded and _class_of(parsed, head, "np") is CueClass.DENIAL:
        return _under_exclusion(parsed, head, manner, counted)
    negatives = [c.index for c in children(parsed, noun, "det", "neg") if c.text.lower() in {"no", "not", "neither"}]
    if not negatives and head is not None and noun.dep in {"dobj", "attr", "nsubj", "pobj"}:
        negatives = negatives_of(parsed, head) or ([head.index] if head.text.lower() == "without" else [])
    lemma = noun.lemma
    if negatives and lemma in attitudes.MISGIVINGS | attitudes.SURPRISES | {"possibility", "way", "chance"}:
        counted.update(negatives)
        return manner if lemma not in {"possibility", "way", "chance"} else replace(manner, negated=not manner.negated)
    if negatives and lemma in _MADE and head is not None and head.lemma in {"make", "reach", "draw"}:
        # "I make no finding that".
        counted.update(negatives)
        return _weaken(manner, Certainty.NONE)
    if lemma in attitudes.EVIDENCE and negatives:
        counted.update(negatives)
        return replace(manner, negated=not manner.negated)
    if is_doubted(parsed, noun):
        manner = replace(manner, stance=Stance.DISTANCES)
    if lemma in attitudes.TALES or (lemma in attitudes.THEORIES and is_noun_disowned(parsed, noun)):
        return _weaken(manner, Certainty.NONE)
    if lemma in attitudes.THEORIES:
        manner = _weaken(manner, Certainty.POSSIBLE)
    cue_class = NOUNS.get(lemma, {}).get("that")
    manner = _as_attitude(manner, lemma, cue_class)
    mentioned = head is not None and noun.dep in {"dobj", "pobj"} and head.lemma in attitudes.MENTION_VERBS
    if mentioned and lemma in attitudes.THEORIES | attitudes.REPORTS:
        manner = _weaken(manner, Certainty.NONE)
    return manner


def _under_adjective(parsed: Parsed, word: Token, clause: Token, manner: Manner, counted: set[int]) -> Manner:
    """*True*, *wrong*, *likely*, *clear* said of a clause; `clause` is where the negation of the predicate stands."""
    negatives = [*negatives_of(parsed, word), *(negatives_of(parsed, clause) if clause is not word else [])]
    head = parsed.tokens[word.head] if word.head != NO_HEAD and word.dep in {"acomp", "attr", "oprd"} else None
    if not negatives and head is not None:
        negatives = negatives_of(parsed, head)
    lower = word.text.lower()
    told = _told_of(parsed, head) if head is not None and head.lemma == "be" and word is clause else None
    if told is not None:
        return _under_noun(parsed, told, manner, counted)
    if lower in attitudes.SURPRISES:
        counted.update(negatives)
        return manner
    hedge = hedge_of_adjective(parsed, word, negated=bool(negatives))
    if hedge is not None:
        counted.update(negatives)
        return _hedged(manner, hedge)
    if lower in {"impossible", "inconceivable", "unthinkable"} and negatives:
        counted.update(negatives)
        return _weaken(manner, Certainty.POSSIBLE)
    flips = (lower in attitudes.FALSE) != bool(negatives)
    if negatives and not counted & set(negatives):
        counted.update(negatives)
        return replace(manner, negated=manner.negated != flips)
    return replace(manner, negated=manner.negated != (lower in attitudes.FALSE))


def _under_copula(parsed: Parsed, verb: Token, clause: Token, manner: Manner, counted: set[int]) -> Manner:
    """*It is true that*, *my guess is that*, *the idea that ... is wrong*."""
    predicate = first_child(parsed, verb, "acomp", "attr", "oprd")
    told = _told_of(parsed, verb)
    if told is not None and predicate is not None:
        return _under_noun(parsed, told, manner, counted)
    if predicate is not None and predicate is not clause:
        if predicate.pos in {"NOUN", "PROPN"} and predicate.text.lower() not in attitudes.FALSE | attitudes.TRUE:
            return _under_noun(parsed, predicate, manner, counted)
        if "truth" in {parsed.tokens[i].lemma for i in range(predicate.left, min(predicate.right, clause.index))}:
            counted.update(negatives_of(parsed, verb))
            return replace(manner, negated=not manner.negated, certainty=Certainty.CERTAIN)
        return _under_adjective(parsed, predicate, verb, manner, counted)
    subject = first_child(parsed, verb, "nsubj") or _inverted_subject(parsed, verb)
    if subject is not None and subject.pos == "NOUN":
        manner = _under_noun(parsed, subject, manner, counted)
    return _with_own_words(parsed, verb, manner, counted)


def _told_of(parsed: Parsed, verb: Token) -> Token | None:
    """*The belief is widespread that*: the noun whose clause stands behind the predicate."""
    subject = first_child(parsed, verb, "nsubj")
    named = subject is not None and subject.pos in {"NOUN", "PROPN"} and "that" in NOUNS.get(subject.lemma, {})
    return subject if named else None


def _inverted_subject(parsed: Parsed, verb: Token) -> Token | None:
    """*Among the theories ... is that*: what the clause is one of stands before the verb."""
    before = parsed.tokens[parsed.sentence_of(verb).first : verb.index]
    return next((t for t in before if t.pos == "NOUN" and t.lemma in attitudes.TALES | attitudes.THEORIES), None)


def _under_verb(parsed: Parsed, verb: Token, manner: Manner, counted: set[int]) -> Manner:
    lemma = verb.lemma
    negatives = [i for i in negatives_of(parsed, verb) if i not in counted]
    modals = {c.text.lower() for c in children(parsed, verb, "aux")}
    subject = first_child(parsed, verb, "nsubj")
    cue_class = _class_of(parsed, verb)
    told = _theory_of(parsed, verb)
    if told is not None:
        return _under_noun(parsed, told, manner, counted)
    if lemma in attitudes.FACTIVE and negatives:
        counted.update(negatives)
        return manner
    if lemma in attitudes.IMPLYING and modals & attitudes.SUPPOSED:
        return _weaken(replace(manner, modality=Modality.CONDITIONAL), Certainty.NONE)
    generic = subject is not None and subject.text.lower() in _GENERIC and modals & {"can", "could", "may", "might"}
    if cue_class is not None and generic:
        return _weaken(manner, Certainty.NONE)
    if lemma in attitudes.SEEMING:
        manner = _hedged(manner, Certainty.UNLIKELY if negatives else Certainty.PROBABLE)
        counted.update(negatives)
        return manner
    if cue_class is None or not negatives:
        manner = _as_attitude(manner, lemma, cue_class)
        return _with_own_words(parsed, verb, manner, counted)
    counted.update(negatives)
    return _under_negated_cue(manner, cue_class)


def _theory_of(parsed: Parsed, verb: Token) -> Token | None:
    """*One theory holds that*, *a fourth scenario has the pilot asleep*."""
    subject = first_child(parsed, verb, "nsubj") if verb.pos in {"VERB", "AUX"} and verb.lemma != "be" else None
    told = subject is not None and subject.pos == "NOUN" and subject.lemma in attitudes.TALES | attitudes.THEORIES
    return subject if told else None


def _under_negated_cue(manner: Manner, cue_class: CueClass) -> Manner:
    if cue_class is CueClass.BELIEF:
        return _hedged(replace(manner, modality=Modality.OPINION), Certainty.UNLIKELY)
    if cue_class is CueClass.DOUBT:
        return manner
    if cue_class is CueClass.DENIAL:
        return _weaken(manner, Certainty.POSSIBLE)
    if cue_class in {CueClass.INTENTION, CueClass.DIRECTIVE, CueClass.EMOTION}:
        return replace(manner, negated=not manner.negated)
    return _weaken(manner, Certainty.NONE)


def _class_of(parsed: Parsed, verb: Token, *kinds: str) -> CueClass | None:
    particle = first_child(parsed, verb, "prt")
    entry = VERBS.get(f"{verb.lemma}-{particle.text.lower()}") if particle is not None else None
    constructions = entry or VERBS.get(verb.lemma, {})
    return next((constructions[k] for k in kinds or ("that", "be+to") if k in constructions), None)


def _as_attitude(manner: Manner, lemma: str, cue_class: CueClass | None) -> Manner:
    """Colour a clause by the attitude of the word above it, as far as that attitude says less than plain speech."""
    if cue_class is None and lemma not in BY_LEMMA:
        return manner
    appraisal = BY_LEMMA.get(lemma) or BY_CLASS[cue_class or CueClass.SPEECH]
    if cue_class in {CueClass.INTENTION, CueClass.DIRECTIVE, CueClass.EMOTION, CueClass.APPROVAL} and (
        lemma not in BY_LEMMA
    ):
        return manner
    if appraisal.polarity is Polarity.DENY:
        manner = replace(manner, negated=not manner.negated)
    if appraisal.stance is Stance.DISTANCES:
        manner = replace(manner, stance=Stance.DISTANCES)
    if appraisal.modality in {Modality.OPINION, Modality.QUESTION, Modality.DENIAL} and manner.modality is None:
        manner = replace(manner, modality=appraisal.modality)
    return _weaken(manner, appraisal.certainty)


def _hedged(manner: Manner, hedge: Certainty) -> Manner:
    """*Unlikely* says that it is not so, less than surely; of what is denied, that it may be so."""
    if hedge is not Certainty.UNLIKELY:
        return _weaken(manner, hedge)
    if manner.negated:
        return _weaken(replace(manner, negated=False), Certainty.PROBABLE)
    return _weaken(replace(manner, negated=True), hedge)


def _weaken(manner: Manner, certainty: Certainty) -> Manner:
    weaker = LADDER.index(certainty) > LADDER.index(manner.certainty)
    return replace(manner, certainty=certainty) if weaker else manner
