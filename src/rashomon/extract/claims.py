"""Attributions and the author's own sentences to claims: one proposition said by one chain of voices.

The content of every attribution is read for frames (who did it, what caused it) and counts; what is left of each
sentence is the author's own. A nested attribution owns its content; the one around it owns the rest.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.extract.animacy import may_act
from rashomon.extract.appraisal import Appraisal, weaken
from rashomon.extract.clauses import called_behind, phrase_of
from rashomon.extract.counts import find_counts
from rashomon.extract.factuality import rate_factuality
from rashomon.extract.frames import CONTRAST, Frame, find_frames
from rashomon.extract.kinds import is_collective
from rashomon.extract.labels import Statement, label
from rashomon.extract.leanings import leans
from rashomon.extract.mentions import find_mentions, resolve_pronoun
from rashomon.extract.modality import OWN_PEOPLE
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children
from rashomon.extract.units import Unit, split_units, tokens_in, trim_punctuation
from rashomon.extract.voices import CertaintyAt, Context, Voicing, fold_name, read_nothing, voicings_of
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Claim, Mention, Proposition
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.places import state_of
from rashomon.model.principals import principal_of
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, Slot

_SINGULAR: Final = frozenset("he she him her himself herself".split())
_NOBODY: Final = frozenset("nobody none nothing something anyone anybody anything everyone everybody".split())
_OWNED: Final = frozenset("its their his her".split())
_PRONOUNS: Final = _SINGULAR | {"they", "them", "themselves"}
_PERSON_NAME: Final = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}")
_REPORTING: Final = frozenset({Modality.ASSERTION, Modality.ACCUSATION})
_FEWEST_WORDS: Final = 2
_POINTING: Final = frozenset({"it", "that", "this", "them", "so", "these", "those"})
_FEW_NOUNS: Final = 3
_CUT_WORDS: Final = 6
"""Fewer words without a verb say nothing where a plain cue introduces them, or where the rest of the sentence is cut
off."""
_FEW_TOKENS: Final = 14
_FEWER_TOKENS: Final = 6
"""A content of few tokens is shown with its cue, one of fewer with its source too."""
_NEAR: Final = 24
"""Characters between a cue and a content that is shown together with it."""
_SHORT_NAME: Final = 60
"""Characters of a source that is shown before its cue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    """One proposition of a unit in one voice, before it is a claim: tokens first..last (exclusive), and its frame."""

    unit: Unit
    voicing: Voicing
    proposition: Proposition
    first: int
    last: int
    mentions: tuple[Mention, ...]
    frame: Frame | None = None
    presupposed: bool = False


def make_claims(
    document: Document,
    parsed: Parsed,
    attributions: Sequence[Attribution],
    *,
    recipe: str,
    certainty_at: CertaintyAt = read_nothing,
) -> tuple[Claim, ...]:
    """Return a document's claims in reading order; `certainty_at` is how a tagger reads the event at an offset."""
    by_id = {a.id: a for a in attributions}
    context = Context(
        document=document, parsed=parsed, by_id=by_id, by_sentence=_by_sentence(parsed, attributions), recipe=recipe,
        certainty_at=certainty_at,
    )  # fmt: skip
    found: dict[str, Claim] = {}
    for unit in split_units(parsed, attributions):
        for voicing in voicings_of(context, unit):
            for saying in _sayings_of(context, unit, voicing):
                claim = _claim(context, saying, len(found))
                found.setdefault(claim.id, claim)
    return tuple(found.values())


