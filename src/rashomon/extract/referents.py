"""Who and what a document speaks of: every noun is somebody new or somebody named before, under a fuller name.

Names are joined by their last words, descriptions ("the ministry") to the last referent that is called or introduced
so. Read once from left to right; pronouns are given to `antecedents`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from rashomon.extract.kinds import (
    ANY_BODY,
    EPITHETS,
    Gender,
    Kind,
    gender_of_name,
    gender_of_noun,
    is_title,
    kind_of_name,
    kind_of_noun,
    kinds_of,
)
from rashomon.extract.naming import describe, name_at, words_of
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child, head_of
from rashomon.model.places import state_of

NOT_HEADS: Final = frozenset({"compound", "flat", "nmod", "amod", "npadvmod", "nummod", "quantmod"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "both"})
_EMPTY: Final = frozenset("former same said new late latter own other current latest local".split())
_PLURAL_TAGS: Final = frozenset({"NNS", "NNPS"})
_NEAR_SENTENCES: Final = 3
_FEW: Final = 24
"""So many bearers of one word are looked at."""


@dataclass(slots=True, kw_only=True, eq=False)
class Referent:
    """Somebody or something a document speaks of. Not frozen: what is known of it grows while the text is read."""

    name: str
    kind: Kind
    gender: Gender
    plural: bool
    named: bool
    words: set[str]
    members: tuple[Referent, ...] = ()
    issuer: int | None = None
    """For a document, the head of whoever gave it out."""
    mentions: int = 0
    last: int = -1
    """The token and, below, the sentence of the last mention."""
    sentence: int = -1
    subject: bool = False
    """Whether it was ever a subject."""


@dataclass(slots=True)
class Register:
    """The referents met so far, by the names and words they go by, latest last."""

    by_name: dict[str, list[Referent]] = field(default_factory=dict)
    by_word: dict[str, list[Referent]] = field(default_factory=dict)
    recent: list[Referent] = field(default_factory=list)

    def note(self, referent: Referent, token: Token) -> None:
        """Take down that a referent is mentioned once more."""
        referent.mentions += 1
        referent.last, referent.sentence = token.index, token.sentence
        referent.subject = referent.subject or token.dep in ("nsubj", "nsubjpass", "ROOT")
        for word in referent.words:
            known = self.by_word.setdefault(word, [])
            if not known or known[-1] is not referent:
                known.append(referent)
        if not self.recent or self.recent[-1] is not referent:
            self.recent.append(referent)

    def latest(self, word: str) -> Iterator[Referent]:
        """The referents that go by a word, latest mention first."""
        yield from self.by_word.get(word, [])[: -_FEW - 1 : -1]


def refer_name(parsed: Parsed, register: Register, head: Token) -> Referent:
    """The referent of a name: one whose name ends so, else a new one."""
    name = name_at(parsed, head)
    before = parsed.tokens[max(0, head.index - len(name.split()) - 1) : head.index]
    titled = tuple(t.text.lower() for t in before if is_title(t.text.lower()) and t.sentence == head.sentence)
    words = tuple(name.lower().split())
    roles = list(_roles(parsed, head))
    kind = _kind_in_place(parsed, head, kind_of_name((*titled, *words)), roles)
    gender = _gender(gender_of_name((*titled, *words)), roles) if kind in (Kind.PERSON, Kind.UNKNOWN) else Gender.UNKNOWN
    known = _known_by_name(register, name, kind, gender)
    if known is None:
        known = Referent(name=name, kind=kind, gender=gender, plural=head.tag == "NNPS", named=True, words=set())
    else:
        _learn(known, name, kind, gender)
    known.words |= words_of([name]) | {role.lemma for role in roles} | {*titled}
    for key in _keys(known.name):
        owners = register.by_name.setdefault(key, [])
        if known not in owners:
            owners.append(known)
    return known


def refer_noun(parsed: Parsed, register: Register, head: Token) -> Referent:
    """The referent of a common noun: the one in apposition, one described so before, else a new one."""
    named = next((c for c in children(parsed, head, "appos") if c.pos == "PROPN"), None)
    if named is not None and head.tag not in _PLURAL_TAGS:
        referent = refer_name(parsed, register, named)
        referent.words |= {head.lemma}
        return referent
    if is_definite(parsed, head):
        known = find_described(parsed, register, head)
        if known is not None:
            return known
    modifiers = [c for c in children(parsed, head, "compound", "amod", "poss") if c.pos != "PRON"]
    kind = kind_of_noun(head)
    owner = first_child(parsed, head, "poss")
    return Referent(
        name=describe(parsed, head), kind=kind, named=False, plural=head.tag in _PLURAL_TAGS,
        gender=gender_of_noun(head.lemma) if kind is Kind.PERSON else Gender.UNKNOWN,
        words={head.lemma, *(m.text.lower() for m in modifiers), *(r.lemma for r in _roles(parsed, head))}
        | ({f"{owner.lemma}'s-{head.lemma}"} if owner is not None else set()) | _titled_office(parsed, head, owner),
    )  # fmt: skip


def _titled_office(parsed: Parsed, head: Token, owner: Token | None) -> set[str]:
    """ "President X's office" is a president's office."""
    if owner is None:
        return set()
    return {f"{c.lemma}'s-{head.lemma}" for c in children(parsed, owner, "compound") if is_title(c.lemma)}


