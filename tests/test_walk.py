"""The walk end to end, on the example case and, where they lie beside the repository, on the op-ed and other cases."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rashomon import Analysis, analyze_reports
from rashomon.cli.main import cli
from rashomon.extract.extractor import RulesExtractor
from rashomon.present.analysis_json import shape_analysis
from rashomon.present.shapes import ReasonShape, encode_shape
from rashomon.present.why import shape_reasons

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "moscow"
INPUTS = (str(EXAMPLE / "reports.jsonl"), str(EXAMPLE / "pages"))
QUESTION = "Who carried out the drone attack on Moscow?"
SHARED = ROOT.parent / "shared"
OP_ED = SHARED / "seed" / "moscow-drone-op-ed.txt"
CASES = SHARED / "cases"
COPY_KINDS = {None, "verbatim", "near", "rewrite", "relay"}
POLARITIES = {"assert", "deny"}
CERTAINTIES = {"certain", "probable", "possible", "unlikely", "none"}
STANCES = {"endorses", "reports", "distances"}
MODALITIES = set(
    "assertion accusation denial admission claim_of_responsibility finding opinion question conditional".split()
)
CONSISTENCIES = {"CC", "C", "N", "I", "II", "NA"}
TOP_FIELDS = set(
    """
        schema question events documents claims hypotheses evidence origins independent_origins facts implications
        sensitivity
    """.split()
)
Printed = dict[str, Any]


@dataclass(frozen=True)
class Walked:
    """One analysis as the library returns it and as the command line prints it."""

    analysis: Analysis
    printed: Printed

    @cached_property
    def labels(self) -> dict[str, str]:
        return {h["id"]: h["label"] for h in self.printed["hypotheses"]}

    def hypothesis(self, word: str) -> Printed:
        """The one named hypothesis whose label or alias holds a word."""
        pattern = re.compile(rf"\b{word}", re.IGNORECASE)
        found = [h for h in self.printed["hypotheses"] if any(map(pattern.search, [h["label"], *h["aliases"]]))]
        by_label = [h for h in found if pattern.search(h["label"])] or found
        assert by_label, f"no hypothesis named {word}: {list(self.labels.values())}"
        return by_label[0]

    def event(self, word: str) -> Printed:
        """The event named by a word."""
        found = [e for e in self.printed["events"] if word in f"{e['label']} {e['place']}"]
        assert found, f"no event named {word}: {[event['label'] for event in self.printed['events']]}"
        return found[0]

    @property
    def focal(self) -> Printed:
        (event,) = (event for event in self.printed["events"] if event["focal"])
        return event

    def fact(self, slot: str, event: Printed) -> Printed:
        (fact,) = (f for f in self.printed["facts"] if f["slot"] == slot and f["event_id"] == event["id"])
        return fact

    def claims_by(self, name: str) -> list[Printed]:
        """The claims whose holder's name holds a word."""
        return [claim for claim in self.printed["claims"] if name in claim["chain"][-1]["name"]]


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words))


def walk(*inputs: str, question: str = QUESTION) -> Walked:
    analysis, rejected = analyze_reports(inputs, question=question)
    assert not rejected
    return Walked(analysis, json.loads(encode_shape(shape_analysis(analysis))))


def read_example() -> dict[str, str]:
    """The texts of the example's JSONL, by id."""
    with (EXAMPLE / "reports.jsonl").open(encoding="utf-8") as lines:
        return {report["id"]: report["text"] for report in map(json.loads, lines)}


def reaches_a_sentence(reason: ReasonShape, texts: dict[str, str]) -> bool:
    """True where the walk down from a reason ends at a place in a text."""
    if reason.document_id is not None and reason.start is not None and reason.end is not None:
        return bool(texts[reason.document_id][reason.start : reason.end].strip())
    return any(reaches_a_sentence(step, texts) for step in reason.because)


def ids_by_kind(analysis: Analysis) -> Iterator[tuple[str, str]]:
    """Every id the views print, with what it is the id of."""
    linkage, hypothesis_set = analysis.linkage, analysis.hypothesis_set
    kinds: dict[str, Iterable[Any]] = {
        "question": [hypothesis_set.question],
        "judgement": [analysis.judgement],
        "hypothesis": hypothesis_set.hypotheses,
        "evidence": hypothesis_set.evidence,
        "fact": hypothesis_set.facts,
        "implication": hypothesis_set.implications,
        "claim": analysis.claims,
        "bearing": hypothesis_set.bearings,
        "document": analysis.documents,
        "origin": linkage.origins,
        "event": linkage.events,
        "source": linkage.sources,
    }
    for kind, records in kinds.items():
        yield from ((kind, record.id) for record in records)
    yield from (("group", link.group_id) for link in hypothesis_set.evidence)