def _by_sentence(parsed: Parsed, attributions: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    found: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        for index in tokens_in(parsed, attribution.cue[:1]):
            found[parsed.tokens[index].sentence].append(attribution)
            break
    return found


def _sayings_of(context: Context, unit: Unit, voicing: Voicing) -> Iterator[_Saying]:
    """What a unit says: its counts, its frames, or, where it has no frame, the statement as a whole."""
    parsed = context.parsed
    mentions = find_mentions(parsed, unit.first, unit.last)
    for count in find_counts(parsed, unit.first, unit.last):
        value = parsed.words(count.first, count.last)
        proposition = Proposition(
            slot=Slot.COUNT, value=value, unit=count.unit, measure=count.measure, low=count.low, high=count.high
        )
        first, last = _within(parsed, unit, count.first, count.last)
        yield _Saying(
            unit=unit, voicing=voicing, proposition=proposition, first=first, last=last, mentions=mentions,
            presupposed=count.presupposed,
        )  # fmt: skip
    cue = tuple(tokens_in(parsed, unit.attribution.cue)) if unit.attribution is not None else ()
    found = find_frames(parsed, unit.first, unit.last, cue=cue)
    frames = [(frame, value) for frame in found if (value := _value_of(context, voicing, frame))]
    for frame, value in frames:
        whole = len(frames) == 1 and frame.predicate != CONTRAST
        begin = frame.anchor if frame.predicate == CONTRAST else frame.first
        end = _end_of(parsed, frame)
        first, last = (unit.first, unit.last) if whole else _within(parsed, unit, begin, end)
        if frame.actor is not None and frame.actor >= unit.last:
            last = phrase_of(parsed, frame.actor)[1]  # "was blamed on the army": named behind the cue
        proposition = Proposition(slot=frame.slot, value=value, predicate=frame.predicate, target=frame.target)
        agents = _with_agent(parsed, mentions, frame)
        yield _Saying(
            unit=unit, voicing=voicing, proposition=proposition, first=first, last=last, mentions=agents, frame=frame
        )
    if not frames and voicing.appraisal.modality is Modality.CLAIM_OF_RESPONSIBILITY:
        holder = voicing.chain[-1].name
        proposition = Proposition(slot=Slot.RESPONSIBLE, value=holder, predicate="claim")
        yield _Saying(
            unit=unit, voicing=voicing, proposition=proposition, first=unit.first, last=unit.last, mentions=mentions
        )
        return
    # "It was arson, not an accident": the first half has to be told where the second alone was read.
    last = unit.last
    if frames:
        _, last = trim_punctuation(parsed, unit.first, min(frame.anchor for frame, _ in frames))
    if all(frame.predicate == CONTRAST for frame, _ in frames) and _says_enough(parsed, unit) and last > unit.first:
        proposition = Proposition(slot=Slot.STATEMENT, value=parsed.words(unit.first, last))
        yield _Saying(
            unit=unit, voicing=voicing, proposition=proposition, first=unit.first, last=last, mentions=mentions
        )


def _end_of(parsed: Parsed, frame: Frame) -> int:
    """Where a frame's words end: "smugglers, *not troops*, blew it up" denies no more than that."""
    return frame.last if frame.predicate != CONTRAST or frame.actor is None else parsed.tokens[frame.actor].index + 1


def _says_enough(parsed: Parsed, unit: Unit) -> bool:
    """Whether a run of words says anything: a clause, or what is left of one that a weighty cue is about (*ruled out
    arson*).

    What a sentence is cut into by its cues (*the board*, *practice and*) says nothing by itself.
    """
    words = [t for t in parsed.tokens[unit.first : unit.last] if t.text[0].isalnum() and t.pos != "CCONJ"]
    if any(t.pos in {"VERB", "AUX"} for t in words):
        return len(words) >= _FEWEST_WORDS
    nouns = any(t.pos in {"NOUN", "PROPN"} for t in words)
    if unit.attribution is not None:
        said = unit.attribution
        plain = said.modality in {Modality.ASSERTION, Modality.OPINION} and said.polarity is Polarity.ASSERT
        if _points_back(words, said):
            return True
        sure = said.certainty is Certainty.CERTAIN
        light = plain and len(words) < (_FEW_NOUNS if sure else _FEWEST_WORDS)
        return nouns and not light
    sentence = parsed.sentence_of(parsed.tokens[unit.first])
    cut = any(
        t.text[0].isalnum()
        for t in (*parsed.tokens[sentence.first : unit.first], *parsed.tokens[unit.last : sentence.last])
    )
    return len(words) >= (_CUT_WORDS if cut else _FEWEST_WORDS)


def _points_back(words: Sequence[Token], said: Attribution) -> bool:
    """*I find that silly*, *does not buy it*, *thinks it possible*: a judgement on what was said before."""
    if not words or not said.source or words[0].text.lower() not in _POINTING:
        return False
    judged = [t for t in words[1:] if t.pos == "ADJ"]
    plain = all(t.pos in {"ADJ", "ADV", "PRON", "DET"} for t in words)
    return plain and (bool(judged) or (len(words) == 1 and said.polarity is Polarity.DENY))


def _claim(context: Context, saying: _Saying, order: int) -> Claim:
    document, parsed, chain = context.document, context.parsed, saying.voicing.chain
    start, end = _offsets(parsed, saying.unit.attribution, saying)
    sentence = parsed.sentence_of(parsed.tokens[saying.first])
    attribution = saying.voicing.attribution
    labels, gist = _labels(parsed, saying)
    said = saying.proposition
    return Claim(
        id=derive_id("clm", document.id, start, end, said.slot, said.value, said.unit, chain[-1].name, labels.polarity),
        document_id=document.id,
        start=start,
        end=end,
        quote=parsed.text[start:end],
        context_start=sentence.start,
        context_end=sentence.end,
        proposition=said,
        chain=chain,
        polarity=labels.polarity,
        certainty=labels.certainty,
        stance=labels.stance,
        modality=labels.modality,
        factuality=rate_factuality(labels, context.certainty_at(gist.start)),
        mentions=saying.mentions,
        order=order,
        made=Made(recipe=context.recipe, inputs=(document.id,)),
        attribution_id=attribution.id if attribution is not None and len(chain) > 1 else None,
    )


def _offsets(parsed: Parsed, attribution: Attribution | None, saying: _Saying) -> tuple[int, int]:
    """Where a claim stands; a content of a few words is shown with its cue (*strongly rejects any accusation*)."""
    start, end = parsed.tokens[saying.first].start, parsed.tokens[saying.last - 1].end
    cue = attribution.cue[0] if attribution is not None and attribution.cue else None
    if cue is not None and saying.last - saying.first < _FEW_TOKENS and 0 <= start - cue.end <= _NEAR:
        start = cue.start
        source = attribution.source[0] if attribution is not None and attribution.source else None
        near = source is not None and 0 <= start - source.end <= _NEAR and source.end - source.start <= _SHORT_NAME
        if source is not None and near and saying.last - saying.first < _FEWER_TOKENS:
            start = source.start
    if (
        cue is not None
        and attribution is not None
        and saying.last - saying.first < _FEWER_TOKENS
        and 0 <= cue.start - end <= _NEAR
    ):
        # "The bombing was claimed by the Red Column".
        end = cue.end
        behind = attribution.source[0] if attribution.source else None
        near = behind is not None and 0 <= behind.start - end <= _NEAR and behind.end - behind.start <= _SHORT_NAME
        end = behind.end if behind is not None and near else end
    return start, end


def _value_of(context: Context, voicing: Voicing, frame: Frame) -> str:
    """Who a frame names, in the text's words; a pronoun's antecedent; "" for a pronoun that stands for nobody we
    know."""
    parsed, holder = context.parsed, voicing.chain[-1].name
    if frame.actor is None:
        return holder
    pronoun = parsed.tokens[frame.actor].text.lower()
    if pronoun in _NOBODY or (pronoun == "one" and not children(parsed, parsed.tokens[frame.actor], "prep")):
        return ""
    if pronoun in _SINGULAR and voicing.attribution is not None and (principal := principal_of(holder)):
        return principal  # "his lawyer said he had nothing to do with it"
    a_person = _PERSON_NAME.fullmatch(holder) and not is_collective(holder.lower())
    if pronoun in _SINGULAR and voicing.attribution is not None and a_person:
        return holder
    if pronoun == "it":
        return holder if frame.negated or voicing.appraisal.polarity is Polarity.DENY else ""
    if pronoun in _PRONOUNS:
        return resolve_pronoun(parsed, frame.actor, speaker=holder) or ""
    if _is_of_speaker(parsed, voicing, frame.actor):
        return holder
    named = called_behind(parsed, parsed.tokens[frame.actor])
    first, last = phrase_of(parsed, frame.actor if named is None else named.index)
    value = parsed.words(first, last).rstrip(" ,;:-–—")
    return value if _keeps_capital(parsed, first) else value[0].lower() + value[1:]


def _is_of_speaker(parsed: Parsed, voicing: Voicing, actor: int) -> bool:
    """*Denied that any of its units had fired*: the speaker's own people, where nobody else is named before them."""
    token = parsed.tokens[actor]
    owned = any(t.text.lower() in _OWNED for t in children(parsed, token, "poss"))
    if not owned or token.lemma not in OWN_PEOPLE or token.dep == "conj":
        return False
    first = parsed.sentence_of(token).first
    attribution = voicing.attribution
    aside = set(tokens_in(parsed, (*attribution.source, *attribution.cue))) if attribution is not None else set()
    before = (t for t in parsed.tokens[first : token.left] if t.index not in aside)
    return not any(t.pos in {"NOUN", "PROPN"} and may_act(t) for t in before)


def _keeps_capital(parsed: Parsed, first: int) -> bool:
    """Tell whether a phrase's capital is its own, rather than that of the sentence it begins."""
    token = parsed.tokens[first]
    begins = first == parsed.sentence_of(token).first
    return not begins or token.pos == "PROPN" or state_of(token.text) is not None or token.text[1:2].isupper()


def _labels(parsed: Parsed, saying: _Saying) -> tuple[Appraisal, Token]:
    frame, voice = saying.frame, saying.voicing.attribution
    actor = None if frame is None or frame.actor is None else parsed.tokens[frame.actor]
    own = actor is not None and voice is not None and _is_holder(saying)
    found, gist = label(
        parsed,
        Statement(
            unit=saying.unit, voice=voice, cue=saying.voicing.appraisal, first=saying.first, last=saying.last,
            frame=frame, actor=actor, own=own, disputed=saying.voicing.disputed,
        ),
    )  # fmt: skip
    if voice is not None and _is_supposed(parsed, voice):
        owned = found.modality is Modality.CLAIM_OF_RESPONSIBILITY
        found = replace(found, certainty=Certainty.NONE, modality=Modality.ASSERTION if owned else found.modality)
    if len(saying.voicing.chain) == 1 and found.modality in _REPORTING and leans(_words(parsed, saying)):
        found = replace(found, modality=Modality.OPINION)
    if saying.presupposed:
        # "Did the four men know?" asks nothing of how many they are.
        found = replace(found, polarity=Polarity.ASSERT, certainty=Certainty.CERTAIN, modality=Modality.ASSERTION)
    if actor is not None and found.polarity is Polarity.ASSERT and _is_alternative(parsed, actor):
        found = weaken(found, Certainty.POSSIBLE)
    return found, gist


def _words(parsed: Parsed, saying: _Saying) -> str:
    """A saying with what governs it in its sentence: *it does seem to* be X's act."""
    unit, attribution = saying.unit, saying.voicing.attribution
    first = min([saying.first, *(tokens_in(parsed, attribution.cue) if attribution is not None else ())])
    return parsed.text[parsed.tokens[min(first, unit.last - 1)].start : parsed.tokens[saying.last - 1].end]


def _is_alternative(parsed: Parsed, actor: Token) -> bool:
    """*Either the rebels or the navy*: of several one may have done it."""
    heads = [actor, *([parsed.tokens[actor.head]] if actor.dep == "conj" else [])]
    return any(c.dep == "cc" and c.text.lower() == "or" for head in heads for c in children(parsed, head))


def _is_holder(saying: _Saying) -> bool:
    return fold_name(saying.proposition.value) == fold_name(saying.voicing.chain[-1].name)


def _is_supposed(parsed: Parsed, attribution: Attribution) -> bool:
    """*To say that we did it …*: nobody says it; the saying is only thought of."""
    first = next(tokens_in(parsed, attribution.cue), None)
    if attribution.source or first is None:
        return False
    before = parsed.tokens[first - 1].text.lower() if first else ""
    return "to" in {before, parsed.tokens[first].text.lower()}


def _with_agent(parsed: Parsed, mentions: tuple[Mention, ...], frame: Frame) -> tuple[Mention, ...]:
    """Mark the mention that the frame names as the agent."""
    if frame.actor is None:
        return mentions
    head = parsed.tokens[frame.actor]
    return tuple(
        Mention(text=m.text, label=m.label, start=m.start, end=m.end, role=MentionRole.AGENT)
        if m.start <= head.start < m.end
        else m
        for m in mentions
    )


def _within(parsed: Parsed, unit: Unit, first: int, last: int) -> tuple[int, int]:
    """Keep a range inside its unit and free of punctuation at its edges; the whole unit where nothing is left."""
    first, last = trim_punctuation(parsed, max(first, unit.first), min(last, unit.last))
    return (first, last) if first < last else (unit.first, unit.last)
