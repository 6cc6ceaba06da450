"""Links between pages lead somewhere, and every page can be reached."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
OUTSIDE = ("http://", "https://", "mailto:")


def links_of(page: Path) -> list[str]:
    return [link for link in LINK.findall(FENCED.sub("", page.read_text("utf-8"))) if not link.startswith(OUTSIDE)]


def anchors_of(page: Path) -> set[str]:
    headings = HEADING.findall(FENCED.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_pages_leads_somewhere(page):
    for link in links_of(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        if anchor:
            assert anchor in anchors_of(target), link


def test_every_page_is_linked_from_the_overview_and_the_readme():
    for overview in (DOCS / "README.md", ROOT / "README.md"):
        linked = {(overview.parent / link.partition("#")[0]).resolve() for link in links_of(overview)}
        pages = {p for p in DOCS.rglob("*.md") if p.parent.name != "decisions" and p.name != "README.md"}
        assert pages - linked == set()


def test_every_picture_is_shown():
    shown = {(page.parent / link).resolve() for page in PAGES for link in links_of(page) if "images/" in link}
    assert {path for path in (DOCS / "images").iterdir() if path not in shown} == set()
