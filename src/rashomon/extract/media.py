"""Media that merely carry somebody's words: "told the BBC", "in remarks aired by X", "wrote in the Times".

A relay outside the attribution, without an attribution of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rashomon.extract.animacy import may_speak
from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.citing import UTTERANCES, is_cited
from rashomon.extract.lexicon import AGENCIES, CueClass
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child, head_of, subject_of

CITED_BY: Final = frozenset({"cite", "quote"})
_CARRYING: Final = frozenset(
    """
        carry air broadcast publish report quote relay print run show release obtain see read distribute cite post
        televise record give send hand translate leak
    """.split()
)
_HANDING: Final = frozenset("give send hand".split())
"""Whoever does so is who speaks, not who carries the words."""
_TELLING: Final = frozenset("tell assure inform brief confide reveal disclose confirm say admit insist speak".split())
_MEDIA_WORDS: Final = frozenset(
    """
        news newspaper newspapers times post radio tv television channel agency press herald tribune gazette courier
        ledger daily chronicle guardian journal review observer mirror star sun telegraph broadcaster magazine weekly
        media bulletin network broadcasting wire paper outlet website blog podcast echo express mail standard globe
        record dispatch fm agence agencia kanal sentinel independent news24
    """.split()
)
_PLAIN_MEDIA: Final = frozenset(
    "television tv radio media newspaper paper channel station broadcaster magazine weekly daily outlet website".split()
)
"""Media that carry words without a name: *told the paper*."""
_STATIONS: Final = frozenset(
    """
        bbc cnn nbc abc cbs fox npr pbs msnbc cnbc rt trt ndr ard zdf rai nhk cbc rte rté skynews jazeera yle svt nrk
        rtve tf1 tvp tvn rtl rts rtp tve ndtv ptv geo kan sabc ebc telesur bloomberg politico axios guardian spiegel
    """.split()
)
_MEDIA_ENDINGS: Final = ("radio", "tv", "news", "zeitung", "blatt", "kurier", "press", "presse", "fm", "vision")
_FOREIGN_ARTICLES: Final = frozenset("Der Die Das De Het Le La Les El Los Il Lo Al Rádio Rádió Radyo Agence".split())
_NO_STATIONS: Final = frozenset(
    """
        un eu nato fbi cia nsa imf who osce iaea opcw unhcr unicef icrc icc icj ecb fda cdc epa ntsb dea atf doj mi5
        mi6 gchq fsb gru svr bnd dgse sbu idf mps mep nhs ngo ceo pm isis plo rsf wfp wto
    """.split()
)
"""Acronyms of bodies: what they are told, they do not pass on. Other acronyms that are told something are stations."""
_TAKING_UP: Final = frozenset({CueClass.DENIAL, CueClass.DOUBT, CueClass.CONFIRMATION, CueClass.DISAPPROVAL})
_NO_NAME: Final = frozenset({"DET", "PUNCT", "CCONJ"})


def find_media(parsed: Parsed, candidate: Candidate) -> Indexes:
    """Return the tokens that name the medium which carries an attribution's words; none where no medium is named."""
    anchor = parsed.tokens[candidate.anchor]
    quoting = _quoting(parsed, candidate)
    if quoting is not None:
        return _name_of(parsed, quoting)
    for token in _told_to(parsed, anchor, candidate):
        if is_medium(parsed, token):
            return _name_of(parsed, token)
    for noun in _utterances(parsed, candidate):
        if candidate.cue_class in _TAKING_UP and noun.dep == "dobj" and noun.head == candidate.anchor:
            # "Rejected a report in the Times": the paper carries the report, not its rejection.
            continue
        for named in _carriers(parsed, noun):
            if named.index not in candidate.source or noun.index in candidate.source:
                return _name_of(parsed, named)
        bearer = _bearer(parsed, noun, candidate)
        if bearer is not None:
            return _name_of(parsed, bearer)
    return frozenset()


def _quoting(parsed: Parsed, candidate: Candidate) -> Token | None:
    """Who quotes the source, as the cue says or a participle: "X, quoted by Y, said", "Quoted by Y, X said"."""
    named = quoted_by(parsed, candidate)
    if named is not None:
        return named[1]
    sentence = parsed.sentence_of(parsed.tokens[candidate.anchor])
    for word in parsed.tokens[sentence.first : sentence.last]:
        if word.lemma not in CITED_BY or word.tag != "VBN" or word.index in candidate.content:
            continue
        agent = first_child(parsed, word, "agent", "prep")
        by = first_child(parsed, agent, "pobj") if agent is not None and agent.text.lower() == "by" else None
        if by is not None and first_child(parsed, word, "nsubjpass") is None:
            return by
    return None


def _bearer(parsed: Parsed, noun: Token, candidate: Candidate) -> Token | None:
    """Who carries an utterance, as the subject of its verb: "state radio relayed a statement in which X said"."""
    verb = head_of(parsed, noun)
    if verb is None or noun.dep != "dobj" or verb.lemma not in _CARRYING or verb.index in candidate.content:
        return None
    subject = subject_of(parsed, verb)
    beside = subject is not None and subject.index not in candidate.source | candidate.content
    return subject if beside and subject is not None and (may_speak(subject) or is_medium(parsed, subject)) else None


