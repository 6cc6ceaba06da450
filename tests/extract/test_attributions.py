"""Laws that hold for any text, and the measured floor on annotated news where it is present."""

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rashomon.extract.attributions import find_attributions

WORDS = [
    *"said that the minister it denied accused of according to believe bomb was he reportedly whether may not".split(),
    *"claim Lund's : , ; — . ? ( Reuters ) \" “ ” ' 😀 \n\n".split(" "),
]
POLNEAR = Path(__file__).parents[2].parent / "shared" / "data" / "polnear" / "dev.jsonl"


def spans_of(attribution):
    return [*attribution.source, *attribution.cue, *attribution.content]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
@example("“" * 50)
@example("he said " * 80)
@example("no punctuation at all just the minister said they believe it was so " * 10)
@example("\ud800 said \x00 that it was.")
def test_any_text_gives_exact_spans_and_a_tree(parse, text):
    found = find_attributions(parse(text), document_id="doc_1")
    ids = [a.id for a in found]
    assert len(set(ids)) == len(ids)
    for attribution in found:
        assert attribution.content
        assert all(0 <= s.start < s.end <= len(text) for s in spans_of(attribution))
        assert attribution.parent_id is None or (
            attribution.parent_id in ids and attribution.parent_id != attribution.id
        )
        for role in (attribution.source, attribution.cue, attribution.content):
            assert all(a.end <= b.start for a, b in pairwise(role))


def test_the_same_text_gives_the_same_records(parse):
    text = "Lund said that Ines Marr believes the dam was mined. “It was,” she said."
    assert find_attributions(parse(text)) == find_attributions(parse(text))


def test_offsets_survive_leading_blanks_and_emoji(find):
    text = "\n\n  😀😀 Lund said the dam broke.\r\n"
    (found,) = find(text)
    assert [text[s.start : s.end] for s in found.content] == ["the dam broke"]


@pytest.mark.skipif(not POLNEAR.exists(), reason=f"{POLNEAR} is not here")
def test_most_attributions_in_news_are_found_with_their_content(parse):
    articles = [json.loads(line) for line in POLNEAR.read_text("utf8").splitlines()]
    gold = matched = predicted = 0
    for article in random.Random(7).sample(articles, 25):
        found = [characters(a.content) for a in find_attributions(parse(article["text"]))]
        wanted = [{i for s, e in a["content"] for i in range(s, e)} for a in article["attributions"]]
        gold, predicted = gold + len(wanted), predicted + len(found)
        matched += sum(any(2 * len(w & f) >= len(w | f) for f in found) for w in wanted)
    assert 2 * matched / (gold + predicted) > 0.6


def characters(spans):
    return {i for s in spans for i in range(s.start, s.end)}
