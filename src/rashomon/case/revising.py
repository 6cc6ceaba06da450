"""How an analysis moved to the next: which reports came in, and what each origin did to the judgement."""

from rashomon.model.analysis import Analysis
from rashomon.model.judgement import Revision
from rashomon.watch.comparing import compare_judgements


def compare_analyses(previous: Analysis | None, new: Analysis) -> Revision:
    """Return the moves from one analysis of a question to the next, in bits; from the priors where there was none."""
    known = {document.id for document in previous.documents} if previous else set()
    before = previous.hypothesis_set.evidence if previous else ()
    # The newer link wins where both analyses have one of the same id: its origin may have grown.
    evidence = {link.id: link for link in (*before, *new.hypothesis_set.evidence)}
    return compare_judgements(
        previous.judgement if previous else None,
        new.judgement,
        tuple(evidence.values()),
        tuple(document.id for document in new.documents if document.id not in known),
    )
