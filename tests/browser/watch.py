"""A page that is watched: what it logs, what it asks other hosts for, what moves in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Dialog, Page, Request

# Runs in every page before anything of the page does.
_WATCHER = """
window.__shift = 0; window.__blocked = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.__shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
addEventListener('securitypolicyviolation', event =>
  window.__blocked.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
# What is drawn is told to the observers after the frame.
_DRAWN = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() =>
  done([window.__shift, window.__blocked]), 20)))"""
# What people can see. A slow machine draws a page while it still reads it: the menu's next link
# then moves the first by some thousandths.
_SHIFT = 0.005
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Watched:
    """A page with what went wrong in it: ``complaints`` are messages for people."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.complaints: list[str] = []
        page.add_init_script(_WATCHER)
        page.on("console", lambda message: self._note(f"console: {message.text}"))
        page.on("pageerror", lambda error: self._note(f"script: {error}"))
        page.on("dialog", self._asked)
        page.on("request", self._requested)

    def _note(self, text: str) -> None:
        self.complaints.append(f"{self.page.url}: {text}")

    def _asked(self, dialog: Dialog) -> None:
        self._note(f"dialog: {dialog.type}")
        dialog.dismiss()

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}/", "data:", "blob:")):
            self._note(f"asks another host: {request.resource_type} {request.url}")

    def open(self, address: str) -> None:
        """Load a page, whole; what moved or was blocked while it loaded is a complaint."""
        self.page.goto(address, wait_until="load")
        shift, blocked = self.page.evaluate(_DRAWN)
        if shift >= _SHIFT:
            self._note(f"layout moved by {shift}")
        for what in blocked:
            self._note(f"blocked by the Content-Security-Policy: {what}")

    def axe(self, where: str, *, printed: bool = False) -> None:
        """Hold the page, as it is now, against axe-core; on paper nothing is touched."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        rules = {"target-size": {"enabled": not printed}}
        options = {"resultTypes": ["violations"], "runOnly": _TAGS, "rules": rules}
        found: list[dict[str, Any]] = self.page.evaluate(
            "options => axe.run(options).then(results => results.violations)", options
        )
        for violation in found:
            for node in violation["nodes"]:
                self._note(f"{where}: {violation['id']} {node['target']}: {node['html'][:120]}")

    def width(self, where: str) -> None:
        """Whether one must scroll sideways to read the page as it is now."""
        inner, wide = self.page.evaluate(
            "[document.documentElement.clientWidth, document.scrollingElement.scrollWidth]"
        )
        if wide > inner:
            self._note(f"{where}: {wide} px wide in a window of {inner} px")


@contextmanager
def watched(browser: Browser, origin: str, **context: Any) -> Iterator[Watched]:
    """A new page in a context of its own."""
    made = browser.new_context(**context)
    try:
        yield Watched(made.new_page(), origin)
    finally:
        made.close()
