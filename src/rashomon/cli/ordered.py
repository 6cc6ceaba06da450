"""A group of commands that lists them in the order they were written, which is the order one needs them in."""

import click


class OrderedGroup(click.Group):
    """A `click.Group` that does not sort its commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands as they were added."""
        return list(self.commands)
