import random
import resource

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.link.copies import find_copies
from rashomon.link.copy_index import CopyIndex
from rashomon.link.origins import group_origins

CHANCE = random.Random(7)
VOCABULARY = ["".join(CHANCE.choices("abcdefghijklmnoprstuvw", k=CHANCE.randint(4, 9))) for _ in range(3000)]
STORIES = [[CHANCE.choice(VOCABULARY) for _ in range(110)] for _ in range(3)]
FOOTER = [CHANCE.choice(VOCABULARY) for _ in range(30)]
LONG_FOOTER = [CHANCE.choice(VOCABULARY) for _ in range(300)]


def edit(words, rate, seed):
    chance = random.Random(seed)
    return [chance.choice(VOCABULARY) if chance.random() < rate else word for word in words]


def make_feed(make_document, seed, size):
    """Reports of three stories: edited, cut, led anew, with and without a date, some with a footer, some twins."""
    chance = random.Random(seed)
    documents = []
    for number in range(size):
        story = STORIES[chance.randrange(len(STORIES))]
        words = edit(story, chance.choice((0, 0, 0.05, 0.2)), chance.random())
        if chance.random() < 0.3:
            words = words[: chance.randint(30, 100)]
        if chance.random() < 0.3:
            words = edit(story, 1, chance.random())[:40] + words
        if chance.random() < 0.4:
            words = words + FOOTER
        when = (chance.randint(1, 20), chance.randint(0, 23)) if chance.random() < 0.8 else None
        documents.append(make_document(f"d{number}", " ".join(words), at=when, publisher=f"outlet {number % 3}"))
    return documents


def trace(index, documents):
    return {document.id: index.find(document) for document in documents}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), data=st.data())
def test_reports_one_by_one_in_any_order_end_where_all_at_once_do(make_document, seed, data):
    documents = make_feed(make_document, seed, 30)
    at_once = CopyIndex()
    at_once.extend(documents)
    one_by_one = CopyIndex()
    order = data.draw(st.permutations(documents))
    for document in order:
        one_by_one.add(document)
    assert trace(one_by_one, documents) == trace(at_once, documents)
    assert one_by_one.trace() == at_once.trace()
    half = CopyIndex()
    half.extend(order[:15])
    half.extend(order[15:])
    assert trace(half, documents) == trace(at_once, documents)


def test_more_holders_than_are_kept_of_a_mark_still_end_alike(make_document):
    documents = make_feed(make_document, 3, 90)
    at_once = CopyIndex()
    at_once.extend(documents)
    late_first = CopyIndex()
    for document in reversed(documents):
        late_first.add(document)
    assert trace(late_first, documents) == trace(at_once, documents)


def test_a_report_in_time_order_is_told_its_source_at_once(make_document):
    index = CopyIndex()
    assert index.add(make_document("a", " ".join(STORIES[0]), at=(1, 1))) is None
    match = index.add(make_document("b", " ".join(edit(STORIES[0], 0.1, 1)), at=(1, 2)))
    assert match is not None
    assert match.source == "a"
    assert 0.6 < match.overlap.share < 0.95


def test_an_earlier_report_found_later_becomes_the_source_of_what_was_held(make_document):
    index = CopyIndex()
    copies = [make_document(f"c{n}", " ".join(edit(STORIES[1], 0.05, n)), at=(2, n)) for n in range(6)]
    for copy in copies:
        index.add(copy)
    first = make_document("first", " ".join(STORIES[1]), at=(1, 1))
    assert index.add(first) is None
    assert {match.source for match in trace(index, copies).values()} == {"first"}


def test_the_earliest_of_the_same_words_stands_for_all(make_document):
    text = " ".join(STORIES[2])
    late, early = make_document("late", text, at=(5, 1)), make_document("early", text.upper() + "!", at=(4, 1))
    index = CopyIndex()
    index.add(late)
    cut = make_document("cut", " ".join(STORIES[2][:60]), at=(6, 1))
    index.add(cut)
    index.add(early)
    assert index.find(late).source == index.find(cut).source == "early"
    assert index.find(early) is None


def test_a_footer_longer_than_the_stories_makes_no_copies(make_document):
    """Pages of one site that carry three hundred words of terms under eighty of news are no copies."""
    documents = [
        make_document(
            f"d{n}",
            " ".join(edit(STORIES[0], 1, n)[:80] + LONG_FOOTER),
            at=(2, n),
            publisher="The Site",
        )
        for n in range(12)
    ]
    assert find_copies(documents) == ()


def test_a_million_identical_reports_are_one_origin_in_bounded_memory(make_document):
    text = "Two blasts were heard near the northern gate of the port shortly after four, and smoke rose over the quay."
    index = CopyIndex()
    original = make_document("d0", text, at=(1, 0))
    index.add(original)
    copy = make_document("copy", text, at=(1, 1))
    for _ in range(1000):
        index.add(copy)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(1_000_000):
        # What is measured is the index: a new record for each report would take longer to make than to look up.
        index.add(copy if number % 100 else make_document(f"c{number}", text, at=(1, 1)))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 8_000  # kilobytes
    assert index.find(copy).source == "d0"
    assert index.trace() == {}


def test_ten_thousand_one_line_posts_are_linked_in_seconds(make_document):
    posts = [f"{' '.join(edit(STORIES[0][:9], 0.9, n))} now" for n in range(9_000)]
    posts += ["Explosions heard all over the city tonight, stay inside"] * 1_000
    documents = [make_document(f"p{n}", post, at=(1 + n % 20, n % 24)) for n, post in enumerate(posts)]
    origins = group_origins(documents, find_copies(documents))
    assert max(len(origin.document_ids) for origin in origins) == 1_000
    assert len(origins) >= 8_900
