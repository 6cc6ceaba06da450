"""Storage: one case in one file, and its twin in memory. Only the conductor `case` uses it.

`SqliteStore` is loaded when it is first named: SQLAlchemy takes half a second, which work without a file need not pay.
"""

import importlib
from typing import TYPE_CHECKING

from rashomon.store.memory import MemoryStore

if TYPE_CHECKING:
    from rashomon.store.sqlite import SqliteStore

__all__ = ["MemoryStore", "SqliteStore"]


def __getattr__(name: str) -> object:
    if name == "SqliteStore":
        return importlib.import_module("rashomon.store.sqlite").SqliteStore
    raise AttributeError(name)
