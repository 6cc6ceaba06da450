"""Implications: consequences bound to the explanation they hang on."""

import pytest

from rashomon.hypothesize.implications import find_implications
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import Certainty, Polarity, Slot


@pytest.fixture
def read(make_document, make_claim, make_reading):
    """Implications of a document's sentences; `bears` is {sentence number: (hypothesis, weighed)}."""

    def read(*sentences, bears, **changes):
        document = make_document("gazette", *sentences)
        claims = [make_claim(document, sentence.rstrip("."), **changes) for sentence in sentences]
        bearings = [
            ClaimBearing(
                id=f"brg {number}", claim_id=claims[number].id, hypothesis_id=hypothesis, polarity=Polarity.ASSERT,
                certainty=Certainty.CERTAIN, weighed=weighed, made=Made(recipe="test@1"),
            )
            for number, (hypothesis, weighed) in bears.items()
        ]  # fmt: skip
        found = find_implications(make_reading([document], claims), bearings)
        assert all(document.text[i.start : i.end] == i.then for i in found)
        return [(i.hypothesis_id, i.then) for i in found]

    return read


@pytest.mark.parametrize(
    "consequence",
    [
        "That would mean a longer strike.",
        "If true, the harbour may close.",
        "If the miners did it, the owners would win.",
        "This could also lead to new elections.",
    ],
)
def test_consequence_hangs_on_the_explanation_spoken_of_before_it(read, consequence):
    assert read("The miners did it.", consequence, bears={0: ("miners", True)}) == [("miners", consequence)]


def test_consequence_hangs_on_the_last_of_two_explanations(read):
    then = "That would mean a longer strike."
    sentences = ("The miners did it.", "Or the owners did.", then)
    assert read(*sentences, bears={0: ("miners", True), 1: ("owners", True)}) == [("owners", then)]


def test_consequence_that_names_its_explanation_hangs_on_it(read):
    then = "If the owners did it, they would lose."
    sentences = ("The miners did it.", then)
    assert read(*sentences, bears={0: ("miners", True), 1: ("owners", True)}) == [("owners", then)]


def test_consequence_does_not_hang_on_a_guessed_tie(read):
    then = "That would mean a longer strike."
    sentences = ("The miners did it.", "The owners were away.", then)
    assert read(*sentences, bears={0: ("miners", True), 1: ("owners", False)}) == [("miners", then)]


def test_consequence_of_nothing_hangs_on_nothing(read):
    assert read("That would mean a longer strike.", bears={}) == []


def test_plain_sentence_is_no_consequence(read):
    assert read("The miners did it.", "The harbour is closed.", bears={0: ("miners", True)}) == []


def test_bare_number_has_no_consequence(read):
    changes = {"slot": Slot.COUNT, "value": "3"}
    assert read("The miners did it.", "That would mean 3 boats.", bears={0: ("miners", True)}, **changes) == []


def test_consequence_is_bound_within_its_own_document(make_document, make_claim, make_reading):
    documents = [make_document("a", "The miners did it."), make_document("b", "That would mean a longer strike.")]
    claims = [make_claim(document, document.text.rstrip(".")) for document in documents]
    bearing = ClaimBearing(
        id="brg", claim_id=claims[0].id, hypothesis_id="miners", polarity=Polarity.ASSERT,
        certainty=Certainty.CERTAIN, made=Made(recipe="test@1"),
    )  # fmt: skip
    assert find_implications(make_reading(documents, claims), [bearing]) == ()


def test_sentence_of_two_claims_has_one_consequence(make_document, make_claim, make_reading):
    document = make_document("a", "That would mean a strike and an inquiry.")
    claims = [make_claim(document, quote) for quote in ("That would mean a strike", "an inquiry")]
    bearing = ClaimBearing(
        id="brg", claim_id=claims[0].id, hypothesis_id="miners", polarity=Polarity.ASSERT,
        certainty=Certainty.CERTAIN, made=Made(recipe="test@1"),
    )  # fmt: skip
    assert len(find_implications(make_reading([document], claims), [bearing])) == 1
