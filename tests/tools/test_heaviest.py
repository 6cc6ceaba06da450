"""What weighs most and whether it was read: keys that change with the sentences, readings that give their reasons."""

import json

import pytest

from heaviest import END_TO_END, ON_GOLD, READINGS, Piece, Reading, list_heaviest, print_table, read_readings
from rashomon.model.analysis import HypothesisSet
from rashomon.model.claim import Claim, Proposition, Voice
from rashomon.model.provenance import Made
from rashomon.model.question import EvidenceLink, Hypothesis, Question
from rashomon.model.vocabulary import (
    Access,
    Certainty,
    Direction,
    EvidenceKind,
    Modality,
    Polarity,
    QuestionKind,
    Slot,
    Stance,
)

MADE = Made(recipe="test@1")
TEXTS = {"doc": "The Front did it. The Front had cause."}


def say(name, quote):
    start = TEXTS["doc"].index(quote)
    return Claim(
        id=name,
        document_id="doc",
        start=start,
        end=start + len(quote),
        quote=quote,
        context_start=start,
        context_end=start + len(quote),
        proposition=Proposition(slot=Slot.STATEMENT, value=quote),
        chain=(Voice(name="The Mail"),),
        polarity=Polarity.ASSERT,
        certainty=Certainty.CERTAIN,
        stance=Stance.REPORTS,
        modality=Modality.ASSERTION,
        mentions=(),
        order=start,
        made=MADE,
    )


def link(name, kind, **changes):
    values = {
        "id": f"evd {name}",
        "question_id": "q",
        "hypothesis_id": "front",
        "kind": kind,
        "direction": Direction.FOR,
        "certainty": Certainty.CERTAIN,
        "holder_id": f"src {name}",
        "holder": name,
        "origin_id": f"org {name}",
        "group_id": f"grp {name}",
        "why_group": "",
        "claim_ids": (name,),
        "access": Access.UNKNOWN,
        "relays": 0,
        "made": MADE,
    }
    return EvidenceLink(**(values | changes))


@pytest.fixture
def told():
    answers = [
        Hypothesis(id=one, question_id="q", label=one, residual=one == "else", made=MADE) for one in ("front", "else")
    ]
    return HypothesisSet(
        question=Question(id="q", text="Who did it?", kind=QuestionKind.WHO, event_id=None, made=MADE),
        hypotheses=tuple(answers),
        bearings=(),
        evidence=(
            link("motive", EvidenceKind.MOTIVE),
            link("finding", EvidenceKind.FINDING, access=Access.EXAMINED),
            link("shown", EvidenceKind.FINDING, weighed=False, claim_ids=("finding",)),
        ),
        facts=(),
        implications=(),
    )


CLAIMS = (say("finding", "The Front did it"), say("motive", "The Front had cause"))


def test_the_heaviest_come_first_with_their_sentences_and_what_weighs_nothing_is_left_out(told):
    pieces = list(list_heaviest("case", END_TO_END, told, CLAIMS, TEXTS, most=3))
    assert [piece.quotes for piece in pieces] == [("The Front did it",), ("The Front had cause",)]
    assert pieces[0].bits > pieces[1].bits > 0
    assert pieces[0].direction == "for"
    assert len(list(list_heaviest("case", END_TO_END, told, CLAIMS, TEXTS, most=1))) == 1


def piece(**changes):
    values = {
        "case": "almar",
        "way": ON_GOLD,
        "answer": "the Front",
        "direction": "for",
        "kind": "testimony",
        "holder": "a guard",
        "bits": 0.5,
        "quotes": ("They did it",),
        "contexts": ("They did it.",),
    }
    return Piece(**(values | changes))


def test_a_key_holds_while_the_weight_moves_and_changes_with_what_is_said():
    assert piece().key == piece(bits=2.0, holder="the guard", kind="finding").key
    others = [{"quotes": ("They did not",)}, {"direction": "against"}, {"answer": "the Guild"}, {"way": END_TO_END}]
    assert len({piece(**changes).key for changes in [{}, *others]}) == 5


def test_what_nobody_read_is_told_and_what_is_no_evidence_is_listed_with_why(capsys):
    read, none, new = piece(), piece(direction="against", bits=-0.4), piece(quotes=("New",), way=END_TO_END)
    print_table([read, none, new], {
        read.key: Reading(is_evidence=True, why=""), none.key: Reading(is_evidence=False, why="another event")
    })  # fmt: skip
    page = capsys.readouterr().out
    assert "| on gold claims | 2 | 1 (50%) | 1 | 0 |" in page
    assert "| end to end | 1 | 0 (0%) | 0 | 1 |" in page
    assert "- almar, on gold claims, -0.4 bits against its answer: another event" in page


@pytest.mark.parametrize("line", ["no json", "[]", '{"case": "a"}', '{"case": "a", "digest": "b", "evidence": false}'])
def test_a_line_that_is_no_reading_is_named(tmp_path, line):
    path = tmp_path / "heaviest.jsonl"
    path.write_text('{"case": "a", "digest": "0", "evidence": true}\n' + line, "utf-8")
    with pytest.raises(ValueError, match=r"heaviest\.jsonl, line 2"):
        read_readings(path)


def test_the_readings_that_are_kept_can_be_read_and_hold_no_sentences():
    assert len(read_readings(READINGS)) >= 100
    keys = {key for line in READINGS.read_text("utf-8").splitlines() for key in json.loads(line)}
    assert keys == {"case", "digest", "evidence", "why"}
