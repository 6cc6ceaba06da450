"""Files and folders: which files an argument means, and their bytes within the limits."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rashomon.ingest.rejection import reject
from rashomon.model.errors import InputError

MEDIA_TYPES: Final[dict[str, str]] = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
}
"""What each suffix, in lower case, is read as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read. `name` is its path below the argument it was found under, `where` its path for messages."""

    path: Path
    name: str
    where: str
    media_type: str


def find_files(argument: str) -> Iterator[FoundFile | InputError]:
    """Yield the readable files an argument means, a folder's in the order of their paths.

    Hidden files and kinds that are not supported are passed over in folders; named outright, the latter are rejected
    (R-INGEST-013). Links in folders are not followed: one that leads out of the folder is reported (R-INGEST-014).
    """
    path = Path(argument)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield reject("R-INGEST-001", argument, what="no such file or folder")
    except (OSError, ValueError) as error:
        yield reject("R-INGEST-014", argument, what=f"could not be opened ({_reason(error)})")
    else:
        if stat.S_ISDIR(mode):
            yield from _find_in_folder(path)
        else:
            yield _describe_file(path, mode)


def read_file(found: FoundFile, *, max_bytes: int) -> bytes:
    """Return a file's bytes. Raises InputError R-INGEST-002 (empty), -005 (too large; not read), -014 (unreadable)."""
    try:
        with found.path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            data = stream.read(max_bytes + 1) if size <= max_bytes else b""
    except OSError as error:
        raise reject("R-INGEST-014", found.where, what=f"could not be opened ({_reason(error)})") from error
    if max(size, len(data)) > max_bytes:
        raise reject(
            "R-INGEST-005", found.where, what=f"too large ({max(size, len(data)):,} bytes; limit {max_bytes:,})"
        )
    if not data:
        raise reject("R-INGEST-002", found.where)
    return data


def _describe_file(path: Path, mode: int) -> FoundFile | InputError:
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    if media_type is None:
        return reject("R-INGEST-013", str(path))
    if not stat.S_ISREG(mode):
        # A pipe or device could block for ever; standard input is the way to give one.
        return reject("R-INGEST-014", str(path), what="not a regular file", advice="Give it on standard input, with -.")
    return FoundFile(path=path, name=_plain(path.name), where=str(path), media_type=media_type)


def _find_in_folder(root: Path) -> Iterator[FoundFile | InputError]:
    problems: list[InputError] = []

    def note(error: OSError) -> None:
        problems.append(reject("R-INGEST-014", str(error.filename), what=f"could not be opened ({_reason(error)})"))

    found = 0
    for folder, folders, names in os.walk(root, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(folder, name) for name in sorted([*names, *folders]) if not name.startswith(".")):
            if path.is_symlink():
                if _leads_out(path, root):
                    yield reject(
                        "R-INGEST-014", str(path), what="link out of the folder, not followed", advice=_LINK_ADVICE
                    )
            elif path.suffix.lower() in MEDIA_TYPES and path.is_file():
                found += 1
                yield FoundFile(
                    path=path,
                    name=_plain(path.relative_to(root).as_posix()),
                    where=str(path),
                    media_type=MEDIA_TYPES[path.suffix.lower()],
                )
    yield from problems
    if not found and not problems:
        yield reject("R-INGEST-001", str(root), what="no .txt, .md, .html or .jsonl file in this folder")


_LINK_ADVICE: Final = "Give the file it points to."


def _leads_out(link: Path, root: Path) -> bool:
    """True for a link to something outside that would have been read: a folder or a file of a supported kind."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    readable = target.is_dir() or link.suffix.lower() in MEDIA_TYPES
    return readable and not target.is_relative_to(root.resolve())


def _plain(name: str) -> str:
    """A file name as text that can be written anywhere: bytes that are not UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)
