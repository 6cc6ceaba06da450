"""The trained tagger on plain sentences, and what must hold on any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.tagger import Tagger
from rashomon.model.attribution import Span

TAGGER = Tagger()


def whole(text):
    return [Span(start=0, end=len(text))]


def read(text):
    found = TAGGER.read(text, whole(text)).attributions
    return [
        tuple(" … ".join(text[s.start : s.end] for s in spans) for spans in (each.source, each.cue, each.content))
        for each in found
    ]


def test_indirect_speech_is_found_with_its_speaker():
    assert read("The harbour master said that the crane had been tampered with.") == [
        ("The harbour master", "said", "that the crane had been tampered with")
    ]


def test_a_content_parted_by_its_speaker_is_one_attribution():
    assert read("The bridge, Ms Orlova said, was mined before dawn.") == [
        ("Ms Orlova", "said", "The bridge … was mined before dawn")
    ]


def test_two_cues_may_share_a_source():
    found = read("The governor said the fire was out and added that nobody was hurt.")
    assert [source for source, _, _ in found] == ["The governor", "The governor"]


def test_plain_narration_attributes_nothing():
    assert read("Rain fell on the valley all night. In the morning the road was gone.") == []


def test_what_surely_happened_is_more_certain_than_what_may_happen():
    text = "The dam burst on Monday. The second dam might burst tomorrow."
    reading = TAGGER.read(text, whole(text))
    sure, unsure = (reading.certainty_at(text.index(word)) for word in ("burst on", "burst tomorrow"))
    assert sure is not None and unsure is not None and sure > unsure + 0.5


def test_no_certainty_is_told_inside_a_word():
    text = "The dam burst."
    assert TAGGER.read(text, whole(text)).certainty_at(2) is None


def test_reading_one_document_does_not_depend_on_what_was_read_before():
    first, second = "The mayor denied it was arson.", "According to the union, the boiler was never inspected. " * 20
    alone = TAGGER.read(second, whole(second))
    TAGGER.read(first, whole(first))
    again = TAGGER.read(second, whole(second))
    assert alone.attributions == again.attributions
    assert (alone.certainties == again.certainties).all()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_spans_lie_inside_any_text(text):
    for each in TAGGER.read(text, whole(text)).attributions:
        for span in (*each.source, *each.cue, *each.content):
            assert 0 <= span.start < span.end <= len(text)
