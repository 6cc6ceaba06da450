"""Errors about one item of the input, each on one line whatever stands in the item's name."""

from rashomon.model.errors import InputError


def reject(code: str, where: str, *, what: str = "", advice: str = "") -> InputError:
    """Return (not raise) an error for an item; `where` is its file and line, its id or its address."""
    return InputError(code, clean_line(where), what=clean_line(what), advice=advice)


def clean_line(text: str) -> str:
    """Return text with every unprintable character (line ends, escapes, half surrogates) replaced by U+FFFD."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
