"""Size budgets: files and functions stay small enough to be read in one sitting."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "rashomon"
MODULES = sorted(SOURCE.rglob("*.py"))
STAGES = ("ingest", "extract", "link", "hypothesize", "weigh", "watch")
MODULE_LINES = 500
FUNCTION_LINES = 60
PARAMETERS = 6
COMMAND_LINES = 200
FACADE_LINES = 300
STRING_SUBSCRIPTS_PER_THOUSAND_LINES = 10
BANNED_MODULES = {"utils", "util", "helpers", "helper", "misc", "common"}
BANNED_NAMES = re.compile(r"(?:^|_)(?:score|scores|trust|verdict)(?:_|$)", re.IGNORECASE)


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def functions_in(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_is_short(path):
    limit = COMMAND_LINES if path.parent.name == "cli" else MODULE_LINES
    assert len(path.read_text("utf-8").splitlines()) <= limit
    assert path.stem not in BANNED_MODULES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_short_and_take_few_parameters(path):
    for node in functions_in(path):
        assert node.end_lineno - node.lineno < FUNCTION_LINES, node.name
        arguments = node.args
        named = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
        # A command's parameters are its options, as a user sees them.
        if path.parent.name != "cli":
            assert len([n for n in named if n not in {"self", "cls"}]) <= PARAMETERS, node.name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_imported_inside_a_function(path):
    for node in functions_in(path):
        assert not [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)], node.name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_keep_to_the_vocabulary(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for attribute in ("name", "id", "attr", "arg"):
            found = getattr(node, attribute, None)
            assert not (isinstance(found, str) and BANNED_NAMES.search(found)), found


def test_the_facade_is_short():
    assert len((SOURCE / "case" / "conductor.py").read_text("utf-8").splitlines()) <= FACADE_LINES


def test_stages_pass_records_not_dictionaries():
    lines = subscripts = 0
    for path in MODULES:
        if path.relative_to(SOURCE).parts[0] in STAGES:
            text = path.read_text("utf-8")
            lines += len(text.splitlines())
            subscripts += sum(
                isinstance(n, ast.Subscript) and isinstance(n.slice, ast.Constant) and isinstance(n.slice.value, str)
                for n in ast.walk(ast.parse(text))
            )
    assert 1000 * subscripts / lines <= STRING_SUBSCRIPTS_PER_THOUSAND_LINES


def test_every_package_has_a_docstring():
    for path in MODULES:
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), name_of(path)
