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
from rashomon.extract.naming import describe, name_at, name_range, words_of
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child, head_of
from rashomon.model.places import state_of

NOT_HEADS: Final = frozenset({"compound", "flat", "nmod", "amod", "npadvmod", "nummod", "quantmod"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "both"})
_EMPTY: Final = frozenset("former same said late own current".split())
_CONTRASTS: Final = frozenset("other another second third next rival new newer different similar fellow".split())
_PRONOUNS: Final = frozenset("his her its their my our your".split())
_PLURAL_TAGS: Final = frozenset({"NNS", "NNPS"})
_OF_PLACES: Final = frozenset({"of", "from", "in", "at", "near", "to", "for"})
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
    heads: set[str] = field(default_factory=set)
    """Of the words those it can be called by alone: its own noun, titles, and nouns in apposition."""
    members: tuple[Referent, ...] = ()
    issuer: int | None = None
    """For a document, the head of whoever gave it out."""
    first: int = -1
    """The head of its first mention."""
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
        referent.first = token.index if referent.first < 0 else referent.first
        referent.last, referent.sentence = token.index, token.sentence
        referent.subject = referent.subject or token.dep in ("nsubj", "nsubjpass", "ROOT")
        for word in referent.heads:
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
    gender = Gender.UNKNOWN
    if kind in (Kind.PERSON, Kind.UNKNOWN):
        gender = gender_of_name((*titled, *words)) or _gender_of(roles)
    known = _known_by_name(register, name, kind, gender)
    if known is None:
        if titled and register.by_name.get(name.lower()):
            # "Mrs. Lund" beside a Mr. Lund.
            name = f"{parsed.tokens[name_range(parsed, head)[0] - 1].text} {name}"
        known = Referent(name=name, kind=kind, gender=gender, plural=head.tag == "NNPS", named=True, words=set())
    else:
        _learn(known, name, kind, gender)
    called = {role.lemma for role in roles} | {*titled}
    told = {c.text.lower() for role in roles for c in children(parsed, role, "compound", "amod", "nmod")}
    known.words |= words_of([name]) | called | told
    known.heads |= called | _heads_of_name(name, known.kind)
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
        referent.heads |= {head.lemma}
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
        words={head.lemma, *(m.text.lower() for m in modifiers)},
        heads={head.lemma} | _titled_office(parsed, owner, head),
    )  # fmt: skip


def _titled_office(parsed: Parsed, owner: Token | None, head: Token) -> set[str]:
    """ "President X's office" is a president's office."""
    if owner is None:
        return set()
    titles = [owner, *children(parsed, owner, "compound")]
    return {f"{title.lemma}'s-{head.lemma}" for title in titles if is_title(title.lemma)}


def refer_office(parsed: Parsed, register: Register, head: Token) -> Referent | None:
    """Who "the General Secretary" is, written like a name: whoever stands in apposition to it, or was titled so."""
    title = head.text.lower()
    if not is_definite(parsed, head) or not is_title(title):
        return None
    words = words_of([name_at(parsed, head)])
    named = next((c for c in children(parsed, head, "appos") if c.pos == "PROPN" and c.index > head.index), None)
    if named is not None:
        referent = refer_name(parsed, register, named)
        referent.words |= words
        referent.heads |= {title}
        return referent
    titled = (r for r in register.latest(title) if r.named and r.kind in (Kind.PERSON, Kind.UNKNOWN))
    return next((r for r in titled if words <= r.words and len(r.name.split()) > 1), None)


def join_group(first: Referent, second: Referent) -> Referent:
    """Two referents spoken of together ("A and B")."""
    members = (*(first.members or (first,)), second)
    same = len({m.gender for m in members}) == 1
    return Referent(
        name=f"{first.name} and {second.name}", kind=second.kind, gender=second.gender if same else Gender.UNKNOWN,
        plural=True, named=False, words=set(), members=members,
    )  # fmt: skip


def find_aged(parsed: Parsed, register: Register, token: Token) -> Referent | None:
    """Who "the 34-year-old" is: whoever was named last."""
    head = head_of(parsed, token)
    alone = token.dep != "amod" or head is None or head.pos not in ("NOUN", "PROPN")
    if not alone or token.index < 2 or parsed.tokens[token.index - 2].text.lower() != "year":
        return None
    people = [r for r in _named_nearby(register, token) if _agree(r, Kind.PERSON, False, Gender.UNKNOWN)]
    return people[0] if people else None


