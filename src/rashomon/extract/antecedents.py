"""Whom pronouns stand for: the most salient referent before them that agrees in number, gender and kind.

After Lappin and Leass (1994): each mention weighs by its grammatical role and fades from sentence to sentence; whoever
spoke last weighs more, whoever stands only in another's words less. A pronoun never stands for another argument of its
own verb, nor for somebody named only in what it says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.extract.animacy import CALENDAR
from rashomon.extract.candidate import Candidate
from rashomon.extract.kinds import EPITHETS, Gender, Kind, is_collective
from rashomon.extract.naming import find_head, is_name, name_range
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.quotes import find_quotations
from rashomon.extract.referents import (
    NOT_HEADS,
    Referent,
    Register,
    find_aged,
    is_definite,
    is_known_name,
    join_group,
    refer_name,
    refer_noun,
    refer_office,
    role_before,
)
from rashomon.extract.tree import SUBJECTS, children, climb, first_child, head_of, subject_of

SINGULAR: Final = {"he": Gender.HE, "him": Gender.HE, "his": Gender.HE, "himself": Gender.HE} | {
    "she": Gender.SHE, "her": Gender.SHE, "hers": Gender.SHE, "herself": Gender.SHE,
}  # fmt: skip
PLURAL: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER: Final = frozenset({"it", "its", "itself"})
_POSSESSIVE: Final = frozenset({"his", "her", "their", "its"})
_CROWDS: Final = frozenset("gang group mob band crowd ring cell cartel militia mafia company firm union party".split())
"""Who are never "he" or "she"."""
_MEN: Final = frozenset({"man", "woman", "boy", "girl"})
_THEMSELVES: Final = frozenset({"himself", "herself"})
_PAIRS: Final = frozenset({"both", "two", "pair", "duo"})
_OF_PAIRS: Final = _PAIRS | {"former", "latter"}
_ROLES: Final = {"nsubj": 180.0, "nsubjpass": 170.0, "ROOT": 150.0, "dobj": 150.0, "dative": 140.0, "pobj": 120.0}
_OTHER_ROLE: Final = 110.0
_PLACE: Final = 0.3
_PLACED: Final = frozenset({"in", "at", "near", "to", "from", "into", "inside", "outside", "across", "around"})
_EMBEDDED: Final = 0.7
"""Of a noun within another's phrase ("the residents of Kesh")."""
_WITHIN: Final = frozenset({"in", "inside", "outside", "across", "near", "throughout", "along", "beside", "opposite"})
_SPEAKER: Final = 60.0
_SPEAKER_AGAIN: Final = 120.0
"""More where the pronoun speaks too: most often the same voice goes on."""
_NAMED: Final = 1.3
_UNNAMED: Final = 0.8
_FADING: Final = 0.6
_REACH_SENTENCES: Final = 7
_REACH_MENTIONS: Final = 120
_IN_OTHERS_WORDS: Final = 0.5
_IN_QUOTATION: Final = 0.25
_FROM_QUOTATION: Final = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    referent: Referent
    index: int
    sentence: int
    weight: float
    speaks: bool
    clause: int
    inside: int


