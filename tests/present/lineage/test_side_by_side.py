from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.analysis import Analysis
from rashomon.model.document import Document
from rashomon.model.lineage import CopyLink, SharedPassage
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import CopyKind
from rashomon.present.side_by_side import (
    LONGEST,
    Comparison,
    Likeness,
    Look,
    Place,
    compare_copy,
    find_first_appearance,
    tidy,
)

MADE = Made(recipe="hand@1")


def documents(**texts: str) -> dict[str, Document]:
    return {
        key: Document(id=key, input_id=key, text=text, raw_sha256="0" * 64, made=MADE) for key, text in texts.items()
    }


def link(*passages: tuple[int, int, int]) -> CopyLink:
    shared = tuple(SharedPassage(start=s, end=e, first_seen="there", at=at) for s, e, at in passages)
    return CopyLink(
        id="c",
        document_id="here",
        copy_of="there",
        kind=CopyKind.NEAR,
        share=0.5,
        why="",
        passages=shared,
        made=MADE,
    )


def show(place: Place) -> str:
    """A place in one line: what differs in brackets, context in angles, marked words in stars."""
    frames = {Look.CHANGED: "[{}]", Look.CONTEXT: "<{}>", Look.SKIPPED: "{{{}}}", Look.MARKED: "*{}*"}
    return "".join(frames.get(run.look, "{}").format(run.text) for run in place.runs)


def compare(here: str, there: str, *passages: tuple[int, int, int], limit: int = 6) -> Comparison:
    return compare_copy(link(*passages), documents(here=here, there=there), limit=limit)


@pytest.fixture
def told_links(told: Analysis) -> dict[str, CopyLink]:
    return {copy.document_id: copy for copy in told.linkage.copies}


def test_exact_passage_stands_within_the_words_around_it() -> None:
    here, there = "So it was: the depot burned until noon. Rain fell.", "Almar. The depot burned until noon, then."
    start, at = here.index("the depot"), there.index("The depot")
    (pair,) = compare(here, there, (start, here.index(". Rain"), at)).pairs
    assert show(pair.here) == "<So it was: >the depot burned until noon<. Rain fell.>"
    assert show(pair.there) == "<Almar. >The depot burned until noon<, then.>"
    assert (pair.words, pair.only_here, pair.only_there) == (5, 0, 0)


def test_differing_words_are_told_apart_on_both_sides() -> None:
    here, there = "It blamed Kyiv for the fire at the depot", "It accused Kyiv for the fire at the depot"
    (pair,) = compare(here, there, (0, len(here), 0)).pairs
    assert show(pair.here) == "It [blamed] Kyiv for the fire at the depot"
    assert show(pair.there) == "It [accused] Kyiv for the fire at the depot"
    assert (pair.only_here, pair.only_there) == (1, 1)


def test_neighbouring_passages_are_one_with_a_change_in_it(told: Analysis, told_links: dict[str, CopyLink]) -> None:
    known = {document.id: document for document in told.documents}
    comparison = compare_copy(told_links["doc_gazette"], known, limit=6)
    changed = [run.text for pair in comparison.pairs for run in pair.here.runs if run.look is Look.CHANGED]
    struck = [run.text for pair in comparison.pairs for run in pair.there.runs if run.look is Look.CHANGED]
    assert "most likely" in changed
    assert "probably" in struck


def test_only_the_longest_passages_are_shown_in_reading_order() -> None:
    lines = [f"Line {n} " + "word " * n for n in range(10, 0, -1)]
    spaced = ("\n" + "~ " * 100 + "\n").join(lines)
    places = [(spaced.index(line), spaced.index(line) + len(line), spaced.index(line)) for line in lines]
    comparison = compare(spaced, spaced, *places, limit=3)
    assert [pair.here.start for pair in comparison.pairs] == [place[0] for place in places[:3]]
    assert comparison.shorter == 7


def test_middle_of_a_long_equal_run_is_left_out_and_said_so() -> None:
    text = " ".join(f"word{n}" for n in range(200))
    (pair,) = compare(text, text, (0, len(text), 0)).pairs
    assert "{ … 160 words, the same on both sides … }" in show(pair.here)
    assert show(pair.here) == show(pair.there)


def test_a_passage_without_end_is_cut() -> None:
    text = "fire " * 20_000
    (pair,) = compare(text, text, (0, len(text), 0)).pairs
    assert len(show(pair.here)) < LONGEST
    assert "and so on" in show(pair.here)
    assert pair.words == 20_000