def find_described(parsed: Parsed, register: Register, head: Token) -> Referent | None:
    """Who "the ministry", "the spokeswoman" or "the group" is: called so, of such a sort, or the only one it fits."""
    if any(c.dep in ("relcl", "acl") for c in children(parsed, head)):
        return None
    qualities = frozenset(_qualities(parsed, head))
    if qualities & _CONTRASTS:
        return None
    gender = gender_of_noun(head.lemma)
    plural = head.tag in _PLURAL_TAGS
    kind = kind_of_noun(head)
    called = [r for r in register.latest(head.lemma) if _agree(r, kind, plural, gender) and qualities <= r.words]
    if called:
        return next((r for r in called if r.named and head.lemma in words_of([r.name])), called[0])
    sorts = [r for sort in kinds_of(head.lemma) for r in register.latest(sort) if _agree(r, kind, plural, gender)]
    exact = [r for r in sorts if qualities <= r.words]
    if exact:
        return max(exact, key=lambda r: r.last)
    proper = any(_is_proper(parsed, head, quality) for quality in qualities)
    if plural or (proper and head.lemma not in EPITHETS):
        return None
    named = {id(r): r for r in sorts if r.named}
    if qualities and len(named) == 1 and head.lemma in ANY_BODY:
        return next(iter(named.values()))
    return _only_fitting(parsed, register, head, bool(qualities))


def _agree(known: Referent, kind: Kind, plural: bool, gender: Gender) -> bool:
    if known.plural != plural and known.kind is not Kind.BODY:
        return False
    if known.kind is not kind and known.kind is not Kind.UNKNOWN:
        return False
    if known.name.split()[0].lower() in _PRONOUNS and kind is not Kind.PERSON:
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
    """The one name nearby of which nothing else is known ("Norvik ... the company"), or the one person ("the former
    aide", "the father of three")."""
    if head.lemma in ANY_BODY:
        near = [] if qualified else _named_nearby(register, head, any_role=True)
        return next((known for known in near if _is_untold(known)), None)
    if kind_of_noun(head) is not Kind.PERSON:
        return None
    former = any(parsed.tokens[i].text.lower() in ("former", "ex", "onetime") for i in head.children)
    counted = any(parsed.tokens[i].pos == "NUM" for p in children(parsed, head, "prep") for i in p.children)
    parent = counted and head.lemma in ("father", "mother")
    if not (former or parent or head.lemma in EPITHETS):
        return None
    gender = gender_of_noun(head.lemma)
    people = [r for r in _named_nearby(register, head) if _agree(r, Kind.PERSON, False, gender)]
    if head.lemma in EPITHETS:
        return max(people, key=lambda r: r.mentions, default=None)
    return people[0] if people and (len(people) == 1 or parent) else None


def _named_nearby(register: Register, token: Token, *, any_role: bool = False) -> list[Referent]:
    """Who was named as a subject in the last few sentences, or in any role in the same one if wanted, latest first."""
    near = (r for r in reversed(register.recent[-_FEW:]) if token.sentence - r.sentence <= _NEAR_SENTENCES)
    named = (r for r in near if r.named and (r.subject or (any_role and r.sentence == token.sentence)))
    return list({id(r): r for r in named if any_role or not r.plural}.values())


def _is_untold(known: Referent) -> bool:
    """Whether a name tells nothing of what it names: not a person, nor a body of some known sort."""
    return not known.gender and (known.kind is Kind.UNKNOWN or (known.kind is Kind.BODY and known.name.isupper()))


def is_definite(parsed: Parsed, head: Token) -> bool:
    """Whether a noun says that its referent is known: "the", "this", "those"."""
    return any(c.text.lower() in _DEFINITE for c in children(parsed, head, "det", "predet"))


def is_known_name(register: Register, token: Token) -> bool:
    """Whether a word taken for a common noun is a name met before."""
    return token.text[:1].isupper() and any(r.named for r in register.by_name.get(token.text.lower(), []))


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
    own, other = len(_bare(known.name)), len(_bare(name))
    if other > own or (own == other == 1 and len(name) > len(known.name)):
        known.name = name
    if known.kind is Kind.UNKNOWN:
        known.kind = kind
    known.gender = known.gender or gender


