"""Reports parted by the event they are on."""

import random
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from rashomon.link.event_groups import group_reports
from rashomon.link.event_reports import part_reports

FERRY = (
    "The ferry Sela Marin sank off Port Hallow on Monday with ninety people aboard. Captain Orin Dask blamed a mine.",
    "Divers reached the wreck of the Sela Marin near Port Hallow. The ferry line said its cargo had been lashed down.",
    "Port Hallow mourns. The Sela Marin, a ferry of forty years, went down in minutes, Orin Dask told the inquiry.",
)
MILL = (
    "An explosion wrecked the flour mill of Brennick on Tuesday. Foreman Tessa Vole smelled gas an hour before.",
    "Gas or dust? At the Brennick mill inspectors found a cracked pipe, and Tessa Vole was heard as a witness.",
    "The flour mill in Brennick had been warned about dust, a letter shows. Nine workers died in the explosion.",
)
HACK = (
    "Hackers blanked the screens of Radio Ondara on Friday. The engineer Pell Amsir pulled the plug himself.",
    "The intrusion at Radio Ondara began with a letter that Pell Amsir opened, the station said.",
)


def make_reports(make_document, *, dated=True):
    texts = [*enumerate(FERRY), *enumerate(MILL, 10), *enumerate(HACK, 20)]
    return [make_document(f"r{n}", text, at=(1 + n % 10, 8) if dated else None) for n, text in texts]


def test_mixed_reports_are_parted_by_event_whatever_their_order(make_document):
    reports = make_reports(make_document)
    expected = {("r0", "r1", "r2"), ("r10", "r11", "r12"), ("r20", "r21")}
    assert {tuple(sorted(group)) for group in group_reports(reports)} == expected
    random.Random(3).shuffle(reports)
    assert {tuple(sorted(group)) for group in group_reports(reports)} == expected


def test_undated_reports_are_parted_by_their_words(make_document):
    groups = group_reports(make_reports(make_document, dated=False))
    assert {frozenset(group) for group in groups} >= {frozenset(("r0", "r1", "r2")), frozenset(("r20", "r21"))}


def test_reports_that_share_no_words_are_not_joined_because_they_appeared_on_one_day(make_document):
    texts = ("A dog bit the postman of Ilm.", "Wheat fell two points.", "The choir of Sant sang Bach.", "Rain in Tolo.")
    groups = group_reports([make_document(f"r{n}", text, at=(1, n)) for n, text in enumerate(texts)])
    assert len(groups) == len(texts)


def test_with_a_question_reports_on_other_events_are_left_out(make_document):
    parted = part_reports(make_reports(make_document), question="What sank the ferry Sela Marin?")
    assert parted.focal == {"r0", "r1", "r2"}
    assert {frozenset(group) for group in parted.others} == {
        frozenset(("r10", "r11", "r12")),
        frozenset(("r20", "r21")),
    }


def test_without_a_question_the_event_of_most_reports_is_the_foremost(make_document):
    reports = make_reports(make_document)
    more = replace(
        reports[3], id="r13", text="Brennick buried its nine mill workers. Tessa Vole spoke of the explosion."
    )
    assert part_reports([*reports, more], question="").focal == {"r10", "r11", "r12", "r13"}


def test_a_question_that_no_report_touches_leaves_nothing_out(make_document):
    parted = part_reports(make_reports(make_document), question="Who stole the emerald of Quorr?")
    assert len(parted.focal) == 8
    assert parted.others == ()


def test_empty_and_wordless_reports_are_groups_of_their_own(make_document):
    assert group_reports([]) == ()
    groups = group_reports([make_document("a", ""), make_document("b", "!!! ..."), make_document("c", "\x00\u202e")])
    assert sorted(map(len, groups)) == [1, 1, 1]
    assert part_reports([make_document("a", ""), make_document("b", "")], question="").focal


def test_ten_thousand_posts_are_parted_in_seconds(make_document):
    chance = random.Random(5)
    words = [
        f"{one}{two}" for one in ("bal", "cor", "dun", "fel", "gar", "hol", "kem") for two in ("ta", "ric", "mond")
    ]
    start = datetime(2031, 5, 1, tzinfo=UTC)
    posts = [
        make_document(f"p{n}", f"smoke over {' '.join(chance.sample(words, 4))} now", at=start + timedelta(minutes=n))
        for n in range(10_000)
    ]
    began = time.process_time()
    groups = group_reports(posts)
    assert time.process_time() - began < 60
    assert sum(map(len, groups)) == len(posts)