def test_without_passages_the_sentences_that_tell_the_same(told: Analysis, told_links: dict[str, CopyLink]) -> None:
    known = {document.id: document for document in told.documents}
    comparison = compare_copy(told_links["doc_observer"], known, limit=6)
    assert {pair.likeness for pair in comparison.pairs} == {Likeness.MATTER}
    assert any("*Quill*" in show(pair.here) and "*Quill*" in show(pair.there) for pair in comparison.pairs)


def test_a_rewrite_that_shares_a_quotation_shows_what_it_tells_too(told: Analysis) -> None:
    quote = "“Nobody slept in this town, and nobody will,” the mayor said."
    wire, observer = told.documents[0], told.documents[3]
    here, there = f"{observer.text} {quote}", f"{wire.text} {quote}"
    passage = (here.index(quote), len(here), there.index(quote))
    rewrite = replace(link(passage), kind=CopyKind.REWRITE)
    pairs = compare_copy(rewrite, documents(here=here, there=there), limit=6).pairs
    assert [pair.likeness for pair in pairs] == [Likeness.MATTER, Likeness.MATTER, Likeness.WORDS]
    assert len(compare_copy(link(passage), documents(here=here, there=there), limit=6).pairs) == 1
    (longest,) = compare_copy(rewrite, documents(here=here, there=there), limit=1).pairs
    assert longest.likeness is Likeness.WORDS


def test_where_nothing_is_alike_the_beginnings_of_both() -> None:
    (pair,) = compare("Cats sleep a lot. They eat. They purr.", "Rain fell on Tern. It was cold. It was wet.").pairs
    assert pair.likeness is Likeness.OPENINGS
    assert (show(pair.here), show(pair.there)) == ("Cats sleep a lot. They eat.", "Rain fell on Tern. It was cold.")


def test_a_report_that_is_not_here_is_left_out() -> None:
    assert compare_copy(link((0, 4, 0)), documents(here="fire"), limit=6) == Comparison(pairs=())
    assert compare_copy(link((0, 4, 0)), documents(there="fire"), limit=6) == Comparison(pairs=())
    assert compare("fire", "fire", (0, 4, 0), limit=0) == Comparison(pairs=())


def test_words_of_a_copy_are_found_where_they_stood_first(told: Analysis, told_links: dict[str, CopyLink]) -> None:
    known = {document.id: document for document in told.documents}
    gazette = known["doc_gazette"].text
    start = gazette.index("set by a former clerk")
    place = find_first_appearance(told_links["doc_gazette"], known, start=start, end=start + 21)
    assert place is not None
    assert known[place[0]].text[place[1] : place[2]] == "set by a former clerk"
    assert find_first_appearance(told_links["doc_gazette"], known, start=0, end=len(gazette)) is None


def test_hostile_characters_are_made_visible() -> None:
    text = "fire \x1b[31m at \u202e the depot\x00 of Almar <b>"
    (pair,) = compare(text, text, (0, len(text), 0)).pairs
    assert not {"\x1b", "\u202e", "\x00"} & set(show(pair.here))
    assert "[U+202E]" in show(pair.here)


def test_empty_texts_give_nothing() -> None:
    assert compare("", "", (0, 0, 0)).pairs[0].words == 0
    assert compare("", "").pairs == ()


texts = st.text(alphabet="ab ,.\n’1", min_size=1, max_size=120)


@given(texts, texts, st.data())
def test_a_shown_passage_holds_its_place_to_the_letter(here: str, there: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(here) - 1))
    end = data.draw(st.integers(start + 1, len(here)))
    at = data.draw(st.integers(0, len(there) - 1))
    (pair,) = compare(here, there, (start, end, at)).pairs
    shown = "".join(run.text for run in pair.here.runs if run.look in (Look.SAME, Look.CHANGED))
    bare = "".join(shown.split())
    assert bare in "".join(tidy(here[start:end]).split())
    kept = [char for char in here[start:end] if char.isalnum()]
    assert [char for char in bare if char.isalnum()] == kept


@pytest.fixture
def many(copied_often: Callable[[int], Analysis]) -> Analysis:
    return copied_often(1)


def test_each_pair_says_where_both_sides_stand(many: Analysis) -> None:
    known = {document.id: document for document in many.documents}
    copy = replace(many.linkage.copies[0])
    for pair in compare_copy(copy, known, limit=6).pairs:
        first = known[pair.there.document.id].text[pair.there.start : pair.there.end]
        assert first.startswith("of barge")
        assert known[pair.here.document.id].text[pair.here.start : pair.here.end].startswith("of barge")
