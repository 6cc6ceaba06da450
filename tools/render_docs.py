"""Write the pages of the documentation that are made from the program itself, so that they cannot fall behind it.

usage: render_docs.py [--check]

Without --check: the reference pages of commands, errors, parameters and words; the outputs shown in hand-written pages;
the pictures (the report as PNG only where chromium is installed). With --check: the reference pages are compared and
nothing is written; one line for each stale page, exit 1 if there is any.
"""

import argparse
import inspect
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.text import Text

from rashomon import Analysis, analyze_reports
from rashomon.cli.main import cli
from rashomon.model import vocabulary
from rashomon.model.base_rates import SELECTION, BaseRateRow, load_base_rates
from rashomon.model.errors import CODES
from rashomon.model.wording import CELL_BOUNDS, ICD_203
from rashomon.present.page import render_page
from rashomon.present.report_html import render_html
from rashomon.weigh.parameters import (
    BITS_RANGE,
    DEFAULTS,
    LEARNING_MOST,
    RESIDUAL_RANGE,
    SAMPLES_MOST,
    SEED_MOST,
    UNCERTAINTY_MOST,
    Parameters,
)

ROOT: Final = Path(__file__).resolve().parent.parent
DOCS: Final = ROOT / "docs"
REFERENCE: Final = DOCS / "reference"
IMAGES: Final = DOCS / "images"
EXAMPLE: Final = ROOT / "examples" / "moscow"
QUESTION: Final = "Who carried out the drone attack on Moscow?"
CASE_FILE: Final = "moscow.rashomon"

PAGE_WIDTH: Final = 100
HELP_WIDTH: Final = 92
NOTE: Final = "<!-- Written by tools/render_docs.py; change the program, not this page. -->"

