"""A small invented case, built by hand: four reports about a fire in a harbour, three origins, two named hypotheses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.model.analysis import Analysis, HypothesisSet, Linkage
from rashomon.model.claim import Claim, ClaimPlacement, ClaimRelation, Proposition, Voice
from rashomon.model.document import Document
from rashomon.model.event import Event, Fact
from rashomon.model.judgement import (
    Contribution,
    Discount,
    Flip,
    HypothesisBits,
    HypothesisProbability,
    Indicator,
    Judgement,
    LeftOut,
    PointProbability,
    Sensitivity,
)
from rashomon.model.lineage import CopyLink, Origin, SharedPassage
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing, EvidenceLink, Hypothesis, Implication, Question
from rashomon.model.source import Source
from rashomon.model.vocabulary import (
    Access,
    AnalyticConfidence,
    Certainty,
    CopyKind,
    Direction,
    DriftKind,
    EvidenceKind,
    Modality,
    Polarity,
    QuestionKind,
    RelationKind,
    Slot,
    SourceKind,
    Stance,
)

MADE = Made(recipe="hand@1")
COURIER = (
    "Investigators said the fire was most likely set by the Varda Line. “They stood to collect the insurance,” the "
    "chief inspector told reporters.\n\nA spokesman for the Varda Line said: “We have nothing to do with it.”"
)
HERALD = (
    "According to the Almar Courier, investigators say the fire was set by the Varda Line. At least eight boats burned."
)
BEACON = (
    "The dockers' union set the fire, the harbour master claimed. More than 25 boats were lost.\n\n"
    "If the Varda Line did it, the port will be closed for years."
)
TEXTS = {"courier": COURIER, "herald": HERALD, "mirror": HERALD, "beacon": BEACON}
PUBLISHERS = {
    "courier": "Almar Courier",
    "herald": "The Herald",
    "mirror": "Daily Mirror of Almar",
    "beacon": "The Beacon",
}


def make_document(key: str, hour: int, *, text: str | None = None) -> Document:
    return Document(
        id=f"doc_{key}",
        input_id=f"{key}.txt",
        text=TEXTS[key] if text is None else text,
        raw_sha256="0" * 64,
        made=MADE,
        url=f"https://{key}.example/fire",
        publisher=PUBLISHERS[key],
        title=f"{PUBLISHERS[key]} on the fire",
        published_at=datetime(2031, 4, 2, hour, tzinfo=UTC),
    )


def make_claim(
    claim_id: str,
    key: str,
    quote: str,
    *,
    chain: tuple[str, ...],
    value: str = "",
    polarity: Polarity = Polarity.ASSERT,
    certainty: Certainty = Certainty.CERTAIN,
) -> Claim:
    start = TEXTS[key].index(quote)
    return Claim(
        id=claim_id,
        document_id=f"doc_{key}",
        start=start,
        end=start + len(quote),
        quote=quote,
        context_start=start,
        context_end=start + len(quote),
        proposition=Proposition(
            slot=Slot.RESPONSIBLE if value else Slot.STATEMENT, value=value or quote, predicate="set"
        ),
        chain=tuple(Voice(name=name, cue="said") for name in chain),
        polarity=polarity,
        certainty=certainty,
        stance=Stance.REPORTS,
        modality=Modality.DENIAL if polarity is Polarity.DENY else Modality.ASSERTION,
        mentions=(),
        order=0,
        made=MADE,
    )


CLAIMS = (
    make_claim(
        "clm_1",
        "courier",
        "the fire was most likely set by the Varda Line",
        chain=("Almar Courier", "Investigators"),
        value="the Varda Line",
        certainty=Certainty.PROBABLE,
    ),
    make_claim("clm_2", "courier", "They stood to collect the insurance", chain=("the chief inspector",)),
    make_claim(
        "clm_3",
        "courier",
        "We have nothing to do with it.",
        chain=("A spokesman for the Varda Line",),
        value="the Varda Line",
        polarity=Polarity.DENY,
    ),
    make_claim(
        "clm_4",
        "herald",
        "the fire was set by the Varda Line",
        chain=("The Herald", "the Almar Courier", "investigators"),
        value="the Varda Line",
    ),
    make_claim(
        "clm_5", "beacon", "The dockers' union set the fire", chain=("the harbour master",), value="the dockers' union"
    ),
    make_claim("clm_6", "beacon", "More than 25 boats were lost", chain=("The Beacon",)),
)
PLACED = {
    "clm_1": (("src_courier", "src_investigators"), "org_courier"),
    "clm_2": (("src_inspector",), "org_courier"),
    "clm_3": (("src_varda",), "org_courier"),
    "clm_4": (("src_herald", "src_courier", "src_investigators"), "org_courier"),
    "clm_5": (("src_master",), "org_beacon"),
    "clm_6": (("src_beacon",), "org_beacon"),
}
SOURCES = (
    Source(
        id="src_investigators", name="Investigators", kind=SourceKind.STATE_BODY, made=MADE, aliases=("Investigators",)
    ),
    Source(
        id="src_varda",
        name="A spokesman for the Varda Line",
        kind=SourceKind.OFFICIAL,
        made=MADE,
        camp="the Varda Line",
    ),
)


def make_linkage() -> Linkage:
    made = MADE
    return Linkage(
        sources=SOURCES,
        copies=(
            CopyLink(
                id="cpy_1",
                document_id="doc_herald",
                copy_of="doc_courier",
                kind=CopyKind.RELAY,
                share=0.25,
                why="cites the Almar Courier",
                passages=(),
                made=made,
            ),
            CopyLink(
                id="cpy_2",
                document_id="doc_mirror",
                copy_of="doc_herald",
                kind=CopyKind.VERBATIM,
                share=1.0,
                why="same words",
                passages=(SharedPassage(start=0, end=len(HERALD), first_seen="doc_herald", at=0),),
                made=made,
            ),
        ),
        origins=(
            Origin(
                id="org_courier",
                document_ids=("doc_courier", "doc_herald", "doc_mirror"),
                holder="Almar Courier",
                made=made,
            ),
            Origin(id="org_beacon", document_ids=("doc_beacon",), holder="The Beacon", made=made),
        ),
        events=(
            Event(
                id="evt_fire",
                label="fire in the harbour",
                type="fire",
                place="Almar",
                focal=True,
                prior=False,
                made=made,
                start=datetime(2031, 4, 1, 22, tzinfo=UTC),
            ),
            Event(
                id="evt_before",
                label="fire at the depot",
                type="fire",
                place="Almar",
                focal=False,
                prior=True,
                made=made,
            ),
        ),
        placements=tuple(
            ClaimPlacement(claim_id=claim_id, source_ids=sources, event_id="evt_fire", origin_id=origin, made=made)
            for claim_id, (sources, origin) in PLACED.items()
        ),
        relations=(
            ClaimRelation(
                id="rel_1",
                kind=RelationKind.DRIFT,
                from_id="clm_4",
                to_id="clm_1",
                why="the relay dropped “most likely”",
                made=made,
                changes=(DriftKind.HEDGE_LOST,),
            ),
        ),
    )


QUESTION = Question(id="qst_1", text="Who set the harbour fire?", kind=QuestionKind.WHO, event_id="evt_fire", made=MADE)
HYPOTHESES = (
    Hypothesis(
        id="hyp_union",
        question_id="qst_1",
        label="the dockers' union",
        residual=False,
        made=MADE,
        advances=("the harbour master",),
        claim_ids=("clm_5",),
    ),
    Hypothesis(
        id="hyp_varda",
        question_id="qst_1",
        label="the Varda Line",
        residual=False,
        made=MADE,
        aliases=("Varda",),
        camp="the Varda Line",
        advances=("Investigators",),
        denies=("A spokesman for the Varda Line",),
        claim_ids=("clm_1", "clm_2", "clm_3", "clm_4"),
    ),
    Hypothesis(
        id="hyp_smugglers",
        question_id="qst_1",
        label="smugglers",
        residual=False,
        made=MADE,
        mentions=("a columnist",),
    ),
    Hypothesis(id="hyp_else", question_id="qst_1", label="something else", residual=True, made=MADE),
)


def make_link(
    evidence_id: str,
    hypothesis_id: str,
    claim_ids: tuple[str, ...],
    holder: str,
    kind: EvidenceKind,
    direction: Direction,
) -> EvidenceLink:
    origin = PLACED[claim_ids[0]][1]
    return EvidenceLink(
        id=evidence_id,
        question_id="qst_1",
        hypothesis_id=hypothesis_id,
        kind=kind,
        direction=direction,
        certainty=Certainty.PROBABLE,
        holder_id="src_x",
        holder=holder,
        origin_id=origin,
        group_id=f"grp_{holder}",
        why_group="one holder",
        claim_ids=claim_ids,
        access=Access.UNKNOWN,
        relays=len(claim_ids) - 1,
        made=MADE,
    )


EVIDENCE = (
    make_link("evd_union", "hyp_union", ("clm_5",), "the harbour master", EvidenceKind.TESTIMONY, Direction.FOR),
    make_link(
        "evd_denial", "hyp_varda", ("clm_3",), "A spokesman for the Varda Line", EvidenceKind.DENIAL, Direction.AGAINST
    ),
    make_link("evd_motive", "hyp_varda", ("clm_2",), "the chief inspector", EvidenceKind.MOTIVE, Direction.FOR),
    make_link("evd_varda", "hyp_varda", ("clm_1", "clm_4"), "Investigators", EvidenceKind.TESTIMONY, Direction.FOR),
)
FACTS = (
    Fact(id="fct_boats", slot="boats", event_id="evt_fire", low=8, best=25, high=None, claim_ids=("clm_6",), made=MADE),
    Fact(id="fct_killed", slot="killed", event_id="evt_fire", low=0, best=0, high=0, claim_ids=(), made=MADE),
)


def make_hypothesis_set() -> HypothesisSet:
    then = "the port will be closed for years"
    start = BEACON.index(then)
    return HypothesisSet(
        question=QUESTION,
        hypotheses=HYPOTHESES,
        bearings=tuple(
            ClaimBearing(
                id=bearing_id,
                claim_id=claim_id,
                hypothesis_id=hypothesis_id,
                polarity=polarity,
                certainty=certainty,
                made=MADE,
            )
            for bearing_id, claim_id, hypothesis_id, polarity, certainty in (
                ("brg_1", "clm_1", "hyp_varda", Polarity.ASSERT, Certainty.PROBABLE),
                ("brg_3", "clm_3", "hyp_varda", Polarity.DENY, Certainty.CERTAIN),
                ("brg_4", "clm_4", "hyp_varda", Polarity.ASSERT, Certainty.CERTAIN),
                ("brg_5", "clm_5", "hyp_union", Polarity.ASSERT, Certainty.CERTAIN),
                ("brg_6", "clm_5", "hyp_varda", Polarity.DENY, Certainty.POSSIBLE),
            )
        ),
        evidence=EVIDENCE,
        facts=FACTS,
        implications=(
            Implication(
                id="imp_1",
                hypothesis_id="hyp_varda",
                then=then,
                certainty=Certainty.CERTAIN,
                document_id="doc_beacon",
                start=start,
                end=start + len(then),
                made=MADE,
            ),
        ),
    )


def make_contribution(evidence_id: str, bits: float, own: str, why: str = "") -> Contribution:
    ids = [hypothesis.id for hypothesis in HYPOTHESES]
    return Contribution(
        evidence_id=evidence_id,
        bits=bits,
        log_likelihoods=tuple(HypothesisBits(hypothesis_id=i, bits=bits if i == own else 0.0) for i in ids),
        discounts=(Discount(why=why, bits=-0.4),) if why else (),
    )


def make_judgement() -> Judgement:
    figures = (
        ("hyp_varda", 0.47, 0.33, 0.61, 0.3),
        ("hyp_union", 0.22, 0.1, 0.36, 0.3),
        ("hyp_smugglers", 0.12, 0.04, 0.25, 0.2),
        ("hyp_else", 0.19, 0.1, 0.3, 0.2),
    )
    return Judgement(
        id="jdg_1",
        question_id="qst_1",
        as_of=datetime(2031, 4, 2, 9, tzinfo=UTC),
        probabilities=tuple(
            HypothesisProbability(hypothesis_id=h, probability=p, low=low, high=high, prior=prior)
            for h, p, low, high, prior in figures
        ),
        contributions=(
            make_contribution("evd_varda", 0.6, "hyp_varda"),
            make_contribution("evd_motive", 0.3, "hyp_varda"),
            make_contribution("evd_denial", -0.05, "hyp_varda", "accused denies: would say so anyway"),
            make_contribution("evd_union", -0.1, "hyp_union"),
        ),
        sensitivity=Sensitivity(
            flips=(Flip(what="the dockers' union overtakes the Varda Line", bits_needed=1.1),),
            leave_one_out=(
                LeftOut(
                    origin_id="org_courier",
                    probabilities=tuple(
                        PointProbability(hypothesis_id=h, probability=p)
                        for h, p in (("hyp_varda", 0.3), ("hyp_union", 0.3), ("hyp_smugglers", 0.2), ("hyp_else", 0.2))
                    ),
                ),
            ),
            watch_for=(
                Indicator(
                    id="ind_1", what="traces of petrol", hypothesis_id="hyp_varda", expected_bits=0.21, made=MADE
                ),
            ),
        ),
        confidence=AnalyticConfidence.LOW,
        basis="Basis is thin: no origin examined evidence.",
        made=MADE,
    )


def make_analysis() -> Analysis:
    return Analysis(
        documents=tuple(make_document(key, hour) for hour, key in enumerate(TEXTS, 6)),
        claims=CLAIMS,
        linkage=make_linkage(),
        hypothesis_set=make_hypothesis_set(),
        judgement=make_judgement(),
    )


HOSTILE_TEXT = "<script>alert(1)</script>\x1b]0;owned\x07 “said \u202eevil” & 'quotes' \"double\" `code` | *bold*"


def make_hostile_analysis() -> Analysis:
    """The same case where every word that came from outside tries to break out."""
    analysis = make_analysis()
    document = replace(
        make_document("courier", 6),
        text=HOSTILE_TEXT * 8,
        title=HOSTILE_TEXT,
        publisher=HOSTILE_TEXT,
        input_id=HOSTILE_TEXT,
        url="javascript:alert(1)",
    )
    quote = HOSTILE_TEXT[:40]
    claims = tuple(
        replace(
            claim, start=0, end=40, quote=quote, chain=(Voice(name=HOSTILE_TEXT, cue=HOSTILE_TEXT),) * len(claim.chain)
        )
        if claim.document_id == document.id
        else claim
        for claim in analysis.claims
    )
    hypothesis_set = replace(
        analysis.hypothesis_set,
        question=replace(QUESTION, text=HOSTILE_TEXT),
        hypotheses=tuple(replace(h, label=HOSTILE_TEXT, advances=(HOSTILE_TEXT,)) for h in HYPOTHESES),
        evidence=tuple(replace(link, holder=HOSTILE_TEXT, why_group=HOSTILE_TEXT) for link in EVIDENCE),
        facts=tuple(replace(fact, slot=HOSTILE_TEXT) for fact in FACTS),
    )
    linkage = replace(
        analysis.linkage,
        events=tuple(replace(event, label=HOSTILE_TEXT, place=HOSTILE_TEXT) for event in analysis.linkage.events),
        origins=tuple(replace(origin, holder=HOSTILE_TEXT) for origin in analysis.linkage.origins),
        relations=tuple(replace(relation, why=HOSTILE_TEXT) for relation in analysis.linkage.relations),
    )
    documents = (document, *analysis.documents[1:])
    return replace(analysis, documents=documents, claims=claims, hypothesis_set=hypothesis_set, linkage=linkage)


@pytest.fixture
def analysis() -> Analysis:
    return make_analysis()


@pytest.fixture
def hostile_analysis() -> Analysis:
    return make_hostile_analysis()


@pytest.fixture
def changed_analysis() -> Callable[..., Analysis]:
    """Return a function that makes the case with some of its parts replaced."""

    def change(**parts: object) -> Analysis:
        return replace(make_analysis(), **parts)  # type: ignore[arg-type]

    return change
