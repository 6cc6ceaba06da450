"""Voices between the author and the holder that have no attribution of their own.

Two kinds. A voice cited inside what somebody says ("X reported, citing Y, that Z") is a nested attribution of the same
content. A medium that merely carries the words ("told the BBC", "in remarks aired by X", "wrote in the Times") is a
relay outside the attribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from rashomon.extract.animacy import may_speak
from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.lexicon import AGENCIES, DOCUMENTS, VERBS, CueClass
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child, head_of, subtree

_CITING: Final = frozenset("cite quote reference invoke relay echo".split())
_CITED_BY: Final = frozenset({"cite", "quote"})
_UTTERANCES: Final = DOCUMENTS | frozenset(
    """
        remark comment interview speech footage broadcast video recording column editorial essay dispatch bulletin
        address clip tape audio call sermon message briefing podcast post
        story piece op-ed admission confession allegation claim quote word
    """.split()
)
_CARRYING: Final = frozenset(
    """
        carry air broadcast publish report quote relay print run show release obtain see read distribute cite post
        televise record translate leak
    """.split()
)
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
_GROUNDS: Final = frozenset(
    """
        concern fear reason need lack risk cost weather rule law problem figure case case-law privilege threat worry
        loss doubt cause health fatigue demand interest rate price poll right duty habit past number fact example
    """.split()
)
_ABSTRACT: Final = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "cy", "age", "ship", "ism", "dom", "ture")
"""Endings of nouns for what nobody is."""
_NEAR: Final = 4
_FAR: Final = 15
"""Tokens between a voice and the word that cites it, and between "quoted" and "as saying"."""
_NO_NAME: Final = frozenset({"DET", "PUNCT", "CCONJ"})


def find_citations(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those that cite somebody without the words that do so, and one more for each voice cited.

    "X reported, citing Y, that Z", "According to X, which cited Y, Z", "X quoted Y as saying Z".
    """
    candidates = [c for candidate in candidates if (c := _with_quoted(parsed, candidate)).content]
    settled: list[Candidate | None] = list(candidates)
    by_sentence: dict[int, list[int]] = {}
    for number, candidate in enumerate(candidates):
        by_sentence.setdefault(parsed.tokens[candidate.anchor].sentence, []).append(number)
    cited: list[Candidate] = []
    for token in parsed.tokens:
        named = first_child(parsed, token, "dobj") if token.pos == "VERB" and token.lemma in _CITING else None
        if named is None or named.index < token.index or _is_ground(named):
            continue
        around = [n for n in by_sentence.get(token.sentence, []) if settled[n] is not None]
        citation = _read_citation(parsed, token, named, [(n, candidates[n]) for n in around])
        if citation is None:
            continue
        host, inner = citation
        outer = settled[host] or candidates[host]
        settled[host] = _without(outer, inner)
        for number in around:
            if number != host and token.index in candidates[number].cue and candidates[number].content & inner.content:
                settled[number] = None
        cited.append(inner)
    return [*(c for c in settled if c is not None), *cited]


def find_media(parsed: Parsed, candidate: Candidate) -> Indexes:
    """Return the tokens that name the medium which carries an attribution's words; none where no medium is named."""
    anchor = parsed.tokens[candidate.anchor]
    quoted = _quoted_by(parsed, candidate)
    if quoted is not None:
        return _name_of(parsed, quoted[1])
    for token in _told_to(parsed, anchor, candidate):
        if _is_medium(parsed, token):
            return _name_of(parsed, token)
    for noun in _utterances(parsed, candidate):
        for named in _carriers(parsed, noun):
            if named.index not in candidate.source or noun.index in candidate.source:
                return _name_of(parsed, named)
    return frozenset()


def _with_quoted(parsed: Parsed, candidate: Candidate) -> Candidate:
    """ "X was quoted by Y as saying": X speaks, though Y stands nearer."""
    quoted = _quoted_by(parsed, candidate)
    if quoted is None:
        return candidate
    speaker = frozenset(subtree(parsed, quoted[0])) - candidate.cue - frozenset(subtree(parsed, quoted[1]))
    if candidate.content <= speaker:
        # "X was quoted" by itself says nothing.
        return replace(candidate, content=frozenset())
    if not speaker or speaker & (candidate.source | candidate.content):
        return candidate
    return replace(candidate, source=speaker, spans=None)