@pytest.fixture(scope="module")
def example() -> Walked:
    return walk(*INPUTS)


def test_command_line_prints_what_the_library_returns(example: Walked) -> None:
    result = run("analyze", *INPUTS, "--question", QUESTION, "--json")
    assert result.exit_code == 0, result.stderr
    assert not result.stderr
    assert json.loads(result.stdout) == example.printed


def test_shape_is_the_contract_s(example: Walked) -> None:
    printed = example.printed
    assert printed["schema"] == "rashomon/analysis@1"
    assert printed.keys() >= TOP_FIELDS
    assert printed["question"].keys() >= {"id", "text", "kind", "event_id"}
    assert printed["question"]["text"] == QUESTION
    assert printed["question"]["kind"] == "who"
    assert printed["question"]["event_id"] == example.focal["id"]
    assert {d["copy_kind"] for d in printed["documents"]} <= COPY_KINDS
    assert all(
        0 <= d["share"] <= 1 and (d["copy_of"] is None) == (d["copy_kind"] is None) for d in printed["documents"]
    )
    assert printed["independent_origins"] == len(printed["origins"]) < len(printed["documents"])
    assert printed["sensitivity"].keys() >= {"flips", "leave_one_out", "watch_for"}
    assert printed["sensitivity"]["watch_for"]


def test_claims_keep_to_the_vocabulary(example: Walked) -> None:
    claims = example.printed["claims"]
    assert len({claim["id"] for claim in claims}) == len(claims)
    assert {claim["polarity"] for claim in claims} <= POLARITIES
    assert {claim["certainty"] for claim in claims} <= CERTAINTIES
    assert {claim["stance"] for claim in claims} <= STANCES
    assert {claim["modality"] for claim in claims} <= MODALITIES
    assert all(claim["chain"] and claim["proposition"].keys() >= {"slot", "value"} for claim in claims)


def test_every_quote_stands_where_it_is_said_to_stand(example: Walked) -> None:
    given = read_example()
    kept = {document.id: document for document in example.analysis.documents}
    assert {document.input_id for document in kept.values()} >= given.keys()
    for document in kept.values():
        assert given.get(document.input_id, document.text) == document.text
    for claim in example.printed["claims"]:
        text = kept[claim["document_id"]].text
        assert text[claim["start"] : claim["end"]] == claim["quote"] != ""
        for voice in claim["chain"]:
            assert (voice["start"] == -1) == (voice["end"] == -1)
            assert voice["start"] == -1 or text[voice["start"] : voice["end"]].strip()
    for implication in example.printed["implications"]:
        text = kept[implication["document_id"]].text
        assert text[implication["start"] : implication["end"]] == implication["then"]


def test_probabilities_sum_to_1_within_their_intervals(example: Walked) -> None:
    hypotheses = example.printed["hypotheses"]
    assert sum(h["probability"] for h in hypotheses) == pytest.approx(1, abs=1e-6)
    assert sum(h["prior"] for h in hypotheses) == pytest.approx(1, abs=1e-6)
    assert all(0 < h["low"] <= h["probability"] <= h["high"] < 1 and h["words"] for h in hypotheses)
    for left in example.printed["sensitivity"]["leave_one_out"]:
        assert sum(left["probabilities"].values()) == pytest.approx(1, abs=1e-6)


def test_every_id_named_is_the_id_of_something(example: Walked) -> None:
    printed = example.printed
    known = {
        name: {record["id"] for record in printed[name]}
        for name in ("events", "documents", "claims", "hypotheses", "origins")
    }
    for link in printed["evidence"]:
        assert link["hypothesis_id"] in known["hypotheses"]
        assert link["origin_id"] in known["origins"]
        assert link["claim_ids"]
        assert known["claims"].issuperset(link["claim_ids"])
        assert link["consistency"] in CONSISTENCIES
    for claim in printed["claims"]:
        assert claim["document_id"] in known["documents"]
        assert claim["origin_id"] in known["origins"]
        assert claim["event_id"] is None or claim["event_id"] in known["events"]
        assert claim["hypothesis_id"] is None or claim["hypothesis_id"] in known["hypotheses"]
        assert claim["drift_from"] is None or claim["drift_from"] in known["claims"]
    for fact in printed["facts"]:
        assert fact["claim_ids"]
        assert known["claims"].issuperset(fact["claim_ids"])
        assert fact["event_id"] in known["events"]
    told = [document_id for origin in printed["origins"] for document_id in origin["document_ids"]]
    assert sorted(told) == sorted(known["documents"])
    for document in printed["documents"]:
        assert document["copy_of"] is None or document["copy_of"] in known["documents"]
    assert {i["if_hypothesis_id"] for i in printed["implications"]} <= known["hypotheses"]


