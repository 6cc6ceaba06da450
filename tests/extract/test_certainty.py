"""Polarity, certainty, stance and modality."""

import pytest

from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Lund said the valve failed.", "assert", "certain"),
        ("Experts believe the valve failed.", "assert", "probable"),
        ("Experts believe the valve may have failed.", "assert", "possible"),
        ("Lund said the valve most likely failed.", "assert", "probable"),
        ("Lund said the crew had almost certainly died.", "assert", "probable"),
        ("Lund suggested that the valve failed.", "assert", "possible"),
        ("Lund said it was possible that the valve failed.", "assert", "possible"),
        ("Investigators did not rule out sabotage.", "assert", "possible"),
        ("Investigators ruled out sabotage.", "deny", "certain"),
        ("Lund denied that the valve failed.", "deny", "certain"),
        ("Lund rejects every tale that the valve failed.", "deny", "certain"),
        ("Analysts thought it unlikely that the valve failed.", "deny", "unlikely"),
        ("The board called it highly improbable that the valve failed.", "deny", "unlikely"),
        ("“No comment,” Lund said.", "assert", "none"),
        ("Lund did not deny that the valve failed.", "assert", "possible"),
        ("Lund doubts that the valve failed.", "deny", "unlikely"),
        ("Lund no longer believes that the valve failed.", "deny", "unlikely"),
        ("The readings do not indicate that the valve failed.", "deny", "unlikely"),
        ("The report does not suggest that the valve failed.", "deny", "unlikely"),
        ("Lund saw nothing to suggest that the valve failed.", "deny", "unlikely"),
        ("Lund does not believe that the valve failed.", "deny", "unlikely"),
        ("Lund said it was unlikely that the valve had failed.", "deny", "unlikely"),
        ("Police said it was not clear whether the valve failed.", "assert", "none"),
        ("Police said it was too early to say whether the valve failed.", "assert", "none"),
        ("Police declined to say whether the valve failed.", "assert", "none"),
        ("Lund asked whether the valve failed.", "assert", "none"),
        ("The minister said he did not know who fired.", "assert", "none"),
        ("No group has claimed responsibility for the blast.", "assert", "none"),
    ],
)
def test_what_the_holder_expresses(find, text, polarity, certainty):
    outer = find(text)[0]
    assert (outer.polarity, outer.certainty) == (Polarity(polarity), Certainty(certainty))


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Norland accused Vestia of sinking the ferry.", Modality.ACCUSATION),
        ("Vestia denied that it sank the ferry.", Modality.DENIAL),
        ("Vestia admitted that it sank the ferry.", Modality.ADMISSION),
        ("The Red Dawn group claimed responsibility for the attack.", Modality.CLAIM_OF_RESPONSIBILITY),
        ("The inquiry concluded that the valve failed.", Modality.FINDING),
        ("Lund thinks the valve failed.", Modality.OPINION),
        ("Lund wondered whether the valve failed.", Modality.QUESTION),
        ("If the prosecutors can prove that he lied, he will be charged.", Modality.CONDITIONAL),
        ("Lund said the valve failed.", Modality.ASSERTION),
    ],
)
def test_the_cue_tells_the_kind_of_speech_act(find, text, modality):
    assert find(text)[0].modality is modality


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Lund said the tower was empty.", Stance.REPORTS),
        ("Lund claimed that the tower was empty.", Stance.DISTANCES),
        ("Lund wrongly said that the tower was empty.", Stance.DISTANCES),
        ("The inquiry confirmed that the tower was empty.", Stance.ENDORSES),
        ("The inquiry did not confirm that the tower was empty.", Stance.REPORTS),
    ],
)
def test_the_relays_stance_shows_in_the_cue(find, text, stance):
    assert find(text)[0].stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "A third theory, noted by Iris Holm at the Courier, albeit not endorsed, is that the crew did it.",
        "A third explanation, put forward by Iris Holm but not shared by the police, is that the crew did it.",
    ],
)
def test_a_theory_noted_but_not_endorsed_is_a_mention(find, text):
    (mention,) = find(text)
    assert "Iris Holm" in mention.source_name
    assert (mention.polarity, mention.certainty) == (Polarity.ASSERT, Certainty.NONE)
    assert mention.stance is Stance.DISTANCES


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The paper cited, with no comment whatever, the rumour that the prefect had paid them.", "the prefect had"),
        ("There is a view, on which I express no opinion, that the army let it burn, Lady Moor said.", "army let it"),
        ("Captain Vey, asked for causes, listed a spark, a cigarette, or arson.", "arson"),
    ],
)
def test_nobody_vouches(read, text, words):
    claim = next(c for c in read(text).claims if words in c.quote)
    assert claim.certainty.value in ("none", "possible")


@pytest.mark.parametrize(
    "text",
    [
        "Not one shell of ours fell on the camp, the general said.",
        "There is no evidence that a shell of ours fell on the camp, the inspectors found.",
        "The lawyers called it false that a shell of theirs fell on the camp.",
    ],
)
def test_denials_without_a_verb_of_denial(read, text):
    claim = next(c for c in read(text).claims if "fell on the camp" in c.quote)
    assert claim.polarity.value == "deny"
