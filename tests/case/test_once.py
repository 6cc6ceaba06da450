import pytest

from rashomon.case import Case, NothingReadableError, analyze_reports, extract_reports, trace_copies
from rashomon.model.errors import InputError

QUESTION = "Who sank the ferry?"


def test_an_analysis_nobody_keeps_is_the_one_a_case_would_keep(tmp_path, write_reports, lines, make_extractor):
    given = [write_reports(*lines)]
    analysis, rejected = analyze_reports(given, question=QUESTION, extractor=make_extractor())
    assert rejected == ()
    with Case.create(tmp_path / "ferry.rashomon", QUESTION) as case:
        list(case.add(given))
        assert case.analyze(extractor=make_extractor()) == analysis


def test_rejected_items_come_beside_the_analysis(write_reports, lines, make_extractor):
    analysis, rejected = analyze_reports(
        [write_reports(*lines), "/nowhere/at/all.txt"], question=QUESTION, extractor=make_extractor()
    )
    assert len(analysis.documents) == 3
    assert len(rejected) == 1


def test_nothing_readable_says_why_of_each(make_extractor):
    with pytest.raises(NothingReadableError, match="R-CASE-003") as caught:
        analyze_reports(["/nowhere/a.txt", "/nowhere/b.txt"], extractor=make_extractor())
    assert len(caught.value.rejected) == 2


def test_extraction_alone_goes_report_by_report(write_reports, lines, make_extractor):
    events = list(extract_reports([write_reports(*lines), "/nowhere/a.txt"], extractor=make_extractor()))
    assert isinstance(events.pop(), InputError)
    assert [(document.input_id, len(extraction.claims)) for document, extraction in events] == [
        ("r1", 1),
        ("r2", 1),
        ("r3", 1),
    ]


def test_copies_alone_need_no_extractor(write_reports, lines):
    text = "The ferry went down at noon off the old pier while forty people stood on the quay and watched it go. " * 3
    given = [write_reports(*(line | {"text": text} for line in lines[:2])), "/nowhere/a.txt"]
    lineage = trace_copies(given)
    assert [copy.kind for copy in lineage.copies] == ["verbatim"]
    assert len(lineage.origins) == 1
    assert len(lineage.rejected) == 1


def test_nothing_to_trace_is_an_empty_lineage():
    lineage = trace_copies(["/nowhere/a.txt"])
    assert lineage.documents == lineage.copies == lineage.origins == ()
