"""The list of copies. To renew the snapshot look at the new list first, then write it over the file."""

from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from rashomon.model.analysis import Analysis
from rashomon.present.copies_text import render_copies

SNAPSHOT = Path(__file__).parents[1] / "snapshots" / "copies.txt"


def render(analysis: Analysis, width: int = 80) -> str:
    linkage = analysis.linkage
    return render_copies(analysis.documents, linkage.copies, linkage.origins, width=width)


def test_list_reads_as_its_snapshot(told: Analysis) -> None:
    assert render(told) == SNAPSHOT.read_text("utf-8")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_cut(told: Analysis, width: int) -> None:
    lines = render(told, width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert "".join("".join(render(told, 300).replace("│", "").split())) == "".join(
        "".join("\n".join(lines).replace("│", "").split())
    )


def test_a_copy_of_a_copy_stands_below_the_copy(told: Analysis) -> None:
    lines = render(told).splitlines()
    gazette, digest = (next(line for line in lines if name in line) for name in ("gazette.txt  ", "digest.txt  "))
    assert gazette.index("gazette") < digest.index("digest")


def test_undated_reports_are_called_so(told: Analysis) -> None:
    assert "digest.txt  Morning Digest, undated" in render(told)


def test_versions_with_one_id_both_stand_in_the_list(told: Analysis) -> None:
    documents = tuple(replace(document, input_id="same") for document in told.documents)
    assert render(replace(told, documents=documents)).count(" same  ") == len(documents)


def test_the_front_of_a_long_id_is_cut(told: Analysis) -> None:
    long = replace(told.documents[0], input_id=f"/{'folder/' * 20}wire.txt")
    shown = render(replace(told, documents=(long, *told.documents[1:])))
    assert "…" in shown
    assert "folder/wire.txt  The Wire" in shown


def test_hostile_words_cannot_drive_the_terminal(hostile_analysis: Analysis) -> None:
    assert not {"\x1b", "\u202e", "\x07"} & set(render(hostile_analysis))
