"""How far a long run is, told to whoever asked."""

from typing import Protocol


class Progress(Protocol):
    """Called as work proceeds: the stage's name, how many of its parts are done, how many there are."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def keep_quiet(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
