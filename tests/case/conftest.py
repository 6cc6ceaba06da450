"""Three small reports of an invented event, and an extractor that needs no language model."""

import json
from dataclasses import dataclass, field

import pytest

from rashomon.case import Case
from rashomon.model.analysis import Extraction
from rashomon.model.claim import Claim, Mention, Proposition, Voice
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, Slot, Stance

QUESTION = "Who sank the ferry?"
LINES = (
    {"id": "r1", "publisher": "Quay Post", "published_at": "2031-03-01T08:00:00Z", "text": "Norland sank the ferry."},
    {"id": "r2", "publisher": "Tide Times", "published_at": "2031-03-02T08:00:00Z", "text": "Sudland sank the ferry."},
    {"id": "r3", "publisher": "Dock Daily", "text": "Norland sank the ferry, says nobody in particular."},
)


@dataclass
class FirstWordExtractor:
    """Takes the first word of a report for the culprit; keeps count of what it read, and fails when told to."""

    recipe: str = "first_word@1"
    fails_at: str = ""
    slot: Slot = Slot.RESPONSIBLE
    read: list[str] = field(default_factory=list)

    def extract(self, document, passages):
        if document.input_id == self.fails_at:
            raise RuntimeError("interrupted")
        self.read.append(document.input_id)
        passage = passages[0]
        actor = passage.text.split()[0]
        end = passage.start + len("Norland sank the ferry")
        claim = Claim(
            id=derive_id("clm", document.id),
            document_id=document.id,
            start=passage.start,
            end=end,
            quote=document.text[passage.start : end],
            context_start=passage.start,
            context_end=passage.end,
            proposition=Proposition(slot=self.slot, value=actor, predicate="sink", target="the ferry"),
            chain=(Voice(name=document.publisher),),
            polarity=Polarity.ASSERT,
            certainty=Certainty.CERTAIN,
            stance=Stance.ENDORSES,
            modality=Modality.ACCUSATION,
            mentions=(
                Mention(
                    text=actor,
                    label="GPE",
                    start=passage.start,
                    end=passage.start + len(actor),
                    role=MentionRole.AGENT,
                ),
            ),
            order=0,
            made=Made(recipe=self.recipe, inputs=(document.id,)),
        )
        return Extraction(document_id=document.id, attributions=(), claims=(claim,))


@pytest.fixture
def make_extractor():
    return FirstWordExtractor


@pytest.fixture
def lines():
    return LINES


@pytest.fixture
def write_reports(tmp_path):
    """Write reports as JSONL and return the path as the user would give it."""

    def write(*reports, name="reports.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(report) + "\n" for report in reports), "utf-8")
        return str(path)

    return write


@pytest.fixture(params=["file", "memory"])
def case(request, tmp_path, write_reports, lines, make_extractor):
    """A case of the three reports, judged, in a file and in memory."""
    made = Case.in_memory() if request.param == "memory" else Case.create(tmp_path / "ferry.rashomon")
    with made:
        made.ask(QUESTION)
        list(made.add([write_reports(*lines)]))
        made.analyze(extractor=make_extractor())
        yield made