def join_group(first: Referent, second: Referent) -> Referent:
    """Two referents spoken of together ("A and B")."""
    members = (*(first.members or (first,)), second)
    same = len({m.gender for m in members}) == 1
    return Referent(
        name=f"{first.name} and {second.name}", kind=second.kind, gender=second.gender if same else Gender.UNKNOWN,
        plural=True, named=False, words=set(), members=members,
    )  # fmt: skip


def find_described(parsed: Parsed, register: Register, head: Token) -> Referent | None:
    """Who "the ministry", "the spokeswoman" or "the group" is: called so, of such a sort, or the only one it fits."""
    if any(c.dep in ("relcl", "acl") for c in children(parsed, head)):
        return None
    qualities = frozenset(_qualities(parsed, head))
    gender = gender_of_noun(head.lemma)
    plural = head.tag in _PLURAL_TAGS
    called = [known for known in register.latest(head.lemma) if _agree(known, plural, gender)]
    for known in called:
        if qualities <= known.words:
            return known
    sorts = [known for kind in kinds_of(head.lemma) for known in register.latest(kind)]
    sorts = [known for known in sorts if _agree(known, plural, gender) and known.kind is not Kind.THING]
    exact = [known for known in sorts if qualities <= known.words]
    if exact:
        return max(exact, key=lambda known: known.last)
    if plural or any(_is_proper(parsed, head, quality) for quality in qualities):
        return None
    named = {id(known): known for known in sorts if known.named}
    if qualities and len(named) == 1 and head.lemma in ANY_BODY:
        return next(iter(named.values()))
    return _only_fitting(parsed, register, head, bool(qualities))


def _agree(known: Referent, plural: bool, gender: Gender) -> bool:
    if known.plural != plural and known.kind is not Kind.BODY:
        return False
    return not (gender and known.gender and gender is not known.gender)


def _qualities(parsed: Parsed, head: Token) -> Iterator[str]:
    """What tells this noun from others of its sort: "foreign" in "the foreign ministry"."""
    for child in children(parsed, head, "amod", "compound", "nmod", "poss"):
        if child.text.lower() not in _EMPTY:
            yield child.text.lower()
    for prep in children(parsed, head, "prep"):
        for item in children(parsed, prep, "pobj"):
            yield item.text.lower()


def _is_proper(parsed: Parsed, head: Token, quality: str) -> bool:
    return any(parsed.tokens[i].text.lower() == quality and parsed.tokens[i].text[:1].isupper() for i in head.children)


