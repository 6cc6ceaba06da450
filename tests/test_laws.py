"""Laws of the whole walk: copies weigh nothing, order never matters, the same reports always give the same answer."""

import itertools
import json
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rashomon import Analysis, Case, analyze_reports
from rashomon.case import compare_analyses
from rashomon.extract.extractor import TaggerExtractor

QUESTION = "Who set the harbour fire in Almar?"
Report = Mapping[str, str]
Analyze = Callable[..., Analysis]

REPORTS: tuple[Report, ...] = (
    {
        "id": "courier",
        "publisher": "Almar Courier",
        "published_at": "2031-04-02T06:00:00Z",
        "title": "Harbour burns",
        "text": "Investigators said on Wednesday that the Varda Line set the harbour fire in Almar. “They stood to "
        "collect the insurance,” chief inspector Olda Brenn told reporters after a night at the quay.\n\nVarda Line "
        "spokesman Piet Lomm denied that the company set the fire. “We have nothing to do with it,” he said. At least "
        "eight boats burned before the brigade reached the outer basin, where two tankers lay with full holds.",
    },
    {
        "id": "beacon",
        "publisher": "The Beacon",
        "published_at": "2031-04-02T08:00:00Z",
        "title": "Union accused",
        "text": "Harbour master Jon Tarrik accused the Dockers' Union of setting the harbour fire in Almar. Nine boats "
        "burned, he said, and the crane on the north mole was lost.\n\nThe union's secretary, Mira Tolk, called the "
        "charge a lie and said that the union had every reason to keep the harbour open before the autumn season.",
    },
    {
        "id": "herald",
        "publisher": "The Herald",
        "published_at": "2031-04-02T09:00:00Z",
        "title": "Minister doubts",
        "text": "Transport minister Ansa Velk said the Varda Line probably set the harbour fire in Almar. Her ministry "
        "has opened an inquiry of its own and will hear the night watch first, she told parliament.",
    },
    {
        "id": "weekly",
        "publisher": "Tide Weekly",
        "published_at": "2031-04-03T09:00:00Z",
        "title": "Two theories",
        "text": "Two theories go round the taverns of Almar. Some say the Dockers' Union set the harbour fire to hide "
        "a theft from the bonded stores. Others say the Varda Line burned its own sheds.\n\nThe insurer's expert, "
        "Hanno Quill, examined the sheds and found traces of lamp oil. He concluded that the Varda Line set the fire.",
    },
    {
        "id": "letters",
        "publisher": "Almar Letters",
        "title": "A reader writes",
        "text": "I was on the mole that night. Nobody from the Dockers' Union was near the sheds when the harbour fire "
        "began, and I told the police so. Smugglers may have set it; my neighbours think they did.",
    },
)


@pytest.fixture(scope="module")
def extractor() -> TaggerExtractor:
    """One reader for the whole module: it loads its parser once, and is pure."""
    return TaggerExtractor()


@pytest.fixture(scope="module")
def analyze(tmp_path_factory: pytest.TempPathFactory, extractor: TaggerExtractor) -> Analyze:
    folder, numbers = tmp_path_factory.mktemp("laws"), itertools.count()

    def analyze_them(reports: Iterable[Report], question: str | None = QUESTION) -> Analysis:
        analysis, rejected = analyze_reports(
            [write(folder / f"{next(numbers)}.jsonl", reports)], question=question, extractor=extractor
        )
        assert not rejected
        return analysis

    return analyze_them


@pytest.fixture(scope="module")
def base(analyze: Analyze) -> Analysis:
    return analyze(REPORTS)


def write(path: Path, reports: Iterable[Report]) -> str:
    path.write_text("".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports), "utf-8")
    return str(path)


def probabilities(analysis: Analysis) -> dict[str, tuple[float, float, float]]:
    """Each hypothesis' probability and interval, by its id."""
    return {p.hypothesis_id: (p.probability, p.low, p.high) for p in analysis.judgement.probabilities}


def labels(analysis: Analysis) -> dict[str, str]:
    return {hypothesis.id: hypothesis.label for hypothesis in analysis.hypothesis_set.hypotheses}


def origins(analysis: Analysis) -> set[frozenset[str]]:
    """Which reports count as one, by their input ids."""
    names = {document.id: document.input_id for document in analysis.documents}
    return {frozenset(names[document_id] for document_id in o.document_ids) for o in analysis.linkage.origins}


def assert_same_answer(one: Analysis, other: Analysis) -> None:
    assert labels(one) == labels(other)
    expected = probabilities(other)
    for hypothesis_id, figures in probabilities(one).items():
        assert figures == pytest.approx(expected[hypothesis_id], abs=1e-9), labels(one)[hypothesis_id]


def reprint(report: Report, number: int) -> Report:
    """The report in another paper, a day later and after: word for word, credited, cut, or lightly edited."""
    text = report["text"]
    edited = (
        text,
        f"{text}\n\nThis article first appeared in {report['publisher']}.",
        text.replace(" said", " says"),
        text.replace("harbour", "harbor"),
    )
    later = datetime(2031, 4, 4, tzinfo=UTC) + timedelta(minutes=7 * number)
    return {
        **report,
        "id": f"{report['id']}-{number}",
        "publisher": f"Paper No. {number}",
        "published_at": later.isoformat(),
        "text": edited[number % len(edited)],
    }


@pytest.mark.parametrize("original", REPORTS[:4], ids=lambda report: report["id"])
def test_forty_copies_weigh_as_much_as_one(original: Report, analyze: Analyze, base: Analysis) -> None:
    many = analyze([*REPORTS, *(reprint(original, number) for number in range(40))])
    assert len(many.linkage.origins) == len(base.linkage.origins)
    assert_same_answer(many, base)