def _quoted_by(parsed: Parsed, candidate: Candidate) -> tuple[Token, Token] | None:
    """Who was quoted or cited, and by whom, where the cue says so in the passive."""
    words = [parsed.tokens[i] for i in sorted(candidate.cue)]
    above = head_of(parsed, words[-1]) if words and words[-1].dep == "pcomp" else None
    if above is not None and above.text.lower() == "as" and (verb := head_of(parsed, above)) is not None:
        words.append(verb)
    for word in words:
        if word.lemma not in _CITED_BY or word.tag != "VBN":
            continue
        agent = first_child(parsed, word, "agent")
        by = first_child(parsed, agent, "pobj") if agent is not None else None
        speaker = first_child(parsed, word, "nsubjpass")
        if speaker is not None and by is not None:
            return speaker, by
    return None


def _read_citation(
    parsed: Parsed, token: Token, named: Token, around: Sequence[tuple[int, Candidate]]
) -> tuple[int, Candidate] | None:
    """The attribution a citing verb belongs to, by its number, and the one of the voice cited."""
    saying = _as_saying(parsed, token)
    if saying is not None:
        source = frozenset(i for i in range(named.left, saying.index - 1) if parsed.tokens[i].pos != "PUNCT")
        own = [(n, c) for n, c in around if c.cue & {token.index, saying.index} and max(c.content) > saying.index]
        host = max(own, key=lambda pair: len(pair[1].content), default=None)
        outside: int | None = token.index
        phrase, anchor = source | {token.index, saying.index - 1, saying.index}, saying
        cue_class = VERBS.get(saying.lemma, {}).get("that", CueClass.SPEECH)
    else:
        source = frozenset(subtree(parsed, named)) - _clauses_below(parsed, named)
        host = _host(parsed, token, around)
        outside = _outer_anchor(parsed, token, host[1]) if host is not None else None
        phrase, anchor = _with_commas(parsed, {token.index, *source}), token
        cue_class = CueClass.SPEECH
    content = host[1].content - phrase if host is not None else frozenset[int]()
    if host is None or outside is None or not content or not source:
        return None
    inner = Candidate(
        source=source, cue=frozenset({anchor.index}), content=content, anchor=anchor.index, kind="cited",
        cue_class=cue_class, inside=outside,
    )  # fmt: skip
    return host[0], inner


def _host(parsed: Parsed, token: Token, around: Sequence[tuple[int, Candidate]]) -> tuple[int, Candidate] | None:
    """Whose words are said to come from whom: the voice the citing words stand behind, else the cue before or after.

    A participle ("X, citing Y, said", "Citing Y, X said") or a relative clause on the voice ("X, which cited Y,").
    """
    if token.tag != "VBG" and token.dep != "relcl":
        return None
    others = [(n, c) for n, c in around if token.index not in c.cue]
    if not others:
        own = [(n, c) for n, c in around if max(c.content, default=0) > token.right]
        return own[0] if own else None
    owners = [(n, c) for n, c in others if c.source and 0 < token.index - max(c.source) <= _NEAR]
    before = [(n, c) for n, c in others if c.anchor < token.index]
    if owners or token.tag != "VBG":
        return max(owners, key=lambda pair: max(pair[1].source), default=None)
    if before:
        return max(before, key=lambda pair: pair[1].anchor)
    return min(others, key=lambda pair: pair[1].anchor, default=None)


def _outer_anchor(parsed: Parsed, token: Token, host: Candidate) -> int | None:
    """The cue word of the one who cites: its own, or, where only the citing word was taken for one, the verb before."""
    if host.anchor != token.index:
        return host.anchor
    sentence = parsed.sentence_of(token)
    verbs = (t for t in parsed.tokens[sentence.first : token.index] if t.pos == "VERB" and t.lemma in VERBS)
    return max((t.index for t in verbs), default=None)


def _as_saying(parsed: Parsed, token: Token) -> Token | None:
    """ "quoted Y as saying", "cited Y as telling": the participle that governs the content."""
    if token.lemma not in _CITED_BY:
        return None
    sentence = parsed.sentence_of(token)
    for index in range(token.index + 1, min(token.index + _FAR, sentence.last - 1)):
        if parsed.tokens[index].text.lower() == "as" and parsed.tokens[index + 1].tag == "VBG":
            return parsed.tokens[index + 1]
    return None


