from rashomon.link.origins import group_origins
from rashomon.model.lineage import CopyLink
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import CopyKind


def link(document_id, copy_of, kind=CopyKind.NEAR):
    return CopyLink(
        id=document_id,
        document_id=document_id,
        copy_of=copy_of,
        kind=kind,
        share=0.8,
        why="",
        passages=(),
        made=Made(recipe="test@1"),
    )


def test_a_copy_of_a_copy_belongs_to_the_first_origin(make_document):
    documents = [make_document(name, "text", publisher=name.upper(), at=(2, n)) for n, name in enumerate("abcd")]
    origins = group_origins(
        documents, [link("c", "b", CopyKind.REWRITE), link("b", "a"), link("d", "a", CopyKind.RELAY)]
    )
    assert [(origin.holder, origin.document_ids) for origin in origins] == [("A", ("a", "b", "c")), ("D", ("d",))]


def test_a_further_copy_does_not_rename_an_origin(make_document):
    documents = [make_document(name, "text", at=(2, n)) for n, name in enumerate("abc")]
    (small,) = group_origins(documents[:2], [link("b", "a")])
    (large,) = group_origins(documents, [link("b", "a"), link("c", "b")])
    assert small.id == large.id


def test_links_to_documents_that_are_not_there_are_ignored(make_document):
    assert len(group_origins([make_document("a", "text")], [link("a", "gone"), link("gone", "a")])) == 1
