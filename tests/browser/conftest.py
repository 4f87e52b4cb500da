"""A headless Chromium that the tests of pages share; a page that fetches or complains fails its test."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "writers"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from viewer_page import PROGRESS, is_own

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.skip("needs Chromium")
    api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
    with api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=list(QUIET))
        yield launched
        launched.close()


@pytest.fixture
def visit(browser) -> Iterator[Callable[..., object]]:
    """Opens a file in a window of its own; options are those of a browser context."""
    contexts, troubles = [], []

    def opened(path: Path, fragment: str = "", *, expect_trouble: bool = False, **options: object):
        options = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", **options}
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        if not expect_trouble:
            page.on("console", lambda message: troubles.append(f"console: {message.text}"))
            page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
            page.on(
                "request",
                lambda request: (
                    None
                    if request.url.startswith((path.as_uri(), "data:"))
                    else troubles.append(f"request: {request.url}")
                ),
            )
        page.goto(path.as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def show(browser) -> Iterator[Callable[..., object]]:
    """Opens a viewer and waits until it is ready; whatever it fetches or complains about fails the test."""
    contexts, troubles = [], []

    def heard(message) -> None:
        if PROGRESS not in message.text:
            troubles.append(f"{message.type}: {message.text}")

    def opened(path: Path, **options: object):
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "locale": "en-GB", **options})
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: None if is_own(request.url, path) else troubles.append(request.url))
        page.goto(path.as_uri())
        page.wait_for_selector("#ixv .loader", state="detached")
        page.wait_for_function("document.querySelector('.search-ready-only') !== null")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []
