"""How answers stand to each other: by the register of bodies, and by what the reports' sentences say."""

import pytest

from rashomon.hypothesize.drafts import Draft
from rashomon.hypothesize.relating import relate_hypotheses
from rashomon.model.vocabulary import HypothesisRelationKind

EXCLUSIVE, OVERLAPS, SUBSUMES = HypothesisRelationKind


@pytest.fixture
def relate(make_document, make_claim, make_reading):
    """The relation of two answers (label, camp) in the light of one sentence, as (kind, from label)."""

    def relate(sentence, *answers):
        document = make_document("gazette", sentence)
        drafts = [Draft(id=label, label=label, names=(label,), camp=camp) for label, camp in answers]
        claim = make_claim(document, sentence.rstrip("."))
        (relation,) = relate_hypotheses(make_reading([document], [claim]), drafts, {})
        assert relation.why
        return relation.kind, relation.from_id

    return relate


NORWAY, HERON = ("Norway", "Norway"), ("Red Heron", "Red Heron")


def test_answers_exclude_each_other_by_default(relate):
    assert relate("Norway and Red Heron are named.", NORWAY, HERON)[0] is EXCLUSIVE


def test_a_state_stands_above_its_bodies(relate):
    assert relate("It was so.", ("MI6", "United Kingdom"), ("United Kingdom", "United Kingdom")) == (
        SUBSUMES,
        "United Kingdom",
    )


@pytest.mark.parametrize(
    ("sentence", "kind", "from_id"),
    [
        ("Red Heron, a unit of Norway, was there.", SUBSUMES, "Norway"),
        ("Norway's intelligence service Red Heron did it.", SUBSUMES, "Norway"),
        ("Red Heron was armed by Norway.", OVERLAPS, "Norway"),
        ("It was Red Heron with a Norway-made missile.", OVERLAPS, "Norway"),
        ("Norway-backed Red Heron did it.", OVERLAPS, "Norway"),
        ("Red Heron is not a unit of Norway.", EXCLUSIVE, "Norway"),
    ],
)
def test_sentences_tell_how_answers_stand(relate, sentence, kind, from_id):
    assert relate(sentence, NORWAY, HERON) == (kind, from_id)


def test_how_and_who_go_together(relate):
    assert relate("It was so.", ("A bomb", ""), HERON)[0] is OVERLAPS