class Cast:
    """Who each noun and pronoun of a document stands for. Reads the whole document at once."""

    def __init__(self, parsed: Parsed, candidates: Sequence[Candidate]) -> None:
        self._parsed = parsed
        self._candidates = candidates
        self._sources = {find_head(parsed, c.source).index: n for n, c in enumerate(candidates) if c.source}
        joined = {c.index: n for i, n in self._sources.items() for c in children(parsed, parsed.tokens[i], "conj")}
        self._sources = joined | self._sources
        self._inside = _innermost(candidates)
        quotations = find_quotations(parsed)
        self._quoted = frozenset[int]().union(*(q.tokens for q in quotations))
        self._register = Register()
        self._mentions: list[_Mention] = []
        self._who: dict[int, Referent] = {}
        self._names: dict[int, str] = {}
        self._named_until = -1
        for token in parsed.tokens:
            self._read(token)

    def name_of(self, token: Token) -> str:
        """The name, as far as the text had told it by then, of whoever a token stands for; "" if it tells nothing but
        what the token itself does."""
        return self._names.get(token.index, "")

    def _read(self, token: Token) -> None:
        lower = token.text.lower()
        referent: Referent | None = None
        if token.index <= self._named_until:
            return
        named = self._named_behind(token) if token.dep not in NOT_HEADS else None
        if named is not None:
            referent = refer_name(self._parsed, self._register, named)
        elif lower in _OF_PAIRS and token.dep not in ("nummod", "amod"):
            referent = self._of_pair(token)
        elif token.dep not in NOT_HEADS and self._is_noun(token):
            referent = self._referent_of_noun(token)
        elif lower in SINGULAR or lower in PLURAL or (lower in NEUTER and token.dep != "expl"):
            referent = self._antecedent(token)
        elif lower == "old":
            referent = find_aged(self._parsed, self._register, token)
        if referent is None:
            return
        self._take_down(token, referent)
        if lower in PLURAL:
            self._note_part(token, referent)

    def _is_noun(self, token: Token) -> bool:
        known = token.pos in ("ADJ", "VERB") and token.dep in SUBJECTS and is_known_name(self._register, token)
        return token.pos in ("NOUN", "PROPN") or known

    def _named_behind(self, token: Token) -> Token | None:
        """The name that a noun only introduces ("the widow Bykova"), or that says who a pronoun is ("he (Bykov)")."""
        tokens = self._parsed.tokens
        at = token.index + 1
        if token.pos == "PRON" and at + 1 < len(tokens) and tokens[at].text in ("(", "["):
            at += 1
        elif token.pos != "NOUN" or at >= len(tokens) or role_before(self._parsed, at) is None:
            return None
        last = None
        while at < len(tokens) and tokens[at].pos == "PROPN" and tokens[at].sentence == token.sentence:
            last, at = tokens[at], at + 1
        return None if last is None or last.text.lower() in CALENDAR else last

    def _referent_of_noun(self, token: Token) -> Referent:
        parsed = self._parsed
        governor = head_of(parsed, token)
        apposed = token.dep == "appos" and token.index not in self._sources
        if apposed and governor is not None and "NOUN" in (token.pos, governor.pos):
            described = self._who.get(governor.index)
            if described is not None:
                return described
        if is_definite(parsed, token) and token.lemma in EPITHETS:
            return refer_noun(parsed, self._register, token)
        office = refer_office(parsed, self._register, token) if is_name(token) else self._the_very(token)
        if office is not None:
            return office
        if is_name(token) or is_known_name(self._register, token):
            self._named_until = name_range(parsed, token)[1]
            return refer_name(parsed, self._register, token)
        counted = {parsed.tokens[i].text.lower() for i in token.children}
        if is_definite(parsed, token) and counted & _PAIRS and counted <= _PAIRS | {"the", "these", "those"}:
            pair = self._last_pair(token)
            if pair is not None:
                return pair
        referent = refer_noun(parsed, self._register, token)
        if referent.kind is Kind.THING and token.index in self._sources:
            referent.kind = Kind.UNKNOWN
        if referent.kind is Kind.DOCUMENT and referent.issuer is None:
            referent.issuer = _issuer_of(parsed, token)
        return referent

    def _the_very(self, token: Token) -> Referent | None:
        """ "The man himself" is whoever "he" would be."""
        after = self._parsed.tokens[token.index + 1] if token.index + 1 < len(self._parsed.tokens) else token
        person = token.lemma in _MEN and after.text.lower() in _THEMSELVES
        return self._antecedent(after) if person and is_definite(self._parsed, token) else None

    def _take_down(self, token: Token, referent: Referent) -> None:
        self._who[token.index] = referent
        self._register.note(referent, token)
        if referent.mentions > 1 or referent.named or referent.members:
            self._names[token.index] = self._name_with_issuer(referent)
        if token.dep != "appos":
            self._mentions.append(self._mention(token, referent))
        first = head_of(self._parsed, token)
        if token.dep == "conj" and first is not None and token.pos in ("NOUN", "PROPN"):
            other = self._who.get(first.index)
            if other is not None and other is not referent and other.kind is not Kind.THING:
                group = join_group(other, referent)
                self._mentions.append(self._mention(token, group))

    def _name_with_issuer(self, referent: Referent) -> str:
        """A document met again speaks for whoever gave it out."""
        if referent.issuer is None or referent.mentions <= 1:
            return referent.name
        issuer = self._who.get(referent.issuer)
        return issuer.name if issuer is not None and issuer.kind is not Kind.THING else referent.name

    def _note_part(self, token: Token, whole: Referent) -> None:
        """ "One of them" is somebody too, named after the whole."""
        prep = head_of(self._parsed, token)
        part = head_of(self._parsed, prep) if prep is not None and prep.text.lower() == "of" else None
        if part is None or part.pos in ("NOUN", "PROPN", "VERB", "AUX"):
            return
        name = whole.name
        if not whole.named and not whole.members:
            begins = self._parsed.tokens[self._parsed.tokens[whole.first].left].pos in ("NUM", "NOUN", "DET")
            name = f"the {name[:1].lower() if begins else name[:1]}{name[1:]}"
        one = Referent(
            name=f"{part.text} of {name}", kind=whole.kind, gender=whole.gender, named=False,
            plural=part.text.lower() not in ("one", "each", "either", "neither", "none"), words=set(),
        )  # fmt: skip
        self._take_down(part, one)
        self._names[part.index] = one.name

    def _mention(self, token: Token, referent: Referent) -> _Mention:
        weight = _ROLES.get(_role(self._parsed, token), _OTHER_ROLE)
        prep = head_of(self._parsed, token)
        if token.dep == "pobj" and prep is not None and prep.text.lower() in _PLACED and referent.kind not in (
            Kind.PERSON, Kind.DOCUMENT
        ):  # fmt: skip
            weight *= _PLACE
            if prep.text.lower() in _WITHIN and referent.kind is Kind.UNKNOWN and not referent.gender:
                referent.kind = Kind.STATE
        owner = head_of(self._parsed, prep) if token.dep == "pobj" and prep is not None else None
        if owner is not None and owner.pos in ("NOUN", "PROPN"):
            weight *= _EMBEDDED
        weight *= _NAMED if referent.named else 1.0 if token.pos == "PRON" else _UNNAMED
        return _Mention(
            referent=referent, index=token.index, sentence=token.sentence,
            weight=weight, speaks=token.index in self._sources,
            clause=_clause_of(self._parsed, token), inside=self._inside.get(token.index, -1),
        )  # fmt: skip

    def _of_pair(self, token: Token) -> Referent | None:
        """Who "both" and "the two", "the former" and "the latter" of two are."""
        lower = token.text.lower()
        pair = self._last_pair(token)
        if pair is None or lower in _PAIRS:
            return pair
        alone = any(c.dep == "det" for c in children(self._parsed, token))
        return pair.members[lower == "latter"] if alone else None

    def _last_pair(self, token: Token) -> Referent | None:
        for mention in self._recent(token):
            if len(mention.referent.members) == 2:
                return mention.referent
        return None

    def _recent(self, token: Token) -> Iterator[_Mention]:
        """The mentions before a token that are near enough, latest first."""
        end = bisect_left(self._mentions, token.index, key=lambda mention: mention.index)
        for place in range(end - 1, max(-1, end - 1 - _REACH_MENTIONS), -1):
            if token.sentence - self._mentions[place].sentence > _REACH_SENTENCES:
                return
            yield self._mentions[place]

    def _antecedent(self, pronoun: Token) -> Referent | None:
        clause = _clause_of(self._parsed, pronoun)
        speaks = pronoun.index in self._sources
        weights: dict[int, dict[int, float]] = {}
        found: dict[int, Referent] = {}
        barred = self._own_speaker(pronoun)
        bonus = _SPEAKER_AGAIN if speaks and pronoun.index not in self._quoted else _SPEAKER
        for mention in self._recent(pronoun):
            referent = mention.referent
            fitness = _fitness(referent, pronoun.text.lower(), speaks)
            if not fitness or referent is barred or self._is_barred(pronoun, clause, mention):
                continue
            weight = mention.weight + (bonus if mention.speaks else 0.0)
            faded = weight * fitness * self._nearness(pronoun, mention)
            faded *= _FADING ** (pronoun.sentence - mention.sentence)
            # Being named twice in a sentence does not make anybody twice as salient.
            of_sentences = weights.setdefault(id(referent), {})
            of_sentences[mention.sentence] = max(faded, of_sentences.get(mention.sentence, 0.0))
            found[id(referent)] = referent
        if not weights:
            return None
        best = found[max(weights, key=lambda key: sum(weights[key].values()))]
        if pronoun.text.lower() in SINGULAR:
            best.gender = best.gender or SINGULAR[pronoun.text.lower()]
            best.kind = Kind.PERSON
        return best

    def _is_barred(self, pronoun: Token, clause: int, mention: _Mention) -> bool:
        """Whether a mention is another argument of the pronoun's verb, or stands in what the pronoun says."""
        if (
            clause == mention.clause
            and pronoun.text.lower() not in _POSSESSIVE
            and pronoun.sentence == mention.sentence
        ):
            return True
        own = self._sources.get(pronoun.index)
        return own is not None and mention.index in self._candidates[own].content

    def _own_speaker(self, pronoun: Token) -> Referent | None:
        """Nobody quoted word for word calls himself "he"."""
        around = self._inside.get(pronoun.index, -1)
        if around < 0 or pronoun.index not in self._quoted or not self._candidates[around].source:
            return None
        return self._who.get(find_head(self._parsed, self._candidates[around].source).index)

    def _nearness(self, pronoun: Token, mention: _Mention) -> float:
        if mention.inside < 0:
            return 1.0 if pronoun.index not in self._quoted else _FROM_QUOTATION
        if pronoun.index in self._candidates[mention.inside].content:
            return 1.0
        return _IN_QUOTATION if mention.index in self._quoted else _IN_OTHERS_WORDS


