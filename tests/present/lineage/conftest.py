"""One wire story and what became of it: an edited copy, a copy of that copy, a rewrite, a relay that changed it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim, ClaimPlacement, ClaimRelation, Proposition, Voice
from rashomon.model.document import Document
from rashomon.model.lineage import CopyLink, Origin, SharedPassage
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, CopyKind, DriftKind, Modality, Polarity, RelationKind, Slot, Stance

MADE = Made(recipe="hand@1")
LEAD = "A fire broke out in the grain depot of Port Almar before dawn on Tuesday and burned until noon"
HEDGED = "Inspector Ada Quill said the fire was probably set by a former clerk of the Varda Line"
COUNT = "At least three barges were lost, the harbour office said"
CLOSING = "The depot holds a third of the grain of the province and stands beside the railway to Tern"
WIRE = f"ALMAR (Wire) - {LEAD}. {HEDGED}. {COUNT}. {CLOSING}."
FIRMER = HEDGED.replace("probably", "most likely")
GAZETTE = f"{LEAD}, witnesses say. {FIRMER}. Our own reporter saw smoke. {CLOSING}. More soon."
OBSERVER = (
    "Dozens watched. It took until midday on Tuesday to put out the flames in Almar's grain depot. In the view of "
    "Quill, who leads the inquiry, somebody once employed by the Varda Line may have done it. No train ran to Tern."
)
ECHO = "The Varda Line burned the depot, Inspector Ada Quill said, according to the Wire. Dozens of barges were lost."
TEXTS = {"wire": WIRE, "gazette": GAZETTE, "digest": GAZETTE, "observer": OBSERVER, "echo": ECHO}
PUBLISHERS = {
    "wire": "The Wire",
    "gazette": "Quay Gazette",
    "digest": "Morning Digest",
    "observer": "The Observer of Tern",
    "echo": "Echo",
}


def make_document(key: str, hour: int) -> Document:
    return Document(
        id=f"doc_{key}",
        input_id=f"{key}.txt",
        text=TEXTS[key],
        raw_sha256="0" * 64,
        made=MADE,
        publisher=PUBLISHERS[key],
        title=f"{PUBLISHERS[key]} on the depot",
        published_at=datetime(2031, 4, 3, hour, tzinfo=UTC) if key != "digest" else None,
        language="en" if key == "wire" else "not a language <",
    )


def share(key: str, words: str, other: str, there: str | None = None) -> SharedPassage:
    """A passage of one report first seen in another."""
    start = TEXTS[key].index(words)
    at = TEXTS[other].index(there or words)
    return SharedPassage(start=start, end=start + len(words), first_seen=f"doc_{other}", at=at)


def link(key: str, parent: str, kind: CopyKind, share_of: float, **rest: object) -> CopyLink:
    fields: dict[str, object] = {"passages": (), "made": MADE, "why": f"made from {parent}", **rest}
    return CopyLink(
        id=f"cpy_{key}", document_id=f"doc_{key}", copy_of=f"doc_{parent}", kind=kind, share=share_of, **fields
    )


def make_claim(claim_id: str, key: str, quote: str, *, chain: tuple[str, ...], certainty: Certainty) -> Claim:
    text = TEXTS[key]
    start = text.index(quote)
    return Claim(
        id=claim_id,
        document_id=f"doc_{key}",
        start=start,
        end=start + len(quote),
        quote=quote,
        context_start=max(0, text.rfind(". ", 0, start) + 2) if ". " in text[:start] else 0,
        context_end=text.find(".", start + len(quote)) + 1 or len(text),
        proposition=Proposition(slot=Slot.RESPONSIBLE, value="the Varda Line", predicate="set"),
        chain=tuple(Voice(name=name) for name in chain),
        polarity=Polarity.ASSERT,
        certainty=certainty,
        stance=Stance.REPORTS,
        modality=Modality.ASSERTION,
        mentions=(),
        order=0,
        made=MADE,
    )


CLAIMS = (
    make_claim(
        "clm_wire",
        "wire",
        "the fire was probably set by a former clerk of the Varda Line",
        chain=("Inspector Ada Quill",),
        certainty=Certainty.PROBABLE,
    ),
    make_claim(
        "clm_gazette",
        "gazette",
        "the fire was most likely set by a former clerk of the Varda Line",
        chain=("Quay Gazette", "Inspector Ada Quill"),
        certainty=Certainty.PROBABLE,
    ),
    make_claim(
        "clm_digest",
        "digest",
        "the fire was most likely set by a former clerk of the Varda Line",
        chain=("Inspector Ada Quill",),
        certainty=Certainty.PROBABLE,
    ),
    make_claim(
        "clm_echo",
        "echo",
        "The Varda Line burned the depot",
        chain=("the Wire", "Inspector Ada Quill"),
        certainty=Certainty.CERTAIN,
    ),
    make_claim(
        "clm_count", "wire", "At least three barges", chain=("the harbour office",), certainty=Certainty.CERTAIN
    ),
    make_claim("clm_dozens", "echo", "Dozens of barges", chain=("Echo",), certainty=Certainty.CERTAIN),
    make_claim(
        "clm_observer",
        "observer",
        "somebody once employed by the Varda Line may have done it",
        chain=("Quill",),
        certainty=Certainty.POSSIBLE,
    ),
)


def relate(kind: RelationKind, one: str, other: str, why: str, changes: tuple[DriftKind, ...] = ()) -> ClaimRelation:
    return ClaimRelation(
        id=f"rel_{one}_{other}", kind=kind, from_id=one, to_id=other, why=why, made=MADE, changes=changes
    )


RELATIONS = (
    relate(RelationKind.REPEATS, "clm_gazette", "clm_wire", "the same holder says the same"),
    relate(RelationKind.REPEATS, "clm_digest", "clm_gazette", "the same holder says the same"),
    relate(RelationKind.REPEATS, "clm_echo", "clm_wire", "the same holder says the same"),
    relate(RelationKind.SUPPORTS, "clm_observer", "clm_wire", "another holder says so"),
    relate(RelationKind.REFINES, "clm_wire", "clm_observer", "a former clerk is narrower"),
    relate(RelationKind.CONTRADICTS, "clm_dozens", "clm_count", "dozens or three"),
    relate(
        RelationKind.DRIFT,
        "clm_echo",
        "clm_wire",
        "a former clerk became the Varda Line",
        (DriftKind.HEDGE_LOST, DriftKind.ACTOR_WIDENED),
    ),
    relate(RelationKind.DRIFT, "clm_dozens", "clm_count", "3 became dozens", (DriftKind.NUMBER_GROWN,)),
)
COPIES = (
    link(
        "gazette",
        "wire",
        CopyKind.NEAR,
        0.8,
        passages=(
            share("gazette", LEAD, "wire"),
            share("gazette", "Inspector Ada Quill said the fire was", "wire"),
            share("gazette", "set by a former clerk of the Varda Line", "wire"),
            share("gazette", CLOSING, "wire"),
        ),
    ),
    link(
        "digest",
        "gazette",
        CopyKind.VERBATIM,
        1.0,
        passages=(SharedPassage(start=0, end=len(GAZETTE), first_seen="doc_gazette", at=0),),
        made=replace(MADE, by="analyst:Mina"),
    ),
    link("observer", "wire", CopyKind.REWRITE, 0.4, confidence=0.72, why="the same names in the same order"),
    link("echo", "wire", CopyKind.RELAY, 0.2, confidence=0.9, why="cites the Wire"),
)


def make_told(analysis: Analysis) -> Analysis:
    placed = {claim.id: "org_echo" if claim.id == "clm_dozens" else "org_wire" for claim in CLAIMS}
    linkage = replace(
        analysis.linkage,
        copies=COPIES,
        origins=(
            Origin(
                id="origin_wire",
                document_ids=("doc_wire", "doc_gazette", "doc_observer", "doc_digest"),
                holder="The Wire",
                made=MADE,
            ),
            Origin(id="origin_echo", document_ids=("doc_echo",), holder="Echo", made=MADE),
        ),
        placements=tuple(
            ClaimPlacement(
                claim_id=claim.id,
                source_ids=("src_none",) * len(claim.chain),
                event_id="evt_fire",
                origin_id="origin_" + placed[claim.id].removeprefix("org_"),
                made=MADE,
            )
            for claim in CLAIMS
        ),
        relations=RELATIONS,
    )
    hypothesis_set = replace(
        analysis.hypothesis_set,
        bearings=(),
        facts=(),
        implications=(),
        evidence=(
            replace(
                analysis.hypothesis_set.evidence[-1],
                claim_ids=("clm_wire", "clm_echo"),
                origin_id="origin_wire",
            ),
        ),
    )
    documents = tuple(make_document(key, hour) for hour, key in enumerate(TEXTS, 6))
    return replace(analysis, documents=documents, claims=CLAIMS, linkage=linkage, hypothesis_set=hypothesis_set)


@pytest.fixture
def told(analysis: Analysis) -> Analysis:
    """The case of the wire story, asked the question of the other small case."""
    return make_told(analysis)


@pytest.fixture
def copied_often(told: Analysis) -> Callable[[int], Analysis]:
    """Return a function that makes the case with so many edited copies of one long story."""

    def multiply(number: int) -> Analysis:
        body = " ".join(f"Sentence {n} tells of barge {n * 7} and of pier {n * 13} in Almar." for n in range(30))
        wire = replace(told.documents[0], text=body)
        copies, links = [], []
        for position in range(number):
            key = f"doc_copy{position}"
            text = body.replace("tells of", f"speaks in {position} words of")
            copies.append(replace(told.documents[1], id=key, input_id=f"copy{position}.txt", text=text))
            passages = tuple(
                SharedPassage(
                    start=text.index(f"words of barge {n * 7} ") + 6,
                    end=text.index(f"pier {n * 13} ") + 20,
                    first_seen=wire.id,
                    at=body.index(f"of barge {n * 7} "),
                )
                for n in range(30)
            )
            links.append(replace(COPIES[0], id=f"cpy{position}", document_id=key, copy_of=wire.id, passages=passages))
        origin = Origin(
            id="origin_wire", document_ids=(wire.id, *(copy.id for copy in copies)), holder="The Wire", made=MADE
        )
        linkage = replace(
            told.linkage, copies=tuple(links), origins=(origin,), placements=(), relations=(), events=(), sources=()
        )
        hypothesis_set = replace(told.hypothesis_set, evidence=())
        return replace(told, documents=(wire, *copies), claims=(), linkage=linkage, hypothesis_set=hypothesis_set)

    return multiply
