"""The workbench as its users meet it: a server on a free port, and Debian's Chromium looking at it."""

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from rashomon.case import Case
from rashomon.model.document import Document
from rashomon.web.app import make_app
from rashomon.web.desk import Desk
from rashomon.web.guard import Access
from rashomon.web.server import Address, listen

ROOT = Path(__file__).parent.parent.parent
QUESTION = "Who carried out the drone attack on Moscow?"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-quic",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
AXE = Axe()
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@dataclass
class Workbench:
    """A running workbench: its address, its case file, its desk."""

    url: str
    path: Path
    desk: Desk


@dataclass
class Visit:
    """A page of the browser and everything it complained of."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a path of the workbench."""
        self.page.goto(self.base + path)
        return self.page

    def press(self, *keys: str) -> Page:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
        return self.page

    def check(self) -> None:
        """Fail on anything the console or axe-core has to say of the page as it is now."""
        found = AXE.run(self.page, options=RULES).response["violations"]
        said = [f"{one['id']}: {one['help']}: {[node['html'][:200] for node in one['nodes'][:3]]}" for one in found]
        assert not said, "\n".join(said)
        assert not self.complaints, self.complaints


@contextmanager
def run_workbench(path: Path, access: Access | None = None) -> Iterator[Workbench]:
    """Serve a case file on a free port of the loopback address."""
    with Desk(path) as desk, listen(Address(port=0)) as listener:
        app = make_app(desk, analyst="ada", access=access)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield Workbench(url=f"http://127.0.0.1:{listener.getsockname()[1]}", path=path, desk=desk)
        finally:
            server.should_exit = True
            thread.join(timeout=10)


def build_example(path: Path) -> None:
    """Make the case file of the example, judged."""
    with Case.create(path, QUESTION) as case:
        inputs = [str(ROOT / "examples" / "moscow" / name) for name in ("reports.jsonl", "pages")]
        assert all(isinstance(one, Document) for one in case.add(inputs))
        case.analyze()


def build_large(path: Path) -> None:
    """Make the case file of 2,000 reports, judged."""
    command = [sys.executable, str(ROOT / "tools" / "large_case.py"), str(path), "--reports", "2000"]
    subprocess.run(command, check=True, capture_output=True)


def build_once(tmp_path_factory: pytest.TempPathFactory, name: str, build) -> Path:
    """Return a file that is built by the first worker that wants it; the others wait."""
    folder = tmp_path_factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else None
    path = (folder or tmp_path_factory.getbasetemp()) / name
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            draft = path.with_suffix(".draft")
            build(draft)
            draft.rename(path)
    return path


@pytest.fixture(scope="session")
def example_file(tmp_path_factory) -> Path:
    """The example case, never written to: take a copy."""
    return build_once(tmp_path_factory, "example.rashomon", build_example)


@pytest.fixture(scope="session")
def large_file(tmp_path_factory) -> Path:
    """A case of 2,000 reports, never written to: take a copy."""
    return build_once(tmp_path_factory, "large.rashomon", build_large)


@pytest.fixture(scope="module")
def large_workbench(large_file, tmp_path_factory) -> Iterator[Workbench]:
    """A workbench on a copy of the large case, one for all tests of a module."""
    copy = shutil.copyfile(large_file, tmp_path_factory.mktemp("large") / "orlen.rashomon")
    with run_workbench(Path(copy)) as running:
        yield running


@pytest.fixture
def example_copy(example_file, tmp_path) -> Path:
    """A copy of the example case of one's own."""
    return Path(shutil.copyfile(example_file, tmp_path / "moscow.rashomon"))


@pytest.fixture
def workbench(example_copy) -> Iterator[Workbench]:
    """A workbench on a copy of the example case."""
    with run_workbench(example_copy) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless; tests that need it are skipped where it is not installed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium here")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def visit(workbench, browser) -> Iterator[Visit]:
    """A fresh browser page on the workbench."""
    with open_visit(browser, workbench.url) as opened:
        yield opened


@contextmanager
def open_visit(browser: Browser, url: str, **settings) -> Iterator[Visit]:
    """Open a browser context on a workbench and note its complaints."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, **settings)
    page = context.new_page()
    opened = Visit(page=page, base=url)

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            opened.complaints.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    yield opened
    context.close()


@pytest.fixture(name="run_workbench", scope="session")
def fixture_run_workbench():
    """`run_workbench` itself: a test module cannot import it."""
    return run_workbench


@pytest.fixture(name="open_visit", scope="session")
def fixture_open_visit():
    """`open_visit` itself."""
    return open_visit