def _innermost(candidates: Sequence[Candidate]) -> dict[int, int]:
    """For each token within somebody's words the attribution with the shortest content around it."""
    inside: dict[int, int] = {}
    for position in sorted(range(len(candidates)), key=lambda p: -len(candidates[p].content)):
        for index in candidates[position].content:
            inside[index] = position
    return inside


def _fitness(referent: Referent, pronoun: str, speaks: bool) -> float:
    """How well a referent agrees with a pronoun; 0 where it does not."""
    kind = referent.kind
    if pronoun in SINGULAR:
        crowd = any(is_collective(word) or word in _CROWDS for word in referent.heads)
        if referent.plural or kind not in (Kind.PERSON, Kind.UNKNOWN) or crowd:
            return 0.0
        if referent.gender:
            return 1.6 if referent.gender is SINGULAR[pronoun] else 0.0
        if referent.named:
            return 1.0 if kind is Kind.PERSON or " " in referent.name else 0.7
        return 0.7 if kind is Kind.PERSON else 0.4
    if pronoun in PLURAL:
        if kind is Kind.PERSON or kind is Kind.UNKNOWN:
            return 1.0 if referent.plural or any(is_collective(word) for word in referent.words) else 0.0
        if kind is Kind.BODY:
            return 1.0 if referent.plural else 0.6
        return 0.5 if kind is Kind.STATE else 0.0 if speaks or not referent.plural else 0.8
    if referent.plural or kind is Kind.PERSON:
        return 0.0
    if kind is Kind.UNKNOWN:
        return 0.5 if not referent.gender else 0.0
    return 0.0 if kind is Kind.THING and speaks else 1.0


