"""States that reports call by the name of one they came from or went into."""

from rashomon.hypothesize.successors import find_successors


def test_state_named_oftener_stands_for_both(make_document):
    document = make_document("gazette", "Soviet troops came.", "The Soviet envoy left.", "The Russians say nothing.")
    assert find_successors([document]) == {"Russia": "Soviet Union"}


def test_state_named_alone_keeps_its_name(make_document):
    assert find_successors([make_document("gazette", "The Soviet envoy met the Norwegian one.")]) == {}


def test_both_names_are_one_actor(make_document, make_deed, make_reading):
    document = make_document("gazette", "The Soviet navy did it.", "Moscow did it.")
    claims = [
        make_deed(document, "The Soviet navy did it", "A cook", actor="The Soviet navy"),
        make_deed(document, "Moscow did it", "A baker", actor="Moscow"),
    ]
    reading = make_reading([document], claims)
    one, other = (reading.actor_in(claim.proposition.value, claim) for claim in claims)
    assert one.same_as(other)
