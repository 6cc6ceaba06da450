from rashomon.link.copies import find_copies, trace_lineage

QUOTE = "Leave the valve open"


def test_a_short_quotation_is_traced_to_where_it_stood_first(make_document):
    first = make_document("first", f"A stoker of the Halcyon spoke. “{QUOTE},” he told us on the quay.", at=(1, 8))
    later = make_document("later", f'Das Schiff sank um neun. "{QUOTE.upper()}", sagte ein Heizer.', at=(1, 12))
    trace = trace_lineage([later, first])
    assert trace.links == ()
    (passage,) = trace.passages["later"]
    assert passage.quotation
    assert passage.first_seen == "first"
    assert later.text[passage.start : passage.end] == QUOTE.upper()
    assert first.text[passage.at :].startswith(QUOTE)
    assert trace.passages["first"] == ()


def test_words_anybody_says_are_no_quotation_of_note(make_document):
    texts = ['"That is all I can say," said the mayor.', '"That is all I can say," said a nurse far away.']
    documents = [make_document(f"d{n}", text, at=(1, n)) for n, text in enumerate(texts)]
    assert trace_lineage(documents).passages["d1"] == ()


def test_a_quotation_inside_a_copied_passage_is_told_once(make_document):
    text = (
        f"The inquiry heard a stoker of the Halcyon on Monday. “{QUOTE},” he said, and pointed at the engineer's bench."
    )
    documents = [make_document("a", text, at=(1, 8)), make_document("b", text + " Rain fell.", at=(1, 9))]
    (link,) = find_copies(documents)
    assert [passage.quotation for passage in link.passages] == [False]
