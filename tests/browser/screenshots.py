"""Takes the pictures of the documentation: ``make screenshots`` writes docs/images/.

The site is that of ``examples/company`` on a day that is set, lists are those of an invented
company with many jobs; the candidate is one of ``examples/applications``, opened and moved in the
sandbox. Pictures have few colours, to be small.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "scripts")]

from browser import look  # noqa: E402 - found above
from browser.company_of_size import company as company_of_size  # noqa: E402
from browser.prepare import NO_BROWSER, find_browser  # noqa: E402
from browser.sites import COMPANIES, Site, build  # noqa: E402
from careers.cli.demo_company.company import CANDIDATES, RECRUITER, Company  # noqa: E402
from careers.cli.support.local_web import serve_folder  # noqa: E402
from careers.files.load import load_settings  # noqa: E402
from careers.process import PREFIX  # noqa: E402
from careers.sandbox import Sandbox  # noqa: E402

IMAGES = ROOT / "docs" / "images"
COLOURS = 96
MANY = 60
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 360, "height": 720}
POSTING = "developer-product-manager/"
NAMES = ("Amara Okafor", "Jun-ho Park", "Lucía Fernández", "Priya Raghunathan", "Nour Haddad")


def main() -> None:
    """Take them all."""
    path = find_browser()
    if path is None:
        sys.exit(NO_BROWSER)
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        company = COMPANIES["examples"]
        pages = build(company, Path(folder) / "site")
        with serve_folder(Path(folder) / "site", load_settings(company).site.url) as url:
            site(browser, Site(Path(folder) / "site", url, pages))
        many_jobs(browser, Path(folder))
        candidate(browser)
        job(browser)
        browser.close()


def site(browser: Browser, built: Site) -> None:
    """Pages at the width of a desk and of a telephone, and one in the dark."""
    german = next((page for page in built.postings if '<html lang="de"' in built.text(page)), None)
    closed = next(page for page in built.pages if 'class="notice"' in built.text(page))
    for name, page in (("posting", POSTING), ("closed", closed), ("german", german)):
        if page is not None:
            shoot(browser, built.url + page, f"{name}.png", WIDE)
            shoot(browser, built.url + page, f"{name}-phone.png", NARROW)
    shoot(browser, built.url + POSTING, "dark.png", WIDE, dark=True)
    shoot(browser, built.url + POSTING, "dark-phone.png", NARROW, dark=True)


def many_jobs(browser: Browser, folder: Path) -> None:
    """The first page of a company with sixty jobs, and how that hires."""
    company = company_of_size(folder / "large", MANY)
    build(company, folder / "many")
    with serve_folder(folder / "many", load_settings(company).site.url) as url:
        for name, page in (("index", ""), ("how-we-hire", "how-we-hire/")):
            shoot(browser, url + page, f"{name}.png", WIDE)
            shoot(browser, url + page, f"{name}-phone.png", NARROW)


def candidate(browser: Browser) -> None:
    """A candidate's issue after two moves, its Markdown shown as GitHub shows it."""
    application = min((ROOT / "examples" / "applications").glob("*.json"))
    with Sandbox() as sandbox, tempfile.TemporaryDirectory() as folder:
        company = Company(sandbox, Path(folder))
        company.run("labels")
        company.apply(json.loads(application.read_text(encoding="utf-8")))
        sandbox.take_events()
        sandbox.act(RECRUITER).add_label(CANDIDATES, 1, f"{PREFIX}phone-screen")
        company.follow_events()
        sandbox.act(RECRUITER).comment(CANDIDATES, 1, "/take")
        company.follow_events()
        issue = sandbox.issue(CANDIDATES, 1)
        shown = Path(folder) / "candidate.html"
        shown.write_text(look.page(f"{issue['title']}\n{issue['body']}"), "utf-8")
        shoot(browser, shown.as_uri(), "candidate.png", WIDE)
        shoot(browser, shown.as_uri(), "candidate-phone.png", NARROW)


def job(browser: Browser) -> None:
    """A job's issue with forty candidates; GitHub shows a title for each number."""
    text = (ROOT / "tests/hiring/board/golden/forty.md").read_text("utf-8")
    titled = re.sub(
        r"^- #(\d+)$",
        lambda x: f"- {NAMES[int(x[1]) % len(NAMES)]} #{x[1]}",
        text,
        flags=re.MULTILINE,
    )
    with tempfile.TemporaryDirectory() as folder:
        shown = Path(folder) / "job.html"
        shown.write_text(look.page(f"Engineer: all candidates\n{titled}"), "utf-8")
        shoot(browser, shown.as_uri(), "job.png", WIDE)


def shoot(
    browser: Browser, address: str, name: str, size: dict[str, int], *, dark: bool = False
) -> None:
    """What a window of that size shows of a page."""
    page = browser.new_page(color_scheme="dark" if dark else "light")
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(address, wait_until="networkidle")
    picture = Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    page.close()
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(IMAGES / name, optimize=True)
    print(f"{name}: {(IMAGES / name).stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
