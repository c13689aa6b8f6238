"""Takes pictures of the pages that a merge changes, before and after, for a reviewer to look at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from careers.build.pictures.browser import find_chrome, started
from careers.build.pictures.devtools import GoneError, SlowPageError
from careers.build.pictures.served import served
from careers.reports import picture_index
from careers.reports.picture_index import FOLDER, SIDES, WIDTHS, Pictured

if TYPE_CHECKING:
    from careers.build.pictures.devtools import DevTools
    from careers.cli.pull_requests.merge_sites import Sites
    from careers.preview import MergePreview

MOST = 10
"""Pages that are pictured."""
SECONDS = 90.0
"""What all pictures may take: a reviewer waits for the check."""
INDEX = "index.html"
_HEIGHTS = {"phone": 740, "desktop": 800}
_NAME = 40


class Wanted(NamedTuple):
    """A page to be pictured: its files on each side, empty where it has none there."""

    title: str
    before: str
    after: str


def wanted(preview: MergePreview, sites: Sites) -> list[Wanted]:
    """The pages that differ: postings' first, then the list of jobs, else whatever does."""
    return list(islice(_wanted(preview, sites), MOST))


def _wanted(preview: MergePreview, sites: Sites) -> Iterator[Wanted]:
    if sites.before is None or sites.after is None:
        return
    old, new = sites.before.files, sites.after.files
    for page in preview.pages:
        was, now = (f"{name}/{INDEX}" for name in (page.was or page.address, page.address))
        before, after = was if was in old else "", now if now in new else ""
        if (before or after) and old.get(before) != new.get(after):
            yield Wanted(page.title, before, after)
    others = [path for path in sites.feeds if path.endswith(".html")]
    others += [f"{name}/{INDEX}" for name in sites.redrawn]
    told = {f"{page.address}/{INDEX}" for page in preview.pages}
    for path in [path for path in others if path not in told]:
        if path == INDEX or not preview.pages:
            title = path.removesuffix(INDEX).strip("/")
            yield Wanted(title or "The list of jobs", path * (path in old), path * (path in new))


def take_pictures(
    folder: Path, preview: MergePreview, sites: Sites, url: str, number: int
) -> tuple[int, str]:
    """Write pictures and the page that shows them; of how many pages, and what went wrong.

    ``url`` is the address of the site, ``number`` that of the pull request. Nothing is written,
    and nothing is wrong, where this machine has no Chrome.
    """
    chrome, pages = find_chrome(), wanted(preview, sites)
    if chrome is None or not pages or sites.before is None or sites.after is None:
        return 0, ""
    base = urlsplit(url).path.rstrip("/") + "/"
    hosts = {f"{side}.test": built.files for side, built in (
        ("before", sites.before), ("after", sites.after))}  # fmt: skip
    done: list[Pictured] = []
    said = ""
    try:
        with (
            served({host: (base, files) for host, files in hosts.items()}) as port,
            started(chrome, port, SECONDS) as browser,
        ):
            for at, page in enumerate(pages, 1):
                done.append(_taken(browser, folder / FOLDER, base, f"{at:02}", page))
    except (GoneError, OSError) as error:
        said = f"Chrome ended, or took too long ({type(error).__name__})"
    shown = [each for each in done if each.files]
    if shown:
        text = picture_index.page(shown, number)
        (folder / INDEX).write_text(text, encoding="utf-8", newline="\n")
    return len(shown), said


def _taken(browser: DevTools, folder: Path, base: str, number: str, page: Wanted) -> Pictured:
    """The pictures of one page; one that the browser is too slow for is missing."""
    path = (page.after or page.before).removesuffix(INDEX)
    files: dict[tuple[str, str], str] = {}
    folder.mkdir(exist_ok=True)
    for side, there in zip(SIDES, (page.before, page.after), strict=True):
        address = f"http://{side}.test{base}{there.removesuffix(INDEX)}"
        for device, width in WIDTHS.items() if there else ():
            try:
                data = browser.picture(address, width, _HEIGHTS[device])
            except SlowPageError:
                continue
            slug = path.strip("/").replace("/", "-")[:_NAME] or "index"
            name = f"{number}-{slug}-{device}-{side}.webp"
            (folder / name).write_bytes(data)
            files[device, side] = name
    return Pictured(page.title, path, files)