def test_why_leads_from_every_id_to_a_sentence(example: Walked) -> None:
    texts = {document.id: document.text for document in example.analysis.documents}
    astray = [
        (kind, known_id)
        for kind, known_id in dict.fromkeys(ids_by_kind(example.analysis))
        if not reaches_a_sentence(shape_reasons(example.analysis, known_id), texts)
    ]
    assert not astray


def test_why_answers_on_the_command_line(example: Walked, tmp_path: Path) -> None:
    case_file = str(tmp_path / "moscow.rashomon")
    page = run("analyze", *INPUTS, "--question", QUESTION, "--case", case_file)
    assert page.exit_code == 0
    one_of_each = dict(ids_by_kind(example.analysis))
    for wanted in (*one_of_each.values(), "1", "[1]"):
        result = run("why", case_file, wanted)
        assert result.exit_code == 0, (wanted, result.stderr)
        assert "“" in result.stdout
    assert run("why", case_file, "clm_nothing").exit_code == 2


def test_something_else_is_always_there_once(example: Walked) -> None:
    residuals = [h for h in example.printed["hypotheses"] if h["residual"]]
    assert len(residuals) == 1
    assert residuals[0]["probability"] > 0


def test_open_case_stays_open(example: Walked) -> None:
    assert max(h["probability"] for h in example.printed["hypotheses"] if not h["residual"]) <= 0.65


def test_both_sides_are_among_the_hypotheses(example: Walked) -> None:
    assert example.hypothesis("Ukrain")["id"] != example.hypothesis("Russia")["id"]
    assert any("Podolyak" in name for name in example.hypothesis("Ukrain")["holders"]["denies"])


def test_earlier_explosions_are_another_event(example: Walked) -> None:
    assert example.event("Kremlin")["prior"]
    assert not example.event("Kremlin")["focal"]
    assert example.focal["place"] == "Moscow"


def test_drones_are_at_least_eight(example: Walked) -> None:
    assert example.fact("drones", example.focal)["low"] == 8


def test_copies_and_the_rewrite_join_the_wire_story(example: Walked) -> None:
    origin_of = {d["input_id"]: d["origin_id"] for d in example.printed["documents"]}
    assert origin_of["m07"] == origin_of["m08"] == origin_of["capital-observer.html"]


def test_looking_back_counts_what_was_there() -> None:
    whole = 17
    counts = []
    for time in ("2023-05-25T00:00:00Z", "2023-05-30T12:00:00Z"):
        result = run("analyze", *INPUTS, "--question", QUESTION, "--as-of", time, "--json")
        assert result.exit_code == 0, result.stderr
        documents = json.loads(result.stdout)["documents"]
        limit = datetime.fromisoformat(time)
        assert all(datetime.fromisoformat(d["published_at"]).astimezone(UTC) <= limit for d in documents)
        counts.append(len(documents))
    assert 0 < counts[0] < counts[1] < whole


ACCUSATIONS = {
    "Mira Tolk accused the Varda Line of setting the harbour fire in Almar.": "Varda Line",
    "Mira Tolk blamed the Varda Line for the harbour fire in Almar.": "Varda Line",
    "The Varda Line was accused by Mira Tolk of setting the harbour fire in Almar.": "Varda Line",
    "Mira Tolk suspects smugglers of having set the harbour fire in Almar.": "smugglers",
}


@pytest.fixture(scope="module")
def extractor() -> RulesExtractor:
    return RulesExtractor()


@pytest.mark.parametrize("sentence", ACCUSATIONS)
def test_accused_is_the_hypothesis_and_never_the_accuser(
    sentence: str, extractor: RulesExtractor, tmp_path: Path
) -> None:
    path = tmp_path / "accusation.txt"
    path.write_text(sentence, "utf-8")
    analysis, _ = analyze_reports([str(path)], question="Who set the harbour fire in Almar?", extractor=extractor)
    named = [hypothesis.label for hypothesis in analysis.hypothesis_set.hypotheses if not hypothesis.residual]
    assert named == [ACCUSATIONS[sentence]]


