from rashomon.link.linking import link_reports
from rashomon.model.vocabulary import DependenceKind

QUESTION = "Who blew up the Severin bridge?"


def tie(make_document, claims_of, **publishers):
    documents = [
        make_document(name, text, publisher=publisher, at=(1 + n, 8))
        for n, (name, (publisher, text)) in enumerate(publishers.items())
    ]
    linkage = link_reports(documents, claims_of({document.id: document for document in documents}), question=QUESTION)
    return {(one.kind, one.why) for one in linkage.dependences}, linkage


def test_one_holder_asked_twice_and_one_camp_repeating_a_belief_are_tied(make_document, make_claim):
    def claims(held):
        return [
            make_claim(held["a"], "Austria blew it up", "Hungarian officials", value="Austria"),
            make_claim(held["b"], "it was the Austrians", "Hungarian foreign ministry", value="the Austrians"),
        ]

    ties, linkage = tie(
        make_document,
        claims,
        a=("Quay Post", "Hungarian officials said that Austria blew it up. Trains stand still at Severin."),
        b=("Tide Times", "Ferries are full. To the Hungarian foreign ministry it was the Austrians, whoever looks."),
    )
    assert {kind for kind, _ in ties} == {DependenceKind.SAME_CAMP}
    (dependence,) = linkage.dependences
    assert len(linkage.origins) == 2
    assert "Hungary" in dependence.why
    assert len(dependence.claim_ids) == 2


def test_reports_that_rest_on_one_video_are_tied(make_document, make_claim):
    def claims(held):
        return [
            make_claim(held["a"], "a video by the angler Karl Moser shows a van", "an analyst", value="a van"),
            make_claim(
                held["b"], "the clip that Karl Moser, an angler, made shows a van", "a blogger", value="the van"
            ),
            make_claim(held["c"], "a video from the toll gate shows nobody", "the toll keeper", value="nobody"),
        ]

    _, linkage = tie(
        make_document,
        claims,
        a=("Quay Post", "To an analyst a video by the angler Karl Moser shows a van on the Severin bridge at four."),
        b=("Tide Times", "A blogger says the clip that Karl Moser, an angler, made shows a van on the bridge at dawn."),
        c=("Dock Daily", "The toll keeper says a video from the toll gate shows nobody all night, rain or shine."),
    )
    assert [one.kind for one in linkage.dependences] == [DependenceKind.SAME_ITEM]
    assert linkage.dependences[0].claim_ids[0].startswith("b")


def test_independent_voices_are_not_tied(make_document, make_claim):
    def claims(held):
        return [
            make_claim(held["a"], "Austria blew it up", "a fisherman", value="Austria"),
            make_claim(held["b"], "Austria did it", "an engineer", value="Austria"),
        ]

    ties, _ = tie(
        make_document,
        claims,
        a=("Quay Post", "A fisherman said that Austria blew it up. Trains stand still at Severin this week."),
        b=("Tide Times", "Austria did it, an engineer who measured the piers wrote. Ferries are full of commuters."),
    )
    assert ties == set()
