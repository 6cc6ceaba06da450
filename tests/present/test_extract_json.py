from rashomon.model.analysis import Analysis, Extraction
from rashomon.model.attribution import Attribution, Span
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance
from rashomon.present.extract_json import shape_extraction
from rashomon.present.extract_text import render_extraction


def make_attribution(attribution_id: str, parent_id: str | None, *content: Span) -> Attribution:
    return Attribution(
        id=attribution_id,
        document_id="doc_courier",
        source=(Span(start=0, end=13),) if parent_id is None else (),
        cue=(Span(start=14, end=18),),
        content=content,
        source_name="Investigators" if parent_id is None else "",
        cue_text="said",
        polarity=Polarity.ASSERT,
        certainty=Certainty.CERTAIN,
        stance=Stance.REPORTS,
        modality=Modality.ASSERTION,
        made=Made(recipe="hand@1"),
        parent_id=parent_id,
    )


OUTER = make_attribution("att_1", None, Span(start=19, end=31), Span(start=36, end=47))
INNER = make_attribution("att_2", "att_1", Span(start=36, end=47))
EXTRACTION = Extraction(document_id="doc_courier", attributions=(OUTER, INNER), claims=())


def test_parent_is_a_position_and_spans_may_be_split(analysis: Analysis) -> None:
    shape = shape_extraction(analysis.documents[0], EXTRACTION)
    assert shape.document == "courier.txt"
    assert [attribution.parent for attribution in shape.attributions] == [None, 0]
    assert shape.attributions[0].content == [(19, 31), (36, 47)]
    assert shape.attributions[1].source == []


def test_list_moves_nested_attributions_in_and_names_the_unnamed(analysis: Analysis) -> None:
    lines = render_extraction(analysis.documents[0], EXTRACTION).splitlines()
    assert lines[1].startswith("  Investigators  said")
    assert lines[3].startswith("    somebody unnamed")
