"""A report as it is read: claims across a cut, many claims, weights, what was corrected, what was lost."""

from dataclasses import replace

import pytest

from rashomon.present.index import index_analysis
from rashomon.present.reader import LOST, PART_CHARS, VoiceKind, read_part
from rashomon.present.report_list import Which, describe_reports, find_reports, list_publishers, sort_reports


@pytest.fixture
def index(analysis):
    return index_analysis(analysis)


def find_weighed(index):
    """Return a claim that is part of evidence, and its report."""
    claim = next(index.claims[one] for link in index.numbered for one in link.claim_ids if one in index.claims)
    return claim, index.documents[claim.document_id]


def test_the_weight_of_a_claim_leads_to_its_evidence(index):
    claim, document = find_weighed(index)
    note = next(one for one in read_part(index, document, 1).notes if one.claim.id == claim.id)
    known = {link.id: link for link in index.numbered}
    weighed = [one for one in note.weights if one.evidence_id]
    assert weighed
    for one in weighed:
        assert claim.id in known[one.evidence_id].claim_ids
        assert one.bits == index.bits(one.evidence_id)
        assert one.towards == known[one.evidence_id].direction
    assert abs(note.bits) == max(abs(one.bits) for one in weighed)


def test_a_claim_across_a_cut_is_marked_on_both_sides(index):
    claim, document = find_weighed(index)
    filler = "word " * (PART_CHARS // 5 - 1)
    moved = replace(document, text=filler + document.text[claim.start : claim.end] + " word" * PART_CHARS)
    shifted = replace(claim, start=len(filler) - 20, end=len(filler) + 30)
    analysis = replace(
        index.analysis,
        documents=tuple(moved if one.id == document.id else one for one in index.analysis.documents),
        claims=(shifted,),
    )
    parts = [read_part(index_analysis(analysis), moved, number) for number in (1, 2)]
    marked = ["".join(piece.text for piece in part.pieces if piece.claim_ids) for part in parts]
    assert all(marked) and "".join(marked) == moved.text[shifted.start : shifted.end]
    assert all(isinstance(note.voice, VoiceKind) for part in parts for note in part.notes)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("He wrote:\n\n\n\nThen he left.", 1),
        ("He wrote:\n\nThen he left.", 0),
        ("Seen here.\n\n[Video unavailable]\n\nMore.", 1),
        ("She said [of the video] that it was old.", 0),
        (":\n" + " " * 200_000 + "x", 0),
        ("[" * 50_000 + "video", 0),
    ],
)
def test_what_was_lost_from_a_text(text, lost):
    assert len(LOST.findall(text)) == lost


def test_the_list_says_what_was_made_from_what(index):
    documents = sort_reports(index.documents.values())
    times = [one.published_at for one in documents if one.published_at]
    assert times == sorted(times, reverse=True)
    rows = describe_reports(documents, index)
    assert sum(row.copies for row in rows) == sum(copy.copy_of in index.documents for copy in index.copy_of.values())
    copies = find_reports(documents, index, Which.COPIES)
    originals = find_reports(documents, index, Which.ORIGINALS)
    assert len(copies) + len(originals) == len(documents)
    assert find_reports(documents, None, Which.UNJUDGED) == documents
    first = documents[0]
    word = first.text.split()[-1].upper()
    assert first in find_reports(documents, index, Which.ALL, publisher=first.publisher[1:], words=word)
    assert first.publisher in list_publishers(documents)
