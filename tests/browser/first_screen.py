"""What a first page shows before one scrolls: ``make measure`` prints it for 3, 60 and 500 jobs."""

from __future__ import annotations

import gzip
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "scripts")]

from browser.company_of_size import company  # noqa: E402 - found above
from browser.prepare import NO_BROWSER, find_browser  # noqa: E402
from browser.sites import build  # noqa: E402
from careers.cli.support.local_web import serve_folder  # noqa: E402
from careers.files.load import load_settings  # noqa: E402

SIZES = ((360, 740), (768, 1024), (1280, 800), (1920, 1080))
NUMBERS = (3, 60, 500)
QUERY = "battery"
_SEEN = """() => {
  const boxes = [...document.querySelectorAll('#jobs .job')].map(e => e.getBoundingClientRect());
  const whole = boxes.filter(box => box.bottom <= innerHeight).length;
  return {first: boxes[0].top, whole, heights: boxes.map(box => box.height)};
}"""


@dataclass(frozen=True)
class FirstScreen:
    """Lengths are in CSS pixels; ``hit`` is None where the page has no search."""

    first: float
    whole: int
    heights: list[float]
    tabs: int
    hit: float | None

    def __str__(self) -> str:
        median, highest = statistics.median(self.heights), max(self.heights)
        hit = "-" if self.hit is None else f"{self.hit:.0f}"
        rows = f"{median:.0f}; {highest:.0f}"
        return f"{self.first:>5.0f} | {self.whole:>5} | {rows:>9} | {hit:>5} | {self.tabs:>4}"


def first_screen(browser: Browser, url: str, width: int, height: int) -> FirstScreen:
    """Measure a first page in a window of that size."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(url, wait_until="load")
    seen = page.evaluate(_SEEN)
    tabs = 0
    while not page.evaluate("document.activeElement.matches('.job a')"):
        page.keyboard.press("Tab")
        tabs += 1
    hit = None
    if page.locator("#q").count():
        page.locator("#q").fill(QUERY)
        page.locator(".results li").first.wait_for()
        page.evaluate("scrollTo(0, 0)")
        hit = page.locator(".results li").first.bounding_box()
    page.close()
    return FirstScreen(**seen, tabs=tabs - 1, hit=hit["y"] if hit else None)


def weight(folder: Path, page: str = "index.html") -> int:
    """The bytes of a page and its style as they are sent."""
    files = [folder / page, folder / "style.css"]
    return sum(len(gzip.compress(path.read_bytes())) for path in files)


def main() -> None:
    """Print a table for each number of jobs."""
    path = find_browser()
    if path is None:
        sys.exit(NO_BROWSER)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for number in NUMBERS:
            made = company(Path(folder) / str(number), number)
            out = Path(folder) / f"site-{number}"
            build(made, out)
            print(f"\n{number} jobs; first page and style {weight(out) / 1000:.1f} kB")
            print("window    | first | whole | rows      | hit   | tabs")
            with serve_folder(out, load_settings(made).site.url) as url:
                for width, height in SIZES:
                    found = first_screen(browser, url, width, height)
                    print(f"{f'{width}x{height}':<9} | {found}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
