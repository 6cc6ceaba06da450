"""Satire, by what it calls itself or by whom it comes from."""

from dataclasses import replace

import pytest

from rashomon.hypothesize.candidates import gather_candidates
from rashomon.hypothesize.jests import is_jest


@pytest.fixture
def report(make_document):
    return make_document("gazette", "The pigeons did it.", "Nobody was hurt.")


@pytest.mark.parametrize(
    "changes",
    [
        {"publisher": "The Daily Haddock (satire)"},
        {"publisher": "The Onion"},
        {"url": "https://haddock.example/satire/pigeons"},
        {"title": "Satire: pigeons own up"},
        {"text": "The pigeons did it. This article is satire."},
    ],
)
def test_satire_is_a_jest(report, changes):
    assert is_jest(replace(report, **changes))


@pytest.mark.parametrize(
    "changes", [{}, {"title": "Editor of satirical paper shot"}, {"text": "Gunmen stormed a satirical weekly. " * 20}]
)
def test_report_about_satire_is_none(report, changes):
    assert not is_jest(replace(report, **changes))


def test_jest_names_no_suspect(make_deed, make_reading, report):
    jest = replace(report, publisher="The Daily Haddock (satire)")
    for document, found in ((report, 1), (jest, 0)):
        claim = make_deed(document, "The pigeons did it", "A spokesbird", actor="the pigeons")
        assert len(gather_candidates(make_reading([document], [claim]))) == found
