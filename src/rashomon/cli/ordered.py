"""Groups of commands: listed in the order in which one uses them, or with a list as what they do by themselves."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from rashomon.cli.case_file import SUFFIX

DEFAULT: Final = "list"


class OrderedGroup(click.Group):
    """A `click.Group` that does not sort its commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands as they were added."""
        return list(self.commands)


class ListingGroup(OrderedGroup):
    """A group that lists where no command of it is named; the case may stand before the command or behind it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command first: `CASE show ID` is `show CASE ID`, and `CASE` alone is `list CASE`."""
        return super().parse_args(ctx, self._order(args))

    def _order(self, args: Sequence[str]) -> list[str]:
        given = list(args)
        if given[:1] in (["--help"], ["-h"]) or (given and given[0] in self.commands):
            return given
        if len(given) > 1 and given[1] in self.commands and _is_case(given[0]):
            return [given[1], given[0], *given[2:]]
        return [DEFAULT, *given]


def _is_case(word: str) -> bool:
    return word.endswith(SUFFIX) or Path(word).is_file()
