"""Token indexes to spans."""

from rashomon.extract.spans import to_spans


def words(parsed, spans):
    return [parsed.text[s.start : s.end] for s in spans]


def test_a_comma_between_two_runs_is_bridged_and_edges_are_trimmed(parse):
    parsed = parse("Two ships, three boats, sank.")
    assert words(parsed, to_spans(parsed, {0, 1, 3, 4, 5})) == ["Two ships, three boats"]


def test_a_barred_token_keeps_two_runs_apart(parse):
    parsed = parse("Two ships, three boats sank.")
    assert words(parsed, to_spans(parsed, {0, 1, 3, 4}, barred={2})) == ["Two ships", "three boats"]


def test_nothing_gives_nothing(parse):
    assert to_spans(parse("Two ships sank."), set()) == ()
