"""Voices between the author and the holder: cited ones inside, media outside."""

import pytest


@pytest.fixture
def chain_over(read):
    """The voices of the claim that holds some words, the publisher aside."""

    def chain_over(text, words):
        at = text.index(words)
        claims = [c for c in read(text).claims if c.start <= at < c.end]
        best = min(claims, key=lambda claim: claim.end - claim.start)
        return [voice.name for voice in best.chain[1:]]

    return chain_over


def test_whoever_is_cited_stands_inside_the_one_who_cites(chain_over):
    text = "The Ledger reported, citing two coast guard officers, that smugglers had sunk the launch."
    assert chain_over(text, "smugglers had sunk") == ["Ledger", "two coast guard officers"]


def test_a_cited_voice_in_a_relative_clause(chain_over):
    text = "According to the Harbour Post, which quoted a union leader, the owners had locked the gates."
    assert chain_over(text, "the owners had locked") == ["Harbour Post", "union leader"]


def test_quoted_as_saying_makes_two_voices(chain_over):
    text = "The agency quoted the minister as saying that rebels had burnt the depot."
    assert chain_over(text, "rebels had burnt") == ["agency", "minister"]


def test_a_medium_that_is_told_relays(chain_over):
    text = "The fire chief told the Morning Herald that the boiler had never been inspected."
    assert chain_over(text, "the boiler had never") == ["Morning Herald", "fire chief"]


def test_a_court_or_a_crowd_that_is_told_does_not_relay(chain_over):
    text = "The fire chief told the court that the boiler had never been inspected."
    assert chain_over(text, "the boiler had never") == ["fire chief"]


@pytest.mark.parametrize(
    "text",
    [
        "In remarks aired by state television, General Osei said his gunners had shot down the helicopter.",
        "General Osei said his gunners had shot down the helicopter, in remarks carried by state television.",
    ],
)
def test_who_carries_the_words_is_a_relay(chain_over, text):
    assert chain_over(text, "his gunners had shot") == ["state television", "General Osei"]


def test_a_citation_of_a_thing_is_no_voice(chain_over):
    text = "The mayor closed the bridge, citing a lack of light, and said it would reopen on Monday."
    assert chain_over(text, "it would reopen") == ["mayor"]


def test_voices_cannot_stand_inside_each_other_in_a_circle(read):
    text = "Citing the Ledger, the Post said that the Ledger, citing the Post, had blamed saboteurs for the fire."
    found = {a.id: a.parent_id for a in read(text).attributions}
    for start in found:
        seen, at = [], start
        while at is not None:
            assert at not in seen
            seen.append(at)
            at = found[at]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Radio Lomé said, citing a priest, that the mill had burned for two days.", ["Radio Lomé", "priest"]),
        ("The wire wrote, citing an unsigned email, that the mill had burned.", ["wire", "unsigned email"]),
        ("The union said that the mill, citing safety concerns, had stopped for two days.", ["union"]),
        ("The union said that the mill, citing a shortage of coal, had burned wood.", ["union"]),
    ],
)
def test_reasons_are_cited_but_do_not_speak(chain_over, text, chain):
    assert chain_over(text, "had") == chain


@pytest.mark.parametrize(
    ("hearer", "carries"),
    [("Yle", True), ("the newspaper", True), ("RTBL", True), ("the FBI", False), ("parliament", False), ("him", False)],
)
def test_what_is_told_carries_the_words_where_it_is_a_medium(chain_over, hearer, carries):
    chain = chain_over(f"A neighbour told {hearer} that the shed had been locked.", "the shed")
    assert (len(chain), chain[-1]) == (2 if carries else 1, "neighbour")


def test_who_quotes_a_denial_relays_a_denial(read):
    text = "The station quoted the harbour pilot as denying that smugglers had sunk the launch."
    claims = [c for c in read(text).claims if "smugglers" in c.quote]
    assert {str(c.polarity) for c in claims} == {"deny"}


def test_who_is_quoted_by_another_is_the_one_who_speaks(chain_over):
    text = "The governor was quoted by the Pars News Agency as saying that the guards had been shot."
    assert chain_over(text, "the guards had been shot") == ["Pars News Agency", "governor"]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("A cleric said in a sermon aired on provincial radio that the men had left.", "provincial radio"),
        ("The owners confirmed to Al Marsa that the men had left.", "Al Marsa"),
        ("The colonel swore on local radio that the men had left.", "local radio"),
        ("A resident told Der Kurier that the men had left.", "Der Kurier"),
    ],
)
def test_words_reach_the_reader_through_a_medium(chain_over, text, medium):
    assert chain_over(text, "the men had left")[0] == medium


@pytest.mark.parametrize(
    ("text", "words", "chain"),
    [
        (
            "A dispatch from the Coast Bureau, based on three deckhands, says the anchor had been cut loose.",
            "the anchor had been",
            ["dispatch from the Coast Bureau", "three deckhands"],
        ),
        (
            "The Valley Post wrote, on the authority of a retired surveyor, that the tunnel had been flooded.",
            "the tunnel had been",
            ["Valley Post", "retired surveyor"],
        ),
        (
            "State radio relayed the coast guard's denial that its cutter had rammed the ferry.",
            "its cutter had rammed",
            ["State radio", "coast guard"],
        ),
        (
            "Harbour Television carried a statement by the Free Dockers in which the group said it had burnt it.",
            "it had burnt",
            ["Harbour Television", "Free Dockers"],
        ),
        (
            "Vera Holm recalled her brother telling her that the guards had been asleep.",
            "the guards had been",
            ["Vera Holm", "Vera Holm's brother"],
        ),
        (
            "The Ledger said the arrested driver had confessed to cutting the brake line.",
            "cutting the brake",
            ["Ledger", "arrested driver"],
        ),
        (
            "According to the Ledger, a police officer refused to exclude the involvement of smugglers.",
            "the involvement",
            ["Ledger", "police officer"],
        ),
    ],
)
def test_a_voice_behind_another(chain_over, text, words, chain):
    assert chain_over(text, words) == chain


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said he had acted on the authority of the council.",
        "The mayor said the forecast, based on old polls, had been wrong.",
    ],
)
def test_what_somebody_acts_on_is_no_voice(chain_over, text):
    assert chain_over(text, "had") == ["mayor"]
