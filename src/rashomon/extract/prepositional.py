"""Cues that are no verb: "according to X", "allegedly", "Police: ...", "... (Reuters)".

Each gives one candidate whose content is the clause or sentence it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.extract.animacy import may_act
from rashomon.extract.candidate import Candidate
from rashomon.extract.lexicon import (
    AGENCIES,
    DOCUMENTS,
    HEARSAY_ADVERBS,
    PREPOSITIONAL_CUES,
    SPEAKER_NOUNS,
    CueClass,
)
from rashomon.extract.parsing import Parsed, Stretch, Token
from rashomon.extract.tree import climb, first_child, head_of, subtree

_LONGEST_LABEL = 9
_LABEL_MARKS = frozenset({":", "–", "—", "-", "--"})
_FEWEST_SAID = 3
# What stands before a colon in headlines without saying anything.
_ALERTS = frozenset(
    "exclusive breaking update updated live watch video opinion analysis explainer alert urgent".split()
)
_VIEWS = frozenset(
    "view opinion word words eye estimation telling account assessment judgment judgement reading version".split()
)
_SENTENCE_MARKS = frozenset({".", "!", "?"})


def find_prepositional(parsed: Parsed) -> list[Candidate]:
    """Candidates of phrases, adverbs, colons and credits, in text order."""
    found = [*_phrases(parsed), *_possessive(parsed), *_adverbs(parsed), *_labels(parsed), *_credits(parsed)]
    return sorted(found, key=lambda candidate: candidate.anchor)


def _phrases(parsed: Parsed) -> Iterator[Candidate]:
    words = [t.text.lower() for t in parsed.tokens]
    for token in parsed.tokens:
        for phrase in PREPOSITIONAL_CUES:
            if words[token.index] == phrase[0] and tuple(words[token.index : token.index + len(phrase)]) == phrase:
                candidate = _from_phrase(parsed, token, len(phrase))
                if candidate is not None:
                    yield candidate
                break


def _possessive(parsed: Parsed) -> Iterator[Candidate]:
    """ "In the ministry's view, ...": the owner of the view is the source."""
    for noun in parsed.tokens:
        prep = head_of(parsed, noun)
        owner = first_child(parsed, noun, "poss") if noun.lemma in _VIEWS else None
        if owner is None or prep is None or noun.dep != "pobj" or prep.text.lower() not in ("in", "to", "by"):
            continue
        source = frozenset(i for i in subtree(parsed, owner) if parsed.tokens[i].tag != "POS")
        phrase = subtree(parsed, prep)
        content = _clause_around(parsed, prep, phrase)
        yield Candidate(
            source=source, cue=frozenset({prep.index, noun.index}), content=content - phrase, anchor=prep.index,
            kind="according", cue_class=CueClass.BELIEF,
        )  # fmt: skip


def _from_phrase(parsed: Parsed, token: Token, length: int) -> Candidate | None:
    last = parsed.tokens[token.index + length - 1]
    named = first_child(parsed, last, "pobj")
    if named is None or last.sentence != token.sentence:
        return None
    if length == 1 and named.pos not in ("PROPN", "PRON") and named.lemma not in SPEAKER_NOUNS:
        return None
    cue = frozenset(range(token.index, last.index + 1))
    phrase = subtree(parsed, named) | cue
    content = _clause_around(parsed, token, phrase)
    source = frozenset(subtree(parsed, named)) - cue
    return Candidate(
        source=source, cue=cue, content=frozenset(content - phrase), anchor=token.index, kind="according",
        cue_class=CueClass.SPEECH,
    )  # fmt: skip


def _clause_around(parsed: Parsed, token: Token, phrase: set[int]) -> frozenset[int]:
    """The clause a phrase modifies, with what it is coordinated to; the sentence where there is no verb."""
    clause = next((t for t in climb(parsed, token) if t.pos in ("VERB", "AUX") and t.index not in phrase), None)
    while clause is not None and clause.dep == "conj":
        head = head_of(parsed, clause)
        if head is None or head.pos not in ("VERB", "AUX"):
            break
        clause = head
    sentence = parsed.sentence_of(token)
    return frozenset(subtree(parsed, clause) if clause is not None else range(sentence.first, sentence.last))


def _adverbs(parsed: Parsed) -> Iterator[Candidate]:
    for token in parsed.tokens:
        cue_class = HEARSAY_ADVERBS.get(token.text.lower())
        head = head_of(parsed, token)
        if cue_class is None or head is None:
            continue
        clause = next((t for t in [head, *climb(parsed, head)] if t.pos in ("VERB", "AUX")), head)
        content = frozenset(subtree(parsed, clause)) - {token.index}
        yield Candidate(
            source=frozenset(), cue=frozenset({token.index}), content=content, anchor=token.index, kind="adverb",
            cue_class=cue_class,
        )  # fmt: skip


def _labels(parsed: Parsed) -> Iterator[Candidate]:
    for paragraph in parsed.paragraphs:
        candidate = _leading_label(parsed, paragraph) or _trailing_label(parsed, paragraph)
        if candidate is not None:
            yield candidate


def _leading_label(parsed: Parsed, paragraph: Stretch) -> Candidate | None:
    """ "Poll: races are tight", "WALLACE: Do you agree?"."""
    limit = min(paragraph.first + _LONGEST_LABEL, paragraph.last - 1)
    colon = next((i for i in range(paragraph.first + 1, limit) if parsed.tokens[i].text == ":"), None)
    if colon is None:
        return None
    label = [parsed.tokens[i] for i in range(paragraph.first, colon)]
    content = [parsed.tokens[i] for i in range(colon + 1, paragraph.last)]
    says = any(t.pos in ("VERB", "AUX") for t in content) or _is_turn(label) or _is_headline(label, content)
    if not _names_a_speaker(label) or not says:
        return None
    return _labelled(label, colon, content)


def _is_headline(label: list[Token], content: list[Token]) -> bool:
    """ "Fire chief: arsonists behind blaze": no full stop, and a person or body before the colon."""
    return label[-1].pos == "NOUN" and len(content) > 2 and content[-1].text not in _SENTENCE_MARKS


def _is_turn(label: list[Token]) -> bool:
    """ "FUCHS: Probably snow.": capitals mark whose turn it is, whatever is said."""
    return all(t.text.isupper() or not t.text[0].isalpha() for t in label)


def _trailing_label(parsed: Parsed, paragraph: Stretch) -> Candidate | None:
    """ "Blast was an accident: police", "Army shelled own men – leaked memo"."""
    last = paragraph.last
    marks = range(last - 2, max(paragraph.first, last - 5), -1)
    mark = next((i for i in marks if parsed.tokens[i].text in _LABEL_MARKS), None)
    if mark is None or mark - paragraph.first > 30:
        return None
    label = [parsed.tokens[i] for i in range(mark + 1, last)]
    content = [parsed.tokens[i] for i in range(paragraph.first, mark)]
    document = label[-1].lemma in DOCUMENTS and parsed.tokens[mark].text != ":"
    if len(content) < _FEWEST_SAID or not (document or _names_a_speaker(label)):
        return None
    return _labelled(label, mark, content)


def _labelled(label: list[Token], colon: int, content: list[Token]) -> Candidate:
    return Candidate(
        source=frozenset(t.index for t in label), cue=frozenset({colon}), content=frozenset(t.index for t in content),
        anchor=colon, kind="label", cue_class=CueClass.SPEECH,
    )  # fmt: skip


def _names_a_speaker(label: list[Token]) -> bool:
    if label[-1].text.lower() in _ALERTS:
        return False
    if any(t.pos in ("VERB", "AUX", "PRON", "SCONJ") or t.text in _SENTENCE_MARKS for t in label[:-1]):
        return False
    speaks = label[-1].pos in ("NOUN", "PROPN") and may_act(label[-1])
    return speaks or label[-1].lemma in SPEAKER_NOUNS or label[-1].text.lower() in SPEAKER_NOUNS or (
        all(t.pos in ("PROPN", "PUNCT", "NOUN", "ADJ") for t in label) and label[-1].pos in ("PROPN", "PUNCT")
        and any(t.pos == "PROPN" for t in label)
    )  # fmt: skip


def _credits(parsed: Parsed) -> Iterator[Candidate]:
    """ "... (Reuters)" at the end of a sentence credits the sentence."""
    for token in parsed.tokens[2:]:
        name = parsed.tokens[token.index - 1]
        opening = parsed.tokens[token.index - 2]
        if token.text != ")" or opening.text != "(" or name.text.lower() not in AGENCIES:
            continue
        following = parsed.tokens[token.index + 1] if token.index + 1 < len(parsed.tokens) else None
        ends = following is None or following.paragraph != token.paragraph or following.text in _SENTENCE_MARKS
        sentence = parsed.sentence_of(token)
        content = frozenset(range(sentence.first, opening.index))
        if ends and content:
            yield Candidate(
                source=frozenset({name.index}), cue=frozenset({opening.index, token.index}), content=content,
                anchor=opening.index, kind="credit", cue_class=CueClass.SPEECH,
            )  # fmt: skip
