"""Take the pictures of the workbench that the documentation shows, from the example case.

usage: take_screenshots.py [--case FILE] [--folder FOLDER] [--width N] [--dark]

Needs Debian's chromium. Without --case the example case is analysed first; without --folder the pictures go to
docs/images. Look at every one of them: that is what they are for.
"""

import argparse
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, ViewportSize, sync_playwright

from rashomon.case import Case
from rashomon.web.app import make_app
from rashomon.web.desk import Desk
from rashomon.web.screens import SCREENS
from rashomon.web.server import Address, listen

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "Who carried out the drone attack on Moscow?"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
HEIGHT = 860
SETTLE_MS = 500


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--case", type=Path)
    parser.add_argument("--folder", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--dark", action="store_true")
    asked = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        print("no chromium here", file=sys.stderr)
        return 1
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        case = asked.case or build_example(Path(folder) / "moscow.rashomon")
        with serve(case) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            size = ViewportSize(width=asked.width, height=HEIGHT)
            page = browser.new_page(viewport=size, color_scheme="dark" if asked.dark else "light")
            for screen in SCREENS:
                name = f"workbench-{screen.name.casefold()}{'-dark' if asked.dark else ''}.png"
                take(page, f"{url}{screen.path}", asked.folder / name)
                print(asked.folder / name)
            browser.close()
    return 0


def take(page: Page, url: str, target: Path) -> None:
    """Write the picture of an address once it has settled."""
    page.goto(url)
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=target)


def build_example(path: Path) -> Path:
    """Analyse the example case into a file and return it."""
    with Case.create(path, QUESTION) as case:
        list(case.add([str(ROOT / "examples" / "moscow" / name) for name in ("reports.jsonl", "pages")]))
        case.analyze()
    return path


@contextmanager
def serve(path: Path) -> Iterator[str]:
    """Serve a case on a free port and yield the address."""
    with Desk(path) as desk, listen(Address(port=0)) as listener:
        app = make_app(desk, analyst="analyst")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


if __name__ == "__main__":
    sys.exit(main())