def _only_fitting(parsed: Parsed, register: Register, head: Token, qualified: bool) -> Referent | None:
    """The one name nearby that nothing else is known of ("Norvik ... the company"), or the one person ("the former
    aide")."""
    near = [r for r in register.recent[-_FEW:] if r.named and not r.plural]
    near = [r for r in near if head.sentence - r.sentence <= _NEAR_SENTENCES]
    if head.lemma in ANY_BODY and not qualified:
        fitting = {id(r): r for r in near if r.subject and r.kind in (Kind.UNKNOWN, Kind.BODY)}
        return max(fitting.values(), key=lambda r: r.last) if fitting else None
    former = any(parsed.tokens[i].text.lower() in ("former", "ex", "onetime", "old") for i in head.children)
    if kind_of_noun(head) is Kind.PERSON and (former or (head.lemma in EPITHETS and not qualified)):
        gender = gender_of_noun(head.lemma)
        people = {id(r): r for r in near if r.kind in (Kind.PERSON, Kind.UNKNOWN) and _agree(r, False, gender)}
        return next(iter(people.values())) if len(people) == 1 else None
    return None


def is_definite(parsed: Parsed, head: Token) -> bool:
    """Whether a noun says that its referent is known: "the", "this", "those"."""
    return any(c.text.lower() in _DEFINITE for c in children(parsed, head, "det", "predet"))


def _known_by_name(register: Register, name: str, kind: Kind, gender: Gender) -> Referent | None:
    bare = _bare(name)
    owners = [*register.by_name.get(" ".join(bare), [])]
    if len(bare) > 1:
        # "Erik Lund" after "Lund": the same, if nobody fuller goes by that surname.
        owners += [r for r in register.by_name.get(bare[-1], []) if len(_bare(r.name)) == 1]
    fitting = [
        r
        for r in owners
        if not (gender and r.gender and gender is not r.gender)
        and not ({kind, r.kind} == {Kind.PERSON, Kind.BODY} and r.name != name)
        and (r.name.lower() == name.lower() or not state_of(name))
        and (len(bare) == 1 or r.kind is not Kind.STATE)
    ]
    same = [r for r in fitting if r.name.lower() == name.lower()]
    full = [r for r in fitting if len(_bare(r.name)) > 1]
    return max(full or same or fitting, key=lambda r: r.mentions, default=None)


def _learn(known: Referent, name: str, kind: Kind, gender: Gender) -> None:
    if (len(_bare(name)), len(name)) > (len(_bare(known.name)), len(known.name)):
        known.name = name
    if known.kind is Kind.UNKNOWN:
        known.kind = kind
    known.gender = known.gender or gender


def _bare(name: str) -> list[str]:
    words = name.lower().split()
    while len(words) > 1 and (is_title(words[0]) or words[0] in ("prime", "vice", "deputy", "former")):
        words.pop(0)
    return words


def _keys(name: str) -> Iterator[str]:
    """What a name may be shortened to: its last words, and what stands before an "of"."""
    bare = _bare(name)
    cuts = [i for i, word in enumerate(bare) if word in ("of", "for") and i]
    first = cuts[0] if cuts else len(bare)
    for start in range(first):
        yield " ".join(bare[start:first])
    for cut in [*cuts[1:], len(bare)]:
        yield " ".join(bare[:cut])


def _roles(parsed: Parsed, head: Token) -> Iterator[Token]:
    """The common nouns a name is introduced with: before it, in apposition on either side."""
    yield from (c for c in children(parsed, head, "compound", "nmod") if c.pos == "NOUN")
    yield from (c for c in children(parsed, head, "appos") if c.pos in ("NOUN", "PROPN"))
    governor = head_of(parsed, head)
    if head.dep == "appos" and governor is not None and governor.pos in ("NOUN", "PROPN"):
        yield governor


def _kind_in_place(parsed: Parsed, head: Token, kind: Kind, roles: Iterable[Token]) -> Kind:
    """What a name names, by the words around it where its own say nothing."""
    if kind not in (Kind.UNKNOWN, Kind.STATE):
        return kind
    told = [kind_of_noun(role) for role in roles if role.pos == "NOUN"]
    for known in told:
        if known in (Kind.PERSON, Kind.BODY):
            return known
    clause = first_child(parsed, head, "relcl")
    if clause is not None and any(parsed.tokens[i].text.lower() == "who" for i in range(clause.left, clause.right)):
        return Kind.PERSON
    return kind


def _gender(told: Gender, roles: Iterable[Token]) -> Gender:
    return told or next((g for role in roles if (g := gender_of_noun(role.lemma))), Gender.UNKNOWN)
