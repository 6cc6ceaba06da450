"""Claims: one proposition said by one chain of voices, its quote equal to its slice."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.extract.attributions import find_attributions
from rashomon.extract.claims import make_claims
from rashomon.extract.voices import UNNAMED
from rashomon.model.document import Document
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, Slot, Stance

PAPER = "Harbour Gazette"


@pytest.fixture(scope="session")
def claim(parser):
    """The claims of a text in the paper, or in another one."""

    def claim(text, publisher=PAPER):
        document = Document(
            id="doc", input_id="report", text=text, raw_sha256="", made=Made(recipe="test@1"), publisher=publisher
        )
        parsed = parser.parse(text)
        return make_claims(document, parsed, find_attributions(parsed, document_id="doc"), recipe="test@1")

    return claim


@pytest.fixture
def deed(claim):
    """The only claim of a text that says who did it."""

    def deed(text, **paper):
        (found,) = [c for c in claim(text, **paper) if c.proposition.slot is Slot.RESPONSIBLE]
        return found

    return deed


def chain(claim):
    return [voice.name for voice in claim.chain]


def test_publisher_alone_says_the_authors_sentences(deed):
    found = deed("Smugglers blew up the bridge.")
    assert chain(found) == [PAPER] and found.attribution_id is None


def test_publisher_leads_the_chain_and_the_holder_ends_it(deed):
    assert chain(deed("The mayor said that smugglers blew up the bridge.")) == [PAPER, "mayor"]


def test_relays_stand_outermost_first(deed):
    found = deed("According to the Evening Courier, the mayor said that smugglers blew up the bridge.")
    assert chain(found) == [PAPER, "Evening Courier", "mayor"]


def test_document_without_a_publisher_is_named_by_its_input(deed):
    assert chain(deed("Smugglers blew up the bridge.", publisher="")) == ["report"]


def test_publisher_that_names_itself_is_one_voice(deed):
    assert chain(deed("The Harbour Gazette said that smugglers blew up the bridge.")) == [PAPER]


def test_publisher_with_an_article_that_names_itself_is_one_voice(deed):
    text = "The Harbour Gazette said that smugglers blew up the bridge."
    assert len(deed(text, publisher="The Harbour Gazette").chain) == 1


def test_source_that_names_nobody_is_unnamed(deed):
    assert chain(deed("It is believed that smugglers blew up the bridge.")) == [PAPER, UNNAMED]


def test_first_person_is_the_publisher(deed):
    found = deed("We blew up the bridge.")
    assert (found.proposition.value, found.modality) == (PAPER, Modality.CLAIM_OF_RESPONSIBILITY)


def test_first_person_of_a_quotation_is_its_speaker(deed):
    found = deed('"We blew up the bridge," the colonel said.')
    assert found.proposition.value == found.holder.name == "colonel"


def test_deed_names_actor_verb_and_object(deed):
    said = deed("The mayor said that smugglers blew up the bridge.").proposition
    assert (said.value, said.predicate, said.target) == ("smugglers", "blow", "bridge")


def test_mechanism_is_a_cause(claim):
    (found,) = claim("The explosion was caused by a gas leak.")
    assert (found.proposition.slot, found.proposition.value) == (Slot.CAUSE, "gas leak")


def test_sentence_without_a_deed_is_a_statement(claim):
    (found,) = claim("The harbour is calm.")
    assert (found.proposition.slot, found.proposition.value) == (Slot.STATEMENT, "The harbour is calm")


def test_number_is_a_claim_of_its_own(claim):
    found = claim("The mayor said at least eight boats were lost.")
    said = next(c.proposition for c in found if c.proposition.slot is Slot.COUNT)
    assert (said.value, said.unit, said.low, said.high) == ("at least eight boats", "boats", 8, None)


@pytest.mark.parametrize(
    "text",
    [
        "Did the four sailors know of it?",
        "The mayor denied that the four sailors knew of it.",
        "Why did they sink a boat on which four sailors slept?",
    ],
)
def test_number_taken_for_granted_is_asserted_whatever_is_asked_or_denied(claim, text):
    found = next(c for c in claim(text) if c.proposition.slot is Slot.COUNT)
    assert (found.polarity, found.certainty, found.modality) == (
        Polarity.ASSERT, Certainty.CERTAIN, Modality.ASSERTION,
    )  # fmt: skip


def test_number_that_is_asked_for_is_not_asserted(claim):
    found = next(c for c in claim("Did four sailors drown?") if c.proposition.slot is Slot.COUNT)
    assert found.modality is Modality.QUESTION


def test_denied_deed_is_denied(deed):
    found = deed("The mayor denied that smugglers blew up the bridge.")
    assert (found.polarity, found.modality) == (Polarity.DENY, Modality.DENIAL)


def test_negated_deed_is_denied(deed):
    assert deed("The mayor said that smugglers did not blow up the bridge.").polarity is Polarity.DENY


def test_denying_that_it_was_not_so_is_asserting_it(deed):
    assert deed("The mayor denied that smugglers did not blow up the bridge.").polarity is Polarity.ASSERT


def test_denying_a_part_in_it_denies_ones_own_guilt(deed):
    found = deed("The mayor denied any role in the explosion.")
    assert (found.proposition.value, found.polarity) == ("mayor", Polarity.DENY)


def test_assertion_about_another_is_an_accusation(deed):
    assert deed("The mayor said that smugglers blew up the bridge.").modality is Modality.ACCUSATION


def test_admission_stays_an_admission(deed):
    assert deed("The mayor admitted that his men blew up the bridge.").modality is Modality.ADMISSION


def test_claiming_responsibility_names_oneself(deed):
    found = deed("Red Heron claimed responsibility for the explosion.")
    assert (found.proposition.value, found.modality) == ("Red Heron", Modality.CLAIM_OF_RESPONSIBILITY)


def test_blaming_somebody_names_him(deed):
    assert deed("The mayor blamed smugglers for the blast.").proposition.value == "smugglers"


def test_source_that_begins_with_a_pointing_word_is_a_voice(deed):
    assert len(deed("These officials said that smugglers blew up the bridge.").chain) == 2


def test_effect_is_no_cause(claim):
    found = claim("The commission found that lightning caused the collapse.")
    assert [c.proposition.value for c in found if c.proposition.slot is Slot.CAUSE] == ["lightning"]


def test_question_of_the_author_commits_to_nothing(deed):
    found = deed("Did smugglers blow up the bridge?")
    assert (found.modality, found.certainty) == (Modality.QUESTION, Certainty.NONE)


def test_condition_of_the_author_is_conditional(deed):
    assert deed("If smugglers blew up the bridge, the mayor would leave.").modality is Modality.CONDITIONAL


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Smugglers blew up the bridge.", Certainty.CERTAIN),
        ("Smugglers probably blew up the bridge.", Certainty.PROBABLE),
        ("Smugglers may have blown up the bridge.", Certainty.POSSIBLE),
        ("The mayor said that smugglers may have blown up the bridge.", Certainty.POSSIBLE),
        ("It is believed that smugglers blew up the bridge.", Certainty.PROBABLE),
    ],
)
def test_weakest_hedge_of_cue_and_content_is_the_certainty(deed, text, certainty):
    assert deed(text).certainty is certainty


def test_author_endorses_what_he_says_himself(deed):
    assert deed("Smugglers blew up the bridge.").stance is Stance.ENDORSES


def test_pronoun_of_indirect_speech_is_the_holder(deed):
    assert deed("Brisa Ottoline said he did not blow up the bridge.").proposition.value == "Brisa Ottoline"


def test_pronoun_in_the_words_of_a_counsel_is_the_client(deed):
    found = deed("Counsel for Brisa Ottoline said he did not blow up the bridge.")
    assert found.proposition.value == "Brisa Ottoline"


def test_plural_pronoun_is_an_actor_of_its_sentence(deed):
    assert deed("Smugglers came at night and they blew up the bridge.").proposition.value == "Smugglers"


def test_pronoun_of_nobody_known_makes_no_deed(claim):
    (found,) = claim("They blew up the bridge.")
    assert found.proposition.slot is Slot.STATEMENT


def test_actor_is_marked_among_the_mentions(deed):
    found = deed("The bridge was blown up by smugglers.")
    assert {m.text for m in found.mentions if m.role is MentionRole.AGENT} == {"smugglers"}


def test_context_is_the_sentence(deed):
    text = "Rain fell. The mayor said that smugglers blew up the bridge. Night came."
    found = deed(text)
    assert text[found.context_start : found.context_end].strip() == "The mayor said that smugglers blew up the bridge."


def test_content_of_two_words_is_shown_with_its_voice_and_cue(claim):
    found = claim("The mayor strongly rejects any accusation.")
    assert [c.quote for c in found] == ["The mayor strongly rejects any accusation"]


def test_content_of_some_words_is_shown_with_its_cue(claim):
    found = claim("The mayor denied that the old guards had slept at the gate.")
    assert [c.quote for c in found] == ["denied that the old guards had slept at the gate"]


def test_clause_parted_by_words_of_speech_is_one_claim(claim):
    assert len(claim("The smugglers, the mayor said, blew up the bridge.")) == 1


def test_text_without_words_makes_no_claims(claim):
    assert claim("") == claim("... !!! \n\n") == ()


SENTENCES = st.sampled_from(
    [
        "The mayor said that smugglers blew up the bridge.",
        "“We did it,” said Brisa Ottoline, “and would again.”",
        "At least eight boats were lost, the coastguard said.",
        "Norway denied any role in the explosion.",
        "He told the Evening Courier that the colonel thinks it was an accident.",
        "According to divers, the charge — some 20 kilos — was laid by night.",
        "Who did it?",
        "If it was Peru, the mayor would know.",
        "Neither Norway nor Peru had anything to do with it 🌊.",
        "— no comment —",
        "\u201cNobody… knows",
        "A third theory: an insider.",
        "said said said",
    ]
)
GAPS = st.sampled_from([" ", "\n", "\n\n", "\u00a0", "  \t"])
TEXTS = st.lists(st.tuples(SENTENCES, GAPS), max_size=5).map(lambda parts: "".join(s + gap for s, gap in parts))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_quote_equals_its_slice_and_stands_in_its_context(claim, text):
    for found in claim(text):
        assert found.quote == text[found.start : found.end] != ""
        assert 0 <= found.context_start <= found.context_end <= len(text)
        assert all(text[m.start : m.end] == m.text for m in found.mentions)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_claims_are_numbered_in_order_have_unique_ids_and_begin_with_the_publisher(claim, text):
    found = claim(text)
    assert len({c.id for c in found}) == len(found)
    assert [c.order for c in found] == sorted({c.order for c in found})
    assert all(c.chain[0].name == PAPER for c in found)


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_same_text_makes_the_same_claims(claim, text):
    assert claim(text) == claim(text)


def test_capital_of_a_sentences_first_word_is_not_the_names(deed):
    claim = deed("Smugglers blew up the bridge.")
    assert claim.proposition.value == "smugglers"


def test_capital_of_a_name_at_the_beginning_of_a_sentence_stays(deed):
    claim = deed("Norway blew up the bridge.")
    assert claim.proposition.value == "Norway"


def test_owning_up_is_a_claim_of_responsibility(deed):
    assert deed("We blew up the bridge.", publisher="Red Heron").modality is Modality.CLAIM_OF_RESPONSIBILITY


def test_speaking_of_the_charge_is_not_owning_up(deed):
    claim = deed("To say that we did it is a slander.", publisher="Red Heron")
    assert claim.modality is not Modality.CLAIM_OF_RESPONSIBILITY


@pytest.mark.parametrize(
    ("text", "said", "denied"),
    [
        ("The police said it was arson, not an accident.", "arson", "accident"),
        ("Prosecutors attributed the raid to a gang, not a government.", "gang", "government"),
        ("Lund said the report shows a long abrasion, not a break.", "abrasion", None),
        ("The engineer said pirates and not his own crew had scuttled the ship.", "pirates", "his own crew"),
    ],
)
def test_a_contrast_denies_its_second_half_alone(claim, text, said, denied):
    claims = claim(text)
    asserted = [c.proposition.value for c in claims if c.polarity is Polarity.ASSERT]
    rejected = [c.proposition.value for c in claims if c.polarity is Polarity.DENY]
    assert any(said in value for value in asserted)
    assert rejected == ([denied] if denied else [])


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Two readers who maintain the type think it possible.", "assert"),
        ("Lund does not believe it.", "deny"),
    ],
)
def test_short_judgement_on_what_was_said_before_is_a_claim(read, text, polarity):
    assert [(c.quote, str(c.polarity)) for c in read(text).claims] == [(text.rstrip("."), polarity)]


def test_pointing_word_without_a_judgement_is_no_claim(read):
    assert read("The board knew that.").claims == ()
