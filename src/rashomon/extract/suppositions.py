"""Clauses nobody says are so: conditions, their consequences, suppositions, and questions put within a sentence."""

from __future__ import annotations

from typing import Final

from rashomon.extract import attitudes
from rashomon.extract.animacy import may_speak
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import children, first_child, head_of

_CONDITIONS: Final = frozenset({"if", "unless", "lest"})
_PROVIDED: Final = frozenset("assuming supposing provided providing granted".split())
_CLAUSES: Final = frozenset("ccomp pcomp acl csubj csubjpass xcomp ROOT dep advcl".split())
_INVERTED: Final = frozenset({"should", "had", "were"})
_WHICH: Final = frozenset("who whom whose which whether".split())
"""Words that ask for what is not known; *how* and *why* take for granted that it was so."""
_OCCASIONS: Final = frozenset("moment day minute hour time case event point".split())
_ASKING: Final = frozenset("ask wonder know see say tell inquire enquire question press check".split())
"""Verbs after which *if* is *whether*."""
_RELIABLE: Final = frozenset("right correct accurate reliable trust credit".split())
_OUTLETS: Final = frozenset("magazine weekly daily newspaper journal website blog channel broadcaster rumour".split())
_MEETING: Final = frozenset("would will could should may might must can 'd 'll wo".split())


def is_supposed(parsed: Parsed, node: Token) -> bool:
    """*If X did it*, *should X have done it*, *suppose X did it*, *the moment anyone shows that X did it*."""
    head = head_of(parsed, node)
    marks = {c.text.lower() for c in children(parsed, node, "mark", "advmod") if c.index < node.index}
    if node.dep in {"advcl", "ROOT", "ccomp", "parataxis", "conj", "relcl", "dep"} and marks & _CONDITIONS:
        before = head is None or node.index < head.index
        return before or (node.dep != "ccomp" and head is not None and head.lemma not in _ASKING)
    if _is_inverted(parsed, node) or _is_order_to_suppose(parsed, node):
        return True
    if node.dep == "pcomp" and head is not None and head.text.lower() in _PROVIDED:
        return True
    if head is None:
        return False
    supposing = head.text.lower() in _PROVIDED and head.dep in {"advcl", "prep", "ROOT", "csubj"}
    timed = _is_about_anybody(parsed, node) or _is_in_case(parsed, head)
    occasion = node.dep in {"relcl", "acl"} and head.lemma in _OCCASIONS and timed
    return (node.dep in {"ccomp", "xcomp"} and supposing) or occasion


def is_asked(parsed: Parsed, node: Token) -> bool:
    """*Whether X did it*, *who did it*, as the content of another verb, noun or adjective."""
    if node.dep not in _CLAUSES:
        return False
    mark = first_child(parsed, node, "mark")
    if mark is not None and mark.text.lower() == "whether":
        return True
    head = head_of(parsed, node)
    if mark is not None and mark.text.lower() == "if" and head is not None:
        return mark.index > head.index and (node.dep in {"ccomp", "pcomp", "acl"} or head.lemma in _ASKING)
    opening = parsed.tokens[node.left]
    if opening.text.lower() == "whether":
        return True
    # "It was he who did it" names him.
    cleft = (
        head is not None and head.lemma == "be" and parsed.tokens[opening.index - 1].pos in {"NOUN", "PROPN", "PRON"}
    )
    return opening.text.lower() in _WHICH and node.dep in {"ccomp", "pcomp", "csubj"} and not cleft


def is_consequence(parsed: Parsed, node: Token) -> bool:
    """Whether a clause stands under a condition: *then every truce is dead*, *he would resign if it did*."""
    modals = {c.text.lower() for c in children(parsed, node, "aux")}
    for clause in children(parsed, node, "advcl", "prep"):
        if clause.text.lower() in _PROVIDED or any(_is_in_case(parsed, c) for c in children(parsed, clause, "pobj")):
            return True
        mark = first_child(parsed, clause, "mark")
        opening = parsed.tokens[clause.left]
        if mark is None or mark.text.lower() not in _CONDITIONS:
            if _is_inverted(parsed, clause):
                return True
            continue
        before = parsed.tokens[mark.index - 1].text.lower() if mark.index else ""
        unmet = opening.text.lower() != "even" and before not in {"even", "as", "what"}
        if unmet and (modals & _MEETING or first_child(parsed, clause, "nsubj", "nsubjpass") is not None):
            return not _listens(parsed, clause)
    return False


def _is_in_case(parsed: Parsed, noun: Token) -> bool:
    """*In the event that*, *in case*."""
    head = head_of(parsed, noun)
    within = head is not None and head.text.lower() == "in" and noun.lemma in {"event", "case"}
    return within and bool(children(parsed, noun, "acl", "relcl", "ccomp"))


def _listens(parsed: Parsed, clause: Token) -> bool:
    """*If you ask him*, *if the ministry is to be believed*: a way to say whose view it is."""
    subject = first_child(parsed, clause, "nsubj")
    you = subject is not None and subject.text.lower() in {"you", "one", "we"}
    words = {t.lemma for t in parsed.tokens[clause.index : clause.right]}
    speaks = subject is not None and (may_speak(subject) or subject.lemma in _OUTLETS)
    told = speaks and clause.lemma in {"be", "prove", "turn"}
    if told and words & _RELIABLE:
        # "If a weekly is right": a way to say whose story it is.
        return True
    trusted = "believe" in words or (clause.lemma == "have" and {"it", "right"} <= words)
    return trusted or (you and clause.lemma in {"listen", "ask", "like", "will"})


def _is_inverted(parsed: Parsed, node: Token) -> bool:
    """*Should it emerge*, *had he known*: a condition without *if*."""
    subject = first_child(parsed, node, "nsubj", "nsubjpass", "expl")
    if subject is None or node.dep not in {"advcl", "ROOT", "ccomp"}:
        return False
    opening = parsed.tokens[node.left]
    early = opening.text.lower() in _INVERTED and opening.index < subject.left and opening.dep in {"aux", "auxpass"}
    itself = node.text.lower() == "were" and node.index < subject.left
    sentence = parsed.sentence_of(node)
    return (early or itself) and parsed.tokens[sentence.last - 1].text != "?" and node.index + 1 < sentence.last


def _is_order_to_suppose(parsed: Parsed, node: Token) -> bool:
    """*Suppose it was us*, *let us assume it was*; the clause itself where the order governs it."""
    verb = node
    if node.dep in {"ccomp", "xcomp"} and node.head != NO_HEAD and node.lemma not in attitudes.SUPPOSING:
        verb = parsed.tokens[node.head]
    bare = verb.tag == "VB" and not children(parsed, verb, "aux", "neg")
    subject = first_child(parsed, verb, "nsubj")
    let = subject is not None and subject.text.lower() in {"us", "'s"}
    ordered = subject is None and verb.dep in {"ROOT", "ccomp", "conj"}
    if verb.lemma not in attitudes.SUPPOSING or not bare or not (let or ordered):
        return False
    opens = verb.lemma in {"suppose", "assume", "imagine"} and any(
        t.text.lower() == "that" for t in parsed.tokens[verb.index : verb.right]
    )
    return opens or first_child(parsed, verb, "ccomp") is not None


def _is_about_anybody(parsed: Parsed, node: Token) -> bool:
    subject = first_child(parsed, node, "nsubj", "nsubjpass")
    return subject is not None and subject.text.lower().startswith(("any", "some"))
