"""What is said when reports come in: a line for each that is safe, and who leads now."""

from rashomon.model.analysis import Analysis
from rashomon.model.document import Document
from rashomon.model.wording import word_probability
from rashomon.present import phrases
from rashomon.present.index import index_analysis
from rashomon.present.plain import show_inline
from rashomon.present.shapes import AddedShape


def shape_added(document: Document) -> AddedShape:
    """Return the acknowledgement of a report as its JSON shape."""
    return AddedShape(
        document_id=document.id, input_id=document.input_id, publisher=document.publisher, title=document.title
    )


def say_added(document: Document) -> str:
    """Return the acknowledgement of a report as one line."""
    return f"added {document.id}  {show_inline(document.input_id)}  {phrases.say_document(document)}"


def say_leader(analysis: Analysis) -> str:
    """Return one line with the leading answer, its probability and the reports it rests on."""
    index = index_analysis(analysis)
    leader = index.hypotheses_by_rank[0]
    probability = index.probabilities[leader.id]
    return (
        f"{show_inline(analysis.hypothesis_set.question.text)} {show_inline(leader.label)}: "
        f"{phrases.say_percent(probability.probability)} ({phrases.say_interval(probability)}), "
        f"{word_probability(probability.probability)}; {phrases.say_reports(index)}"
    )