def _role(parsed: Parsed, token: Token) -> str:
    """The grammatical role, of the first of several joined by "and"."""
    at: Token | None = token
    while at is not None and at.dep in ("conj", "appos"):
        at = head_of(parsed, at)
    return at.dep if at is not None else ""


def _clause_of(parsed: Parsed, token: Token) -> int:
    """The verb a noun depends on; its own index within somebody's possessive, which stands outside all clauses."""
    for governor in climb(parsed, token):
        if governor.pos in ("VERB", "AUX"):
            return governor.index
    return -1


def _issuer_of(parsed: Parsed, document: Token) -> int | None:
    """Who gave a document out: its possessor, "by" or "from" whom it is, the subject whose object it is, or who speaks
    in it."""
    owner = first_child(parsed, document, "poss")
    if owner is not None:
        return owner.index
    for prep in children(parsed, document, "prep"):
        item = first_child(parsed, prep, "pobj")
        if item is not None and prep.text.lower() in ("by", "from"):
            return item.index
    governor = head_of(parsed, document)
    if governor is not None and document.dep == "pobj" and governor.text.lower() == "in":
        governor = head_of(parsed, governor)
    if governor is None or governor.pos != "VERB" or document.dep not in ("dobj", "pobj"):
        return None
    subject = subject_of(parsed, governor)
    while subject is None and governor is not None and governor.dep in ("conj", "xcomp"):
        governor = head_of(parsed, governor)
        subject = subject_of(parsed, governor) if governor is not None else None
    return subject.index if subject is not None and subject.dep == "nsubj" else None
