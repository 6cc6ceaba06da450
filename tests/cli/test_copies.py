import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
TEXT = "A fire broke out in the harbour of Almar on Tuesday night and burned eight boats before rain put it out. " * 3


def test_copy_names_its_origin_by_input_id(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    lines = [json.loads(line) for line in run("copies", str(tmp_path), "--json").stdout.splitlines()]
    assert len(lines) == 2
    assert len({line["origin"] for line in lines}) == 1
    assert [line["copy_of"] for line in lines].count(None) == 1
    assert run("copies", str(tmp_path)).stdout.startswith("2 reports from 1 origin\n")


def test_nothing_readable_is_status_2(run: Run, tmp_path: Path) -> None:
    assert run("copies", str(tmp_path / "none.txt")).exit_code == 2
