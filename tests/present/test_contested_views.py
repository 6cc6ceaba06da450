"""Contested questions, withdrawals and relations as every view shows them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.model.provenance import Made
from rashomon.model.question import HypothesisRelation, Question, Side, Withdrawal
from rashomon.model.vocabulary import HypothesisRelationKind, Polarity, QuestionAspect, QuestionKind
from rashomon.present.hypotheses_text import render_hypotheses, render_hypothesis
from rashomon.present.page import render_page
from rashomon.present.questions_text import render_question, render_questions
from rashomon.present.report_html import render_html
from rashomon.present.report_md import render_markdown
from rashomon.present.why import render_reasons

MADE = Made(recipe="test@1")
NASTY = "<b>x</b>\x1b[31m"


def make_question(value="8"):
    sides = (
        Side(value=value, holders=("a fireman",), origins=1, claim_ids=("clm_6",)),
        Side(value="25", holders=("a clerk",), origins=2, claim_ids=()),
    )
    return Question(
        id="qst_boats", text=f"How many boats burned? {NASTY}", kind=QuestionKind.COUNT, event_id=None, made=MADE,
        aspect=QuestionAspect.COUNT, unit="boats", sides=sides, disagreement=0.92,
    )  # fmt: skip


@pytest.fixture
def contested(analysis):
    """The case with a second question, a withdrawal and a relation."""
    hypotheses = list(analysis.hypothesis_set.hypotheses)
    withdrawal = Withdrawal(
        holder=f"Investigators {NASTY}", taken_back=Polarity.ASSERT, earlier_ids=("clm_1",), claim_ids=("clm_4",),
        at=datetime(2031, 4, 2, 9, tzinfo=UTC), why="withdrew",
    )  # fmt: skip
    hypotheses[1] = replace(hypotheses[1], withdrawals=(withdrawal,))
    relation = HypothesisRelation(
        id="rel_1", kind=HypothesisRelationKind.SUBSUMES, from_id="hyp_union", to_id="hyp_varda",
        why=f"a firm of it {NASTY}", made=MADE,
    )  # fmt: skip
    changed = replace(
        analysis.hypothesis_set,
        hypotheses=tuple(hypotheses),
        relations=(relation,),
        questions=(make_question(), analysis.hypothesis_set.question),
    )
    return replace(analysis, hypothesis_set=changed)


@pytest.mark.parametrize("render", [render_page, render_markdown, render_html])
def test_every_report_tells_what_else_is_contested_and_who_withdrew(contested, render):
    page = " ".join(render(contested).split())
    assert "Also contested" in page
    assert "How many boats burned?" in page
    assert "no longer holds the Varda Line" in page
    assert "is the wider answer, which holds" in page
    assert "\x1b" not in page


def test_nothing_from_outside_adds_markup_to_the_report(contested):
    assert "<b>x</b>" not in render_html(contested)
    assert "<b>x" not in render_markdown(contested)


def test_nothing_is_said_where_nothing_else_is_contested(analysis):
    for render in (render_page, render_markdown, render_html):
        assert "Also contested" not in render(analysis)


def test_lists_tell_sides_and_standing(contested):
    questions = (contested.hypothesis_set.question, *contested.hypothesis_set.questions[:1])
    page = render_questions(contested, questions, ())
    assert "→ Who set the harbour fire?" in page
    assert "contested: 8 (1 origin) or 25 (2 origins)" in page
    assert "a fireman" in render_question(make_question(), contested, ())
    listed = render_hypotheses(contested)
    assert "withdrawn: Investigators" in listed
    assert "proposed by the machine, held by nobody here" in listed
    shown = render_hypothesis(contested.hypothesis_set.hypotheses[1], contested)
    assert "Sentences (4 claims)" in shown


def test_the_walk_to_the_sentences_begins_at_any_question(contested):
    assert "a fireman" in render_reasons(contested, "qst_boats")
