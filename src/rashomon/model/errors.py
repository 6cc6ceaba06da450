"""Every error a user can meet, with a code to search for and what to do about it.

The core raises, never prints. One table holds all codes; the reference page of error codes is generated from it.
"""

from typing import Final

CODES: Final[dict[str, tuple[str, str]]] = {
    "R-INGEST-001": (
        "nothing to read",
        "Check the path, or give a file, a folder, an http(s) URL or - for standard input.",
    ),
    "R-INGEST-002": ("the file is empty", "Give a file with text, or leave this one out."),
    "R-INGEST-003": (
        "not text: binary data",
        "Give a text, Markdown, HTML or JSONL file; convert other formats first.",
    ),
    "R-INGEST-004": ("no text found", "Give the page's text or a transcript as a .txt file."),
    "R-INGEST-005": ("too large", "Split the input, or raise the limit with --max-bytes."),
    "R-INGEST-006": ("broken JSON", "Correct the line; every other line was read."),
    "R-INGEST-007": ("a field is missing or has the wrong type", "Correct the field; only `text` is required."),
    "R-INGEST-008": ("not a date and time", "Write the date as ISO 8601, for example 2023-05-30T04:20:00Z."),
    "R-INGEST-009": ("not valid in its text encoding", "Save the file as UTF-8."),
    "R-INGEST-010": (
        "given twice: same id, same text",
        "It was read once; another text under an id is a version.",
    ),
    "R-INGEST-011": ("address refused: private or local network", "Save the page as a file and give the file."),
    "R-INGEST-012": ("the page could not be fetched", "Check the address and try again, or save the page as a file."),
    "R-INGEST-013": ("kind of file not supported", "Give .txt, .md, .html or .jsonl."),
    "R-INGEST-014": ("file could not be opened", "Check that it exists and may be read."),
    "R-INGEST-015": (
        "not a line of the table",
        "Write a value in every column the first line names; the rest was read.",
    ),
    "R-INGEST-016": (
        "the table lacks a column",
        "Name the columns in the first line: source, object, value for claims; object, value for known truths.",
    ),
    "R-INGEST-017": ("known truths of one object differ", "Give one; the first was taken."),
    "R-CASE-001": ("no such case file", "Make one with `rashomon init CASE QUESTION`."),
    "R-CASE-002": ("case file exists already", "Choose another name, or add to it with `rashomon add`."),
    "R-CASE-003": ("nothing could be analysed", "Give at least one readable report."),
    "R-CASE-004": ("no such id", "List ids with `rashomon claims` or `rashomon hypotheses`."),
    "R-CASE-005": ("no contested question found", "Name one with --question."),
    "R-CASE-006": ("not a time", "Write the time as ISO 8601, for example 2023-05-30T21:00:00Z."),
    "R-CASE-007": ("more than one goes by that name", "Give the id, or enough of it."),
    "R-CASE-008": (
        "no report answers the question",
        "Add reports that speak of it, or look at what they contest with `rashomon questions`.",
    ),
    "R-CASE-009": ("no such scenario", "List them with `rashomon whatif CASE --list`."),
    "R-CASE-010": ("no claim could be read", "Give a table with the columns source, object and value."),
    "R-CASE-011": ("nothing can listen there", "Choose another --host or --port; 0 takes any free port."),
    "R-DECIDE-001": ("not a decision", "Name what is decided on, once each, and who decides when."),
    "R-DECIDE-002": ("not a value this decision can have", "Choose one of those listed."),
    "R-DECIDE-003": (
        "a grade needs its basis",
        "Say with --why what the grade rests on: who graded, by which record of the source.",
    ),
    "R-DECIDE-004": ("nothing to decide", "Look at what is there with `list` or `show` of the same command."),
    "R-DECIDE-005": ("no such decision in force", "List them with `list` of the same command."),
    "R-STORE-001": ("not a case file", "Give a file made by `rashomon init`."),
    "R-STORE-002": ("made by a newer version", "Upgrade rashomon to open it."),
    "R-STORE-003": ("case file is busy", "Wait until the other command has finished, then run this again."),
    "R-STORE-004": (
        "case file is damaged",
        "Restore it from a copy; its raw reports can be exported with any SQLite tool.",
    ),
    "R-STORE-005": ("could not be written", "Free disk space or check permissions; nothing acknowledged was lost."),
    "R-PLUGIN-001": ("no such extractor", "Choose one of those listed."),
    "R-PLUGIN-002": ("extractor could not be loaded", "Reinstall the package that provides it."),
    "R-WEIGH-001": ("nothing to weigh", "A question needs at least one hypothesis."),
    "R-WEIGH-002": (
        "a weight is not a finite number",
        "Correct the setting named; probabilities lie strictly between 0 and 1.",
    ),
    "R-WEIGH-003": ("a setting is out of range", "Correct the setting named."),
    "R-WEIGH-004": (
        "priors contradict each other",
        "Each lies strictly between 0 and 1; together they leave room for the answers you set none for.",
    ),
    "R-WEIGH-005": ("no such setting", "Choose one of those listed."),
    "R-WEIGH-006": ("a change cannot be tried", "Correct the change named."),
    "R-WEIGH-008": (
        "no base rates for such an event and such answers",
        "Look at the tables in the reference of base rates, or give priors of your own with --prior.",
    ),
    "R-WEIGH-007": ("claims cannot be counted", "Number sources, objects and values from 0, each column as long."),
}


class RashomonError(Exception):
    """An error with its code, what happened, where, and what to do.

    `code` must stand in `CODES`. `what` and `advice` default to that table's text; `where` names the file, line or id.
    """

    def __init__(self, code: str, where: str, *, what: str = "", advice: str = "") -> None:
        self.code = code
        self.where = where
        self.what = what or CODES[code][0]
        self.advice = advice or CODES[code][1]
        super().__init__(f"{code}: {self.what}: {where}. {self.advice}")


class InputError(RashomonError):
    """One item of the input was rejected; the rest goes on."""


class CaseError(RashomonError):
    """The case, or an id in it, is not what was asked for."""


class DecisionError(RashomonError):
    """What an analyst wants to decide cannot be decided so."""


class StoreError(RashomonError):
    """The case file cannot be opened, read or written."""


class PluginError(RashomonError):
    """An implementation of a port is missing or broken."""


class WeighError(RashomonError):
    """The evidence cannot be weighed as set."""
