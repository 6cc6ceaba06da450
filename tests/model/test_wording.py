from rashomon.model.vocabulary import Grade
from rashomon.model.wording import word_grade


def test_every_grade_has_its_words():
    assert [word_grade(grade) for grade in Grade] == [
        "completely reliable",
        "usually reliable",
        "fairly reliable",
        "not usually reliable",
        "unreliable",
        "reliability cannot be judged",
    ]


def test_no_grade_is_not_f():
    assert word_grade("") == "not graded"
