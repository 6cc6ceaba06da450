"""Finds implementations of the ports by entry point. Nothing is imported before it is asked for by name."""

from importlib.metadata import EntryPoint, entry_points
from typing import Final

from rashomon.model.errors import PluginError
from rashomon.ports import Extractor

EXTRACTORS: Final = "rashomon.extractors"
"""The entry point group of extractors: each names a class, or a function without arguments, that gives an Extractor."""

DEFAULT_EXTRACTOR: Final = "tagger"


def list_extractors() -> tuple[str, ...]:
    """Return the names of the installed extractors, sorted."""
    return tuple(sorted({entry.name for entry in entry_points(group=EXTRACTORS)}))


def load_extractor(name: str = DEFAULT_EXTRACTOR) -> Extractor:
    """Return the extractor of a name.

    Raises PluginError R-PLUGIN-001 where none of that name is installed, R-PLUGIN-002 where its package is broken.
    """
    for entry in entry_points(group=EXTRACTORS):
        if entry.name == name:
            return make_extractor(entry)
    available = ", ".join(list_extractors()) or "none is installed"
    raise PluginError("R-PLUGIN-001", repr(name), advice=f"Choose one of: {available}.")


def make_extractor(entry: EntryPoint) -> Extractor:
    """Return what an entry point gives, made sure to be an extractor. Raises PluginError R-PLUGIN-002."""
    where = f"{entry.name} ({entry.value})"
    try:
        extractor = entry.load()()
    except Exception as error:  # a plugin is somebody else's code and may fail in any way
        raise PluginError("R-PLUGIN-002", f"{where}: {error}") from error
    if not isinstance(extractor, Extractor):
        raise PluginError("R-PLUGIN-002", where, what="what the entry point gives is not an extractor")
    return extractor
