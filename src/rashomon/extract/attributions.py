"""From a parsed document to its attributions: the one public function that runs all finders and makes the records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.blocks import find_blocks, find_introductions
from rashomon.extract.candidate import Candidate, Spans
from rashomon.extract.certainty import appraise
from rashomon.extract.direct import attach_quotations
from rashomon.extract.media import find_media, spell
from rashomon.extract.merging import merge_tagged
from rashomon.extract.nesting import find_parents, settle
from rashomon.extract.parsing import Parsed
from rashomon.extract.placing import shed_place
from rashomon.extract.prepositional import find_prepositional
from rashomon.extract.quotes import find_quotations
from rashomon.extract.relays import find_citations
from rashomon.extract.signatures import find_signatures
from rashomon.extract.sources import resolve_sources
from rashomon.extract.spans import to_spans
from rashomon.extract.speech import find_speech
from rashomon.extract.tagger import Tagged
from rashomon.model.attribution import Attribution, Span
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made

RECIPE = "attributions-rules@1"
_UNRESOLVED = frozenset("he she it they who which that him her his its their them what this".split())


def find_attributions(
    parsed: Parsed,
    *,
    document_id: str = "",
    made: Made | None = None,
    block_quotes: Sequence[Span] = (),
    tagged: Sequence[Tagged] | None = None,
) -> tuple[Attribution, ...]:
    """Find who says what in one document, by the rules alone or on top of what a tagger found.

    `block_quotes` are the spans the layout sets off as quotations (from ingest's passages), if it is known.
    Attributions come in reading order of their cue; `parent_id` names the smallest attribution whose content holds
    the cue. Pure: the same parse gives the same records. Raises nothing on any text.
    """
    candidates = find_candidates(parsed, block_quotes=block_quotes, tagged=tagged)
    parents = find_parents(candidates)
    names = resolve_sources(parsed, candidates, parents)
    strict = tagged is not None
    kept = [n for n in range(len(candidates)) if not _is_own_voice(candidates[n], parents[n], names, n, strict=strict)]
    if len(kept) < len(candidates):
        candidates, names = [candidates[n] for n in kept], [names[n] for n in kept]
        parents = find_parents(candidates)
    made = made or Made(recipe=RECIPE, inputs=(document_id,) if document_id else ())
    records = [
        _to_record(parsed, candidate, name, document_id=document_id, made=made)
        for candidate, name in zip(candidates, names, strict=True)
    ]
    return tuple(
        record if parent is None else replace(record, parent_id=records[parent].id)
        for record, parent in zip(records, parents, strict=True)
    )


def _is_own_voice(
    candidate: Candidate, parent: int | None, names: Sequence[str], position: int, *, strict: bool
) -> bool:
    """Whether a voice inside another's words is that other again; if strict, also one nobody can tell whom it means."""
    if parent is None or candidate.inside is not None or not candidate.source:
        return False
    name = names[position].casefold()
    return (strict and name in _UNRESOLVED) or name == names[parent].casefold()


def find_candidates(
    parsed: Parsed, *, block_quotes: Sequence[Span] = (), tagged: Sequence[Tagged] | None = None
) -> list[Candidate]:
    """All attributions of a document in token indexes, settled against each other, in reading order of their cue."""
    quotations = find_quotations(parsed)
    introductions = find_introductions(parsed, block_quotes)
    blocks = find_blocks(parsed, introductions, block_quotes)
    introducing = {c.anchor for c in blocks}
    signed = find_signatures(parsed)
    found = [c for c in [*find_speech(parsed), *find_prepositional(parsed), *signed] if c.anchor not in introducing]
    found = attach_quotations(parsed, found, quotations, introductions)
    quoted = frozenset().union(*(q.tokens for q in quotations)) if quotations else frozenset()
    settled = (
        settle(parsed, [*found, *blocks], quoted)
        if tagged is None
        else merge_tagged(parsed, tagged, [*found, *blocks], quoted)
    )
    return find_citations(parsed, [shed_place(parsed, candidate) for candidate in settled])


def _to_record(parsed: Parsed, candidate: Candidate, name: str, *, document_id: str, made: Made) -> Attribution:
    spans = candidate.spans or Spans(
        source=to_spans(parsed, candidate.source),
        cue=to_spans(parsed, candidate.cue, trim=False),
        content=to_spans(parsed, candidate.content, barred=candidate.cue | candidate.source),
    )
    appraisal = appraise(parsed, candidate)
    return Attribution(
        id=derive_id("att", document_id, spans.source, spans.cue, spans.content),
        document_id=document_id,
        source=spans.source,
        cue=spans.cue,
        content=spans.content,
        source_name=name,
        medium=spell(parsed, find_media(parsed, candidate)),
        cue_text=" ".join(parsed.quote(span.start, span.end) for span in spans.cue),
        polarity=appraisal.polarity,
        certainty=appraisal.certainty,
        stance=appraisal.stance,
        modality=appraisal.modality,
        made=made,
    )
