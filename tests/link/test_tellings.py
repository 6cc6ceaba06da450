import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.tellings import compare_tellings, days_between, measure_rarity, outline_document
from rashomon.model.lineage import SharedPassage

WORDS = "The baker Orla Finch sold 48 loaves at Harl market. Rain fell on Tuesday! Nobody drowned, police said".split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@given(one=TEXTS, two=TEXTS, third=TEXTS)
def test_all_parts_of_a_telling_lie_between_nothing_and_everything(make_document, one, two, third):
    outlines = [outline_document(make_document(f"d{n}", text)) for n, text in enumerate((one, two, third))]
    telling = compare_tellings(outlines[1], outlines[0], measure_rarity(outlines))
    for part in (telling.share, telling.back, telling.names, telling.new, telling.order, telling.likeness):
        assert -1e-9 <= part <= 1 + 1e-9


@given(one=TEXTS, two=TEXTS)
def test_likeness_is_the_same_both_ways(make_document, one, two):
    first, second = (outline_document(make_document(f"d{n}", text)) for n, text in enumerate((one, two)))
    rarity = measure_rarity([first, second])
    there, back = compare_tellings(second, first, rarity), compare_tellings(first, second, rarity)
    assert there.likeness == pytest.approx(back.likeness)


def test_synonyms_in_the_same_order_are_a_telling_and_a_new_name_is_new(make_document):
    first = outline_document(make_document("a", "Police found a bomb. A lawyer denied it. Ten soldiers died."))
    again = outline_document(
        make_document("b", "Officers discovered an explosive. An attorney rejected it. Ten troops fell.")
    )
    other = outline_document(make_document("c", "Officers discovered an explosive. Nadia Brook rejected it."))
    rarity = measure_rarity([first, again, other])
    assert compare_tellings(again, first, rarity).order == 1
    assert compare_tellings(again, first, rarity).new == 0
    assert compare_tellings(other, first, rarity).new > 0.2


def test_what_is_retold_soon_is_likelier_retold_than_what_comes_late_or_is_new(make_document):
    text = "Orla Finch sold 48 loaves at Harl market. Rain fell on Tuesday."
    first = outline_document(make_document("a", text, at=(3, 8)))
    soon = outline_document(make_document("b", text, at=(3, 20)))
    late = outline_document(make_document("c", text, at=(9, 8)))
    fresh = outline_document(make_document("d", text + " Gus Tarn wept in Bolm.", at=(3, 20)))
    rarity = measure_rarity([first, soon, late, fresh])
    weights = [compare_tellings(one, first, rarity).weigh_retelling(cited=False) for one in (soon, late, fresh)]
    assert weights[0] > weights[1]
    assert weights[0] > weights[2]
    assert compare_tellings(soon, first, rarity).weigh_retelling(cited=True) > weights[0]


def test_passages_taken_word_for_word_are_left_out_of_an_outline(make_document):
    document = make_document("a", "Orla Finch sold bread. We regret every inconvenience caused. Rain fell.")
    start = document.text.index("We regret")
    passage = SharedPassage(start=start, end=document.text.index(" Rain"), first_seen="x", at=0)
    bare = outline_document(make_document("b", "Orla Finch sold bread. Rain fell."))
    assert outline_document(document, (passage,)).features == bare.features


def test_days_between_reports_are_signed_and_one_where_a_time_is_missing(make_document):
    early, late, undated = make_document("a", "", at=(3, 0)), make_document("b", "", at=(4, 12)), make_document("c", "")
    assert days_between(early, late) == 1.5
    assert days_between(late, early) == -1.5
    assert days_between(early, undated) == 1


def test_a_very_long_text_is_compared_in_bounded_time(make_document):
    long = " ".join(f"Word{n % 5000} fell." for n in range(15_000))
    outlines = [outline_document(make_document(name, long)) for name in "ab"]
    assert compare_tellings(outlines[1], outlines[0], measure_rarity(outlines)).share == pytest.approx(1)
