"""The words a noun phrase is named by: the fullest run of a name, or a description without what only adds to it.

A name ends at a noun: neither articles before it nor clauses, verbs and loose prepositions behind it belong to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rashomon.extract.candidate import Indexes
from rashomon.extract.kinds import Kind, is_title, kind_of_name, kind_of_noun
from rashomon.extract.lexicon import NOUNS
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, climb, first_child, head_of, subtree

_BARE_TITLES = frozenset("mr. mrs. ms. mr mrs ms dr. dr sir".split())
_NAME_DEPS = frozenset({"compound", "flat", "nmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "ROOT", "pobj", "dobj", "appos", "poss"})
_ENDS = _NOMINAL | {"ADJ"}
_BEFORE = frozenset({"the", "a", "an", "by", "and", "but", "or", "from", "to", "according"})
_OUTER = ("appos", "relcl", "acl", "advcl", "preconj", "parataxis")
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_JOINING = frozenset({"of", "for", "on"})
_LONGEST_NAME = 12
_LONGEST = 16


def find_head(parsed: Parsed, source: Indexes) -> Token:
    """The noun or pronoun that a source is about; its first word where it has none."""
    tokens = [parsed.tokens[i] for i in sorted(source)]
    nominal = [t for t in tokens if _is_nominal(t)]
    tops = [t for t in nominal or tokens if not any(g.index in source and _is_nominal(g) for g in climb(parsed, t))]
    words = [t for t in tops or tokens if t.pos != "PUNCT"] or tokens
    return max(words, key=lambda t: (_is_free(t, source), _may_speak(t), _size(t)))


def _is_free(token: Token, source: Indexes) -> bool:
    return token.head not in source or token.dep not in ("pobj", "conj")


def _is_nominal(token: Token) -> bool:
    return token.pos in _NOMINAL or (token.pos in ("ADJ", "DET") and token.dep in _ARGUMENTS)


def _may_speak(token: Token) -> bool:
    return token.pos != "NOUN" or kind_of_noun(token) is not Kind.THING


def _size(token: Token) -> tuple[bool, bool, int, int]:
    return token.dep == "nsubj", token.dep in _ARGUMENTS, token.right - token.left, -token.index


def is_name(token: Token) -> bool:
    """Whether a word is a name: what is written small is none, whatever the parser takes it for."""
    return token.pos == "PROPN" and not token.text.islower()


def name_at(parsed: Parsed, head: Token) -> str:
    """The run of name words around a head: "Anna Richardson White", "Ministry of Defence" without its article."""
    first, last = name_range(parsed, head)
    return _quote(parsed, first, last)


def name_range(parsed: Parsed, head: Token) -> tuple[int, int]:
    """Tokens first..last (inclusive) of the name around a head."""
    first = head.index
    while first > 0 and head.index - first < _LONGEST_NAME and _is_name_word(parsed, first - 1, head):
        first -= 1
    while first < head.index and parsed.tokens[first].text.lower() in _BARE_TITLES | {"and", "of", ","}:
        first += 1
    words = tuple(parsed.tokens[i].text.lower() for i in range(first, head.index + 1))
    person = kind_of_name(words) is Kind.PERSON and not is_title(words[-1])
    last = head.index if person else _last_of_name(parsed, head).index
    following = parsed.tokens[last + 1] if last + 1 < len(parsed.tokens) else None
    while is_title(parsed.tokens[last].text.lower()) and following is not None and following.pos == "PROPN":
        # "Lt. Cmdr. Erik Lund": the parser sometimes takes the rank for the name.
        if following.sentence != head.sentence:
            break
        last = following.index
        while last + 1 < len(parsed.tokens) and parsed.tokens[last + 1].pos == "PROPN":
            last += 1
    return first, last


def _is_name_word(parsed: Parsed, index: int, head: Token) -> bool:
    token = parsed.tokens[index]
    if token.sentence != head.sentence:
        return False
    if token.pos == "PROPN" and token.dep in _NAME_DEPS:
        return True
    if token.text[:1].isdigit() and token.text[-1].isalpha() and token.dep == "amod" and token.head == head.index:
        return True
    if token.text == "-" and token.start == parsed.tokens[index - 1].end and index + 1 <= head.index:
        return parsed.tokens[index - 1].pos == "PROPN" and parsed.tokens[index + 1].start == token.end
    if token.dep in ("amod", "nmod") and token.text[:1].isupper() and token.head == head.index:
        return index != parsed.sentence_of(token).first or token.pos == "PROPN"
    return _is_inside_name(parsed, token, head)


def _is_inside_name(parsed: Parsed, token: Token, head: Token) -> bool:
    """ "Food and Drug" before "Administration", "Workers'" before "Voice"."""
    if token.text in _POSSESSIVES and token.tag == "POS":
        return _is_capital_plural(parsed, head_of(parsed, token), head)
    if _is_capital_plural(parsed, token, head):
        return True
    if kind_of_name((head.text.lower(),)) is not Kind.BODY:
        return False
    joined = token.dep == "cc" and token.text.lower() in ("and", "&")
    if not joined and not (token.dep == "conj" and token.pos == "PROPN"):
        return False
    first = head_of(parsed, token)
    return first is not None and first.pos == "PROPN" and first.dep in _NAME_DEPS and first.head == head.index


def _is_capital_plural(parsed: Parsed, owner: Token | None, head: Token) -> bool:
    if owner is None or owner.dep != "poss" or owner.head != head.index or not owner.text[:1].isupper():
        return False
    mark = first_child(parsed, owner, "case")
    plural = owner.tag in ("NNS", "NNPS")
    return mark is not None and plural and mark.text in _POSSESSIVES and head.pos == "PROPN"


def _last_of_name(parsed: Parsed, head: Token) -> Token:
    """The last name behind "of" or "for", as often as one follows ("Ministry of Defence of Varna")."""
    last = head
    for _ in range(_LONGEST_NAME):
        at = last.index + 1
        preps = [p for owner in (last, head) for p in children(parsed, owner, "prep") if p.index == at]
        item = first_child(parsed, preps[0], "pobj") if preps and preps[0].text.lower() in _JOINING else None
        if item is None or item.pos != "PROPN" or item.sentence != head.sentence or item.index - at > _LONGEST_NAME:
            break
        last = item
    return last


def describe(parsed: Parsed, head: Token, within: Collection[int] = ()) -> str:
    """The words of a noun phrase without what merely adds to it: those of the source it heads, if `within` is given,
    else of this noun alone."""
    phrase = set(within) or subtree(parsed, head)
    outer: set[int] = set()
    for child in children(parsed, head):
        joined = child.dep in ("cc", "conj") and not within
        if child.index > head.index and (joined or child.dep in _OUTER or _is_about(parsed, child)):
            outer |= subtree(parsed, child)
    kept = _run_around(parsed, sorted(phrase - outer), head)
    kept = _without_asides(parsed, kept, head)
    return _quote(parsed, *_trim(parsed, kept, head))


def _is_about(parsed: Parsed, prep: Token) -> bool:
    """ "said the mayor of the charge that ...", "accused him of lying": what is spoken of, not whose he is."""
    if prep.dep != "prep" or prep.text.lower() not in ("of", "about", "on"):
        return False
    if first_child(parsed, prep, "pcomp") is not None:
        return True
    item = first_child(parsed, prep, "pobj")
    if item is None or item.lemma not in NOUNS:
        return False
    return first_child(parsed, item, "acl", "relcl") is not None


def _without_asides(parsed: Parsed, kept: list[int], head: Token) -> list[int]:
    """Cut where a clause sets in behind a comma, and half a parenthesis; of a very long phrase all behind the head."""
    for place, index in enumerate(kept[:-1]):
        behind = index > head.index and parsed.tokens[index].text in (",", "(", "-", "–", "—", "--")
        if behind and (parsed.tokens[kept[place + 1]].tag in ("WP", "WDT", "WP$", "WRB") or len(kept) > _LONGEST):
            kept = kept[:place]
            break
    texts = [parsed.tokens[i].text for i in kept]
    if ")" in texts and "(" not in texts[: texts.index(")")]:
        kept = kept[texts.index(")") + 1 :] or [head.index]
    return kept if len(kept) <= _LONGEST else [i for i in kept if i <= head.index] or [head.index]


def _run_around(parsed: Parsed, indexes: list[int], head: Token) -> list[int]:
    """The unbroken run that holds the head: pieces of a split source are not one phrase."""
    run: list[int] = []
    for index in indexes:
        if run and not _is_near(parsed, run[-1], index):
            if run[0] <= head.index <= run[-1]:
                break
            run = []
        run.append(index)
    return run if run and run[0] <= head.index <= run[-1] else [head.index]


def _is_near(parsed: Parsed, before: int, after: int) -> bool:
    return all(parsed.tokens[i].pos == "PUNCT" for i in range(before + 1, after)) and after - before <= 3


def _trim(parsed: Parsed, kept: list[int], head: Token) -> tuple[int, int]:
    """Cut what no name begins or ends with."""
    first, last = 0, len(kept) - 1
    second = _second_of(parsed, kept, head)
    last = min(last, second - 1) if second else last
    while last > first and (
        parsed.tokens[kept[last]].pos not in _ENDS or parsed.tokens[kept[last]].text in _POSSESSIVES
    ):
        last -= 1
    while first < last and (
        parsed.tokens[kept[first]].text.lower() in _BEFORE or parsed.tokens[kept[first]].pos == "PUNCT"
    ):
        first += 1
    return kept[first], kept[last]


def _second_of(parsed: Parsed, kept: list[int], head: Token) -> int:
    """Where a second "of" begins that tells what was spoken of ("the mayor of X of the charge"); else 0."""
    met = False
    for place, index in enumerate(kept):
        token = parsed.tokens[index]
        if index < head.index or token.text.lower() != "of":
            continue
        item = first_child(parsed, token, "pobj")
        if met and item is not None and item.pos == "NOUN" and item.lemma in NOUNS:
            return place
        met = True
    return 0


def _quote(parsed: Parsed, first: int, last: int) -> str:
    return " ".join(parsed.quote(parsed.tokens[first].start, parsed.tokens[last].end).split())


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of some names in lower case."""
    return frozenset(word.strip("'’.,") for name in names for word in name.lower().split()) - {""}
