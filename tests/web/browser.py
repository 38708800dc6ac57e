"""Debian's Chromium for the tests of pages: one browser for each test process."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Page,
    sync_playwright,
)
from werkzeug.serving import WSGIRequestHandler, make_server

CHROMIUM = "/usr/bin/chromium"
AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe-core" / "axe.min.js"
DESKTOP, PHONE, NARROW = 1280, 360, 320
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # what changes between light and dark

# A window that was made narrower is looked at only after it was drawn anew.
_DRAWN = "new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))"
_AXE_RUN = """async (asked) => {
  const found = await axe.run(document, asked);
  return found.violations.map((rule) => `${rule.id} (${rule.help}): ` +
    rule.nodes.map((node) => `${node.target.join(' ')} – ${node.failureSummary}`).join(' | '));
}"""


class _Quiet(WSGIRequestHandler):
    def log(self, *_: Any) -> None:
        """Say nothing; the test says what went wrong."""


@contextmanager
def served(app: Any) -> Iterator[str]:
    """A WSGI app on a free port of its own; its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser itself."""
    args = ["--lang=id", "--disable-gpu", "--disable-dev-shm-usage"]
    if os.geteuid() == 0:
        args.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=args)
        try:
            yield browser
        finally:
            browser.close()


# A form that is shown again says so by its status, and the browser complains of that, sooner or
# later: it is no fault of a page.
SHOWN_AGAIN = "status of 422"


@dataclass
class Window:
    """A window of the browser that remembers every complaint of the browser."""

    page: Page
    script: bool = True
    complaints: list[str] = field(default_factory=list)

    def size(self, width: int, height: int = 800) -> None:
        """Make the window as wide as asked."""
        self.page.set_viewport_size({"width": width, "height": height})
        if self.script:
            self.page.evaluate(_DRAWN)

    def dark(self, yes: bool = True) -> None:
        """Ask for dark colours, or light ones."""
        self.page.emulate_media(color_scheme="dark" if yes else "light")

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        """As it is printed, and afterwards as it was: the window is used again."""
        self.page.emulate_media(media="print")
        try:
            yield
        finally:
            self.page.emulate_media(media="null")  # "screen" would stay so on paper, too

    def quiet(self) -> None:
        """No script failed, no file was missing, and the content policy held."""
        assert self.complaints == []


@contextmanager
def window(
    browser: Browser, script: bool = True, expected: tuple[str, ...] = (), **asked: Any
) -> Iterator[Window]:
    """A window with nothing remembered; `expected` names complaints that are meant to come."""
    context: BrowserContext = browser.new_context(
        java_script_enabled=script,
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        reduced_motion="reduce",
        viewport={"width": DESKTOP, "height": 800},
        **asked,
    )
    context.set_default_timeout(10_000)
    one = Window(context.new_page(), script)

    def heard(text: str) -> None:
        if not any(word in text for word in (SHOWN_AGAIN, *expected)):
            one.complaints.append(text)

    def told(line: ConsoleMessage) -> None:
        if line.type == "error":
            heard(f"{line.text} ({line.location['url']})")

    one.page.on("console", told)
    one.page.on("pageerror", lambda error: heard(str(error)))
    try:
        yield one
    finally:
        context.close()


def axe(page: Page, rules: list[str] | None = None) -> None:
    """axe-core finds nothing against WCAG 2.2 AA or good practice."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE.read_text())
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    found = page.evaluate(_AXE_RUN, {"runOnly": only, "resultTypes": ["violations"]})
    assert found == [], "\n".join(found)


def spills(page: Page) -> list[str]:
    """What is wider than the window, outside the regions that may scroll by themselves."""
    found: list[str] = page.evaluate(
        """() => {
          const wide = document.documentElement.clientWidth;
          const out = [...document.body.querySelectorAll('*')].filter((one) => {
            if (one.closest('.gulung, pre, .suara, dialog:not([open])')) return false;
            const box = one.getBoundingClientRect();
            return box.width > 0 && (box.right > wide + 0.5 || box.left < -0.5);
          }).map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`);
          if (document.documentElement.scrollWidth > wide) out.unshift('the page itself');
          return out;
        }"""
    )
    return found


def sound(win: Window) -> None:
    """The page in view has no fault, wide and narrow, light and dark."""
    for width, dark in ((PHONE, True), (DESKTOP, False)):
        win.size(width)
        win.dark(not dark)
        axe(win.page, COLOURS)
        win.dark(dark)
        axe(win.page)
        assert spills(win.page) == []
    win.quiet()


def walk(page: Page, most: int = 400) -> list[dict[str, Any]]:
    """Every stop of the Tab key, from the top of the page until the page is left."""
    look = """() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const box = one.getBoundingClientRect();
      const drawn = getComputedStyle(one);
      window.__all ??= [...document.querySelectorAll('*')];
      return {
        place: window.__all.indexOf(one),
        what: `${one.tagName} ${one.textContent.trim().slice(0, 30) || one.name}`,
        ring: drawn.outlineStyle !== 'none' ? parseFloat(drawn.outlineWidth) : 0,
        seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 &&
          box.top < innerHeight && box.left < innerWidth,
      };
    }"""
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(look)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            return stops
        stops.append(stop)
    raise AssertionError("the Tab key never leaves the page")


def weigh(page: Page, go: Callable[[], object]) -> int:
    """The bytes that come over the line for one page with an empty cache, pictures left out."""
    line: CDPSession = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    pictures: set[str] = set()
    weight: dict[str, int] = {}

    def answered(event: dict[str, Any]) -> None:
        mime = event["response"]["mimeType"]
        if mime.startswith("image/") and mime != "image/svg+xml":
            pictures.add(event["requestId"])

    line.on("Network.responseReceived", answered)
    line.on(
        "Network.loadingFinished",
        lambda event: weight.__setitem__(event["requestId"], int(event["encodedDataLength"])),
    )
    go()
    page.wait_for_load_state("networkidle")
    line.detach()
    return sum(size for one, size in weight.items() if one not in pictures)
