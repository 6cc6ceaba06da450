import itertools
import json
import pathlib
import random
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link.copies import find_copies
from rashomon.link.fingerprints import fold_words
from rashomon.link.origins import group_origins
from rashomon.model.vocabulary import CopyKind

WIRE = (
    "PORT VELL (Kestrel Agency) - The ferry Lady Aurelia capsized within sight of the harbour wall on Thursday "
    "evening and at "
    "least nineteen passengers are missing, the coast guard said. Forty-one people were pulled from the water by "
    "fishing "
    "boats before a helicopter could reach the place.\n\n"
    "Survivors said the car deck doors had been open when the ship turned. The owner, Sundgren Lines, denied "
    "that and spoke "
    "of a sudden shift of cargo. A former chief engineer told the agency that the bow visor had been repaired "
    "with borrowed "
    "parts in the spring.\n\n"
    "The harbour master, Ines Quadra, said that the weather had been calm and that no collision had been "
    "recorded. Divers "
    "will begin to search the wreck, which lies in thirty metres of water, at first light on Friday."
)
OTHER = (
    "The Maritime Board sent four inspectors to Port Vell on Friday after the loss of the Lady Aurelia. They "
    "will ask why the "
    "vessel was allowed to sail with a certificate that had run out in March, its director told reporters. "
    "Nineteen people "
    "are still missing.\n\nFamilies gathered in a school near the quay. Many were angry with Sundgren Lines, "
    "whose two other "
    'ferries kept their timetable all day. "Nobody has called us," said one father. Ines Quadra, the harbour master, '
    "promised a list of names by nightfall. A union of seamen has long complained of short crews on the route."
)
UNRELATED = (
    "A late frost has ruined most of the apricot harvest in the southern valleys, growers say, and prices in the "
    "city markets "
    "may double before July. The ministry of agriculture offers loans without interest to farms that lost more "
    "than half of "
    "their trees. Insurance covers hail but not frost, to the anger of the growers' league."
)
VOCABULARY = (WIRE + " " + OTHER + " " + UNRELATED).split()


def edit(text, rate, seed):
    """Replace, drop or double about `rate` of the words."""
    chance = random.Random(seed)
    words = []
    for word in text.split(" "):
        draw = chance.random()
        if draw < rate * 0.6:
            words.append(chance.choice(VOCABULARY))
        elif draw < rate * 0.8:
            continue
        elif draw < rate:
            words += [word, chance.choice(VOCABULARY)]
        else:
            words.append(word)
    return " ".join(words)


def origins_of(documents):
    return {frozenset(origin.document_ids) for origin in group_origins(documents, find_copies(documents))}


def kinds_of(documents):
    return {copy.document_id: (copy.copy_of, copy.kind) for copy in find_copies(documents)}


@pytest.mark.parametrize("rate", [0.03, 0.08, 0.12, 0.25, 0.32, 0.38])
@pytest.mark.parametrize("seed", range(5))
def test_edited_copies_join_their_original_up_to_two_fifths_of_the_words(make_document, rate, seed):
    wire = make_document("wire", WIRE, at=(2, 20), publisher="Kestrel Agency")
    copy = make_document("copy", edit(WIRE, rate, seed), at=(2, 22), publisher="Morning Quay")
    other = make_document("other", OTHER, at=(3, 15), publisher="Vell Tribune")
    assert origins_of([wire, copy, other]) == {frozenset(("wire", "copy")), frozenset(("other",))}


def test_the_same_words_are_a_verbatim_copy_of_the_earliest(make_document):
    documents = [make_document(f"d{n}", WIRE, at=(2, 10 + n)) for n in range(4)]
    assert kinds_of(documents) == {f"d{n}": ("d0", CopyKind.VERBATIM) for n in (1, 2, 3)}


def test_a_cut_copy_of_a_long_story_is_a_copy(make_document):
    cut = WIRE.split("\n\n", maxsplit=1)[0]
    assert kinds_of([make_document("a", WIRE, at=(2, 10)), make_document("b", cut, at=(2, 11))])["b"][0] == "a"


def test_a_copy_with_a_new_lead_or_its_paragraphs_in_another_order_is_a_copy(make_document):
    first, second, third = WIRE.split("\n\n")
    led = f"Nineteen souls are feared lost off our own harbour, and the town is asking why.\n\n{second}\n\n{third}"
    turned = "\n\n".join((third, first, second))
    documents = [
        make_document("a", WIRE, at=(2, 10)),
        make_document("led", led, at=(2, 11)),
        make_document("turned", turned, at=(2, 12)),
    ]
    assert origins_of(documents) == {frozenset(("a", "led", "turned"))}


def test_independent_reports_of_one_event_stay_separate(make_document):
    documents = [make_document("a", WIRE, at=(2, 10)), make_document("b", OTHER, at=(3, 10))]
    assert find_copies(documents) == ()


def test_a_statement_quoted_by_both_makes_no_copy(make_document):
    statement = (
        '"We have nothing to hide, every certificate of the ship was in order, and we will open all our books to the '
        'inquiry as soon as the search for the missing has ended," the owner said.'
    )
    one = make_document(
        "a", f"The inquiry into the ferry has a first witness tonight. {statement} Divers found two more.", at=(2, 10)
    )
    two = make_document(
        "b",
        f"Shares of the line fell by a third. {statement} Brokers doubt it; a hearing follows on Monday.",
        at=(2, 12),
    )
    assert find_copies([one, two]) == ()


