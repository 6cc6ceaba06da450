"""The words of a text as full-text search sees them: what the user types is words, never query syntax."""

import unicodedata
from typing import Final

PREFIX_LENGTH: Final = 3
"""Words at least this long also find longer words that begin with them ("drone" finds "drones")."""


def fold_text(text: str) -> str:
    """Return the text in lower case without diacritics."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def split_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text in order."""
    return tuple("".join(char if is_word_char(char) else " " for char in fold_text(text)).split())


def is_word_char(char: str) -> bool:
    """Tell whether a character belongs to a word: letter, number or private use, as in FTS5's unicode61 tokenizer."""
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Co"


def matches(word: str, query_word: str) -> bool:
    """Tell whether a word of a text is found by a word of a query."""
    return word.startswith(query_word) if len(query_word) >= PREFIX_LENGTH else word == query_word
