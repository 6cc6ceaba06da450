from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim, Proposition, Voice
from rashomon.model.document import Document
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot, Stance
from rashomon.present.highlight import mark_claims

MADE = Made(recipe="hand@1")


def make_claim(number: int, start: int, end: int, text: str) -> Claim:
    return Claim(
        id=f"c{number}",
        document_id="d",
        start=start,
        end=end,
        quote=text[start:end],
        context_start=start,
        context_end=end,
        proposition=Proposition(slot=Slot.STATEMENT, value=""),
        chain=(Voice(name="x"),),
        polarity=Polarity.ASSERT,
        certainty=Certainty.CERTAIN,
        stance=Stance.REPORTS,
        modality=Modality.ASSERTION,
        mentions=(),
        order=number,
        made=MADE,
    )


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_pieces_join_to_the_text_and_claims_to_their_quotes(text: str, bounds: list[tuple[int, int]]) -> None:
    claims = [make_claim(n, start, end, text) for n, (start, end) in enumerate(bounds) if start < end <= len(text)]
    document = Document(id="d", input_id="d", text=text, raw_sha256="", made=MADE)
    pieces = mark_claims(document, claims)
    assert "".join(piece.text for piece in pieces) == text
    for claim in claims:
        assert "".join(piece.text for piece in pieces if claim.id in piece.claim_ids) == claim.quote
        assert sum(claim.id in piece.begins for piece in pieces) == 1


def test_claims_of_other_documents_are_not_marked(analysis: Analysis) -> None:
    document = replace(analysis.documents[0], id="doc_other")
    assert [piece.claim_ids for piece in mark_claims(document, analysis.claims)] == [()]