def test_a_footer_on_many_pages_makes_no_copies(make_document):
    footer = (
        "If you like what you read here please subscribe to our letter, follow us and tell all your friends about it."
    )
    stories = [
        UNRELATED[:200],
        OTHER[:200],
        WIRE[:200],
        WIRE[300:520],
        OTHER[250:450],
        "Snow fell on the pass for three days and the road stayed shut until the ploughs came up from the valley "
        "on Sunday.",
    ]
    documents = [make_document(f"d{n}", f"{story}\n\n{footer}", at=(2, n)) for n, story in enumerate(stories)]
    assert find_copies(documents) == ()


def test_many_edited_copies_of_one_wire_are_not_taken_for_boilerplate(make_document):
    documents = [make_document(f"d{n}", edit(WIRE, 0.08, n) if n else WIRE, at=(2, n)) for n in range(12)]
    assert len(origins_of(documents)) == 1


def test_short_posts_that_differ_in_a_figure_or_a_place_stay_separate(make_document):
    posts = ["Explosion heard in the centre of Arvik just now", "Explosion heard in the centre of Toulne just now"]
    posts += [
        "Quake of magnitude 4.1 strikes 12 km off the coast at 09:31",
        "Quake of magnitude 5.2 strikes 80 km off the coast at 11:04",
    ]
    assert find_copies([make_document(f"p{n}", post, at=(2, n)) for n, post in enumerate(posts)]) == ()


def test_an_undated_cut_joins_whichever_way_round_it_arrives(make_document):
    whole, cut = make_document("whole", WIRE), make_document("cut", WIRE.split("\n\n")[1])
    assert origins_of([whole, cut]) == origins_of([cut, whole]) == {frozenset(("whole", "cut"))}


def test_undated_reports_come_after_dated_ones(make_document):
    copies = kinds_of([make_document("undated", WIRE), make_document("dated", WIRE, at=(2, 10))])
    assert copies == {"undated": ("dated", CopyKind.VERBATIM)}


def test_passages_begin_with_the_same_words_in_both_documents_and_differ_in_few(make_document):
    wire = make_document("wire", WIRE, at=(2, 10))
    copy = make_document("copy", "Good evening. " + edit(WIRE, 0.06, 3), at=(2, 12))
    (link,) = find_copies([wire, copy])
    assert link.passages
    for passage in link.passages:
        here = fold_words(copy.text[passage.start : passage.end])
        there = fold_words(wire.text[passage.at :])
        assert here[:6] == there[:6]
        assert len(set(here) - set(there[: len(here) + 10])) <= len(here) / 8


def test_empty_and_one_word_documents_are_survived(make_document):
    documents = [make_document("a", ""), make_document("b", "…"), make_document("c", "Yes"), make_document("d", "")]
    assert len(origins_of(documents)) == 4
    assert find_copies([]) == ()


@settings(max_examples=15, deadline=None)
@given(count=st.integers(1, 60), words=st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=80))
def test_any_number_of_identical_copies_is_one_origin(make_document, count, words):
    documents = [make_document(f"d{n}", " ".join(words) + " done") for n in range(count)]
    assert len(group_origins(documents, find_copies(documents))) == 1


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(6)))
def test_the_order_of_arrival_does_not_change_the_origins(make_document, order):
    texts = [WIRE, edit(WIRE, 0.1, 1), OTHER, edit(WIRE, 0.3, 2), edit(OTHER, 0.1, 4), UNRELATED]
    documents = [make_document(f"d{n}", text, at=(2, n)) for n, text in enumerate(texts)]
    expected = {frozenset(("d0", "d1", "d3")), frozenset(("d2", "d4")), frozenset(("d5",))}
    assert origins_of([documents[n] for n in order]) == expected


CASES = pathlib.Path(__file__).parents[3] / "shared" / "cases"
EXAMPLES = pathlib.Path(__file__).parents[2] / "examples" / "other"
BENCHMARKS = pathlib.Path(__file__).parents[2] / "benchmarks" / "cases"
FILES = [path for folder in (CASES, EXAMPLES, BENCHMARKS) for path in sorted(folder.glob("*.json"))]


@pytest.mark.skipif(not FILES, reason="the development cases are not at hand")
def test_pairs_of_one_origin_are_found_in_the_development_cases(make_document):
    right = wrong = missed = 0
    for path in FILES:
        case = json.loads(path.read_text("utf8"))
        reports = case["reports"]
        documents = [
            make_document(
                report["id"],
                report["text"],
                publisher=report["publisher"],
                at=datetime.fromisoformat(report["published_at"]),
                url=report["url"],
            )
            for report in reports
        ]
        root = {}
        for report in reports:
            root[report["id"]] = root.get(report["copy_of"], report["copy_of"]) or report["id"]
        group = {one: origin for origin in origins_of(documents) for one in origin}
        for a, b in itertools.combinations(root, 2):
            truth, said = root[a] == root[b], group[a] == group[b]
            right += truth and said
            wrong += said and not truth
            missed += truth and not said
    assert wrong <= 0.03 * (right + wrong)
    assert 2 * right / (2 * right + wrong + missed) >= 0.9