def _bare(name: str) -> list[str]:
    """The words of a name in lower case behind its last title, if it has one."""
    words = name.lower().split()
    titles = [
        place for place, word in enumerate(words[:-1]) if is_title(word) and words[place + 1] not in ("of", "for")
    ]
    return words[titles[-1] + 1 :] if titles else words


def _keys(name: str) -> Iterator[str]:
    """What a name may be shortened to: its last words, and what stands before an "of"."""
    bare = _bare(name)
    cuts = [i for i, word in enumerate(bare) if word in ("of", "for") and i]
    first = cuts[0] if cuts else len(bare)
    for start in range(first):
        yield " ".join(bare[start:first])
    for cut in [*cuts[1:], len(bare)]:
        yield " ".join(bare[:cut])


def _heads_of_name(name: str, kind: Kind) -> set[str]:
    """What a name can be called by: any word of a person's ("minister"), the last ones of a body's ("ministry")."""
    words = [word.strip("'’.,") for word in name.lower().split()]
    if kind is Kind.PERSON:
        return {*words} - {""}
    cuts = [i for i, word in enumerate(words) if word in ("of", "for", "in") and i]
    return {words[(cuts[0] if cuts else len(words)) - 1], words[-1]} - {""}


def role_before(parsed: Parsed, first: int) -> Token | None:
    """The common noun right before a name ("widow", "plant manager"), however the parser took it."""
    noun = parsed.tokens[first - 1] if first > 0 else None
    if noun is None or noun.tag != "NN" or noun.sentence != parsed.tokens[first].sentence:
        return None
    at = first
    while at + 1 < len(parsed.tokens) and parsed.tokens[at + 1].pos == "PROPN":
        at += 1
    verb = head_of(parsed, parsed.tokens[at])
    # "the campaign Marr ran": the name is the subject of a clause about the noun.
    if verb is not None and verb.pos in ("VERB", "AUX") and verb.head == noun.index:
        return None
    return noun if kind_of_noun(noun) in (Kind.PERSON, Kind.BODY) else None


def _roles(parsed: Parsed, head: Token) -> Iterator[Token]:
    """The common nouns a name is introduced with: before it, in apposition on either side."""
    yield from (c for c in children(parsed, head, "compound", "nmod") if c.pos == "NOUN")
    before = role_before(parsed, name_range(parsed, head)[0])
    if before is not None:
        yield before
    governor = head_of(parsed, head)
    if head.dep == "pobj" and governor is not None and governor.text.lower() in _OF_PLACES:
        # "the senator from Kesh, a lawyer": what follows adds to the senator.
        return
    yield from (c for c in children(parsed, head, "appos") if c.pos == "NOUN")
    if head.dep == "appos" and governor is not None and governor.pos == "NOUN":
        yield governor


def _kind_in_place(parsed: Parsed, head: Token, kind: Kind, roles: Iterable[Token]) -> Kind:
    """What a name names, by the words around it where its own say nothing."""
    if kind not in (Kind.UNKNOWN, Kind.STATE):
        return kind
    if head.text.isupper() and 2 <= len(head.text) <= 6 and not _is_shouted(parsed, head):
        return Kind.BODY if kind is Kind.UNKNOWN else kind
    clause = first_child(parsed, head, "relcl")
    if clause is not None and any(parsed.tokens[i].text.lower() == "who" for i in range(clause.left, clause.right)):
        return Kind.PERSON
    told = [kind_of_noun(role) for role in roles]
    before = parsed.tokens[max(0, name_range(parsed, head)[0] - 1)]
    if kind is Kind.UNKNOWN and before.dep == "compound" and before.head == head.index and before.tag == "NN":
        return kind_of_noun(before)
    return next((known for known in told if known in (Kind.PERSON, Kind.BODY)), kind)


def _is_shouted(parsed: Parsed, head: Token) -> bool:
    """Whether the words beside an abbreviation are capitals too: then it is none."""
    beside = parsed.tokens[max(0, head.index - 1) : head.index + 2]
    return any(t.text.isupper() and len(t.text) > 1 for t in beside if t.index != head.index)


def _gender_of(roles: Iterable[Token]) -> Gender:
    return next((gender for role in roles if (gender := gender_of_noun(role.lemma))), Gender.UNKNOWN)
