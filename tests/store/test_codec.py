"""Laws of saving: what was taken apart and written comes back the same."""

import dataclasses
import types
import typing
from datetime import UTC, datetime
from enum import Enum

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.analysis import Analysis, Extraction
from rashomon.model.document import Document, Passage
from rashomon.model.errors import StoreError
from rashomon.model.event import Event
from rashomon.model.judgement import Alert, Judgement, Revision
from rashomon.model.provenance import Made
from rashomon.model.question import Question
from rashomon.model.vocabulary import EventRelation, QuestionAspect
from rashomon.store.codec import Contents, decode_record, encode_record, put_together, take_apart

LEAVES = {
    str: st.text(max_size=12),
    int: st.integers(-(2**40), 2**40),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
    datetime: st.datetimes(timezones=st.just(UTC)),
}


def records_of(kind):
    """A strategy for any record of the model, from its type hints."""
    if kind in LEAVES:
        return LEAVES[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if isinstance(kind, types.UnionType):
        return st.one_of(*map(records_of, typing.get_args(kind)))
    if typing.get_origin(kind) is tuple:
        return st.lists(st.deferred(lambda: records_of(typing.get_args(kind)[0])), max_size=2).map(tuple)
    assert dataclasses.is_dataclass(kind), kind
    return st.builds(kind, **{name: records_of(hint) for name, hint in typing.get_type_hints(kind).items()})


@pytest.mark.parametrize("kind", [Document, Passage, Extraction, Question, Judgement, Revision, Alert])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_record_is_read_as_it_was_written(kind, data):
    record = data.draw(records_of(kind))
    assert decode_record(encode_record(record), kind) == record


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(analysis=records_of(Analysis))
def test_an_analysis_is_put_together_as_it_was_taken_apart(analysis):
    contents, bodies = take_apart(analysis)
    contents = decode_record(encode_record(contents), Contents)
    documents = {document.id: document for document in analysis.documents}
    if len(documents) == len(analysis.documents):
        assert put_together(contents, analysis.judgement, documents=documents, bodies=bodies) == analysis


def test_what_two_analyses_share_has_the_same_digests(make_report, make_analysis):
    first, second = make_report("a.txt", "The ferry sank.")[0], make_report("b.txt", "It was a storm.")[0]
    _, before = take_apart(make_analysis(first))
    _, after = take_apart(make_analysis(first, second))
    assert before.items() <= after.items()


def test_bytes_that_hold_no_such_record_are_damage():
    for body in (b"", b"{", b"{}", b"[]", b"\xff"):
        with pytest.raises(StoreError, match="R-STORE-004"):
            decode_record(body, Question)


def test_a_missing_part_is_damage(make_report, make_analysis):
    analysis = make_analysis(make_report("a.txt", "The ferry sank.")[0])
    contents, bodies = take_apart(analysis)
    with pytest.raises(StoreError, match="R-STORE-004"):
        put_together(contents, analysis.judgement, documents={}, bodies=bodies)
    with pytest.raises(StoreError, match="R-STORE-004"):
        put_together(contents, analysis.judgement, documents={d.id: d for d in analysis.documents}, bodies={})


def test_an_analysis_kept_before_mentions_were_is_read_without_them(make_report, make_analysis):
    analysis = make_analysis(make_report("a.txt", "The ferry sank.")[0])
    contents, bodies = take_apart(analysis)
    older = {name: part for name, part in msgspec.to_builtins(contents).items() if name != "mentions"}
    read = decode_record(encode_record(older), Contents)
    documents = {document.id: document for document in analysis.documents}
    assert put_together(read, analysis.judgement, documents=documents, bodies=bodies) == analysis


def test_an_analysis_kept_before_questions_and_relations_were_there_is_read(make_report, make_analysis):
    document = make_report("a.txt", "Norland sank the ferry.")[0]
    analysis = make_analysis(document)
    contents, bodies = take_apart(analysis)
    told = msgspec.json.decode(encode_record(contents))
    for part in ("hypothesis_relations", "questions", "unmet"):
        del told[part]
    old = decode_record(msgspec.json.encode(told), Contents)
    read = put_together(old, analysis.judgement, documents={document.id: document}, bodies=bodies)
    assert (read.hypothesis_set.relations, read.hypothesis_set.questions, read.hypothesis_set.unmet) == ((), (), ())


def test_a_question_kept_without_its_aspect_is_an_open_one():
    body = b'{"id":"q","text":"Who?","kind":"who","event_id":null,"made":{"recipe":"r@1","inputs":[],"by":"machine"}}'
    question = decode_record(body, Question)
    assert (question.aspect, question.sides, question.is_contested) == (QuestionAspect.OPEN, (), False)


def test_an_event_kept_before_relations_were_has_the_relation_its_booleans_tell():
    event = Event(id="e", label="raid", type="raid", place="", focal=False, prior=True, made=Made(recipe="test@1"))
    older = msgspec.to_builtins(event)
    for name in ("relation", "precision", "participants", "document_ids"):
        del older[name]
    read = decode_record(encode_record(older), Event)
    assert read == event
    assert read.relation is EventRelation.PRIOR


def test_an_analysis_kept_before_event_links_were_is_read_without_them(make_report, make_analysis):
    analysis = make_analysis(make_report("a.txt", "The ferry sank.")[0])
    contents, bodies = take_apart(analysis)
    older = {name: part for name, part in msgspec.to_builtins(contents).items() if name != "event_links"}
    read = decode_record(encode_record(older), Contents)
    documents = {document.id: document for document in analysis.documents}
    kept = put_together(read, analysis.judgement, documents=documents, bodies=bodies)
    assert kept.linkage.event_links == ()