needs_op_ed = pytest.mark.skipif(not OP_ED.exists(), reason=f"{OP_ED} is not there: the op-ed is never shipped")


@pytest.fixture(scope="module")
def op_ed() -> Walked:
    return walk(str(OP_ED))


@needs_op_ed
def test_op_ed_offsets_hold_in_the_file(op_ed: Walked) -> None:
    text = OP_ED.read_bytes().decode("utf-8")
    assert all(text[claim["start"] : claim["end"]] == claim["quote"] for claim in op_ed.printed["claims"])


@needs_op_ed
def test_op_ed_has_three_theories_and_something_else(op_ed: Walked) -> None:
    named = {op_ed.hypothesis(word)["id"] for word in ("Ukrain", "Russia", "Wagner")}
    assert len(named) == 3
    assert len([h for h in op_ed.printed["hypotheses"] if h["residual"]]) == 1
    assert all(h["probability"] < 0.7 for h in op_ed.printed["hypotheses"])


@needs_op_ed
def test_op_ed_officials_deny_and_accuse(op_ed: Walked) -> None:
    officials = op_ed.claims_by("Ukrainian officials")
    denied = [c for c in officials if c["polarity"] == "deny"]
    accused = [c for c in officials if c["polarity"] == "assert" and c["hypothesis_id"] is not None]
    assert {c["hypothesis_id"] for c in denied} == {op_ed.hypothesis("Ukrain")["id"]}
    assert {c["hypothesis_id"] for c in accused} == {op_ed.hypothesis("Russia")["id"]}
    assert {c["modality"] for c in denied} == {"denial"}
    assert {c["modality"] for c in accused} == {"accusation"}


@needs_op_ed
def test_op_ed_third_theory_is_noted_not_endorsed(op_ed: Walked) -> None:
    theory = op_ed.hypothesis("Wagner")
    noted = [c for c in op_ed.claims_by("Stephen Green") if c["hypothesis_id"] == theory["id"]]
    assert {(c["polarity"], c["certainty"]) for c in noted} == {("assert", "none")}
    assert "Stephen Green" in theory["holders"]["mentions"]


@needs_op_ed
def test_op_ed_third_theory_is_advanced_by_nobody(op_ed: Walked) -> None:
    assert op_ed.hypothesis("Wagner")["holders"]["advances"] == []


@needs_op_ed
def test_op_ed_counts_stay_with_their_own_attack(op_ed: Walked) -> None:
    other = op_ed.event("Kiev")
    assert (op_ed.focal["place"], op_ed.event("Kremlin")["prior"]) == ("Moscow", True)
    assert op_ed.fact("drones", op_ed.focal)["low"] == 8
    assert op_ed.fact("buildings", op_ed.focal)["low"] == 3
    assert op_ed.fact("drones", other)["best"] == 20
    assert op_ed.fact("killed", other)["best"] == 1
    slots = {fact["slot"] for fact in op_ed.printed["facts"] if fact["event_id"] == op_ed.focal["id"]}
    assert "killed" not in slots


@needs_op_ed
def test_op_ed_drift_is_flagged(op_ed: Walked) -> None:
    (drifted,) = (claim for claim in op_ed.printed["claims"] if claim["drift_from"])
    upstream = next(claim for claim in op_ed.printed["claims"] if claim["id"] == drifted["drift_from"])
    assert "most likely" in upstream["quote"].replace("\xa0", " ")
    assert upstream["event_id"] == op_ed.event("Kremlin")["id"]
    assert drifted["event_id"] == op_ed.focal["id"]
    assert drifted["hypothesis_id"] == op_ed.hypothesis("Ukrain")["id"]


@pytest.mark.skipif(not CASES.exists(), reason=f"{CASES} is not there: the development cases are never shipped")
def test_development_cases_keep_their_floors() -> None:
    ours = shlex.join([sys.executable, "-m", "rashomon", "analyze"])
    done = subprocess.run(
        [sys.executable, str(SHARED / "eval" / "score_cases.py"), str(CASES), "--command", ours],
        capture_output=True,
        check=False,
        timeout=300,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert (figures["failed"], figures["bad_sums"]) == (0, 0)
    assert figures["claim_recall"] >= 0.5
    assert figures["copy_f1"] >= 0.85
