"""Lines of a terminal page: cut, padded and wrapped by terminal cells, then made into one string."""

import io
from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Console
from rich.text import Text

EIGHTHS: Final = " ▏▎▍▌▋▊▉"


def render_lines(lines: Iterable[Text], *, width: int, colour: bool) -> str:
    """Return lines of styled text as one string; a line longer than the width is cut."""
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        for line in lines:
            console.print(line, no_wrap=True, overflow="ellipsis", crop=True)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().split("\n")[:-1])


def draw_bar(probability: float, cells: int) -> Text:
    """Return a probability (0..1) as a bar of the given number of cells, in eighths of a cell."""
    eighths = round(probability * cells * 8)
    full, part = divmod(eighths, 8)
    filled = "█" * full + (EIGHTHS[part] if part else "")
    return join(Text(filled, style="cyan"), Text("·" * (cells - len(filled)), style="dim"))


def join(*parts: Text) -> Text:
    """Return the parts one after the other. Adding texts with + would give the first part's style to all of them."""
    return Text.assemble(*parts)


def fit_cells(text: str, cells: int) -> str:
    """Return the text cut or padded to exactly that many terminal cells."""
    fitted = Text(text)
    fitted.truncate(cells, overflow="ellipsis", pad=True)
    return fitted.plain


def wrap_lines(text: Text, width: int, *, indent: int, first: int = 0) -> Iterator[Text]:
    """Yield the text wrapped to the width, the first line moved in by `first` cells, the others by `indent`."""
    console = Console(file=io.StringIO(), width=width)
    for number, line in enumerate(text.wrap(console, max(20, width - max(indent, first)))):
        line.rstrip()
        yield Text(" " * (indent if number else first)) + line
