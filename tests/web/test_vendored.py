"""Browser files of others are named with version, licence and hash, and are what they were."""

import hashlib
import tomllib
from importlib.resources import files

import pytest

STATIC = files("rashomon.web").joinpath("static")
FILES = tomllib.loads(STATIC.joinpath("vendored.toml").read_text("utf-8"))["file"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["name"])
def test_the_file_is_what_is_named(file):
    assert hashlib.sha256(STATIC.joinpath(file["name"]).read_bytes()).hexdigest() == file["sha256"]
    assert file["version"] and file["licence"] and file["package"]


def test_every_minified_file_is_named():
    named = {file["name"] for file in FILES}
    assert {one.name for one in STATIC.iterdir() if ".min." in one.name} <= named