def test_two_hundred_copies_weigh_as_much_as_one(analyze: Analyze, base: Analysis) -> None:
    many = analyze([*REPORTS, *(reprint(REPORTS[0], number) for number in range(200))])
    assert len(many.documents) == len(REPORTS) + 200
    assert len(many.linkage.origins) == len(base.linkage.origins)
    assert_same_answer(many, base)
    assert many.judgement.confidence == base.judgement.confidence


def test_copies_given_first_weigh_no_more(analyze: Analyze, base: Analysis) -> None:
    copies = [reprint(REPORTS[1], number) for number in range(20)]
    assert_same_answer(analyze([*copies, *REPORTS]), base)


def test_a_report_that_says_nothing_of_it_moves_nothing(analyze: Analyze, base: Analysis) -> None:
    weather = {
        "id": "weather",
        "publisher": "Coast Weather",
        "published_at": "2031-04-02T05:00:00Z",
        "text": "Light winds from the south, turning west by evening. Fog over the marshes until ten.",
    }
    assert_same_answer(analyze([*REPORTS, weather]), base)


@pytest.mark.parametrize("seed", range(4))
def test_order_of_reports_never_matters(seed: int, analyze: Analyze, base: Analysis) -> None:
    shuffled = list(REPORTS)
    random.Random(seed).shuffle(shuffled)
    other = analyze(shuffled)
    assert_same_answer(other, base)
    assert probabilities(other) == probabilities(base)
    assert {origin.id for origin in other.linkage.origins} == {origin.id for origin in base.linkage.origins}
    assert other.hypothesis_set == base.hypothesis_set
    assert other.judgement == base.judgement


def test_order_of_copies_never_matters(analyze: Analyze) -> None:
    reports = [*REPORTS, *(reprint(REPORTS[2], number) for number in range(6))]
    one, other = analyze(reports), analyze(reversed(reports))
    assert origins(one) == origins(other)
    assert probabilities(one) == probabilities(other)
    assert one.judgement.id == other.judgement.id


def test_order_of_reports_never_matters_where_the_question_is_found(analyze: Analyze) -> None:
    one, other = analyze(REPORTS, None), analyze(reversed(REPORTS), None)
    assert one.hypothesis_set.question == other.hypothesis_set.question
    assert probabilities(one) == probabilities(other)


def test_a_second_run_gives_the_same_ids(base: Analysis, tmp_path: Path) -> None:
    # With a reader of its own: nothing the first run left in it may matter.
    again, _ = analyze_reports([write(tmp_path / "reports.jsonl", REPORTS)], question=QUESTION)
    assert again == base


def test_a_case_file_gives_the_analysis_nobody_keeps(
    base: Analysis, extractor: TaggerExtractor, tmp_path: Path
) -> None:
    with Case.create(tmp_path / "fire.rashomon", QUESTION) as case:
        list(case.add([write(tmp_path / "reports.jsonl", REPORTS)]))
        assert case.analyze(extractor=extractor) == base
    with Case.open(tmp_path / "fire.rashomon") as case:
        assert case.analysis() == base
        assert case.analyze(extractor=extractor) == base
        assert len(case.judgements()) == 1


@pytest.mark.parametrize("order", [REPORTS, REPORTS[::-1]], ids=["as told", "backwards"])
def test_reports_one_at_a_time_end_where_all_at_once_do(
    order: Sequence[Report], base: Analysis, extractor: TaggerExtractor, tmp_path: Path
) -> None:
    with Case.create(tmp_path / "fire.rashomon", QUESTION) as case:
        for report in order:
            list(case.add([write(tmp_path / f"{report['id']}.jsonl", [report])]))
            analysis = case.analyze(extractor=extractor)
        assert probabilities(analysis) == probabilities(base)
        assert analysis.hypothesis_set == base.hypothesis_set
        assert analysis.judgement.id == base.judgement.id


def test_a_copy_added_to_a_case_moves_nothing(extractor: TaggerExtractor, tmp_path: Path) -> None:
    with Case.create(tmp_path / "fire.rashomon", QUESTION) as case:
        list(case.add([write(tmp_path / "reports.jsonl", REPORTS)]))
        before = case.analyze(extractor=extractor)
        list(case.add([write(tmp_path / "copy.jsonl", [reprint(REPORTS[0], 2)])]))
        after = case.analyze(extractor=extractor)
    assert_same_answer(after, before)
    moved = [bits.bits for move in compare_analyses(before, after).moves for bits in move.bits]
    assert moved == pytest.approx([0.0] * len(moved), abs=1e-9)


def test_looking_back_is_what_was_known_then(analyze: Analyze, extractor: TaggerExtractor, tmp_path: Path) -> None:
    noon = datetime(2031, 4, 2, 12, tzinfo=UTC)
    back, _ = analyze_reports(
        [write(tmp_path / "all.jsonl", REPORTS)], question=QUESTION, as_of=noon, extractor=extractor
    )
    # The undated letter may have been known: it is never left out.
    then = analyze([report for report in REPORTS if report["id"] != "weekly"])
    assert_same_answer(back, then)


def test_every_contribution_speaks_of_every_hypothesis(base: Analysis) -> None:
    assert sum(figures[0] for figures in probabilities(base).values()) == pytest.approx(1, abs=1e-9)
    assert sum(p.prior for p in base.judgement.probabilities) == pytest.approx(1, abs=1e-9)
    weighed = {link.id for link in base.hypothesis_set.evidence}
    known = {hypothesis.id for hypothesis in base.hypothesis_set.hypotheses}
    for contribution in base.judgement.contributions:
        assert contribution.evidence_id in weighed
        assert {bits.hypothesis_id for bits in contribution.log_likelihoods} == known