ERROR_GROUPS: Final = {
    "INGEST": "Reading reports",
    "CASE": "Cases and questions",
    "DECIDE": "Decisions of analysts",
    "STORE": "Case files",
    "PLUGIN": "Extractors",
    "WEIGH": "Weighing",
}
OUTPUT: Final = re.compile(
    r"(?P<head><!-- output of `(?P<command>rashomon [^`]+)`(?:, first (?P<parts>\d+) parts?)? -->\n```text\n)"
    r".*?(?P<foot>^```$)",
    re.DOTALL | re.MULTILINE,
)
"""A shown output: a comment that names the command, then a block of text that is written anew.

Parts are what empty lines set off.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare the reference pages, write nothing")
    if parser.parse_args().check:
        stale = list(find_stale())
        for line in stale:
            print(line, file=sys.stderr)
        return 1 if stale else 0
    for path, render in PAGES.items():
        path.write_text(render(), "utf-8")
    analysis, _ = analyze_reports([str(EXAMPLE / "reports.jsonl"), str(EXAMPLE / "pages")], question=QUESTION)
    draw_terminal(analysis)
    take_screenshot(analysis)
    write_outputs()
    return 0


def find_stale() -> Iterator[str]:
    """Yield a line for each reference page that says something else than the program."""
    for path, render in PAGES.items():
        if not path.is_file() or path.read_text("utf-8") != render():
            yield f"{path.relative_to(ROOT)}: stale; run `python tools/render_docs.py`"


def render_commands() -> str:
    """The help of the program and of every command."""
    root = click.Context(cli, info_name="rashomon", terminal_width=HELP_WIDTH, help_option_names=["-h", "--help"])
    parts = [
        NOTE,
        "# Commands",
        "What `rashomon --help` and `rashomon COMMAND --help` print. Exit statuses are told in "
        "[Bad input and exit statuses](../how-to/handle-bad-input.md), the JSON in [JSON output](json.md).",
        f"```text\n{_help_of(cli, root)}\n```",
    ]
    for name in cli.list_commands(root):
        if command := cli.get_command(root, name):
            context = click.Context(command, info_name=name, parent=root, terminal_width=HELP_WIDTH)
            parts += [f"## rashomon {name}", f"```text\n{_help_of(command, context)}\n```"]
            parts += _help_below(command, context)
    return "\n\n".join(parts) + "\n"


def _help_below(group: click.Command, parent: click.Context) -> Iterator[str]:
    """The help of the commands of a group; nothing for a command that is no group."""
    if not isinstance(group, click.Group):
        return
    for name in group.list_commands(parent):
        if command := group.get_command(parent, name):
            context = click.Context(command, info_name=name, parent=parent, terminal_width=HELP_WIDTH)
            yield f"### {context.command_path}"
            yield f"```text\n{_help_of(command, context)}\n```"


def _help_of(command: click.Command, context: click.Context) -> str:
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


def render_errors() -> str:
    """Every error code with what happened and what to do."""
    parts = [
        NOTE,
        "# Error codes",
        "Every error is one line: its code, what happened, where, and what to do. The line may say more exactly what "
        "happened than this table. How errors change the exit status is told in "
        "[Bad input and exit statuses](../how-to/handle-bad-input.md).",
    ]
    for group, title in ERROR_GROUPS.items():
        codes = {code: said for code, said in CODES.items() if code.startswith(f"R-{group}-")}
        rows = [f"| `{code}` | {what} | {advice} |" for code, (what, advice) in codes.items()]
        parts += [f"## {title}", "\n".join(["| code | what happened | what to do |", "|---|---|---|", *rows])]
    return "\n\n".join(parts) + "\n"


def render_parameters() -> str:
    """Every setting of the weighing with default, range and meaning."""
    meanings = read_meanings(inspect.getdoc(Parameters) or "")
    rows = [
        f"| `{field.name}` | {getattr(DEFAULTS, field.name):g} | {say_range(field.name)} | {meanings[field.name]} |"
        for field in fields(Parameters)
    ]
    parts = [
        NOTE,
        "# Parameters of the weighing",
        "The settings of `rashomon.weigh.parameters.Parameters`. `rashomon weigh --set NAME=VALUE` tries "
        "others ([Test a judgement](../how-to/test-a-judgement.md)), and so does Python "
        "([Use it from Python](../how-to/use-from-python.md)); all other commands use the defaults. Weights are in "
        "bits: the log2 likelihood ratio of one statement before any discount. What each "
        "does is told in [How evidence is weighed](../explanation/weighing.md).",
        "\n".join(["| name | default | range | meaning |", "|---|--:|---|---|", *rows]),
    ]
    return "\n\n".join(parts) + "\n"


def read_meanings(docstring: str) -> dict[str, str]:
    """The `name: meaning` entries of a docstring; a meaning goes on over indented lines."""
    entries = re.findall(r"^(\w+): (.+(?:\n[ ]+\S.*)*)", docstring, re.MULTILINE)
    return {name: " ".join(said.split()) for name, said in entries}


def say_range(name: str) -> str:
    """The range of a parameter in words."""
    if name == "samples":
        return f"0 to {SAMPLES_MOST:,}"
    if name == "seed":
        return f"0 to {SEED_MOST:,}"
    if name == "uncertainty":
        return f"0 to {UNCERTAINTY_MOST:g}"
    if name == "learning_days":
        return f"above 0, to {LEARNING_MOST:,.0f}"
    if name in ("reading", "early"):
        return "above 0, to 1"
    if name == "residual_weight":
        return f"above {RESIDUAL_RANGE[0]:g}, to {RESIDUAL_RANGE[1]:g}"
    if name.endswith(("_bits", "_limit")):
        return f"above {BITS_RANGE[0]:g}, to {BITS_RANGE[1]:g}"
    return "between 0 and 1"


def render_vocabulary() -> str:
    """The closed word lists, the words for probabilities and the symbols of a matrix cell."""
    parts = [
        NOTE,
        "# Vocabulary",
        "One word, one meaning. These are the closed lists: no field that uses one holds any other value.",
        "## Probability words",
        "The seven terms of U.S. Intelligence Community Directive 203 (*Analytic Standards*, 2015). A bound belongs to "
        "the term above it.",
        "\n".join(["| probability | words |", "|---|---|", *_probability_rows()]),
        "## Symbols of a matrix cell",
        f"From the weight in bits: neutral below {CELL_BOUNDS[0]:g}, doubled from {CELL_BOUNDS[1]:g}.",
    ]
    for kind in _word_lists():
        parts += [f"## {kind.__name__}", inspect.getdoc(kind) or "", _list_words(kind)]
    return "\n\n".join(parts) + "\n"


def _probability_rows() -> Iterator[str]:
    lower = 0.0
    for upper, words in ICD_203:
        yield f"| {lower:.0%} to {upper:.0%} | {words} |"
        lower = upper


def _word_lists() -> list[type[StrEnum]]:
    kinds = [kind for kind in vars(vocabulary).values() if inspect.isclass(kind) and issubclass(kind, StrEnum)]
    return [kind for kind in kinds if kind is not StrEnum]


def _list_words(kind: type[StrEnum]) -> str:
    """The members of a word list; what is said of one in a comment beside it is told."""
    members = re.findall(r'^ +[A-Z_]+ = "([^"]+)"(?: +# (.+))?$', inspect.getsource(kind), re.MULTILINE)
    return "\n".join(f"- `{word}`" + (f": {comment}" if comment else "") for word, comment in members)


def draw_terminal(analysis: Analysis) -> None:
    """The page of the example case, as a picture of a terminal."""
    console = Console(record=True, width=PAGE_WIDTH, file=io.StringIO(), color_system="truecolor", legacy_windows=False)
    page = render_page(analysis, width=PAGE_WIDTH, colour=True, case_file=CASE_FILE)
    console.print(Text.from_ansi(page), soft_wrap=True)
    svg = console.export_svg(title="make run")
    # The stock picture names a font on somebody's server; a reader's own fixed-width font does as well.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (IMAGES / "terminal.svg").write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", "utf-8")


def take_screenshot(analysis: Analysis) -> None:
    """The top of the HTML report of the example case, where chromium is there to look at it."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        print("left out: docs/images/report.png (no chromium)", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "moscow.html"
        report.write_text(render_html(analysis), "utf-8")
        shown = Path(folder) / "report.png"
        flags = (
            "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --hide-scrollbars "
            "--disable-component-update --disable-sync --window-size=1000,1100"
        ).split()
        places = [f"--user-data-dir={folder}/profile", f"--screenshot={shown}", report.as_uri()]
        subprocess.run([browser, *flags, *places], check=True, capture_output=True, timeout=90)
        shutil.copyfile(shown, IMAGES / "report.png")


