"""A case's gold record as the engine's own records, and what the engine makes of the same reports by itself.

On gold claims everything that is perfect comes from the gold record: which claims there are, with their polarity and
certainty, which answers compete, which reports are copies, and which quotes make which kind of argument. All else is
inferred by the engine's general rules as in a real run: sources, kinds, camps, access, stakes, groups, the event a
claim speaks of. The kind of speech act (a finding, an admission) is what the extractor reads in the same words.
"""

import hashlib
import json
import pickle
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from figures import ROOT
from rashomon.case.intake import Intake, read_reports
from rashomon.case.progress import keep_quiet
from rashomon.case.walk import NOTHING_LINKED, Told, find_latest, order_by_time, walk_stages
from rashomon.hypothesize.actors import identify_actor
from rashomon.hypothesize.arguments import Argument, find_argument
from rashomon.hypothesize.circumstances import Circumstances, count_days, list_telling
from rashomon.hypothesize.drafts import Draft
from rashomon.hypothesize.evidence import link_evidence
from rashomon.hypothesize.proposing import propose_hypotheses
from rashomon.hypothesize.questions import read_question
from rashomon.hypothesize.reading import read_claims
from rashomon.hypothesize.withdrawing import find_withdrawals
from rashomon.link.drift import find_drift
from rashomon.link.events import map_events
from rashomon.link.independence import find_dependences
from rashomon.link.origins import group_origins
from rashomon.link.parties import tie_parties
from rashomon.link.placements import follow_drift, place_claims
from rashomon.link.sources import register_sources
from rashomon.model.analysis import Analysis, HypothesisSet, Linkage
from rashomon.model.claim import Claim, Proposition, Voice
from rashomon.model.document import Document
from rashomon.model.errors import InputError
from rashomon.model.ids import derive_id
from rashomon.model.lineage import CopyLink
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing, Hypothesis, Question
from rashomon.model.vocabulary import (
    AbsenceKind,
    Certainty,
    CopyKind,
    EvidenceKind,
    Modality,
    Polarity,
    Slot,
    Stance,
)
from rashomon.plugins import load_extractor
from rashomon.ports import Extractor
from rashomon.weigh.parameters import DEFAULTS

GIVEN: Final = ("id", "url", "publisher", "published_at", "title", "text")
"""What the engine may see of a report."""
OWN: Final = ROOT / "benchmarks" / "cases"
SET_ASIDE: Final = OWN / "set_aside"
RECIPE: Final = "gold@1"
KINDS: Final = {"signature": "pattern", "physical_trace": "physical", "expert_finding": "finding"}
"""Gold kinds of arguments that go by another name in the engine."""
_HALF: Final = 0.5
_MADE: Final = Made(recipe=RECIPE, inputs=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A case as it lies in its file, and the reports as the engine read them."""

    case: Mapping[str, Any]
    told: Told

    @property
    def slug(self) -> str:
        return str(self.case["slug"])

    @property
    def answer(self) -> str | None:
        answer: str | None = self.case["answer"]
        return answer

    def report_of(self, document_id: str) -> str:
        """Return the case's own id of a report."""
        return next(one.input_id for one in self.told.documents if one.id == document_id)


def read_cases(folder: Path, kept: Path | None) -> Iterator[Read]:
    """Yield the cases of a folder by name; `kept` is a folder that keeps what the extractor read, for one version."""
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        yield Read(case=case, told=_read_reports(case, kept))


def _read_reports(case: Mapping[str, Any], kept: Path | None) -> Told:
    lines = write_reports(case)
    file = kept / f"{hashlib.sha256(lines.encode()).hexdigest()}.pickle" if kept is not None else None
    if file is not None and file.exists():
        found: Told = pickle.loads(file.read_bytes())
        return found
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text(lines, "utf-8")
        documents: list[Document] = []
        claims: list[Claim] = []
        for item in read_reports([str(path)], intake=Intake()):
            if isinstance(item, InputError):
                raise item
            documents.append(item.document)
            claims += _load().extract(item.document, item.passages).claims
    told = Told(documents=tuple(documents), claims=tuple(claims))
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(told))
    return told


def write_reports(case: Mapping[str, Any]) -> str:
    """Return what the engine may see of a case's reports, as JSON lines."""
    return "".join(json.dumps({k: r[k] for k in GIVEN}, ensure_ascii=False) + "\n" for r in case["reports"])


@lru_cache(maxsize=1)
def _load() -> Extractor:
    return load_extractor()


