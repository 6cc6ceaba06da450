from importlib.metadata import EntryPoint

import pytest

from rashomon.model.errors import PluginError
from rashomon.plugins import EXTRACTORS, list_extractors, load_extractor, make_extractor
from rashomon.ports import Extractor


def entry(value, name="other"):
    return EntryPoint(name=name, value=value, group=EXTRACTORS)


def test_the_rules_are_installed():
    assert "rules" in list_extractors()


def test_an_unknown_name_is_answered_with_those_there_are():
    with pytest.raises(PluginError, match=r"R-PLUGIN-001: .*'nonesuch'.*rules"):
        load_extractor("nonesuch")


@pytest.mark.parametrize("value", ["rashomon_nowhere:Extractor", "json:Nothing", "math:sqrt"])
def test_a_broken_plugin_is_named_with_its_reason(value):
    with pytest.raises(PluginError, match=rf"R-PLUGIN-002.*other \({value}\)"):
        make_extractor(entry(value))


def test_something_that_is_no_extractor_is_refused():
    with pytest.raises(PluginError, match=r"R-PLUGIN-002: what the entry point gives is not an extractor"):
        make_extractor(entry("builtins:dict"))


def test_the_default_extractor_has_a_recipe_with_a_version():
    extractor = load_extractor()
    assert isinstance(extractor, Extractor)
    name, _, version = extractor.recipe.partition("@")
    assert name
    assert version
