"""A real browser for pages: the system's Chromium, driven by Playwright. Without one, tests are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

from tests.conftest import find_program

__all__ = ["opened"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@contextmanager
def opened(address: str) -> Iterator[Page]:
    """The page at an address, in a window of its own. A script's error on it fails the test."""
    program = next((found for name in NAMES if (found := shutil.which(name))), "") or find_program("chromium")
    troubles: list[str] = []
    with sync_playwright() as play:
        # As root, which CI is, Chromium starts only without its sandbox; the pages are our own.
        browser = play.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--mute-audio", "--disable-dev-shm-usage"]
        )
        try:
            page = browser.new_page()
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.goto(address)
            yield page
        finally:
            browser.close()
    assert not troubles, troubles
