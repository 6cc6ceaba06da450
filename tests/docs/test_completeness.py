"""Whatever a user can meet stands in the documentation, and the documentation speaks of nothing else."""

import importlib.util
import re
from dataclasses import fields
from pathlib import Path

import click
import msgspec
import pytest

from rashomon.cli.main import cli
from rashomon.model.errors import CODES
from rashomon.present import (
    event_shapes,
    reliability_shapes,
    sensitivity_shapes,
    shapes,
    source_shapes,
    weighing_shapes,
)
from rashomon.weigh.parameters import Parameters

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
CODE = re.compile(r"R-[A-Z]+-\d+")
ENVIRONMENT = re.compile(r"""environ(?:\.get\(|\[)["'](\w+)""")


@pytest.fixture(scope="module")
def renderer():
    spec = importlib.util.spec_from_file_location("render_docs", ROOT / "tools" / "render_docs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_say_what_the_program_says(renderer):
    assert list(renderer.find_stale()) == []


def test_every_command_and_option_is_documented():
    page = (REFERENCE / "commands.md").read_text("utf-8")
    context = click.Context(cli)
    for path, command in all_commands(cli, context, "rashomon"):
        assert f"# {path}\n" in page
        section = page.split(f"# {path}\n")[1].split("\n##")[0]
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert all(option in section for option in parameter.opts), parameter.name


def all_commands(group, context, path):
    """Every command, those of groups among them, with its full name."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from all_commands(command, click.Context(command, info_name=name), f"{path} {name}")


def test_every_error_code_is_documented():
    page = (REFERENCE / "errors.md").read_text("utf-8")
    assert set(CODE.findall(page)) == set(CODES)


def test_no_page_names_an_error_code_that_does_not_exist():
    for page in PAGES:
        assert set(CODE.findall(page.read_text("utf-8"))) <= set(CODES), page


def test_every_error_code_in_the_source_is_in_the_table():
    for module in (ROOT / "src").rglob("*.py"):
        assert set(CODE.findall(module.read_text("utf-8"))) <= set(CODES), module


def test_every_parameter_is_documented(renderer):
    page = (REFERENCE / "parameters.md").read_text("utf-8")
    meanings = renderer.read_meanings(Parameters.__doc__.replace("\n    ", "\n"))
    for field in fields(Parameters):
        assert f"| `{field.name}` |" in page
        assert meanings[field.name]


@pytest.mark.parametrize("field", fields(Parameters), ids=lambda field: field.name)
def test_the_page_on_weighing_tells_the_default_of_every_parameter_beside_its_name(field):
    page = (DOCS / "explanation" / "weighing.md").read_text("utf-8")
    default = getattr(Parameters(), field.name)
    told = [f"{default:g}", f"{default:.0%}".replace("%", " %")]
    around = [" ".join(page[max(0, at.start() - 90) : at.end() + 30].split()) for at in re.finditer(field.name, page)]
    assert any(re.search(rf"(?<![\d.]){re.escape(said)}(?!\d|\.\d)", near) for near in around for said in told)


@pytest.mark.parametrize("field", fields(Parameters), ids=lambda field: field.name)
def test_the_documented_range_of_a_parameter_is_the_real_one(field, renderer):
    *_, most = re.findall(r"[\d,.]+", renderer.say_range(field.name))
    beyond = float(most.replace(",", "")) + 1
    with pytest.raises(Exception, match="R-WEIGH-003"):
        Parameters(**{field.name: beyond})
    with pytest.raises(Exception, match="R-WEIGH-003"):
        Parameters(**{field.name: -1})


def test_every_json_field_is_documented():
    page = (REFERENCE / "json.md").read_text("utf-8")
    named = set(re.findall(r"`(\w+)`", page))
    modules = (sensitivity_shapes, shapes, source_shapes, event_shapes, reliability_shapes, weighing_shapes)
    told = {name: kind for module in modules for name, kind in vars(module).items()}.values()
    kinds = [kind for kind in told if isinstance(kind, type) and issubclass(kind, shapes.Shape)]
    missing = {field.encode_name for kind in kinds for field in msgspec.structs.fields(kind)} - named
    assert missing == set()


def test_every_variable_of_the_environment_is_documented():
    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tools").glob("*.py")]
    read = {name for source in sources for name in ENVIRONMENT.findall(source.read_text("utf-8"))}
    page = (REFERENCE / "settings.md").read_text("utf-8")
    assert {name for name in read if f"`{name}`" not in page} == set()


def test_the_readme_has_room_for_the_figures():
    readme = (ROOT / "README.md").read_text("utf-8")
    begin, end = "<!-- figures: written by `make eval` -->", "<!-- end of figures -->"
    assert readme.index(begin) < readme.index(end)