def quoted_by(parsed: Parsed, candidate: Candidate) -> tuple[Token, Token] | None:
    """Who was quoted or cited, and by whom, where the cue says so in the passive."""
    words = [parsed.tokens[i] for i in sorted(candidate.cue)]
    above = head_of(parsed, words[-1]) if words and words[-1].dep == "pcomp" else None
    if above is not None and above.text.lower() == "as" and (verb := head_of(parsed, above)) is not None:
        words.append(verb)
    for word in words:
        if word.lemma not in CITED_BY or word.tag != "VBN":
            continue
        agent = first_child(parsed, word, "agent")
        by = first_child(parsed, agent, "pobj") if agent is not None else None
        speaker = first_child(parsed, word, "nsubjpass")
        if speaker is not None and by is not None:
            return speaker, by
    return None


def _told_to(parsed: Parsed, anchor: Token, candidate: Candidate) -> Iterator[Token]:
    """Whom a verb of telling has for its hearer, or where it was said: "told X", "in an interview with X", "on X"."""
    if anchor.pos != "VERB":
        return
    for child in children(parsed, anchor, "dobj", "dative") if anchor.lemma in _TELLING else ():
        if child.index > anchor.index and child.index not in candidate.source:
            yield child
    for prep in children(parsed, anchor, "prep", "dative"):
        named = first_child(parsed, prep, "pobj") if prep.text.lower() in ("to", "on", "in", "with") else None
        if named is not None and named.index not in candidate.source:
            yield named


def _utterances(parsed: Parsed, candidate: Candidate) -> Iterator[Token]:
    """Nouns for what was said, around a cue: "in remarks", "in an interview", "a letter", "his column"."""
    anchor = parsed.tokens[candidate.anchor]
    cited = candidate.kind == "cited"
    sentence = parsed.sentence_of(anchor)
    for token in parsed.tokens[sentence.first : sentence.last]:
        said = token.pos == "NOUN" and token.lemma in UTTERANCES and token.index not in candidate.content
        if said and is_cited(parsed, token) == cited:
            yield token


def _carriers(parsed: Parsed, noun: Token) -> Iterator[Token]:
    """Who carries an utterance: "remarks carried by X", "a letter read out on X", "an interview with X"."""
    for clause in children(parsed, noun, "acl", "relcl"):
        if clause.tag != "VBN" or clause.lemma not in _CARRYING:
            continue
        for prep in children(parsed, clause, "agent", "prep", "dative"):
            named = first_child(parsed, prep, "pobj")
            by = prep.text.lower() == "by" and clause.lemma not in _HANDING
            if named is not None and (by or (prep.text.lower() in ("on", "in", "to") and is_medium(parsed, named))):
                yield named
    for prep in children(parsed, noun, "prep"):
        named = first_child(parsed, prep, "pobj")
        if named is not None and prep.text.lower() in ("with", "to", "on", "in", "for") and is_medium(parsed, named):
            yield named


def is_medium(parsed: Parsed, token: Token) -> bool:
    """A newspaper, station, agency or "state television": by its words, or an acronym of one."""
    words = [parsed.tokens[i] for i in sorted(_name_of(parsed, token))]
    if not words or words[-1].pos not in ("PROPN", "NOUN") or words[0].tag == "PRP$":
        # "On its website" is the group's own.
        return False
    lowered = {t.text.lower() for t in words}
    if words[-1].pos == "PROPN" and (words[-1].text.lower().endswith(_MEDIA_ENDINGS) or _has_foreign_article(words)):
        return True
    if lowered & (AGENCIES | _STATIONS):
        return True
    if len(words) == 1 and words[0].text.isupper() and 3 <= len(words[0].text) <= 5:
        return words[0].pos == "PROPN" and words[0].text.lower() not in _NO_STATIONS
    beside = first_child(parsed, token, "appos")
    if beside is not None and beside.pos == "NOUN" and beside.lemma in _MEDIA_WORDS | {"site"}:
        return True
    named = any(t.pos == "PROPN" for t in words)
    return bool(lowered & _MEDIA_WORDS) and (named or words[-1].lemma in _PLAIN_MEDIA)


def _has_foreign_article(words: Sequence[Token]) -> bool:
    """*Der Kurier*, *Al Hurra*: newspapers and stations keep the article of their language, people do not."""
    return len(words) > 1 and any(t.text in _FOREIGN_ARTICLES for t in words[:-1])


def _name_of(parsed: Parsed, token: Token) -> Indexes:
    """The noun with what stands before it in its phrase, its article aside, and the name right behind it."""
    named = (c for c in children(parsed, token, "appos") if c.pos == "PROPN" and c.left - token.index in (1, 2))
    last = next((c.index for c in named if parsed.tokens[token.index + 1].pos != "PUNCT"), token.index)
    return frozenset(i for i in range(token.left, last + 1) if parsed.tokens[i].pos not in _NO_NAME)


def spell(parsed: Parsed, indexes: Iterable[int]) -> str:
    """The words of some tokens as they stand in the text, from the first to the last."""
    ordered = sorted(indexes)
    return " ".join(parsed.words(ordered[0], ordered[-1] + 1).split()) if ordered else ""
