"""Shows a candidate's issue as GitHub would: its Markdown by cmark-gfm, in a style like GitHub's.

``python tests/browser/look.py FOLDER FILE...`` writes a page and a picture at two widths for each
file of Markdown whose first line is a title. For the eyes of whoever changes a template.
"""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

import cmarkgfm  # type: ignore[import-untyped,unused-ignore]
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests")]

from browser.prepare import NO_BROWSER, find_browser  # noqa: E402 - found above

WIDTHS = (360, 1280)
_ALERT = re.compile(
    r"<blockquote>\n<p>\[!(NOTE|TIP|WARNING|CAUTION|IMPORTANT)\](?:<br />)?\n(.*?)</blockquote>",
    re.DOTALL,
)
_STYLE = """
:root { color-scheme: light }
body { font: 16px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif;
  color: #1f2328; margin: 0 auto; max-width: 900px; padding: 16px }
h1 { font-size: 26px; font-weight: 400; border-bottom: 1px solid #d1d9e0; padding-bottom: 8px }
.body { font-size: 14px; border: 1px solid #d1d9e0; border-radius: 6px; padding: 16px;
  overflow-wrap: break-word }
h3 { font-size: 17.5px; margin: 24px 0 16px } p, ul, blockquote, table, details { margin: 0 0 16px }
a { color: #0969da } code { background: #818b981f; border-radius: 6px; padding: .2em .4em;
  font-size: 85% }
table { border-collapse: collapse; display: block; width: max-content; max-width: 100%;
  overflow: auto } th, td { border: 1px solid #d1d9e0; padding: 6px 13px; text-align: left }
tr:nth-child(2n) { background: #f6f8fa }
blockquote { color: #59636e; border-left: .25em solid #d1d9e0; padding: 0 1em }
ul { padding-left: 2em } li:has(> input) { list-style: none }
li > input { margin: 0 .2em .25em -1.4em; vertical-align: middle }
.alert { border-left: .25em solid; padding: 8px 16px; margin-bottom: 16px }
.alert b:first-child { display: block } .alert p { margin: 0; color: #1f2328 }
.NOTE { border-color: #0969da } .NOTE > b { color: #0969da }
.TIP { border-color: #1a7f37 } .TIP > b { color: #1a7f37 }
.WARNING { border-color: #9a6700 } .WARNING > b { color: #9a6700 }
.CAUTION { border-color: #cf222e } .CAUTION > b { color: #d1242f }
"""


def page(text: str) -> str:
    """The page of an issue: its title, then its text; line ends break lines, as in issues."""
    title, _, body = text.partition("\n")
    options = cmarkgfm.cmark.Options
    flags = options.CMARK_OPT_UNSAFE | options.CMARK_OPT_HARDBREAKS | options.CMARK_OPT_FOOTNOTES
    made = cmarkgfm.github_flavored_markdown_to_html(body, flags)
    made = _ALERT.sub(r'<div class="alert \1"><b>\1</b><p>\2</div>', made)
    head = "<meta charset=utf-8><meta name=viewport content=width=device-width>"
    return (
        f"<!doctype html>{head}<title>{html.escape(title)}</title><style>{_STYLE}</style>"
        f"<h1>{html.escape(title)}</h1><div class=body>{made}</div>"
    )


def main(folder: Path, files: list[Path]) -> None:
    """Write them all."""
    path = find_browser()
    if path is None:
        sys.exit(NO_BROWSER)
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for file in files:
            shown = folder / f"{file.stem}.html"
            shown.write_text(page(file.read_text("utf-8")), "utf-8")
            for width in WIDTHS:
                window = browser.new_page(viewport={"width": width, "height": 900})
                window.goto(shown.resolve().as_uri())
                window.screenshot(path=folder / f"{file.stem}-{width}.png")
                window.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
