import itertools
import json
import random
import re
from collections import Counter
from statistics import mean

import pytest

from copy_edits import COPIES, Kind
from copy_feed import SHARES, Feed, read_paraphrases
from copy_texts import Writer, leave_alike_out, read_shipped_texts

REPORTS = 1500


def make_feed(seed):
    texts = read_shipped_texts()
    return list(itertools.islice(Feed(seed, Writer(seed, texts), leave_alike_out(texts)), REPORTS))


@pytest.fixture(scope="module")
def reports():
    return make_feed(5)


@pytest.fixture(scope="module")
def by_id(reports):
    return {report.document.id: report for report in reports}


def runs_of(text, size):
    words = re.findall(r"\w+", text.casefold())
    return set(zip(*(words[at:] for at in range(size)), strict=False))


def share_runs(one, other, size):
    one, other = runs_of(one, size), runs_of(other, size)
    return len(one & other) / min(len(one), len(other))


def test_the_same_seed_brings_the_same_feed_and_another_one_another(reports):
    again = make_feed(5)
    assert again == reports
    assert {report.document.text for report in make_feed(6)}.isdisjoint(
        report.document.text for report in reports if not report.written
    )


def test_every_kind_is_as_frequent_as_said(reports):
    counts = Counter(report.kind for report in reports)
    for kind, share in SHARES.items():
        assert 0.6 * share <= counts[kind] / len(reports) <= 1.4 * share, kind


def test_a_copy_has_its_sources_lineage_and_nobody_else_has_it(reports, by_id):
    for report in reports:
        if report.kind in COPIES:
            assert by_id[report.source].lineage == report.lineage
            assert by_id[report.source].document.publisher != report.document.publisher
    originals = [report.lineage for report in reports if report.kind not in COPIES]
    assert len(set(originals)) == len(originals)


def test_a_verbatim_copy_holds_all_paragraphs_of_its_source_but_the_furniture(reports, by_id):
    for report in reports:
        if report.kind is Kind.VERBATIM:
            source, held = (
                re.sub(r"^[A-Z]+, \d\d \w+ — ", "", one.document.text).split("\n\n")
                for one in (by_id[report.source], report)
            )
            # All but the footer; a passage that was inserted in the source is the source's.
            assert len(set(source) - set(held)) <= 1 + (by_id[report.source].kind is Kind.INSERTED)


def test_an_inserted_passage_stands_in_both_reports_and_is_the_smaller_part(reports, by_id):
    inserted = [report for report in reports if report.kind is Kind.INSERTED]
    for report in inserted:
        start, end = report.passage
        passage = report.document.text[start:end]
        assert passage in by_id[report.source].document.text
        assert by_id[report.source].lineage != report.lineage
        assert 3 * len(passage.split()) <= len(report.document.text.split())
    assert len(inserted) >= 30


def test_unrelated_reports_share_words_and_phrases_as_news_do(reports):
    # Measured on 50 newspaper articles of about 480 words: a quarter of the words, 0.3 % of the runs of three.
    chance = random.Random(1)
    plain = [one for one in reports if one.kind is Kind.ORIGINAL and not one.borrowed and not one.written]
    long = [one.document.text for one in plain if len(one.document.text.split()) > 250]
    pairs = [chance.sample(long, 2) for _ in range(300)]
    assert 0.2 <= mean(share_runs(*pair, 1) for pair in pairs) <= 0.32
    assert 0.0005 <= mean(share_runs(*pair, 3) for pair in pairs) <= 0.01


def test_independent_reports_quote_one_statement(reports):
    quoted = Counter(
        report.document.text[start:end]
        for report in reports
        if report.kind in (Kind.ORIGINAL, Kind.ALIKE)
        for start, end in report.borrowed
        if report.document.text[start - 1 : start] == "“"
    )
    assert sum(count >= 2 for count in quoted.values()) >= 0.2 * sum(report.kind is Kind.ALIKE for report in reports)


def test_footers_and_quotations_are_known_to_be_borrowed(reports):
    borrowed = Counter(report.document.text[start:end] for report in reports for start, end in report.borrowed)
    assert sum(count >= 4 for count in borrowed.values()) >= 10
    assert sum(2 <= count <= 8 for count in borrowed.values()) >= 30


def test_some_reports_have_no_date_and_some_copies_a_date_before_their_source(reports, by_id):
    undated = sum(report.document.published_at is None for report in reports)
    assert 0.02 <= undated / len(reports) <= 0.07
    dated = [
        (report.document.published_at, by_id[report.source].document.published_at)
        for report in reports
        if report.kind in COPIES
    ]
    early = [one < other for one, other in dated if one and other]
    assert 0.01 <= mean(early) <= 0.08


def test_written_texts_are_used_once_and_are_no_copies_of_one_another(reports):
    texts = leave_alike_out(read_shipped_texts())
    assert len(texts) > 500
    originals = [report for report in reports if report.written and report.kind is Kind.ORIGINAL]
    assert len(originals) >= 50
    assert len({report.document.text for report in originals}) == len(originals)


def test_texts_that_share_runs_are_left_out():
    one = " ".join(f"a{number}" for number in range(50))
    other = " ".join(f"b{number}" for number in range(50))
    assert leave_alike_out([one, f"{other} {one}", other]) == (one,)


def test_paraphrases_are_read_with_their_truth(tmp_path):
    told = {"publisher": "The Quay", "published_at": "2020-01-02T03:04:05Z", "title": "T", "text": "Some words."}
    row = {"id": "p1", "split": "dev", "source": told, "paraphrase": told, "independent": told}
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(row) + "\n" + json.dumps({**row, "id": "p2"}) + "\n", "utf-8")
    reports = read_paraphrases(path)
    assert [report.kind for report in reports] == [Kind.ORIGINAL, Kind.PARAPHRASE, Kind.ALIKE] * 2
    assert reports[0].lineage == reports[1].lineage != reports[2].lineage
    assert len({report.lineage for report in reports}) == 4
    assert reports[1].source == reports[0].document.id == "dev-p1-source"
