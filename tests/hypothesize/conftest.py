"""Small factories for the records that hypothesizing reads, as fixtures."""

from collections.abc import Callable

import pytest

from rashomon.hypothesize.reading import Reading, read_claims
from rashomon.model.analysis import Linkage
from rashomon.model.claim import Claim, ClaimPlacement, Mention, Proposition, Voice
from rashomon.model.document import Document
from rashomon.model.event import Event
from rashomon.model.lineage import Origin
from rashomon.model.provenance import Made
from rashomon.model.question import Question
from rashomon.model.source import Source
from rashomon.model.vocabulary import (
    Certainty,
    MentionRole,
    Modality,
    Polarity,
    QuestionKind,
    Slot,
    SourceKind,
    Stance,
)

MADE = Made(recipe="test@1")


def build_document(name, *sentences, publisher=""):
    """A report whose text is its sentences, parted by a space."""
    return Document(
        id=name,
        input_id=name,
        text=" ".join(sentences),
        raw_sha256="",
        made=MADE,
        publisher=publisher or f"{name} News",
    )


def build_claim(document, quote, *voices, **changes):
    """A claim said by the last of the voices, relayed by the publisher and those before it; a statement by default.

    `slot`, `value`, `predicate`, `target`, `unit`, `measure`, `low`, `high` make its proposition; `mentions` is
    {words: role}.
    """
    start = document.text.index(quote)
    context = next(span for span in _sentences(document.text) if span[0] <= start < span[1])
    said = {"slot": Slot.STATEMENT, "value": quote} | {
        name: changes.pop(name)
        for name in ("slot", "value", "predicate", "target", "unit", "measure", "low", "high")
        if name in changes
    }
    named = changes.pop("mentions", {})
    given = {
        "polarity": Polarity.ASSERT,
        "certainty": Certainty.CERTAIN,
        "stance": Stance.REPORTS,
        "modality": Modality.ASSERTION,
    }
    return Claim(
        id="/".join((document.id, str(start), *voices, str(said["slot"]), said["value"])),
        document_id=document.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        context_start=context[0],
        context_end=context[1],
        proposition=Proposition(**said),
        chain=tuple(Voice(name=voice) for voice in (document.publisher, *voices)),
        mentions=tuple(_mention(document.text, words, role, start) for words, role in named.items()),
        order=start,
        made=MADE,
        **(given | changes),
    )


def build_deed(document, quote, *voices, actor, **changes):
    """A claim that an actor destroyed the bridge (or, with polarity or modality, that it did not)."""
    given = {"slot": Slot.RESPONSIBLE, "value": actor, "predicate": "destroy", "target": "the bridge"}
    return build_claim(document, quote, *voices, **(given | changes))


def build_source(name, kind=SourceKind.UNKNOWN, camp=""):
    return Source(id=f"src {name}", name=name, kind=kind, camp=camp, made=MADE)


def build_event(name="the explosion", **changes):
    values = {"id": f"evt {name}", "label": name, "type": "explosion", "place": "", "focal": True, "prior": False}
    return Event(**(values | {"made": MADE} | changes))


def build_linkage(claims=(), *, sources=(), origins=(), events=(), about=None, relations=()):
    """A linkage where every document is an origin of its own, unless `origins` groups them ({name: documents}).

    Voices without a source among `sources` get one of unknown kind; `about` gives the event of a claim, by ids.
    """
    known = {source.name: source for source in sources}
    for claim in claims:
        for voice in claim.chain:
            known.setdefault(voice.name, build_source(voice.name))
    grouped = dict(origins) or {f"org {c.document_id}": (c.document_id,) for c in claims}
    origin_of = {document_id: name for name, document_ids in grouped.items() for document_id in document_ids}
    return Linkage(
        sources=tuple(known.values()),
        copies=(),
        origins=tuple(Origin(id=name, document_ids=tuple(ids), holder="", made=MADE) for name, ids in grouped.items()),
        events=tuple(events),
        placements=tuple(
            ClaimPlacement(
                claim_id=claim.id,
                source_ids=tuple(known[voice.name].id for voice in claim.chain),
                event_id=(about or {}).get(claim.id),
                origin_id=origin_of[claim.document_id],
                made=MADE,
            )
            for claim in claims
        ),
        relations=tuple(relations),
    )


def build_question(text="Who destroyed the bridge?", kind=QuestionKind.WHO, event_id=None):
    return Question(id="qst", text=text, kind=kind, event_id=event_id, made=MADE)


def build_reading(documents, claims, question=None, **linkage) -> Reading:
    """What the stage knows of some claims; keywords go to the linkage."""
    return read_claims(documents, claims, build_linkage(claims, **linkage), question or build_question())


def _mention(text, words, role, start):
    at = text.index(words, start)
    return Mention(text=words, label="name", start=at, end=at + len(words), role=MentionRole(role))


def _sentences(text):
    start = 0
    for at, letter in enumerate(text):
        if letter in ".!?" and text[at + 1 : at + 2] in {"", " "}:
            yield start, at + 1
            start = at + 2
    yield start, len(text)


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    return build_document


@pytest.fixture(scope="session")
def make_claim() -> Callable[..., Claim]:
    return build_claim


@pytest.fixture(scope="session")
def make_deed() -> Callable[..., Claim]:
    return build_deed


@pytest.fixture(scope="session")
def make_source() -> Callable[..., Source]:
    return build_source


@pytest.fixture(scope="session")
def make_event() -> Callable[..., Event]:
    return build_event


@pytest.fixture(scope="session")
def make_linkage() -> Callable[..., Linkage]:
    return build_linkage


@pytest.fixture(scope="session")
def make_question() -> Callable[..., Question]:
    return build_question


@pytest.fixture(scope="session")
def make_reading() -> Callable[..., Reading]:
    return build_reading
