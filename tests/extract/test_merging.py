"""What the tagger found, with what only the rules know."""

import pytest

from rashomon.extract.merging import merge_tagged, to_candidates
from rashomon.extract.speech import find_speech
from rashomon.extract.tagger import Tagged
from rashomon.model.attribution import Span


def tag(text, *triples, nested=False):
    def spans(words):
        return tuple(Span(start=text.index(w), end=text.index(w) + len(w)) for w in words.split("|") if w)

    return [Tagged(source=spans(s), cue=spans(c), content=spans(t), nested=nested) for s, c, t in triples]


def test_a_tagged_cue_takes_its_meaning_from_the_rules(parse):
    text = "The mayor did not deny that the gate was locked."
    parsed = parse(text)
    tagged = tag(text, ("The mayor", "did not deny", "that the gate was locked"))
    (found,) = merge_tagged(parsed, tagged, find_speech(parsed), frozenset())
    assert (str(found.cue_class), found.negated) == ("denial", True)
    assert found.spans is not None and found.spans.content == tagged[0].content


def test_voices_inside_are_taken_from_the_rules(parse):
    text = "The Ledger reported that officials had blamed rebels for the blast."
    parsed = parse(text)
    tagged = tag(text, ("The Ledger", "reported", "that officials had blamed rebels for the blast"))
    found = merge_tagged(parsed, tagged, find_speech(parsed), frozenset())
    assert [parsed.tokens[c.anchor].text for c in found] == ["reported", "blamed"]


def test_plain_speech_outside_that_the_tagger_left_out_stays_out(parse):
    text = "The road was closed, the signs said."
    parsed = parse(text)
    assert merge_tagged(parsed, [], find_speech(parsed), frozenset()) == []


def test_a_tagged_attribution_without_a_word_of_content_is_dropped(parse):
    text = "He said."
    parsed = parse(text)
    assert to_candidates(parsed, tag(text, ("He", "said", "")), {}) == []


def test_a_voice_the_tagger_finds_inside_another_is_kept_where_it_says_something(parse):
    text = "The Ledger reported that, as divers had it, the valve was cut, and that it hopes for rain."
    parsed = parse(text)
    outer = tag(text, ("The Ledger", "reported", text[text.index("that,") : -1]))
    inner = tag(text, ("divers", "had it", "the valve was cut"), ("it", "hopes", "for rain"), nested=True)
    found = merge_tagged(parsed, [*outer, *inner], [], frozenset())
    assert [parsed.tokens[min(c.source)].text for c in found] == ["The", "divers"]


def test_a_cited_voice_stands_inside_the_one_that_cites_it(parse):
    text = "The Ledger reported, leaning on two divers, that the valve was cut."
    parsed = parse(text)
    outer = tag(text, ("The Ledger", "reported", "that the valve was cut"))
    inner = tag(text, ("two divers", "leaning on", "that the valve was cut"), nested=True)
    outermost, cited = merge_tagged(parsed, [*outer, *inner], [], frozenset())
    assert (cited.inside, cited.kind) == (outermost.anchor, "cited")


def test_a_nested_voice_with_nothing_around_it_is_dropped(parse):
    text = "Divers said the valve was cut."
    parsed = parse(text)
    alone = tag(text, ("Divers", "said", "the valve was cut"), nested=True)
    assert merge_tagged(parsed, alone, [], frozenset()) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Smugglers blamed for harbour fire", "", "Smugglers"),
        ("The ferry, it is claimed, was sunk by its own crew.", "", "The ferry"),
        ("Word has it that the wardens opened the gates.", "", "that the wardens"),
        ("Engine failure, not a bomb, sank the tug – report", "report", "Engine failure"),
        ("The inquest left open the possibility that the child had been pushed.", "The inquest", "that the child"),
    ],
)
def test_who_speaks_where_the_words_stand_askew(read, text, source, content):
    found = read(text).attributions[0]
    assert (text[found.source[0].start : found.source[0].end] if found.source else "") == source
    assert text[found.content[0].start :].startswith(content)


def test_a_plea_of_not_guilty_denies(read):
    claim = next(c for c in read("The baker pleaded not guilty to poisoning the bread.").claims if "poison" in c.quote)
    assert claim.polarity.value == "deny"
