from rashomon.model.analysis import Analysis
from rashomon.present.copies_json import shape_copies


def test_copies_speak_of_input_ids(analysis: Analysis) -> None:
    linkage = analysis.linkage
    passages = {copy.document_id: copy.passages for copy in linkage.copies}
    shapes = list(shape_copies(analysis.documents, linkage.copies, linkage.origins, passages=passages))
    assert [(s.document, s.origin, s.copy_of, s.kind) for s in shapes] == [
        ("courier.txt", "courier.txt", None, None),
        ("herald.txt", "courier.txt", "courier.txt", "relay"),
        ("mirror.txt", "courier.txt", "herald.txt", "verbatim"),
        ("beacon.txt", "beacon.txt", None, None),
    ]
    (passage,) = shapes[2].passages
    assert (passage.first_seen, passage.start, passage.at) == ("herald.txt", 0, 0)
