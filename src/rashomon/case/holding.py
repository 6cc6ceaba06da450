"""What a case holds already, so that a report is kept once and an edited article as a version."""

from collections.abc import Iterable

from rashomon.ingest.reader import STDIN
from rashomon.model.document import Document
from rashomon.model.ids import digest_bytes


class Holding:
    """The reports held, by id and text. Standard input has no names: two texts from there are two reports."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._texts: set[tuple[str, str]] = set()
        self._stdin_names: set[str] = set()
        for document in documents:
            self.take(document)

    def take(self, document: Document) -> bool:
        """Note a report; False where the same text is held under its id."""
        from_stdin = document.input_id.startswith(STDIN)
        if from_stdin:
            self._stdin_names.add(document.input_id.partition(":")[0])
        name = STDIN if from_stdin else document.input_id
        told = (name, digest_bytes(document.text.encode("utf-8", "surrogatepass")))
        if told in self._texts:
            return False
        self._texts.add(told)
        return True

    def name_stdin(self) -> str:
        """Return a name for what comes from standard input next: "-", then "-2", "-3" and so on."""
        number = 1
        while (name := STDIN if number == 1 else f"{STDIN}{number}") in self._stdin_names:
            number += 1
        return name