def write_outputs() -> None:
    """Fill in the outputs that hand-written pages show, from the example case."""
    pages = [*sorted(DOCS.rglob("*.md")), ROOT / "README.md"]
    shown = [page for page in pages if OUTPUT.search(page.read_text("utf-8"))]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        inputs = ["examples/moscow/reports.jsonl", "examples/moscow/pages"]
        run_command(["rashomon", "analyze", *inputs, "--question", QUESTION, "--case", CASE_FILE], Path(folder))
        for page in shown:
            page.write_text(OUTPUT.sub(lambda found: _fill(found, Path(folder)), page.read_text("utf-8")), "utf-8")


def _fill(found: re.Match[str], folder: Path) -> str:
    parts = run_command(shlex.split(found["command"]), folder).strip("\n").split("\n\n")
    shown = "\n\n".join(parts[: int(found["parts"])] if found["parts"] else parts)
    return found["head"] + "".join(line.rstrip() + "\n" for line in shown.splitlines()) + found["foot"]


def run_command(words: list[str], folder: Path) -> str:
    """What a command of ours prints in a folder."""
    environment = {**os.environ, "COLUMNS": str(PAGE_WIDTH), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "rashomon", *words[1:]]
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def render_base_rates() -> str:
    """The reference page of base rates: every table with its source."""
    parts = [
        NOTE,
        "# Base rates",
        "How often events of a kind had which cause, where the cause came out. `rashomon weigh --base-rates` takes "
        "them for priors: an option, never the default. Each prior is mixed with an even split "
        f"({SELECTION:.0%} of it), for what is contested is not drawn by lot from all events of its kind. What no "
        "answer falls into is shared by *something else* and the answers that no row knows. *Checked*: compared with "
        "the source itself, or with how others cite it.",
    ]
    for table in load_base_rates():
        counted = f"{table.cases:,} cases" if table.cases else "number of cases not told"
        checked = "the source itself" if table.checked == "page" else "how others cite it"
        parts += [
            f"## {table.title}",
            f"{table.source}, {table.year}: <{table.url}>. {counted.capitalize()}. Checked against {checked}.",
            "\n".join(["| cause | share | an answer falls into it by |", "|---|--:|---|", *map(_rate_row, table.rows)]),
        ]
    return "\n\n".join(parts) + "\n"


def _rate_row(row: BaseRateRow) -> str:
    return f"| {row.name} | {row.rate:.0%} | {', '.join(row.words)} |"


PAGES: Final[dict[Path, Callable[[], str]]] = {
    REFERENCE / "base-rates.md": render_base_rates,
    REFERENCE / "commands.md": render_commands,
    REFERENCE / "errors.md": render_errors,
    REFERENCE / "parameters.md": render_parameters,
    REFERENCE / "vocabulary.md": render_vocabulary,
}
"""Every page that is written whole, and what writes it."""


if __name__ == "__main__":
    sys.exit(main())
