"""What every screen has: the bar, the keys, the colours, the message that the case changed elsewhere."""

import pytest

from rashomon.case import Case
from rashomon.web.screens import SCREENS


def test_the_overview_has_no_complaint(visit):
    visit.go("/")
    visit.check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_colour_schemes_are_readable(workbench, browser, open_visit, scheme):
    with open_visit(browser, workbench.url, color_scheme=scheme) as visit:
        visit.go("/")
        visit.check()


def test_the_question_mark_shows_the_keys(visit):
    page = visit.go("/")
    visit.press("?")
    dialog = page.locator("#keys")
    assert dialog.is_visible()
    assert "add a report" in dialog.inner_text()
    visit.check()
    visit.press("Escape")
    assert not dialog.is_visible()


def test_g_and_a_letter_lead_to_a_screen(visit):
    page = visit.go("/add")
    visit.press("g", "o")
    page.wait_for_url(visit.base + "/")
    assert page.locator("[aria-current=page]").inner_text() == SCREENS[0].name


def test_a_key_in_a_text_is_a_letter(visit):
    page = visit.go("/add")
    visit.press("p")
    page.keyboard.type("go on?")
    assert page.locator("textarea").input_value() == "go on?"
    assert not page.locator("#keys").is_visible()


def test_a_change_made_elsewhere_is_told(visit, workbench):
    page = visit.go("/")
    with Case.open(workbench.path) as case:
        case.ask("How many drones were there?")
    page.get_by_text("The case changed").wait_for(timeout=15_000)


def test_a_report_is_pasted_by_keys_alone(visit, workbench):
    page = visit.go("/")
    visit.press("+")
    page.wait_for_url("**/add")
    visit.press("p")
    page.keyboard.type("Officials in the region said on Tuesday that Ukraine had launched the drones.")
    visit.press("Tab")
    page.keyboard.type("Quay Post")
    visit.press("Enter")
    page.wait_for_url(visit.base + "/")
    assert [one.publisher for one in workbench.desk.view.documents].count("Quay Post") == 1
    visit.check()
