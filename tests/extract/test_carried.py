"""Whose words a sentence's remainder is."""

from dataclasses import replace

from rashomon.extract.carried import carrier_of
from rashomon.extract.units import Unit
from rashomon.model.attribution import Attribution, Span
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance

TEXT = "Nobody was warned, the mayor said; the gates had been locked for years."


def span_of(words):
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


def test_an_attribution_without_content_carries_nothing(parse):
    parsed = parse(TEXT)
    first = next(i for i, token in enumerate(parsed.tokens) if token.start == TEXT.index("the gates"))
    unit = Unit(first=first, last=len(parsed.tokens) - 1, attribution=None)
    said = Attribution(
        id="atr_1",
        document_id="doc_1",
        source=(span_of("the mayor"),),
        cue=(span_of("said"),),
        content=(span_of("Nobody was warned"),),
        source_name="the mayor",
        cue_text="said",
        polarity=Polarity.ASSERT,
        certainty=Certainty.CERTAIN,
        stance=Stance.REPORTS,
        modality=Modality.ASSERTION,
        made=Made(recipe="test@1", inputs=()),
    )
    assert carrier_of(parsed, unit, [said]) is said
    assert carrier_of(parsed, unit, [replace(said, content=())]) is None