def _clauses_below(parsed: Parsed, named: Token) -> Indexes:
    """What the parser hangs on a name though it is the content: "citing Y, that Z"."""
    clauses = [c for c in children(parsed, named, "acl", "relcl", "ccomp", "appos") if c.index > named.index]
    return frozenset[int]().union(*(subtree(parsed, clause) for clause in clauses))


def _with_commas(parsed: Parsed, words: set[int]) -> Indexes:
    edges = {min(words) - 1, max(words) + 1}
    return frozenset(words | {i for i in edges if 0 <= i < len(parsed.tokens) and parsed.tokens[i].text == ","})


def _without(outer: Candidate, inner: Candidate) -> Candidate:
    """The outer attribution, under the cue word the inner one names; its exact spans are kept unless the citing words
    lay in its content."""
    spans = outer.spans if not (inner.source | inner.cue) & outer.content else None
    anchor = outer.anchor if inner.inside is None else inner.inside
    return replace(outer, content=inner.content, spans=spans, anchor=anchor)


def _is_ground(named: Token) -> bool:
    """Whether what is cited is a reason rather than a voice: "citing safety concerns", "citing a lack of funds"."""
    if named.pos == "PROPN" or may_speak(named):
        return False
    return named.tag == "VBG" or named.lemma in _GROUNDS or named.lemma.endswith(_ABSTRACT)


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
    outside = candidate.content
    sentence = parsed.sentence_of(anchor)
    for token in parsed.tokens[sentence.first : sentence.last]:
        if token.pos == "NOUN" and token.lemma in _UTTERANCES and token.index not in outside:
            yield token


def _carriers(parsed: Parsed, noun: Token) -> Iterator[Token]:
    """Who carries an utterance: "remarks carried by X", "a letter read out on X", "an interview with X"."""
    for clause in children(parsed, noun, "acl", "relcl"):
        if clause.tag != "VBN" or clause.lemma not in _CARRYING:
            continue
        for prep in children(parsed, clause, "agent", "prep"):
            named = first_child(parsed, prep, "pobj")
            by = prep.text.lower() == "by"
            if named is not None and (by or (prep.text.lower() in ("on", "in") and _is_medium(parsed, named))):
                yield named
    for prep in children(parsed, noun, "prep"):
        named = first_child(parsed, prep, "pobj")
        if named is not None and prep.text.lower() in ("with", "to", "on", "in", "for") and _is_medium(parsed, named):
            yield named


def _is_medium(parsed: Parsed, token: Token) -> bool:
    """A newspaper, station, agency or "state television": by its words, or an acronym of one."""
    words = [parsed.tokens[i] for i in sorted(_name_of(parsed, token))]
    if not words or words[-1].pos not in ("PROPN", "NOUN"):
        return False
    lowered = {t.text.lower() for t in words}
    if words[-1].pos == "PROPN" and (words[-1].text.lower().endswith(_MEDIA_ENDINGS) or _has_foreign_article(words)):
        return True
    if lowered & (AGENCIES | _STATIONS):
        return True
    if len(words) == 1 and words[0].text.isupper() and 3 <= len(words[0].text) <= 5:
        return words[0].pos == "PROPN" and words[0].text.lower() not in _NO_STATIONS
    named = any(t.pos == "PROPN" for t in words)
    return bool(lowered & _MEDIA_WORDS) and (named or words[-1].lemma in _PLAIN_MEDIA)


def _has_foreign_article(words: Sequence[Token]) -> bool:
    """*Der Kurier*, *Al Hurra*: newspapers and stations keep the article of their language, people do not."""
    return len(words) > 1 and any(t.text in _FOREIGN_ARTICLES for t in words[:-1])


def _name_of(parsed: Parsed, token: Token) -> Indexes:
    """The noun with what stands before it in its phrase, its article aside."""
    return frozenset(i for i in range(token.left, token.index + 1) if parsed.tokens[i].pos not in _NO_NAME)


def spell(parsed: Parsed, indexes: Iterable[int]) -> str:
    """The words of some tokens as they stand in the text, from the first to the last."""
    ordered = sorted(indexes)
    return " ".join(parsed.words(ordered[0], ordered[-1] + 1).split()) if ordered else ""