def analyse(read: Read) -> Analysis:
    """Return what `analyze` makes of the reports and the question."""
    return walk_stages(
        read.told,
        asked=read_question(read.case["question"], NOTHING_LINKED, by="analyst"),
        as_of=find_latest(read.told.documents, now=datetime.now(UTC)),
        parameters=DEFAULTS,
        on_progress=keep_quiet,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A case's gold record as the engine's records; `names` gives the gold id of each hypothesis."""

    hypothesis_set: HypothesisSet
    names: Mapping[str, str]


def build_gold(read: Read, *, copies_known: bool = True) -> Gold:
    """Return the hypothesis set of a case's gold claims; with copies not known every report is an origin of its own."""
    told = order_by_time(read.told)
    documents = {one.input_id: one for one in told.documents}
    claims = read_gold_claims(read)
    linkage, question = _link(read, told.documents, claims, copies=_list_copies(read, documents, copies_known))
    ids = {h["id"]: derive_id("hyp", question.id, h["id"]) for h in read.case["hypotheses_gold"]}
    hypotheses = (*_write_hypotheses(read, ids, question), _write_residual(question))
    bearings = tuple(_write_bearings(read, documents, claims, ids))
    reading = read_claims(told.documents, claims, linkage, question)
    return Gold(
        hypothesis_set=HypothesisSet(
            question=question,
            hypotheses=hypotheses,
            bearings=bearings,
            evidence=link_evidence(
                reading,
                hypotheses,
                bearings,
                known=Circumstances(
                    days=count_days(told.documents, list_telling(reading, bearings)),
                    withdrawals=find_withdrawals(reading, told.documents, _draft(hypotheses), bearings),
                    argued=_name_arguments(read, bearings, claims, ids),
                ),
            ),
            facts=(),
            implications=(),
        ),
        names={hypothesis_id: name for name, hypothesis_id in ids.items()},
    )


def read_gold_claims(read: Read) -> tuple[Claim, ...]:
    """Return a case's gold claims as the engine's records, in order of time."""
    told = order_by_time(read.told)
    documents = {one.input_id: one for one in told.documents}
    return order_by_time(Told(documents=told.documents, claims=tuple(_write_claims(read, documents)))).claims


def _link(
    read: Read, documents: Sequence[Document], claims: Sequence[Claim], *, copies: Sequence[CopyLink]
) -> tuple[Linkage, Question]:
    """Link as the engine does, but for the copies."""
    origins = group_origins(documents, copies)
    register = register_sources(documents, claims, origins=origins)
    events = map_events(documents, question=read.case["question"])
    placements = place_claims(documents, claims, origins=origins, events=events, register=register)
    drift = tuple(find_drift(documents, claims, placements, copies, focal_id=events.focal.id))
    placements = follow_drift(placements, drift)
    dependences = find_dependences(
        documents, claims, placements, sources=register.sources, copies=copies, origins=origins
    )
    linkage = Linkage(
        sources=tie_parties(register.sources, claims, placements, events.events),
        copies=tuple(copies),
        origins=origins,
        events=events.events,
        placements=placements,
        relations=drift,
        mentions=register.mentions,
        dependences=dependences,
    )
    return linkage, read_question(read.case["question"], linkage)


def _write_claims(read: Read, documents: Mapping[str, Document]) -> Iterator[Claim]:
    """Yield one claim for each quote, chain, polarity and certainty; on several hypotheses it bears several times."""
    met: set[str] = set()
    for order, gold in enumerate(read.case["gold_claims"]):
        document = documents[gold["report"]]
        claim_id = name_claim(document, gold)
        if claim_id in met:
            continue
        met.add(claim_id)
        end = gold["start"] + len(gold["quote"])
        polarity = Polarity(gold["polarity"])
        alike = _find_alike(read, document, gold["start"], end, polarity)
        manner = Modality.DENIAL if polarity is Polarity.DENY else Modality.ASSERTION
        text = document.text
        context = (text.rfind(". ", 0, gold["start"]) + 1, text.find(".", end))
        yield Claim(
            id=claim_id,
            document_id=document.id,
            start=gold["start"],
            end=end,
            quote=gold["quote"],
            context_start=context[0],
            context_end=context[1] if context[1] > 0 else len(text),
            proposition=alike.proposition if alike else Proposition(slot=Slot.STATEMENT, value=gold["quote"]),
            chain=tuple(_write_chain(document, gold["source_chain"])),
            polarity=polarity,
            certainty=Certainty(gold["certainty"]),
            stance=alike.stance if alike else Stance.REPORTS,
            modality=alike.modality if alike else manner,
            mentions=alike.mentions if alike else (),
            order=order,
            made=_MADE,
        )


def name_claim(document: Document, gold: Mapping[str, Any]) -> str:
    """Return the id of the claim a gold one is written as."""
    said = (gold["start"], gold["quote"], gold["polarity"], gold["certainty"], *gold["source_chain"])
    return derive_id("clm", document.id, *map(str, said))


def _write_chain(document: Document, names: Sequence[str]) -> Iterator[Voice]:
    yield Voice(name=document.publisher)
    for name in names[1:]:
        start = document.text.find(name)
        yield Voice(name=name, start=start, end=start + len(name) if start >= 0 else -1)


def _find_alike(read: Read, document: Document, start: int, end: int, polarity: Polarity) -> Claim | None:
    """Return the claim the extractor read in the same words, if any: of the same polarity, the most overlap first."""

    def share(claim: Claim) -> float:
        return max(0, min(claim.end, end) - max(claim.start, start)) / (end - start)

    own = (c for c in read.told.claims if c.document_id == document.id and c.polarity is polarity)
    best = max(own, key=share, default=None)
    return best if best is not None and share(best) >= _HALF else None


def _list_copies(read: Read, documents: Mapping[str, Document], known: bool) -> tuple[CopyLink, ...]:
    return tuple(
        CopyLink(
            id=derive_id("copy", report["id"]),
            document_id=documents[report["id"]].id,
            copy_of=documents[report["copy_of"]].id,
            kind=CopyKind(report["copy_kind"]),
            share=1.0,
            why="gold",
            passages=(),
            made=_MADE,
        )
        for report in read.case["reports"]
        if known and report["copy_of"]
    )


def _write_hypotheses(read: Read, ids: Mapping[str, str], question: Question) -> Iterator[Hypothesis]:
    for gold in read.case["hypotheses_gold"]:
        yield Hypothesis(
            id=ids[gold["id"]],
            question_id=question.id,
            label=gold["label"],
            residual=False,
            made=_MADE,
            aliases=tuple(gold["aliases"]),
            camp=_find_camp((gold["label"], *gold["aliases"])),
        )


def _find_camp(names: Sequence[str]) -> str:
    """Return the camp of whom an answer names: the first state, else the first proper name."""
    actors = [actor for name in names if (actor := identify_actor(name)) is not None]
    camp = next((actor.camp for actor in actors if actor.camp), "")
    return camp or next((actor.name for actor in actors if actor.proper), "")


def _draft(hypotheses: Sequence[Hypothesis]) -> list[Draft]:
    return [Draft(id=h.id, label=h.label, names=(h.label, *h.aliases)) for h in hypotheses if not h.residual]


def _write_residual(question: Question) -> Hypothesis:
    return Hypothesis(
        id=derive_id("hyp", question.id, "something else"),
        question_id=question.id,
        label="something else",
        residual=True,
        made=_MADE,
    )


def _write_bearings(
    read: Read, documents: Mapping[str, Document], claims: Sequence[Claim], ids: Mapping[str, str]
) -> Iterator[ClaimBearing]:
    place = {claim.id: at for at, claim in enumerate(claims)}
    named = [(name_claim(documents[g["report"]], g), g) for g in read.case["gold_claims"]]
    met: set[tuple[str, str]] = set()
    for claim_id, gold in sorted(named, key=lambda pair: place[pair[0]]):
        if (claim_id, gold["hypothesis"]) in met:
            continue
        met.add((claim_id, gold["hypothesis"]))
        yield ClaimBearing(
            id=derive_id("brg", claim_id, ids[gold["hypothesis"]]),
            claim_id=claim_id,
            hypothesis_id=ids[gold["hypothesis"]],
            polarity=Polarity(gold["polarity"]),
            certainty=Certainty(gold["certainty"]),
            made=_MADE,
        )


def _name_arguments(
    read: Read, bearings: Sequence[ClaimBearing], claims: Sequence[Claim], ids: Mapping[str, str]
) -> dict[str, Argument]:
    """Return by bearing which argument the gold record says it makes; an absence as the engine reads its words."""
    by_id = {claim.id: claim for claim in claims}
    found = {}
    for bearing in bearings:
        claim = by_id[bearing.claim_id]
        for gold in read.case.get("gold_arguments", ()):
            end = gold["start"] + len(gold["quote"])
            shared = min(claim.end, end) - max(claim.start, gold["start"])
            same = ids[gold["hypothesis"]] == bearing.hypothesis_id and (gold["polarity"] == "for") == (
                bearing.polarity is Polarity.ASSERT
            )
            if same and gold["report"] == read.report_of(claim.document_id) and shared >= _HALF * len(gold["quote"]):
                kind = EvidenceKind(KINDS.get(gold["kind"], gold["kind"]))
                said = find_argument(claim.quote) if kind is EvidenceKind.ABSENCE else None
                absence = AbsenceKind.DENIED if kind is EvidenceKind.ABSENCE else None
                found[bearing.id] = Argument(kind=kind, absence=(said and said.absence) or absence)
    return found


def forget_copies(analysis: Analysis, read: Read) -> HypothesisSet:
    """Return the hypotheses and evidence of an analysis as if every report were an origin of its own."""
    told = order_by_time(read.told)
    origins = group_origins(told.documents, ())
    own = {document_id: origin.id for origin in origins for document_id in origin.document_ids}
    where = {claim.id: own[claim.document_id] for claim in told.claims}
    placements = tuple(replace(one, origin_id=where[one.claim_id]) for one in analysis.linkage.placements)
    linkage = replace(analysis.linkage, copies=(), origins=origins, placements=placements)
    return propose_hypotheses(told.documents, told.claims, linkage, question=analysis.hypothesis_set.question)
