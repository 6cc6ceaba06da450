"""Small factories for the records that linking reads, as fixtures."""

from datetime import UTC, datetime

import pytest

from rashomon.model.claim import Claim, Proposition, Voice
from rashomon.model.document import Document
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot, Stance

MADE = Made(recipe="test@1")


@pytest.fixture(scope="session")
def make_document():
    return _make_document


@pytest.fixture(scope="session")
def make_claim():
    return _make_claim


def _make_document(name, text, *, publisher="", at=None, **fields):
    """`at` is (day, hour) of May 2031, a datetime, or None."""
    when = datetime(2031, 5, *at, tzinfo=UTC) if isinstance(at, tuple) else at
    return Document(
        id=name, input_id=name, text=text, raw_sha256="", made=MADE, publisher=publisher, published_at=when, **fields
    )


def _make_claim(document, quote, *voices, slot=Slot.RESPONSIBLE, value="", **fields):
    start = document.text.index(quote)
    chain = tuple(Voice(name=voice) for voice in (document.publisher or document.input_id, *voices))
    given = {
        "polarity": Polarity.ASSERT,
        "certainty": Certainty.CERTAIN,
        "stance": Stance.REPORTS,
        "modality": Modality.ASSERTION,
    }
    proposition = {name: fields.pop(name) for name in ("unit", "low", "high") if name in fields}
    return Claim(
        id=f"{document.id}:{start}:{'/'.join(voices)}",
        document_id=document.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        context_start=0,
        context_end=len(document.text),
        proposition=Proposition(slot=slot, value=value, **proposition),
        chain=chain,
        mentions=(),
        order=start,
        made=MADE,
        **(given | fields),
    )
