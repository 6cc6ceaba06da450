"""Quotation marks to quotations."""

import pytest

from rashomon.extract.quotes import LONGEST_UNCLOSED, find_quotations


def quoted(parsed):
    found = find_quotations(parsed)
    return [parsed.text[parsed.tokens[q.first].start : parsed.tokens[q.last - 1].end] for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("He said “no” and “never”.", ["“no”", "“never”"]),
        ("He said ''no'' twice.", ["''no''"]),
        ("'It is mine,' he said.", ["'It is mine,'"]),
        ("The workers' hall isn't the dogs' home.", []),
    ],
)
def test_marks_are_paired(parse, text, expected):
    assert quoted(parse(text)) == expected


def test_a_mark_that_is_never_closed_ends_with_its_paragraph(parse):
    assert quoted(parse("“It was the army, he said.\n\nIt rained.")) == ["“It was the army, he said."]


def test_a_mark_that_is_never_closed_covers_a_bounded_stretch(parse):
    (quotation,) = find_quotations(parse("“open " + "word " * 2_000))
    assert quotation.last - quotation.first == LONGEST_UNCLOSED


def test_an_open_quotation_runs_on_into_a_paragraph_that_opens_with_a_mark(parse):
    first, second = find_quotations(parse("“It was the army.\n\n“We saw it.”"))
    assert (first.runs_on, second.runs_on) == (True, False)
