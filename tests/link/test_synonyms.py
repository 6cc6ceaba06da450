from rashomon.link.features import read_features
from rashomon.link.synonyms import GROUPS

ROWS = [line.split() for line in GROUPS.strip().split("\n")]


def test_every_group_holds_at_least_two_different_plain_words():
    for words in ROWS:
        assert len(set(words)) >= 2, words
        assert all(word == word.casefold() for word in words), words


def test_no_two_groups_have_the_same_name():
    assert len({words[0] for words in ROWS}) == len(ROWS)


def test_most_words_are_ones_that_texts_are_compared_by():
    ignored = [word for words in ROWS for word in words if not read_features("a " + word)]
    assert len(ignored) <= 0.03 * sum(map(len, ROWS)), ignored
